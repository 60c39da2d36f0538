//! Draws a package graph.

use std::collections::BTreeSet;
use std::fmt::Write;

use maud::{Markup, html};

use super::super::canvas::{Head, MARGIN, Width, canvas};
use super::super::text::{end_of, n, plain, word_width};
use super::layout::{Arrow, HEIGHT, Layout, MOST_COLUMNS, PADDING, second_line};
use super::reduce::Part;
use crate::states::{sign, state_name};
use gostep_course::player::{BuildView, PathView};
use gostep_course::words::Words;
use gostep_sim::gobuild::ActionState;

/// Signs of packages that are lit: the one in question, what it imports, what imports it, the critical path.
const THIS: &str = "★";
const IMPORTED: &str = "↓";
const IMPORTING: &str = "↑";
const ON_PATH: &str = "◆";

/// Pixels that rows of packages have, at least: in fewer, most packages have a row of their own.
const LEAST: f64 = 760.0;

/// All states, in the order in which a package has them.
const STATES: [ActionState; 7] = [
    ActionState::Waiting,
    ActionState::Ready,
    ActionState::Running,
    ActionState::Done,
    ActionState::Reused,
    ActionState::Failed,
    ActionState::Skipped,
];

/// What is drawn.
pub struct Drawing<'a> {
    pub words: &'a Words,
    pub build: &'a BuildView,
    pub states: &'a [ActionState],
    pub package: Option<usize>,
    pub path: Option<&'a PathView>,
    pub part: &'a Part,
    pub width: Width,
}

