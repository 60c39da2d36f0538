//! The full-screen player.
//!
//! ```text
//! Input ──► App::update ──► Effect          App ──► draw ──► screen
//! ```
//!
//! [`App`] is plain data: where in the lesson we are, what is open, what is scrolled how far. [`App::update`] is the
//! only place where it changes, and touches nothing else; [`draw()`] only reads it. So a test can play a lesson with a
//! list of keys. The terminal itself belongs to the command line.

mod app;
mod ascii;
mod asked;
mod autoplay;
mod draw;
mod explanation;
mod find;
mod inspectors;
mod keys;
pub mod layout;
mod log;
mod mouse;
mod overlay;
mod overlay_keys;
mod page;
mod pattern;
mod present;
mod prompter;
mod question;
mod reading;
mod text;
mod theme;
mod timeline;
mod update;
mod workers;

pub use app::{App, Settings};
pub use draw::draw;
pub use inspectors::Inspector;
pub use layout::Pane;
pub use present::{Talk, draw_talk};
pub use prompter::{Following, Prompter, Scenery, Wanted, draw_prompter, nobody};
pub use reading::{Reading, draw_reading};
pub use theme::Theme;
pub use update::{Effect, Input};
