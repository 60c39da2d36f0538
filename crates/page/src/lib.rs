//! The page: what a browser asks, and what it is told.
//!
//! ```text
//! request (JSON) ──► Session::reply ──► reply (JSON), with HTML made of a step's blocks
//! ```
//!
//! There is one function between the page and the program. It is the same in WebAssembly and behind a server;
//! the page itself knows no rule of Go, judges no answer, and has no text of a lesson.

mod answers;
mod course;
pub mod document;
mod error;
mod inspect;
mod learner;
mod log;
mod own;
mod place;
pub mod readable;
mod request;
mod session;
mod shelf;
mod step;
mod what_if;

pub use error::PageError;
pub use learner::Keeper;
pub use own::BroughtText;
pub use place::Place;
pub use request::Request;
pub use session::Session;
pub use shelf::{OwnLesson, OwnText, Shelf};
