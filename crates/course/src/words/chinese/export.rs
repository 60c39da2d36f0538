use crate::words::export::ExportWords;
use crate::words::sentence::say;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "这个页面只能阅读，不能操作：要能操作，请在 gostep 的源代码目录里运行 tools/wasm，再重新构建 gostep",
    no_pictures: "没有写出图：图是文字旁边的文件，所以请指定一个文件，例如 -o lesson.md",
    terminal_page: "网页太长，不适合写到终端；请指定一个文件，例如 -o page.html",
    no_action_id: "到这一步为止 go 命令还没有算出 action ID；请用 --step 指定另一步",
    no_workers: "这一步是程序在运行，没有工作槽；用 --step 选另一步",
    only_svg: "--picture 说明 svg 画什么；请同时写上 --to svg",
    only_pictures: "--step 说明图画哪一步；请同时写上 --to svg 或 --to dot",
    one_lesson: "图只能画一课；请指定一课，例如 gostep export order --to svg",
    no_page_name: say("课程 {} 不能成为网站的网页；请用字母、数字、- 和 _ 给它命名"),
    no_step: say("课程 {} 没有 {} 这一步{}；请用 1 到 {} 的编号，或步骤的名字"),
    others_folder: say("{} 里有不是 gostep 写的文件；请把它们移走，或换一个名字"),
};
