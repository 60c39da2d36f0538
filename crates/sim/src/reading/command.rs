//! A command line as typed data: what runs, in which environment, with which flags and files.

use serde::Serialize;

use super::act::Act;
use super::file::{FileKind, base};
use super::shell;
use super::tools::{Takes, Tool};
use crate::xlog::objdir_in;
use crate::xlog::parse::is_assignment;
use crate::xlog::tool_path::split_tool;
use crate::xlog::words::{Word, words};

/// A command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Command {
    /// Variables that are set for it: name and value.
    pub environment: Vec<(String, String)>,
    /// The program of `-toolexec`, through which the tool is run.
    pub through: Option<String>,
    /// The program as it is written.
    pub program: String,
    /// Which program it is.
    pub tool: Tool,
    /// What it is given.
    pub args: Vec<Arg>,
}

/// What a program is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A flag.
    Flag {
        /// As it is written, without a value that is the next word.
        written: String,
        /// Its name in the table of the tool; `None` if the tool is not known to have it.
        name: Option<&'static str>,
        /// Its value.
        value: Option<String>,
    },
    /// A file or a directory.
    File {
        /// As it is written.
        path: String,
        /// What it is.
        kind: FileKind,
    },
    /// A word that is neither, such as the `r` of pack.
    Word(String),
}

impl Command {
    /// The command of a line whose first word, behind variables, is a program that the go command runs.
    pub fn of(line: &str) -> Option<Self> {
        let all = words(without_remark(line));
        let first = all.iter().position(|word| !is_assignment(word))?;
        let environment: Vec<_> = all[..first]
            .iter()
            .filter_map(|word| word.text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())))
            .collect();
        let (through, at) = match toolexec(&all, first) {
            (None, at) => exec(&all, at, line),
            found => found,
        };
        let (tool, program, rest) = program(&all[at..])?;
        let mut command = Self { environment, through, program, tool, args: args(tool, rest) };
        if command.tool == Tool::Cc && !command.is_of_go(line) {
            return None;
        }
        command.args.retain(|arg| !matches!(arg, Arg::Word(word) if word == "||" || word == "true"));
        Some(command)
    }

    /// Whether a C compiler is run by the go command, and not by a Makefile.
    fn is_of_go(&self, line: &str) -> bool {
        self.environment.iter().any(|(name, value)| name == "TERM" && value == "dumb")
            || line.ends_with("|| true")
            || line.contains(" # test for internal linking errors")
            || line.contains("$WORK")
            || objdir_in(line).is_some() && line.contains("/go-build")
    }

    /// The value of a flag; the last one counts.
    pub fn value(&self, wanted: &str) -> Option<&str> {
        self.args.iter().rev().find_map(|arg| match arg {
            Arg::Flag { name: Some(name), value: Some(value), .. } if *name == wanted => Some(value.as_str()),
            _ => None,
        })
    }

    /// Whether a flag is given.
    pub fn has(&self, wanted: &str) -> bool {
        self.args.iter().any(|arg| matches!(arg, Arg::Flag { name: Some(name), .. } if *name == wanted))
    }

    /// The files that are no values of flags.
    pub fn files(&self) -> impl Iterator<Item = (&str, FileKind)> {
        self.args.iter().filter_map(|arg| match arg {
            Arg::File { path, kind } => Some((path.as_str(), *kind)),
            _ => None,
        })
    }

    /// What the command does.
    pub fn act(&self, line: &str) -> Act {
        match self.tool {
            Tool::Compile => Act::Compile,
            Tool::Asm if self.has("gensymabis") => Act::GenSymabis,
            Tool::Asm => Act::Assemble,
            Tool::Link => Act::Link,
            Tool::Pack => Act::Pack,
            Tool::Buildid if self.has("w") => Act::WriteBuildId,
            Tool::Buildid => Act::ReadBuildId,
            Tool::Cgo if self.has("dynimport") => Act::CgoDynimport,
            Tool::Cgo => Act::Cgo,
            Tool::Vet => Act::Vet,
            Tool::Cover => Act::Cover,
            Tool::Covdata => Act::Covdata,
            Tool::Preprofile => Act::Preprofile,
            Tool::Other => Act::OtherTool,
            Tool::Ar => Act::Ar,
            Tool::PkgConfig => Act::PkgConfig,
            Tool::Swig => Act::Swig,
            Tool::Git => Act::Git,
            Tool::Program => Act::RunProgram,
            Tool::Test => Act::RunTest,
            Tool::Cc if line.contains(" # test for internal linking errors") => Act::TestInternalLink,
            Tool::Cc if self.has("-version") || self.has("###") => Act::VersionC,
            Tool::Cc if line.ends_with("|| true") => Act::ProbeC,
            Tool::Cc if self.has("c") => Act::CompileC,
            Tool::Cc => Act::LinkC,
        }
    }
}

