//! A look at the build beside the explanation.

use maud::{Markup, html};
use serde::Serialize;

use super::request::Inspector;
use super::step::shows;
use gostep_course::player::{BuildView, Change, Frame, Player, Shown};
use gostep_course::words::{Words, words};
use gostep_view::html::blocks;
use gostep_view::picture::{StepPicture, Subject, Width, named_files};
use gostep_view::shown::{StepContent, runtime as runtime_blocks};
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
    /// What an inspector shows: a picture if there is one, and below it the same as text.
    pub fn at(&self, inspector: Inspector) -> InspectReply {
        let picture = self.picture();
        let (subject, text) = match inspector {
            Inspector::Step => (None, shows(&self.content())),
            Inspector::Graph => (Some(Subject::Graph), self.graph(picture.package())),
            Inspector::Lanes if self.build().is_run => (None, self.runtime()),
            Inspector::Lanes => (Some(Subject::Lanes), blocks(&self.content().blocks(&Shown::Workers))),
            Inspector::Files => (Some(Subject::Files), self.files(picture.file())),
            Inspector::Cache => (Some(Subject::ActionId), self.cache(picture.package())),
        };
        // Where there is no room for the whole of a picture, it is moved in a frame.
        let html = html! {
            @if let Some(drawn) = subject.and_then(|subject| picture.of(subject)) { div.drawing tabindex="0" { (drawn) } }
            (text)
        };
        InspectReply { html: html.into_string(), package: picture.package() }
    }

    /// Who runs what, while the program runs.
    fn runtime(&self) -> Markup {
        let runtime = self.player.runtime(self.frame.step, self.frame.moment.events);
        html! { @if let Some(runtime) = runtime { figure.shown { (blocks(&runtime_blocks(self.words(), &runtime))) } } }
    }

    fn picture(&self) -> StepPicture<'_> {
        let width = self.width.map_or(Width::OF_FILES, Width::of);
        StepPicture { player: self.player, frame: self.frame, package: self.package, file: self.file, width }
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

    /// All packages by layer, and a list to choose one from.
    fn graph(&self, chosen: Option<usize>) -> Markup {
        html! { (self.packages(chosen)) (blocks(&self.content().blocks(&Shown::Layers))) }
    }

    /// The files that the build has written, and what is in one of them.
    fn files(&self, chosen: Option<usize>) -> Markup {
        let (player, step, events, own) =
            (self.player, self.frame.step, self.frame.moment.events, &self.words().screen);
        let tree = player.tree(step, events);
        let inside = chosen.and_then(|file| player.look_into(step, events, tree[file]));
        let named = named_files(player, step, events);
        html! {
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

    /// What the cache has for a package, with the packages to choose from.
    fn cache(&self, chosen: Option<usize>) -> Markup {
        let moment = self.frame.moment;
        let entry =
            chosen.and_then(|package| self.player.caches(moment.build, moment.events, package..package + 1).pop());
        html! {
            (self.packages(chosen))
            @if let Some(entry) = entry { figure.shown { (blocks(&self.content().blocks(&Shown::Cache { entry }))) } }
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
                let build = &player.builds()[frame.moment.build];
                let is_over = frame.moment.events == build.events && !build.is_run;
                assert_eq!(html.contains("◆"), is_over && frame.question.is_none(), "{name} {}", frame.id);
            }
        }
    }
}
