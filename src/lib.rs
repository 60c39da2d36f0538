//! gostep steps through `go build`.
//!
//! ```text
//! go list JSON ──► gostep_sim: a build (plan, events) ──► the -x transcript
//!                        │
//!  lesson YAML ──► gostep_course: a lesson ──► frames ──► gostep_view: blocks ──► a terminal
//! ```
//!
//! Every stage is a value that the next one reads; no stage prints. Only [`cli`] and [`terminal`] know that there is a
//! terminal.
//!
//! | room | what lives there |
//! |---|---|
//! | [`gostep_sim`] | a crate of its own: the simulated `go build`, its transcript, and what changes rebuild |
//! | [`gostep_course`] | a crate of its own: lessons checked against a simulation, played as frames, and whatever the program says in every language |
//! | [`gostep_view`] | a crate of its own: what a step shows, as blocks |
//! | [`lesson_files`] | lessons, glossaries and programs in folders, found and opened |
//! | [`progress_file`] | what a learner has seen and answered, on disk |
//! | [`serve`] | a page on this machine, over HTTP |
//! | [`terminal`] | frames in a terminal: line by line, and on the full screen |
//! | [`export`] | lessons as files to carry away, one file a format |
//! | [`author`] | what instructors have: checks, templates, snapshots of lessons |
//! | [`cli`] | the command line |

pub mod author;
pub mod cli;
pub mod export;
pub mod lesson_files;
pub mod progress_file;
pub mod serve;
pub mod terminal;

mod whole_file;
