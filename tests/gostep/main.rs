//! What always holds, whoever runs the tests: one module a subject. (What only a live Go can tell is in `tests/live`.)

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod artefacts;
mod authoring;
mod broken_lessons;
mod build_cli;
mod cgo;
mod circles;
mod explain;
mod explain_screen;
mod export;
#[cfg(unix)]
mod export_cast;
mod export_hostile;
mod export_markdown;
mod expressions;
mod fault_leftovers;
mod faults;
mod help;
mod import;
mod instruments;
mod laws;
mod learner;
mod lesson_builds;
mod lesson_cli;
#[cfg(unix)]
mod lesson_runs;
mod lesson_safety;
mod lessons;
#[cfg(target_os = "linux")]
mod modes;
mod notes;
mod play;
mod present;
mod questions;
mod readme;
mod run;
mod said;
mod schema;
mod screen;
mod serve;
mod several;
mod tasks;
#[cfg(target_os = "linux")]
mod terminal;
mod translate;
mod verify;
mod what_if;
mod whatif;
mod why;
mod worker_laws;
mod workers_cli;
