use gostep_sim::reading::settings::GoCommand;
use gostep_sim::reading::{FailureKind, FileKind, Origin, Phase, Tool};

use super::lines_of_logs::act;
use super::tool_flags::FLAGS;
use crate::words::reading::{ReadingWords, RowNames};
use crate::words::sentence::say;

pub const WORDS: ReadingWords = ReadingWords {
    flags: FLAGS,
    act,
    phase,
    file,
    tool,
    failure,
    command,
    origin,
    stdin: "标准输入",
    in_brackets: say("（{}）"),
    head: say("{}：{} 行"),
    shows: "日志显示的内容",
    rows: RowNames {
        command: "命令",
        mode: "方式",
        release: "版本",
        toolchain: "工具链",
        target: "目标平台",
        workers: "工作槽（-p）",
        threads: "线程（-c）",
        features: "带有",
        result: "结果",
    },
    not_shown: "日志中看不出",
    as_typed: say("{}（输入的命令）"),
    dry: "-n：只打印，什么都没有执行",
    ran: "-x：每条命令打印后执行",
    release: say("{}（来自 -goversion）"),
    release_from: say("日志中看不出；写法是 go1.{} 及以后的"),
    release_to: say("日志中看不出；写法是 go1.{} 及以前的"),
    release_between: say("日志中看不出；写法是 go1.{} 到 go1.{} 的"),
    old_release: "这个版本早于 1.20。凡与后来版本相同的行，都照样解释。",
    workers_typed: say("{}"),
    workers_at_least: say("日志中看不出；肯定有 {} 个动作同时运行过"),
    workers_one: "日志中看不出；从行的次序看，没有两个动作重叠",
    at_least: say("至少 {}（来自 -c）"),
    from_threads: say("{}（来自 -c）"),
    threads: say("{}（{} 次编译）"),
    no_threads: say("没有给出（{} 次编译）"),
    packages: "包",
    nothing: "日志里没有编译，也没有链接。如果日志是完整的，说明一切都已是最新。",
    nothing_built: "日志里没有编译，也没有链接。",
    several: say("日志里先后有 {} 次构建。关于命令和机器，说的是最先显示出来的。"),
    failures: "失败",
    no_failures: "日志中没有失败。",
    unclear: "不清楚：日志里没有命令，却有认不出的行。",
    failed: say("{}（第 {} 行）"),
    failed_unnamed: say("没有写明是哪个包（第 {} 行）"),
    more: say("另外还有 {} 行"),
    graph: say("谁导入谁：{1} 个包的 {0} 个导入"),
    graph_key: "根据 importcfg 和 vet.cfg 文件。一个包只导入比它靠上的各行里的包，以及日志中看不出导入的包。",
    no_graph: "日志里没有 importcfg 和 vet.cfg，所以看不出谁导入谁。",
    lanes: "什么同时运行",
    lanes_key: say(
        "从左到右是日志的行，日志里没有时间。动作在运行时打印，所以行有重叠的动作是同时运行的：看得出的，最多同时 {} 个。",
    ),
    link: "链接",
    each: "逐个包",
    unnamed: say("b{}，看不出是哪个包"),
    cached: say("来自缓存：{}"),
    line: say("第 {} 行"),
    lines: say("第 {}–{} 行"),
    kinds: "各种行",
    times: say("{} 次，首次在第 {} 行"),
    so_many_lines: say("{} 行，第一行是 {}"),
    flags_head: "选项",
    unknown_flag: "从 1.21 到 1.27 的版本里，这个工具都没有这个选项；这里不知道它的含义",
    unknown_c_flag: "给 C 编译器的选项，gostep 不解释它",
    turned_off: say("已关闭；打开时的意思是：{}"),
    files_head: "文件",
    hint: say(
        "{0}:行号 逐词解释一行，--package 包 解释一个包，--grep 文字 解释含有这段文字的行，--full 解释全部，--json 给出数据。",
    ),
    objdir: say("目标目录 b{}：{}"),
    objdir_only: say("目标目录 b{}；看不出是哪个包"),
    variable,
    toolexec: "-toolexec：通过这个程序运行工具",
    exec: "-exec：构建的结果通过这个程序来运行",
    imports: "导入",
    importers: "被谁导入",
    none: "日志中没有",
    written: say("写入 {} 行"),
    about: say("工具针对 {} 的输出"),
    no_package: say("日志里没有包 {}"),
    did_you_mean: say("有的是 {}"),
    no_match: say("没有一行含有 {}"),
    no_line: say("没有第 {} 行：日志共 {} 行"),
    no_log: "其中没有一行是 go 命令打印的；请给出 `go build -x` 或其他带 -x 或 -n 的命令打印到标准错误的内容",
    reading: "正在读取",
};

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Load => "加载",
        Phase::Prepare => "准备",
        Phase::Cover => "覆盖率",
        Phase::Profile => "性能数据",
        Phase::Cgo => "cgo",
        Phase::Symabis => "A symabis",
        Phase::Compile => "B 编译",
        Phase::Assemble => "C 汇编",
        Phase::Pack => "D pack",
        Phase::BuildId => "构建 ID",
        Phase::Cache => "缓存",
        Phase::Vet => "vet",
        Phase::Link => "链接",
        Phase::Install => "安放",
        Phase::Run => "运行",
        Phase::Clean => "清理",
        Phase::Message => "消息",
        Phase::Around => "外围",
    }
}

