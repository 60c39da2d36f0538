//! Texts of authors as HTML.

use gostep_course::player::markdown::{Block, Inline, InlineStyle};
use maud::{Markup, html};

/// Blocks of a text.
pub fn prose(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (one(block)) } }
}

fn one(block: &Block) -> Markup {
    match block {
        Block::Paragraph { text } => html! { p { (inline(text)) } },
        Block::Heading { text } => html! { h4 { (inline(text)) } },
        Block::List { start: None, items } => html! { ul { @for item in items { li { (prose(item)) } } } },
        Block::List { start: Some(start), items } => {
            html! { ol start=(start) { @for item in items { li { (prose(item)) } } } }
        }
        Block::Code { lang, text } => html! { pre.code data-lang=(lang) tabindex="0" { code { (text) } } },
        Block::Quote { blocks } => html! { blockquote { (prose(blocks)) } },
        Block::Table { head, rows } => html! {
            div.scroll tabindex="0" { table {
                thead { tr { @for cell in head { th scope="col" { (inline(cell)) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (inline(cell)) } } } } }
            } }
        },
        Block::Rule => html! { hr; },
    }
}

/// Text inside a block. A link is followed only if it leads to a page of the web; any other target is shown as text.
pub fn inline(text: &[Inline]) -> Markup {
    html! {
        @for piece in text {
            @match (&piece.term, &piece.link) {
                (Some(term), _) => a.term href={ "#term/" (term) } data-term=(term) { (styled(piece)) },
                (None, Some(link)) if is_web(link) => {
                    a href=(link) rel="noopener noreferrer" target="_blank" { (styled(piece)) }
                },
                (None, Some(link)) => { (styled(piece)) " (" (link) ")" },
                (None, None) => (styled(piece)),
            }
        }
    }
}

fn is_web(link: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)))
}

fn styled(piece: &Inline) -> Markup {
    let lines = || html! { @for (at, line) in piece.text.split('\n').enumerate() { @if at > 0 { br; } (line) } };
    match piece.style {
        InlineStyle::Plain => lines(),
        InlineStyle::Emphasis => html! { em { (lines()) } },
        InlineStyle::Strong => html! { strong { (lines()) } },
        InlineStyle::Code => html! { code { (piece.text) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::player::markdown::parse;

    #[test]
    fn what_an_author_writes_stays_text() {
        let text = "<script>x</script>\n\nA <b>b</b> [a](javascript:alert) [b](https://go.dev/?\"x) `</code><b>`";
        let html = prose(&parse(text)).into_string();
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("href=\"javascript"), "{html}");
        assert!(html.contains("href=\"https://go.dev/"), "{html}");
    }
}
