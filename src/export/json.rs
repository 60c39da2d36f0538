//! Lessons as JSON, for programs; `docs/export.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use super::format::{Format, Material};
use gostep_course::player::{BuildView, Feedback, Frame, LessonHead, Player};

/// The version of the format: it grows when a reader has to change.
const VERSION: u32 = 1;

/// `--to json`
pub struct Json;

#[derive(Serialize)]
struct Document<'a> {
    gostep_frames: u32,
    lessons: Vec<LessonRecord<'a>>,
}

#[derive(Serialize)]
struct LessonRecord<'a> {
    name: &'a str,
    #[serde(flatten)]
    head: &'a LessonHead,
    builds: &'a [BuildView],
    frames: Vec<FrameRecord>,
}

/// A frame as the page is told it, and the answer to its question.
#[derive(Serialize)]
struct FrameRecord {
    #[serde(flatten)]
    frame: Frame,
    solution: Option<Feedback>,
}

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        let lessons = material.lessons.iter().map(|(name, player)| lesson(name, player)).collect();
        serde_json::to_writer(&mut *out, &Document { gostep_frames: VERSION, lessons })?;
        writeln!(out)
    }
}

fn lesson<'a>(name: &'a str, player: &'a Player) -> LessonRecord<'a> {
    let frame = |step| Some(FrameRecord { frame: player.frame(step)?, solution: player.solution(step) });
    let frames = (0..player.len()).filter_map(frame).collect();
    LessonRecord { name, head: player.head(), builds: player.builds(), frames }
}
