//! Lessons as Markdown, made of the blocks that every view draws.

mod blocks;
mod prose;
mod text;

use std::io::{self, Write};

use super::format::{Format, Material};
use gostep_course::player::{Frame, Player};
use gostep_course::words::words;
use gostep_view::shown::StepContent;

/// `--to markdown`
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        let texts: Vec<String> = material.lessons.iter().map(|(_, player)| lesson(player)).collect();
        out.write_all(texts.join("\n").as_bytes())
    }
}

fn lesson(player: &Player) -> String {
    let head = player.head();
    let mut parts = vec![format!("# {}", text::line(&head.title)), prose::blocks(&head.summary)];
    for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
        parts.extend(step(player, &frame));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// The parts of a step. The answer is folded where a viewer of Markdown can fold.
fn step(player: &Player, frame: &Frame) -> Vec<String> {
    let words = words(player.head().lang);
    let content = StepContent { frame, build: &player.builds()[frame.moment.build], words };
    let mut parts = vec![format!("## {}. {}", frame.step + 1, text::line(&frame.title))];
    if frame.untranslated {
        parts.push(format!("*{}*", text::line(words.frame.untranslated)));
    }
    parts.push(prose::blocks(&frame.lead));
    parts.extend(frame.shows.iter().map(|shown| blocks::blocks(&content.blocks(shown))));
    parts.extend(frame.question.iter().map(|question| blocks::blocks(&content.question(question))));
    if let Some(told) = player.solution(frame.step) {
        let answer = text::line(words.frame.answer);
        parts.push(format!("<details><summary>{answer}</summary>\n\n{}\n\n</details>", prose::blocks(&told.text)));
    }
    parts.push(prose::blocks(&frame.text));
    parts
}
