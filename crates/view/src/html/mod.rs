//! Blocks as HTML.
//!
//! Whatever a lesson, a program or a log says reaches the page as text: [`maud`] escapes it, and there is no other way
//! in. What a look becomes is said by a class, never by a style, so that the page can forbid styles of others.

mod blocks;
mod code;
mod prose;

pub use blocks::blocks;
pub use prose::{inline, prose};

use maud::{Markup, html};

use super::look::{Look, Span};

/// Styled text.
pub fn line(line: &[Span]) -> Markup {
    html! { @for piece in line { (span(piece)) } }
}

/// A piece of text in one look.
pub fn span(span: &Span) -> Markup {
    let text = span.text.as_str();
    match span.look {
        Look::Plain => html! { (text) },
        Look::Title | Look::Strong => html! { strong { (text) } },
        Look::Emphasis => html! { em { (text) } },
        Look::Code => html! { code { (text) } },
        Look::Mark => html! { mark { (text) } },
        Look::Term => html! { span.term { (text) } },
        Look::Dim => html! { span.dim { (text) } },
        Look::Done => html! { span.done { (text) } },
        Look::Now => html! { span.now { (text) } },
        Look::Ready => html! { span.ready { (text) } },
        Look::Wrong => html! { span.wrong { (text) } },
    }
}
