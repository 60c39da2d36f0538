//! What a page in a browser can ask, and what it is told.
//!
//! ```text
//! request (JSON) ──► Session::reply ──► reply (JSON), with HTML made of a step's blocks
//! ```
//!
//! There is one function between a page and the program, natively and in WebAssembly, so that a page has to know no
//! rule of Go, judges no answer, and has no text of a lesson.

mod answers;
mod course;
mod error;
mod inspect;
mod log;
mod place;
mod request;
mod session;
mod shelf;
mod step;

pub use error::PageError;
pub use place::Place;
pub use request::Request;
pub use session::Session;
pub use shelf::{OwnLesson, OwnText, Shelf};
