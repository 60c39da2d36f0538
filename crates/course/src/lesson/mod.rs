//! The lesson language: YAML files that drive a simulated build and explain it.
//!
//! ```text
//! YAML ──► tree with places (line, column) ──► raw types ──► checked [`Lesson`], or every [`Problem`] at once
//! ```
//!
//! A checked lesson is complete: its builds are simulated, its points are found in them, its facts are filled in.

mod artefact_shows;
mod asks;
mod builds;
mod check;
mod checked;
mod checker;
mod command;
mod contents;
mod expr;
pub mod facts;
mod file;
pub mod gate;
pub mod glossary;
pub mod head;
mod id;
mod live;
pub mod load;
mod lost;
mod marks;
mod meant;
mod names;
mod one_or_many;
mod opening;
mod overlay;
mod pick;
mod place;
pub mod places;
mod plain;
mod points;
mod problem;
pub mod question;
pub mod raw;
pub mod raw_ask;
pub mod raw_glossary;
pub mod readable;
mod salvage;
pub mod schema;
mod script;
mod settings;
mod shape;
mod show;
mod shows;
mod source;
mod stage;
mod staged;
mod steps;
mod surroundings;
mod syntax;
mod template;
mod texts;
mod tree;
mod value;
mod whatifs;
pub mod yaml;

pub use check::check;
pub use checked::{At, Lesson, Step};
pub use contents::{Contents, archive_id, contents};
pub use file::File;
pub use id::is_id;
pub use live::LiveError;
pub use load::load;
pub use pick::Pick;
pub use place::Place;
pub use problem::Report;
pub use problem::shorten as shorten_problems;
pub use problem::{Problem, Severity, SourceLine};
pub use question::Question;
pub use raw::FORMAT;
pub use show::{Hashed, Show, SymbolPick, What};
pub use source::{LessonSource, LoadError, source};
pub use staged::StagedBuild;
pub use surroundings::Surroundings;
pub use yaml::values as yaml_values;
