//! The pictures of a step, in a page as in a file.

use maud::Markup;

use super::{Width, action_id, files, graph, lanes, named_files};
use gostep_course::player::{BuildView, Frame, PathView, Player};
use gostep_course::words::words;
use gostep_sim::gobuild::ActionState;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The packages, and who imports whom.
    Graph,
    /// The workers.
    Lanes,
    /// The files that the build has written.
    Files,
    /// What goes into the action ID of a package.
    ActionId,
}

/// A step at a moment, and what is looked at.
#[derive(Clone, Copy, Debug)]
pub struct StepPicture<'a> {
    /// The lesson.
    pub player: &'a Player,
    /// The step at the moment.
    pub frame: &'a Frame,
    /// The package that was chosen.
    pub package: Option<usize>,
    /// The file that was chosen, as an index into [`Player::tree`].
    pub file: Option<usize>,
    /// How wide the picture may be.
    pub width: Width,
}

impl StepPicture<'_> {
    /// The picture. There is none of an action ID that the go command does not know yet.
    pub fn of(&self, subject: Subject) -> Option<Markup> {
        let (player, frame, build) = (self.player, self.frame, self.build());
        let (words, moment, path) = (words(player.head().lang), frame.moment, self.path());
        let path = path.as_ref();
        match subject {
            Subject::Graph => Some(graph(words, build, &frame.states, self.package(), path, self.width)),
            // In a run there are no workers.
            Subject::Lanes if build.is_run => None,
            Subject::Lanes => Some(lanes(words, build, &frame.lanes, moment.time_us, path, self.width)),
            Subject::Files => {
                let all = named_files(player, frame.step, moment.events);
                Some(files(words, build, &all, self.file(), self.width))
            }
            Subject::ActionId => {
                let hash =
                    player.hash(moment.build, Some(self.package().filter(|&package| self.is_hashed(package))?))?;
                Some(action_id(words, &hash, self.width))
            }
        }
    }

    /// The package that was chosen, or that of the last command.
    pub fn package(&self) -> Option<usize> {
        let build = self.build();
        let last = self.frame.moment.commands.checked_sub(1).and_then(|last| build.transcript[last].package);
        self.package.filter(|&package| package < build.packages.len()).or(last)
    }

    /// The file that was chosen, or that was written last.
    pub fn file(&self) -> Option<usize> {
        let moment = self.frame.moment;
        let tree = self.player.tree(self.frame.step, moment.events);
        let chosen = self.file.filter(|&file| file < tree.len());
        chosen.or_else(|| self.player.last_written(moment.build, moment.events, &tree))
    }

    fn build(&self) -> &BuildView {
        &self.player.builds()[self.frame.moment.build]
    }

    /// The critical path, once the build is over. A question is not answered by a picture.
    fn path(&self) -> Option<PathView> {
        let is_over = self.frame.moment.events == self.build().events && self.frame.question.is_none();
        self.player.critical_path(self.frame.moment.build).filter(|_| is_over)
    }

    /// Whether the go command knows what it hashes for a package; for one that waits, it does not.
    fn is_hashed(&self, package: usize) -> bool {
        let known = [ActionState::Running, ActionState::Done, ActionState::Reused, ActionState::Failed];
        self.frame.states.get(package).is_some_and(|state| known.contains(state))
    }
}
