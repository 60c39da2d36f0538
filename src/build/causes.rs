//! Why a build fails, or does not: a sentence or two, in English and in Chinese.

use super::faults::{Fault, Line, Mistake, Slip};

/// Why a tool or the go command fails, or why a fault goes unnoticed. The fields name packages, files and paths as a
/// person writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what their names say")]
pub enum Cause {
    /// The compiler knows of no function with the assembly's convention where it must have one.
    NoSymabisCompile { package: String },
    /// Go calls with one convention what assembly defines with the other.
    NoSymabisLink { package: String },
    /// The archive has Go code only.
    NoObjects { package: String },
    /// One object is missing.
    NoObject { package: String, file: String },
    /// Every assembly function is there twice.
    PackedTwice { package: String },
    /// -complete promised what is not so.
    MissingBodies { package: String },
    /// A function has a body in both languages.
    DefinedTwice { package: String },
    /// The header is the one for the scan.
    EmptyHeader { package: String, file: String },
    /// The header is that of another package.
    ForeignHeader { package: String, file: String },
    /// No header on the include path.
    NoHeader { package: String, file: String },
    /// The toolchain's headers are not on the include path.
    NoInclude { package: String },
    /// The compiler is not told where an import is.
    ImportDropped { package: String, dep: String },
    /// importcfg names nothing.
    ArchiveMissing { package: String, dep: String, path: String },
    /// importcfg names the wrong archive.
    WrongArchive { package: String, dep: String, other: String },
    /// An archive does not know its path.
    NamelessArchive { package: String },
    /// importcfg names a text.
    NotAnArchive { package: String, dep: String },
    /// The archive is for another architecture.
    ForeignArch { dep: String, arch: String, goarch: String },
    /// The linker is not told where a package is.
    LinkDropped { dep: String },
    /// importcfg.link names nothing.
    LinkMissing { dep: String, path: String },
    /// The interface changed after an importer was compiled.
    Fingerprint { dep: String, importer: String },
    /// The linker was given a package that is no program.
    NotMain { package: String },
    /// An object does not know its package.
    Unlinkable { package: String },
    /// The source is no Go.
    SyntaxError { package: String },
    /// A value does not fit its type.
    TypeError { package: String },
    /// A name is declared nowhere.
    Undefined { package: String },
    /// An import is not used.
    UnusedImport { package: String, path: String },
    /// A package is used without import.
    NotImported { package: String, path: String },
    /// A function has no body anywhere.
    BodylessLink { package: String },
    /// There is no func main.
    NoMain,
    /// An import leads nowhere.
    MissingImport { package: String, path: String },
    /// Imports form a cycle.
    Cycle { from: String, to: String },
    /// Two packages in one directory.
    TwoNames { package: String },
    /// There is no module.
    NoGoMod,
    /// The line of runtime is not needed to compile.
    HarmlessRuntimeLine { package: String },
    /// Build IDs are for the go command.
    HarmlessBuildIds,
    /// The fingerprint does not cover bodies.
    HarmlessBody { package: String },
    /// Nothing of it is reached.
    HarmlessAssembly { package: String },
    /// main is main without being told.
    HarmlessPath { package: String },
    /// The flag says what is so.
    HarmlessCompile { package: String },
    /// What is not main is not linked.
    HarmlessArchive,
}

