//! Changes that cannot be made.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    ("; its Go files: {go}", "；它的 Go 文件：{go}"),
    (
        "CC={cc}: {} uses cgo, and what this compiler accepts is not known; list the program again with it",
        "CC={cc}：{0} 使用 cgo，而这个编译器接受什么并不知道；请用它重新列出程序",
    ),
    (
        "CGO_ENABLED={}: package {package} has other files then; list the program again with that setting",
        "CGO_ENABLED={0}：这时包 {package} 有别的文件；请用这个设置重新列出程序",
    ),
    (
        "GOARCH={goarch} does not go together with edits made before it; write it first, or `undo` them",
        "GOARCH={goarch} 不能放在对源码的改动之后；请先写它，或者用 `undo` 撤回那些改动",
    ),
    (
        "GOARCH={goarch}: there is no such architecture{hint}; known are {known}",
        "GOARCH={goarch}：没有这个体系结构{hint}；已知的有 {known}",
    ),
    (
        "GOARCH={goarch}: which files {} has there is not known; list it with GOARCH={goarch} and build that",
        "GOARCH={goarch}：那里 {0} 有哪些文件并不知道；请用 GOARCH={goarch} 列出并构建它",
    ),
    ("alter-output: there is no executable to alter", "alter-output：没有可执行文件可以改"),
    (
        "an import of C makes the file one for cgo, and what cgo makes of it is not known; choose a Go package",
        "导入 C 会使文件交给 cgo 处理，而 cgo 会生成什么并不知道；请选一个 Go 包",
    ),
    ("assumed: {left_out}", "假定：{left_out}"),
    ("can be inlined", "可以内联"),
    ("clean-cache: the cache is empty already", "clean-cache：缓存已经是空的"),
    ("delete-output: there is no executable to delete", "delete-output：没有可执行文件可以删"),
    ("dir={path}: that is where the sources are already", "dir={path}：源码已经在那里"),
    (
        "dir={path}: without modules, what is compiled depends on the directory; list it again from there",
        "dir={path}：没有模块时，编译什么取决于目录；请在那里重新列出",
    ),
    (
        "dir={path}: {} belongs to a module, whose packages would all move; list it again from there",
        "dir={path}：{0} 属于一个模块，模块的包会全部移动；请在那里重新列出",
    ),
    ("edited: {}", "改过的有：{}"),
    ("fmt.Fprintln or fmt.(*pp).doPrintln", "fmt.Fprintln 或 fmt.(*pp).doPrintln"),
    ("fmt.Println or time.Time.Unix", "fmt.Println 或 time.Time.Unix"),
    (
        "gcflags={flags}: which importers' archives change with the flags of some packages was not measured; write gcflags=all=FLAGS, or gcflags=FLAGS for the main package",
        "gcflags={flags}：只改一部分包的选项时，哪些导入者的归档文件会变没有实测过；请写 gcflags=all=选项，或者用 gcflags=选项 只改 main 包",
    ),
    ("is generic, so its body is compiled elsewhere, too", "是泛型函数，所以它的函数体在别处也会编译"),
    ("is not inlined", "不内联"),
    ("its functions {are}: {names}", "它{are}的函数：{names}"),
    (
        "no function of {name} {lacks} and could be edited; packages that have one: {}, …",
        "{name} 里没有{lacks}而且可以改的函数；有这种函数的包：{0}……",
    ),
    ("none", "无"),
    ("nothing was", "什么也没有改过"),
    ("package {name} has no file {file:?}{hint}", "包 {name} 没有文件{file:?}{hint}"),
    ("package {name} has no function {written:?}{hint}", "包 {name} 没有函数{written:?}{hint}"),
    ("that are not inlined", "不内联"),
    ("that can be inlined", "可以内联"),
    (
        "the cache entry of {name} is spoiled already; write `then` between the two",
        "缓存里 {name} 的条目已经破坏；请在两者之间写 `then`",
    ),
    ("the cache has no entry of {name} to spoil{others}", "缓存里没有 {name} 的条目可以破坏{others}"),
    ("the standard library", "标准库"),
    (
        "there is no change or fault {name:?}{hint}; `gostep whatif --help` lists them",
        "没有改动或故障{name:?}{hint}；`gostep whatif --help` 列出它们",
    ),
    (
        "this edit was not measured: the transcript has the least that can be rebuilt",
        "这处改动没有实测过：日志里是至少要重新构建的部分",
    ),
    ("undo: there is no edit to take back", "undo：没有改动可以撤回"),
    ("undo={name}: {name} was not edited; {choice}", "undo={name}：{name} 没有改过；{choice}"),
    ("what changes do to go run is not modelled; take go build", "改动对 go run 有什么影响不在模拟之列；请用 go build"),
    ("write PKG.FUNC, such as {such}", "请写 PKG.FUNC，例如 {such}"),
    ("write a number from 1", "请写从 1 起的数"),
    ("write an absolute path", "请写绝对路径"),
    ("write import=PKG:PATH", "请写 import=PKG:PATH"),
    ("write {name}={wanted}", "请写 {name}={wanted}"),
    ("write {name}={}", "请写 {name}={0}"),
    ("write {}=PKG/FILE", "请写 {}=PKG/FILE"),
    ("{0} {is}; write {other}={name}.{0}", "{0} {is}；请写 {other}={name}.{0}"),
    (
        "{change}: there is no package {package:?} in program {program}{hint}",
        "{change}：程序 {program} 里没有包{package:?}{hint}",
    ),
    ("{change}: {problem}", "{change}：{problem}"),
    ("import={package}:{import}: {source}", "import={package}:{import}：{source}"),
    (
        "{file} imports C, so what else than touch and comment changes is not known; other Go files of {name}: {go}",
        "{file} 导入 C，所以除了 touch 和 comment，别的改动影响什么并不知道；{name} 的其他 Go 文件：{go}",
    ),
    ("{file} is a file; write {}={path}.FUNC", "{file} 是文件；请写 {0}={path}.FUNC"),
    (
        "{file} is no Go file, so only touch and comment are possible; Go files of {name}: {go}",
        "{file} 不是 Go 文件，所以只能用 touch 和 comment；{name} 的 Go 文件：{go}",
    ),
    (
        "{name} is part of the standard library, which imports only from itself",
        "{name} 属于标准库，标准库只导入自己的包",
    ),
    ("{name} takes no value", "{name} 不带值"),
    (
        "{path} is built into the compiler: it has no files and no archive",
        "{path} 内建在编译器里：它没有文件，也没有归档文件",
    ),
    (
        "{path} is internal to {whose}, so {name} may not import it; choose one without internal/ in its path",
        "{path} 是{whose}内部的包，所以 {name} 不可以导入它；请选一个路径里没有 internal/ 的包",
    ),
    ("{path} is the program itself, which nothing may import", "{path} 就是程序自己，谁也不可以导入它"),
    (
        "{setting} is set twice for one build; leave one out, or write `then` between them",
        "一次构建里 {setting} 设了两次；请去掉一个，或者在两者之间写 `then`",
    ),
    ("{shown} and {} more", "{shown} 等（还有 {0} 个）"),
    ("{} has no body in Go", "{} 在 Go 里没有函数体"),
    (
        "{} has {mains} main packages, and what changes do is told of one; take one of them",
        "{0} 有 {mains} 个 main 包，而改动的影响只就其中一个来说；请只用一个",
    ),
];
