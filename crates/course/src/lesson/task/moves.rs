//! Where a learner goes in a build, as it is typed where there are no keys for it.

use thiserror::Error;

use super::goal::Stand;
use crate::lesson::check::points;
use crate::lesson::names;
use crate::lesson::places::Places;
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::{RawPoint, RawPointAt};
use crate::lesson::staged::StagedBuild;
use gostep_sim::gobuild::EventKind;
use gostep_sim::said;
use gostep_sim::said::Said;

/// States of a package that begin at a moment.
const STATES: [&str; 4] = ["ready", "started", "done", "failed"];

/// Why a line leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.said())]
pub enum Nowhere {
    /// It is no place.
    Unread,
    /// No command has the text.
    NotFound(String),
    /// The log has fewer lines.
    NoLine(usize),
    /// The package never gets there.
    NotReached(String),
}

impl Nowhere {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unread => {
                said!("no place of a build; write `:120`, `/text`, `fmt`, `fmt done`, `fmt compile`, start or end")
            }
            Self::NotFound(value) => said!("no command of this build has {value:?}", value),
            Self::NoLine(value) => said!("the log has no line {value}", value),
            Self::NotReached(value) => said!("{value} is not reached in this build", value),
        }
    }
}

/// Where a line leads: `start`, `end`, `:120` (a line), `/text` (the first command with it, from where the learner is),
/// `fmt` (a package, just begun), `fmt done` (a state), `fmt compile` (a command).
///
/// # Errors
/// If it leads nowhere.
pub fn read(line: &str, staged: &StagedBuild, from: Stand) -> Result<Stand, Nowhere> {
    let line = line.trim();
    if let Some(text) = line.strip_prefix('/') {
        return find(text, staged, from);
    }
    if let Some(number) = line.strip_prefix(':') {
        let number: usize = number.trim().parse().map_err(|_| Nowhere::Unread)?;
        let last = staged.lines.last().map_or(0, |line| line - 1);
        if !(1..=last).contains(&number) || staged.transcript.is_empty() {
            return Err(Nowhere::NoLine(number));
        }
        return at_block(staged.lines.partition_point(|&first| first <= number).saturating_sub(1), staged, from);
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let raw = match words.as_slice() {
        [word @ ("start" | "end")] => RawPoint { word: Some((*word).to_owned()), at: RawPointAt::default() },
        [package] => point(package, Some("started"), None),
        [package, word] if STATES.contains(word) => point(package, Some(word), None),
        [package, word] => point(package, None, Some(word)),
        _ => return Err(Nowhere::Unread),
    };
    if let Some(package) = &raw.at.package
        && names::package(staged, package).is_err()
    {
        return Err(Nowhere::Unread);
    }
    if raw.at.command.as_ref().is_some_and(|command| names::command(0, command).is_err()) {
        return Err(Nowhere::Unread);
    }
    let mut unheard = ProblemReport::new("", "");
    let found = points::find(&raw, staged, 0, "", &Places::default(), &mut unheard);
    found.map(|events| Stand { events, block: None }).map_err(|_| Nowhere::NotReached(line.to_owned()))
}

fn point(package: &str, state: Option<&str>, command: Option<&str>) -> RawPoint {
    let own = |word: &str| word.to_owned();
    let at = RawPointAt {
        package: Some(own(package)),
        state: state.map(own),
        command: command.map(own),
        ..RawPointAt::default()
    };
    RawPoint { word: None, at }
}

/// The first command with a text from where the learner is, or from the start.
fn find(text: &str, staged: &StagedBuild, from: Stand) -> Result<Stand, Nowhere> {
    let has = |block: &usize| !text.is_empty() && staged.transcript[*block].text.contains(text);
    let here = commands_until(staged, from.events).saturating_sub(1);
    let here = from.block.unwrap_or(here);
    let all = staged.transcript.len();
    let found = (here.min(all)..all).find(has).or_else(|| (0..all).find(has));
    at_block(found.ok_or_else(|| Nowhere::NotFound(text.to_owned()))?, staged, from)
}

/// Looks at a command, and goes on to it if it is not printed yet.
fn at_block(block: usize, staged: &StagedBuild, from: Stand) -> Result<Stand, Nowhere> {
    let block = block.min(staged.transcript.len().saturating_sub(1));
    if block < commands_until(staged, from.events) {
        return Ok(Stand { events: from.events, block: Some(block) });
    }
    let mut ran = staged.build.events.iter().zip(1..).filter(|(event, _)| matches!(event.kind, EventKind::Ran(_)));
    let events = ran.nth(block).map(|(_, events)| events);
    events.map(|events| Stand { events, block: Some(block) }).ok_or(Nowhere::Unread)
}

fn commands_until(staged: &StagedBuild, events: usize) -> usize {
    let events = staged.build.events.iter().take(events);
    events.filter(|event| matches!(event.kind, EventKind::Ran(_))).count()
}