impl Cause {
    /// Why, in English.
    pub fn english(&self) -> String {
        match self {
            Self::NoSymabisCompile { package } => format!(
                "{package} asks for the address of functions as assembly calls them (ABI0). Without symabis the \
                 compiler takes every function without body for one that keeps its arguments in registers \
                 (ABIInternal), and refuses."
            ),
            Self::NoSymabisLink { package } => format!(
                "Without symabis the compiler takes the functions that {package} has in assembly for such that \
                 keep their arguments in registers (ABIInternal), and makes no wrappers; the assembly defines \
                 them for ABI0, so the linker finds no match."
            ),
            Self::NoObjects { package } => format!(
                "The archive of {package} holds what the compiler wrote and none of the assembled objects. The \
                 wrappers that the compiler made are there; the functions that they call are not."
            ),
            Self::NoObject { package, file } => format!(
                "The archive of {package} lacks the object of {file}, and with it every function that the file \
                 defines."
            ),
            Self::PackedTwice { package } => format!(
                "pack appends without looking. Every function of {package}'s assembly is in the archive twice, \
                 and the linker does not choose between them."
            ),
            Self::MissingBodies { package } => format!(
                "-complete promises that every function of {package} has its body in Go. The compiler takes that \
                 at its word, and a function without body is an error."
            ),
            Self::DefinedTwice { package } => format!(
                "symabis tells the compiler which functions the assembly of {package} defines. One of them has a \
                 body in Go too."
            ),
            Self::EmptyHeader { package, file } => format!(
                "go_asm.h is still the empty file that was made for phase A. {file} of {package} uses constants \
                 and field offsets that only the compiler can write there, so to the assembler they are unknown \
                 names."
            ),
            Self::ForeignHeader { package, file } => format!(
                "A go_asm.h is found, but it is that of another package: it defines other names than those that \
                 {file} of {package} uses."
            ),
            Self::NoHeader { package, file } => format!(
                "{file} of {package} includes go_asm.h, and no directory on the include path has one. The message \
                 names the last directory that was tried."
            ),
            Self::NoInclude { package } => format!(
                "The headers of the toolchain, textflag.h among them, lie in $GOROOT/pkg/include. Without -I for \
                 that directory the assembler does not find what {package} includes, not even for the scan of \
                 phase A."
            ),
            Self::ImportDropped { package, dep } => format!(
                "The compiler does not search for packages. It opens the files that importcfg names, and \
                 {package}'s importcfg has no line for {dep}."
            ),
            Self::ArchiveMissing { package, dep, path } => {
                format!("The importcfg of {package} says that {dep} is {path}, and there is no such file.")
            }
            Self::WrongArchive { package, dep, other } => format!(
                "The importcfg of {package} has the archive of {other} in the line of {dep}. An archive knows its \
                 own import path, so the compiler notices."
            ),
            Self::NamelessArchive { package } => format!(
                "{package} was compiled without -p, so its archive does not know its own import path, and \
                 importers refuse it."
            ),
            Self::NotAnArchive { package, dep } => format!(
                "The importcfg of {package} names a text file for {dep}. The compiler looks at the first bytes \
                 and finds no archive."
            ),
            Self::ForeignArch { dep, arch, goarch } => format!(
                "Every object file begins with the system and architecture that it was made for. That of {dep} \
                 says {arch}, and this build is for {goarch}."
            ),
            Self::LinkDropped { dep } => format!(
                "importcfg.link must name every package of the program, those that main does not import directly \
                 too. It has no line for {dep}."
            ),
            Self::LinkMissing { dep, path } => {
                format!("importcfg.link says that {dep} is {path}, and there is no such file.")
            }
            Self::Fingerprint { dep, importer } => format!(
                "{importer} was compiled against an earlier {dep} and remembers the fingerprint of its export \
                 data. Since then the interface of {dep} has changed; the linker compares fingerprints and \
                 refuses."
            ),
            Self::NotMain { package } => {
                format!("The last argument of the linker must be the archive of package main. {package} is none.")
            }
            Self::Unlinkable { package } => format!(
                "An object of {package} was made without -p and does not know which package it belongs to. Since \
                 go1.20 such objects cannot be linked."
            ),
            Self::SyntaxError { package } => format!(
                "The parser of the compiler meets a closing brace outside any function of {package}, before types \
                 or imports are looked at."
            ),
            Self::TypeError { package } => format!(
                "A string constant in {package} is assigned to an int. The type checker of the compiler finds \
                 that before any code is made."
            ),
            Self::Undefined { package } => format!("{package} uses a name that neither it nor the language declares."),
            Self::UnusedImport { package, path } => format!(
                "{package} imports {path} and uses nothing of it. In Go that is an error of the compiler, no \
                 warning."
            ),
            Self::NotImported { package, path } => format!(
                "{package} uses {path} in a file that does not import it. The compiler never searches for a \
                 package that a name might mean."
            ),
            Self::BodylessLink { package } => format!(
                "{package} declares a function without body. Nothing promised -complete, so the compiler leaves \
                 the body to somebody else; the linker finds that nobody has it."
            ),
            Self::NoMain => {
                "The compiler does not ask for func main. It is the runtime that calls main.main, and the linker \
                 that does not find it."
                    .to_owned()
            }
            Self::MissingImport { package, path } => format!(
                "The go command looks up every import before it plans anything. {package} imports {path}, and \
                 nothing provides that, so no command runs."
            ),
            Self::Cycle { from, to } => format!(
                "{from} imports {to}, which needs {from} itself. Neither could be compiled first, and the go \
                 command says so before anything runs."
            ),
            Self::TwoNames { package } => format!(
                "All Go files of a directory belong to one package. Beside those of {package} there is one with \
                 another package clause."
            ),
            Self::NoGoMod => {
                "Without file names go build takes the package of the current directory, which must lie in a \
                 module. There is no go.mod here or above."
                    .to_owned()
            }
            Self::HarmlessRuntimeLine { package } => format!(
                "The source of {package} does not import that package; the go command adds the line to every main \
                 package for the linker's sake. The compiler never opens it."
            ),
            Self::HarmlessBuildIds => {
                "Build IDs are for the go command, to find out what is up to date. Compiler and linker only write \
                 down what they are told, and the program runs without."
                    .to_owned()
            }
            Self::HarmlessBody { package } => format!(
                "Only a body changed. The fingerprint that the linker compares covers what importers of {package} \
                 can see, so the new code is linked without a word."
            ),
            Self::HarmlessAssembly { package } => format!(
                "Nothing that the program reaches needs what is missing in {package}: the linker looks only for \
                 what is called, and the compiler makes some functions itself where they are called."
            ),
            Self::HarmlessPath { package } => format!(
                "A compiler that is not told a path takes it from the package clause if that says main, so \
                 nothing is missing in {package}."
            ),
            Self::HarmlessCompile { package } => {
                format!("{package} is compiled to the same all the same: nothing in it depends on what was left out.")
            }
            Self::HarmlessArchive => {
                "What is not package main is compiled and not linked. With -o the archive itself is the result: a \
                 file of the right name that nobody can run."
                    .to_owned()
            }
        }
    }

