//! Which command, release and settings a log shows.

use std::collections::BTreeMap;

use serde::Serialize;

use super::act::Act;
use super::command::Command;
use super::entries::Entry;
use super::file::{FileKind, base};
use super::message;
use super::tools::Tool;
use crate::xlog::build_info;
use crate::xlog::tool_path::split_tool;

/// The most threads of a compile while others run, before go1.26.
const MOST_THREADS: usize = 4;
/// Since this release compiles share a pool of threads.
const POOLED: u32 = 26;

/// What a log shows of the command and the machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The command as it was typed.
    pub typed: Option<String>,
    /// The work directory.
    pub work: Option<String>,
    /// GOROOT.
    pub goroot: Option<String>,
    /// System and architecture of the toolchain, from the directory of the tools: `linux_amd64`.
    pub host: Option<String>,
    /// System and architecture of what is built, from the assembler's `-D` or the build info: `linux`, `amd64`.
    pub target: (Option<String>, Option<String>),
    /// GOCACHE.
    pub gocache: Option<String>,
    /// The release, as `-goversion` tells it.
    pub release: Option<String>,
    /// Without that, the oldest minor release that writes such lines.
    pub at_least: Option<u32>,
    /// Without that, the newest one.
    pub at_most: Option<u32>,
    /// Whether nothing was run: `-n`. `None` if no line tells `-n` from `-x`.
    pub dry: Option<bool>,
    /// How many compiles had so many threads (`-c`).
    pub threads: BTreeMap<usize, usize>,
    /// `-race`, `-msan`, `-asan`, `-cover`, a profile, cgo, in this order, as far as the log shows them.
    pub features: Vec<&'static str>,
    /// `-buildmode` of the linker.
    pub buildmode: Option<String>,
    /// Where the result went.
    pub results: Vec<String>,
    #[serde(skip)]
    seen: Seen,
    /// Whether another build has begun, of which nothing is said.
    #[serde(skip)]
    is_over: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    run: bool,
    test: bool,
    test_run: bool,
    vet: bool,
    link: bool,
    /// A link as only `go build` and `go install` have it.
    for_build: bool,
    compile: bool,
    clean: bool,
    other: bool,
}

/// Which command of the go command wrote the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GoCommand {
    /// `go build`, as it was typed.
    Build,
    /// `go install`, as it was typed.
    Install,
    /// `go build` or `go install`: their logs are the same but for the place of the result.
    BuildOrInstall,
    /// One that compiles: the log does not show what comes of it.
    Compiling,
    /// `go run`.
    Run,
    /// `go test`.
    Test,
    /// `go test -c`.
    TestCompile,
    /// `go vet`; `go test` of packages without tests looks the same.
    Vet,
    /// `go clean`.
    Clean,
    /// Another one, as it was typed.
    Other,
    /// The log does not show it.
    NotShown,
}

/// What is known of GOMAXPROCS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gomaxprocs {
    /// Nothing.
    NotShown,
    /// It is this, or more.
    AtLeast(usize),
    /// It is this.
    Exactly(usize),
}

impl Settings {
    /// Takes an entry in.
    pub fn add(&mut self, entry: &Entry) {
        let text = entry.text.as_str();
        self.is_over |= entry.build > 0 || (entry.act == Act::Prompt && self.seen.other);
        if self.is_over {
            return;
        }
        if matches!(entry.act, Act::Work | Act::StoreInCache) {
            self.dry.get_or_insert(false);
        }
        match entry.act {
            Act::Work => self.work = self.work.take().or_else(|| text.strip_prefix("WORK=").map(str::to_owned)),
            Act::Banner => self.dry = Some(true),
            Act::Prompt => self.typed = self.typed.take().or_else(|| message::prompt(text).map(str::to_owned)),
            Act::RunProgram => self.seen.run = true,
            Act::RunTest => self.seen.test_run = true,
            Act::WriteTestMain | Act::TestResult => self.seen.test = true,
            Act::Remove => self.seen.clean = true,
            Act::StoreInCache => self.gocache = self.gocache.take().or_else(|| cache_of(text)),
            Act::Install => self.results.extend(result_of(text).filter(|_| self.results.len() < 100)),
            Act::WriteImportcfg | Act::WriteAsmHeader if text.starts_with("echo ") => self.since(22),
            Act::WriteImportcfg if entry.body == "# import config\n" => self.until(21),
            _ => {}
        }
        if matches!(entry.act, Act::WriteImportcfg | Act::WriteLinkImportcfg | Act::WriteVetCfg) {
            self.configuration(&entry.body);
        }
        if let Some(command) = &entry.command {
            self.command(command);
        }
        self.seen.other |= entry.act.is_go();
    }

