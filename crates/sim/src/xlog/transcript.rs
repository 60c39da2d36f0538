//! Writes the whole transcript, one block for each event that prints something.

use std::fmt::Write;

use super::command::Command;
use super::shell::Script;
use crate::gobuild::modinfo;
use crate::gobuild::{ActionId, Build, EventKind, Mode, Step};

/// The lines that one event of a build adds to the transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Index of the event.
    pub event: usize,
    /// The action that prints.
    pub action: ActionId,
    /// The step that prints.
    pub step: Step,
    /// The lines, each with its line feed.
    pub text: String,
}

/// Writes the transcript of a build, block by block.
pub struct Transcript<'a> {
    build: &'a Build,
    script: Script<'a>,
    next: usize,
    failures: usize,
    /// Whether the name of a package was printed already, by package id.
    named: Vec<bool>,
}

impl<'a> Transcript<'a> {
    /// At the start of a build.
    pub fn new(build: &'a Build) -> Self {
        let script = Script::new(&build.options.work_dir, build.rules().shortens_work_first());
        Self { build, script, next: 0, failures: 0, named: vec![false; build.program.packages.len()] }
    }

    /// The lines before the first block: with `-x` the line `WORK=…` and the questions to the repository, with `-n`
    /// none. If the program cannot be loaded, the error follows them, and that is the whole transcript.
    pub fn header(&self) -> String {
        let mut text =
            if self.build.options.dry_run { String::new() } else { format!("WORK={}\n", self.build.options.work_dir) };
        let program = &self.build.program;
        let stamp = program.mains().find_map(|main| modinfo::stamp(program, &self.build.options, main));
        if let Some(vcs) = stamp.filter(|_| !text.is_empty()) {
            let log = if self.build.rules().asks_git_log() { "log -1" } else { "show -s" };
            for question in ["status --porcelain", &format!("-c log.showsignature=false {log} --format=%H:%ct")] {
                let _ = writeln!(text, "cd {}\ngit {question}", vcs.root);
            }
        }
        for line in self.build.load_error.iter().flat_map(|error| &error.output) {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// The whole transcript of a build.
    pub fn text(build: &'a Build) -> String {
        let transcript = Self::new(build);
        let header = transcript.header();
        transcript.fold(header, |mut text, block| {
            text.push_str(&block.text);
            text
        })
    }

    /// The text of the next failure: `# PACKAGE`, and the output of the tool.
    fn failure(&mut self) -> String {
        let Some(failure) = self.build.failures.get(self.failures) else { return String::new() };
        self.failures += 1;
        let package = self.build.plan.action(failure.action).package;
        let mut text = format!("# {}\n", self.build.program.package(package).import_path);
        for line in &failure.output {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// The lines with which `-n` and `-v` announce a package before the first command of its build action.
    fn names(&mut self, id: ActionId) -> String {
        let mut names = String::new();
        let action = self.build.plan.action(id);
        if action.mode == Mode::Build && std::mem::replace(&mut self.named[action.package.index()], true) {
            return names;
        }
        if action.mode == Mode::Build {
            let path = &self.build.program.package(action.package).import_path;
            if self.build.options.dry_run {
                let _ = write!(names, "\n#\n# {path}\n#\n\n");
            }
            if self.build.options.verbose {
                let _ = writeln!(names, "{path}");
            }
        }
        names
    }
}

impl Iterator for Transcript<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        loop {
            let event = self.build.events.get(self.next)?;
            self.next += 1;
            let (step, text) = match event.kind {
                EventKind::Ran(step) => {
                    let command = Command::of(self.build, event.action, step);
                    let mut text = self.names(event.action);
                    self.script.show(&mut text, &command.dir, &command.text);
                    (step, text)
                }
                EventKind::Failed(step) => (step, self.failure()),
                _ => continue,
            };
            return Some(Block { event: self.next - 1, action: event.action, step, text });
        }
    }
}
