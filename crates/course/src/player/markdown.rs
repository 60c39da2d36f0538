//! Markdown of lessons, parsed into blocks that a view only needs to draw.
//!
//! Markdown that lessons do not need (HTML, images, footnotes) is shown as source text, so it cannot reach a page or a
//! terminal in any other form.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A heading inside a step.
    Heading {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// Number of the first item, or nothing for a list with bullets.
        start: Option<u64>,
        /// Blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// Code, to be shown as it is.
    Code {
        /// The language named in the lesson; empty if none is.
        lang: String,
        /// The code without its last line end.
        text: String,
    },
    /// A quotation or a remark.
    Quote {
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// A table.
    Table {
        /// The heads of the columns.
        head: Vec<Vec<Inline>>,
        /// The rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A horizontal rule.
    Rule,
}

/// A piece of text with one style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inline {
    /// The text; `\n` is a line break that the author wrote.
    pub text: String,
    /// How it looks.
    pub style: InlineStyle,
    /// Target of the link, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Id of the glossary term that this text marks, if it marks one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
}

/// Style of a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InlineStyle {
    /// Plain.
    #[default]
    Plain,
    /// `*emphasis*`.
    Emphasis,
    /// `**strong**`.
    Strong,
    /// `` `code` ``.
    Code,
}

/// Parses Markdown.
pub fn parse(text: &str) -> Vec<Block> {
    let events = || Parser::new_ext(text, Options::ENABLE_TABLES);
    if depth(events()) > MAX_DEPTH {
        return vec![Block::Code { lang: String::new(), text: text.to_owned() }];
    }
    Reader { events: events() }.blocks()
}

/// Blocks in blocks are parsed and drawn by recursive functions. A text that is nested deeper is shown as its source.
const MAX_DEPTH: usize = 32;

fn depth(events: Parser<'_>) -> usize {
    let (mut now, mut most) = (0usize, 0);
    for event in events {
        match event {
            Event::Start(_) => now += 1,
            Event::End(_) => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

/// Ids of the glossary terms that the blocks mark, in order, each once.
pub fn terms<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Vec<String> {
    let mut terms = Vec::new();
    for block in blocks {
        collect_terms(block, &mut terms);
    }
    let mut seen = std::collections::HashSet::new();
    terms.retain(|term| seen.insert(term.clone()));
    terms
}

fn collect_terms(block: &Block, terms: &mut Vec<String>) {
    let mut of = |text: &[Inline]| terms.extend(text.iter().filter_map(|inline| inline.term.clone()));
    match block {
        Block::Paragraph { text } | Block::Heading { text } => of(text),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).for_each(|cell| of(cell)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| collect_terms(block, terms)),
        Block::Quote { blocks } => blocks.iter().for_each(|block| collect_terms(block, terms)),
        Block::Code { .. } | Block::Rule => {}
    }
}

/// The text of a paragraph without its styles.
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| inline.text.as_str()).collect()
}

/// A link to a target with this prefix marks a glossary term: `[archive](term:archive)`.
const TERM: &str = "term:";

struct Reader<'a> {
    events: Parser<'a>,
}

/// The style, link and term of the surrounding Markdown.
#[derive(Clone, Default)]
struct Surroundings {
    strong: bool,
    emphasis: bool,
    link: Option<String>,
    term: Option<String>,
}

