//! Pictures: what they look like, and what holds for all of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod laws;
mod samples;
mod snapshots;
mod svg;
