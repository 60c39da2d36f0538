//! What a real log shows, in words: an overview of all of it, or lines of it word by word.

mod drawn;
mod entry;
pub mod json;
mod overview;
mod view;

pub use drawn::{graph, lanes};
pub use entry::{entry, lines};
pub use overview::{about_package, about_packages, overview, summary};
pub use view::{Explained, WRITTEN, harmless};
