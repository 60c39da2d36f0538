//! gostep steps through `go build`.
//!
//! ```text
//! go list JSON ──► gostep_sim: a build (plan, events) ──► the -x transcript
//!                              │
//!        lesson YAML ──► lesson ──► player ──► frames ──► view
//! ```
//!
//! Every stage is a value that the next one reads; no stage prints. Only [`cli`] and the views know that there is a
//! terminal.
//!
//! | room | what lives there |
//! |---|---|
//! | [`gostep_sim`] | a crate of its own: the simulated `go build`, its transcript, and what changes rebuild |
//! | [`words`] | whatever the program says, in every language |
//! | [`lesson`] | the lesson language: YAML files, checked against a simulation |
//! | [`lesson_files`] | lessons, glossaries and programs in folders, found and opened |
//! | [`player`] | a lesson as frames, forward and back |
//! | [`progress_file`] | what a learner has seen and answered, on disk |
//! | [`view`] | frames as something to look at |
//! | [`author`] | what instructors have: checks, templates, snapshots of lessons |
//! | [`cli`] | the command line |

pub mod author;
pub mod cli;
pub mod lesson;
pub mod lesson_files;
pub mod player;
pub mod progress_file;
pub mod view;
mod whole_file;
pub mod words;
