//! What-ifs on the page: a program that was built, one or two ways to change it, and what the next build does.
//!
//! It is `gostep whatif` with a form around it. The form offers what [`values`](gostep_sim::whatif::values) offers; what
//! is wrong all the same is said in the words of the command line.

mod arm;
mod asked;
mod bench;
mod choices;
mod command;
mod differences;
mod prediction;
mod programs;
#[cfg(test)]
mod tests;
mod transcript;

pub use asked::{ValuesAsked, WhatIfAsked};
pub use bench::Bench;
pub use choices::{choices, offered};
pub use programs::Programs;
