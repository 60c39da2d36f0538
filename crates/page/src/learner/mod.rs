//! The learner at a page: what was seen and answered, how far the course is, and what to practise.

mod keeper;
mod practice;
mod progress;

pub use keeper::{Keeper, Memory};
pub use practice::{practice, score};
pub use progress::{kept, parse, progress};

#[cfg(test)]
mod tests;
