//! The things that a step shows, as lines.

use unicode_width::UnicodeWidthStr;

use super::inline::{cut, fit, pad, wrap};
use super::paint::{Line, Look, Span};
use crate::player::{BuildView, CommandView, Excerpt, FileText, FileView, Frame, PackageState, Relation, Shown};
use crate::words::Words;

/// More names than these are counted, not listed.
const MOST_NAMES: usize = 80;
/// With less room for paths, a table is no table any more.
const NARROWEST_PATH: usize = 10;
/// A longer run of source files is shortened to its ends.
const MOST_FILES: usize = 6;

/// Draws what a step shows.
pub struct Panels<'a> {
    /// The step.
    pub frame: &'a Frame,
    /// The build that it is about.
    pub build: &'a BuildView,
    /// The program's words.
    pub words: &'a Words,
    /// Columns.
    pub width: usize,
}

impl Panels<'_> {
    /// Draws one thing.
    pub fn draw(&self, shown: &Shown) -> Vec<Line> {
        match shown {
            Shown::Commands { new, left_out, commands } => self.commands(*new, *left_out, commands),
            Shown::File(file) => self.file(file),
            Shown::States { only } => self.states(only),
            Shown::Packages { relation, packages } => self.packages(relation, packages),
            Shown::Layers => self.layers(),
            Shown::Rebuilds(report) => said(&super::whatif::report_text(report, self.words.lang, self.width)),
            Shown::Failure(report) => said(&super::whatif::failure_text(report, self.words.lang, self.width)),
            Shown::Workers => self.workers(),
            Shown::CriticalPath(path) => self.critical_path(path),
            Shown::Archive(archive) => self.archive(archive),
            Shown::Symbols(symbols) => self.symbols(symbols),
            Shown::Functions(functions) => self.functions(functions),
            Shown::Executable(executable) => self.executable(executable),
            Shown::Cache(cache) => self.cache(cache.as_ref()),
            Shown::Hash(hash) => self.hash(hash),
        }
    }

    pub(super) fn dim(&self, text: &str) -> Vec<Line> {
        wrap(&[Span::new(text, Look::Dim)], &Span::plain(""), self.width)
    }

    fn commands(&self, new: bool, left_out: usize, commands: &[CommandView]) -> Vec<Line> {
        let mut lines = Vec::new();
        if new {
            lines.extend(self.dim(self.words.frame.new_commands));
        }
        if left_out > 0 {
            lines.extend(self.dim(&self.words.frame.left_out.with([&left_out])));
        }
        if let [command] = commands {
            let line = self.build.transcript[command.block].line + usize::from(command.cd.is_some());
            lines.extend(self.dim(&self.words.frame.command_at.with([&line, &command.package])));
            lines.extend(self.whole_command(command));
        } else {
            lines.extend(commands.iter().map(|command| self.numbered_command(command)));
        }
        lines
    }

    /// A command in one line, behind its number in the transcript.
    fn numbered_command(&self, command: &CommandView) -> Line {
        let number = self.build.transcript[command.block].line + usize::from(command.cd.is_some());
        let number = Span::new(format!("{number:>4}  "), Look::Dim);
        let room = self.width.saturating_sub(number.text.width());
        let mut line = vec![number];
        line.extend(Self { width: room, ..*self }.short_command(command));
        line
    }

    /// The first line of a command as far as it fits.
    pub fn short_command(&self, command: &CommandView) -> Line {
        let end = command.text.find('\n').unwrap_or(command.text.len());
        let spans = match tool_directory(&command.text[..end]) {
            Some((from, to)) => {
                let mut spans = marked(command, 0, from);
                spans.push(Span::new("…", Look::Dim));
                spans.extend(marked(command, to, end));
                spans
            }
            None => marked(command, 0, end),
        };
        let first: String = spans.iter().map(|span| span.text.as_str()).collect();
        let short = fit(&first, self.width);
        if short == first {
            return spans;
        }
        let mut line = cut(&spans, 0, short.len() - '…'.len_utf8());
        line.push(Span::new("…", Look::Dim));
        line
    }

    /// All of a command, broken between its options.
    pub fn whole_command(&self, command: &CommandView) -> Vec<Line> {
        let mut lines = Vec::new();
        if let Some(cd) = &command.cd {
            lines.extend(wrap(&[Span::new(cd.as_str(), Look::Dim)], &Span::plain("  "), self.width));
        }
        let each_on_its_line = command.text.contains('\n');
        let mut current = Line::new();
        let mut begun = false;
        for group in &command.groups {
            let piece = if group.files > MOST_FILES {
                self.few_files(command, group)
            } else {
                marked(command, group.from, group.to)
            };
            let indent = if !begun || each_on_its_line { "  " } else { "      " };
            begun = true;
            let needed = width_of(&current) + 1 + width_of(&piece);
            if current.is_empty() || each_on_its_line || needed > self.width {
                lines.extend(take(&mut current, self.width));
                current = vec![Span::plain(indent)];
            } else {
                current.push(Span::plain(" "));
            }
            current.extend(piece);
        }
        lines.extend(take(&mut current, self.width));
        lines
    }

    /// The first two and the last of many files, and how many are between them.
    fn few_files(&self, command: &CommandView, group: &crate::player::Group) -> Line {
        let text = &command.text[group.from..group.to];
        let ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let (Some(second), Some(last)) = (ends.get(1), ends.last()) else {
            return marked(command, group.from, group.to);
        };
        let mut line = marked(command, group.from, group.from + second);
        let more = self.words.frame.more_files.with([&(group.files - 3)]);
        line.push(Span::new(format!(" {more} "), Look::Dim));
        line.extend(marked(command, group.from + last + 1, group.to));
        line
    }

    fn file(&self, file: &FileView) -> Vec<Line> {
        let mut head = vec![Span::new(file.name.as_str(), Look::Strong)];
        let note = match (&file.before, &file.after) {
            (FileText::Absent, FileText::Absent) => Some(self.words.frame.absent.to_owned()),
            (_, FileText::Absent) => Some(self.words.frame.gone.to_owned()),
            (FileText::Absent, _) => Some(self.words.frame.new_file.to_owned()),
            (FileText::Text(before), FileText::Text(after)) if before != after => {
                Some(self.words.artefacts.changed.to_owned())
            }
            (before, after) if before != after => Some(self.words.frame.changed_file.with([&self.in_words(before)])),
            _ => None,
        };
        if let Some(note) = note {
            head.push(Span::new(format!("  {note}"), Look::Dim));
        }
        let mut lines = wrap(&head, &Span::plain(""), self.width);
        match &file.after {
            FileText::Text(text) => lines.extend(self.text(text, &file.marks, &file.excerpt)),
            FileText::Absent => {}
            other => lines.extend(self.text(&self.in_words(other), &[], &Excerpt::default())),
        }
        lines
    }

    fn in_words(&self, text: &FileText) -> String {
        match text {
            FileText::Absent => self.words.frame.absent.to_owned(),
            FileText::Empty => self.words.frame.empty.to_owned(),
            FileText::Unknown => self.words.frame.unknown_text.to_owned(),
            FileText::Binary(id) => self.words.frame.binary.with([id]),
            FileText::Text(text) => text.clone(),
        }
    }

    fn states(&self, only: &[PackageState]) -> Vec<Line> {
        const ALWAYS: [PackageState; 4] =
            [PackageState::Running, PackageState::Ready, PackageState::Waiting, PackageState::Done];
        let lost = [PackageState::Failed, PackageState::Skipped];
        let lost = lost.into_iter().filter(|state| self.frame.states.contains(state));
        let shown = if only.is_empty() { ALWAYS.into_iter().chain(lost).collect() } else { only.to_vec() };
        let mut lines = Vec::new();
        for state in shown {
            let same =
                |other: PackageState| other == state || (state == PackageState::Done && other == PackageState::Reused);
            let names = self.build.packages.iter().zip(&self.frame.states);
            let names: Vec<&str> = names.filter(|(_, s)| same(**s)).map(|(package, _)| package.path.as_str()).collect();
            let lead = self.words.frame.in_state.with([&state_name(self.words, state), &names.len()]);
            let lead = Span::new(format!("{} {lead}", sign(state)), look(state));
            lines.extend(self.names(lead, &names));
        }
        lines
    }

    /// Names behind a heading, on as many lines as they need.
    fn names(&self, lead: Span, names: &[&str]) -> Vec<Line> {
        let mut text = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(self.words.small.comma);
        if names.is_empty() {
            text.push_str(self.words.small.none);
        }
        if names.len() > MOST_NAMES {
            text.push(' ');
            text.push_str(&self.words.frame.more_names.with([&(names.len() - MOST_NAMES)]));
        }
        let rows = wrap(&[lead, Span::plain(text)], &Span::plain(""), self.width.saturating_sub(2));
        let rows = rows.into_iter().enumerate();
        rows.map(|(row, line)| {
            let indent = (row > 0).then(|| Span::plain("  "));
            indent.into_iter().chain(line).collect()
        })
        .collect()
    }

    fn packages(&self, relation: &Relation, packages: &[usize]) -> Vec<Line> {
        let mut lines = match relation {
            Relation::Named => Vec::new(),
            Relation::ImportsOf(package) => self.dim(&self.words.frame.imports_of.with([package])),
            Relation::ImportersOf(package) => self.dim(&self.words.frame.importers_of.with([package])),
        };
        let [number, package, dir, state] = self.words.frame.table;
        let rows: Vec<_> =
            packages.iter().take(MOST_NAMES).map(|&index| (index, &self.build.packages[index])).collect();
        let longest = rows.iter().map(|(_, package)| package.path.width()).max().unwrap_or(0).max(package.width());
        let objdir = |text: &str| text.rsplit('/').next().unwrap_or_default().to_owned();
        let states = self.words.frame.states.iter().map(|state| state.width()).max().unwrap_or(0) + 2;
        let fixed = 2 + 4 + 2 + 2 + 6 + states;
        let path_width = longest.min(self.width.saturating_sub(fixed));
        let row = |cells: [&str; 4], looks: [Look; 4]| -> Line {
            let [number, package, dir, state] = cells;
            let number = format!("  {}{number}  ", " ".repeat(4usize.saturating_sub(number.width())));
            vec![
                Span::new(number, looks[0]),
                Span::new(pad(&fit(package, path_width), path_width + 2), looks[1]),
                Span::new(pad(dir, 6), looks[2]),
                Span::new(state, looks[3]),
            ]
        };
        let has_room = self.width >= fixed + NARROWEST_PATH;
        if has_room {
            lines.push(row([number, package, dir, state], [Look::Dim; 4]));
        }
        for (index, package) in rows {
            let state = self.frame.states[index];
            let number = (index + 1).to_string();
            let words = format!("{} {}", sign(state), state_name(self.words, state));
            let looks = [Look::Dim, Look::Plain, Look::Plain, look(state)];
            let dir = objdir(&package.objdir);
            if has_room {
                lines.push(row([&number, &package.path, &dir, &words], looks));
            } else {
                let text = Span::plain(format!("{} {dir} {words}", package.path));
                lines.extend(wrap(&[text], &Span::new(format!("{number:>4} "), Look::Dim), self.width));
            }
        }
        if packages.len() > MOST_NAMES {
            lines.extend(self.dim(&self.words.frame.more_names.with([&(packages.len() - MOST_NAMES)])));
        }
        lines
    }

    fn layers(&self) -> Vec<Line> {
        let deepest = self.build.packages.iter().map(|package| package.layer).max().unwrap_or(0);
        let mut lines = Vec::new();
        for layer in 0..=deepest {
            let packages = self.build.packages.iter().filter(|package| package.layer == layer);
            let names: Vec<&str> = packages.map(|package| package.path.as_str()).collect();
            let lead = Span::new(self.words.frame.layer.with([&(layer + 1), &names.len()]), Look::Strong);
            lines.extend(self.names(lead, &names));
        }
        lines
    }

    /// A bar for each worker, filled where it was at work, from the start of the build to now.
    fn workers(&self) -> Vec<Line> {
        let now = self.frame.moment.time_us.max(1);
        let mut lines = Vec::new();
        for lane in &self.frame.lanes {
            let name = self.words.frame.worker.with([&(lane.worker + 1)]);
            let room = self.width.saturating_sub(name.width() + 5).clamp(4, 60);
            let cell = |at: usize| now * at as u64 / room as u64;
            let busy = |from: u64, to: u64| {
                lane.spans.iter().any(|span| span.from_us < to && span.to_us.unwrap_or(now) > from)
            };
            let bar: String = (0..room).map(|at| if busy(cell(at), cell(at + 1)) { '█' } else { '·' }).collect();
            lines.push(vec![
                Span::plain(format!("{name} ")),
                Span::new("│", Look::Dim),
                Span::new(bar, Look::Done),
                Span::new("│", Look::Dim),
            ]);
            let running = lane.spans.last().filter(|span| span.to_us.is_none());
            let text = match running {
                None => Span::new(self.words.frame.idle, Look::Dim),
                Some(span) => {
                    let what = if span.link { self.words.frame.link } else { &span.package };
                    let since = super::seconds::seconds(span.from_us);
                    Span::new(self.words.frame.works_on.with([&what, &since]), Look::Now)
                }
            };
            lines.extend(wrap(&[text], &Span::plain("    "), self.width));
        }
        lines
    }
}

