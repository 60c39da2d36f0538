//! `gostep practice`: repeats questions that the learner has met.

use std::collections::HashMap;
use std::io::{BufRead, Write};
use std::process::ExitCode;

use clap::Args;

use super::ask::{Asker, LineOutcome};
use super::error::CliError;
use super::line_command::{Command, read_line};
use super::screen_flags::ScreenFlags;
use super::{environment, learner, meant, practice_screen};
use crate::lesson_files;
use crate::progress_file::ProgressFile;
use crate::terminal::plain::Plain;
use gostep_course::lesson::head::{self, Head};
use gostep_course::player::course::Course;
use gostep_course::player::{Journal, Player, Renamed, sanitize};
use gostep_course::words::course::CourseWords;
use gostep_course::words::{Lang, words};
use gostep_view::progress::agenda_line;

/// `gostep practice [LESSON]`
#[derive(Args, Debug)]
#[command(after_help = "\
Questions of lessons that you have seen, each in its step. One that was answered wrong is due again after a day, after \
three more and after seven more, as long as the answers are right; what is due comes first, then what was answered \
wrong. In a pipe and with --plain, answers are read line by line from standard input.")]
pub struct PracticeArgs {
    /// Only questions of this lesson
    #[arg(value_name = "LESSON", value_parser = meant::lesson())]
    lesson: Option<String>,
    /// Stop after so many questions
    #[arg(short = 'n', long, value_name = "COUNT")]
    count: Option<usize>,
    /// Ask line by line, without a full screen
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    screen: ScreenFlags,
}

/// Asks questions until there are none left or the learner stops.
pub fn run(args: &PracticeArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let screen = environment::has_screen(args.plain).then_some(&args.screen);
    practise(args.lesson.as_deref(), args.count, lang, screen, out)?;
    Ok(ExitCode::SUCCESS)
}

/// Asks the questions of these steps of a lesson once more, on the full screen.
pub fn once_more(lesson: &str, steps: &[usize], lang: Lang, flags: &ScreenFlags) -> Result<String, CliError> {
    let mut progress_file = learner::progress_file();
    let heads = [lesson_files::head(lesson, lang)?];
    let tasks: Vec<(usize, usize)> = steps.iter().map(|&step| (0, step)).collect();
    let (right, asked) = practice_screen::ask_all(&heads, &tasks, None, lang, flags, &mut progress_file)?;
    progress_file.close();
    Ok(words(lang).course.practice_end.with([&right, &asked]))
}

/// Asks the questions of one lesson or of all lessons, on the full screen if there is one, and prints the result.
pub fn practise(
    lesson: Option<&str>,
    count: Option<usize>,
    lang: Lang,
    screen: Option<&ScreenFlags>,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let words = &words(lang).course;
    let plain = Plain { width: environment::width(), colour: environment::colour(), notes: false };
    let mut progress_file = learner::progress_file();
    let heads = match lesson {
        Some(name) => vec![lesson_files::head(name, lang)?],
        None => heads(&progress_file, lang, plain, out)?,
    };
    let course = Course { heads: &heads, progress: progress_file.progress() };
    let mut tasks = course.practice(learner::now());
    let agenda = agenda_line(course.agenda(learner::now()), words);
    tasks.truncate(count.unwrap_or(usize::MAX));
    if tasks.is_empty() {
        write!(out, "{}", plain.remark(words.nothing_to_practise)).map_err(CliError::Output)?;
    } else {
        let (right, asked) = if let Some(flags) = screen {
            practice_screen::ask_all(&heads, &tasks, agenda, lang, flags, &mut progress_file)?
        } else {
            if let Some(agenda) = agenda {
                write!(out, "{}", plain.remark(&agenda)).map_err(CliError::Output)?;
            }
            ask_all(&heads, &tasks, lang, plain, &mut progress_file, &mut std::io::stdin().lock(), out)?
        };
        if asked > 0 {
            let end = words.practice_end.with([&right, &asked]);
            let agenda = Course { heads: &heads, progress: progress_file.progress() }.agenda(learner::now());
            let lines: Vec<String> = std::iter::once(end).chain(agenda_line(agenda, words)).collect();
            write!(out, "\n{}", plain.remark(&lines.join("\n"))).map_err(CliError::Output)?;
        }
    }
    progress_file.close();
    learner::say_notices(&mut progress_file, lang);
    Ok(())
}

