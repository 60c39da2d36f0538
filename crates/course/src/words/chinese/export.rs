use crate::words::export::ExportWords;
use crate::words::sentence::say;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "这个页面只能阅读，不能操作：要能操作，请在 gostep 的源代码目录里运行 tools/wasm，再重新构建 gostep",
    no_pictures: "没有写出图：图是文字旁边的文件，所以请指定一个文件，例如 -o lesson.md",
    others_folder: say("{} 里有不是 gostep 写的文件；请把它们移走，或换一个名字"),
};
