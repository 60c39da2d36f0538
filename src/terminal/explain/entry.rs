//! One entry of a log, word by word.

use super::view::Explained;
use crate::terminal::inline::fit;
use gostep_sim::reading::package::Lines;
use gostep_sim::reading::{Arg, Command, Entry, FileKind, Tool};
use gostep_view::look::{Line, Look, Span};

/// The most columns of a flag or a file before what it means; in a narrow place three of seven.
const NAMES: usize = 34;

/// One entry, word by word.
pub fn entry(view: Explained, entry: &Entry) -> String {
    view.text(&lines(view, entry))
}

/// The entry: its text, what it is, and all its parts.
pub fn lines(view: Explained, entry: &Entry) -> Vec<Line> {
    let words = view.words();
    let act = view.reading.act(entry);
    let (name, what) = (words.act)(act);
    // A word that names no package belongs to no phase.
    let phase = if act == entry.act { entry.phase() } else { act.phase() };
    let mut lines = Vec::new();
    let place = view.said_lines(Lines { first: entry.line, last: entry.line + entry.lines.max(1) - 1, entries: 1 });
    let phase = (words.phase)(phase);
    let mut head = vec![Span::new(place, Look::Title), Span::plain("  "), Span::new(phase, Look::Term)];
    if name != phase {
        head.extend([Span::plain(" · "), Span::new(name, Look::Strong)]);
    }
    lines.push(head);
    view.say(&mut lines, 2, &entry.text.replace('\t', "    "), Look::Code);
    body(view, &mut lines, entry);
    view.say(&mut lines, 2, what, Look::Plain);
    if let Some(objdir) = entry.objdir {
        let number = format!("{objdir:03}");
        let said = match view.reading.package_of(entry).filter(|package| package.path.is_some()) {
            Some(package) => words.objdir.with([&number, &view.name_of(package)]),
            None => words.objdir_only.with([&number]),
        };
        view.say(&mut lines, 2, &said, Look::Dim);
    }
    if let Some(about) = &entry.about {
        view.say(&mut lines, 2, &words.about.with([about]), Look::Dim);
    }
    if let Some(command) = &entry.command {
        parts(view, &mut lines, command);
    }
    lines.push(Line::new());
    lines
}

fn body(view: Explained, lines: &mut Vec<Line>, entry: &Entry) {
    let written = entry.body.lines().count();
    if written == 0 {
        return;
    }
    for line in entry.body.lines().take(view.written) {
        let row = fit(&line.replace('\t', "    "), view.width.saturating_sub(6));
        lines.push(vec![Span::plain("    │ "), Span::new(row, Look::Dim)]);
    }
    if written > view.written {
        view.say(lines, 4, &format!("… {}", view.words().written.with([&written])), Look::Dim);
    }
}

fn parts(view: Explained, lines: &mut Vec<Line>, command: &Command) {
    let words = view.words();
    let column = NAMES.min(view.width * 3 / 7);
    for (name, value) in &command.environment {
        let written = fit(&format!("{name}={value}"), column);
        view.row(lines, 4, column, &written, Look::Code, &[Span::plain((words.variable)(name))]);
    }
    if let Some(through) = &command.through {
        let is_built = matches!(command.tool, Tool::Program | Tool::Test);
        let meaning = if is_built { words.exec } else { words.toolexec };
        view.row(lines, 4, column, &fit(through, column), Look::Code, &[Span::plain(meaning)]);
    }
    let program = command.program.rsplit(['/', '\\']).next().unwrap_or(&command.program);
    view.row(lines, 4, column, &fit(program, column), Look::Code, &[Span::plain((words.tool)(command.tool))]);
    let mut tool = command.tool;
    let mut files: Vec<(FileKind, Vec<&str>)> = Vec::new();
    for arg in &command.args {
        match arg {
            Arg::Word(word) => {
                if word == "--" && tool == Tool::Cgo {
                    tool = Tool::Cc;
                }
            }
            Arg::Flag { written, name, value } => {
                let is_off = name.is_some_and(|name| tool.turns_off(name, value.as_deref()));
                let meaning = words.flag(tool, *name, is_off);
                let next = value.as_ref().filter(|value| !written.ends_with(value.as_str()));
                let flag = next.map_or_else(|| written.clone(), |value| format!("{written} {value}"));
                let mut said = vec![Span::plain(&*meaning)];
                let kind = value.as_ref().map(|value| FileKind::of(value)).filter(|kind| *kind != FileKind::Other);
                // Other flags say themselves which file they are about.
                if let Some(kind) = kind.filter(|_| matches!(name, Some("o" | "I"))) {
                    said.push(Span::new(words.in_brackets.with([&(words.file)(kind)]), Look::Dim));
                }
                view.row(lines, 4, column, &fit(&flag, column), Look::Code, &said);
            }
            Arg::File { path, kind } => match files.iter_mut().find(|(other, _)| other == kind) {
                Some((_, paths)) => paths.push(path),
                None => files.push((*kind, vec![path])),
            },
        }
    }
    for (kind, paths) in files {
        let first = paths[0].rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(paths[0]);
        let name = if paths.len() > 1 {
            format!("{} … ×{}", fit(first, column.saturating_sub(8)), paths.len())
        } else {
            fit(first, column)
        };
        view.row(lines, 4, column, &name, Look::Code, &[Span::plain((words.file)(kind))]);
    }
}
