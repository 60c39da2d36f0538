//! The lines of the compiler, the assembler and the linker, taken apart in the order in which the go command writes their
//! arguments. What the user gave with `-gcflags`, `-asmflags` or `-ldflags` has one place in each of them.

use std::collections::BTreeSet;

use super::tool_path::split_tool;
use super::words::{Word, words};
use crate::goquote::unquote;
use crate::program::Instrument;

/// What a line of a tool shows of the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolLine {
    /// The tool, with what only its lines show.
    pub tool: Tool,
    /// Operating system and architecture that the tools run on, as the directory of the tool is named (`linux_amd64`).
    pub host: String,
    /// The variables before the tool, such as `GOAMD64=v3`.
    pub variables: Vec<(String, String)>,
    /// The user's flags.
    pub flags: Vec<String>,
    /// The value of `-installsuffix`.
    pub install_suffix: Option<String>,
    /// The flags for instrumented code, which the suffix names, too.
    pub instruments: BTreeSet<Instrument>,
    /// The action ID, from the build ID that the tool is given.
    pub id: Option<String>,
}

/// The tools that take the user's flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The compiler.
    Compile(Compiled),
    /// The assembler.
    Assemble {
        /// The value of `-p`.
        package: String,
        /// GOOS and GOARCH.
        system: (String, String),
    },
    /// The linker.
    Link {
        /// The value of `-buildmode`.
        mode: String,
        /// The value of the last `-extld`, which is the go command's own unless the user's flags have one.
        cc: Option<String>,
    },
}

/// What only a line of the compiler shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compiled {
    /// The value of `-p`.
    pub package: String,
    /// The value of `-goversion`.
    pub release: Option<String>,
    /// The value of `-lang`.
    pub language: Option<String>,
    /// Whether the package is one of the standard library.
    pub standard: bool,
    /// Whether `-trimpath` names more than the object directory: the go command's own `-trimpath` was given.
    pub trims: bool,
    /// The value of `-pgoprofile`.
    pub profile: Option<String>,
    /// Whether `-cover` counts what runs in it.
    pub covered: bool,
    /// The sources, as written.
    pub files: Vec<String>,
}

impl ToolLine {
    /// Takes a line apart; `None` if it is of another tool, or not in the order of the go command.
    pub fn of(line: &str) -> Option<Self> {
        let words = words(line);
        let at = words.iter().position(|word| !is_variable(word))?;
        let (_, host, tool) = split_tool(&words[at].text)?;
        let mut variables = words[..at].iter().filter_map(|word| word.text.split_once('='));
        let variables: Vec<_> = variables.by_ref().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let args = Args { words: words[at + 1..].iter().map(|word| exact(line, word)).collect(), at: 0 };
        let Taken { tool, flags, install_suffix, id } = match tool {
            "compile" => compile(args)?,
            "asm" => assemble(args)?,
            "link" => link(args)?,
            _ => return None,
        };
        let id = id.and_then(|id| Some(id.split_once('/')?.0.to_owned()));
        let instruments = instruments(install_suffix.as_deref());
        Some(Self { tool, host: host.to_owned(), variables, flags, install_suffix, instruments, id })
    }
}

fn is_variable(word: &Word) -> bool {
    word.text.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    })
}

/// The word as the tool gets it, with what is escaped in it.
fn exact(line: &str, word: &Word) -> String {
    unquote(&line[word.span.clone()]).unwrap_or_else(|| word.text.clone())
}

/// The flags for instrumented code that a suffix of the install directory comes from.
fn instruments(suffix: Option<&str>) -> BTreeSet<Instrument> {
    suffix.unwrap_or_default().split('_').filter_map(Instrument::of_suffix).collect()
}

/// Arguments, read from the first one on.
struct Args {
    words: Vec<String>,
    at: usize,
}

