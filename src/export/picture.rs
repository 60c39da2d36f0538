//! The pictures of a step: `--to svg`, and its package graph for Graphviz, `--to dot`.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Format, Material};
use crate::terminal::drawn;
use crate::terminal::tui::{App, Settings, paint};
use gostep_course::player::{Frame, Player};
use gostep_view::picture::{StepPicture, Width, alone, dot};

/// Columns and rows of the screen of the terminal.
const SCREEN: (u16, u16) = (100, 30);

/// `--to svg`
pub struct Svg;

impl Format for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(svg(material).unwrap_or_default().as_bytes())
    }
}

/// The picture of the first lesson; there is none of an action ID where the go command has not made one yet.
pub fn svg(material: &Material) -> Option<String> {
    let (player, frame) = (&material.lessons.first()?.1, frame(material)?);
    let Some(subject) = material.picked.subject else { return screen(player, frame.step) };
    let step = StepPicture { player, frame: &frame, package: None, file: None, width: Width::OF_FILES };
    step.of(subject).map(|drawn| alone(&drawn))
}

/// The screen of the terminal at a step.
fn screen(player: &Player, step: usize) -> Option<String> {
    let app = App::new(player.clone(), Settings::default(), step, SCREEN)?;
    let mut screen = Buffer::empty(Rect::new(0, 0, SCREEN.0, SCREEN.1));
    paint(&app, &mut screen);
    let head = player.head();
    let title = head.steps.get(step).map_or(&head.title, |step| &step.title);
    Some(drawn::picture(&drawn::rows(&screen), usize::from(SCREEN.0), title))
}

/// `--to dot`
pub struct Dot;

impl Format for Dot {
    fn name(&self) -> &'static str {
        "dot"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        let Some(((_, player), frame)) = material.lessons.first().zip(frame(material)) else { return Ok(()) };
        out.write_all(dot(&player.builds()[frame.moment.build], &frame.states).as_bytes())
    }
}

fn frame(material: &Material) -> Option<Frame> {
    material.lessons.first()?.1.frame(material.picked.step)
}
