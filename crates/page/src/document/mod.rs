//! The page as a document: one stylesheet, one script, and what it may do.
//!
//! The same document is served, exported as a single file, and part of a site. Only where its answers come from
//! differs, see [`Answers`].

mod bundle;
mod letters;
mod policy;

pub use bundle::{script, style};
pub use letters::letters;
pub use policy::policy;

pub use maud::Markup;
use maud::{DOCTYPE, PreEscaped, html};

use gostep_course::words::{Lang, words};

/// Where the answers to the page's requests come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers<'a> {
    /// A server: requests are posted to `ask`, beside the page.
    Server,
    /// The simulation as WebAssembly, gzipped and as [`letters()`], in the document itself.
    Inside(&'a str),
    /// The same as a file beside the document, by its relative name.
    Beside(&'a str),
    /// None: the document can only be read.
    Nowhere,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its language.
    pub lang: Lang,
    /// What can be read without a script.
    pub body: Markup,
    /// Where its answers come from.
    pub answers: Answers<'a>,
    /// The lessons that it can play, as JSON of a [`Shelf`](super::Shelf).
    pub shelf: &'a str,
}

impl Document<'_> {
    /// The whole document.
    pub fn html(&self) -> String {
        let kind = match self.answers {
            Answers::Server => "server",
            Answers::Inside(_) => "inside",
            Answers::Beside(_) => "beside",
            Answers::Nowhere => "nowhere",
        };
        let document = html! {
            (DOCTYPE)
            html lang=(if self.lang == Lang::Zh { "zh-Hans" } else { "en" }) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy(self.answers));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    style { (PreEscaped(style())) }
                }
                body data-answers=(kind) data-lang=(self.lang.code()) data-beside=[self.beside()] {
                    main #readable { (self.body) }
                    noscript { p { (words(self.lang).page.not_started) } }
                    script type="application/json" #shelf { (data(self.shelf)) }
                    @if let Answers::Inside(wasm) = self.answers {
                        script type="application/octet-stream" #wasm { (PreEscaped(wasm)) }
                    }
                    script type="module" { (PreEscaped(script())) }
                }
            }
        };
        document.into_string()
    }

    fn beside(&self) -> Option<&str> {
        if let Answers::Beside(file) = self.answers { Some(file) } else { None }
    }
}

/// JSON inside of a script element: no text in it can end the element or begin a comment, and it stays the same JSON.
fn data(json: &str) -> Markup {
    PreEscaped(json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_cannot_leave_its_element() {
        let shelf = r#"{"text":"</script><script>alert(1)</script><!--"}"#;
        let body = html! { p { "<b>" } };
        let document = Document { title: "<t>", lang: Lang::En, body, answers: Answers::Nowhere, shelf };
        let html = document.html();
        assert!(!html.contains("alert(1)</script>") && html.contains("&lt;b&gt;") && html.contains("&lt;t&gt;"));
        let inside =
            html.split_once("id=\"shelf\"").unwrap().1.split_once('>').unwrap().1.split_once("</script>").unwrap().0;
        let (read, meant): (serde_json::Value, serde_json::Value) =
            (serde_json::from_str(inside).unwrap(), serde_json::from_str(shelf).unwrap());
        assert_eq!(read, meant);
    }
}
