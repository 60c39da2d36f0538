//! A real log on the whole screen: it is stepped like a lesson, and each line is explained.
//!
//! As in the player of lessons, [`LogWalk`] is plain data that only its `update` changes, and [`draw_log_walk`] only
//! reads it.

mod draw;
mod keys;
mod log;
mod moves;
mod page;
mod side;
mod state;
mod steps;
mod walk;

pub use draw::draw_log_walk;
pub use log::WalkedLog;
pub use walk::LogWalk;
