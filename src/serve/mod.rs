//! A page on this machine: an HTTP server that hands out one page, answers what the page asks, and tells it what was
//! saved. It knows nothing of lessons, and reads no file.
//!
//! | request | reply |
//! |---|---|
//! | `GET /TOKEN/` | the page |
//! | `POST /TOKEN/ask` | what the [`Desk`] answers |
//! | `GET /TOKEN/changes` | `{"now": N, "changes": []}` |
//! | `GET /TOKEN/changes?since=N` | the same, as soon as something has changed after N; at the latest after 25 seconds |
//!
//! Only this machine can connect, and only who knows the token is answered. A page of another site cannot ask even if it
//! knows it: `door.rs`. One connection carries one request, so whatever is slow, too long or never ends is over after a
//! time that is known, and holds no other up: `limits.rs`. The desk is one thread, which answers one after the other.

mod browser;
mod changes;
mod desk;
mod door;
mod limits;
mod reply;
mod server;

pub use browser::open_browser;
pub use changes::Change;
pub use desk::Desk;
pub use server::{Page, Server};
