//! Texts of authors as Markdown: parsed and written again, so that nothing is in it but what lessons may have.

use super::text;
use gostep_course::player::markdown::{Block, Inline, InlineStyle};

/// Blocks of a text.
pub fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(one).collect::<Vec<_>>().join("\n\n")
}

fn one(block: &Block) -> String {
    match block {
        Block::Paragraph { text } => text::block_start(&inline(text, false)),
        Block::Heading { text } => format!("#### {}", inline(text, true)),
        Block::List { start, items } => {
            let sign =
                |at: u64| start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", start.saturating_add(at)));
            let items = items.iter().zip(0..).map(|(item, at)| text::hang(&sign(at), &blocks(item)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Code { lang, text } => text::code_block(lang, text),
        Block::Quote { blocks: quoted } => {
            blocks(quoted).lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => {
            let cells = |row: &[Vec<Inline>]| row.iter().map(|cell| inline(cell, true)).collect::<Vec<_>>();
            text::table(&cells(head), &rows.iter().map(|row| cells(row)).collect::<Vec<_>>())
        }
        Block::Rule => "---".to_owned(),
    }
}

/// Text inside a block; in a cell of a table it has one line. A term is text; a link is one only if it leads to the web.
fn inline(pieces: &[Inline], in_cell: bool) -> String {
    let mut all = String::new();
    for piece in pieces {
        let lines = || {
            let lines = piece.text.split('\n').map(text::line);
            lines.collect::<Vec<_>>().join(if in_cell { " " } else { "\\\n" })
        };
        let styled = match piece.style {
            InlineStyle::Plain => lines(),
            InlineStyle::Emphasis => text::between("*", &lines()),
            InlineStyle::Strong => text::between("**", &lines()),
            InlineStyle::Code if in_cell => text::code_in_cell(&piece.text),
            InlineStyle::Code => text::code(&piece.text),
        };
        match &piece.link {
            Some(link) if piece.term.is_none() && is_web(link) => {
                all.push_str(&format!("[{styled}](<{}>)", address(link)));
            }
            Some(link) if piece.term.is_none() => all.push_str(&format!("{styled} ({})", text::line(link))),
            _ => all.push_str(&styled),
        }
    }
    all
}

fn is_web(link: &str) -> bool {
    let link = link.to_ascii_lowercase();
    link.starts_with("https://") || link.starts_with("http://")
}

/// An address between angle brackets.
fn address(link: &str) -> String {
    let escaped = |c: char| match c {
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '|' => "%7C".to_owned(),
        '\\' => "%5C".to_owned(),
        c if c.is_whitespace() || c.is_control() => "%20".to_owned(),
        c => c.to_string(),
    };
    link.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::player::markdown::parse;

    #[test]
    fn what_an_author_writes_is_written_again() {
        let source = "a *b* **c** `d|e` [go](https://go.dev/)\n\n- x\n- y\n\n1. one\n\n> q\n\n```sh\nls\n```\n\n| h |\n| --- |\n| `a` |";
        let again = blocks(&parse(source));
        assert_eq!(parse(&again), parse(source), "{again}");
    }

    #[test]
    fn no_markup_comes_in() {
        let source = "</details> <script>x</script> [a](javascript:b) \\# not &lt;b&gt; \\[x](y)";
        let again = blocks(&parse(source));
        assert!(!again.replace(r"\<", "").contains('<'), "{again}");
        assert_eq!(blocks(&parse(&again)), again);
    }
}
