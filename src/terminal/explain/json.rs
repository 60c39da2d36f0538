//! A reading as JSON: one object, whose entries stand on lines of their own, so that they can be written as they are read.

use std::borrow::Cow;
use std::io::Write;

use serde::Serialize;

use super::view::Explained;
use gostep_sim::reading::graph::Graph;
use gostep_sim::reading::settings::{GoCommand, Gomaxprocs, Settings};
use gostep_sim::reading::summary::Seen;
use gostep_sim::reading::{Act, Arg, Entry, Failure, FileKind, Package, Phase, Span, Tool};

/// Version of the JSON; it grows when a reader has to change.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Head<'a> {
    gostep_explain: u32,
    log: &'a str,
    lines: usize,
    builds: usize,
    command: GoCommand,
    settings: &'a Settings,
    workers: Option<usize>,
    at_once: usize,
    gomaxprocs: Gomaxprocs,
    packages: &'a [Package],
    failures: Vec<Failed<'a>>,
    levels: Vec<Vec<&'a str>>,
    lanes: &'a [Span],
    kinds: Vec<Kind<'a>>,
    flags: Vec<FlagUse<'a>>,
    files: Vec<FileUse<'a>>,
}

#[derive(Serialize)]
struct Failed<'a> {
    #[serde(flatten)]
    failure: &'a Failure,
    why: &'static str,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "names of the JSON")]
struct Kind<'a> {
    kind: Act,
    of_go: bool,
    name: &'static str,
    what: &'static str,
    #[serde(flatten)]
    seen: &'a Seen,
}

#[derive(Serialize)]
struct FlagUse<'a> {
    tool: Tool,
    flag: String,
    known: bool,
    /// As in `-s=false`.
    off: bool,
    meaning: Cow<'static, str>,
    #[serde(flatten)]
    seen: &'a Seen,
}

#[derive(Serialize)]
struct FileUse<'a> {
    kind: FileKind,
    what: &'static str,
    #[serde(flatten)]
    seen: &'a Seen,
}

#[derive(Serialize)]
struct EntryLine<'a> {
    line: usize,
    lines: usize,
    kind: Act,
    phase: Phase,
    what: &'static str,
    package: Option<&'a str>,
    objdir: Option<u32>,
    text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    written: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<CommandLine<'a>>,
}

#[derive(Serialize)]
struct CommandLine<'a> {
    tool: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    through: Option<&'a str>,
    program: &'a str,
    environment: &'a [(String, String)],
    args: Vec<Part<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Part<'a> {
    Flag { written: &'a str, value: Option<&'a str>, known: bool, off: bool, meaning: Cow<'static, str> },
    File { path: &'a str, kind: FileKind, what: &'static str },
    Word(&'a str),
}

/// Writes the beginning, up to the first entry.
///
/// # Errors
/// If the output cannot be written.
pub fn begin(view: Explained, out: &mut dyn Write) -> std::io::Result<()> {
    let (words, reading) = (view.words(), view.reading);
    let kind = |(act, seen): (&Act, _)| {
        let (name, what) = (words.act)(*act);
        Kind { kind: *act, of_go: act.is_go(), name, what, seen }
    };
    let flag = |((tool, name, is_off), seen): (&(Tool, Result<&'static str, String>, bool), _)| FlagUse {
        tool: *tool,
        flag: name.as_ref().map_or_else(String::clone, |name| format!("-{name}")),
        known: name.is_ok(),
        off: *is_off,
        meaning: words.flag(*tool, name.as_ref().ok().copied(), *is_off),
        seen,
    };
    let failed = |failure| Failed { failure, why: (words.failure)(failure.kind) };
    let head = Head {
        gostep_explain: FORMAT,
        log: view.log,
        lines: reading.lines,
        builds: reading.builds,
        command: reading.settings.go_command(),
        settings: &reading.settings,
        workers: reading.settings.workers(),
        at_once: reading.at_once(),
        gomaxprocs: reading.settings.gomaxprocs(),
        packages: &reading.packages,
        failures: reading.failures.iter().map(failed).collect(),
        levels: Graph::of(&reading.packages).levels,
        lanes: &reading.spans,
        kinds: reading.acts.iter().map(kind).collect(),
        flags: reading.flags.iter().map(flag).collect(),
        files: reading
            .files
            .iter()
            .map(|(kind, seen)| FileUse { kind: *kind, what: (words.file)(*kind), seen })
            .collect(),
    };
    let text = serde_json::to_string(&head)?;
    // The entries are the last field of the same object.
    out.write_all(text.strip_suffix('}').unwrap_or(&text).as_bytes())?;
    out.write_all(b",\"entries\":[")
}

/// Writes an entry.
///
/// # Errors
/// If the output cannot be written.
pub fn entry(view: Explained, entry: &Entry, is_first: bool, out: &mut dyn Write) -> std::io::Result<()> {
    let words = view.words();
    let act = view.reading.act(entry);
    let package = view.reading.package_of(entry).and_then(|package| package.path.as_deref());
    let command = entry.command.as_ref().map(|command| {
        let mut tool = command.tool;
        let part = |arg| part(view, &mut tool, arg);
        CommandLine {
            tool: command.tool,
            through: command.through.as_deref(),
            program: &command.program,
            environment: &command.environment,
            args: command.args.iter().map(part).collect(),
        }
    });
    let line = EntryLine {
        line: entry.line,
        lines: entry.lines,
        kind: act,
        phase: if act == entry.act { entry.phase() } else { act.phase() },
        what: (words.act)(act).1,
        package: package.or(entry.about.as_deref()),
        objdir: entry.objdir,
        text: &entry.text,
        written: &entry.body,
        command,
    };
    out.write_all(if is_first { b"\n" } else { b",\n" })?;
    serde_json::to_writer(&mut *out, &line)?;
    Ok(())
}

/// Writes the end.
///
/// # Errors
/// If the output cannot be written.
pub fn end(out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(b"\n]}\n")
}

fn part<'a>(view: Explained, tool: &mut Tool, arg: &'a Arg) -> Part<'a> {
    let words = view.words();
    match arg {
        Arg::Word(word) => {
            // Behind it cgo passes flags on to the C compiler.
            if word == "--" && *tool == Tool::Cgo {
                *tool = Tool::Cc;
            }
            Part::Word(word)
        }
        Arg::Flag { written, name, value } => {
            let (value, known) = (value.as_deref(), name.is_some());
            let off = name.is_some_and(|name| tool.turns_off(name, value));
            Part::Flag { written, value, known, off, meaning: words.flag(*tool, *name, off) }
        }
        Arg::File { path, kind } => Part::File { path, kind: *kind, what: (words.file)(*kind) },
    }
}
