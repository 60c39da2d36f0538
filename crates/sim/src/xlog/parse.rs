//! Parses a real log into typed lines. Nothing is lost: [`Log::text`] is the text that was parsed.

use std::collections::VecDeque;

use super::words::{Word, words};

/// The parsed output of `go build -x` or `go build -n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The items in order. A written file is one item with all its lines.
    pub items: Vec<Item>,
    /// Whether the text ends in the middle of a line.
    pub open_end: bool,
}

/// One thing that the go command printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Number of its first line, from 1.
    pub line: usize,
    /// Its kind, with its text.
    pub kind: Kind,
}

/// The kinds of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `WORK=DIR`, the first line of `-x`.
    Work(String),
    /// The five comment lines with which `-n` announces a package; the text contains all of them.
    Banner(String),
    /// `cd DIR`.
    ChangeDir(String),
    /// A tool, or something that the go command does itself.
    Command(String),
    /// `cat >FILE << 'EOF' # internal` with what is written, up to its end mark.
    WriteFile {
        /// The first line.
        head: String,
        /// The lines of the file, each with its end.
        body: String,
        /// The line that ends the file: `EOF`, or `}EOF` after a text without a final line feed; empty if the log ends
        /// before it.
        end: Option<String>,
    },
    /// Anything else: messages, package names that `-v` prints, output of other programs.
    Other(String),
}

impl Log {
    /// Parses a log. Every text can be parsed; unknown lines become [`Kind::Other`].
    pub fn parse(text: &str) -> Self {
        let lines = text.split_inclusive('\n').enumerate().map(|(at, line)| match line.strip_suffix('\n') {
            Some(text) => Line { text: text.to_owned(), number: at + 1, ended: true },
            None => Line { text: line.to_owned(), number: at + 1, ended: false },
        });
        Self { items: Items::of(lines).collect(), open_end: !text.is_empty() && !text.ends_with('\n') }
    }

    /// The text that was parsed.
    pub fn text(&self) -> String {
        let mut text: String = self.items.iter().map(|item| item.kind.text()).collect();
        if self.open_end {
            text.pop();
        }
        text
    }

    /// Number of lines of the log.
    pub fn lines(&self) -> usize {
        self.items.last().map_or(0, |item| item.line - 1 + item.kind.text().lines().count())
    }
}

impl Kind {
    /// The lines of the item, each with its line feed.
    pub fn text(&self) -> String {
        match self {
            Self::Work(dir) => format!("WORK={dir}\n"),
            Self::Banner(package) => format!("\n#\n# {package}\n#\n\n"),
            Self::ChangeDir(dir) => format!("cd {dir}\n"),
            Self::Command(line) | Self::Other(line) => format!("{line}\n"),
            Self::WriteFile { head, body, end } => match end {
                Some(end) => format!("{head}\n{body}{end}\n"),
                None => format!("{head}\n{body}"),
            },
        }
    }

    /// Whether the log may have been cut off within this item.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::WriteFile { end: None, .. })
    }

    /// Whether it is something that the go command does, not only a message.
    pub fn is_command(&self) -> bool {
        matches!(self, Self::Command(_) | Self::WriteFile { .. })
    }
}

/// A line of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, without its end.
    pub text: String,
    /// Its number, from 1; that of the first one if it goes on over several.
    pub number: usize,
    /// Whether it has an end.
    pub ended: bool,
}

/// Makes items of lines as they come.
#[derive(Debug)]
pub struct Items<I> {
    lines: I,
    /// Lines that were looked at, but belong to no item yet.
    ahead: VecDeque<Line>,
}

impl<I: Iterator<Item = Line>> Items<I> {
    /// The items of these lines.
    pub fn of(lines: I) -> Self {
        Self { lines, ahead: VecDeque::new() }
    }

    /// Where the lines come from.
    pub fn lines(&self) -> &I {
        &self.lines
    }

    /// The line that comes after so many others.
    fn peek(&mut self, ahead: usize) -> Option<&Line> {
        while self.ahead.len() <= ahead {
            self.ahead.push_back(self.lines.next()?);
        }
        self.ahead.get(ahead)
    }

    fn take(&mut self) -> Option<Line> {
        self.ahead.pop_front().or_else(|| self.lines.next())
    }

    fn banner(&mut self) -> Option<String> {
        let frame = [(0, ""), (1, "#"), (3, "#"), (4, "")];
        // The first line that is another one ends the search, so that nothing is read far ahead.
        if !frame.iter().all(|&(ahead, text)| self.peek(ahead).is_some_and(|line| line.text == text && line.ended)) {
            return None;
        }
        self.peek(2)?.text.strip_prefix("# ").map(str::to_owned)
    }

    fn write_file(&mut self, head: String) -> Kind {
        let mut body = String::new();
        while let Some(line) = self.peek(0).map(|line| line.text.clone()) {
            // Written files never contain commands. If there is one, the end mark of the file was lost.
            if is_heredoc(&line) || !matches!(kind_of(line.clone()), Kind::Other(_)) {
                break;
            }
            self.take();
            if line == "EOF" || line == "}EOF" {
                return Kind::WriteFile { head, body, end: Some(line) };
            }
            body.push_str(&line);
            body.push('\n');
        }
        Kind::WriteFile { head, body, end: None }
    }
}

