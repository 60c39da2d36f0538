//! Commands: their arguments, and the files that they read and write.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    ("async-preempt= takes off, not {given:?}", "async-preempt= 的值只能是 off，不能是{given:?}"),
    ("exit= takes a status from 0 to 255, not {given:?}", "exit= 的值是 0 到 255 的状态，不能是{given:?}"),
    (
        "goroutines= takes a number from 1 to 10000, not {given:?}",
        "goroutines= 的值是 1 到 10000 的数，不能是{given:?}",
    ),
    (
        "sleep= takes a time such as 4s or 1500ms, not {given:?}",
        "sleep= 的值是时长，例如 4s 或 1500ms，不能是{given:?}",
    ),
    ("there is no change {word:?}{hint}; changes are {all}", "没有{word:?}这种改动{hint}；可用的改动有 {all}"),
    ("{change}: main.main has no `go func() …` among its statements", "{change}：main.main 的语句里没有 `go func() …`"),
    ("{change}: main.main has no time.Sleep among its statements", "{change}：main.main 的语句里没有 time.Sleep"),
    ("{second}: only one program can be run", "{second}：一次只能运行一个程序"),
    (" (did you mean {known:?}?)", "（是不是想写{known:?}？）"),
    (" (did you mean {meant:?}?)", "（是不是想写{meant:?}？）"),
    (
        " (did you mean {name:?}? {c} is {code} here, not {meant})",
        "（是不是想写{name:?}？这里的 {c} 是 {code}，不是 {meant}）",
    ),
    (" (did you mean {name:?}?)", "（是不是想写{name:?}？）"),
    (" (did you mean {near:?}?)", "（是不是想写{near:?}？）"),
    (" (did you mean {}?)", "（是不是想写 {}？）"),
    (
        "\"glossary\" cannot be the name of a lesson: glossary.yaml explains terms; give another name",
        "课程不能叫“glossary”：glossary.yaml 是解释术语的文件；请换一个名字",
    ),
    (", such as {near}", "，例如 {near}"),
    (
        "-n runs nothing, so --timings has no effect; leave one of them out",
        "-n 什么也不运行，所以 --timings 不起作用；请去掉一个",
    ),
    ("-overlay replaces {path}: {problem}", "-overlay 替换了 {path}：{problem}"),
    ("-overlay={file}: {problem}", "-overlay={file}：{problem}"),
    (
        "-{name}{} changes a build in a way that is not modelled; leave it out",
        "-{name}{0} 改变构建的方式不在模拟之列；请去掉",
    ),
    (
        "GO19CONCURRENTCOMPILATION is 0, which gostep does not model; unset it",
        "GO19CONCURRENTCOMPILATION 是 0，gostep 不模拟这种情况；请取消设置",
    ),
    (
        "`gostep import --run-go -o {shown} main.go` writes one",
        "`gostep import --run-go -o {shown} main.go` 会写出一个",
    ),
    (
        "a line has more than {} MB, more than a command ever has; remove it",
        "有一行超过 {} MB，命令不会这么长；请删掉它",
    ),
    ("a log of go build", "go build 的日志"),
    ("a package list", "包列表"),
    ("a presentation needs a terminal with a full screen; {instead}", "演示需要能用全屏的终端；{instead}"),
    ("assumed, since a package list does not tell: {list}", "包列表没有说明，所以假定：{list}"),
    ("cannot listen on port {port}: {error}", "无法监听端口 {port}：{error}"),
    ("cannot make an empty cache: {source}", "无法建立空的缓存：{source}"),
    ("cannot prepare the profile: {source}", "无法准备性能数据：{source}"),
    ("cannot read {path}: {source}", "无法读取 {path}：{source}"),
    ("cannot read {problem}", "无法读取 {problem}"),
    ("cannot read {shown}: {error}", "无法读取 {shown}：{error}"),
    ("cannot read {}: {error}", "无法读取 {0}：{error}"),
    ("cannot run {shown}: {error}; name the go command with --go", "无法运行 {shown}：{error}；请用 --go 指明 go 命令"),
    ("cannot serve the page: {error}", "无法提供网页：{error}"),
    ("cannot write the output: {value}", "无法写出结果：{value}"),
    ("cannot write {path}: {source}", "无法写入 {path}：{source}"),
    (
        "give the environment with --env FILE: what `go env -json` prints where the list was made",
        "请用 --env FILE 给出环境：在列出列表的地方，`go env -json` 的输出",
    ),
    (
        "go build has no such flag; only flags of go build can be recorded",
        "go build 没有这个选项；只能录制 go build 的选项",
    ),
    (
        "import -pgo: what a profile holds is recorded with --run-go only",
        "import -pgo：只有用 --run-go 才会录下性能数据的内容",
    ),
    ("import {word}: {why}", "import {word}：{why}"),
    ("it changes a build in a way that gostep does not model; leave it out", "它改变构建的方式 gostep 不模拟；请去掉"),
    (
        "it does not show enough of its program: the build of what it shows would print other lines; use gostep import with the lists of the go command",
        "它对程序显示得不够：照它所显示的去构建，会打印出别的行；请用 gostep import 读 go 命令的列表",
    ),
    ("lesson {value} cannot be built with that many workers", "课程 {value} 不能用这么多工作槽构建"),
    (
        "lesson {value} has no live: [p]; it is played with the workers that it names",
        "课程 {value} 没有 live: [p]；播放时用它自己写明的工作槽数",
    ),
    ("name the file to write with -o FILE", "请用 -o FILE 指明要写的文件"),
    (
        "nobody can be asked here: to forget your progress without a question, add --yes",
        "这里没有人可以询问：要不经询问就清除进度，请加 --yes",
    ),
    (
        "only Go and assembly files that are built, of packages without cgo, are modelled",
        "只模拟不用 cgo 的包里参与构建的 Go 文件和汇编文件",
    ),
    (
        "port {port} is in use; give another one, or none to have a free one",
        "端口 {port} 已被占用；请换一个，或者不写，由系统选一个空闲的",
    ),
    ("port {port} may not be used; give one above 1023, or none", "端口 {port} 不可以用；请写大于 1023 的，或者不写"),
    (
        "print the lesson with `gostep play`, and its notes with `gostep notes --all`",
        "可以用 `gostep play` 打印课程，用 `gostep notes --all` 打印备注",
    ),
    ("standard input (-) can be given for one file only", "标准输入（-）只能代替一个文件"),
    (
        "standard input is either the log or the list; give one of them as a file",
        "标准输入要么是日志，要么是列表；请把其中一个写成文件",
    ),
    (
        "the glossary has no {wanted:?}{hint}; `gostep glossary` lists all terms",
        "术语表里没有{wanted:?}{hint}；`gostep glossary` 列出全部术语",
    ),
    (
        "the go command builds this program in a way that gostep does not model, so it is not recorded\n{}",
        "go 命令构建这个程序的方式 gostep 不模拟，所以没有录制\n{}",
    ),
    ("the log is empty", "日志是空的"),
    ("the output of GODEBUG=gocachehash=1", "GODEBUG=gocachehash=1 的输出"),
    (
        "the version control system here is not git, and no other is modelled; give -buildvcs=false",
        "这里的版本控制系统不是 git，别的都不在模拟之列；请写 -buildvcs=false",
    ),
    (
        "there is no command {first:?}; the lesson {near} is played with `gostep play {near}`",
        "没有命令{first:?}；课程 {near} 用 `gostep play {near}` 播放",
    ),
    ("there is no file {shown} beside the lesson{hint}; {help}", "课程旁边没有文件 {shown}{hint}；{help}"),
    (
        "there is no folder {folder:?}; make it first, or give another name",
        "没有文件夹{folder:?}；请先建立它，或者换一个名字",
    ),
    (
        "there is no lesson {name:?}{hint}; known lessons: {known}; or name a YAML file",
        "没有课程{name:?}{hint}；已有的课程：{known}；也可以写 YAML 文件的名字",
    ),
    ("there is no place where presentations could be found: {error}", "没有可以找到演示的地方：{error}"),
    ("this is a binary file; give the text that the go command prints", "这是二进制文件；请给出 go 命令打印的文本"),
    ("this is {what}", "这是{what}"),
    ("use lower-case letters, digits and dashes, at most 60", "请用小写字母、数字和短横，至多 60 个"),
    ("what it replaces is recorded with --run-go only", "它替换了什么，只有用 --run-go 才会录下"),
    ("with -n nothing is built that could be recorded", "带 -n 什么也不构建，没有可以录制的"),
    (
        "{folder} has no lessons: no file NAME.yaml that begins with gostep_lesson: 1",
        "{folder} 里没有课程：没有以 gostep_lesson: 1 开头的 NAME.yaml 文件",
    ),
    ("{id:?} cannot be the name of a lesson; {rule}{hint}", "{id:?}不能作为课程的名字；{rule}{hint}"),
    (
        "{name} is no program that gostep reads; it builds what the go command says of Go source: `gostep import --run-go -o mine.json {name}` writes that, and mine.json is the program to name here",
        "{name} 不是 gostep 能读的程序；gostep 构建的是 go 命令对 Go 源码所说的内容：`gostep import --run-go -o mine.json {name}` 会写出它，这里要写的程序就是 mine.json",
    ),
    (
        "{name} is not a file or folder; lessons that come with gostep are tested with it",
        "{name} 不是文件或文件夹；gostep 自带的课程随它自己一起测试",
    ),
    ("{path}: {problem}", "{path}：{problem}"),
    (
        "{program} is not in the folder of the lesson; put the two together, so that they can be passed on together",
        "{program} 不在课程的文件夹里；请把两者放在一起，以便一起转交",
    ),
    ("{shown} failed: {}", "{shown} 失败：{0}"),
    ("{shown} has more than {most} bytes", "{shown} 超过 {most} 字节"),
    (
        "{shown} is a source file; `gostep import --run-go -o hello.json {shown}` writes the program",
        "{shown} 是源文件；`gostep import --run-go -o hello.json {shown}` 会写出程序",
    ),
    (
        "{shown} is no file; put the program beside the lesson, and write its name",
        "{shown} 不是文件；请把程序放在课程旁边，并写它的名字",
    ),
    (
        "{shown} is no text; name a program that `gostep import` wrote",
        "{shown} 不是文本；请写 `gostep import` 写出的程序",
    ),
    ("{shown} is not a file; name one that `gostep import` wrote", "{shown} 不是文件；请写 `gostep import` 写出的程序"),
    (
        "{shown} is not in the folder of the lesson; put the program beside it",
        "{shown} 不在课程的文件夹里；请把程序放在课程旁边",
    ),
    ("{shown} printed text that is not UTF-8", "{shown} 打印的文本不是 UTF-8"),
    ("{shown}: {why}", "{shown}：{why}"),
    ("{value} workers cannot be simulated; give 1 to {most}", "无法模拟 {value} 个工作槽；请写 1 到 {most}"),
    ("{wanted:?} is part of several terms: {}; name one of them", "有几个术语都含有{wanted:?}：{0}；请写明其中一个"),
    (
        "{word} is a program: write a change after it; `gostep whatif --help` lists them",
        "{word} 是程序：请在它后面写改动；`gostep whatif --help` 列出它们",
    ),
    ("{} exists; give another name, or remove it first", "{} 已经存在；请换一个名字，或者先删掉它"),
    ("{} is not a file; it comes with gostep and does not change", "{} 不是文件；它是 gostep 自带的，不会变"),
    ("{} is {}, and {} is {}; give two of the same kind", "{} 是{}，而 {} 是{}；请给出两份同一种的"),
    ("{}: {source}", "{0}：{source}"),
    ("not a number of milliseconds, such as 660 or 660.5", "不是毫秒数，例如 660 或 660.5"),
    ("no build takes so long", "没有构建会用这么久"),
    ("a build begins at 0 ms", "构建从 0 毫秒开始"),
    ("give true or false", "请写 true 或 false"),
    ("{go} was not found in PATH; name the go command with --go", "在 PATH 里没有找到 {go}；请用 --go 指明 go 命令"),
];
