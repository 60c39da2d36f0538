//! What is built: packages and toolchain settings.
//!
//! A [`Program`] is made from the output of `go list -json -deps` (and `go env -json`), or from a file that `gostep
//! import` wrote. It is checked once, here, so later code need not look for missing imports or cycles.

mod action_graph;
pub mod artefacts;
mod assemble;
mod cgo;
mod consistency;
mod embedded;
mod error;
mod experiments;
mod exports;
pub mod go_flags;
pub mod goenv;
pub mod golist;
pub(crate) mod guess;
mod instruments;
mod lazy_record;
mod package;
mod place;
mod rebuilds;
pub mod recorded;
mod resolve;
pub mod roots;
pub mod source_facts;
pub mod surroundings;
pub mod symabis;
mod texts;
pub mod timings;
mod toolchain;
mod whole;
mod with_import;

pub use action_graph::{GraphProgram, from_action_graph};
pub use artefacts::Artefacts;
pub use assemble::from_list;
pub use cgo::c_arch_flags;
pub use consistency::contradiction;
pub use embedded::{from_recorded_text, load as load_embedded, load_for_arch};
pub use error::ProgramError;
pub use experiments::Experiments;
pub use exports::{Body, Exports, Function};
pub use go_flags::GoFlags;
pub use instruments::Instrument;
pub use package::{CgoFlags, Module, Package, PackageId, SourceFiles, clean_path, join_path};
pub use place::is_local;
pub use rebuilds::Rebuilds;
pub use recorded::RecordedArchive;
pub use source_facts::SourceFacts;
pub use surroundings::{Profile, Surroundings, Vcs};
pub use texts::{NAMES as EMBEDDED_NAMES, PAIR, SAMPLE};
pub use toolchain::{GoVersion, KNOWN_MINORS, Toolchain, arch_level_variable, default_arch_level};
pub use whole::Program;
pub use with_import::ImportError;
