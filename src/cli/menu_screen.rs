//! The course on the full screen, until the learner has chosen.

use std::process::ExitCode;
use std::time::Duration;

use crossterm::terminal;

use super::error::CliError;
use super::learner;
use super::screen::{self, ScreenProgram};
use super::screen_flags::ScreenFlags;
use crate::terminal::tui::{Chosen, Effect, Input, Menu, Settings, draw_menu};
use gostep_course::lesson::head::Head;
use gostep_course::player::course::Course;
use gostep_course::words::{Lang, words};
use gostep_view::progress::agenda_line;

struct MenuScreen {
    menu: Menu,
    chosen: Chosen,
}

/// Shows the course until something is chosen; says what is given in the bottom line. Also gives the exit code, if the
/// program ends with it.
pub fn choose(
    heads: &[Head],
    lang: Lang,
    flags: &ScreenFlags,
    said: Option<String>,
) -> Result<(Chosen, ExitCode), CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let settings: Settings = flags.looks.settings();
    let mut progress_file = learner::progress_file();
    let problem = learner::problems(&mut progress_file, lang).into_iter().next();
    let course = Course { heads, progress: progress_file.progress() };
    let agenda = agenda_line(course.agenda(learner::now()), &words(lang).course);
    let menu = Menu::new(course, agenda, lang, settings, size).saying(problem.or(said));
    let mut showing = MenuScreen { menu, chosen: Chosen::Quit };
    let code = screen::show(&mut showing, "gostep", !flags.no_mouse)?;
    Ok((showing.chosen, code))
}

impl ScreenProgram for MenuScreen {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw_menu(&self.menu, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        match self.menu.update(input) {
            Chosen::Nothing => Effect::Stay,
            Chosen::Suspend => Effect::Suspend,
            chosen => {
                self.chosen = chosen;
                Effect::Quit
            }
        }
    }

    fn pulse(&self) -> Option<Duration> {
        None
    }
}