impl Drawing<'_> {
    /// The whole picture.
    pub fn markup(&self) -> Markup {
        let own = &self.words.picture;
        let head = self.head();
        let layers = self.part.packages.iter().map(|&at| word_width(&own.layer.with([&self.build.packages[at].layer])));
        let left = MARGIN + layers.fold(0.0, f64::max) + 12.0;
        let names: Vec<&str> = STATES.iter().map(|&state| state_name(self.words, state)).collect();
        let room = (self.width.px() - left - MARGIN).max(LEAST);
        let layout = Layout::new(self.build, self.part, (left, head.bottom() + 8.0), room, second_line(&names));
        let width = (layout.right + MARGIN).max(self.width.px());
        let size = (width, layout.bottom + MARGIN);
        let on_path = self.on_path();
        canvas(
            "graph",
            size,
            &head,
            &html! {
                @for (layer, top, bottom) in &layout.layers {
                    rect.layer x=(n(MARGIN / 2.0)) y=(n(top - 5.0)) width=(n(width - MARGIN)) height=(n(bottom - top + 10.0)) {}
                    text.layer x=(n(MARGIN)) y=(n(f64::midpoint(*top, *bottom) + 4.0)) { (own.layer.with([layer])) }
                }
                @for lit in [false, true] {
                    @for arrow in &layout.arrows {
                        @let class = self.class_of(arrow, &on_path);
                        @if class.is_empty() != lit { (line(arrow, class)) }
                    }
                }
                @for (&package, at) in self.part.packages.iter().zip(&layout.boxes) {
                    (self.package(package, *at, on_path.contains(&package)))
                }
            },
        )
    }

    fn title(&self) -> String {
        let own = &self.words.picture;
        let all = self.build.packages.len();
        match self.part.around {
            Some(package) => own.graph_near.with([&self.name(package), &self.part.packages.len(), &all]),
            None => own.graph.with([&all]),
        }
    }

    /// The title, how many packages are in which state, and what the signs mean.
    fn head(&self) -> Head {
        let own = &self.words.picture;
        let mut head = Head::new(self.title(), self.width);
        for state in STATES {
            let count = self.states.iter().filter(|&&other| other == state).count();
            if count > 0 {
                head.add(class(state), &own.in_state.with([&sign(state), &state_name(self.words, state), &count]));
            }
        }
        head.line();
        if let Some((at, package)) = self.package.and_then(|at| Some((at, self.build.packages.get(at)?))) {
            head.add("this", &format!("{THIS} {}", own.this.with([&self.name(at)])));
            head.add("imported", &format!("{IMPORTED} {}", own.imported.with([&package.imports.len()])));
            head.add("importing", &format!("{IMPORTING} {}", own.importing.with([&package.importers.len()])));
        }
        if self.path.is_some() {
            head.add("path", &format!("{ON_PATH} {}", own.on_path));
        }
        head.line();
        head.add("", own.arrows);
        head
    }

    fn name(&self, package: usize) -> String {
        plain(&self.build.packages[package].path)
    }

    fn on_path(&self) -> BTreeSet<usize> {
        let names: BTreeSet<&str> =
            self.path.iter().flat_map(|path| &path.rows).map(|row| row.package.as_str()).collect();
        let all = self.build.packages.iter().enumerate();
        all.filter(|(_, package)| names.contains(package.path.as_str())).map(|(at, _)| at).collect()
    }

    /// What an arrow is lit for.
    fn class_of(&self, arrow: &Arrow, on_path: &BTreeSet<usize>) -> &'static str {
        let (from, to) = (self.part.packages[arrow.from], self.part.packages[arrow.to]);
        if on_path.contains(&from) && on_path.contains(&to) {
            "path"
        } else if self.package == Some(from) {
            "imported"
        } else if self.package == Some(to) {
            "importing"
        } else {
            ""
        }
    }

    /// What a package is lit for: class and sign.
    fn lit(&self, package: usize) -> Option<(&'static str, &'static str)> {
        let this = self.package?;
        let of = self.build.packages.get(this)?;
        if this == package {
            Some(("this", THIS))
        } else if of.imports.contains(&package) {
            Some(("imported", IMPORTED))
        } else if of.importers.contains(&package) {
            Some(("importing", IMPORTING))
        } else {
            None
        }
    }

    fn package(&self, package: usize, (x, y, width): (f64, f64, f64), on_path: bool) -> Markup {
        let state = self.states.get(package).copied().unwrap_or(ActionState::Waiting);
        let name = self.name(package);
        let word = state_name(self.words, state);
        let lit = self.lit(package);
        let mut classes = format!("package {}", class(state));
        let mut signs = String::new();
        if on_path {
            classes.push_str(" path");
            signs.push_str(ON_PATH);
        }
        if let Some((class, sign)) = lit {
            let _ = write!(classes, " {class}");
            signs.push_str(sign);
        }
        html! {
            g class=(classes) data-package=(package) {
                title { (self.words.picture.package.with([&name, &word])) }
                rect x=(n(x)) y=(n(y)) width=(n(width)) height=(n(HEIGHT)) rx="5" {}
                text.name x=(n(x + PADDING)) y=(n(y + 15.0)) { (end_of(&name, MOST_COLUMNS)) }
                text.state x=(n(x + PADDING)) y=(n(y + 30.0)) { (sign(state)) " " (word) }
                @if !signs.is_empty() { text.signs x=(n(x + width - PADDING)) y=(n(y + 30.0)) { (signs) } }
            }
        }
    }
}

/// The line of an arrow, and its point.
fn line(arrow: &Arrow, class: &str) -> Markup {
    let mut path = String::new();
    for (at, step) in arrow.through.windows(2).enumerate() {
        let ((x, _, from), (to_x, to, behind)) = (step[0], step[1]);
        let last = at + 2 == arrow.through.len();
        if at == 0 {
            let _ = write!(path, "M{} {}", n(x), n(from));
        }
        let to = if last { to - 5.0 } else { to };
        let half = n(f64::midpoint(from, to));
        let _ = write!(path, "C{} {half} {} {half} {} {}", n(x), n(to_x), n(to_x), n(to));
        if !last {
            let _ = write!(path, "V{}", n(behind));
        }
    }
    let end = arrow.through.last().copied().unwrap_or_default();
    let point = format!("M{} {}l4 -7h-8z", n(end.0), n(end.1));
    html! { g class={ "arrow " (class) } { path.line d=(path) {} path.point d=(point) {} } }
}

/// The class of a state.
pub fn class(state: ActionState) -> &'static str {
    match state {
        ActionState::Waiting => "waiting",
        ActionState::Ready => "ready",
        ActionState::Running => "running",
        ActionState::Done => "done",
        ActionState::Reused => "reused",
        ActionState::Failed => "failed",
        ActionState::Skipped => "skipped",
    }
}
