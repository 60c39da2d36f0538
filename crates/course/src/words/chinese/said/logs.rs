//! Logs that cannot be read, or do not show enough.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    ("; it says {line:?}", "；它说{line:?}"),
    ("line {line} has no build info that can be read", "第 {line} 行没有能读懂的构建信息"),
    (
        "line {line} has {} MB, more than a command of go build ever has; remove it, or write a log with `go build -x -work 2> FILE`",
        "第 {line} 行有 {0} MB，go build 的命令不会这么长；请删掉它，或者用 `go build -x -work 2> FILE` 写日志",
    ),
    (
        "line {line} is an event of `go build -json`, whose lines cannot be compared; write a log without -json: `go build -x -work 2> FILE` (`gostep explain` reads this one)",
        "第 {line} 行是 `go build -json` 的事件，它的各行无法比较；请不用 -json 写日志：`go build -x -work 2> FILE`（`gostep explain` 能读这一份）",
    ),
    (
        "neither what `GODEBUG=gocachehash=1 go build` prints, nor a log of `go build -x`, nor what `go list -json -deps` prints",
        "既不是 `GODEBUG=gocachehash=1 go build` 的输出，也不是 `go build -x` 的日志，也不是 `go list -json -deps` 的输出",
    ),
    (
        "no line of it is of `go build -x` or `go build -n`{says}; write a log with `go build -x -work 2> FILE`",
        "没有一行属于 `go build -x` 或 `go build -n`{says}；请用 `go build -x -work 2> FILE` 写日志",
    ),
    ("not what `go list -json -deps` prints: {value}", "不是 `go list -json -deps` 的输出：{value}"),
    ("object directories are missing from the log, so packages are", "日志里缺少目标目录，也就缺少包"),
    (
        "the log has no {value}; it takes the log of a build that compiles every package and links one program",
        "日志里没有 {value}；需要的是编译所有包并链接一个程序的构建的日志",
    ),
    (
        "the log is empty; write a log with `go build -x -work 2> FILE`, on an empty cache",
        "日志是空的；请在空的缓存上用 `go build -x -work 2> FILE` 写日志",
    ),
    (
        "this is {value}; give the text that `go build -x -work` prints to standard error",
        "这是{value}；请给出 `go build -x -work` 打印到标准错误的文本",
    ),
    (
        "{package} {what}, of which a log does not show enough; use gostep import with the lists of the go command",
        "{package} {what}，日志对此显示得不够；请用 gostep import 读 go 命令的列表",
    ),
    (
        "{value} was not compiled in this log, so its files are not known; write the log with -a, or with an empty GOCACHE",
        "{value} 在这份日志里没有编译，所以不知道它的文件；请用 -a 或空的 GOCACHE 写日志",
    ),
    ("has files of several directories", "的文件在几个目录里"),
    ("uses cgo", "使用 cgo"),
    ("is covered", "带有覆盖率统计"),
];
