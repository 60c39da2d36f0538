//! A look at the build beside the explanation.

use maud::{Markup, html};
use serde::Serialize;

use super::request::Inspector;
use super::step::shows;
use gostep_course::player::{BuildView, Change, Frame, PathView, Player, Shown};
use gostep_course::words::{Words, words};
use gostep_sim::gobuild::ActionState;
use gostep_view::html::blocks;
use gostep_view::picture::{self, Width};
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
    pub width: Option<u32>,
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

    fn build(&self) -> &BuildView {
        &self.player.builds()[self.frame.moment.build]
    }

    fn content(&self) -> StepContent<'_> {
        StepContent { frame: self.frame, build: self.build(), words: self.words() }
    }

    fn width(&self) -> Width {
        self.width.map_or(Width::OF_FILES, Width::of)
    }

    /// The critical path, once the build is over. A question is not answered by a picture.
    fn path(&self) -> Option<PathView> {
        let is_over = self.frame.moment.events == self.build().events && self.frame.question.is_none();
        self.player.critical_path(self.frame.moment.build).filter(|_| is_over)
    }

    /// The package that was chosen, or that of the last command.
    fn package(&self) -> Option<usize> {
        let build = self.build();
        let last = self.frame.moment.commands.checked_sub(1).and_then(|last| build.transcript[last].package);
        self.package.filter(|&package| package < build.packages.len()).or(last)
    }

    /// All packages by layer, and a list to choose one from.
    fn graph(&self) -> Markup {
        let (path, package) = (self.path(), self.package());
        html! {
            (drawing(&picture::graph(self.words(), self.build(), &self.frame.states, package, path.as_ref(), self.width())))
            (self.packages(package))
            (blocks(&self.content().blocks(&Shown::Layers)))
        }
    }

    /// The workers.
    fn lanes(&self) -> Markup {
        let (path, now) = (self.path(), self.frame.moment.time_us);
        html! {
            (drawing(&picture::lanes(self.words(), self.build(), &self.frame.lanes, now, path.as_ref(), self.width())))
            (blocks(&self.content().blocks(&Shown::Workers)))
        }
    }

    /// The files that the build has written, and what is in one of them.
    fn files(&self) -> Markup {
        let (player, moment, own) = (self.player, self.frame.moment, &self.words().screen);
        let tree = player.tree(self.frame.step, moment.events);
        let last = || player.last_written(moment.build, moment.events, &tree);
        let chosen = self.file.filter(|&file| file < tree.len()).or_else(last);
        let inside = chosen.and_then(|file| player.look_into(self.frame.step, moment.events, tree[file]));
        let named = picture::named_files(player, self.frame.step, moment.events);
        html! {
            (drawing(&picture::files(self.words(), self.build(), &named, chosen, self.width())))
            ul.files {
                @for (at, file) in named.iter().enumerate() {
                    @let name = &file.name;
                    @if at == 0 || name.dir != named[at - 1].name.dir { li.dir { (name.dir) } }
                    li { button type="button" data-file=(file.index) aria-pressed=(chosen == Some(file.index)) {
                        @match file.change {
                            Change::New => span.new { "+ " (name.name) " · " (own.new_file) },
                            Change::Changed => span.changed { "~ " (name.name) " · " (own.changed_file) },
                            Change::None => span { (name.name) },
                        }
                    } }
                }
            }
            @if let Some(inside) = inside { figure.shown { (blocks(&self.content().blocks(&inside))) } }
        }
    }

    /// What goes into the action ID of a package and what the cache has for it, with the packages to choose from.
    fn cache(&self) -> Markup {
        let (moment, chosen) = (self.frame.moment, self.package());
        let entry = chosen
            .and_then(|package| self.player.caches(moment.build, moment.events, package..package + 1).pop())
            .map(Shown::Cache);
        // What the go command hashes for a package that still waits, it does not know yet.
        let is_known = |package: &usize| {
            let known = [ActionState::Running, ActionState::Done, ActionState::Reused, ActionState::Failed];
            self.frame.states.get(*package).is_some_and(|state| known.contains(state))
        };
        let hash = chosen.filter(is_known).and_then(|package| self.player.hash(moment.build, Some(package)));
        html! {
            @if let Some(hash) = hash { (drawing(&picture::action_id(self.words(), &hash, self.width()))) }
            (self.packages(chosen))
            @if let Some(entry) = entry { figure.shown { (blocks(&self.content().blocks(&entry))) } }
        }
    }

    /// The packages, to choose one from.
    fn packages(&self, chosen: Option<usize>) -> Markup {
        html! {
            ul.packages {
                @for (at, (package, state)) in self.build().packages.iter().zip(&self.frame.states).enumerate() {
                    li { button type="button" data-package=(at) aria-pressed=(chosen == Some(at))
                        title=(state_name(self.words(), *state)) {
                        (sign(*state)) " " (package.path)
                    } }
                }
            }
        }
    }
}

/// A picture, in a frame in which it can be moved where there is no room for the whole of it.
fn drawing(picture: &Markup) -> Markup {
    html! { div.drawing tabindex="0" { (picture) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::words::Lang;

    fn seen(player: &Player, step: &str, inspector: Inspector, package: Option<&str>) -> String {
        let frame = player.frame(player.find(step).unwrap()).unwrap();
        let build = &player.builds()[frame.moment.build];
        let package = package.map(|path| build.packages.iter().position(|package| package.path == path).unwrap());
        Look { player, frame: &frame, package, file: None, width: None }.at(inspector).html
    }

    #[test]
    fn a_picture_stands_before_the_rest_and_one_can_choose_in_it() {
        let player = Player::new(load("order", Lang::En).unwrap());
        let last = player.frame(player.len() - 1).unwrap().id;
        for (inspector, kind, chosen) in [
            (Inspector::Graph, "graph", "<g class=\"package done this\" data-package="),
            (Inspector::Lanes, "lanes", "data-package="),
            (Inspector::Files, "files", "data-file="),
            (Inspector::Cache, "action-id", "<title>"),
        ] {
            let html = seen(&player, last.as_str(), inspector, Some("internal/cpu"));
            let begin = format!(
                "<div class=\"drawing\" tabindex=\"0\"><svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture {kind}\""
            );
            assert!(html.starts_with(&begin), "{html}");
            let picture = &html[..html.find("</svg>").unwrap()];
            assert!(picture.contains(chosen), "{picture}");
        }
    }

    /// What the go command cannot know yet, and what a question asks for.
    #[test]
    fn a_picture_tells_nothing_too_early() {
        let player = Player::new(load("order", Lang::En).unwrap());
        let early = seen(&player, "rule", Inspector::Cache, Some("fmt"));
        assert!(!early.contains("<svg"), "{early}");
        for name in load::names() {
            let player = Player::new(load(name, Lang::En).unwrap());
            for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
                let html = Look { player: &player, frame: &frame, package: None, file: None, width: None }
                    .at(Inspector::Lanes)
                    .html;
                let is_over = frame.moment.events == player.builds()[frame.moment.build].events;
                assert_eq!(html.contains("◆"), is_over && frame.question.is_none(), "{name} {}", frame.id);
            }
        }
    }
}
