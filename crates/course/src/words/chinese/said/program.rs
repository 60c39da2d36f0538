//! Programs: package lists, environments, recorded files, action graphs.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    (
        "-cover: the list does not show that it was made with -cover; a list that was has runtime/coverage although nothing imports it. Make it with `go list -cover -json -deps TARGET`; libraries, and programs that import runtime/coverage themselves, cannot be built with -cover here",
        "-cover：看不出列表是用 -cover 列出的；用它列出的列表里有 runtime/coverage，尽管谁也没有导入它。请用 `go list -cover -json -deps TARGET` 列出；库，以及自己导入 runtime/coverage 的程序，在这里不能用 -cover 构建",
    ),
    ("; try it with CGO_ENABLED=0 for both go list and go env", "；可以让 go list 和 go env 都用 CGO_ENABLED=0 再试"),
    (
        "; write the flags that it answers into #cgo CFLAGS and #cgo LDFLAGS",
        "；请把它给出的选项写进 #cgo CFLAGS 和 #cgo LDFLAGS",
    ),
    ("C files without cgo", "不经 cgo 的 C 文件"),
    ("C++ files without cgo", "不经 cgo 的 C++ 文件"),
    ("Fortran files", "Fortran 文件"),
    ("Objective-C files", "Objective-C 文件"),
    ("SWIG files", "SWIG 文件"),
    (
        "GOEXPERIMENT is {given:?} in the environment, and the list is of another ({:?}): make both with the same setting",
        "环境里的 GOEXPERIMENT 是{given:?}，而列表用的是另一个（{0:?}）：请用同样的设置生成两者",
    ),
    (
        "GOFIPS140 is {:?}, which changes the build in ways that gostep does not model; record the program without it",
        "GOFIPS140 是{:?}，它改变构建的方式 gostep 不模拟；请去掉它再录制程序",
    ),
    ("GOFLAGS has", "GOFLAGS 里有"),
    ("GOFLAGS: {problem}", "GOFLAGS：{problem}"),
    (
        "GOHOSTOS is windows: gostep knows the commands of hosts whose paths have slashes; take list and environment on Linux, macOS or in WSL, with GOOS=windows to build for Windows",
        "GOHOSTOS 是 windows：gostep 只了解路径用斜杠的主机上的命令；请在 Linux、macOS 或 WSL 里生成列表和环境，为 Windows 构建时用 GOOS=windows",
    ),
    (
        "GOVERSION {:?} is not modelled; gostep knows the rules of go1.{} to go1.{}",
        "GOVERSION {:?}不在模拟之列；gostep 了解 go1.{} 到 go1.{} 的规则",
    ),
    ("UTF-16 text that is damaged", "损坏的 UTF-16 文本"),
    ("a binary file", "二进制文件"),
    ("adds packages to main", "会给 main 增加包"),
    ("asks pkg-config for flags (#cgo pkg-config: {library})", "向 pkg-config 要选项（#cgo pkg-config: {library}）"),
    ("chooses other files and adds packages", "会选用别的文件并增加包"),
    (
        "embedded programs: {}{}; or name a file that `gostep import` wrote",
        "自带的程序有：{}{}；也可以写 `gostep import` 写出的文件",
    ),
    ("for {} instead of Linux", "目标系统是 {}，不是 Linux"),
    ("go build refuses it: {}: no non-test Go files in {}", "go build 会拒绝它：{}: no non-test Go files in {}"),
    ("has {kind} ({file})", "含有{kind}（{file}）"),
    (
        "in the build of this action graph nothing was compiled: all was in the cache, or it was a build with -n; record it with -a or an empty GOCACHE",
        "这份动作图的构建什么也没有编译：一切都在缓存里，或者构建用了 -n；请用 -a 或空的 GOCACHE 录制",
    ),
    ("it compiles {path}", "它编译 {path}"),
    ("it links {linked}", "它链接 {linked}"),
    (
        "its roots are not the packages that were named on the command line; record it again",
        "它的根不是命令行上写出的包；请重新录制",
    ),
    (
        "needs runtime/cgo, which this list does not have; list the program with the same flag",
        "需要 runtime/cgo，而这份列表里没有；请用同样的选项列出程序",
    ),
    (
        "no action that compiled a package has both TimeStart and TimeDone; record the file with `go build -a -debug-actiongraph=FILE`",
        "编译包的动作都没有同时带 TimeStart 和 TimeDone；请用 `go build -a -debug-actiongraph=FILE` 录制",
    ),
    (
        "no main package: the list ends with {package} of package {name}, which go build compiles and throws away; list a main package",
        "没有 main 包：列表以 {package} 结尾，它的包名是 {name}，go build 编译后就丢弃；请列出一个 main 包",
    ),
    ("not UTF-8 text (at byte {})", "不是 UTF-8 文本（第 {} 字节处）"),
    (
        "package {import} is neither in the program nor among the packages that it could import{hint}",
        "包 {import} 既不在程序里，也不在程序能导入的包之中{hint}",
    ),
    ("package {package} {what}, which gostep does not model{hint}", "包 {package} {what}，gostep 不模拟这种情况{hint}"),
    (
        "several main packages have a default.pgo, for which the list has packages of their own ({}), which is not modelled; make it with -pgo=off",
        "有几个 main 包带有 default.pgo，列表因此有专属于它们的包（{}），这不在模拟之列；请用 -pgo=off 列出",
    ),
    (
        "the JSON is cut short after {packages_before} complete packages; write the whole output of `go list -json -deps` again",
        "JSON 在 {packages_before} 个完整的包之后中断；请重新写出 `go list -json -deps` 的全部输出",
    ),
    (
        "the JSON is cut short; write it again with `go build -debug-actiongraph=FILE`",
        "JSON 不完整；请用 `go build -debug-actiongraph=FILE` 重新写出",
    ),
    (
        "the JSON is cut short; write the whole output of `go env -json` again",
        "JSON 不完整；请重新写出 `go env -json` 的全部输出",
    ),
    (
        "the action graph has no build action; write it with `go build -debug-actiongraph=FILE`",
        "动作图里没有构建动作；请用 `go build -debug-actiongraph=FILE` 写出",
    ),
    ("the action of {} has no TimeStart and TimeDone", "{} 的动作没有 TimeStart 和 TimeDone"),
    (
        "the environment lacks GOVERSION; take the whole output of `go env -json`",
        "环境里缺少 GOVERSION；请用 `go env -json` 的全部输出",
    ),
    ("the file ends too early: a part of it is missing", "文件过早结束：缺了一部分"),
    ("the file is empty", "文件是空的"),
    ("the graph builds {} more than once, in several variants", "动作图以几种变体多次构建 {}"),
    (
        "the graph has actions of the kind {:?}, which cannot be simulated from a graph alone; name its PROGRAM, too",
        "动作图里有种类为{:?}的动作，只凭动作图无法模拟；请把它的程序也写出来",
    ),
    ("the graph has no package that no other one needs", "动作图里每个包都有别的包需要它，找不到根"),
    ("the graph is of several packages ({}); record the build of one", "动作图属于几个包（{}）；请录制其中一个的构建"),
    ("the link", "链接"),
    (
        "the list and the environment do not belong together: CGO_ENABLED is 0 in the environment, and the list has {} with cgo; make both with the same setting",
        "列表和环境对不上：环境里 CGO_ENABLED 是 0，而列表里的 {} 用了 cgo；请用同样的设置生成两者",
    ),
    (
        "the list and the environment do not belong together: CGO_ENABLED is 1 in the environment, and the list has {path} without cgo; make both with CGO_ENABLED=0, or give --tags {tag} if the list was made with -tags {tag}",
        "列表和环境对不上：环境里 CGO_ENABLED 是 1，而列表里的 {path} 没有用 cgo；请都用 CGO_ENABLED=0 生成，或者在列表用 -tags {tag} 列出时写 --tags {tag}",
    ),
    (
        "the list and the environment do not belong together: {variable} is {of_env} in the environment, and the list is of {of_list}; make both with the same go command and settings",
        "列表和环境对不上：环境里 {variable} 是 {of_env}，而列表属于 {of_list}；请用同一个 go 命令和同样的设置生成两者",
    ),
    (
        "the list lacks {} of its packages, which a build depends on; write it with `go list -json -deps TARGET`, without a choice of fields",
        "列表里的包缺少构建所依赖的 {}；请用 `go list -json -deps TARGET` 写出，不要挑选字段",
    ),
    (
        "the list was made with -test ({} is there for a test); make it without",
        "列表是用 -test 列出的（{} 是为测试而列的）；请去掉它再列",
    ),
    ("the program has no package {path}", "程序里没有包 {path}"),
    (
        "there is no package list, only {said:?}; mend that, and list the program again",
        "这里没有包列表，只有{said:?}；请改正它所说的，再列出程序",
    ),
    ("there is no program {name:?}; {hint}", "没有程序{name:?}；{hint}"),
    (
        "these are times of another program: {other}, which {} does not; record the build of the program itself",
        "这是另一个程序的用时：{other}，而 {0} 不是这样；请录制这个程序自己的构建",
    ),
    (
        "this JSON object has no ImportPath, so it is not a package of `go list -json -deps`",
        "这个 JSON 对象没有 ImportPath，所以不是 `go list -json -deps` 的包",
    ),
    ("this is JSON, but no program", "这是 JSON，但不是程序"),
    ("this is not JSON: {message}", "这不是 JSON：{message}"),
    (
        "this is not the JSON of a package list ({}); give what `go list -json -deps` prints to standard output",
        "这不是包列表的 JSON（{}）；请给出 `go list -json -deps` 打印到标准输出的内容",
    ),
    (
        "this is what `go env -json` prints; give it with --env, and what `go list -json -deps` prints with --list",
        "这是 `go env -json` 的输出；请用 --env 给出它，用 --list 给出 `go list -json -deps` 的输出",
    ),
    (
        "this is what `go env` prints without -json; take the output of `go env -json`",
        "这是 `go env` 不带 -json 的输出；请用 `go env -json` 的输出",
    ),
    (
        "this is what `go list -json` prints; give it with --list, and what `go env -json` prints with --env",
        "这是 `go list -json` 的输出；请用 --list 给出它，用 --env 给出 `go env -json` 的输出",
    ),
    ("unterminated {first} string", "引号 {first} 没有闭合"),
    ("uses cgo ({}) {why}", "使用 cgo（{}），{why}"),
    (
        "with a C compiler that takes other flags than gcc (GOGCCFLAGS is {shown:?})",
        "而 C 编译器接受的选项与 gcc 不同（GOGCCFLAGS 是{shown:?}）",
    ),
    ("with a quote in {variable} that does not end", "而 {variable} 里有没有闭合的引号"),
    ("with {command:?} for {variable}, which is no command", "而 {variable} 是{command:?}，这不是命令"),
    ("with {flag} in {variable}, which may change how it is linked", "而 {variable} 里的 {flag} 可能改变链接的方式"),
    (
        "{error}; expected facts that tools/record_sources.py wrote",
        "{error}；这里应是 tools/record_sources.py 写出的事实",
    ),
    (
        "{field} {text:?} of {} {} is not a time such as \"2024-05-01T12:00:00.5Z\"",
        "{0} {1} 的 {field} {text:?}不是 \"2024-05-01T12:00:00.5Z\" 这样的时间",
    ),
    (
        "{flag}: the list was made without {flag}, which {does}; make it with `go list {flag} -json -deps TARGET`, or record the program with `gostep import --run-go -o FILE {flag} TARGET`",
        "{flag}：列表不是用 {flag} 列出的，而它{does}；请用 `go list {flag} -json -deps TARGET` 列出，或者用 `gostep import --run-go -o FILE {flag} TARGET` 录制程序",
    ),
    (
        "{flag}=false: the list was made with {flag}, which {does}; make it without",
        "{flag}=false：列表是用 {flag} 列出的，而它{does}；请去掉它再列",
    ),
    (
        "{message}; expected the list of actions that `go build -debug-actiongraph=FILE` writes",
        "{message}；这里应是 `go build -debug-actiongraph=FILE` 写出的动作列表",
    ),
    (
        "{name:?} has the character {code}, which Unicode got after version 15.0; gostep does not know how every release of Go writes it",
        "{name:?}里有字符 {code}，它在 Unicode 15.0 之后才加入；gostep 不知道 Go 的每个版本怎样写它",
    ),
    ("{name} was recorded with", "{name} 录制时用了"),
    (
        "{origin} has no time of {} of the program's actions ({names}); a model fills in",
        "{origin} 里没有程序中 {0} 个动作的用时（{names}）；由模型补上",
    ),
    (
        "{origin}: go list reports an error for package {package}: {message}; mend the program and list it again",
        "{origin}：go list 对包 {package} 报告错误：{message}；请改好程序，再列一次",
    ),
    ("{origin}: import cycle: {}", "{origin}：循环导入：{0}"),
    (
        "{origin}: no package to build: all {packages} packages are marked DepOnly; the list should end with the main package",
        "{origin}：没有要构建的包：全部 {packages} 个包都标着 DepOnly；列表应以 main 包结尾",
    ),
    (
        "{origin}: package {package} imports {import}, which is not in the list{hint}; list the program with `go list -json -deps`",
        "{origin}：包 {package} 导入 {import}，而列表里没有它{hint}；请用 `go list -json -deps` 列出程序",
    ),
    ("{origin}: package {package} is listed twice", "{origin}：包 {package} 列了两次"),
    (
        "{origin}: program format {format} is newer than this gostep knows ({known}); update gostep",
        "{origin}：程序的格式 {format} 比这个 gostep 所知的（{known}）新；请更新 gostep",
    ),
    (
        "{origin}: the list has no packages; write it with `go list -json -deps TARGET`",
        "{origin}：列表里没有包；请用 `go list -json -deps TARGET` 写出",
    ),
    ("{origin}: {problem}", "{origin}：{problem}"),
    ("{origin}:{line}:{column}: {problem}", "{origin}:{line}:{column}：{problem}"),
    (
        "{package} cannot import {import}: that would be an import cycle: {}",
        "{package} 不能导入 {import}：那会形成循环导入：{0}",
    ),
    ("{package} imports {import} already", "{package} 已经导入 {import}"),
    ("{path}: this is {what}; give what the go command printed", "{path}：这是{what}；请给出 go 命令打印的内容"),
    ("{says} {flag}, which gostep does not model", "{says} {flag}，gostep 不模拟它"),
    ("{} {} ends before it starts: TimeDone is before TimeStart", "{} {} 在开始之前就结束了：TimeDone 早于 TimeStart"),
    (
        "{}; expected a program that `gostep import` wrote (the output of `go list` is given with --list)",
        "{}；这里应是 `gostep import` 写出的程序（`go list` 的输出用 --list 给出）",
    ),
    ("{}; expected facts about export data", "{}；这里应是关于导出数据的事实"),
    ("{}; expected measurements of rebuilds", "{}；这里应是重新构建的实测结果"),
    ("{}; expected what `go env -json` prints", "{}；这里应是 `go env -json` 的输出"),
    ("{}; expected what `go list -json -deps` prints", "{}；这里应是 `go list -json -deps` 的输出"),
];
