//! The lesson language: YAML files that drive a simulated build and explain it.
//!
//! ```text
//! YAML ──► tree with places (line, column) ──► raw types ──► checked [`Lesson`], or every [`Problem`] at once
//! ```
//!
//! A checked lesson is complete: its builds are simulated, its points are found in them, its facts are filled in.

pub mod beside;
mod check;
mod checked;
mod closed;
mod command;
mod contents;
mod expr;
pub mod facts;
mod file;
pub mod fingerprint;
pub mod gate;
pub mod glossary;
pub mod head;
mod id;
mod live;
pub mod load;
mod names;
mod one_or_many;
pub mod overlay;
mod pick;
mod place;
pub mod places;
mod problem;
pub mod question;
pub mod raw;
pub mod raw_ask;
pub mod raw_glossary;
pub mod raw_run;
pub mod raw_task;
pub mod readable;
pub mod schema;
mod script;
mod show;
mod source;
mod staged;
mod staged_run;
mod surroundings;
pub mod task;
mod text_marks;
pub mod value;
mod whatifs;
pub mod yaml;

pub use check::check;
pub use check::probe::{ProbeError, Probed, probe};
pub use check::settings::MAX_WORKERS;
pub use checked::{At, Lesson, RunAt, Step};
pub use contents::{Contents, archive_id, contents};
pub use file::File;
pub use id::is_id;
pub use live::LiveError;
pub use load::load;
pub use pick::Pick;
pub use place::Place;
pub use problem::ProblemReport;
pub use problem::shorten as shorten_problems;
pub use problem::{Problem, Severity, SourceLine};
pub use question::Question;
pub use raw::FORMAT;
pub use show::{Hashed, Show, SymbolPick, What};
pub use source::{LessonSource, LoadError, source};
pub use staged::StagedBuild;
pub use staged_run::StagedRun;
pub use surroundings::{Surroundings, shipped_source};
pub use value::Value;
pub use yaml::values as yaml_values;
