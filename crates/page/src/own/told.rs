//! What the page is told of a text.

use maud::{Markup, html};
use serde::Serialize;

use super::super::shelf::OwnLesson;
use gostep_course::lesson::Lesson;
use gostep_course::player::sanitize;
use gostep_course::words::{Lang, Words};
use gostep_view::blocks::{Block, Paragraph};
use gostep_view::html::blocks;
use gostep_view::look::Span;

/// The longest text that is given back to be typed on in the page, in bytes.
const MOST_TYPED: usize = 200_000;
/// The most characters of a sentence: names in a text can be as long as it is.
const MOST_SAID: usize = 1_000;

/// What a text turned out to be.
#[derive(Debug)]
pub struct Found {
    /// What the page is told.
    pub reply: OwnReply,
    /// What can be played of it.
    pub lesson: Option<OwnLesson>,
    /// The same, checked.
    pub checked: Option<Lesson>,
}

/// What the page is told.
#[derive(Debug, Serialize)]
pub struct OwnReply {
    /// What it is.
    heading: String,
    /// Whether that is good; nothing if it is neither good nor bad.
    good: Option<bool>,
    /// What is known of it.
    html: String,
    /// The name of the lesson that can be played now.
    lesson: Option<String>,
    /// Whether what was played before is an earlier version of the same.
    keeps: bool,
    /// The text of a file that is short enough to be typed on.
    text: Option<String>,
}

/// Whether what is told is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is.
    Good,
    /// It is not.
    Bad,
    /// There is nothing to judge.
    Neither,
}

impl Found {
    /// A heading, and what is below it.
    pub fn told(heading: &str, tone: Tone, html: Markup) -> Self {
        let good = match tone {
            Tone::Good => Some(true),
            Tone::Bad => Some(false),
            Tone::Neither => None,
        };
        let reply = OwnReply {
            heading: short(heading),
            good,
            html: html.into_string(),
            lesson: None,
            keeps: false,
            text: None,
        };
        Self { reply, lesson: None, checked: None }
    }

    /// With a lesson that can be played, which is checked when it is.
    pub fn on_shelf(mut self, lesson: OwnLesson) -> Self {
        self.reply.lesson = Some(lesson.name.clone());
        self.lesson = Some(lesson);
        self
    }

    /// With a lesson that was checked.
    pub fn playing(mut self, lesson: OwnLesson, checked: Lesson) -> Self {
        self.checked = Some(checked);
        self.on_shelf(lesson)
    }

    /// With a walk through a build. What keeps it from being walked is told.
    pub fn walking(mut self, walk: OwnLesson, lang: Lang) -> Self {
        match walk.checked(lang) {
            Ok(checked) => self.playing(walk, checked),
            Err(problem) => {
                self.reply.html.push_str(&messages(&problem.message).into_string());
                self
            }
        }
    }

    /// A lesson of which an earlier version can go on being played.
    pub fn keeping(mut self) -> Self {
        self.reply.keeps = true;
        self
    }

    /// With the text, if it is short.
    pub fn with_text(mut self, text: &str) -> Self {
        self.reply.text = (text.len() <= MOST_TYPED).then(|| text.to_owned());
        self
    }
}

/// A text without what steers a terminal or turns a line around, and not longer than anybody reads.
pub fn short(text: &str) -> String {
    let text = sanitize(text);
    match text.char_indices().nth(MOST_SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// A sentence, in which commands stand in backquotes.
pub fn sentence(text: &str) -> Markup {
    html! { p { (with_code(&short(text))) } }
}

/// Messages as the command line prints them.
pub fn messages(text: &str) -> Markup {
    html! { div.messages lang="en" { @for line in text.lines() { (sentence(line)) } } }
}

fn with_code(text: &str) -> Markup {
    html! {
        @for (at, piece) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

/// What can be brought, and the commands that make it.
pub fn how(said: &str, words: &Words) -> Markup {
    html! {
        (sentence(said))
        dl.how { @for (what, command) in words.own.kinds {
            dt { (what) } dd { pre tabindex="0" { code { (command) } } }
        } }
    }
}

/// Blocks that hold texts of others.
pub fn told(mut all: Vec<Block>, lang: Lang) -> Markup {
    let clean = |span: &mut Span| span.text = short(&span.text);
    for block in &mut all {
        if let Block::Paragraph(Paragraph { lead, text, .. }) | Block::Cut { lead, text } = block {
            clean(lead);
            text.iter_mut().for_each(clean);
        }
    }
    html! { div.messages lang=(lang.code()) { (blocks(&all)) } }
}