/// The lessons of the course, and other lessons that the learner has begun.
fn heads(progress_file: &ProgressFile, lang: Lang, plain: Plain, out: &mut dyn Write) -> Result<Vec<Head>, CliError> {
    let mut heads = head::course(lang)?;
    for (name, _) in progress_file.progress().lessons().filter(|(name, _)| lesson_files::is_path(name)) {
        if let Ok(head) = lesson_files::head(name, lang) {
            heads.push(head);
        } else {
            let gone = words(lang).course.lesson_is_gone.with([&sanitize(name)]);
            write!(out, "{}", plain.remark(&gone)).map_err(CliError::Output)?;
        }
    }
    Ok(heads)
}

/// Asks all questions line by line. Returns how many were right at the first try, and how many were asked.
fn ask_all(
    heads: &[Head],
    tasks: &[(usize, usize)],
    lang: Lang,
    plain: Plain,
    progress_file: &mut ProgressFile,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<(usize, usize), CliError> {
    let words = &words(lang).course;
    let prompt = if environment::has_terminal() { words.practice_prompt } else { "" };
    let seed = if environment::has_terminal() { learner::practice_seed() } else { 0 };
    let mut players: HashMap<usize, Player> = HashMap::new();
    let (mut right, mut asked) = (0, 0);
    for (number, &(lesson, step)) in (1..).zip(tasks) {
        let name = &heads[lesson].name;
        let player = match players.entry(lesson) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(Player::mixed(lesson_files::load(name, lang)?, seed))
            }
        };
        let Some(frame) = player.frame(step).filter(|frame| frame.question.is_some()) else { continue };
        let head = words.practice_head.with([&number, &tasks.len(), &player.head().title]);
        let text = format!("\n{}{}\n", plain.remark(&head), plain.until_answer(player, &frame));
        let key = lesson_files::key(name);
        let mut journal = Renamed { journal: progress_file, lesson: &key };
        out.write_all(text.as_bytes()).map_err(CliError::Output)?;
        let asker = Asker::new(player, plain, &frame, 0);
        let Some(first_try) = ask(asker, prompt, words, &mut journal, input, out).map_err(CliError::Output)? else {
            break;
        };
        asked += 1;
        right += usize::from(first_try);
        let after = plain.after_answer(player, &frame);
        if !after.is_empty() {
            write!(out, "\n{after}").map_err(CliError::Output)?;
        }
    }
    Ok((right, asked))
}

/// Asks one question until it is answered right or given up. Returns whether the first answer was right; `None` if the
/// learner stops or the input ends.
fn ask(
    mut asker: Asker<'_>,
    prompt: &str,
    words: &CourseWords,
    journal: &mut dyn Journal,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> std::io::Result<Option<bool>> {
    let mut first_try = true;
    while let Some(line) = read_line(prompt, input, out)? {
        match asker.handle_line(&line, journal, out)? {
            LineOutcome::Answer { right: true } => return Ok(Some(first_try)),
            LineOutcome::Answer { right: false } => {
                first_try = false;
                writeln!(out)?;
            }
            LineOutcome::GivenUp => return Ok(Some(false)),
            LineOutcome::Replied => {}
            LineOutcome::Other(Some(Command::Quit)) => return Ok(None),
            LineOutcome::Other(_) => writeln!(out, "{}", words.practice_commands)?,
        }
    }
    Ok(None)
}
