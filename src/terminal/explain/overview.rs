//! The whole log in one look.

use unicode_width::UnicodeWidthStr;

use super::drawn;
use super::view::Explained;
use crate::terminal::inline::fit;
use gostep_course::words::words as words_of;
use gostep_sim::reading::graph::{Graph, importers};
use gostep_sim::reading::package::Lines;
use gostep_sim::reading::settings::{GoCommand, Gomaxprocs};
use gostep_sim::reading::summary::Seen;
use gostep_sim::reading::{Act, FileKind, Origin, Package, Tool};
use gostep_view::look::{Line, Look, Span};

/// The oldest release that is known.
const OLDEST: u32 = 20;
/// The most messages of a failure in the overview.
const MESSAGES: usize = 12;
/// With more object directories than this, those without a name are only counted.
const UNNAMED: usize = 8;

/// The overview as text.
pub fn overview(view: Explained) -> String {
    let mut lines = Vec::new();
    let (words, reading) = (view.words(), view.reading);
    head(view, &mut lines);
    // Most of what follows is long: who looks for one line is told at once.
    view.say(&mut lines, 0, &words.hint.with([&view.log]), Look::Dim);
    shown(view, &mut lines);
    let graph = Graph::of(&reading.packages);
    let packages: usize = graph.levels.iter().map(Vec::len).sum();
    view.heading(&mut lines, &words.graph.with([&graph.edges, &packages]));
    drawn::graph(view, &mut lines);
    if !reading.spans.is_empty() {
        view.heading(&mut lines, words.lanes);
        drawn::lanes(view, None, &mut lines);
    }
    if !reading.packages.is_empty() {
        view.heading(&mut lines, words.each);
        reading.packages.iter().for_each(|package| of_package(view, &mut lines, package));
    }
    view.heading(&mut lines, words.kinds);
    kinds(view, &mut lines);
    flags(view, &mut lines);
    if !reading.files.is_empty() {
        view.heading(&mut lines, words.files_head);
        files(view, &mut lines);
    }
    view.text(&lines)
}

/// What the whole log shows: the command and the machine, where the packages come from, and what failed.
pub fn summary(view: Explained) -> Vec<Line> {
    let mut lines = Vec::new();
    head(view, &mut lines);
    shown(view, &mut lines);
    lines
}

fn head(view: Explained, lines: &mut Vec<Line>) {
    let (words, reading) = (view.words(), view.reading);
    view.say(lines, 0, &words.head.with([&view.log, &reading.lines]), Look::Strong);
    if reading.builds > 1 {
        view.say(lines, 0, &words.several.with([&reading.builds]), Look::Plain);
    }
}

fn shown(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    view.heading(lines, words.shows);
    settings(view, lines);
    view.heading(lines, words.packages);
    origins(view, lines);
    view.heading(lines, words.failures);
    failures(view, lines);
}

fn settings(view: Explained, lines: &mut Vec<Line>) {
    let (words, settings) = (view.words(), &view.reading.settings);
    let names = &words.rows;
    let or_not = |text: Option<String>| text.unwrap_or_else(|| words.not_shown.to_owned());
    let command = settings.typed.as_ref().map(|typed| words.as_typed.with([typed]));
    let mode = settings.dry.map(|dry| if dry { words.dry } else { words.ran }.to_owned());
    let toolchain = match (&settings.host, &settings.goroot) {
        (Some(host), Some(goroot)) => Some(format!("{host}, GOROOT={goroot}")),
        _ => None,
    };
    let target = match &settings.target {
        (Some(system), Some(architecture)) => Some(format!("{system}/{architecture}")),
        _ => None,
    };
    let gomaxprocs = match settings.gomaxprocs() {
        Gomaxprocs::NotShown => None,
        Gomaxprocs::AtLeast(least) => Some(words.at_least.with([&least])),
        Gomaxprocs::Exactly(number) => Some(words.from_threads.with([&number])),
    };
    let rows = [
        (names.command, command.unwrap_or_else(|| (words.command)(settings.go_command()).to_owned())),
        (names.mode, or_not(mode.filter(|_| settings.go_command() != GoCommand::Clean))),
        (names.release, release(view)),
        (names.toolchain, or_not(toolchain)),
        (names.target, or_not(target)),
        ("WORK", or_not(settings.work.clone())),
        ("GOCACHE", or_not(settings.gocache.clone())),
        (names.workers, workers(view)),
        ("GOMAXPROCS", or_not(gomaxprocs)),
        (names.threads, or_not(threads(view))),
        (names.features, or_not(features(view))),
        (names.result, or_not((!settings.results.is_empty()).then(|| settings.results.join(", ")))),
    ];
    let column = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    for (name, text) in rows {
        let look = if text == words.not_shown { Look::Dim } else { Look::Plain };
        view.row(lines, 2, column, name, Look::Strong, &[Span::new(text, look)]);
    }
    if settings.minor().is_some_and(|minor| minor < OLDEST) {
        view.say(lines, 2, words.old_release, Look::Plain);
    }
}

