//! A look at the build beside the explanation.

use maud::{Markup, html};
use serde::Serialize;

use super::request::Inspector;
use super::step::shows;
use gostep_course::player::{Change, Frame, Player, Shown};
use gostep_course::words::{Words, words};
use gostep_view::html::blocks;
use gostep_view::shown::StepContent;
use gostep_view::states::{sign, state_name};

/// What an inspector shows.
#[derive(Debug, Serialize)]
pub struct InspectReply {
    html: String,
    /// The package that is looked at.
    package: Option<usize>,
}

/// What is looked at.
pub struct Look<'a> {
    pub player: &'a Player,
    pub frame: &'a Frame,
    pub package: Option<usize>,
    pub file: Option<usize>,
}

impl Look<'_> {
    /// What an inspector shows.
    pub fn at(&self, inspector: Inspector) -> InspectReply {
        let html = match inspector {
            Inspector::Step => shows(&self.content()),
            Inspector::Graph => self.graph(),
            Inspector::Lanes => self.lanes(),
            Inspector::Files => self.files(),
            Inspector::Cache => self.cache(),
        };
        InspectReply { html: html.into_string(), package: self.package() }
    }

    fn words(&self) -> &'static Words {
        words(self.player.head().lang)
    }

    fn content(&self) -> StepContent<'_> {
        let build = &self.player.builds()[self.frame.moment.build];
        StepContent { frame: self.frame, build, words: self.words() }
    }

    /// The package that was chosen, or that of the last command.
    fn package(&self) -> Option<usize> {
        let build = &self.player.builds()[self.frame.moment.build];
        let last = self.frame.moment.commands.checked_sub(1).and_then(|last| build.transcript[last].package);
        self.package.filter(|&package| package < build.packages.len()).or(last)
    }

    /// All packages by layer.
    fn graph(&self) -> Markup {
        html! { (blocks(&self.content().blocks(&Shown::Layers))) }
    }

    /// The workers.
    fn lanes(&self) -> Markup {
        html! { (blocks(&self.content().blocks(&Shown::Workers))) }
    }

    /// The files that the build has written, and what is in one of them.
    fn files(&self) -> Markup {
        let (player, moment, own) = (self.player, self.frame.moment, &self.words().screen);
        let tree = player.tree(self.frame.step, moment.events);
        let last = || player.last_written(moment.build, moment.events, &tree);
        let chosen = self.file.filter(|&file| file < tree.len()).or_else(last);
        let inside = chosen.and_then(|file| player.look_into(self.frame.step, moment.events, tree[file]));
        html! {
            @if tree.is_empty() { p.dim { (own.no_files) } }
            ul.files {
                @for (at, entry) in tree.iter().enumerate() {
                    @if let Some(name) = player.tree_name(moment.build, *entry) {
                        @if at == 0 || !entry.is_beside(tree[at - 1]) { li.dir { (name.dir) } }
                        li { button type="button" data-file=(at) aria-pressed=(chosen == Some(at)) {
                            @match entry.change {
                                Change::New => span.new { "+ " (name.name) " · " (own.new_file) },
                                Change::Changed => span.changed { "~ " (name.name) " · " (own.changed_file) },
                                Change::None => span { (name.name) },
                            }
                        } }
                    }
                }
            }
            @if let Some(inside) = inside { figure.shown { (blocks(&self.content().blocks(&inside))) } }
        }
    }

    /// The cache entry of a package, below the packages to choose from.
    fn cache(&self) -> Markup {
        let build = &self.player.builds()[self.frame.moment.build];
        let chosen = self.package();
        let entry = chosen.and_then(|package| {
            self.player.caches(self.frame.moment.build, self.frame.moment.events, package..package + 1).pop()
        });
        html! {
            ul.packages {
                @for (at, (package, state)) in build.packages.iter().zip(&self.frame.states).enumerate() {
                    li { button type="button" data-package=(at) aria-pressed=(chosen == Some(at))
                        title=(state_name(self.words(), *state)) {
                        (sign(*state)) " " (package.path)
                    } }
                }
            }
            @if let Some(entry) = entry { figure.shown { (blocks(&self.content().blocks(&Shown::Cache(entry)))) } }
        }
    }
}
