//! Archives, the executable, the cache and hashes, as lines.

use unicode_width::UnicodeWidthStr;

use super::inline::{cut, pad, wrap};
use super::paint::{Line, Look, Span};
use super::panels::{Panels, spans_with_marks};
use crate::player::{
    ArchiveContent, ArchiveState, ArchiveView, CacheFile, CacheView, Excerpt, ExecutableView, FunctionsView, HashView,
    PathView, Presence, SymbolsView,
};

/// Columns that a bar of the critical path takes at most.
const LONGEST_BAR: usize = 32;
/// With less room there are no bars.
const SHORTEST_BAR: usize = 8;

impl Panels<'_> {
    /// A text behind a bar down its side, with line numbers where lines between them are left out.
    pub(super) fn text(&self, text: &str, marks: &[(usize, usize)], excerpt: &Excerpt) -> Vec<Line> {
        let spans = spans_with_marks(text, 0, text.len(), marks);
        let from_the_start = excerpt.numbers.iter().zip(1..).all(|(number, nth)| *number == nth);
        let digits = excerpt.numbers.last().map_or(0, |last| last.to_string().len());
        let mut lines = Vec::new();
        let mut from = 0;
        // With find: there may be nothing to show.
        let rows: Vec<&str> =
            if text.is_empty() && excerpt.total > 1 { Vec::new() } else { text.split('\n').collect() };
        for (at, row) in rows.iter().enumerate() {
            let number = excerpt.numbers.get(at).filter(|_| !from_the_start);
            let bar = number.map_or_else(|| "  │ ".to_owned(), |number| format!("  {number:>digits$} │ "));
            let blank = format!("{}│ ", " ".repeat(bar.width() - 2));
            let piece = cut(&spans, from, from + row.len());
            for (nth, mut line) in wrap(&piece, &Span::new(bar.as_str(), Look::Dim), self.width).into_iter().enumerate()
            {
                // The bar goes down the side of broken lines too.
                line[0] = Span::new(if nth == 0 { bar.as_str() } else { blank.as_str() }, Look::Dim);
                lines.push(line);
            }
            from += row.len() + 1;
        }
        if !excerpt.numbers.is_empty() || rows.is_empty() {
            let words = &self.words.artefacts;
            let shown = rows.len();
            let mut note = words.lines.with([&shown, &excerpt.total]);
            if excerpt.left_out > 0 && shown + excerpt.left_out < excerpt.total {
                note.push_str(&words.more_found.with([&excerpt.left_out]));
            }
            lines.extend(self.indented(&note, Look::Dim));
        }
        lines
    }

    fn indented(&self, text: &str, look: Look) -> Vec<Line> {
        wrap(&[Span::new(text, look)], &Span::plain("  "), self.width)
    }

    fn heading(&self, name: &str, note: Option<&str>) -> Vec<Line> {
        let mut head = vec![Span::new(name, Look::Strong)];
        head.extend(note.map(|note| Span::new(format!("  {note}"), Look::Dim)));
        wrap(&head, &Span::plain(""), self.width)
    }

    pub(super) fn archive(&self, archive: &ArchiveView) -> Vec<Line> {
        let words = &self.words.artefacts;
        let (before, Some(now)) = (&archive.before, &archive.now) else {
            return self.heading(&archive.name, Some(self.words.frame.absent));
        };
        let note = match before {
            None => Some(self.words.frame.new_file),
            Some(before) if before != now => Some(words.changed),
            Some(_) => None,
        };
        let mut lines = self.heading(&archive.name, note);
        let changed = |text: &dyn Fn(&ArchiveState) -> Option<String>| {
            let mut line = text(now).unwrap_or_default();
            if let Some(old) = before.as_ref().and_then(text).filter(|old| *old != line) {
                line.push_str(&words.before.with([&old]));
            }
            line
        };
        let id = changed(&|state| Some(state.id.clone()));
        lines.extend(self.indented(&words.id.with([&id]), Look::Plain));
        let Some(content) = &now.content else {
            lines.extend(self.indented(words.unknown, Look::Dim));
            return lines;
        };
        let size = |state: &ArchiveState| {
            let content = state.content.as_ref()?;
            Some(words.members.with([&content.members.len(), &content.bytes]))
        };
        lines.extend(self.indented(&changed(&size), Look::Plain));
        let old = before.as_ref().and_then(|before| before.content.as_ref());
        lines.extend(self.members(content, old));
        lines
    }

    /// Sizes and names. What the archive had before stands in front: a pack only appends.
    fn members(&self, content: &ArchiveContent, before: Option<&ArchiveContent>) -> Vec<Line> {
        let digits = content.members.iter().map(|(_, size)| size.to_string().len()).max().unwrap_or(0);
        let longest = content.members.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        let old = before.map_or(content.members.len(), |before| before.members.len());
        let row = |(at, (name, size)): (usize, &(String, u64))| {
            let lead = Span::new(format!("  {size:>digits$}  "), Look::Dim);
            if at < old {
                return wrap(&[Span::new(name.as_str(), Look::Code)], &lead, self.width);
            }
            let new = Span::new(self.words.artefacts.new_member, Look::Done);
            let in_columns = lead.text.width() + longest + 2 + new.text.width() <= self.width;
            let name = if in_columns { pad(name, longest + 2) } else { format!("{name}  ") };
            wrap(&[Span::new(name, Look::Code), new], &lead, self.width)
        };
        content.members.iter().enumerate().flat_map(row).collect()
    }

    pub(super) fn symbols(&self, symbols: &SymbolsView) -> Vec<Line> {
        let words = &self.words.artefacts;
        if !symbols.known {
            let mut lines = self.heading(&symbols.name, None);
            lines.extend(self.indented(words.unknown, Look::Dim));
            return lines;
        }
        let mut lines = self.heading(&symbols.name, Some(&words.symbols.with([&symbols.total])));
        let digits = symbols.rows.iter().map(|row| row.address.len()).max().unwrap_or(6);
        for row in &symbols.rows {
            let lead = Span::new(format!("  {:>digits$} {} ", row.address, row.kind), Look::Dim);
            lines.extend(wrap(&[Span::new(row.name.as_str(), Look::Code)], &lead, self.width));
        }
        if symbols.left_out > 0 {
            lines.extend(self.indented(&words.more_symbols.with([&symbols.left_out]), Look::Dim));
        }
        for name in &symbols.absent {
            let lead = Span::new(format!("  {:>digits$}   ", "–"), Look::Dim);
            let text = [Span::new(name.as_str(), Look::Code), Span::new(format!("  {}", words.not_there), Look::Now)];
            lines.extend(wrap(&text, &lead, self.width));
        }
        lines
    }

    pub(super) fn functions(&self, functions: &FunctionsView) -> Vec<Line> {
        let words = &self.words.artefacts;
        let mut lines = self.dim(words.functions);
        let Some(rows) = &functions.rows else {
            lines.extend(self.indented(words.unknown, Look::Dim));
            return lines;
        };
        for row in rows {
            let numbers = format!("  {:>5} → {:>5}  ", row.in_archive, row.in_executable);
            let lead = Span::new(numbers, if row.in_executable == 0 { Look::Dim } else { Look::Done });
            lines.extend(wrap(&[Span::plain(row.package.as_str())], &lead, self.width));
        }
        lines
    }

    pub(super) fn executable(&self, executable: &ExecutableView) -> Vec<Line> {
        let words = &self.words.artefacts;
        let Some(header) = &executable.header else {
            let mut lines = self.heading(&executable.name, None);
            lines.extend(self.indented(words.unknown, Look::Dim));
            return lines;
        };
        let kind = words.executable.with([&header.bytes, &header.kind, &header.machine]);
        let mut lines = self.heading(&executable.name, Some(&kind));
        lines.extend(self.indented(&words.entry.with([&header.entry, &header.entry_symbol]), Look::Plain));
        lines.extend(self.indented(&words.segments.with([&header.segments.len()]), Look::Dim));
        let segments = header
            .segments
            .iter()
            .map(|(kind, address, bytes, allowed)| [kind.clone(), address.clone(), bytes.to_string(), allowed.clone()]);
        lines.extend(self.table(&segments.collect::<Vec<_>>()));
        lines.extend(self.indented(&words.sections.with([&header.sections.len()]), Look::Dim));
        let sections = header
            .sections
            .iter()
            .map(|(name, address, bytes)| [name.clone(), address.clone(), bytes.to_string(), String::new()]);
        lines.extend(self.table(&sections.collect::<Vec<_>>()));
        lines
    }

    /// Rows of a name, two numbers and a word.
    fn table(&self, rows: &[[String; 4]]) -> Vec<Line> {
        let widest = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
        let [name_width, address_width, size_width] = [widest(0), widest(1), widest(2)];
        let row = |[name, address, size, word]: &[String; 4]| {
            let numbers = format!("  {address:>address_width$}  {size:>size_width$}  {word}");
            let line = [Span::new(pad(name, name_width), Look::Code), Span::new(numbers.trim_end(), Look::Dim)];
            wrap(&line, &Span::plain("    "), self.width)
        };
        rows.iter().flat_map(row).collect()
    }

    pub(super) fn cache(&self, cache: Option<&CacheView>) -> Vec<Line> {
        let words = &self.words.artefacts;
        let Some(cache) = cache else { return self.dim(words.not_looked) };
        let mut lines = self.dim(&words.cache.with([&cache.package]));
        lines.extend(self.cache_file(words.index, &cache.index));
        if let Some(entry) = &cache.entry {
            let bytes = entry.bytes.map_or_else(|| words.no_size.to_owned(), |bytes| words.bytes.with([&bytes]));
            let [action, output, size, time] = words.fields;
            lines.extend(self.field(action, &words.of_action.with([&cache.action_id]), &entry.action));
            lines.extend(self.field(output, words.of_output, &entry.output));
            lines.extend(self.field(size, &bytes, ""));
            lines.extend(self.field(time, words.no_time, ""));
        }
        lines.extend(self.cache_file(words.data, &cache.data));
        lines
    }

    fn cache_file(&self, what: &str, file: &CacheFile) -> Vec<Line> {
        let (sign, look) = match file.presence {
            Presence::Absent => ("·", Look::Dim),
            Presence::Earlier => ("=", Look::Done),
            Presence::Spoiled => ("✗", Look::Now),
            Presence::Stored => ("✓", Look::Done),
        };
        let presence = self.words.artefacts.presence[file.presence as usize];
        let head = [Span::new(what, Look::Strong), Span::new(format!("  {presence}"), look)];
        let mut lines = wrap(&head, &Span::new(format!("{sign} "), look), self.width);
        if file.presence != Presence::Absent {
            lines.extend(self.indented(&file.name, Look::Code));
        }
        lines
    }

    /// A field of an index entry: what it is, and below that its value if it is long.
    fn field(&self, name: &str, about: &str, value: &str) -> Vec<Line> {
        let head = [Span::plain(name), Span::new(about, Look::Dim)];
        let mut lines = wrap(&head, &Span::plain("    "), self.width);
        if !value.is_empty() {
            lines.extend(wrap(&[Span::new(value, Look::Code)], &Span::plain("      "), self.width));
        }
        lines
    }

    pub(super) fn hash(&self, hash: &HashView) -> Vec<Line> {
        let words = &self.words.artefacts;
        let heading = match &hash.package {
            Some(package) => words.hashed.with([package]),
            None => words.hashed_link.to_owned(),
        };
        let mut lines = self.dim(&heading);
        lines.extend(self.text(&hash.text, &hash.marks, &hash.excerpt));
        lines.extend(wrap(&[Span::plain(hash.sum.as_str())], &Span::new("  SHA-256 ", Look::Dim), self.width));
        lines.extend(self.indented(&words.action_id.with([&hash.id]), Look::Plain));
        if hash.stand_ins {
            lines.extend(self.indented(words.stand_ins, Look::Dim));
        }
        lines
    }

    pub(super) fn critical_path(&self, path: &PathView) -> Vec<Line> {
        let words = &self.words.artefacts;
        let ms = |us: u64| (us + 500) / 1000;
        let mut lines = self.dim(&words.path.with([&ms(path.total_us), &path.rows.len()]));
        let names: Vec<&str> =
            path.rows.iter().map(|row| if row.link { self.words.frame.link } else { row.package.as_str() }).collect();
        let digits = path.rows.iter().map(|row| ms(row.duration_us).to_string().len()).max().unwrap_or(1);
        let longest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let room = self.width.saturating_sub(2 + longest + 2 + digits + 2).min(LONGEST_BAR);
        let most = path.rows.iter().map(|row| row.duration_us).max().unwrap_or(1).max(1);
        for (row, name) in path.rows.iter().zip(names) {
            let number = Span::new(format!("  {:>digits$}  ", ms(row.duration_us)), Look::Dim);
            let mut line = vec![number];
            if room >= SHORTEST_BAR {
                let cells = usize::try_from(row.duration_us * room as u64 / most).unwrap_or(room).max(1);
                line.push(Span::plain(pad(name, longest + 2)));
                line.push(Span::new("█".repeat(cells), Look::Now));
                lines.push(line);
            } else {
                lines.extend(wrap(&[Span::plain(name)], &line[0], self.width));
            }
        }
        lines
    }
}
