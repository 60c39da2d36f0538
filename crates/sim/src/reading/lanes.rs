//! Which packages were worked on at the same time, as far as the order of lines shows it.

use serde::Serialize;

use super::act::{Act, Phase};
use super::entries::Entry;
use super::package::Lines;
use std::collections::BTreeMap;

/// What one action did, from its first line to its last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The build, from 0, if the log has several.
    pub build: usize,
    /// Object directory of the action.
    pub objdir: u32,
    /// Whether it is a link.
    pub link: bool,
    /// Its first line.
    pub first: usize,
    /// Its last line.
    pub last: usize,
    /// A lane that it has to itself meanwhile, from 0.
    pub lane: usize,
}

/// Collects the spans of actions. An action prints its lines while it runs, so two whose lines are interleaved ran at the
/// same time. What may be an action of its own in some release (cgo, vet, cover, and the directory, which is made when
/// the cache is asked) is left out.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    all: BTreeMap<(usize, u32, bool), Lines>,
}

impl Spans {
    /// Takes an entry in.
    pub fn add(&mut self, entry: &Entry) {
        let Some(objdir) = entry.objdir else { return };
        let of_build = matches!(
            entry.phase(),
            Phase::Symabis | Phase::Compile | Phase::Assemble | Phase::Pack | Phase::BuildId | Phase::Cache
        );
        let of_link = entry.phase() == Phase::Link && entry.act != Act::MakeDir;
        if of_link || of_build {
            self.all.entry((entry.build, objdir, of_link)).or_default().add(entry.line, entry.lines);
        }
    }

    /// The spans in the order of their first lines, each in the first lane that is free.
    pub fn laid_out(&self) -> Vec<Span> {
        let mut all: Vec<_> = self.all.iter().collect();
        all.sort_by_key(|(_, lines)| lines.first);
        let mut free_from: Vec<usize> = Vec::new();
        let lay = |(&(build, objdir, link), lines): (&(usize, u32, bool), &Lines)| {
            let lane = free_from.iter().position(|&end| end < lines.first).unwrap_or(free_from.len());
            if lane == free_from.len() {
                free_from.push(0);
            }
            free_from[lane] = lines.last;
            Span { build, objdir, link, first: lines.first, last: lines.last, lane }
        };
        all.into_iter().map(lay).collect()
    }
}
