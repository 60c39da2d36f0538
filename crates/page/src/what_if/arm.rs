//! One build of a what-if, and what is shown of it.

use maud::{Markup, html};
use serde::Serialize;

use super::asked::{ArmAsked, WhatIfAsked};
use super::command::{command_line, flags};
use super::prediction::{Judged, judge};
use super::programs::Ready;
use super::transcript::{Rows, Twin};
use crate::error::PageError;
use gostep_course::lesson::{LiveError, MAX_WORKERS, StagedBuild};
use gostep_course::player::{build_view, critical_path, lanes};
use gostep_course::words::Words;
use gostep_sim::gobuild::Assumption;
use gostep_sim::whatif::{Question, Report};
use gostep_view::html::blocks;
use gostep_view::picture::{self, Width};
use gostep_view::report::{report, said};

/// Most changes in one build; each `then` among them is a build of its own.
const MAX_CHANGES: usize = 24;
/// How many commands of a transcript are shown if the page does not say it.
const COMMANDS: usize = 200;

/// What is shown of one build, or the sentence that says what is wrong.
#[derive(Debug, Default, Serialize)]
pub struct ArmReply {
    /// What is wrong; then there is nothing else.
    error: Option<String>,
    /// What was expected, against what happened.
    judged: Option<Judged>,
    /// What was built and why, as HTML.
    report: String,
    /// The transcript, as HTML.
    transcript: String,
    /// How many commands of it are shown, and how many there are.
    commands: (usize, usize),
    /// The workers, as SVG; nothing if nobody had anything to do.
    lanes: Option<String>,
    /// The command for a terminal.
    command: String,
    /// What else one has to know about it.
    note: Option<&'static str>,
}

impl ArmReply {
    /// The reply to what is wrong.
    pub fn wrong(error: &PageError) -> Self {
        Self { error: Some(error.message.clone()), ..Self::default() }
    }
}

/// A build of a what-if.
#[derive(Debug)]
pub struct Arm {
    words: &'static Words,
    /// What was done, and why.
    pub report: Report,
    /// The build.
    pub staged: StagedBuild,
    changes: Vec<String>,
    /// What is assumed because a list does not tell it.
    assumed: Vec<Assumption>,
    /// Whether a stamp is left out that is there in reality.
    without_stamp: bool,
    command: String,
    note: Option<&'static str>,
    judged: Option<Judged>,
}

impl Arm {
    /// Builds, makes the changes, and builds again.
    pub fn new(ready: &Ready, asked: &ArmAsked, words: &'static Words) -> Result<Self, PageError> {
        let program = &ready.program;
        if asked.changes.len() > MAX_CHANGES {
            return Err(PageError::new(words.bench.too_many.with([&MAX_CHANGES])));
        }
        if let Some(workers) = asked.flags.p.filter(|workers| !(1..=MAX_WORKERS as usize).contains(workers)) {
            return Err(PageError::new(LiveError::OutOfRange(workers)));
        }
        let nothing = ["nothing".to_owned()];
        let changes = if asked.changes.is_empty() { &nothing } else { &asked.changes[..] };
        let question = Question::new(program, &flags(&asked.flags)?).map_err(PageError::new)?;
        let outcomes = question.answer(changes).map_err(PageError::new)?;
        let expects = asked.expects.as_ref();
        Ok(Self {
            judged: expects.map(|expected| judge(expected, &outcomes.report, words)).transpose()?,
            staged: StagedBuild::new(outcomes.build, outcomes.report.clone(), program),
            report: outcomes.report,
            changes: question.words(changes),
            without_stamp: question.left_out.is_some(),
            assumed: question.assumed,
            command: command_line(&ready.spelling, &asked.flags, changes),
            note: ready.spelling.note(words),
            words,
        })
    }

    /// Whether the go command ran anything at all.
    pub fn is_refused(&self) -> bool {
        self.report.refused.is_some()
    }

    /// What is shown of it, beside another build if there is one.
    pub fn reply(&self, asked: &WhatIfAsked, twin: Option<&Twin>) -> ArmReply {
        let most = asked.most.unwrap_or(COMMANDS).clamp(1, 20_000);
        let rows = Rows { staged: &self.staged, twin, words: self.words, refused: self.is_refused() };
        let (transcript, commands) = rows.html(most);
        ArmReply {
            error: None,
            judged: self.judged.clone(),
            report: self.about().into_string(),
            transcript: transcript.into_string(),
            commands,
            lanes: self.lanes(asked.width.map_or(Width::OF_FILES, Width::of)).map(Markup::into_string),
            command: self.command.clone(),
            note: self.note,
        }
    }

    fn about(&self) -> Markup {
        let after = said(&self.words.whatif.after.with([&self.changes.join(" ")]));
        let assumed: Vec<String> = self.assumed.iter().map(ToString::to_string).collect();
        html! {
            (blocks(&[after]))
            @if !assumed.is_empty() { p.dim { (self.words.own.assumed.with([&assumed.join(", ")])) } }
            @if self.without_stamp { p.dim { (self.words.bench.no_stamp) } }
            (blocks(&report(&self.report, self.words)))
            @if !self.report.exact { p.dim { (self.words.bench.least) } }
        }
    }

    /// What each worker did, if one did anything, and where the times come from.
    fn lanes(&self, width: Width) -> Option<Markup> {
        let staged = &self.staged;
        let lanes = lanes(staged, staged.build.events.len());
        let works = lanes.iter().flat_map(|lane| &lane.spans).any(|span| span.to_us > Some(span.from_us));
        (works && !self.is_refused()).then(|| {
            let (view, path) = (build_view(staged), critical_path(&staged.build));
            let drawn = picture::lanes(self.words, &view, &lanes, staged.build.duration(), Some(&path), width);
            let program = &staged.build.program;
            let recorded = program.packages_with_duration() >= view.packages.len();
            html! { (drawn) @if !recorded { p.dim { (self.words.bench.modelled) } } }
        })
    }
}
