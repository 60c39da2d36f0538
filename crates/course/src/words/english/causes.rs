use gostep_sim::gobuild::Cause;

#[expect(clippy::too_many_lines, reason = "a list of sentences")]
pub fn cause(cause: &Cause) -> String {
    match cause {
        Cause::NoSymabisCompile { package } => format!(
            "{package} asks for the address of functions as assembly calls them (ABI0). Without symabis the \
             compiler takes every function without body for one that keeps its arguments in registers \
             (ABIInternal), and refuses."
        ),
        Cause::NoSymabisLink { package } => format!(
            "Without symabis the compiler takes the functions that {package} has in assembly for such that \
             keep their arguments in registers (ABIInternal), and makes no wrappers; the assembly defines \
             them for ABI0, so the linker finds no match."
        ),
        Cause::NoObjects { package } => format!(
            "The archive of {package} holds what the compiler wrote and none of the assembled objects. The \
             wrappers that the compiler made are there; the functions that they call are not."
        ),
        Cause::NoObject { package, file } => format!(
            "The archive of {package} lacks the object of {file}, and with it every function that the file \
             defines."
        ),
        Cause::PackedTwice { package } => format!(
            "pack appends without looking. Every function of {package}'s assembly is in the archive twice, \
             and the linker does not choose between them."
        ),
        Cause::MissingBodies { package } => format!(
            "-complete promises that every function of {package} has its body in Go. The compiler takes that \
             at its word, and a function without body is an error."
        ),
        Cause::DefinedTwice { package } => format!(
            "symabis tells the compiler which functions the assembly of {package} defines. One of them has a \
             body in Go too."
        ),
        Cause::EmptyHeader { package, file } => format!(
            "go_asm.h is still the empty file that was made for phase A. {file} of {package} uses constants \
             and field offsets that only the compiler can write there, so to the assembler they are unknown \
             names."
        ),
        Cause::ForeignHeader { package, file } => format!(
            "A go_asm.h is found, but it is that of another package: it defines other names than those that \
             {file} of {package} uses."
        ),
        Cause::NoHeader { package, file } => format!(
            "{file} of {package} includes go_asm.h, and no directory on the include path has one. The message \
             names the last directory that was tried."
        ),
        Cause::NoCCompiler { compiler } => format!(
            "cgo asks the C compiler what the names of C in a Go file are, and there is no {compiler} in PATH. If \
             CGO_ENABLED had not been set, the go command would have seen that and built without cgo; packages such as \
             net have other files for that."
        ),
        Cause::NoInclude { package } => format!(
            "The headers of the toolchain, textflag.h among them, lie in $GOROOT/pkg/include. Without -I for \
             that directory the assembler does not find what {package} includes, not even for the scan of \
             phase A."
        ),
        Cause::ImportDropped { package, dep } => format!(
            "The compiler does not search for packages. It opens the files that importcfg names, and \
             {package}'s importcfg has no line for {dep}."
        ),
        Cause::ArchiveMissing { package, dep, path } => {
            format!("The importcfg of {package} says that {dep} is {path}, and there is no such file.")
        }
        Cause::WrongArchive { package, dep, other } => format!(
            "The importcfg of {package} has the archive of {other} in the line of {dep}. An archive knows its \
             own import path, so the compiler notices."
        ),
        Cause::NamelessArchive { package } => format!(
            "{package} was compiled without -p, so its archive does not know its own import path, and \
             importers refuse it."
        ),
        Cause::NotAnArchive { package, dep } => format!(
            "The importcfg of {package} names a text file for {dep}. The compiler looks at the first bytes \
             and finds no archive."
        ),
        Cause::SpoiledCache { package } => format!(
            "The cached file of {package} has its right size, so the go command takes it unread. Its first bytes are not \
             those of an archive, and the tool that must read it notices."
        ),
        Cause::ForeignArch { dep, arch, goarch } => format!(
            "Every object file begins with the system and architecture that it was made for. That of {dep} \
             says {arch}, and this build is for {goarch}."
        ),
        Cause::LinkDropped { dep } => format!(
            "importcfg.link must name every package of the program, those that main does not import directly \
             too. It has no line for {dep}."
        ),
        Cause::LinkMissing { dep, path } => {
            format!("importcfg.link says that {dep} is {path}, and there is no such file.")
        }
        Cause::Fingerprint { dep, importer } => format!(
            "{importer} was compiled against an earlier {dep} and remembers the fingerprint of its export \
             data. Since then the interface of {dep} has changed; the linker compares fingerprints and \
             refuses."
        ),
        Cause::NotMain { package } => {
            format!("The last argument of the linker must be the archive of package main. {package} is none.")
        }
        Cause::AbiWithoutPath { package, file } => format!(
            "{file} of {package} names functions by the convention they are called with (ABIInternal). Only a few \
             packages of the runtime may do that, and without -p the assembler does not know that this is one of them."
        ),
        Cause::DirectiveWithoutPath { package } => format!(
            "{package} has directives such as //go:systemstack, which only a few packages of the runtime may use. \
             Without -p the compiler does not know that this is one of them."
        ),
        Cause::Unlinkable { package } => format!(
            "An object of {package} was made without -p and does not know which package it belongs to. Since \
             go1.20 such objects cannot be linked."
        ),
        Cause::SyntaxError { package } => format!(
            "The parser of the compiler meets a closing brace outside any function of {package}, before types \
             or imports are looked at."
        ),
        Cause::TypeError { package } => format!(
            "A string constant in {package} is assigned to an int. The type checker of the compiler finds \
             that before any code is made."
        ),
        Cause::Undefined { package } => format!("{package} uses a name that neither it nor the language declares."),
        Cause::UnusedImport { package, path } => format!(
            "{package} imports {path} and uses nothing of it. In Go that is an error of the compiler, no \
             warning."
        ),
        Cause::NotImported { package, path } => format!(
            "{package} uses {path} in a file that does not import it. The compiler never searches for a \
             package that a name might mean."
        ),
        Cause::BodylessLink { package } => format!(
            "{package} declares a function without body. Nothing promised -complete, so the compiler leaves \
             the body to somebody else; the linker finds that nobody has it."
        ),
        Cause::NoMain => {
            "The compiler does not ask for func main. It is the runtime that calls main.main, and the linker \
             that does not find it."
                .to_owned()
        }
        Cause::MissingImport { package, path } => format!(
            "The go command looks up every import before it plans anything. {package} imports {path}, and \
             nothing provides that, so no command runs."
        ),
        Cause::Cycle { from, to } => format!(
            "{from} imports {to}, which needs {from} itself. Neither could be compiled first, and the go \
             command says so before anything runs."
        ),
        Cause::TwoNames { package } => format!(
            "All Go files of a directory belong to one package. Beside those of {package} there is one with \
             another package clause."
        ),
        Cause::NoGoMod => {
            "Without file names go build takes the package of the current directory, which must lie in a \
             module. There is no go.mod here or above."
                .to_owned()
        }
        Cause::Output => {
            "A directory takes main packages alone, each under its own name; without -o the result cannot have the \
             name of a directory that is there."
                .to_owned()
        }
        Cause::HarmlessRuntimeLine { package } => format!(
            "The source of {package} does not import that package; the go command adds the line to every main \
             package for the linker's sake. The compiler never opens it."
        ),
        Cause::HarmlessBuildIds => {
            "Build IDs are for the go command, to find out what is up to date. Compiler and linker only write \
             down what they are told, and the program runs without."
                .to_owned()
        }
        Cause::HarmlessBody { package } => format!(
            "Only a body changed. The fingerprint that the linker compares covers what importers of {package} \
             can see, so the new code is linked without a word."
        ),
        Cause::HarmlessAssembly { package } => format!(
            "Nothing that the program reaches needs what is missing in {package}: the linker looks only for \
             what is called, and the compiler makes some functions itself where they are called."
        ),
        Cause::HarmlessPath { package } => format!(
            "A compiler that is not told a path takes it from the package clause if that says main, so \
             nothing is missing in {package}."
        ),
        Cause::HarmlessCompile { package } => {
            format!("{package} is compiled to the same all the same: nothing in it depends on what was left out.")
        }
        Cause::HarmlessArchive => {
            "What is not package main is compiled and not linked. With -o the archive itself is the result: a \
             file of the right name that nobody can run."
                .to_owned()
        }
    }
}
