//! The full-screen player.
//!
//! ```text
//! Input ──► App::update ──► State ──► Page ──► draw ──► screen
//! ```
//!
//! [`App`] is plain data: the state, where in the lesson we are, what is open, what is scrolled how far; and the page,
//! the lines and areas that follow from the state and the size of the screen. [`App::update`] is the only place where
//! the state changes, and makes the page anew; [`draw()`] only reads them. So a test can play a lesson with a list of
//! keys. The terminal itself belongs to the command line.

mod app;
mod ascii;
mod asked;
mod auto;
mod completion;
mod draw;
mod ending;
mod film;
mod input;
mod inspector;
pub mod layout;
mod list;
mod log_walk;
mod menu;
mod motion;
mod overlay;
mod page;
mod pattern;
mod present;
mod prompter;
mod reading;
mod settings;
mod state;
mod text;
mod theme;
mod typing;
mod update;

pub use app::App;
pub use draw::{draw, paint};
pub use ending::{Ending, Outcome};
pub use film::{Film, Shot};
pub use input::{Effect, Input};
pub use inspector::Inspector;
pub use layout::Pane;
pub use log_walk::{LogWalk, WalkedLog, draw_log_walk};
pub use menu::{Chosen, Menu, draw_menu};
pub use present::{Talk, draw_talk};
pub use prompter::{Following, Prompter, Scenery, Wanted, draw_prompter, nobody};
pub use reading::{Reading, draw_reading};
pub use settings::Settings;
pub use theme::Theme;