impl Args {
    /// Passes a flag without a value, if it is next.
    fn flag(&mut self, name: &str) -> bool {
        let is_next = self.words.get(self.at).is_some_and(|word| word == name);
        self.at += usize::from(is_next);
        is_next
    }

    /// Passes a flag and its value in the next word, if the flag is next.
    fn value(&mut self, name: &str) -> Option<String> {
        if !self.flag(name) {
            return None;
        }
        self.at += 1;
        self.words.get(self.at - 1).cloned()
    }

    /// Passes a flag with its value in the same word, if it is next.
    fn joined(&mut self, prefix: &str) -> Option<String> {
        let value = self.words.get(self.at)?.strip_prefix(prefix)?.to_owned();
        self.at += 1;
        Some(value)
    }

    /// Passes flags for instrumented code. The user's own come later.
    fn pass(&mut self, instruments: &BTreeSet<Instrument>) {
        for instrument in instruments {
            self.flag(instrument.flag());
        }
    }

    /// What is left.
    fn rest(&self) -> &[String] {
        self.words.get(self.at..).unwrap_or_default()
    }
}

/// What a line shows besides where the tool is.
struct Taken {
    tool: Tool,
    flags: Vec<String>,
    install_suffix: Option<String>,
    id: Option<String>,
}

fn compile(mut args: Args) -> Option<Taken> {
    let mut compiled = Compiled::default();
    args.value("-o")?;
    compiled.trims = args.value("-trimpath")?.matches("=>").count() > 1;
    compiled.package = args.value("-p")?;
    compiled.language = args.joined("-lang=");
    compiled.standard = args.flag("-std");
    args.flag("-+");
    args.flag("-complete");
    let install_suffix = args.value("-installsuffix");
    let id = args.value("-buildid");
    args.flag("-dwarf=false");
    compiled.release = args.value("-goversion");
    compiled.covered = args.joined("-coveragecfg=").is_some();
    compiled.profile = args.joined("-pgoprofile=");
    args.value("-symabis");
    args.joined("-c=");
    // Position-independent code is asked for by the build mode.
    let _ = args.flag("-shared") || args.flag("-dynlink");
    args.pass(&instruments(install_suffix.as_deref()));
    let rest = args.rest();
    let end = rest.iter().rposition(|word| word == "-importcfg")?;
    let flags = match &rest[..end] {
        [flags @ .., last] if last == "-nolocalimports" => flags,
        [flags @ .., prefix, _] if prefix == "-D" => flags,
        _ => return None,
    };
    let flags = flags.to_vec();
    let pack = rest.iter().position(|word| word == "-pack")?;
    compiled.files = match &rest[pack + 1..] {
        [header, _, files @ ..] if header == "-asmhdr" => files.to_vec(),
        files => files.to_vec(),
    };
    Some(Taken { tool: Tool::Compile(compiled), flags, install_suffix, id })
}

fn assemble(mut args: Args) -> Option<Taken> {
    let package = args.value("-p")?;
    args.value("-trimpath")?;
    args.value("-I")?;
    args.value("-I")?;
    let goos = args.value("-D")?.strip_prefix("GOOS_")?.to_owned();
    let goarch = args.value("-D")?.strip_prefix("GOARCH_")?.to_owned();
    let _ = args.flag("-shared") || args.flag("-dynlink");
    let end = args.rest().iter().rposition(|word| word == "-o")?;
    let mut flags = &args.rest()[..end];
    if let [before @ .., last] = flags
        && last == "-gensymabis"
    {
        flags = before;
    }
    while let [before @ .., define, level] = flags
        && define == "-D"
        && is_level(level)
    {
        flags = before;
    }
    for switch in ["-std", "-compiling-runtime"] {
        if let [before @ .., last] = flags
            && last == switch
        {
            flags = before;
        }
    }
    let tool = Tool::Assemble { package, system: (goos, goarch) };
    Some(Taken { tool, flags: flags.to_vec(), install_suffix: None, id: None })
}

