//! Inspectors: one look at the build beside the explanation and the transcript.

use super::list;
use gostep_course::player::{Frame, Shown};
use gostep_view::shown::beside_log;

/// What the inspector looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inspector {
    /// What the step shows.
    #[default]
    Step,
    /// All packages, by layer.
    Graph,
    /// The workers.
    Lanes,
    /// The files that were written.
    Files,
    /// The cache.
    Cache,
}

impl Inspector {
    /// All, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Step, Self::Graph, Self::Lanes, Self::Files, Self::Cache];

    /// That of a key, from 1.
    pub fn numbered(digit: char) -> Option<Self> {
        let number = digit.to_digit(10)?.checked_sub(1)?;
        Self::ALL.get(number as usize).copied()
    }

    /// The one that a step opens, so that all it shows is seen.
    pub fn for_step(frame: &Frame) -> Self {
        let beside = beside_log(frame);
        let all = |fits: fn(&Shown) -> bool| !beside.is_empty() && beside.iter().all(|shown| fits(shown));
        match () {
            () if beside.is_empty() => Self::Graph,
            () if all(|shown| matches!(shown, Shown::Workers | Shown::Runtime(_))) => Self::Lanes,
            () if all(|shown| matches!(shown, Shown::Layers)) => Self::Graph,
            () => Self::Step,
        }
    }

    /// Whether it is a text that is scrolled, and not a list in which one thing is chosen.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Graph | Self::Files | Self::Cache)
    }

    /// Rows in which its lines are seen, in a pane of so many columns and rows. None if it has no lines.
    pub fn line_rows(self, width: u16, height: u16) -> Option<usize> {
        match self {
            Self::Files | Self::Cache => Some(list::detail_rows(width, height)),
            Self::Graph => None,
            _ => Some(usize::from(height)),
        }
    }
}
