//! The scheduler of the runtime, with one P: an agenda of moments, and rules that say what each thread does at each.

mod agenda;
mod chan;
mod chance;
mod channels;
mod deed;
mod goroutines;
mod idle;
mod library;
mod lock;
mod locks;
mod pick;
mod runtime_main;
mod spin;
mod start;
mod sysmon;
mod watch;
mod world;

pub use world::{RunError, World};