/// Lines that are laid out already.
fn said(text: &str) -> Vec<Line> {
    text.trim_end().lines().map(|line| vec![Span::plain(line)]).collect()
}

/// The word for a state.
pub fn state_name(words: &Words, state: PackageState) -> &'static str {
    words.frame.states[state as usize]
}

/// A sign for each state, so that it can be told without colour.
pub fn sign(state: PackageState) -> char {
    match state {
        PackageState::Waiting => '·',
        PackageState::Ready => '○',
        PackageState::Running => '▶',
        PackageState::Done => '✓',
        PackageState::Reused => '=',
        PackageState::Failed => '✗',
        PackageState::Skipped => '-',
    }
}

pub fn look(state: PackageState) -> Look {
    match state {
        PackageState::Waiting | PackageState::Skipped => Look::Dim,
        PackageState::Ready => Look::Ready,
        PackageState::Running | PackageState::Failed => Look::Now,
        PackageState::Done | PackageState::Reused => Look::Done,
    }
}

/// The directory of the tools takes half a line and says nothing: where it stands, without its last slash.
fn tool_directory(line: &str) -> Option<(usize, usize)> {
    let inside = line.find("/pkg/tool/")?;
    let from = line[..inside].rfind(' ').map_or(0, |blank| blank + 1);
    let word = line[from..].split(' ').next()?;
    Some((from, from + word.rfind('/')?))
}

fn width_of(line: &Line) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// A line, or several if it has a word that is too long.
fn take(line: &mut Line, width: usize) -> Vec<Line> {
    let line = std::mem::take(line);
    if width_of(&line) <= width {
        return if line.is_empty() { Vec::new() } else { vec![line] };
    }
    let (first, rest) = line.split_first().map_or((Span::plain(""), &[][..]), |(first, rest)| (first.clone(), rest));
    wrap(rest, &first, width)
}

fn marked(command: &CommandView, from: usize, to: usize) -> Line {
    spans_with_marks(&command.text, from, to, &command.marks)
}

/// A part of a text, with its marked words as spans of their own.
pub(super) fn spans_with_marks(text: &str, from: usize, to: usize, marks: &[(usize, usize)]) -> Line {
    let mut line = Line::new();
    let mut at = from;
    for &(start, end) in marks.iter().filter(|(start, end)| *start < to && *end > from) {
        let (start, end) = (start.max(from), end.min(to));
        if start > at {
            line.push(Span::new(&text[at..start], Look::Code));
        }
        line.push(Span::new(&text[start..end], Look::Mark));
        at = end;
    }
    if to > at {
        line.push(Span::new(&text[at..to], Look::Code));
    }
    line
}