impl Reader<'_> {
    /// Parses blocks up to the end of the surrounding block.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Items of a tight list have text without a paragraph around it.
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Rule => Block::Rule,
                Event::Start(Tag::Paragraph | Tag::HtmlBlock) => Block::Paragraph { text: self.paragraph() },
                Event::Start(Tag::Heading { .. }) => Block::Heading { text: self.paragraph() },
                Event::Start(Tag::BlockQuote(_)) => Block::Quote { blocks: self.blocks() },
                Event::Start(Tag::List(start)) => Block::List { start, items: self.items() },
                Event::Start(Tag::CodeBlock(kind)) => self.code(&kind),
                Event::Start(Tag::Table(_)) => self.table(),
                other => {
                    self.inline(other, &Surroundings::default(), &mut loose);
                    continue;
                }
            };
            flush(&mut loose, &mut blocks);
            blocks.push(block);
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    fn paragraph(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        self.inlines(&Surroundings::default(), &mut inlines);
        tidy(inlines)
    }

    fn inlines(&mut self, around: &Surroundings, out: &mut Vec<Inline>) {
        while let Some(event) = self.events.next() {
            if matches!(event, Event::End(_)) {
                return;
            }
            self.inline(event, around, out);
        }
    }

    fn inline(&mut self, event: Event<'_>, around: &Surroundings, out: &mut Vec<Inline>) {
        let style = match around {
            Surroundings { strong: true, .. } => InlineStyle::Strong,
            Surroundings { emphasis: true, .. } => InlineStyle::Emphasis,
            _ => InlineStyle::Plain,
        };
        let mut push = |text: &str, style| {
            let (link, term) = (around.link.clone(), around.term.clone());
            out.push(Inline { text: text.to_owned(), style, link, term });
        };
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push(&text, style),
            Event::Code(text) => push(&text, InlineStyle::Code),
            Event::SoftBreak => push(" ", style),
            Event::HardBreak => push("\n", style),
            Event::Start(tag) => {
                let mut inner = around.clone();
                match tag {
                    Tag::Strong => inner.strong = true,
                    Tag::Emphasis => inner.emphasis = true,
                    Tag::Link { dest_url, .. } => match dest_url.strip_prefix(TERM) {
                        Some(term) => inner.term = Some(term.to_owned()),
                        None => inner.link = Some(dest_url.into_string()),
                    },
                    _ => {}
                }
                self.inlines(&inner, out);
            }
            _ => {}
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(Event::Start(Tag::Item)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Block {
        let lang = match kind {
            CodeBlockKind::Fenced(lang) => lang.to_string(),
            CodeBlockKind::Indented => String::new(),
        };
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        text.truncate(text.trim_end_matches('\n').len());
        Block::Code { lang, text }
    }

    fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(self.cells()),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some(Event::Start(Tag::TableCell)) = self.events.next() {
            cells.push(self.paragraph());
        }
        cells
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph { text: tidy(std::mem::take(loose)) });
    }
}

/// Joins neighbouring pieces of the same style. A line end between Chinese characters does not become a space.
fn tidy(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = inlines.into_iter().peekable();
    while let Some(inline) = rest.next() {
        if inline.text == " "
            && let (Some(before), Some(after)) = (out.last(), rest.peek())
            && joins(before.text.chars().next_back(), after.text.chars().next())
        {
            continue;
        }
        match out.last_mut() {
            Some(last) if (last.style, &last.link, &last.term) == (inline.style, &inline.link, &inline.term) => {
                last.text.push_str(&inline.text);
            }
            _ => out.push(inline),
        }
    }
    out
}

/// Whether a line end between these two characters must not become a space.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let is_wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
    let is_mark = |c: char| is_wide(c) && !c.is_alphanumeric();
    let both = before.is_some_and(is_wide) && after.is_some_and(is_wide);
    both || before.is_some_and(is_mark) || after.is_some_and(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Inline {
        Inline { text: text.to_owned(), style: InlineStyle::Plain, link: None, term: None }
    }

    #[test]
    fn styles_become_data() {
        let text = parse("one **two** `three`\nfour");
        let Block::Paragraph { text } = &text[0] else { panic!("{text:?}") };
        let styles: Vec<_> = text.iter().map(|i| (i.text.as_str(), i.style)).collect();
        assert_eq!(
            styles,
            [
                ("one ", InlineStyle::Plain),
                ("two", InlineStyle::Strong),
                (" ", InlineStyle::Plain),
                ("three", InlineStyle::Code),
                (" four", InlineStyle::Plain)
            ]
        );
    }

    #[test]
    fn lists_nest_and_keep_their_numbers() {
        let blocks = parse("3. a\n   - b\n4. c\n");
        let Block::List { start: Some(3), items } = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(items.len(), 2);
        assert_eq!(items[0][0], Block::Paragraph { text: vec![plain("a")] });
        assert!(matches!(items[0][1], Block::List { start: None, .. }));
    }

    #[test]
    fn what_is_nested_too_deep_is_shown_as_it_is() {
        for text in [">".repeat(9_000) + "a", "- ".repeat(3_000) + "a", "*a _b ".repeat(1_000) + &"_ *".repeat(1_000)] {
            assert!(parse(&text).len() <= 1_000);
        }
        assert!(matches!(parse(&(">".repeat(40) + "a"))[0], Block::Code { .. }));
        assert!(matches!(parse("> > - a")[0], Block::Quote { .. }));
    }

    #[test]
    fn html_is_text() {
        assert_eq!(parse("a <b>c</b>"), [Block::Paragraph { text: vec![plain("a <b>c</b>")] }]);
    }

    #[test]
    fn a_line_end_in_chinese_is_no_space() {
        assert_eq!(parse("编译\n顺序，\na\nb"), [Block::Paragraph { text: vec![plain("编译顺序，a b")] }]);
    }

    #[test]
    fn tables_have_head_and_rows() {
        let blocks = parse("| a | b |\n|---|---|\n| c | d |\n");
        assert_eq!(
            blocks,
            [Block::Table {
                head: vec![vec![plain("a")], vec![plain("b")]],
                rows: vec![vec![vec![plain("c")], vec![plain("d")]]]
            }]
        );
    }
}
