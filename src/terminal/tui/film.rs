//! A lesson as somebody sees it who presses no key: which screens come, and how long each one stays.

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::app::App;
use super::draw::paint;
use super::layout::Pane;
use super::settings::Settings;
use gostep_course::player::Player;

/// How many screens a build has, at most, that runs from one step to the next.
const MOMENTS: usize = 8;
/// How long each of them stays.
const MOMENT: Duration = Duration::from_millis(250);
/// How long a screen stays in any case.
const GLANCE: Duration = Duration::from_millis(2500);
/// No screen stays longer.
const LONGEST: Duration = Duration::from_secs(30);
/// What a reader takes for a column of text: about 180 English words a minute.
const COLUMN: Duration = Duration::from_millis(55);
/// What a reader takes for a character that has two columns: about 330 in a minute.
const WIDE: Duration = Duration::from_millis(180);
/// The time to think about a question.
const THINKING: Duration = Duration::from_secs(5);

/// A screen, and how long it stays.
#[derive(Clone, Debug)]
pub struct Shot {
    /// What is seen.
    pub screen: Buffer,
    /// The step.
    pub step: usize,
    /// Whether it is the first one of the step.
    pub begins: bool,
    /// How long it stays.
    pub time: Duration,
}

/// The screens of a lesson, in order. The same lesson has the same ones.
#[derive(Debug)]
pub struct Film {
    /// `None` after the end.
    app: Option<App>,
    /// Moments of the build that are shown before that of the step.
    running: VecDeque<usize>,
    begins: bool,
    /// What has been read: the rows of the explanation on the last screen.
    read: BTreeSet<String>,
}

impl Film {
    /// A lesson on a screen of so many columns and rows.
    pub fn new(player: Player, settings: Settings, size: (u16, u16)) -> Self {
        let settings = Settings { auto: None, filmed: true, ..settings };
        let app = App::new(player, settings, 0, size);
        Self { app, running: VecDeque::new(), begins: true, read: BTreeSet::new() }
    }
}

impl Iterator for Film {
    type Item = Shot;

    fn next(&mut self) -> Option<Shot> {
        let app = self.app.as_mut()?;
        let begins = std::mem::take(&mut self.begins);
        let step = app.step();
        if let Some(moment) = self.running.pop_front() {
            app.run_to(moment);
            return Some(Shot { screen: drawn(app), step, begins, time: MOMENT });
        }
        app.stop_running();
        let screen = drawn(app);
        let rows = explanation(app, &screen);
        let new = rows.difference(&self.read).map(|row| reading(row)).sum::<Duration>();
        self.read = rows;
        let thinking = if app.is_undecided() { THINKING } else { Duration::ZERO };
        let time = (GLANCE + new + thinking).min(LONGEST);
        if !app.read_further() {
            let before = app.player().at(step);
            if app.go_on() {
                let at = app.player().at(step + 1);
                let from = if at.build == before.build { before.events } else { 0 };
                self.running = moments(from, at.events);
                self.begins = true;
            } else {
                self.app = None;
            }
        }
        Some(Shot { screen, step, begins, time })
    }
}

fn drawn(app: &App) -> Buffer {
    let (columns, rows) = app.state.size;
    let mut screen = Buffer::empty(Rect::new(0, 0, columns, rows));
    paint(app, &mut screen);
    screen
}

/// Moments of a build between two others, evenly spaced.
fn moments(from: usize, to: usize) -> VecDeque<usize> {
    let all = to.saturating_sub(from);
    let count = MOMENTS.min(all.saturating_sub(1));
    (1..=count).map(|at| from + all * at / (count + 1)).collect()
}

/// The rows of the explanation that have something in them.
fn explanation(app: &App, screen: &Buffer) -> BTreeSet<String> {
    let Some(pane) = app.page.areas.pane(Pane::Text) else { return BTreeSet::new() };
    let row = |y| pane.inside.columns().filter_map(|column| Some(screen.cell((column.x, y))?.symbol())).collect();
    let rows = (pane.inside.top()..pane.inside.bottom()).map(row);
    rows.filter(|row: &String| !row.trim().is_empty()).collect()
}

/// How long one reads a row.
fn reading(row: &str) -> Duration {
    let mut wide = 0;
    let mut narrow = 0;
    for sign in row.split_whitespace().flat_map(str::chars) {
        if sign.len_utf8() > 1 && sign.to_string().width() == 2 { wide += 1 } else { narrow += 1 }
    }
    WIDE * wide + COLUMN * narrow
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::words::Lang;

    #[test]
    fn every_step_is_shown_to_its_end() {
        for lang in Lang::ALL {
            let player = Player::new(load("order", lang).unwrap());
            let shots: Vec<Shot> = Film::new(player.clone(), Settings::default(), (100, 30)).collect();
            let begun: Vec<usize> = shots.iter().filter(|shot| shot.begins).map(|shot| shot.step).collect();
            assert_eq!(begun, (0..player.len()).collect::<Vec<_>>());
            assert!(shots.is_sorted_by_key(|shot| shot.step));
            assert!(shots.iter().all(|shot| (MOMENT..=LONGEST).contains(&shot.time)));
            // The last screen of a step stands at its moment, and has the answer, if there was a question.
            for step in 0..player.len() {
                let last = shots.iter().rfind(|shot| shot.step == step).unwrap();
                let text: String = last.screen.content.iter().map(ratatui::buffer::Cell::symbol).collect();
                let asks = player.frame(step).unwrap().question.is_some();
                let first = shots.iter().find(|shot| shot.step == step && shot.time > MOMENT).unwrap();
                assert!(!asks || first.screen != last.screen, "{lang:?} {step}: {text}");
            }
        }
    }

    #[test]
    fn a_build_runs_forward_between_two_steps() {
        let list = |from, to| Vec::from(moments(from, to));
        for (from, to) in [(10, 10), (10, 11), (9, 3)] {
            assert!(moments(from, to).is_empty(), "{from} {to}");
        }
        assert_eq!(list(10, 13), [11, 12]);
        assert_eq!(list(0, 900), [100, 200, 300, 400, 500, 600, 700, 800]);
    }

    #[test]
    fn time_is_that_of_a_reader() {
        assert_eq!(reading("  ab cd "), COLUMN * 4);
        assert_eq!(reading("构建 ab"), WIDE * 2 + COLUMN * 2);
    }
}
