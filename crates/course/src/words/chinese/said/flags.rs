//! Flags of a build.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    (
        "--buildvcs: the revision of the sources is not known; record the program in its repository",
        "--buildvcs：不知道源码的修订版本；请在它的仓库里录制程序",
    ),
    ("--fault {fault}: {problem}", "--fault {fault}：{problem}"),
    (
        "--tags {tags}: {} was recorded with other tags ({}), which may select other files; record it again",
        "--tags {tags}：{0} 录制时用了别的标签（{1}），可能选用别的文件；请重新录制",
    ),
    (
        "-buildmode=plugin of files is not modelled, since contents name such a plugin; name the package",
        "对文件用 -buildmode=plugin 不在模拟之列，因为这样的插件由内容命名；请写包名",
    ),
    ("-buildmode={mode} is not modelled on {target}", "在 {target} 上，-buildmode={mode} 不在模拟之列"),
    ("-buildmode={mode} with {} is not modelled", "-buildmode={mode} 与 {0} 同用，不在模拟之列"),
    ("-buildmode={mode} {problem}", "-buildmode={mode} {problem}"),
    ("-buildmode={}: {problem}", "-buildmode={0}：{problem}"),
    (
        "-cover: GOEXPERIMENT has nocoverageredesign, with which gostep does not model it",
        "-cover：GOEXPERIMENT 里有 nocoverageredesign，gostep 不模拟这时的 -cover",
    ),
    ("-covermode and -coverpkg ask for -cover", "-covermode 和 -coverpkg 要与 -cover 同用"),
    ("-coverpkg={text}: {problem}", "-coverpkg={text}：{problem}"),
    ("-{flag}={text}: {problem}", "-{flag}={text}：{problem}"),
    ("-{name} of the {} needs a value", "{0}的 -{name} 要带值"),
    (
        "external linking needs runtime/cgo, which a program without cgo does not list; leave it out",
        "外部链接需要 runtime/cgo，而不用 cgo 的程序列不出它；请去掉",
    ),
    ("flags begin with -, or with PATTERN=", "选项以 - 或 PATTERN= 开头"),
    (
        "go install keeps the archive of {path} ({}), which is not modelled",
        "go install 会保存 {path} 的归档文件（{0}），这不在模拟之列",
    ),
    ("go {} -buildmode={mode} is not modelled", "go {0} -buildmode={mode} 不在模拟之列"),
    ("go {} has no flag -o; leave it out", "go {} 没有选项 -o；请去掉"),
    ("it may not begin with a quote", "它不可以以引号开头"),
    ("main exports functions to C", "main 向 C 导出函数"),
    ("no default.pgo (-pgo=off)", "没有 default.pgo（-pgo=off）"),
    ("no package of the program matches it", "程序里没有与它匹配的包"),
    ("no version control stamp (-buildvcs=false)", "没有版本控制信息（-buildvcs=false）"),
    ("the command is given in {dir} (--dir)", "命令在 {dir} 里执行（--dir）"),
    (
        "the module cache has the vendored modules (else give --go-sum /dev/null)",
        "模块缓存里有 vendor 的模块（否则请写 --go-sum /dev/null）",
    ),
    (
        "the package list does not tell where go install puts {} (the field Target); list it again",
        "包列表没有说明 go install 把 {} 放在哪里（字段 Target）；请重新列出",
    ),
    (
        "the packages are named in the order of the list (else import it with its TARGETs)",
        "各包按列表的次序写在命令行上（否则请带上各个 TARGET 导入）",
    ),
    ("the {} has no flag -{name}{hint}", "{0}没有选项 -{name}{hint}"),
    ("there is no pattern before the =", "= 的前面没有模式"),
    (
        "what a second build of a library finds in the cache is not modelled",
        "库的第二次构建在缓存里能找到什么，不在模拟之列",
    ),
    (
        "what goes wrong in a build with -cover is not modelled; leave the fault or -cover out",
        "带 -cover 的构建会怎样出错，不在模拟之列；请去掉故障或 -cover",
    ),
    ("which packages are tools is not in a package list; write import paths", "包列表看不出哪些包是工具；请写导入路径"),
    (
        "{code} came to Unicode after version 15.0; gostep does not know how every release of Go writes it",
        "{code} 在 Unicode 15.0 之后才加入；gostep 不知道 Go 的每个版本怎样写它",
    ),
    (
        "{what} requires external (cgo) linking, which gostep does not model",
        "{what} 需要外部（cgo）链接，gostep 不模拟它",
    ),
    ("{word} is no flag of the {}: flags begin with -", "{word} 不是{0}的选项：选项以 - 开头"),
    ("{} is a tool of Go, whose installation is not modelled", "{} 是 Go 的工具，它的安装不在模拟之列"),
    ("{}: {problem}", "{0}：{problem}"),
    ("compiler", "编译器"),
    ("linker", "链接器"),
    ("assembler", "汇编器"),
];
