//! Going to a place that was typed, and from match to match in the log.

use super::app::App;
use super::layout::Pane;

impl App {
    /// To a step by number or name, a line by `:` and number, a package by import path. A number that is too high for a
    /// step is one of a line.
    pub(super) fn go_to(&mut self, place: &str) {
        let build = self.frame.moment.build;
        if place.is_empty() {
            return;
        }
        let line_of = |text: &str| -> Option<(usize, usize)> {
            let line = text.trim().parse().ok()?;
            Some((self.player.block_of_line(build, line)?, line))
        };
        if let Some((block, line)) = place.strip_prefix(':').and_then(line_of) {
            self.go_to_line(block, line);
        } else if let Some(step) = self.player.find(place) {
            match self.settings.alone {
                Some(_) => self.say(self.own.alone),
                None => {
                    self.go_to_step(step);
                }
            }
        } else if let Some(package) = self.build().packages.iter().position(|package| package.path == place)
            && let Some(moment) = self.player.moment_of_package(build, package)
        {
            self.go_to_moment(moment);
            self.package = Some(package);
        } else if let Some((block, line)) = line_of(place) {
            self.go_to_line(block, line);
        } else {
            let message = self.own.no_such_place.with([&place]);
            self.say(message);
        }
    }

    /// Looks at a line of a command.
    fn go_to_line(&mut self, block: usize, line: usize) {
        self.go_to_block(block);
        let first = self.build().transcript.get(block).map_or(line, |block| block.line);
        self.scroll.command = line.saturating_sub(first);
    }

    /// Looks at a command, and lets the build go on to it if it is not printed yet.
    fn go_to_block(&mut self, block: usize) {
        if block >= self.frame.moment.commands
            && let Some(moment) = self.player.moment_of_block(self.frame.moment.build, block)
        {
            self.go_to_moment(moment);
        }
        // In one pane at a time it is the log that one wants to see.
        if self.page.areas.rows(Pane::Log) == 0 {
            self.pane = Pane::Log;
        }
        self.looked_at = Some(block);
        self.package = None;
        self.scroll.command = 0;
    }

    fn matches(&self) -> Vec<usize> {
        let Some(pattern) = &self.search else { return Vec::new() };
        let transcript = self.build().transcript.iter().enumerate();
        transcript.filter(|(_, block)| pattern.is_in(&block.text)).map(|(at, _)| at).collect()
    }

    /// The first match at or behind the command that is looked at.
    pub(super) fn find_from_here(&mut self) {
        if self.search.is_none() {
            return;
        }
        let from = self.command().unwrap_or(0);
        let matches = self.matches();
        let at = matches.partition_point(|&block| block < from);
        self.show_match(&matches, if at < matches.len() { at } else { 0 });
    }

    pub(super) fn find(&mut self, on: bool) {
        if self.search.is_none() {
            self.say(self.own.no_search);
            return;
        }
        let from = self.command().unwrap_or(0);
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
        let typed = self.search.as_ref().map_or_else(String::new, |pattern| pattern.typed().to_owned());
        match matches.get(at) {
            Some(&block) => {
                self.go_to_block(block);
                self.say(self.own.match_of.with([&(at + 1), &matches.len(), &typed]));
            }
            None => self.say(self.own.not_found.with([&typed])),
        }
    }
}
