//! What the cache has of the package that is looked at.

use super::super::state::State;
use super::shown;
use gostep_course::player::Shown;
use gostep_view::look::{Line, Look, Span};

/// The two files of the package that is looked at.
pub fn content(state: &State, package: Option<usize>, width: usize) -> Vec<Line> {
    let Some(package) = package else { return vec![vec![Span::new(state.own.no_package, Look::Dim)]] };
    let moment = state.frame.moment;
    let view = state.player.caches(moment.build, moment.events, package..package + 1).pop().flatten();
    shown::parts(state, &[Shown::Cache { entry: view }], width).into_iter().flatten().collect()
}
