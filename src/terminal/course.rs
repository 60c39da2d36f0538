//! A course as a list: what there is, how long it takes, how far the learner is.

use unicode_width::UnicodeWidthStr;

use super::inline::{pad, wrap};
use super::paint::Painter;
use gostep_course::lesson::head::Head;
use gostep_course::player::course::{Course, State};
use gostep_course::player::sanitize;
use gostep_course::words::course::CourseWords;
use gostep_course::words::{Lang, words};
use gostep_view::look::{Line, Look, Span};
use gostep_view::progress::{agenda_line, progress_row};

/// How a course is drawn.
#[derive(Clone, Copy, Debug)]
pub struct CourseView<'a> {
    /// The lessons and the learner.
    pub course: Course<'a>,
    /// The language of the words around the titles.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
}

/// Between columns.
const GAP: usize = 2;

/// What stands in the columns of a lesson.
struct LessonRow {
    number: String,
    name: String,
    title: String,
    minutes: String,
    /// How many steps, and how far the learner is.
    steps: Span,
}

impl CourseView<'_> {
    /// `gostep list`: a heading, the lessons, how to play one.
    pub fn list(self) -> String {
        let words = self.words();
        let mut lines = self.paragraph(words.lessons, Look::Title);
        lines.extend(self.lessons());
        lines.push(Line::new());
        lines.extend(self.paragraph(words.how_to_play, Look::Dim));
        self.text(&lines)
    }

    /// `gostep` alone: a greeting, the lessons, and how far the learner is with all of them.
    pub fn welcome(self) -> String {
        let words = self.words();
        let mut lines = self.paragraph(words.greeting, Look::Plain);
        lines.push(Line::new());
        lines.extend(self.lessons());
        lines.push(Line::new());
        let (lessons, done) = (self.course.heads.len(), self.course.done());
        let minutes: u32 = self.course.heads.iter().filter_map(|head| head.minutes).sum();
        let mut all = words.lessons_in_all.with([&lessons]);
        if minutes > 0 {
            all.push_str(&words.minutes_in_all.with([&minutes]));
        }
        if done > 0 {
            all.push_str(&words.done_in_all.with([&done]));
        }
        lines.extend(self.paragraph(&(all + words.full_stop), Look::Dim));
        self.text(&lines)
    }

    /// `gostep progress`: steps and questions of every lesson that was begun, and where this is kept. At a time
    /// in seconds since 1970.
    pub fn progress(self, file: Option<&str>, now: u64) -> String {
        let words = self.words();
        let begun: Vec<&Head> = self.course.heads.iter().filter(|head| self.course.state(head) != State::New).collect();
        let mut lines =
            if begun.is_empty() { self.paragraph(words.no_progress, Look::Plain) } else { self.table(&begun) };
        if let Some(agenda) = agenda_line(self.course.agenda(now), self.words()) {
            lines.push(Line::new());
            lines.extend(self.paragraph(&agenda, Look::Plain));
        }
        if let Some(file) = file.filter(|_| !begun.is_empty()) {
            lines.push(Line::new());
            lines.extend(self.paragraph(&words.kept_in.with([&file]), Look::Dim));
        }
        self.text(&lines)
    }

    /// A table if it fits, else one lesson below the other.
    fn table(self, heads: &[&Head]) -> Vec<Line> {
        let rows: Vec<[String; 3]> = heads.iter().map(|head| progress_row(self.course, head, self.words())).collect();
        let names = self.words().progress_table;
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].width());
            cells.chain([names[column].width()]).max().unwrap_or(0)
        };
        let widths = [width(0), width(1), width(2)];
        if widths.iter().sum::<usize>() + 2 * GAP > self.width {
            let part = |name: &str, cell: &str| format!("{name}{}{cell}", self.words().colon);
            return rows
                .iter()
                .flat_map(|[lesson, steps, questions]| {
                    let first = self.paragraph(lesson, Look::Code);
                    let rest = [part(names[1], steps), part(names[2], questions)].join(" · ");
                    let rest = wrap(&[Span::plain(rest)], &Span::plain("  "), self.width);
                    first.into_iter().chain(rest)
                })
                .collect();
        }
        let line = |cells: [&str; 3], looks: [Look; 3]| -> Line {
            let cells = cells.into_iter().zip(widths).zip(looks);
            cells.map(|((cell, width), look)| Span::new(pad(cell, width + GAP), look)).collect()
        };
        let mut lines = vec![line(names, [Look::Strong; 3])];
        lines.extend(rows.iter().map(|[a, b, c]| line([a, b, c], [Look::Code, Look::Plain, Look::Plain])));
        lines
    }

    /// One line for each lesson, or a few where the screen is narrow.
    fn lessons(self) -> Vec<Line> {
        let rows: Vec<LessonRow> = (1..).zip(self.course.heads).map(|(number, head)| self.row(number, head)).collect();
        let widest = |text: fn(&LessonRow) -> &str| rows.iter().map(|row| text(row).width()).max().unwrap_or(0);
        let columns: [fn(&LessonRow) -> &str; 4] =
            [|row| &row.number, |row| &row.name, |row| &row.title, |row| &row.minutes];
        let widths = columns.map(widest);
        let steps = widest(|row| &row.steps.text);
        let used = |width: usize| if width == 0 { 0 } else { width + GAP };
        let total: usize = widths.iter().map(|&width| used(width)).sum::<usize>() + steps;
        if total > self.width {
            return rows.iter().flat_map(|row| self.narrow(row)).collect();
        }
        let looks = [Look::Dim, Look::Code, Look::Plain, Look::Dim];
        let line = |row: &LessonRow| {
            let cells = columns.iter().zip(widths).zip(looks).filter(|((_, width), _)| *width > 0);
            let cells = cells.map(|((text, width), look)| Span::new(pad(text(row), width + GAP), look));
            cells.chain([row.steps.clone()]).collect()
        };
        rows.iter().map(line).collect()
    }

    /// Number, name and title; below, the rest.
    fn narrow(self, row: &LessonRow) -> Vec<Line> {
        let first = Span::new(format!("{} ", row.number), Look::Dim);
        let title = [Span::new(row.name.as_str(), Look::Code), Span::plain(format!("  {}", row.title))];
        let mut lines = wrap(&title, &first, self.width);
        let indent = Span::plain(" ".repeat(first.text.width()));
        let mut rest = Line::new();
        if !row.minutes.is_empty() {
            rest.push(Span::new(format!("{} · ", row.minutes), Look::Dim));
        }
        rest.push(row.steps.clone());
        lines.extend(wrap(&rest, &indent, self.width));
        lines
    }

    fn row(self, number: usize, head: &Head) -> LessonRow {
        let words = self.words();
        let all = head.steps.len();
        let steps = match self.course.state(head) {
            State::New => Span::new(words.steps.with([&all]), Look::Dim),
            State::Begun { seen, .. } => Span::new(words.seen.with([&seen, &all]), Look::Now),
            State::Done => Span::new(words.done.with([&all]), Look::Done),
        };
        LessonRow {
            number: format!("{number:>digits$}", digits = self.course.heads.len().to_string().len()),
            name: sanitize(&head.name),
            title: head.title.clone(),
            minutes: head.minutes.map_or_else(String::new, |minutes| words.minutes.with([&minutes])),
            steps,
        }
    }

    fn words(self) -> &'static CourseWords {
        &words(self.lang).course
    }

    fn paragraph(self, text: &str, look: Look) -> Vec<Line> {
        wrap(&[Span::new(text, look)], &Span::plain(""), self.width)
    }

    fn text(self, lines: &[Line]) -> String {
        Painter { colour: self.colour }.text(lines)
    }
}
