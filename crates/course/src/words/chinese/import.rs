use crate::words::import::ImportWords;
use crate::words::sentence::say;

pub const WORDS: ImportWords = ImportWords {
    wrote_of_log: say(
        "{}：{} 个包。它的构建逐行打印出这份日志。日志看不出谁导入 unsafe、main 自己是否导入 runtime，也看不出有哪些头文件；看不出的，文件里就没有。",
    ),
    commands: say("请在有 Go 和源码的地方执行这些命令；它们写出 {}："),
    wrote: say("{}：包 {} 个；{}"),
    all_read: say("读了 {} 个文件，所以动作 ID 是真实的"),
    no_compiler: say("读了 {} 个文件；C 编译器的版本未知，所以使用 cgo 的包，以及导入它们的所有包，动作 ID 是代替的值"),
    some_read: say(
        "读了 {} 个文件（共 {} 个）；含有其他文件的包，以及导入它们的所有包，动作 ID 是代替的值（第一个问题：{}）",
    ),
};