/// Whether a name that is defined for the assembler is that of an architecture level, such as `GOAMD64_v1`.
fn is_level(name: &str) -> bool {
    name.starts_with("GO") && name.split_once('_').is_some_and(|(variable, _)| variable.len() > "GO".len())
}

fn link(mut args: Args) -> Option<Taken> {
    args.value("-o")?;
    args.value("-importcfg")?;
    let suffix = args.value("-installsuffix");
    args.value("-pluginpath");
    args.value("-fipso");
    args.joined("-X=cmd/internal/objabi.buildID=");
    args.joined("-X=runtime.godebugDefault=");
    let mode = args.joined("-buildmode=")?;
    let id = Some(args.joined("-buildid=")?);
    args.pass(&instruments(suffix.as_deref()));
    let (_archive, mut flags) = args.rest().split_last()?;
    let mut cc = None;
    if let [before @ .., last] = flags
        && let Some(named) = last.strip_prefix("-extld=")
    {
        cc = Some(named.to_owned());
        flags = before;
    }
    Some(Taken { tool: Tool::Link { mode, cc }, flags: flags.to_vec(), install_suffix: suffix, id })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(line: &str) -> Vec<String> {
        ToolLine::of(line).unwrap().flags
    }

    #[test]
    fn the_flags_of_the_user_have_one_place() {
        let tool = "/go/pkg/tool/linux_amd64";
        let compile = |user: &str| {
            format!(
                "GOAMD64='v3' {tool}/compile -o $WORK/b002/_pkg_.a -trimpath \"/s=>m;$WORK/b002=>\" -p fmt -lang=go1.23 -std \
                 -complete -buildid a/a -goversion go1.23.9 -c=4 {user} -nolocalimports -importcfg $WORK/b002/importcfg \
                 -pack ./a.go"
            )
        };
        let line = ToolLine::of(&compile("-shared -N \"-d=a b\"")).unwrap();
        assert_eq!(line.flags, ["-N", "-d=a b"]);
        assert_eq!(line.host, "linux_amd64");
        assert_eq!(line.variables, [("GOAMD64".to_owned(), "v3".to_owned())]);
        let compiled = Compiled {
            package: "fmt".into(),
            release: Some("go1.23.9".into()),
            language: Some("go1.23".into()),
            standard: true,
            trims: true,
            profile: None,
            covered: false,
            files: vec!["./a.go".into()],
        };
        assert_eq!((line.tool, line.id.as_deref()), (Tool::Compile(compiled), Some("a")));
        assert_eq!(flags(&compile("")), Vec::<String>::new());
        assert_eq!(
            flags(&format!(
                "{tool}/asm -p m -trimpath \"$WORK/b001=>\" -I $WORK/b001/ -I /go/pkg/include -D GOOS_linux -D GOARCH_amd64 \
                 -D X=1 -S -compiling-runtime -std -D GOAMD64_v1 -gensymabis -o $WORK/b001/symabis ./a.s"
            )),
            ["-D", "X=1", "-S"]
        );
        assert_eq!(
            flags(&format!(
                "GOROOT='/go' {tool}/link -o $WORK/b001/exe/a.out -importcfg $WORK/b001/importcfg.link -X=runtime.godebugDefault=a=1 \
                 -buildmode=exe -buildid=a/b/c/d -s -X \"main.v=\\\"x\\\"\" -extld=gcc $WORK/b001/_pkg_.a"
            )),
            ["-s", "-X", "main.v=\"x\""]
        );
    }

    #[test]
    fn a_line_in_another_order_tells_nothing() {
        assert_eq!(ToolLine::of("/go/pkg/tool/linux_amd64/compile -p fmt -o x -N -pack a.go"), None);
        assert_eq!(ToolLine::of("/go/pkg/tool/linux_amd64/compile"), None);
        assert_eq!(ToolLine::of("mkdir -p /go/pkg/tool/"), None);
        assert_eq!(ToolLine::of(""), None);
    }
}