impl<I: Iterator<Item = Line>> Iterator for Items<I> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        if let Some(package) = self.banner() {
            let line = self.take()?.number;
            self.ahead.drain(..4);
            return Some(Item { line, kind: Kind::Banner(package) });
        }
        let Line { text, number: line, .. } = self.take()?;
        let kind = if is_heredoc(&text) { self.write_file(text) } else { kind_of(text) };
        Some(Item { line, kind })
    }
}

fn is_heredoc(line: &str) -> bool {
    line.starts_with("cat >") && line.ends_with(" << 'EOF' # internal")
}

fn kind_of(line: String) -> Kind {
    if let Some(dir) = line.strip_prefix("WORK=") {
        return Kind::Work(dir.to_owned());
    }
    if let Some(dir) = line.strip_prefix("cd ") {
        return Kind::ChangeDir(dir.to_owned());
    }
    if is_command(&line) { Kind::Command(line) } else { Kind::Other(line) }
}

/// How the line begins with which `go run` starts a program.
pub const PROGRAM_THAT_RUNS: &str = "$WORK/b001/exe/";

fn is_command(line: &str) -> bool {
    // C compilers can have any name; the go command runs them for a terminal that shows no colours.
    if line.starts_with(PROGRAM_THAT_RUNS)
        || line.starts_with("TERM='dumb' ")
        || is_trial(line)
        || line.contains(" # test for internal linking errors (")
    {
        return true;
    }
    let words = words(line);
    let mut rest = words.iter().skip_while(|word| is_assignment(word));
    let Some(first) = rest.next() else { return false };
    let second = rest.next().map(|word| word.text.as_str());
    match first.text.as_str() {
        "mkdir" => second == Some("-p"),
        "rm" => matches!(second, Some("-r" | "-rf")),
        "echo" => line.ends_with(" # internal") || line.ends_with("/preferlinkext"),
        "cp" | "mv" => second.is_some() && words.len() > 2,
        "go" => second == Some("tool"),
        tool => super::tool_path::split_tool(tool).is_some(),
    }
}

/// Whether a line is a run of a C compiler that only shows whether it accepts a flag.
pub fn is_trial(line: &str) -> bool {
    line.ends_with(" -x c - -o /dev/null || true")
}

/// Whether a word is a variable before a command, such as `GOROOT='/usr/local/go'`.
pub(crate) fn is_assignment(word: &Word) -> bool {
    word.text.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_lost_end_mark_costs_no_commands() {
        let log = Log::parse("cat >/w/f << 'EOF' # internal\npackagefile a=b\nmkdir -p $WORK/b001/\n");
        assert_eq!(log.items.len(), 2);
        assert!(log.items[0].kind.is_open());
        assert_eq!(log.items[1].kind, Kind::Command("mkdir -p $WORK/b001/".into()));
    }

    #[test]
    fn every_kind_of_line_is_known() {
        let text = "noise\nWORK=/tmp/w\n\n#\n# fmt\n#\n\nmkdir -p $WORK/b001/\n\
                    cat >/tmp/w/f << 'EOF' # internal\n{\n}EOF\ncd /src\nGOROOT='/g o' \"/g o/pkg/tool/x/link\" -o a\n";
        let log = Log::parse(text);
        let kinds: Vec<_> = log.items.iter().map(|item| (item.line, &item.kind)).collect();
        assert_eq!(
            kinds,
            [
                (1, &Kind::Other("noise".into())),
                (2, &Kind::Work("/tmp/w".into())),
                (3, &Kind::Banner("fmt".into())),
                (8, &Kind::Command("mkdir -p $WORK/b001/".into())),
                (
                    9,
                    &Kind::WriteFile {
                        head: "cat >/tmp/w/f << 'EOF' # internal".into(),
                        body: "{\n".into(),
                        end: Some("}EOF".into()),
                    }
                ),
                (12, &Kind::ChangeDir("/src".into())),
                (13, &Kind::Command("GOROOT='/g o' \"/g o/pkg/tool/x/link\" -o a".into())),
            ]
        );
        assert_eq!(log.lines(), 13);
    }

    fn fragment() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "\n",
            "#\n",
            "# fmt\n",
            "WORK=/w\n",
            "cd /x\n",
            "mkdir -p $WORK/b001/\n",
            "EOF\n",
            "}EOF\n",
            "{\n",
            "cat >/w/f << 'EOF' # internal\n",
            "echo -n > f # internal\n",
            "構建 é\n",
            "cp a",
            " b\n",
            "\r\n",
            "\"",
        ])
    }

    proptest! {
        #[test]
        fn a_parsed_log_written_again_is_the_same_text(parts in prop::collection::vec(fragment(), 0..40)) {
            let text = parts.concat();
            prop_assert_eq!(Log::parse(&text).text(), text);
        }
    }
}
