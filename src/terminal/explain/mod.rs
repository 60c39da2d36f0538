//! What a real log shows, in words: an overview of all of it, or lines of it word by word.

mod drawn;
mod entry;
pub mod json;
mod overview;
mod view;

pub use entry::entry;
pub use overview::{about_packages, overview};
pub use view::Explained;
