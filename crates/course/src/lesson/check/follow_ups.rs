//! Mistakes that follow from another one: where a lesson has lost its way, only what is wrong anyway is reported.

use super::builds::{Astray, Builds};
use super::checker::{Checker, Mark};
use crate::lesson::problem::{Ground, Problem};

fn is_anyway(problem: &Problem) -> bool {
    problem.ground == Ground::Text
}

impl Checker<'_, '_> {
    /// Takes the problems since a mark out, except for notices, which have nothing to do with the simulation.
    fn take(&mut self, mark: Mark) -> (Vec<Problem>, Vec<Problem>) {
        (self.report.problems.split_off(mark.own), self.overlay_report.problems.split_off(mark.overlay))
    }

    /// Does what a step does at its moment. If that is not the moment that was meant, it is done in the middle and at
    /// the end of the build as well, and only problems at all of these moments are reported.
    pub(super) fn even_if_astray<T>(&mut self, builds: &mut Builds, act: impl Fn(&mut Self, &Builds) -> T) -> T {
        let mark = self.mark();
        let done = act(self, builds);
        if builds.astray == Astray::No {
            return done;
        }
        let (mut own, mut theirs) = self.take(mark);
        if builds.astray == Astray::InBuild {
            own.retain(is_anyway);
            theirs.retain(is_anyway);
        } else {
            let here = (builds.at, builds.state.clone());
            let last = builds.now().build.events.len();
            for moment in [last / 2, last] {
                builds.state = builds.now().build.state_after(moment);
                builds.at.events = moment;
                let notices = self.notices.problems.len();
                act(self, builds);
                self.notices.problems.truncate(notices);
                let (own_then, theirs_then) = self.take(mark);
                own.retain(|problem| own_then.contains(problem));
                theirs.retain(|problem| theirs_then.contains(problem));
            }
            (builds.at, builds.state) = here;
        }
        self.report.problems.extend(own);
        self.overlay_report.problems.extend(theirs);
        done
    }

    /// Takes back what was said of a point since a mark that only holds for another build than this one.
    pub(super) fn forgive_point(&mut self, mark: Mark) {
        let found = self.report.problems.split_off(mark.own);
        self.report.problems.extend(found.into_iter().filter(is_anyway));
    }
}
