//! The pictures of a step: `--to svg`, and its package graph for Graphviz, `--to dot`.

use std::io::{self, Write};

use super::{Format, Material};
use gostep_course::player::Frame;
use gostep_view::picture::{StepPicture, Width, alone, dot};

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
    let step = StepPicture { player, frame: &frame, package: None, file: None, width: Width::OF_FILES };
    step.of(material.picked.subject).map(|drawn| alone(&drawn))
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
