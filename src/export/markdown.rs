//! Lessons as Markdown, made of the blocks that every view draws.

mod blocks;
mod pictures;
mod prose;
mod text;

use std::io::{self, Write};

use self::pictures::Pictures;
use super::format::{ExportFile, Format, Material, is_plain};
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
        let folder = material.beside.as_deref();
        let texts: Vec<String> =
            lessons(material).map(|(prefix, player)| Lesson { player, prefix, folder }.text()).collect();
        out.write_all(texts.join("\n").as_bytes())
    }

    fn has_beside(&self) -> bool {
        true
    }

    fn beside(&self, material: &Material) -> Vec<ExportFile> {
        let files = lessons(material).map(|(prefix, player)| Pictures { prefix: &prefix, player }.files());
        files.flatten().collect()
    }
}

/// The lessons, and what the names of their pictures begin with.
fn lessons(material: &Material) -> impl Iterator<Item = (String, &Player)> {
    material.lessons.iter().enumerate().map(|(at, (name, player))| {
        let prefix = if is_plain(name) { name.clone() } else { format!("lesson-{}", at + 1) };
        (prefix, player)
    })
}

struct Lesson<'a> {
    player: &'a Player,
    /// What the names of its pictures begin with.
    prefix: String,
    /// The folder that has them; `None` if nobody can keep one.
    folder: Option<&'a str>,
}

impl Lesson<'_> {
    fn text(&self) -> String {
        let head = self.player.head();
        let mut parts = vec![format!("# {}", text::line(&head.title)), prose::blocks(&head.summary)];
        for frame in (0..self.player.len()).filter_map(|step| self.player.frame(step)) {
            parts.extend(self.step(&frame));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }

    /// The parts of a step. The answer is folded where a viewer of Markdown can fold.
    fn step(&self, frame: &Frame) -> Vec<String> {
        let player = self.player;
        let words = words(player.head().lang);
        let content = StepContent { frame, build: &player.builds()[frame.moment.build], words };
        let pictures = Pictures { prefix: &self.prefix, player };
        let mut parts = vec![format!("## {}. {}", frame.step + 1, text::line(&frame.title))];
        if frame.untranslated {
            parts.push(format!("*{}*", text::line(words.frame.untranslated)));
        }
        parts.push(prose::blocks(&frame.lead));
        for (at, shown) in frame.shows.iter().enumerate() {
            parts.extend(self.folder.and_then(|folder| pictures.link(folder, frame, at)));
            parts.push(blocks::blocks(&content.blocks(shown)));
        }
        parts.extend(frame.question.iter().map(|question| blocks::blocks(&content.question(question))));
        if let Some(told) = player.solution(frame.step) {
            let answer = text::line(words.frame.answer);
            parts.push(format!("<details><summary>{answer}</summary>\n\n{}\n\n</details>", prose::blocks(&told.text)));
        }
        parts.push(prose::blocks(&frame.text));
        parts
    }
}
