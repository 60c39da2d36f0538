//! Frames as text, for a terminal line by line, a pipe, a file, a screen reader.

use super::lay::Room;
use super::paint::Painter;
use gostep_course::player::{Form, Frame, GoalView, Player, markdown};
use gostep_course::words::{Words, words};
use gostep_view::blocks::{Block, headed};
use gostep_view::look::{Look, Span};
use gostep_view::seconds::seconds;
use gostep_view::shown::{StepContent, goal, run_status};

/// How a lesson is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    /// Columns; text is broken so that no line is longer.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
    /// Whether the presenter's notes are shown.
    pub notes: bool,
}

impl Plain {
    /// A whole lesson, step by step.
    pub fn lesson(self, player: &Player) -> String {
        let mut text = self.title(player);
        for step in 0..player.len() {
            if let Some(frame) = player.frame(step) {
                text.push('\n');
                text.push_str(&self.frame(player, &frame));
            }
        }
        text
    }

    /// Title and summary of a lesson.
    pub fn title(self, player: &Player) -> String {
        let head = player.head();
        let title = Block::said(&head.title, Look::Title);
        self.text(&parts([vec![title], vec![Block::Prose(head.summary.clone())]]))
    }

    /// One step.
    pub fn frame(self, player: &Player, frame: &Frame) -> String {
        let mut all = vec![heading(player, frame)];
        all.extend(before_answer(player, frame));
        if frame.question.is_some() {
            let words = &words(player.head().lang).frame;
            all.extend(player.solution(frame.step).map(|told| headed(words.answer, Look::Strong, &told.text)));
        }
        all.extend(self.explanation(player, frame));
        self.text(&parts(all))
    }

    /// One step as far as its question, if it has one: what is said before the answer is not given away.
    pub fn until_answer(self, player: &Player, frame: &Frame) -> String {
        let mut all = vec![heading(player, frame)];
        all.extend(before_answer(player, frame));
        let task = &words(player.head().lang).task;
        all.extend(frame.question.iter().filter_map(|question| match question.form {
            Form::Machine { .. } => {
                let how = [task.type_a_change, task.help_lists].join(words(player.head().lang).small.blank);
                Some(vec![Block::said(&how, Look::Dim)])
            }
            Form::Build { .. } => Some(vec![Block::said(task.type_a_place, Look::Dim)]),
            _ => None,
        }));
        self.text(&parts(all))
    }

    /// What follows when the question was answered; may be empty.
    pub fn after_answer(self, player: &Player, frame: &Frame) -> String {
        self.text(&parts(self.explanation(player, frame)))
    }

    /// A word in front, and blocks below it: an answer, a hint.
    pub fn headed(self, heading: &str, blocks: &[markdown::Block]) -> String {
        self.text(&headed(heading, Look::Strong, blocks))
    }

    /// The conditions of a task, and which of them hold.
    pub fn goal(self, form: &Form, now: &[GoalView]) -> String {
        self.text(&goal(form, now))
    }

    /// Blocks of text alone.
    pub fn blocks(self, blocks: &[markdown::Block]) -> String {
        self.text(&[Block::Prose(blocks.to_vec())])
    }

    /// Something said beside the lesson.
    pub fn remark(self, text: &str) -> String {
        self.text(&text.lines().map(|line| Block::said(line, Look::Dim)).collect::<Vec<_>>())
    }

    fn text(self, blocks: &[Block]) -> String {
        let room = Room { width: self.width, colour: self.colour };
        Painter { colour: self.colour }.text(&room.lay(blocks))
    }

    fn explanation(self, player: &Player, frame: &Frame) -> Vec<Vec<Block>> {
        let mut parts = vec![vec![Block::Prose(frame.text.clone())]];
        if self.notes && !frame.note.is_empty() {
            parts.push(headed(words(player.head().lang).frame.note, Look::Strong, &frame.note));
        }
        parts
    }
}

/// Number and title, how far the build is, and whether the texts are in another language.
fn heading(player: &Player, frame: &Frame) -> Vec<Block> {
    let whole_words = words(player.head().lang);
    let words = &whole_words.frame;
    let number = Span::new(format!("[{}/{}] ", frame.step + 1, player.len()), Look::Dim);
    let title = vec![Span::new(frame.title.as_str(), Look::Title)];
    let mut blocks = vec![Block::led(number, title), Block::said(&status(whole_words, player, frame), Look::Dim)];
    if frame.untranslated {
        blocks.push(Block::said(words.untranslated, Look::Dim));
    }
    blocks
}

fn before_answer(player: &Player, frame: &Frame) -> Vec<Vec<Block>> {
    let words = words(player.head().lang);
    let content = StepContent { frame, build: &player.builds()[frame.moment.build], words };
    let mut parts = vec![vec![Block::Prose(frame.lead.clone())]];
    parts.extend(frame.shows.iter().map(|shown| content.blocks(shown)));
    parts.extend(frame.question.iter().map(|question| content.question(question)));
    parts
}

/// What is not empty, with an empty line between.
fn parts(parts: impl IntoIterator<Item = Vec<Block>>) -> Vec<Block> {
    let is_empty = |part: &[Block]| part.iter().all(|block| matches!(block, Block::Prose(text) if text.is_empty()));
    let mut blocks = Vec::new();
    for part in parts.into_iter().filter(|part| !is_empty(part)) {
        blocks.extend((!blocks.is_empty()).then_some(Block::Gap));
        blocks.extend(part);
    }
    blocks
}

/// How far the build is.
fn status(whole_words: &Words, player: &Player, frame: &Frame) -> String {
    let words = &whole_words.frame;
    let moment = frame.moment;
    let build = &player.builds()[moment.build];
    let mut text = String::new();
    if build.is_run {
        return run_status(whole_words, &moment, build);
    }
    if let Some((number, of)) = player.number_of_build(moment.build) {
        text.push_str(&words.build.with([&number, &of]));
    }
    // What a build will come to can be what the step asks before it runs.
    if moment.events == 0 && frame.question.is_some() {
        return text + &words.not_begun.with([&build.packages.len()]);
    }
    let all_lines = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
    let time = seconds(moment.time_us);
    text + &words.status.with([&moment.done, &build.packages.len(), &moment.lines, &all_lines, &time])
}