    /// Why, in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::NoSymabisCompile { package } => format!(
                "{package} 要取汇编约定（ABI0）下的函数地址。没有 symabis，编译器把所有没有函数体的函数都当作用寄存器传参的函数（ABIInternal），\
                 于是报错。"
            ),
            Self::NoSymabisLink { package } => format!(
                "没有 symabis，编译器以为 {package} 的汇编函数用寄存器传参（ABIInternal），也就不生成包装函数；\
                 而汇编里定义的是 ABI0，链接器两边对不上。"
            ),
            Self::NoObjects { package } => format!(
                "{package} 的归档里只有编译器写下的内容，没有汇编得到的目标文件。编译器生成的包装函数在，它们要调用的函数却不在。"
            ),
            Self::NoObject { package, file } => {
                format!("{package} 的归档里少了 {file} 的目标文件，这个文件定义的函数也就都没有了。")
            }
            Self::PackedTwice { package } => {
                format!("pack 只管追加，不做检查。{package} 的每个汇编函数在归档里都有两份，链接器不会替你挑一份。")
            }
            Self::MissingBodies { package } => format!(
                "-complete 等于保证 {package} 的每个函数都有 Go 写的函数体。编译器信了这句话，没有函数体的函数就成了错误。"
            ),
            Self::DefinedTwice { package } => {
                format!("symabis 告诉编译器 {package} 的汇编定义了哪些函数。其中一个在 Go 里又有了函数体。")
            }
            Self::EmptyHeader { package, file } => format!(
                "go_asm.h 还是为阶段 A 准备的空文件。{package} 的 {file} 用到的常量和字段偏移要由编译器写进去，\
                 此时汇编器一个也不认识。"
            ),
            Self::ForeignHeader { package, file } => {
                format!("go_asm.h 找到了，却是别的包的：里面定义的名字不是 {package} 的 {file} 要用的那些。")
            }
            Self::NoHeader { package, file } => format!(
                "{package} 的 {file} 要包含 go_asm.h，而头文件搜索路径上没有一个目录有它。报错里的是最后试过的那个目录。"
            ),
            Self::NoInclude { package } => format!(
                "textflag.h 等工具链自带的头文件在 $GOROOT/pkg/include 里。没有指向它的 -I，{package} 要包含的文件就找不到，\
                 连阶段 A 的扫描也过不去。"
            ),
            Self::ImportDropped { package, dep } => format!(
                "编译器不会自己去找包，它只打开 importcfg 里列出的文件；而 {package} 的 importcfg 里没有 {dep} 这一行。"
            ),
            Self::ArchiveMissing { package, dep, path } => {
                format!("{package} 的 importcfg 说 {dep} 在 {path}，而那里没有文件。")
            }
            Self::WrongArchive { package, dep, other } => format!(
                "{package} 的 importcfg 在 {dep} 这一行写的是 {other} 的归档。归档里记着自己的导入路径，所以编译器看得出来。"
            ),
            Self::NamelessArchive { package } => {
                format!("{package} 编译时没有给 -p，归档不知道自己的导入路径，导入它的包便不肯接受。")
            }
            Self::NotAnArchive { package, dep } => {
                format!("{package} 的 importcfg 给 {dep} 写的是一个文本文件。编译器看了开头几个字节，发现不是归档。")
            }
            Self::ForeignArch { dep, arch, goarch } => {
                format!("每个目标文件开头都写着它面向的系统和架构。{dep} 的写的是 {arch}，而这次构建的是 {goarch}。")
            }
            Self::LinkDropped { dep } => {
                format!("importcfg.link 必须列出程序里的每一个包，main 没有直接导入的也要列。这里少了 {dep}。")
            }
            Self::LinkMissing { dep, path } => format!("importcfg.link 说 {dep} 在 {path}，而那里没有文件。"),
            Self::Fingerprint { dep, importer } => format!(
                "{importer} 是照着旧的 {dep} 编译的，记下了当时导出数据的指纹。后来 {dep} 的接口变了，链接器一比指纹，\
                 便拒绝链接。"
            ),
            Self::NotMain { package } => format!("链接器的最后一个参数必须是 main 包的归档，而 {package} 不是。"),
            Self::Unlinkable { package } => format!(
                "{package} 的一个目标文件生成时没有给 -p，不知道自己属于哪个包。从 go1.20 起，这样的目标文件不能链接。"
            ),
            Self::SyntaxError { package } => {
                format!("编译器的语法分析器在 {package} 的函数之外碰到一个右花括号，这时还没轮到看类型和导入。")
            }
            Self::TypeError { package } => {
                format!("{package} 里把字符串常量赋给了 int。编译器的类型检查在生成代码之前就发现了。")
            }
            Self::Undefined { package } => format!("{package} 用了一个没有声明过的名字，语言本身也没有。"),
            Self::UnusedImport { package, path } => {
                format!("{package} 导入了 {path} 却没有用到。在 Go 里这是编译错误，不是警告。")
            }
            Self::NotImported { package, path } => {
                format!("{package} 在没有导入 {path} 的文件里用了它。编译器从不去猜一个名字可能是哪个包。")
            }
            Self::BodylessLink { package } => format!(
                "{package} 声明了一个没有函数体的函数。因为没有 -complete，编译器以为函数体在别处；到链接时才发现哪里都没有。"
            ),
            Self::NoMain => "编译器并不要求有 func main。调用 main.main 的是 runtime，找不到它的是链接器。".to_owned(),
            Self::MissingImport { package, path } => format!(
                "go 命令在安排任何动作之前先查清每一个导入。{package} 导入了 {path}，却没有哪里提供它，所以一条命令也没有运行。"
            ),
            Self::Cycle { from, to } => {
                format!("{from} 导入了 {to}，而 {to} 又需要 {from}。谁也不能先编译，go 命令不等开工就指了出来。")
            }
            Self::TwoNames { package } => format!(
                "一个目录里的 Go 文件都属于同一个包。在 {package} 的文件旁边，有一个文件的 package 子句写的是另一个名字。"
            ),
            Self::NoGoMod => {
                "不写文件名时，go build 构建当前目录的包，而这个目录必须在某个模块里。这里和上层目录都没有 go.mod。"
                    .to_owned()
            }
            Self::HarmlessRuntimeLine { package } => format!(
                "{package} 的源码并没有导入这个包；这一行是 go 命令为链接而给每个 main 包加上的，编译器根本不打开它。"
            ),
            Self::HarmlessBuildIds => {
                "构建 ID 是给 go 命令判断是否最新用的。编译器和链接器只是照抄，没有它程序照样运行。".to_owned()
            }
            Self::HarmlessBody { package } => format!(
                "变的只是函数体。链接器比较的指纹只涵盖导入 {package} 的包看得见的东西，所以新代码一声不响就链接进去了。"
            ),
            Self::HarmlessAssembly { package } => format!(
                "程序走得到的代码都用不着 {package} 里缺的东西：链接器只找被调用的函数，有些函数编译器在调用处就直接生成了。"
            ),
            Self::HarmlessPath { package } => {
                format!("没有 -p 时，只要 package 子句写的是 main，编译器就知道路径，所以 {package} 什么也不缺。")
            }
            Self::HarmlessCompile { package } => format!("{package} 编译出来还是一样：里面没有什么依赖被省掉的东西。"),
            Self::HarmlessArchive => {
                "不是 main 包就只编译，不链接。给了 -o，结果就是归档本身：名字对，却不能运行。".to_owned()
            }
        }
    }

    /// Why a fault did no harm.
    pub fn of_unnoticed(fault: &Fault, name: impl Fn(crate::program::PackageId) -> String) -> Self {
        match fault {
            Fault::NoBuildId => Self::HarmlessBuildIds,
            Fault::Source(_, Slip::NotPackageMain) => Self::HarmlessArchive,
            Fault::Import { package, .. } => Self::HarmlessRuntimeLine { package: name(*package) },
            Fault::Link { dep, line: Line::Changed { .. } } => Self::HarmlessBody { package: name(*dep) },
            Fault::Tool(package, Mistake::NoPath) => Self::HarmlessPath { package: name(*package) },
            Fault::Tool(
                package,
                Mistake::NoSymabis | Mistake::NoAssemble | Mistake::NoObject(_) | Mistake::NoPack | Mistake::PackTwice,
            ) => Self::HarmlessAssembly { package: name(*package) },
            Fault::Tool(package, _)
            | Fault::Source(package, _)
            | Fault::Link { dep: package, .. }
            | Fault::ForeignArch(package, _)
            | Fault::NotMain(package) => Self::HarmlessCompile { package: name(*package) },
            Fault::Load(_) => Self::NoGoMod,
        }
    }
}
