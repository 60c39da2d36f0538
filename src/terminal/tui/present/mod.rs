//! A lesson in front of a class: one thing at a time on a quiet screen, and the answer when the presenter wants it.
//!
//! [`Talk`] is to a presentation what [`App`](super::App) is to a learner's lesson; it has one inside, for looking around
//! together.

mod draw;
pub mod keys;
mod layout;
mod pressed;
mod slide;
mod talk;

pub use draw::draw_talk;
pub use talk::Talk;
