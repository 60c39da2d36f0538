//! gostep steps through `go build`.
//!
//! ```text
//! go list JSON ──► program ──► build (plan, events) ──► xlog: the -x transcript
//!                                 │
//!           lesson YAML ──► lesson ──► player ──► frames ──► view
//! ```
//!
//! Every stage is a value that the next one reads; no stage prints. Only [`cli`] and the views know that there is a
//! terminal.
//!
//! | room | what lives there |
//! |---|---|
//! | [`program`] | what is built: packages and toolchain settings |
//! | [`build`] | the simulated `go build`: plan, schedule, build IDs, cache, events |
//! | [`whatif`] | changes between two builds: what they rebuild, and why |
//! | [`xlog`] | the `-x` transcript as text: write it, parse a real one, compare the two |
//! | [`words`] | whatever the program says, in every language |
//! | [`lesson`] | the lesson language: YAML files, checked against a simulation |
//! | [`lesson_files`] | lessons, glossaries and programs in folders, found and opened |
//! | [`player`] | a lesson as frames, forward and back |
//! | [`view`] | frames as something to look at |
//! | [`author`] | what instructors have: checks, templates, snapshots of lessons |
//! | [`cli`] | the command line |

pub mod author;
pub mod build;
pub mod cli;
pub mod goquote;
pub mod hash;
pub mod lesson;
pub mod lesson_files;
pub mod player;
pub mod program;
mod suggest;
pub mod view;
pub mod whatif;
mod whole_file;
pub mod words;
pub mod xlog;
