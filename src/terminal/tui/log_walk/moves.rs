//! From place to place in a log.

use super::state::State;
use super::steps::step_of;

impl State {
    /// To an entry, or to the log as a whole.
    pub fn go(&mut self, to: Option<usize>) {
        if to != self.at {
            self.at = to;
            self.scroll.0 = 0;
        }
    }

    /// The number of the step that is explained, from 0.
    pub fn step_number(&self) -> Option<usize> {
        self.at.map(|entry| step_of(&self.log.steps, entry))
    }

    /// To the next step, or to the one before.
    pub fn step(&mut self, on: bool) {
        let (next, at_end) = match self.step_number() {
            None if on => (self.log.steps.first(), false),
            None => return self.message = Some(self.screen_words().at_first.to_owned()),
            Some(number) if on => (self.log.steps.get(number + 1), true),
            Some(number) => (number.checked_sub(1).and_then(|before| self.log.steps.get(before)), false),
        };
        match next.map(|step| step.main) {
            None if at_end => self.message = Some(self.screen_words().at_last.to_owned()),
            to => self.go(to),
        }
    }

    /// One entry on, or back.
    pub fn entry(&mut self, on: bool) {
        self.entries_on(if on { 1 } else { -1 });
    }

    /// So many entries on; before the first one is the whole log.
    pub fn entries_on(&mut self, by: isize) {
        let Some(last) = self.log.entries().len().checked_sub(1) else { return };
        // The log as a whole is number 0.
        let number = self.at.map_or(0, |entry| entry + 1).saturating_add_signed(by);
        self.go(number.checked_sub(1).map(|entry| entry.min(last)));
    }

    /// To the next step that is about another package, or back to the first of those of the package before.
    pub fn package(&mut self, on: bool) {
        let steps = &self.log.steps;
        let of = |number: usize| (steps[number].build, steps[number].objdir);
        let found = match (self.step_number(), on) {
            (None, true) => (0..steps.len()).find(|&number| steps[number].objdir.is_some()),
            (None, false) => None,
            (Some(now), true) => {
                (now + 1..steps.len()).find(|&number| steps[number].objdir.is_some() && of(number) != of(now))
            }
            (Some(now), false) => {
                let last = (0..now).rev().find(|&number| steps[number].objdir.is_some() && of(number) != of(now));
                last.map(|last| (0..=last).rev().take_while(|&number| of(number) == of(last)).last().unwrap_or(last))
            }
        };
        let to = found.map(|number| steps[number].main);
        match to {
            Some(entry) => self.go(Some(entry)),
            None => self.message = Some(self.own().no_package_there.to_owned()),
        }
    }

    /// To the next failure, behind the last one to the first.
    pub fn failure(&mut self) {
        let failures = &self.log.reading.failures;
        let lines: Vec<usize> = failures.iter().filter_map(|failure| self.log.at_line(failure.line)).collect();
        let here = self.at;
        match lines.iter().find(|entry| Some(**entry) > here).or(lines.first()) {
            Some(&entry) => self.go(Some(entry)),
            None => self.message = Some(self.own().no_failure.to_owned()),
        }
    }

    /// To a line by its number, with or without `:`, or to the first step about a package.
    pub fn go_to_place(&mut self, place: &str) {
        if place.is_empty() {
            return;
        }
        let line = place.strip_prefix(':').unwrap_or(place).trim().parse().ok();
        let of_line = line.and_then(|line| self.log.at_line(line));
        let of_package = || {
            let package = self.log.reading.packages.iter().find(|package| package.path.as_deref() == Some(place))?;
            self.log.at_line(package.first_line()?)
        };
        match of_line.or_else(of_package) {
            Some(entry) => self.go(Some(entry)),
            None => self.message = Some(self.own().no_such_place.with([&place])),
        }
    }

    /// To the next or last entry that has what is searched for; with `here`, this one counts.
    pub fn find(&mut self, on: bool, here: bool) {
        let own = self.screen_words();
        let Some(pattern) = &self.search else {
            return self.message = Some(own.no_search.to_owned());
        };
        let entries = self.log.entries().iter().enumerate();
        let has = entries.filter(|(_, entry)| pattern.is_in(&entry.text) || pattern.is_in(&entry.body));
        let matches: Vec<usize> = has.map(|(at, _)| at).collect();
        let Some(last) = matches.len().checked_sub(1) else {
            return self.message = Some(self.own().not_found.with([&pattern.typed()]));
        };
        let from = self.at.unwrap_or(0);
        let number = match (on, here || self.at.is_none()) {
            (true, true) => matches.partition_point(|&entry| entry < from),
            (true, false) => matches.partition_point(|&entry| entry <= from),
            (false, _) => matches.partition_point(|&entry| entry < from).checked_sub(1).unwrap_or(last),
        };
        let number = if number > last { 0 } else { number };
        let said = own.match_of.with([&(number + 1), &matches.len(), &pattern.typed()]);
        self.go(Some(matches[number]));
        self.message = Some(said);
    }
}
