use gostep_sim::gobuild::Cause;

#[expect(clippy::too_many_lines, reason = "a list of sentences")]
pub fn cause(cause: &Cause) -> String {
    match cause {
        Cause::NoSymabisCompile { package } => format!(
            "{package} 要取汇编约定（ABI0）下的函数地址。没有 symabis，编译器把所有没有函数体的函数都当作用寄存器传参的函数（ABIInternal），\
             于是报错。"
        ),
        Cause::NoSymabisLink { package } => format!(
            "没有 symabis，编译器以为 {package} 的汇编函数用寄存器传参（ABIInternal），也就不生成包装函数；\
             而汇编里定义的是 ABI0，链接器两边对不上。"
        ),
        Cause::NoObjects { package } => format!(
            "{package} 的归档文件里只有编译器写下的内容，没有汇编得到的目标文件。编译器生成的包装函数在，它们要调用的函数却不在。"
        ),
        Cause::NoObject { package, file } => {
            format!("{package} 的归档文件里少了 {file} 的目标文件，这个文件定义的函数也就都没有了。")
        }
        Cause::PackedTwice { package } => {
            format!("pack 只管追加，不做检查。{package} 的每个汇编函数在归档文件里都有两份，链接器不会替你挑一份。")
        }
        Cause::MissingBodies { package } => format!(
            "-complete 等于保证 {package} 的每个函数都有 Go 写的函数体。编译器信了这句话，没有函数体的函数就成了错误。"
        ),
        Cause::DefinedTwice { package } => {
            format!("symabis 告诉编译器 {package} 的汇编定义了哪些函数。其中一个在 Go 里又有了函数体。")
        }
        Cause::EmptyHeader { package, file } => format!(
            "go_asm.h 还是为阶段 A 准备的空文件。{package} 的 {file} 用到的常量和字段偏移要由编译器写进去，\
             此时汇编器一个也不认识。"
        ),
        Cause::ForeignHeader { package, file } => {
            format!("go_asm.h 找到了，却是别的包的：里面定义的名字不是 {package} 的 {file} 要用的那些。")
        }
        Cause::NoHeader { package, file } => format!(
            "{package} 的 {file} 要包含 go_asm.h，而头文件搜索路径上没有一个目录有它。报错里的是最后试过的那个目录。"
        ),
        Cause::NoCCompiler { compiler } => format!(
            "Go 文件里那些 C 的名字是什么，cgo 要问 C 编译器，而 PATH 里没有 {compiler}。如果没有设置 CGO_ENABLED，go 命令会发现这一点，\
             不用 cgo 来构建；net 之类的包为此另有一些文件。"
        ),
        Cause::NoInclude { package } => format!(
            "textflag.h 等工具链自带的头文件在 $GOROOT/pkg/include 里。没有指向它的 -I，{package} 要包含的文件就找不到，\
             连阶段 A 的扫描也过不去。"
        ),
        Cause::ImportDropped { package, dep } => format!(
            "编译器不会自己去找包，它只打开 importcfg 里列出的文件；而 {package} 的 importcfg 里没有 {dep} 这一行。"
        ),
        Cause::ArchiveMissing { package, dep, path } => {
            format!("{package} 的 importcfg 说 {dep} 在 {path}，而那里没有文件。")
        }
        Cause::WrongArchive { package, dep, other } => format!(
            "{package} 的 importcfg 在 {dep} 这一行写的是 {other} 的归档文件。归档文件里记着自己的导入路径，所以编译器看得出来。"
        ),
        Cause::NamelessArchive { package } => {
            format!("{package} 编译时没有给 -p，归档文件不知道自己的导入路径，导入它的包便不肯接受。")
        }
        Cause::NotAnArchive { package, dep } => {
            format!("{package} 的 importcfg 给 {dep} 写的是一个文本文件。编译器看了开头几个字节，发现不是归档文件。")
        }
        Cause::SpoiledCache { package } => format!(
            "缓存里 {package} 的文件大小没变，go 命令不读内容就拿来用；可是开头的字节已经不像归档文件，真正要读它的工具发现了。"
        ),
        Cause::ForeignArch { dep, arch, goarch } => {
            format!("每个目标文件开头都写着它面向的系统和架构。{dep} 的写的是 {arch}，而这次构建的是 {goarch}。")
        }
        Cause::LinkDropped { dep } => {
            format!("importcfg.link 必须列出程序里的每一个包，main 没有直接导入的也要列。这里少了 {dep}。")
        }
        Cause::LinkMissing { dep, path } => format!("importcfg.link 说 {dep} 在 {path}，而那里没有文件。"),
        Cause::Fingerprint { dep, importer } => format!(
            "{importer} 是照着旧的 {dep} 编译的，记下了当时导出数据的指纹。后来 {dep} 的接口变了，链接器一比指纹，\
             便拒绝链接。"
        ),
        Cause::NotMain { package } => format!("链接器的最后一个参数必须是 main 包的归档文件，而 {package} 不是。"),
        Cause::AbiWithoutPath { package, file } => format!(
            "{package} 的 {file} 指明了函数的调用约定（ABIInternal）。只有运行时的少数几个包可以这样写；没有 -p，汇编器不知道它就是其中之一。"
        ),
        Cause::DirectiveWithoutPath { package } => format!(
            "{package} 里有 //go:systemstack 这样的编译指令，只有运行时的少数几个包可以用。没有 -p，编译器不知道它就是其中之一。"
        ),
        Cause::Unlinkable { package } => format!(
            "{package} 的一个目标文件生成时没有给 -p，不知道自己属于哪个包。从 go1.20 起，这样的目标文件不能链接。"
        ),
        Cause::SyntaxError { package } => {
            format!("编译器的语法分析器在 {package} 的函数之外碰到一个右花括号，这时还没轮到看类型和导入。")
        }
        Cause::TypeError { package } => {
            format!("{package} 里把字符串常量赋给了 int。编译器的类型检查在生成代码之前就发现了。")
        }
        Cause::Undefined { package } => format!("{package} 用了一个没有声明过的名字，语言本身也没有。"),
        Cause::UnusedImport { package, path } => {
            format!("{package} 导入了 {path} 却没有用到。在 Go 里这是编译错误，不是警告。")
        }
        Cause::NotImported { package, path } => {
            format!("{package} 在没有导入 {path} 的文件里用了它。编译器从不去猜一个名字可能是哪个包。")
        }
        Cause::BodylessLink { package } => format!(
            "{package} 声明了一个没有函数体的函数。因为没有 -complete，编译器以为函数体在别处；到链接时才发现哪里都没有。"
        ),
        Cause::NoMain => "编译器并不要求有 func main。调用 main.main 的是 runtime，找不到它的是链接器。".to_owned(),
        Cause::MissingImport { package, path } => format!(
            "go 命令在安排任何动作之前先查清每一个导入。{package} 导入了 {path}，却没有哪里提供它，所以一条命令也没有运行。"
        ),
        Cause::Cycle { from, to } => {
            format!("{from} 导入了 {to}，而 {to} 又需要 {from}。两边都没法先编译，go 命令还没开始构建就指了出来。")
        }
        Cause::TwoNames { package } => format!(
            "一个目录里的 Go 文件都属于同一个包。在 {package} 的文件旁边，有一个文件的 package 子句写的是另一个名字。"
        ),
        Cause::NoGoMod => {
            "不写文件名时，go build 构建当前目录的包，而这个目录必须在某个模块里。这里和上层目录都没有 go.mod。"
                .to_owned()
        }
        Cause::Output => {
            "目录里只放 main 包的可执行文件，各用各的名字；不写 -o 时，结果不能与已有的目录同名。".to_owned()
        }
        Cause::HarmlessRuntimeLine { package } => format!(
            "{package} 的源码并没有导入这个包；这一行是 go 命令为链接而给每个 main 包加上的，编译器根本不打开它。"
        ),
        Cause::HarmlessBuildIds => {
            "构建 ID 是给 go 命令判断是否最新用的。编译器和链接器只是照抄，没有它程序照样运行。".to_owned()
        }
        Cause::HarmlessBody { package } => format!(
            "变的只是函数体。链接器比较的指纹只涵盖导入 {package} 的包看得见的东西，所以新代码一声不响就链接进去了。"
        ),
        Cause::HarmlessAssembly { package } => format!(
            "程序走得到的代码都用不着 {package} 里缺的东西：链接器只找被调用的函数，有些函数编译器在调用处就直接生成了。"
        ),
        Cause::HarmlessPath { package } => {
            format!("没有 -p 时，只要 package 子句写的是 main，编译器就知道路径，所以 {package} 什么也不缺。")
        }
        Cause::HarmlessCompile { package } => format!("{package} 编译出来还是一样：里面没有什么依赖被省掉的东西。"),
        Cause::HarmlessArchive => {
            "不是 main 包就只编译，不链接。给了 -o，结果就是归档文件本身：名字对，却不能运行。".to_owned()
        }
    }
}
