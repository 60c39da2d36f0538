//! What comes next for somebody who only watches.

use super::super::app::App;

impl App {
    /// Whether the answer to the question comes next.
    pub fn is_undecided(&self) -> bool {
        self.state.open_question().is_some() && !self.has_more_to_read()
    }

    /// Shows more of this step: what is below, and then the answer. False if all of it was shown.
    pub fn read_further(&mut self) -> bool {
        if self.has_more_to_read() {
            self.read_on();
        } else if self.is_undecided() {
            self.tell_answer();
            self.state.show_question = true;
        } else {
            return false;
        }
        self.prepare();
        true
    }

    /// Goes on to the next step. False if there is none.
    pub fn go_on(&mut self) -> bool {
        let there = self.state.go_to_step(self.state.step + 1);
        self.prepare();
        there
    }

    /// Moves the build of this step to a moment at which it runs.
    pub fn run_to(&mut self, events: usize) {
        self.state.go_to_moment(events);
        self.prepare();
    }

    /// Puts the build where the step is about.
    pub fn stop_running(&mut self) {
        if self.state.is_away() {
            self.state.go_to_step(self.state.step);
            self.prepare();
        }
    }
}