    /// What a file that is written for a tool shows: archives in the cache and, for the linker, the build info.
    fn configuration(&mut self, body: &str) {
        if self.gocache.is_none() {
            let paths = body.lines().flat_map(|line| line.split(['=', '"']));
            self.gocache = paths.into_iter().find_map(cache_with);
        }
        let Some(info) = build_info::of_file(body) else { return };
        for (part, name) in [(&mut self.target.0, "GOOS"), (&mut self.target.1, "GOARCH")] {
            *part = part.take().or_else(|| info.get(name).cloned());
        }
    }

    fn since(&mut self, minor: u32) {
        self.at_least = self.at_least.max(Some(minor));
    }

    fn until(&mut self, minor: u32) {
        self.at_most = Some(self.at_most.map_or(minor, |most| most.min(minor)));
    }

    fn command(&mut self, command: &Command) {
        if let Some((goroot, host, _)) = split_tool(&command.program) {
            self.goroot.get_or_insert_with(|| goroot.to_owned());
            self.host.get_or_insert_with(|| host.to_owned());
        }
        if matches!(command.tool, Tool::Pack | Tool::Buildid) {
            if command.program.starts_with("go tool") { self.since(25) } else { self.until(24) }
        }
        for (name, flag) in [("-race", "race"), ("-msan", "msan"), ("-asan", "asan")] {
            if matches!(command.tool, Tool::Compile | Tool::Link) && command.has(flag) {
                self.feature(name);
            }
        }
        match command.tool {
            Tool::Compile => self.compile(command),
            Tool::Asm => self.target_of(command),
            Tool::Cgo => self.feature("cgo"),
            Tool::Cover => self.feature("-cover"),
            Tool::Vet => self.seen.vet = true,
            Tool::Link => {
                self.seen.link = true;
                let to = command.value("o").map(|file| file.rsplit(['/', '\\']).next().unwrap_or(file));
                self.seen.for_build |= to.is_some_and(|name| name == "a.out" || name == "a.out.exe");
                self.seen.test |= command.value("o").is_some_and(|file| FileKind::of(file) == FileKind::TestBinary);
                self.buildmode = self.buildmode.take().or_else(|| command.value("buildmode").map(str::to_owned));
            }
            _ => {}
        }
    }

    fn compile(&mut self, command: &Command) {
        self.seen.compile = true;
        if let Some(release) = command.value("goversion") {
            self.release.get_or_insert_with(|| release.to_owned());
        }
        let threads = command.value("c").and_then(|threads| threads.parse().ok()).unwrap_or(1);
        *self.threads.entry(threads).or_default() += 1;
        if command.has("coveragecfg") {
            self.feature("-cover");
        }
        if command.has("pgoprofile") {
            self.feature("-pgo");
        }
        self.seen.test |= command.files().any(|(_, kind)| kind == FileKind::TestMain);
    }

    fn target_of(&mut self, command: &Command) {
        for arg in &command.args {
            let super::command::Arg::Flag { name: Some("D"), value: Some(value), .. } = arg else { continue };
            if let Some(system) = value.strip_prefix("GOOS_") {
                self.target.0.get_or_insert_with(|| system.to_owned());
            }
            if let Some(architecture) = value.strip_prefix("GOARCH_") {
                self.target.1.get_or_insert_with(|| architecture.to_owned());
            }
        }
    }

    fn feature(&mut self, name: &'static str) {
        const ORDER: [&str; 6] = ["-race", "-msan", "-asan", "-cover", "-pgo", "cgo"];
        if !self.features.contains(&name) {
            self.features.push(name);
            self.features.sort_by_key(|feature| ORDER.iter().position(|other| other == feature));
        }
    }

