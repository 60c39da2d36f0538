//! What a lesson can say of a simulation without typing it in.
//!
//! Facts come in groups, one file each: a group lists its facts, and gives the value of each.

mod artefacts;
mod build;
mod lists;
mod looked;
mod operators;
mod outcome;
mod run;
mod scene;
mod whatif;

pub use scene::{FactInfo, Scene};
pub use whatif::tool;

use scene::Group;

/// All facts.
pub(super) const GROUPS: &[Group] =
    &[build::GROUP, outcome::GROUP, artefacts::GROUP, whatif::GROUP, run::GROUP, lists::GROUP, looked::GROUP];

/// All facts.
pub fn all() -> impl Iterator<Item = FactInfo> {
    GROUPS.iter().flat_map(|group| group.facts).copied()
}
