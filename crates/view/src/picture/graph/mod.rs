//! The package graph: who imports whom, in layers.

mod draw;
mod layout;
mod order;
mod place;
mod reduce;
mod rows;

use maud::Markup;

use super::canvas::Width;
use gostep_course::player::{BuildView, PathView};
use gostep_course::words::Words;
use gostep_sim::gobuild::ActionState;

/// The packages of a build at a moment, by layer, with an arrow from each to those that it imports. An arrow that a
/// longer way implies is left out. Of a large build only what is near the package in question is drawn, and the
/// picture says so.
///
/// `states` are those of all packages. The package in question is lit with what it imports and what imports it, and so
/// is the critical path, if they are given. Where packages stand depends on none of that.
pub fn graph(
    words: &Words,
    build: &BuildView,
    states: &[ActionState],
    package: Option<usize>,
    path: Option<&PathView>,
    width: Width,
) -> Markup {
    let part = reduce::Part::of(build, package);
    draw::Drawing { words, build, states, package, path, part: &part, width }.markup()
}
