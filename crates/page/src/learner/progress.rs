//! How far the learner is, and the text in which that is kept.

use maud::html;
use serde::Serialize;

use super::Keeper;
use crate::error::PageError;
use gostep_course::lesson::head::Head;
use gostep_course::player::course::{Course, State};
use gostep_course::player::progress::Progress;
use gostep_course::words::{Lang, words};
use gostep_view::progress::{agenda_line, progress_row, why_unreadable};

/// What a page has to keep, or to say.
#[derive(Debug, Serialize)]
pub struct KeptReply {
    /// The text of a progress file.
    text: String,
    /// Where it is kept already, if the page need not keep it.
    file: Option<String>,
    /// The seed for the order of options.
    seed: u64,
    /// What went wrong.
    problems: Vec<String>,
}

/// The progress as the text of a progress file.
///
/// # Errors
/// Never in practice.
pub fn kept(keeper: &mut dyn Keeper, lang: Lang) -> Result<KeptReply, PageError> {
    Ok(KeptReply {
        text: keeper.progress().to_json().map_err(PageError::new)?,
        file: keeper.file(),
        seed: keeper.seed(),
        problems: keeper.take_problems(lang),
    })
}

/// Reads the text of a progress file.
///
/// # Errors
/// Says why it cannot be read.
pub fn parse(text: &str, lang: Lang) -> Result<Progress, PageError> {
    Progress::parse(text).map_err(|why| PageError::new(why_unreadable(&why, &words(lang).course)))
}

/// How far the learner is.
#[derive(Debug, Serialize)]
pub struct ProgressReply {
    /// A table, or a sentence: nothing was begun.
    html: String,
    /// Where to go on; nothing if all of it was seen.
    next: Option<Next>,
}

#[derive(Debug, Serialize)]
struct Next {
    lesson: String,
    step: usize,
    /// Whether the learner was there before.
    begun: bool,
    /// The titles of the lesson and of the step.
    title: String,
}

/// How far the learner is with these lessons, at a time in seconds since 1970.
pub fn progress(heads: &[Head], keeper: &dyn Keeper, lang: Lang, time: u64) -> ProgressReply {
    let all = words(lang);
    let course = Course { heads, progress: keeper.progress() };
    let begun: Vec<&Head> = heads.iter().filter(|head| course.state(head) != State::New).collect();
    let table = html! {
        @if begun.is_empty() {
            p { (all.course.no_progress) }
        } @else {
            div.scroll {
                table.progress {
                    thead { tr { @for name in all.course.progress_table { th scope="col" { (name) } } } }
                    tbody {
                        @for head in &begun {
                            @let [_, steps, questions] = progress_row(course, head, &all.course);
                            @let next = if let State::Begun { next, .. } = course.state(head) { next } else { 0 };
                            tr { th scope="row" { button type="button" data-lesson=(head.name) data-step=(next) { (head.title) } } td { (steps) } td { (questions) } }
                        }
                    }
                }
            }
        }
        @if let Some(agenda) = agenda_line(course.agenda(time), &all.course) { p { (agenda) } }
        @if let Some(file) = keeper.file() { p.dim { (all.course.kept_in.with([&file])) } }
    };
    let next = course.next().map(|(lesson, step)| {
        let head = &heads[lesson];
        let step_title = head.steps.get(step).and_then(|step| step.title.clone());
        Next {
            lesson: head.name.clone(),
            step,
            begun: course.state(head) != State::New,
            title: [Some(head.title.clone()), step_title].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        }
    });
    ProgressReply { html: table.into_string(), next }
}
