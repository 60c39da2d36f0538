//! `gostep play`, and `gostep` without a command.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::bars;
use super::environment::{colour, has_screen, has_terminal, no_motion, width};
use super::error::CliError;
use super::keyboard::Keyboard;
use super::line_command::read_line;
use super::note::note;
use super::screen::Wish;
use super::screen_flags::ScreenFlags;
use super::{learner, lines, meant, screen};
use crate::lesson_files;
use crate::terminal::plain::Plain;
use crate::terminal::tui::{Ending, Outcome, Settings};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::head;
use gostep_course::player::course::{State, how_far};
use gostep_course::player::{LessonHead, NoJournal, Player, Progress, Renamed};
use gostep_course::words::{Lang, of_commands, words};
use gostep_sim::said::Said;

/// `gostep play [LESSON]`
#[derive(Args, Debug)]
pub struct PlayArgs {
    /// A lesson that comes with gostep, by name or number, or a YAML file [default: the course to choose from]
    #[arg(value_name = "LESSON", value_parser = meant::lesson())]
    pub lesson: Option<String>,
    #[command(flatten)]
    pub flags: PlayFlags,
}

/// How a lesson is played.
#[derive(Args, Clone, Debug, Default)]
pub struct PlayFlags {
    /// Play line by line, without a full screen; for screen readers and simple terminals
    #[arg(long)]
    pub plain: bool,
    /// Play without keys, SECONDS for each step
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "10",
          value_parser = clap::value_parser!(u32).range(1..=3600))]
    auto: Option<u32>,
    /// Begin with this step, by number or name
    #[arg(long, value_name = "STEP", conflicts_with = "resume")]
    step: Option<String>,
    /// Begin where you left the lesson
    #[arg(long = "continue")]
    resume: bool,
    /// Do not show the build running from step to step [default: if NO_MOTION is set]
    #[arg(long)]
    no_motion: bool,
    /// Show the presenter's notes
    #[arg(long)]
    notes: bool,
    #[command(flatten)]
    pub screen: ScreenFlags,
}

impl PlayFlags {
    /// Whether `gostep` with these flags shows the course first: there is a terminal, and no flag says what to play.
    pub fn wants_home(&self) -> bool {
        has_terminal() && self.auto.is_none() && self.step.is_none() && !self.resume
    }

    /// The same for a lesson that is played after this one, from where the learner is in it.
    pub fn for_another_lesson(&self) -> Self {
        Self { step: None, resume: false, auto: None, ..self.clone() }
    }
}

/// Where to begin if the flags do not say.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// At the step with this index.
    At(usize),
    /// At the first step, or where the learner left; ask the learner.
    Ask,
}

/// Plays a lesson on the full screen, or prints it without one.
pub fn play(
    name: &str,
    flags: &PlayFlags,
    lang: Lang,
    start: Start,
    out: &mut dyn Write,
) -> Result<(ExitCode, Wish), CliError> {
    let (lesson, glossary) = lesson_files::with_glossary(name, lang)?;
    for notice in &lesson.notices {
        note(&notice.said(), lang);
    }
    // Printed lessons and lessons that play by themselves keep the author's order of options.
    let asks = flags.auto.is_none() && (has_screen(flags.plain) || has_terminal());
    let player = Player::mixed(lesson, if asks { learner::seed() } else { 0 });
    let first = match (&flags.step, start) {
        (Some(step), _) => player.find(step).ok_or_else(|| no_such_step(&player, step))?,
        (None, Start::At(step)) => step,
        (None, Start::Ask) => where_to_begin(name, &player, flags, out)?,
    };
    let colour = colour();
    let plain = Plain { width: width(), colour, notes: flags.notes };
    if has_screen(flags.plain) {
        return on_screen(name, player, glossary, flags, first, out);
    }
    if has_terminal() {
        return line_by_line(name, &player, plain, flags.auto, first, out).map(|code| (code, Wish::Quit));
    }
    let text = if first == 0 { plain.lesson(&player) } else { rest(&player, plain, first) };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok((ExitCode::SUCCESS, Wish::Quit))
}

/// Plays on the full screen. A lesson that plays by itself does not count as the learner's progress.
fn on_screen(
    name: &str,
    player: Player,
    glossary: Glossary,
    flags: &PlayFlags,
    first: usize,
    out: &mut dyn Write,
) -> Result<(ExitCode, Wish), CliError> {
    let auto = flags.auto.map(|seconds| Duration::from_secs(u64::from(seconds)));
    let motion = auto.is_none() && !flags.no_motion && !no_motion();
    let settings = Settings { notes: flags.notes, auto, motion, ..flags.screen.looks.settings() };
    let mouse = !flags.screen.no_mouse;
    let head = player.head().clone();
    if auto.is_some() {
        let left = screen::play(player, glossary, None, settings, mouse, first, &mut NoJournal)?;
        return farewell(&head, left.step, None, out).map(|()| (left.code, Wish::Quit));
    }
    let mut progress_file = learner::progress_file();
    let key = lesson_files::key(name);
    let ending = ending(&player, progress_file.progress(), &key);
    let mut journal = Renamed { journal: &mut progress_file, lesson: &key };
    let outcome = screen::play(player, glossary, Some(ending), settings, mouse, first, &mut journal);
    progress_file.close();
    learner::say_notices(&mut progress_file, head.lang);
    let left = outcome?;
    if matches!(left.wish, Wish::Quit) {
        farewell(&head, left.step, Some(name), out)?;
    }
    Ok((left.code, left.wish))
}