/// What stands between the variables and a tool, and where the tool is.
fn toolexec(words: &[Word], first: usize) -> (Option<String>, usize) {
    let is_tool = |at: usize| {
        split_tool(&words[at].text).is_some() && words.get(at + 1).is_some_and(|next| next.text.starts_with('-'))
    };
    // The program may have arguments of its own, but not many.
    let tool = (first..words.len().min(first + 8)).find(|&at| is_tool(at)).filter(|&at| at > first);
    let is_path = words[first].text.contains(['/', '\\']) && split_tool(&words[first].text).is_none();
    // A program is found in PATH, too. Other words before a tool, such as those of a sentence, have no object directory.
    // Before a link with a variable the go command leaves out the program, and prints its arguments only.
    let is_argument = first > 0 && words[first].text.starts_with('-');
    let in_path =
        (is_program(&words[first].text) || is_argument) && words.iter().any(|word| objdir_in(&word.text).is_some());
    through(words, first, tool.filter(|_| is_path || in_path))
}

/// The same for what was built, which `-exec` runs through a program.
fn exec(words: &[Word], first: usize, line: &str) -> (Option<String>, usize) {
    let is_built = |at: &usize| match built(&words[*at].text) {
        Some(Tool::Test) => words.get(at + 1).is_some_and(|next| next.text.starts_with("-test.")),
        tool => tool.is_some(),
    };
    let name = &words[first].text;
    let is_wrapper = (is_program(name) || name.contains(['/', '\\'])) && program(&words[first..]).is_none();
    if !is_wrapper || matches!(name.as_str(), "file" | "ls" | "strip" | "test" | "nm") || shell::act(line).is_some() {
        return (None, first);
    }
    through(words, first, (first + 1..words.len().min(first + 8)).find(is_built))
}

fn through(words: &[Word], first: usize, at: Option<usize>) -> (Option<String>, usize) {
    at.filter(|at| *at > first).map_or((None, first), |at| {
        let before: Vec<&str> = words[first..at].iter().map(|word| word.text.as_str()).collect();
        (Some(before.join(" ")), at)
    })
}

/// Whether a word can be the name of a program, and is none of a shell.
fn is_program(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphanumeric())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
        && !matches!(
            word,
            "cd" | "cat" | "echo" | "cp" | "mv" | "rm" | "mkdir" | "ln" | "chmod" | "touch" | "copy" | "move" | "del"
        )
}

/// A line without the remark of the go command behind it.
fn without_remark(line: &str) -> &str {
    let end = [" # internal", " # test for internal linking errors"].iter().find_map(|remark| line.find(remark));
    line[..end.unwrap_or(line.len())].trim_end()
}

/// Which program the first words name, and what follows.
fn program(words: &[Word]) -> Option<(Tool, String, &[Word])> {
    let first = words.first()?.text.as_str();
    if first == "go" && words.get(1).is_some_and(|word| word.text == "tool") {
        let tool = words.get(2)?.text.as_str();
        return Some((Tool::of_toolchain(tool), format!("go tool {tool}"), &words[3..]));
    }
    let rest = &words[1..];
    if let Some((_, _, tool)) = split_tool(first) {
        return Some((Tool::of_toolchain(tool), first.to_owned(), rest));
    }
    let name = base(first);
    let name = name.strip_suffix(".exe").unwrap_or(name);
    let tool = match name {
        "git" | "hg" | "svn" | "fossil" | "bzr" => Tool::Git,
        "pkg-config" | "pkgconf" => Tool::PkgConfig,
        "swig" => Tool::Swig,
        "ar" | "gcc-ar" | "llvm-ar" => Tool::Ar,
        _ if is_c_compiler(name) => Tool::Cc,
        _ => built(first)?,
    };
    Some((tool, first.to_owned(), rest))
}

/// What was built runs from the work directory.
fn built(path: &str) -> Option<Tool> {
    objdir_in(path)?;
    match FileKind::of(path) {
        FileKind::TestBinary => Some(Tool::Test),
        FileKind::Executable => Some(Tool::Program),
        _ => None,
    }
}

/// Whether a name is that of a C compiler: `gcc`, `x86_64-linux-gnu-gcc-12`, `clang++`.
fn is_c_compiler(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
    let last = name.rsplit('-').next().unwrap_or(name);
    matches!(last, "gcc" | "g++" | "cc" | "c++" | "clang" | "clang++" | "gfortran" | "gccgo" | "zig" | "tcc" | "icx")
}

fn args(tool: Tool, words: &[Word]) -> Vec<Arg> {
    let mut args = Vec::with_capacity(words.len());
    let mut rest = words.iter();
    let mut only_files = false;
    while let Some(word) = rest.next() {
        let text = word.text.as_str();
        if tool == Tool::Cgo && text == "--" {
            // What follows goes to the C compiler, up to the Go files.
            args.push(Arg::Word(text.to_owned()));
            let behind: Vec<Word> = rest.cloned().collect();
            args.extend(self::args(Tool::Cc, &behind));
            break;
        }
        if only_files || text == "-" || !text.starts_with(['-', '@']) {
            args.push(plain(tool, text, args.len()));
            continue;
        }
        if text == "--" {
            only_files = true;
            args.push(Arg::Word(text.to_owned()));
            continue;
        }
        let flag = tool.flag(text);
        let joined = flag.and_then(|flag| joined_value(text, flag.name, flag.takes));
        let takes_next = flag.is_some_and(|flag| matches!(flag.takes, Takes::Value | Takes::RestOrNext));
        let value = match joined {
            None if takes_next => rest.next().map(|word| word.text.clone()),
            joined => joined,
        };
        args.push(Arg::Flag { written: text.to_owned(), name: flag.map(|flag| flag.name), value });
    }
    args
}

