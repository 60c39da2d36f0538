//! The course in a terminal: shows it, plays the lesson that is chosen, and goes on from its end.

use std::io::Write;
use std::process::ExitCode;

use super::error::CliError;
use super::line_command::read_line;
use super::play::{self, PlayFlags, Start};
use super::screen::Wish;
use super::{environment, learner, menu_screen, practice};
use crate::terminal::course::CourseView;
use crate::terminal::plain::Plain;
use crate::terminal::tui::Chosen;
use gostep_course::lesson::head::{self, Head};
use gostep_course::lesson::load;
use gostep_course::player::course::{Course, State};
use gostep_course::words::course::CourseWords;
use gostep_course::words::{Lang, words};

/// What the learner chose.
enum HomeChoice {
    Play(usize, Start),
    Practise,
    Quit,
}

/// `gostep`, and `gostep play` with a lesson or without one.
pub fn begin(lesson: Option<&str>, flags: &PlayFlags, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let Some(name) = lesson else {
        if !flags.wants_home() {
            return play::play(load::FIRST, flags, lang, Start::Ask, out).map(|(code, _)| code);
        }
        return if environment::has_screen(flags.plain) {
            on_screen(None, flags, lang, out)
        } else {
            by_lines(flags, lang, out)
        };
    };
    match play::play(name, flags, lang, Start::Ask, out)? {
        (code, Wish::Quit) => Ok(code),
        (_, wish) => on_screen(Some((name.to_owned(), wish)), flags, lang, out),
    }
}

/// Shows the course on the full screen, plays what is chosen, and does what the reader wishes at the end of a lesson: that
/// of the lesson that was played already, first.
fn on_screen(
    mut played: Option<(String, Wish)>,
    flags: &PlayFlags,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let again = flags.for_another_lesson();
    let mut said = None;
    loop {
        let heads = head::course(lang)?;
        let next = match played.take() {
            Some((name, Wish::Next)) => heads.iter().position(|head| head.name == name).map(|at| at + 1),
            Some((name, Wish::Practise(steps))) => {
                said = Some(practice::once_more(&name, &steps, lang, &flags.screen)?);
                None
            }
            Some((_, Wish::Course | Wish::Quit)) | None => None,
        };
        let (chosen, code) = match next.filter(|&next| next < heads.len()) {
            Some(next) => (Chosen::Lesson(next), ExitCode::SUCCESS),
            None => menu_screen::choose(&heads, lang, &flags.screen, said.take())?,
        };
        match chosen {
            Chosen::Lesson(lesson) => {
                let head = &heads[lesson];
                let progress_file = learner::progress_file();
                let state = Course { heads: &heads, progress: progress_file.progress() }.state(head);
                let step = if let State::Begun { next, .. } = state { next } else { 0 };
                match play::play(&head.name, &again, lang, Start::At(step), out)? {
                    (code, Wish::Quit) => return Ok(code),
                    (_, wish) => played = Some((head.name.clone(), wish)),
                }
            }
            Chosen::Practice => practice::practise(None, None, lang, Some(&flags.screen), out)?,
            Chosen::Nothing | Chosen::Suspend | Chosen::Quit => return Ok(code),
        }
    }
}

/// Prints the course and plays the chosen lesson line by line. Repeats this as long as lessons are played to the end.
fn by_lines(flags: &PlayFlags, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    loop {
        let heads = head::course(lang)?;
        match ask(&heads, lang, out)? {
            HomeChoice::Quit => return Ok(ExitCode::SUCCESS),
            HomeChoice::Practise => practice::practise(None, None, lang, None, out)?,
            HomeChoice::Play(lesson, start) => {
                let head = &heads[lesson];
                let (code, _) = play::play(&head.name, flags, lang, start, out)?;
                let progress_file = learner::progress_file();
                let state = Course { heads: &heads, progress: progress_file.progress() }.state(head);
                if code != ExitCode::SUCCESS || state != State::Done {
                    return Ok(code);
                }
                writeln!(out).map_err(CliError::Output)?;
            }
        }
    }
}

/// Shows the course and asks what to do.
fn ask(heads: &[Head], lang: Lang, out: &mut dyn Write) -> Result<HomeChoice, CliError> {
    let words = &words(lang).course;
    let mut progress_file = learner::progress_file();
    learner::say_notices(&mut progress_file, lang);
    let course = Course { heads, progress: progress_file.progress() };
    let (width, colour) = (environment::width(), environment::colour());
    let plain = Plain { width, colour, notes: false };
    let welcome = CourseView { course, lang, width, colour }.welcome();
    let next = course.next();
    let enter = what_enter_does(heads, next, course, words);
    write!(out, "{welcome}\n{}", plain.remark(&format!("{enter}\n{}", words.other_keys))).map_err(CliError::Output)?;
    loop {
        let Some(line) = read_line("> ", &mut std::io::stdin().lock(), out).map_err(CliError::Output)? else {
            writeln!(out).map_err(CliError::Output)?;
            return Ok(HomeChoice::Quit);
        };
        match line.as_str() {
            "" => {
                return Ok(match next {
                    Some((lesson, step)) => HomeChoice::Play(lesson, Start::At(step)),
                    None => HomeChoice::Practise,
                });
            }
            "q" => return Ok(HomeChoice::Quit),
            "p" => return Ok(HomeChoice::Practise),
            typed => {
                if let Some(lesson) = find(heads, typed) {
                    return Ok(HomeChoice::Play(lesson, Start::Ask));
                }
                let unknown = words.no_such_lesson.with([&typed]);
                write!(out, "{}", plain.remark(&unknown)).map_err(CliError::Output)?;
            }
        }
    }
}

fn what_enter_does(heads: &[Head], next: Option<(usize, usize)>, course: Course<'_>, words: &CourseWords) -> String {
    let Some((lesson, step)) = next else { return words.enter_practises.to_owned() };
    let head = &heads[lesson];
    if course.state(head) == State::New {
        return words.enter_begins.with([&head.name]);
    }
    match head.steps.get(step).and_then(|step| step.title.as_ref()) {
        Some(title) => words.enter_goes_on.with([&head.name, &(step + 1), title]),
        None => words.enter_goes_on_at.with([&head.name, &(step + 1)]),
    }
}

/// The index of the lesson with this number (from 1) or name.
fn find(heads: &[Head], typed: &str) -> Option<usize> {
    let number = typed.parse().ok().and_then(|number: usize| number.checked_sub(1));
    number.filter(|&index| index < heads.len()).or_else(|| heads.iter().position(|head| head.name == typed))
}
