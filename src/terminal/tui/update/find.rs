//! Going to a place that was typed, and from match to match in the log.

use super::super::app::App;
use super::super::layout::Pane;

impl App {
    /// To a step by number or name, a line by `:` and number, a package by import path. A number that is too high for a
    /// step is one of a line.
    pub(super) fn go_to(&mut self, place: &str) {
        let build = self.state.frame.moment.build;
        if place.is_empty() {
            return;
        }
        let line_of = |text: &str| -> Option<(usize, usize)> {
            let line = text.trim().parse().ok()?;
            Some((self.state.player.block_of_line(build, line)?, line))
        };
        if let Some((block, line)) = place.strip_prefix(':').and_then(line_of) {
            self.go_to_line(block, line);
        } else if let Some(step) = self.state.player.find(place) {
            match self.state.settings.alone {
                Some(_) => self.state.say(self.state.own.alone),
                None => {
                    self.state.go_to_step(step);
                }
            }
        } else if let Some(package) = self.state.build().packages.iter().position(|package| package.path == place)
            && let Some(moment) = self.state.player.moment_of_package(build, package)
        {
            self.state.go_to_moment(moment);
            self.state.package = Some(package);
        } else if let Some((block, line)) = line_of(place) {
            self.go_to_line(block, line);
        } else {
            let message = self.state.own.no_such_place.with([&place]);
            self.state.say(message);
        }
    }

    /// Looks at a line of a command.
    fn go_to_line(&mut self, block: usize, line: usize) {
        self.go_to_block(block);
        let first = self.state.build().transcript.get(block).map_or(line, |block| block.line);
        self.state.scroll.command = line.saturating_sub(first);
    }

    /// Looks at a command, and lets the build go on to it if it is not printed yet.
    fn go_to_block(&mut self, block: usize) {
        if block >= self.state.frame.moment.commands
            && let Some(moment) = self.state.player.moment_of_block(self.state.frame.moment.build, block)
        {
            self.state.go_to_moment(moment);
        }
        // Where only one pane has room, the reader wants to see the log.
        if self.page.areas.rows(Pane::Log) == 0 {
            self.state.pane = Pane::Log;
        }
        self.state.looked_at = Some(block);
        self.state.package = None;
        self.state.scroll.command = 0;
    }

    fn matches(&self) -> Vec<usize> {
        let Some(pattern) = &self.state.search else { return Vec::new() };
        let transcript = self.state.build().transcript.iter().enumerate();
        transcript.filter(|(_, block)| pattern.is_in(&block.text)).map(|(at, _)| at).collect()
    }

    /// The first match at or behind the command that is looked at.
    pub(super) fn find_from_here(&mut self) {
        if self.state.search.is_none() {
            return;
        }
        let from = self.state.command().unwrap_or(0);
        let matches = self.matches();
        let at = matches.partition_point(|&block| block < from);
        self.show_match(&matches, if at < matches.len() { at } else { 0 });
    }

    pub(super) fn find(&mut self, on: bool) {
        if self.state.search.is_none() {
            self.state.say(self.state.own.no_search);
            return;
        }
        let from = self.state.command().unwrap_or(0);
        let matches = self.matches();
        let last = matches.len().saturating_sub(1);
        let at = if on {
            let behind = matches.partition_point(|&block| block <= from);
            if behind > last { 0 } else { behind }
        } else {
            matches.partition_point(|&block| block < from).checked_sub(1).unwrap_or(last)
        };
        self.show_match(&matches, at);
    }

    fn show_match(&mut self, matches: &[usize], at: usize) {
        let typed = self.state.search.as_ref().map_or_else(String::new, |pattern| pattern.typed().to_owned());
        match matches.get(at) {
            Some(&block) => {
                self.go_to_block(block);
                self.state.say(self.state.own.match_of.with([&(at + 1), &matches.len(), &typed]));
            }
            None => self.state.say(self.state.own.not_found.with([&typed])),
        }
    }
}
