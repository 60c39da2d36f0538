//! `gostep progress`.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::error::CliError;
use super::{environment, learner};
use crate::lesson_files;
use crate::progress_file::{self, ProgressFile};
use crate::terminal::course::CourseView;
use gostep_course::lesson::head::{self, Head};
use gostep_course::player::course::{Course, State};
use gostep_course::words::{Lang, words};
use gostep_sim::said;
use gostep_view::progress::why_unreadable;

/// Version of the JSON of `--json`. It is increased when readers have to change.
const JSON_FORMAT: u32 = 1;

/// `gostep progress`
#[derive(Args, Debug)]
pub struct ProgressArgs {
    /// Forget the progress in LESSON, or in all lessons; asks first
    #[arg(long, value_name = "LESSON", num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "clap's way to say: not given, given, given with a value")]
    reset: Option<Option<String>>,
    /// Add what FILE knows, which was saved by a page or is that of another machine
    #[arg(long, value_name = "FILE", conflicts_with = "reset")]
    add: Option<PathBuf>,
    /// Do not ask
    #[arg(long, requires = "reset")]
    yes: bool,
    /// Print the progress as JSON
    #[arg(long, conflicts_with = "reset")]
    json: bool,
}

/// Shows or deletes the learner's progress.
pub fn run(args: &ProgressArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let mut progress_file = learner::progress_file();
    if let Some(file) = &args.add {
        add(&mut progress_file, file, lang)?;
    }
    let outcome = match &args.reset {
        Some(lesson) => reset(&mut progress_file, lesson.as_deref(), args.yes, lang, out),
        None => show(&progress_file, args.json, lang, out),
    };
    learner::say_notices(&mut progress_file, lang);
    outcome.map(|()| ExitCode::SUCCESS)
}

/// Adds what another progress file knows.
fn add(progress_file: &mut ProgressFile, file: &Path, lang: Lang) -> Result<(), CliError> {
    let shown = file.display().to_string();
    let other = progress_file::read(file)
        .map_err(|error| CliError::Usage(said!("cannot read {shown}: {error}", shown, error)))?;
    let other = other.map_err(|why| {
        let why = why_unreadable(&why, &words(lang).course);
        CliError::Usage(said!("{shown}: {why}", shown, why))
    })?;
    let own = progress_file.file().map_or_else(String::new, |file| file.display().to_string());
    progress_file.merge(&other).map_err(|source| CliError::Write { path: own, source })
}

fn show(progress_file: &ProgressFile, json: bool, lang: Lang, out: &mut dyn Write) -> Result<(), CliError> {
    let mut heads = head::course(lang)?;
    let own = progress_file.progress().lessons().filter(|(name, _)| lesson_files::is_path(name));
    // Lessons that can no longer be read are left out.
    heads.extend(own.filter_map(|(name, _)| lesson_files::head(name, lang).ok()));
    let course = Course { heads: &heads, progress: progress_file.progress() };
    let file = progress_file.file().map(|file| file.display().to_string());
    let text = if json {
        let lessons = heads.iter().map(|head| row(course, head)).collect();
        let agenda = course.agenda(learner::now());
        let practice = Practice { due: agenda.due, later: agenda.later, next_in: agenda.next_in };
        let progress = Json { gostep_progress_report: JSON_FORMAT, file, practice, lessons };
        serde_json::to_string_pretty(&progress).map_err(|error| CliError::Output(error.into()))? + "\n"
    } else {
        let view = CourseView { course, lang, width: environment::width(), colour: environment::colour() };
        view.progress(file.as_deref(), learner::now())
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)
}

#[derive(Serialize)]
struct Json {
    gostep_progress_report: u32,
    /// Path of the progress file; `None` if progress is not stored.
    file: Option<String>,
    practice: Practice,
    lessons: Vec<LessonProgress>,
}

/// Questions that come back after a wrong answer.
#[derive(Serialize)]
struct Practice {
    /// How many are due.
    due: usize,
    /// How many will be.
    later: usize,
    /// In how many seconds the first of those is due.
    next_in: Option<u64>,
}

#[derive(Serialize)]
struct LessonProgress {
    lesson: String,
    title: String,
    steps: usize,
    seen: usize,
    done: bool,
    /// Id of the step where the learner left the lesson.
    left_at: Option<String>,
    questions: usize,
    /// Number of questions that were answered right the last time.
    right: usize,
    /// Number of questions that were answered right at the first try.
    right_at_first: usize,
    /// Number of questions that were answered wrong the last time.
    wrong: usize,
    /// Number of tasks.
    tasks: usize,
    /// Number of tasks that were done.
    solved: usize,
}

fn row(course: Course<'_>, head: &Head) -> LessonProgress {
    let state = course.state(head);
    let score = course.score(head);
    LessonProgress {
        lesson: head.name.clone(),
        title: head.title.clone(),
        steps: head.steps.len(),
        seen: match state {
            State::New => 0,
            State::Begun { seen, .. } => seen,
            State::Done => head.steps.len(),
        },
        done: state == State::Done,
        left_at: course.progress.left_at(&head.key).map(str::to_owned),
        questions: score.questions,
        right: score.right,
        right_at_first: score.right_at_first,
        wrong: score.answered - score.right,
        tasks: score.tasks,
        solved: score.solved,
    }
}

fn reset(
    progress_file: &mut ProgressFile,
    lesson: Option<&str>,
    yes: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let words = &words(lang).course;
    let key = lesson.map(lesson_files::key);
    if let (Some(key), Some(name)) = (&key, lesson)
        && progress_file.progress().lesson(key).is_none()
    {
        // An unknown name is a mistake; a lesson that was never begun just has nothing to delete.
        lesson_files::head(name, lang)?;
    }
    if !yes {
        if !environment::has_terminal() {
            let what = said!("nobody can be asked here: to forget your progress without a question, add --yes");
            return Err(CliError::Usage(what));
        }
        let question = lesson.map_or_else(|| words.forget_all.to_owned(), |name| words.forget_lesson.with([&name]));
        write!(out, "{question}").and_then(|()| out.flush()).map_err(CliError::Output)?;
        let mut answer = String::new();
        std::io::stdin().lock().read_line(&mut answer).map_err(CliError::Output)?;
        if !words.yes.contains(&answer.trim()) {
            return writeln!(out, "{}", words.kept).map_err(CliError::Output);
        }
    }
    let file = progress_file.file().map_or_else(String::new, |file| file.display().to_string());
    let known = progress_file.forget(key.as_deref()).map_err(|source| CliError::Write { path: file, source })?;
    writeln!(out, "{}", if known { words.forgotten } else { words.nothing_to_forget }).map_err(CliError::Output)
}