/// The value that stands in the same word as a flag.
fn joined_value(text: &str, name: &str, takes: Takes) -> Option<String> {
    let behind = &text[text.find(name)? + name.len()..];
    let value = match takes {
        Takes::Nothing | Takes::Value => behind.strip_prefix('=')?,
        Takes::Rest | Takes::RestOrNext => behind.strip_prefix('=').unwrap_or(behind),
    };
    (matches!(takes, Takes::Value) || !value.is_empty()).then(|| value.to_owned())
}

fn plain(tool: Tool, text: &str, at: usize) -> Arg {
    let is_word = match tool {
        Tool::Pack => at == 0,
        Tool::Git | Tool::PkgConfig | Tool::Program | Tool::Covdata | Tool::Ar => true,
        _ => text.contains("=>") || text == "||" || text == "true",
    };
    if is_word {
        return Arg::Word(text.to_owned());
    }
    Arg::File { path: text.to_owned(), kind: FileKind::of(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(line: &str) -> Vec<(String, Option<&'static str>, Option<String>)> {
        let args = Command::of(line).map(|command| command.args).unwrap_or_default();
        let flag = |arg| match arg {
            Arg::Flag { written, name, value } => Some((written, name, value)),
            _ => None,
        };
        args.into_iter().filter_map(flag).collect()
    }

    #[test]
    fn flags_have_their_values() {
        let line = r#""C:\\Program Files\\Go\\pkg\\tool\\windows_amd64\\compile.exe" -o "$WORK\\b002\\_pkg_.a" -c=4 -p fmt -dwarf=false -x9 .\a.go"#;
        assert_eq!(
            flags(line),
            [
                ("-o".into(), Some("o"), Some("$WORK\\b002\\_pkg_.a".into())),
                ("-c=4".into(), Some("c"), Some("4".into())),
                ("-p".into(), Some("p"), Some("fmt".into())),
                ("-dwarf=false".into(), Some("dwarf"), Some("false".into())),
                ("-x9".into(), None, None),
            ]
        );
        let cc = flags("TERM='dumb' gcc -I . -O2 -g -Wl,-z,now -o $WORK/b001/_x001.o -c x.c");
        let values: Vec<_> = cc.iter().map(|(_, name, value)| (name.unwrap_or(""), value.as_deref())).collect();
        assert_eq!(
            values,
            [
                ("I", Some(".")),
                ("O", Some("2")),
                ("g", None),
                ("Wl,", Some("-z,now")),
                ("o", Some("$WORK/b001/_x001.o")),
                ("c", None),
            ]
        );
    }

    #[test]
    fn commands_do_what_their_flags_say() {
        for (line, expected) in [
            ("/g/pkg/tool/linux_amd64/asm -p x -gensymabis -o $WORK/b002/symabis ./a.s", Some(Act::GenSymabis)),
            ("go tool buildid -w $WORK/b002/_pkg_.a # internal", Some(Act::WriteBuildId)),
            ("gcc -O2 -c x.c", None),
            ("gcc -Qunused-arguments -O2 -c -x c - -o /dev/null || true", Some(Act::ProbeC)),
            ("TERM='dumb' gcc -I . -o $WORK/b001/_cgo_.o a.o", Some(Act::LinkC)),
            ("$WORK/b001/exe/main a b", Some(Act::RunProgram)),
            ("$WORK/b001/x.test -test.timeout=10m0s", Some(Act::RunTest)),
            ("/usr/bin/make all", None),
            ("/usr/bin/env A=1 /g/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a", Some(Act::Compile)),
            ("file /g/pkg/tool/linux_amd64/compile", None),
            ("mywrap /g/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a", Some(Act::Compile)),
            ("TERM='dumb' time -p /g/pkg/tool/linux_amd64/vet -atomic $WORK/b001/vet.cfg", Some(Act::Vet)),
            ("GOROOT='/g' -p /g/pkg/tool/linux_amd64/link -o $WORK/b001/exe/a.out", Some(Act::Link)),
            ("see /g/pkg/tool/linux_amd64/compile -help", None),
            ("strace -f $WORK/b001/exe/web a b", Some(Act::RunProgram)),
            ("qemu -L /x $WORK/b001/store.test -test.paniconexit0", Some(Act::RunTest)),
            ("chmod +x $WORK/b001/exe/web", None),
        ] {
            assert_eq!(Command::of(line).map(|command| command.act(line)), expected, "{line}");
        }
    }
}
