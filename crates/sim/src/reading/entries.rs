//! The entries of a log: each is what one command, written file or message is.

use std::collections::VecDeque;

use serde::Serialize;

use super::act::{Act, Phase};
use super::command::Command;
use super::event;
use super::message;
use super::shell;
use super::tools::Tool;
use crate::xlog::clean::Cleaner;
use crate::xlog::objdir_in;
use crate::xlog::parse::{Item, Items, Kind, Line};

/// What one or more lines of a log are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Number of its first line, from 1.
    pub line: usize,
    /// How many lines it takes; 0 for all but the last of several that one line of `-json` has.
    pub lines: usize,
    /// What it is.
    pub act: Act,
    /// Its first line, without what others put in front; for a banner the package.
    pub text: String,
    /// What is written into a file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// In which build it is, from 0: each begins with its own `WORK=`.
    pub build: usize,
    /// Number of the object directory that it is about.
    pub objdir: Option<u32>,
    /// The command, if a program is run.
    pub command: Option<Command>,
    /// The package whose tool printed it, in the output of a tool.
    pub about: Option<String>,
}

impl Entry {
    /// To which part of the work it belongs: that of its act, or of the file that it is about.
    pub fn phase(&self) -> Phase {
        let names = |part: &str| self.text.contains(part);
        match self.act {
            Act::WriteBuildId | Act::StoreInCache if names("_pkg_.a") => self.act.phase(),
            Act::StoreInCache if names("vet.") => Phase::Vet,
            Act::StoreInCache if names(".preprofile") => Phase::Profile,
            Act::WriteBuildId => Phase::Link,
            Act::MakeDir if names("/exe/") || names("\\exe\\") => Phase::Link,
            Act::MakeDir if self.objdir.is_none() => Phase::Install,
            act => act.phase(),
        }
    }
}

/// Makes entries of the lines of a log as they come.
#[derive(Debug)]
pub struct Entries<I> {
    items: Items<Joined<I>>,
    next: Option<Item>,
    context: Context,
}

/// What earlier lines say about a line.
#[derive(Debug, Default)]
struct Context {
    /// The package whose output is printed.
    block: Option<String>,
    /// How many lines `WORK=` there were.
    works: usize,
    /// Whether a test or program has run, which prints what it wants.
    has_run: bool,
    /// Whether what ran last is a program of `go run`, and no test.
    is_program: bool,
    /// Whether the go command says something, which goes on in lines that are further in.
    says: bool,
    /// Whether the line before was a lone `#`, with which the comment begins that announces a package.
    after_sign: bool,
    /// Whether a test prints: from a line of its own to the one that tells its result, or to the next command.
    in_test: bool,
    /// Whether the linker said that the C linker failed, whose command follows.
    c_linker_failed: bool,
}

impl<I: Iterator<Item = String>> Entries<I> {
    /// The entries of lines without their ends; all lines are as the log has them.
    pub fn of(lines: I, cleaner: Cleaner) -> Self {
        let joined = Joined { lines, cleaner, number: 0, unpacked: VecDeque::new() };
        let mut items = Items::of(joined);
        let next = items.next();
        Self { items, next, context: Context::default() }
    }

    /// How many lines were read.
    pub fn lines_read(&self) -> usize {
        self.items.lines().number
    }
}

impl<I: Iterator<Item = String>> Iterator for Entries<I> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let item = self.next.take()?;
        self.next = self.items.next();
        let behind = self.next.as_ref().map_or(self.items.lines().number + 1, |next| next.line);
        Some(self.context.entry(item, behind))
    }
}