fn file(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Importcfg => "importcfg：包的每个导入的归档文件在哪里",
        FileKind::LinkImportcfg => "importcfg.link：程序所有包的归档文件在哪里，供链接器使用",
        FileKind::Embedcfg => "embedcfg：//go:embed 把哪些文件嵌入包",
        FileKind::AsmHeader => "go_asm.h：包的 Go 代码里的常量和偏移，供它的汇编使用",
        FileKind::Symabis => "symabis：包的汇编定义和调用了哪些函数",
        FileKind::Archive => "归档文件：编译好的包，以及导入者需要知道的内容",
        FileKind::Object => "目标文件，由 pack 放进归档文件",
        FileKind::Executable => "链接器的结果，还没到它该去的地方",
        FileKind::CacheData => "构建缓存的数据文件，以内容的哈希命名",
        FileKind::CgoGo => "cgo 写出的 Go 代码",
        FileKind::CgoC => "cgo 写出的 C 代码",
        FileKind::CgoObject => "包的所有 C 目标文件链接在一起，只为查看它们需要什么",
        FileKind::TestMain => "运行测试的 main 函数",
        FileKind::TestBinary => "测试的可执行文件",
        FileKind::VetCfg => "vet 需要知道的关于一个包的信息",
        FileKind::VetOut => "vet 得到的关于一个包的事实，供导入它的包使用",
        FileKind::CoverCfg => "覆盖率的配置",
        FileKind::CoverGo => "会统计执行情况的源文件",
        FileKind::Preprofile => "编译器所读形式的 CPU 性能数据",
        FileKind::Profile => "程序的 CPU 性能数据，用来优化它",
        FileKind::TestLog => "测试看过哪些文件和变量",
        FileKind::GoSource => "Go 源文件",
        FileKind::AsmSource => "汇编源文件",
        FileKind::CSource => "C 或类似语言的源文件",
        FileKind::Header => "头文件",
        FileKind::Objdir => "包的目标目录，在工作目录里",
        FileKind::Work => "工作目录",
        FileKind::Include => "工具链的头文件，例如 textflag.h",
        FileKind::Null => "什么也不保留",
        FileKind::Stdin => "标准输入",
        FileKind::Other => "从名字看不出是什么的文件",
    }
}

fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Compile => "compile，编译器",
        Tool::Asm => "asm，汇编器",
        Tool::Link => "link，链接器",
        Tool::Pack => "pack，把目标文件放进归档文件（r：追加）",
        Tool::Buildid => "buildid，读写构建 ID",
        Tool::Cgo => "cgo，翻译带 import \"C\" 的 Go 文件",
        Tool::Vet => "vet，查找能编译却有错的地方",
        Tool::Cover => "cover，让源文件统计执行情况",
        Tool::Covdata => "covdata，合并和打印覆盖率数据",
        Tool::Preprofile => "preprofile，为编译器预处理 CPU 性能数据",
        Tool::Other => "工具链的另一个工具",
        Tool::Cc => "C 编译器",
        Tool::Ar => "ar，制作 C 目标文件的归档文件",
        Tool::PkgConfig => "pkg-config，知道 C 库的选项",
        Tool::Swig => "swig，为 C 和 C++ 库写包装代码",
        Tool::Git => "版本控制",
        Tool::Program => "构建好的程序",
        Tool::Test => "构建好的测试",
    }
}

fn failure(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Said => "go 命令自己这样说；除非只是提醒，否则命令到此为止。",
        FailureKind::Output => "工具打印了这些；可能只是警告。从写法看不出更多。",
        FailureKind::Go => "源文件有错，所以这个包没有编译成功，导入它的包也没有编译。位置写成 文件:行:列。",
        FailureKind::Assembly => "汇编源文件有错。位置写成 文件:行。",
        FailureKind::C => "C 编译器对源文件或头文件报错。位置写成 文件:行:列。",
        FailureKind::Tool => "工具出错结束，错不在源文件：原因见它打印的内容。被杀死的，往往是内存不够。",
        FailureKind::Vet => "vet 发现了能编译、但多半有错的地方。",
        FailureKind::Test => "测试失败，或无法构建；它打印的内容在前面。",
        FailureKind::Missing => {
            "导入的包或模块不能用：不存在，或不许导入。如果属于别的模块，用 `go get` 把它加进 go.mod。"
        }
        FailureKind::Cycle => "几个包互相导入，成了一个环，Go 不允许。列出的导入里要去掉一个。",
        FailureKind::Link => "包都编译好了，却拼不成程序：某个符号没有定义，或有几个定义，或 C 链接器失败。",
        FailureKind::NoCompiler => {
            "找不到需要的、叫这个名字的程序。如果是 cgo 需要的 C 编译器：请安装一个，用 CC 指定，或用 CGO_ENABLED=0 构建。"
        }
    }
}

fn command(command: GoCommand) -> &'static str {
    match command {
        GoCommand::Build => "go build",
        GoCommand::Install => "go install",
        GoCommand::Compiling => "某个要编译的命令，例如 go build；日志中看不出是哪一个",
        GoCommand::BuildOrInstall => "go build 或 go install；日志中看不出是哪一个",
        GoCommand::Run => "go run",
        GoCommand::Test => "go test",
        GoCommand::TestCompile => "go test -c",
        GoCommand::Vet => "go vet，或对没有测试的包 go test",
        GoCommand::Clean => "go clean",
        GoCommand::Other => "go 的另一个命令",
        GoCommand::NotShown => "日志中看不出",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Compiled => "个编译了",
        Origin::Failed => "编译失败",
        Origin::Cache => "个来自缓存：importcfg 或 vet.cfg 指明它们的归档文件在那里",
        Origin::Goroot => "个来自 GOROOT：importcfg 指明已安装的归档文件",
        Origin::Work => "个在工作目录里，日志中没有它们的编译",
        Origin::NotShown => "个看不出归档文件来自哪里",
    }
}

fn variable(name: &str) -> &'static str {
    match name {
        "TERM" => "让工具以为终端没有颜色，这样它的信息到处都一样",
        "GOROOT" => "工具链在哪里，链接器可能把它写进可执行文件",
        "GOROOT_FINAL" => "写进产物的 GOROOT",
        "CGO_LDFLAGS" => "给链接器的选项，来自 #cgo 行和环境变量",
        "GOCOVERDIR" => "程序把覆盖率数据留在哪里",
        "GOOS" => "为哪个系统构建",
        "GOARCH" => "为哪个架构构建",
        "CC" => "C 编译器",
        "PWD" => "程序看到的当前目录",
        _ => "只为这条命令设置的变量",
    }
}
