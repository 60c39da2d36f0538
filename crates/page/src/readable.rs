//! Lessons as they are read from top to bottom, without a script.

use maud::{Markup, html};

use gostep_course::player::{Frame, Player};
use gostep_course::words::words;
use gostep_view::html::{blocks, prose};
use gostep_view::shown::StepContent;

/// All steps of lessons, each lesson with the name by which the page's address names it. Answers are folded.
pub fn readable(lessons: &[(&str, &Player)]) -> Markup {
    html! {
        @if lessons.len() > 1 {
            nav { ol { @for (name, player) in lessons {
                li { a href={ "#" (name) } { (player.head().title) } }
            } } }
        }
        @for (name, player) in lessons { (lesson(name, player)) }
    }
}

/// The lessons with what each is about, and the address of its page.
pub fn contents(lessons: &[(&str, &Player)]) -> Markup {
    html! {
        @for (address, player) in lessons {
            article.lesson {
                h2 { a href=(address) { (player.head().title) } }
                (prose(&player.head().summary))
            }
        }
    }
}

fn lesson(name: &str, player: &Player) -> Markup {
    let head = player.head();
    html! {
        article.lesson id=(name) {
            h1 { (head.title) }
            (prose(&head.summary))
            @for frame in (0..player.len()).filter_map(|step| player.frame(step)) { (step(name, player, &frame)) }
        }
    }
}

fn step(name: &str, player: &Player, frame: &Frame) -> Markup {
    let words = words(player.head().lang);
    let content = StepContent { frame, build: &player.builds()[frame.moment.build], words };
    html! {
        section.step id={ (name) "/" (frame.id) } {
            h2 { (frame.step + 1) ". " (frame.title) }
            @if frame.untranslated { p.dim { (words.frame.untranslated) } }
            (prose(&frame.lead))
            @for shown in &frame.shows { figure.shown { (blocks(&content.blocks(shown))) } }
            @if let Some(question) = &frame.question { div.question { (blocks(&content.question(question))) } }
            @if let Some(told) = player.solution(frame.step) {
                details { summary { (words.frame.answer) } (prose(&told.text)) }
            }
            (prose(&frame.text))
        }
    }
}