impl Context {
    fn entry(&mut self, item: Item, behind: usize) -> Entry {
        let lines = behind - item.line;
        let (act, text, body, command) = match item.kind {
            Kind::Work(dir) => (Act::Work, format!("WORK={dir}"), String::new(), None),
            Kind::Banner(package) => (Act::Banner, package, String::new(), None),
            Kind::ChangeDir(dir) => change_of_dir(&dir),
            Kind::WriteFile { head, body, .. } => {
                let act = shell::written_file(&head).map_or(Act::WriteFile, |path| shell::written(&path));
                (act, head, body, None)
            }
            Kind::Command(line) | Kind::Other(line) => {
                if let Some(event) = event::event(&line) {
                    (event.act(), event.text(line), String::new(), None)
                } else {
                    let (act, command) = self.line(&line);
                    (act, line, String::new(), command)
                }
            }
        };
        let is_output = matches!(
            act,
            Act::FailedPackage
                | Act::SourceError
                | Act::VetFinding
                | Act::Missing
                | Act::LinkError
                | Act::NoCompiler
                | Act::ToolOutput
                | Act::ToolEnded
        );
        if !is_output {
            self.block = None;
        }
        if act == Act::ToolEnded {
            self.block = message::ended(&text).map(str::to_owned);
        }
        self.works += usize::from(act == Act::Work);
        self.follow(act, &text);
        let objdir = if is_output || !act.is_go() { None } else { objdir_in(&text) };
        let build = self.works.saturating_sub(1);
        Entry { build, line: item.line, lines, act, text, body, objdir, command, about: self.block.clone() }
    }

    /// Notes what the next lines can be.
    fn follow(&mut self, act: Act, text: &str) {
        // Each build of a log begins anew.
        self.has_run &= !matches!(act, Act::Work | Act::Prompt);
        self.has_run |= matches!(act, Act::RunTest | Act::RunProgram | Act::TestResult);
        self.is_program = matches!(act, Act::RunProgram) || self.is_program && !matches!(act, Act::RunTest | Act::Work);
        self.after_sign = text == "#";
        self.says = act == Act::GoMessage || self.says && act == Act::Blank;
        self.in_test = match act {
            Act::TestResult => !message::ends_test(text),
            Act::Blank => self.in_test,
            _ => false,
        };
        self.c_linker_failed = act == Act::LinkError && message::is_c_linker(text);
    }

    fn line(&mut self, line: &str) -> (Act, Option<Command>) {
        let command = Command::of(line);
        if self.c_linker_failed && self.block.is_some() && command.as_ref().is_some_and(|one| one.tool == Tool::Cc) {
            return (Act::ToolOutput, None);
        }
        if let Some(command) = command {
            return (command.act(line), Some(command));
        }
        if let Some(act) = shell::act(line) {
            return (act, None);
        }
        // The comment that announces a package has a line of each of these; here its end or its beginning is cut off.
        if line == "#" || self.after_sign && line.starts_with("# ") {
            return (Act::Banner, None);
        }
        if self.is_program && message::is_exit(line) {
            return (Act::GoMessage, None);
        }
        // No other package prints before the result of a test whose output has begun.
        if let Some(package) = line.strip_prefix("# ").filter(|_| !self.in_test) {
            if message::prompt(line).is_some() {
                return (Act::Prompt, None);
            }
            // A remark of another program, or of a file whose end mark was lost.
            if package.replace(" [", "[").contains(' ') && !package.starts_with('[') {
                return (Act::Foreign, None);
            }
            if !package.starts_with('[') {
                // `# fmt [fmt.test]` is fmt, compiled for its test.
                self.block = Some(package.to_owned());
            }
            return (Act::FailedPackage, None);
        }
        if self.block.is_some() && message::goes_on(line) {
            return (message::in_block(line), None);
        }
        if message::prompt(line).is_some() {
            return (Act::Prompt, None);
        }
        if self.says && line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            return (Act::GoMessage, None);
        }
        (self.alone(line), None)
    }

    /// What a line is that is no command and stands in no block. What the go command finds wrong before anything is
    /// built comes before any test or program that runs.
    fn alone(&self, line: &str) -> Act {
        let act = message::alone(line)
            .filter(|act| !self.has_run || !matches!(act, Act::SourceError | Act::Missing | Act::NoCompiler));
        match act {
            Some(act) => act,
            None if self.in_test => Act::TestResult,
            None if message::could_be_name(line) => Act::Name,
            None => Act::Foreign,
        }
    }
}