    /// Which command it was.
    pub fn go_command(&self) -> GoCommand {
        if let Some(typed) = &self.typed {
            let mut words = typed.split(' ').skip_while(|word| word.contains('=')).skip(1);
            let is_compile_only = || typed.split(' ').any(|word| word == "-c");
            return match words.next() {
                Some("build") => GoCommand::Build,
                Some("install") => GoCommand::Install,
                Some("run") => GoCommand::Run,
                Some("test") if is_compile_only() => GoCommand::TestCompile,
                Some("test") => GoCommand::Test,
                Some("vet") => GoCommand::Vet,
                Some("clean") => GoCommand::Clean,
                _ => GoCommand::Other,
            };
        }
        let seen = self.seen;
        match () {
            () if seen.test_run => GoCommand::Test,
            () if seen.test && seen.link && !self.results.is_empty() => GoCommand::TestCompile,
            () if seen.test => GoCommand::Test,
            () if seen.run => GoCommand::Run,
            () if seen.vet => GoCommand::Vet,
            () if seen.for_build || seen.compile && !self.results.is_empty() => GoCommand::BuildOrInstall,
            () if seen.compile || seen.link => GoCommand::Compiling,
            () if seen.clean => GoCommand::Clean,
            () => GoCommand::NotShown,
        }
    }

    /// The minor release, if it is shown.
    pub fn minor(&self) -> Option<u32> {
        let rest = self.release.as_deref()?.strip_prefix("go1.")?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    }

    /// What the threads of compiles tell of GOMAXPROCS.
    pub fn gomaxprocs(&self) -> Gomaxprocs {
        let Some((&threads, _)) = self.threads.last_key_value() else { return Gomaxprocs::NotShown };
        let Some(minor) = self.minor() else { return Gomaxprocs::NotShown };
        match threads {
            0 | 1 => Gomaxprocs::NotShown,
            _ if minor >= POOLED || threads == MOST_THREADS => Gomaxprocs::AtLeast(threads),
            _ => Gomaxprocs::Exactly(threads),
        }
    }

    /// `-p`, as it was typed, or as more threads than four for one compile tell it.
    pub fn workers(&self) -> Option<usize> {
        let typed = self.typed.as_deref().and_then(|typed| {
            let mut words = typed.split(' ').skip_while(|word| *word != "-p" && !word.starts_with("-p="));
            let word = words.next()?;
            word.strip_prefix("-p=").or_else(|| words.next())?.parse().ok()
        });
        let most = self.threads.last_key_value().map_or(0, |(threads, _)| *threads);
        let alone = most > MOST_THREADS && self.minor().is_some_and(|minor| minor < POOLED);
        typed.or(alone.then_some(1))
    }
}

/// GOCACHE, of a line that stores an archive there.
fn cache_of(line: &str) -> Option<String> {
    cache_with(&crate::xlog::words::words(line).get(2)?.text)
}

/// GOCACHE, of a data file in it.
fn cache_with(path: &str) -> Option<String> {
    let name = base(path).len();
    let dir = path[..path.len() - name].trim_end_matches(['/', '\\']);
    let root = dir[..dir.len() - base(dir).len()].trim_end_matches(['/', '\\']);
    (FileKind::of(path) == FileKind::CacheData && !root.is_empty()).then(|| root.to_owned())
}

/// Where a result goes. The go command does not quote it, so it is the rest of the line.
fn result_of(line: &str) -> Option<String> {
    let words = crate::xlog::words::words(line);
    words.get(2).map(|target| line[target.span.start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::entries::Entries;
    use super::super::summary::Reading;
    use super::*;
    use crate::xlog::clean::Cleaner;

    fn settings(text: &str) -> Settings {
        Reading::of(Entries::of(text.lines().map(str::to_owned), Cleaner::of(text))).settings
    }

    #[test]
    fn of_several_builds_all_is_said_of_the_first() {
        let first = "WORK=/tmp/go-build1\nmv $WORK/b001/exe/a.out one\n";
        let second = "WORK=/tmp/go-build2\nmv $WORK/b001/exe/a.out two\n$WORK/b001/a.test -test.v\n";
        for between in ["", "$ go test -x ./...\n"] {
            let settings = settings(&format!("{first}{between}{second}"));
            assert_eq!(settings.results, ["one"]);
            assert_eq!((settings.typed.as_deref(), settings.work.as_deref()), (None, Some("/tmp/go-build1")));
            assert_eq!(settings.go_command(), GoCommand::NotShown);
        }
        assert_eq!(settings(&format!("$ go install -x\n{first}")).go_command(), GoCommand::Install);
    }
}
