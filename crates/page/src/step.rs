//! A step as a page shows it.

use maud::{Markup, html};
use serde::Serialize;

use super::request::Target;
use gostep_course::player::{Form, Frame, Moment, Player, Stride, letter};
use gostep_course::words::words;
use gostep_view::html::{blocks, prose};
use gostep_view::seconds::seconds;
use gostep_view::shown::{StepContent, goal, options, pointed_at, question_heading, run_status};

/// A step, with its texts as HTML.
#[derive(Debug, Serialize)]
pub struct StepReply {
    lesson: String,
    step: usize,
    steps: usize,
    id: String,
    title: String,
    lead: String,
    shows: String,
    question: String,
    text: String,
    note: String,
    untranslated: Option<&'static str>,
    form: Option<&'static str>,
    hints: usize,
    live_workers: bool,
    workers: usize,
    moment: Moment,
    /// Events of the whole build.
    events: usize,
    /// Where the moment is in the time of the build, in thousandths.
    share: u64,
    /// Whether the reader has moved the build away from the step's own moment.
    away: bool,
    status: Vec<String>,
    /// The command that the step points at.
    points_at: Option<usize>,
    /// The command that the log shows unless the reader chooses.
    command: Option<usize>,
    build: String,
    terms: Vec<String>,
}

/// A step at a moment.
pub fn step(player: &Player, frame: &Frame) -> StepReply {
    let head = player.head();
    let words = words(head.lang);
    let moment = frame.moment;
    let build = &player.builds()[moment.build];
    let content = StepContent { frame, build, words };
    let pointed = pointed_at(frame);
    let form = frame.question.as_ref().map(|question| match &question.form {
        Form::Choice { many: true, .. } => "many",
        Form::Choice { .. } | Form::Pick { .. } => "one",
        Form::Order { .. } => "order",
        Form::Number | Form::Text | Form::Packages { .. } => "typed",
        Form::Machine { .. } => "machine",
        Form::Build { .. } => "build",
    });
    let all_lines = build.transcript.last().map_or(0, |last| last.line - 1 + last.text.lines().count());
    let own = &words.screen;
    let mut status = Vec::new();
    if build.is_run {
        status.push(run_status(words, &moment, build));
    } else {
        if let Some((number, of)) = player.number_of_build(moment.build) {
            status.push(own.build_of.with([&number, &of]));
        }
        status.push(own.packages_of.with([&moment.done, &build.packages.len()]));
        // What a build will come to can be what the step asks before it runs.
        if moment.events > 0 || frame.question.is_none() {
            status.push(own.line_of.with([&moment.lines, &all_lines]));
            status.push(own.time_of.with([&seconds(moment.time_us), &seconds(build.duration_us)]));
        }
    }
    StepReply {
        lesson: head.title.clone(),
        step: frame.step,
        steps: player.len(),
        id: frame.id.clone(),
        title: frame.title.clone(),
        lead: prose(&frame.lead).into_string(),
        shows: shows(&content).into_string(),
        question: question(&content).into_string(),
        text: prose(&frame.text).into_string(),
        note: prose(&frame.note).into_string(),
        untranslated: frame.untranslated.then_some(words.frame.untranslated),
        form,
        hints: frame.question.as_ref().map_or(0, |question| question.hints.len()),
        live_workers: head.live_workers,
        workers: build.workers,
        moment,
        events: build.events,
        share: moment.time_us.saturating_mul(1000) / build.duration_us.max(1),
        away: moment.events != player.at(frame.step).events,
        status,
        points_at: pointed,
        command: pointed.or_else(|| moment.commands.checked_sub(1)),
        build: build.command.clone(),
        terms: frame.terms.clone(),
    }
}

/// What a step shows, one thing below the other.
pub fn shows(content: &StepContent<'_>) -> Markup {
    html! { @for shown in &content.frame.shows { figure.shown { (blocks(&content.blocks(shown))) } } }
}

/// The question of a step, as a form.
fn question(content: &StepContent<'_>) -> Markup {
    let Some(question) = &content.frame.question else { return html! {} };
    let own = &content.words.screen;
    let known: &[String] = match &question.form {
        Form::Packages { known, .. } => known,
        Form::Machine { changes, .. } => changes,
        _ => &[],
    };
    let how = match &question.form {
        Form::Choice { many: true, .. } => own.pick_some,
        Form::Choice { .. } | Form::Pick { .. } => own.pick_one,
        Form::Order { .. } => own.pick_in_order,
        Form::Number => own.type_number,
        Form::Text => own.type_text,
        Form::Packages { many: true, .. } => own.type_packages,
        Form::Packages { .. } => own.type_package,
        Form::Machine { .. } => content.words.task.on_page,
        Form::Build { .. } => content.words.task.in_build_on_page,
    };
    let kind = if matches!(&question.form, Form::Choice { many: true, .. }) { "checkbox" } else { "radio" };
    html! {
        fieldset {
            legend { (question_heading(question, content.words)) }
            (prose(&question.text))
            @if question.form.is_task() { div.goal aria-live="polite" { (blocks(&goal(&question.form, &[]))) } }
            p.dim { (how) }
            @for (at, body) in options(&question.form).iter().enumerate() {
                @if matches!(question.form, Form::Order { .. }) {
                    button.option type="button" data-item=(at) {
                        span.place {} span.letter { (letter(at)) } span.body { (blocks(body)) }
                    }
                } @else {
                    label.option {
                        input type=(kind) name="option" value=(at);
                        span.letter { (letter(at)) } span.body { (blocks(body)) }
                    }
                }
            }
            @if matches!(question.form, Form::Number | Form::Text | Form::Packages { .. } | Form::Machine { .. }) {
                input.typed type="text" name="typed" autocomplete="off" spellcheck="false"
                    inputmode=[matches!(question.form, Form::Number).then_some("numeric")]
                    list=[(!known.is_empty()).then_some("known")] aria-label=(how);
                @if !known.is_empty() { datalist #known { @for path in known { option value=(path) {} } } }
            }
        }
    }
}

/// Where a reader arrives who moves through the build.
#[derive(Debug, Serialize)]
pub struct Moved {
    events: usize,
}

/// Another moment of a step's build.
pub fn moved(player: &Player, frame: &Frame, to: &Target) -> Moved {
    let (build, now) = (frame.moment.build, frame.moment.events);
    let stride = |stride, back| {
        if back { player.stride_back(build, now, stride) } else { player.stride_on(build, now, stride) }
    };
    let events = match to {
        Target::Command { back } => stride(Stride::Command, *back),
        Target::Package { back } => stride(Stride::Package, *back),
        Target::Block(block) => player.moment_of_block(build, *block).unwrap_or(now),
        Target::Start(package) => player.moment_of_package(build, *package).unwrap_or(now),
        Target::Share(share) => {
            let all = player.builds()[build].duration_us;
            player.moment_of_time(build, all.saturating_mul((*share).min(1000)) / 1000)
        }
    };
    Moved { events }
}