/// `cd DIR`, and `cd DIR; git …`, with which newer releases ask for a revision.
fn change_of_dir(dir: &str) -> (Act, String, String, Option<Command>) {
    let act = if dir.contains("; git ") || dir.contains("; hg ") { Act::Git } else { Act::ChangeDir };
    (act, format!("cd {dir}"), String::new(), None)
}

/// Joins what goes on behind a backslash, and cleans lines.
#[derive(Debug)]
pub struct Joined<I> {
    lines: I,
    cleaner: Cleaner,
    /// How many lines were read.
    number: usize,
    /// Lines that were in one line of JSON, and have not been given yet.
    unpacked: VecDeque<String>,
}

/// The lines of a build that a line of `-json` has: many, where a file is written. What a test prints stays where it is,
/// so that it is never taken for a command.
fn unpacked(line: &str) -> Option<VecDeque<String>> {
    let event = event::event(line).filter(|event| event.action == "build-output")?;
    Some(event.output.lines().map(str::to_owned).collect()).filter(|lines: &VecDeque<String>| !lines.is_empty())
}

impl<I: Iterator<Item = String>> Iterator for Joined<I> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if let Some(text) = self.unpacked.pop_front() {
            return Some(Line { text, number: self.number, ended: true });
        }
        let raw = self.lines.next()?;
        self.number += 1;
        let number = self.number;
        let mut text = self.cleaner.line(&raw).into_owned();
        if let Some(mut lines) = unpacked(&text) {
            text = lines.pop_front()?;
            self.unpacked = lines;
        }
        while let Some(before) = text.strip_suffix(" \\") {
            let Some(more) = self.lines.next() else { break };
            self.number += 1;
            text = format!("{} {}", before.trim_end(), self.cleaner.line(&more).trim_start());
        }
        Some(Line { text, number, ended: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(text: &str) -> Vec<Act> {
        Entries::of(text.lines().map(str::to_owned), Cleaner::of(text)).map(|entry| entry.act).collect()
    }

    #[test]
    fn what_a_test_prints_is_of_the_test() {
        let run = "$WORK/b001/a.test -test.timeout=10m0s\n";
        let text = format!(
            "{run}x.go:1: said before\n=== RUN   TestX\n    a_test.go:3: want 1\n# hello\nx.go:2:3: logged\n\
             exec: \"gcc\": executable file not found\n--- FAIL: TestX (0.00s)\nFAIL\nFAIL\te.com/a\t0.01s\nbye\n"
        );
        let test = Act::TestResult;
        let expected = [Act::RunTest, Act::Foreign, test, test, test, test, test, test, test, test, Act::Name];
        assert_eq!(acts(&text), expected);
        let next = acts(&format!("{run}PASS\nWORK=/w\na.go:3:1: expected 'package'"));
        assert_eq!(next.last(), Some(&Act::SourceError));
        let headings = ["# fmt [fmt.test]", "# import config", "# [e.com/a]"].map(|line| acts(line)[0]);
        assert_eq!(headings, [Act::FailedPackage, Act::Foreign, Act::FailedPackage]);
        assert_eq!(acts("a.go:3:1: expected 'package'\n    a_test.go:3: x"), [Act::SourceError, Act::Foreign]);
    }

    #[test]
    fn what_a_test_prints_within_events_is_no_command() {
        let text = r##"{"ImportPath":"a","Action":"build-output","Output":"mkdir -p $WORK/b001/\n"}
{"Time":"2026-11-29T12:52:18.1Z","Action":"start","Package":"a"}
{"Time":"2026-11-29T12:52:18.1Z","Action":"output","Package":"a","Test":"TestA","Output":"mkdir -p $WORK/b001/\n"}
{"Time":"2026-11-29T12:52:18.1Z","Action":"output","Package":"a","Test":"TestA","Output":"# hello\n"}
{"Time":"2026-11-29T12:52:18.1Z","Action":"output","Package":"a","Test":"TestA","Output":"a.go:3:4: x\n"}
{"ImportPath":"a","Action":"build-fail"}"##;
        let test = Act::TestResult;
        assert_eq!(acts(text), [Act::MakeDir, test, test, test, test, Act::Event]);
    }
}
