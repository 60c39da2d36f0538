//! The words of help for the commands that simulate builds: their options.

use crate::words::help::Table;

/// Texts by the English ones.
pub const BUILDS: Table = &[
    // Which program, and how it is built
    (
        "A program that comes with gostep, or a file that `gostep import` wrote",
        "gostep 自带的程序，或 `gostep import` 写出的文件",
    ),
    ("that of --timings, else hello", "--timings 给出的程序，否则为 hello"),
    (
        "Take the program from the output of `go list -json -deps TARGET` (- is standard input)",
        "程序取自 `go list -json -deps 目标` 的输出（- 表示标准输入）",
    ),
    ("Take the toolchain from the output of `go env -json`", "工具链取自 `go env -json` 的输出"),
    (
        "Take checksums of modules from this go.sum: `go list` tells them only since go1.23",
        "模块的校验和取自这个 go.sum：从 go1.23 起 `go list` 才会给出",
    ),
    ("GOMAXPROCS of the go command; decides the compiler's -c", "go 命令的 GOMAXPROCS；它决定编译器的 -c"),
    ("Print the names of packages as they are compiled", "编译到哪个包，就打印它的名字"),
    ("The work directory, as printed", "打印时使用的工作目录"),
    ("The directory the command is given in", "在哪个目录里执行命令"),
    ("as the list tells, else that of the main package", "列表指明的目录；没有指明时是 main 包所在的目录"),
    ("Build without -work: clean up at the end", "不带 -work：构建结束时清理工作目录"),
    (
        "Flags for the compiler, `PATTERN=FLAGS` for other packages, `all=FLAGS` for every package; may be repeated",
        "给编译器的选项；写成 `模式=选项` 则用于别的包，`all=选项` 用于每一个包；可以重复",
    ),
    (
        "Flags for the assembler, `PATTERN=FLAGS` for other packages, `all=FLAGS` for every package; may be repeated",
        "给汇编器的选项；写成 `模式=选项` 则用于别的包，`all=选项` 用于每一个包；可以重复",
    ),
    (
        "Whether the revision of the sources is stamped in, where it was recorded; false leaves it out",
        "是否写入源码的版本（录制过才有）；false 表示不写",
    ),
    ("exe, pie, c-archive, c-shared or plugin", "exe、pie、c-archive、c-shared 或 plugin"),
    (
        "The profile to optimize by, off, or auto: default.pgo beside main, if it was recorded",
        "优化所依据的性能剖析文件，或 off，或 auto：main 旁边的 default.pgo（如果记录过）",
    ),
    ("as recorded, else 4", "录制时的值，否则 4"),
    (
        "Build tags, separated by commas; the list must have been made with the same",
        "构建标签，用逗号隔开；生成列表时必须用同样的标签",
    ),
    (
        "Build for the race detector; the list must have been made with the same",
        "为竞态检测器构建；生成列表时必须用同样的选项",
    ),
    (
        "Build for the memory sanitizer of C; the list must have been made with the same",
        "为 C 的内存检查器（MSan）构建；生成列表时必须用同样的选项",
    ),
    (
        "Build for the address sanitizer of C; the list must have been made with the same",
        "为 C 的地址检查器（ASan）构建；生成列表时必须用同样的选项",
    ),
    (
        "Count what runs; the list must have been made with the same",
        "统计执行了什么（覆盖率）；生成列表时必须用同样的选项",
    ),
    ("set, count or atomic: how -cover counts", "set、count 或 atomic：-cover 怎样计数"),
    ("What -cover counts in: patterns of packages, with commas", "-cover 统计哪些包：包的模式，用逗号隔开"),
    ("the packages of the main module", "主模块的包"),
    ("Do something wrong, such as no-symabis=runtime", "故意制造一个错误，例如 no-symabis=runtime"),
    (
        "Take durations from what `go build -a -debug-actiongraph=FILE` wrote (- is standard input)",
        "耗时取自 `go build -a -debug-actiongraph=文件` 写出的文件（- 表示标准输入）",
    ),
    // build
    (
        "Print what `go build -n` would print: the commands, without running them",
        "打印 `go build -n` 会打印的内容：只列出命令，并不运行",
    ),
    ("Print the events of the build instead, one JSON object a line", "改为打印构建的事件，每行一个 JSON 对象"),
    // why
    (
        "Say why something was built again: which input changed, down to the file or flag",
        "说出为什么又构建了一遍：哪项输入变了，直到文件或选项",
    ),
    ("Of the first build (- is standard input)", "第一次构建的（- 表示标准输入）"),
    ("Of the second build, of the same kind (- is standard input)", "第二次构建的，同一种（- 表示标准输入）"),
    (
        "Both files are of the same kind, which is found out: what `GODEBUG=gocachehash=1 go build …` prints to standard error, a log of `go build -x`, or what `go list -json -deps` prints. The first kind tells everything, down to the content of each file; a log shows flags and which tools ran; a list shows files, modules and flags for C, and with -export whether anything else differs. What a file does not show is told as not shown.",
        "两个文件属于同一种，种类自动识别：`GODEBUG=gocachehash=1 go build …` 打印到标准错误的内容、`go build -x` 的日志，或者 `go list -json -deps` 的输出。第一种说明一切，直到每个文件的内容；日志显示选项和运行了哪些工具；列表显示文件、模块和给 C 的选项，加上 -export 还能看出有没有别的不同。文件里看不到的，就说看不到。",
    ),
    (
        "Exit code 0: nothing differs; 1: something does; 2: no such input, or wrong usage.",
        "退出码 0：没有不同；1：有不同；2：不是这样的输入，或用法错误。",
    ),
    // whatif
    (
        "A program (default: the sample), then what is changed before the next build",
        "程序（默认是示例程序），然后是下一次构建之前所做的改动",
    ),
    ("Print the transcript of the last build", "打印最后一次构建的日志"),
    ("Print the result as JSON", "以 JSON 打印结果"),
    (
        "The program is built once, so that the cache is full and the executable in place; then the changes are made, and it is built again.",
        "程序先构建一次，于是缓存已满，可执行文件也已就位；然后做出改动，再构建一次。",
    ),
    ("A comment is added in fmt", "fmt 里加一行注释"),
    ("A function of main changes, and the program is gone", "main 的一个函数改了，程序也删了"),
    ("fmt has a mistake", "fmt 里有一个错误"),
    // workers
    ("Say also who runs and who waits for whom at this moment", "另外说明这一时刻谁在运行、谁在等谁"),
    (
        "Every time is one of the logical clock: an action takes as long with many workers as with one. On a real machine actions share the processors, so that each gets slower when more of them run at once.",
        "所有时间都按逻辑时钟计：一个动作用时多久，与工作槽的个数无关。在真实的机器上，动作共用处理器，同时进行的越多，每一个就越慢。",
    ),
    // verify
    (
        "What `go build -x -work` or `go build -n` printed (- is standard input)",
        "`go build -x -work` 或 `go build -n` 的输出（- 表示标准输入）",
    ),
    (
        "The log has to be one of a cold build, that is, with an empty GOCACHE. Build IDs, names of cache files and unknown checksums of modules are matched by their pattern of equality, not by value. GOROOT, GOCACHE, WORK, the command (build, install or run), its directory, -o, -v, -work, GOMAXPROCS and the version control stamp are taken from the log unless flags say otherwise, and so are -trimpath, -tags, -buildmode, -pgo, -gcflags, -asmflags, -ldflags, the architecture level (GOAMD64), CGO_ENABLED, CC, CXX and CGO_CFLAGS; the report names those that the program does not bring along. Without -p, a log in which one action comes after the other is taken for one of -p 1. Colours, and what a build server puts in front of every line, are taken off.",
        "日志必须来自冷构建，也就是 GOCACHE 为空的构建。构建 ID、缓存文件名和未知的模块校验和，只比较哪些相等、哪些不等，不比较具体的值。GOROOT、GOCACHE、WORK、是哪个命令（build、install 或 run）、执行它的目录、-o、-v、-work、GOMAXPROCS 和版本信息都取自日志，除非用选项另行指定；-trimpath、-tags、-buildmode、-pgo、-gcflags、-asmflags、-ldflags、架构级别（GOAMD64）、CGO_ENABLED、CC、CXX 和 CGO_CFLAGS 也是如此，程序本身没有带来的，报告里会列出。没有写 -p 时，如果日志里的动作一个接着一个，就当作 -p 1 的日志。颜色，以及构建服务器加在每一行前面的东西，都会去掉。",
    ),
    (
        "Exit code 0: equal; 1: the log differs, with the first difference shown; 2: not a log, or wrong usage.",
        "退出码 0：相同；1：日志有差别，并显示第一处；2：不是日志，或用法不对。",
    ),
    // import
    (
        "What to build: packages or patterns such as ./... (a single directory with a go.mod is gone to), and flags of go build such as -trimpath or -tags=…, which are kept",
        "构建什么：包，或 ./... 这样的模式（单个有 go.mod 的目录会先进去）；以及 go build 的选项，例如 -trimpath 或 -tags=…；它们会保留下来",
    ),
    ("Run the go command here", "在这里运行 go 命令"),
    ("The go command", "go 命令"),
    (
        "Without --run-go and --list it prints the commands to run where Go and the sources are; the last of them is gostep import again, with --list. With --log a log is enough, if every package was compiled in it. Sources that can be read are hashed, so that action IDs are the real ones, and assembly is scanned. --run-go does all of it at once, builds the packages, and compares the simulation with go build -n: what it would build otherwise is refused.",
        "不写 --run-go 和 --list 时，打印要在有 Go 和源码的地方执行的命令；最后一条还是 gostep import，带 --list。用 --log 时，一份日志就够了，只要其中每个包都编译了。能读到的源码会算出散列，所以动作 ID 是真实的；汇编文件会扫描。--run-go 一次做完这一切，编译各个包，并把模拟与 go build -n 相比较：构建得不一样的，就拒绝导入。",
    ),
    (
        "Take the program from a log of go build -x or -n that compiles every package (- is standard input)",
        "从 go build -x 或 -n 的日志得出程序，日志中每个包都要编译（- 是标准输入）",
    ),
    ("Where to write the program", "把程序写到哪里"),
    ("One line that says what it is", "说明它是什么，一行文字"),
];