/// What is known of the answers to the questions of a lesson, and the title of the lesson that comes next in the course.
fn ending(player: &Player, progress: &Progress, key: &str) -> Ending {
    let answers = player.head().steps.iter().enumerate();
    let known = answers.filter_map(|(step, head)| Some((step, Outcome::of(progress.answers(key, &head.id)?))));
    let heads = head::course(player.head().lang).unwrap_or_default();
    let next = heads.iter().skip_while(|head| head.key != key).nth(1).map(|head| head.title.clone());
    Ending::new(known.collect(), next)
}

/// Says at which step the learner stopped, and if the progress is stored, how to continue there.
fn farewell(head: &LessonHead, step: usize, name: Option<&str>, out: &mut dyn Write) -> Result<(), CliError> {
    let (words, steps) = (&words(head.lang).frame, head.steps.len());
    let mut text = match step + 1 {
        last if last == steps => words.read_to_end.with([&head.id]),
        number => words.stopped_at.with([&number, &steps, &head.id]),
    };
    if let Some(name) = name.filter(|_| step > 0 && step + 1 < steps) {
        text.push('\n');
        text.push_str(&words.goes_on_there.with([&name]));
    }
    writeln!(out, "{text}").map_err(CliError::Output)
}

/// Index of the first step, or of the step where the learner left, if they want to continue there.
fn where_to_begin(name: &str, player: &Player, flags: &PlayFlags, out: &mut dyn Write) -> Result<usize, CliError> {
    let may_ask = has_terminal() && flags.auto.is_none();
    if !flags.resume && !may_ask {
        return Ok(0);
    }
    let lang = player.head().lang;
    let mut progress_file = learner::progress_file();
    learner::say_notices(&mut progress_file, lang);
    let steps: Vec<&str> = player.head().steps.iter().map(|step| step.id.as_str()).collect();
    let State::Begun { next, .. } = how_far(progress_file.progress(), &lesson_files::key(name), &steps) else {
        return Ok(0);
    };
    let Some(step) = player.head().steps.get(next).filter(|_| next > 0) else { return Ok(0) };
    if flags.resume {
        return Ok(next);
    }
    let question = words(lang).course.go_on_there.with([&(next + 1), &player.len(), &step.title]);
    let answer = read_line(&question, &mut std::io::stdin().lock(), out).map_err(CliError::Output)?.unwrap_or_default();
    Ok(if answer.is_empty() { next } else { player.find(&answer).unwrap_or(0) })
}

/// Plays step by step and reads typed lines.
fn line_by_line(
    name: &str,
    player: &Player,
    plain: Plain,
    auto: Option<u32>,
    first: usize,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    if let Some(seconds) = auto {
        let time = Duration::from_secs(u64::from(seconds));
        let keyboard = Keyboard::open();
        let words = &words(player.head().lang).lines;
        writeln!(out, "{}", plain.remark(words.auto)).map_err(CliError::Output)?;
        for frame in (first..player.len()).filter_map(|step| player.frame(step)) {
            writeln!(out, "{}", plain.frame(player, &frame)).and_then(|()| out.flush()).map_err(CliError::Output)?;
            if !bars::wait(player, frame.step, time, &keyboard, words.held) {
                break;
            }
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut progress_file = learner::progress_file();
    let key = lesson_files::key(name);
    let mut journal = Renamed { journal: &mut progress_file, lesson: &key };
    let outcome = lines::play(player, plain, first, &mut journal, &mut std::io::stdin().lock(), out);
    progress_file.close();
    learner::say_notices(&mut progress_file, player.head().lang);
    let step = outcome.map_err(CliError::Output)?;
    farewell(player.head(), step, Some(name), out).map(|()| ExitCode::SUCCESS)
}

fn rest(player: &Player, plain: Plain, first: usize) -> String {
    let frames = (first..player.len()).filter_map(|step| player.frame(step));
    frames.map(|frame| plain.frame(player, &frame)).collect::<Vec<_>>().join("\n")
}

/// The error for a step that the lesson does not have.
pub fn no_such_step(player: &Player, step: &str) -> CliError {
    let ids = player.head().steps.iter().map(|step| step.id.as_str());
    let hint = gostep_sim::suggest::did_you_mean(step, ids);
    let steps = player.len();
    let (head, step) = (player.head(), format!("{step:?}"));
    CliError::Usage(Said::told(of_commands(head.lang).export.no_step.with([&head.id, &step, &hint, &steps])))
}
