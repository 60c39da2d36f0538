//! The package graph for Graphviz.

use std::fmt::Write;

use super::text::plain;
use crate::states::sign;
use gostep_course::player::BuildView;
use gostep_sim::gobuild::ActionState;

/// The packages of a build and their direct imports, all of them, in the language of Graphviz. `tred` leaves out those
/// that a longer way implies.
pub fn dot(build: &BuildView, states: &[ActionState]) -> String {
    let mut out = String::from("digraph packages {\n  node [shape=box, fontname=\"monospace\"];\n");
    for (at, package) in build.packages.iter().enumerate() {
        let state = states.get(at).copied().unwrap_or(ActionState::Waiting);
        let label = format!("{} {}", sign(state), package.path);
        let _ = writeln!(out, "  p{at} [label={}];", quoted(&label));
    }
    for (at, package) in build.packages.iter().enumerate() {
        for import in &package.imports {
            let _ = writeln!(out, "  p{at} -> p{import};");
        }
    }
    out.push_str("}\n");
    out
}

/// A string. Graphviz reads a backslash in a label as the beginning of an escape.
fn quoted(text: &str) -> String {
    format!("\"{}\"", plain(text).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_do_not_end_a_string() {
        assert_eq!(quoted("a\"]; b\\\n"), "\"a\\\"]; b\\\\\u{fffd}\"");
    }
}