fn release(view: Explained) -> String {
    let (words, settings) = (view.words(), &view.reading.settings);
    match (&settings.release, settings.at_least, settings.at_most) {
        (Some(release), ..) => words.release.with([release]),
        (None, Some(from), Some(to)) if from <= to => words.release_between.with([&from, &to]),
        (None, Some(from), None) => words.release_from.with([&from]),
        (None, None, Some(to)) => words.release_to.with([&to]),
        _ => words.not_shown.to_owned(),
    }
}

fn workers(view: Explained) -> String {
    let (words, reading) = (view.words(), view.reading);
    match (reading.settings.workers(), reading.at_once()) {
        (Some(workers), _) => words.workers_typed.with([&workers]),
        (None, 0) => words.not_shown.to_owned(),
        (None, 1) => words.workers_one.to_owned(),
        (None, most) => words.workers_at_least.with([&most]),
    }
}

fn threads(view: Explained) -> Option<String> {
    let said = view.reading.settings.threads.iter().map(|(threads, compiles)| match threads {
        0 | 1 => view.words().no_threads.with([compiles]),
        _ => view.words().threads.with([threads, compiles]),
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| said.join(words_of(view.lang).small.comma))
}

fn features(view: Explained) -> Option<String> {
    let settings = &view.reading.settings;
    let mut all: Vec<String> = settings.features.iter().map(|feature| (*feature).to_owned()).collect();
    all.extend(settings.buildmode.iter().map(|mode| format!("-buildmode={mode}")));
    (!all.is_empty()).then(|| all.join(words_of(view.lang).small.comma))
}

fn origins(view: Explained, lines: &mut Vec<Line>) {
    let (words, reading) = (view.words(), view.reading);
    if !reading.acts.contains_key(&Act::Compile) && !reading.acts.contains_key(&Act::Link) {
        view.say(lines, 2, if reading.is_idle() { words.nothing } else { words.nothing_built }, Look::Plain);
    }
    for origin in [Origin::Compiled, Origin::Failed, Origin::Cache, Origin::Goroot, Origin::Work, Origin::NotShown] {
        let number = reading.count(origin);
        if number > 0 {
            view.row(lines, 2, 4, &format!("{number:>4}"), Look::Strong, &[Span::plain((words.origin)(origin))]);
        }
    }
}

fn failures(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    if view.reading.failures.is_empty() {
        let said = if view.reading.is_unclear() { words.unclear } else { words.no_failures };
        return view.say(lines, 2, said, Look::Plain);
    }
    for failure in &view.reading.failures {
        let head = match &failure.package {
            Some(package) => words.failed.with([package, &failure.line]),
            None => words.failed_unnamed.with([&failure.line]),
        };
        view.say(lines, 2, &head, Look::Wrong);
        view.say(lines, 4, (words.failure)(failure.kind), Look::Plain);
        for (_, message) in failure.messages.iter().take(MESSAGES) {
            view.say(lines, 6, &message.replace('\t', "    "), Look::Code);
        }
        let more = failure.printed.saturating_sub(MESSAGES);
        if more > 0 {
            view.say(lines, 6, &words.more.with([&more]), Look::Dim);
        }
    }
}

fn of_package(view: Explained, lines: &mut Vec<Line>, package: &Package) {
    let words = view.words();
    if package.path.is_none() && view.reading.packages.iter().filter(|other| other.path.is_none()).count() > UNNAMED {
        return;
    }
    let mut text = Vec::new();
    if let Some(objdir) = package.objdir.filter(|_| package.path.is_some()) {
        text.push(Span::new(format!("b{objdir:03}  "), Look::Dim));
    }
    for (at, (phase, used)) in package.phases.iter().enumerate() {
        if at > 0 {
            text.push(Span::plain(" · "));
        }
        text.push(Span::new((words.phase)(*phase), Look::Term));
        text.push(Span::plain(format!(" {}", range(*used))));
    }
    if let Some((file, _)) = package.archive.as_ref().filter(|_| package.origin == Origin::Cache) {
        let between = if package.phases.is_empty() { "" } else { " · " };
        text.push(Span::new(format!("{between}{}", words.cached.with([&short(file)])), Look::Dim));
    }
    view.row(lines, 2, 0, &view.name_of(package), Look::Strong, &text);
}

/// What the log shows of a package: where it comes from, its lines, what it imports, and who imports it. The same path can
/// be there twice, as it is built for a program and for its test.
pub fn about_packages(view: Explained, path: &str) -> String {
    let mut lines = Vec::new();
    for package in view.reading.packages.iter().filter(|package| package.path.as_deref() == Some(path)) {
        about_package(view, &mut lines, package);
    }
    view.text(&lines)
}

/// The same of one package.
pub fn about_package(view: Explained, lines: &mut Vec<Line>, package: &Package) {
    let words = view.words();
    of_package(view, lines, package);
    let none = || vec![Span::new(words.none, Look::Dim)];
    let named = |names: Vec<&str>| {
        if names.is_empty() { none() } else { vec![Span::plain(names.join(words_of(view.lang).small.comma))] }
    };
    let imports = package.imports.as_ref().map_or_else(
        || vec![Span::new(words.not_shown, Look::Dim)],
        |imports| named(imports.iter().map(String::as_str).collect()),
    );
    let importers = named(importers(&view.reading.packages, package.path.as_deref().unwrap_or_default()));
    let column = words.imports.width().max(words.importers.width());
    view.row(lines, 4, column, words.imports, Look::Dim, &imports);
    view.row(lines, 4, column, words.importers, Look::Dim, &importers);
    lines.push(Line::new());
}

fn range(lines: Lines) -> String {
    if lines.first == lines.last { lines.first.to_string() } else { format!("{}–{}", lines.first, lines.last) }
}

/// A file of the cache by the beginning of its name.
fn short(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    fit(name, 12)
}

fn kinds(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    let all = &view.reading.acts;
    let column = all.keys().map(|act| (words.act)(*act).0.width()).max().unwrap_or(0);
    for (act, seen) in all {
        let (name, what) = (words.act)(*act);
        let look = if act.is_go() { Look::Strong } else { Look::Dim };
        let so_many = words.so_many_lines.with([&seen.count, &seen.first]);
        let text = vec![Span::plain(what), Span::new(words.in_brackets.with([&so_many]), Look::Dim)];
        view.row(lines, 2, column, name, look, &text);
    }
}

fn times(view: Explained, seen: &Seen, what: &str) -> Vec<Span> {
    let times = view.words().times.with([&seen.count, &seen.first]);
    vec![Span::plain(what), Span::new(view.words().in_brackets.with([&times]), Look::Dim)]
}

fn flags(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    let mut last: Option<Tool> = None;
    for ((tool, name, is_off), seen) in &view.reading.flags {
        if last != Some(*tool) {
            view.heading(lines, &format!("{}: {}", words.flags_head, (words.tool)(*tool)));
            last = Some(*tool);
        }
        let flag = match name {
            // Off, it is shown as it is written, since the name alone says the opposite.
            Ok(_) if *is_off => seen.example.clone(),
            Ok(name) => format!("-{name}"),
            Err(written) => written.clone(),
        };
        let meaning = words.flag(*tool, name.as_ref().ok().copied(), *is_off);
        view.row(lines, 2, 16, &flag, Look::Code, &times(view, seen, &meaning));
    }
}

fn files(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    for (kind, seen) in &view.reading.files {
        let example = seen.example.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(&seen.example);
        let name = if *kind == FileKind::CacheData { short(example) } else { fit(example, 20) };
        view.row(lines, 2, 20, &name, Look::Code, &times(view, seen, (words.file)(*kind)));
    }
}
