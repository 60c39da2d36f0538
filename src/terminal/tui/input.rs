//! What goes into the player, and what the caller has to do then.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

/// Something that happened outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(KeyEvent),
    /// Something was done with the mouse.
    Mouse(MouseEvent),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// Time has passed.
    Tick(Duration),
}

/// What the caller has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw and wait for more.
    Stay,
    /// Give the terminal back and stop until the shell says go on.
    Suspend,
    /// The reader has gone on from the only step that is played.
    Done,
    /// Take down that the question of this step was answered.
    Answered {
        /// Whether rightly.
        right: bool,
    },
    /// Give what [`App::copied`](super::App::copied) has to the clipboard of the terminal.
    Copy,
    /// Go on to the next lesson, or to the course if there is none.
    NextLesson,
    /// Ask the questions that were missed once more.
    Practise,
    /// Show the course.
    Course,
    /// End.
    Quit,
}
