//! Packages: by state, by layer, and as a table.

use unicode_width::UnicodeWidthStr;

use super::super::blocks::{Block, Column, Narrow, Table};
use super::super::look::{Look, Span};
use super::super::states::{look, sign, state_name};
use super::parts::{dim, listed};
use super::step::StepContent;
use gostep_course::player::Relation;
use gostep_sim::gobuild::ActionState;

/// More names than these are counted, not listed.
const MOST_NAMES: usize = 80;

impl StepContent<'_> {
    pub(super) fn states(&self, only: &[ActionState]) -> Vec<Block> {
        const ALWAYS: [ActionState; 4] =
            [ActionState::Running, ActionState::Ready, ActionState::Waiting, ActionState::Done];
        let lost = [ActionState::Failed, ActionState::Skipped];
        let lost = lost.into_iter().filter(|state| self.frame.states.contains(state));
        let shown = if only.is_empty() { ALWAYS.into_iter().chain(lost).collect() } else { only.to_vec() };
        let of_state = |state: ActionState| {
            let same =
                |other: ActionState| other == state || (state == ActionState::Done && other == ActionState::Reused);
            let names = self.build.packages.iter().zip(&self.frame.states);
            let names: Vec<&str> = names.filter(|(_, s)| same(**s)).map(|(package, _)| package.path.as_str()).collect();
            let lead = self.words.frame.in_state.with([&state_name(self.words, state), &names.len()]);
            self.names(Span::new(format!("{} {lead}", sign(state)), look(state)), &names)
        };
        shown.into_iter().map(of_state).collect()
    }

    pub(super) fn layers(&self) -> Vec<Block> {
        let deepest = self.build.packages.iter().map(|package| package.layer).max().unwrap_or(0);
        let of_layer = |layer: usize| {
            let packages = self.build.packages.iter().filter(|package| package.layer == layer);
            let names: Vec<&str> = packages.map(|package| package.path.as_str()).collect();
            self.names(Span::new(self.words.frame.layer.with([&(layer + 1), &names.len()]), Look::Strong), &names)
        };
        (0..=deepest).map(of_layer).collect()
    }

    fn names(&self, lead: Span, names: &[&str]) -> Block {
        Block::Names { lead, names: listed(self.words, names, MOST_NAMES) }
    }

    pub(super) fn packages(&self, relation: &Relation, packages: &[usize]) -> Vec<Block> {
        let words = &self.words.frame;
        let mut blocks = Vec::new();
        match relation {
            Relation::Named => {}
            Relation::ImportsOf(package) => blocks.push(dim(&words.imports_of.with([package]))),
            Relation::ImportersOf(package) => blocks.push(dim(&words.importers_of.with([package]))),
        }
        let row = |&index: &usize| {
            let package = &self.build.packages[index];
            let state = self.frame.states[index];
            vec![
                vec![Span::new((index + 1).to_string(), Look::Dim)],
                vec![Span::plain(package.path.as_str())],
                vec![Span::plain(package.objdir.rsplit('/').next().unwrap_or_default())],
                vec![Span::new(format!("{} {}", sign(state), state_name(self.words, state)), look(state))],
            ]
        };
        let widest_state = words.states.iter().map(|state| state.width()).max().unwrap_or(0) + "✓ ".width();
        let column = |right, least| Column { right, least };
        blocks.push(Block::Table(Table {
            indent: 2,
            gap: 2,
            columns: vec![column(true, 4), column(false, 0), column(false, 4), column(false, widest_state)],
            head: Some(words.table.iter().map(|name| vec![Span::new(*name, Look::Dim)]).collect()),
            rows: packages.iter().take(MOST_NAMES).map(row).collect(),
            narrow: Narrow::Cut(1),
        }));
        if packages.len() > MOST_NAMES {
            blocks.push(dim(&words.more_names.with([&(packages.len() - MOST_NAMES)])));
        }
        blocks
    }
}
