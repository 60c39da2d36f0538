//! Problems of lesson files, each with its line and a caret below the place.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::inline::wrap;
use super::paint::Painter;
use gostep_course::lesson::{Problem, Severity};
use gostep_course::words::check::CheckWords;
use gostep_course::words::{Lang, words};
use gostep_view::look::{Line, Look, Span};

/// How problems are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Problems {
    /// Columns; messages are broken, lines of files are cut so that the place is seen.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
    /// The language.
    pub lang: Lang,
}

const INDENT: &str = "  ";

impl Problems {
    /// A problem: place and message, the line with a caret, and what to do.
    pub fn text(self, problem: &Problem) -> String {
        let mut lines = self.message(problem);
        if problem.line > 0 && !problem.source.text.trim().is_empty() {
            lines.extend(self.excerpt(problem));
        }
        if !problem.help.is_empty() {
            let help = [Span::new(self.words().help, Look::Strong), Span::plain(self.lang.says(&problem.help))];
            lines.extend(wrap(&help, &Span::plain(INDENT), self.width));
        }
        Painter { colour: self.colour }.text(&lines)
    }

    fn words(self) -> &'static CheckWords {
        &words(self.lang).check
    }

    fn message(self, problem: &Problem) -> Vec<Line> {
        let place = match problem.line {
            0 => format!("{}: ", problem.file),
            line => format!("{}:{line}:{}: ", problem.file, problem.column),
        };
        let words = self.words();
        let severity = Span::new(problem.severity.words(words).name, look(problem.severity));
        let message = Span::plain(format!("{}{}", words.colon, self.lang.says(&problem.message)));
        let spans = [Span::new(place, Look::Strong), severity, message];
        let mut lines = wrap(&spans, &Span::plain(""), self.width.saturating_sub(INDENT.len()));
        lines.iter_mut().skip(1).for_each(|line| line.insert(0, Span::plain(INDENT)));
        lines
    }

    fn excerpt(self, problem: &Problem) -> [Line; 2] {
        let number = problem.line.to_string();
        let gutter = format!("{INDENT}{number} │ ");
        let below = format!("{INDENT}{} │ ", " ".repeat(number.len()));
        let room = self.width.saturating_sub(gutter.width()).max(10);
        let at = problem.column.saturating_sub(1).saturating_sub(problem.source.cut);
        let (text, before, length) = window(problem, at, room);
        let carets = format!("{}{}", " ".repeat(before), "^".repeat(length));
        [
            vec![Span::new(gutter, Look::Dim), Span::plain(text)],
            vec![Span::new(below, Look::Dim), Span::new(carets, look(problem.severity))],
        ]
    }
}

/// The part of a line that is shown, the columns before its place, and the columns of its place.
fn window(problem: &Problem, at: usize, room: usize) -> (String, usize, usize) {
    let chars: Vec<char> = problem.source.text.chars().collect();
    let columns = |range: &[char]| range.iter().map(|c| c.width().unwrap_or(0)).sum::<usize>();
    let at = at.min(chars.len());
    let end = (at + problem.length).min(chars.len()).max(at);
    let (mut from, mut lead) = (0, if problem.source.cut > 0 { "…" } else { "" });
    if columns(&chars[..end.max(at + 1).min(chars.len())]) + 2 > room && columns(&chars) > room {
        // What stands before the place is worth a third of the room.
        from = at;
        while from > 0 && columns(&chars[from - 1..at]) <= room / 3 {
            from -= 1;
        }
        lead = if from > 0 || problem.source.cut > 0 { "…" } else { "" };
    }
    let mut to = from;
    while to < chars.len() && lead.width() + columns(&chars[from..=to]) < room {
        to += 1;
    }
    let all = to == chars.len() || chars[to..].iter().all(|c| c.is_whitespace());
    let text: String = lead.chars().chain(chars[from..to].iter().copied()).collect();
    let before = lead.width() + columns(&chars[from..at]);
    let length = columns(&chars[at..end.min(to).max(at)]).max(1);
    (if all { text } else { text + "…" }, before, length)
}

fn look(severity: Severity) -> Look {
    match severity {
        Severity::Error => Look::Wrong,
        Severity::Warning => Look::Now,
        Severity::Hint => Look::Ready,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::SourceLine;

    fn draw(text: &str, column: usize, length: usize, width: usize) -> String {
        let problem = Problem {
            line: 12,
            column,
            length,
            source: SourceLine { text: text.to_owned(), cut: 0 },
            ..Problem::of_file("课程.yaml", Severity::Error, "unknown fact \"pakages\"", "did you mean packages?")
        };
        Problems { width, colour: false, lang: Lang::En }.text(&problem)
    }

    #[test]
    fn the_caret_counts_columns_not_characters() {
        assert_eq!(
            draw("    say: 共有 {{ pakages }} 个包", 16, 7, 80),
            "课程.yaml:12:16: error: unknown fact \"pakages\"\n  \
               12 │     say: 共有 {{ pakages }} 个包\n     \
                  │                  ^^^^^^^\n  \
               help: did you mean packages?\n"
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_place_and_nothing_is_wider_than_the_terminal() {
        let text = format!("say: {} {{{{ pakages }}}} {}", "编译".repeat(60), "x".repeat(300));
        let drawn = draw(&text, 130, 7, 40);
        assert!(drawn.lines().all(|line| line.width() <= 40), "{drawn}");
        let lines: Vec<&str> = drawn.lines().collect();
        let (row, carets) = (lines[2], lines[3]);
        let before = carets.split('^').next().unwrap();
        let at = row.char_indices().find(|(byte, _)| row[..*byte].width() == before.width()).unwrap().0;
        assert!(row[at..].starts_with("pakages"), "{drawn}");
    }
}
