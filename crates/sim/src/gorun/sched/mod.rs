//! The scheduler of the runtime, with one P: an agenda of moments, and rules that say what each thread does at each.

mod agenda;
mod channels;
mod goroutines;
mod idle;
mod library;
mod locks;
mod pick;
mod start;
mod sysmon;
mod world;

pub use world::{RunError, World};
