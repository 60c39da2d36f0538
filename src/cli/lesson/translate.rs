//! `gostep lesson translate`

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::super::error::CliError;
use crate::author::snapshot::difference;
use crate::author::translation::{Refusal, accept, scaffold, with_steps};
use crate::{lesson_files, whole_file};
use gostep_course::lesson::beside::{Beside, Standing, beside};
use gostep_course::lesson::fingerprint::fingerprint_of;
use gostep_course::lesson::overlay::Overlay;
use gostep_course::lesson::raw::{RawLesson, RawOverlay};
use gostep_course::lesson::readable::is_unwanted;
use gostep_course::lesson::yaml::{self, Document};
use gostep_course::lesson::{FORMAT, LoadError, ProblemReport, schema};
use gostep_course::words::translate::TranslateWords;
use gostep_course::words::{Lang, of_commands};
use gostep_sim::said::Said;

/// `gostep lesson translate LESSON LANG`
#[derive(Args, Debug)]
#[command(after_help = "\
Where there is no translation, it is written with all texts of the original in it, to be translated in place. Where \
there is one, steps that the lesson has since then are added, and texts whose original has changed are shown: the \
old original if of: holds it, the new one, and the translation.")]
pub struct TranslateArgs {
    /// The file of the lesson
    #[arg(value_name = "LESSON")]
    lesson: String,
    /// Language of the translation
    #[arg(value_name = "LANG", value_parser = Lang::ALL.map(Lang::code))]
    language: String,
    /// The translation of this step fits its originals as they are now; may be given several times
    #[arg(long, value_name = "STEP")]
    accept: Vec<String>,
    /// The translation of title and summary fits, too
    #[arg(long)]
    accept_head: bool,
    /// Print all texts as JSON, with their fingerprints
    #[arg(long, conflicts_with_all = ["accept", "accept_head"])]
    json: bool,
}

/// A lesson and its translation as files.
struct Files {
    lesson: Document<RawLesson>,
    path: PathBuf,
    /// The text of the translation, if it is there.
    text: Option<String>,
}

/// Begins or looks through a translation.
pub fn run(args: &TranslateArgs, said_in: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let words = &of_commands(said_in).translate;
    let lang = Lang::parse(&args.language).unwrap_or_default();
    let files = files(args, lang, words)?;
    let accepts = !args.accept.is_empty() || args.accept_head;
    let said = match &files.text {
        None if args.json => json(args, &files.lesson.value, &RawOverlay::default()),
        None if accepts => return Err(CliError::Usage(Said::told(words.nothing_yet.with([&shown(&files.path)])))),
        None => begin(args, &files, lang, words)?,
        Some(text) => {
            let overlay = overlay(&files.path, text)?;
            match (args.json, accepts) {
                (true, _) => json(args, &files.lesson.value, &overlay.value),
                (_, true) => accept_all(args, &files, text, overlay, words)?,
                _ => look_through(args, &files, text, &overlay, words)?,
            }
        }
    };
    out.write_all(said.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn files(args: &TranslateArgs, lang: Lang, words: &TranslateWords) -> Result<Files, CliError> {
    if !lesson_files::is_path(&args.lesson) {
        return Err(CliError::Usage(Said::told(words.embedded.with([&args.lesson]))));
    }
    let file = Path::new(&args.lesson);
    let text = lesson_files::read(file)?;
    let mut report = ProblemReport::new(&args.lesson, &text);
    let lesson = yaml::read::<RawLesson>(&text, "gostep_lesson", FORMAT, &mut report).filter(|_| report.is_clean());
    let Some(lesson) = lesson else { return Err(LoadError::Problems(report.problems).into()) };
    let own = lesson.value.lang.as_deref().and_then(Lang::parse).unwrap_or_default();
    if own == lang {
        return Err(CliError::Usage(Said::told(words.own_language.with([&args.lesson, &lang.code()]))));
    }
    let path = file.with_extension(format!("{}.yaml", lang.code()));
    let text = match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        _ => Some(lesson_files::read(&path)?),
    };
    Ok(Files { lesson, path, text })
}

/// The translation as it is read, with what of it can be: an `of:` of another form is one that does not fit.
fn overlay(path: &Path, text: &str) -> Result<Overlay, CliError> {
    let name = shown(path);
    let mut report = ProblemReport::new(&name, text);
    let overlay = yaml::read::<RawOverlay>(text, "gostep_lesson", FORMAT, &mut report);
    let is_of = |path: &str| path.rsplit('.').next() == Some("of");
    match overlay {
        Some(overlay) if overlay.dropped().all(is_of) => Ok(overlay),
        _ => Err(LoadError::Problems(report.problems).into()),
    }
}

fn begin(args: &TranslateArgs, files: &Files, lang: Lang, words: &TranslateWords) -> Result<String, CliError> {
    let error = |path: &Path| {
        let path = shown(path);
        move |source| CliError::Write { path, source }
    };
    let schema_path = files.path.with_file_name("translation.schema.json");
    if !schema_path.exists() {
        let text = schema::text("translation").unwrap_or_default();
        whole_file::create(&schema_path, text.as_bytes()).map_err(error(&schema_path))?;
    }
    let text = scaffold(&files.lesson.value, lang, words.remarks);
    whole_file::create(&files.path, text.as_bytes()).map_err(error(&files.path))?;
    let texts = beside(&files.lesson.value, &RawOverlay::default()).len();
    Ok(words.wrote.with([&shown(&files.path), &texts, &args.lesson, &lang.code()]))
}

/// Adds steps that are new, and says what is to be looked at.
fn look_through(
    args: &TranslateArgs,
    files: &Files,
    text: &str,
    overlay: &Overlay,
    words: &TranslateWords,
) -> Result<String, CliError> {
    let lesson = &files.lesson.value;
    let is_new = |id: &Option<String>| id.as_ref().is_some_and(|id| !overlay.value.steps.contains_key(id));
    let new: Vec<_> = lesson.steps.iter().filter(|step| is_new(&step.id)).collect();
    let all = beside(lesson, &overlay.value);
    let current = all.iter().filter(|text| text.standing() == Standing::Current).count();
    let same = all.iter().filter(|text| text.translation.map(str::trim) == Some(text.original.trim())).count();
    let mut said = words.counts.with([&shown(&files.path), &all.len(), &current, &same]) + "\n";
    if !new.is_empty() {
        let in_braces = |_| CliError::Usage(Said::told(words.all_in_braces.with([&shown(&files.path)])));
        let text = with_steps(text, overlay, &new).map_err(in_braces)?;
        publish(&files.path, &text)?;
        said.push_str(&(words.added.with([&new.len()]) + "\n"));
    }
    let mut flags: Vec<String> = Vec::new();
    for text in &all {
        let is_new = text.step.is_some_and(|id| !overlay.value.steps.contains_key(id));
        if is_new || text.standing() == Standing::Current {
            continue;
        }
        said.push_str(&described(text, words));
        let flag = text.step.map_or_else(|| " --accept-head".to_owned(), |id| format!(" --accept {id}"));
        if !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    if flags.is_empty() {
        said.push_str(if new.is_empty() { words.all_well } else { "" });
        said.push_str(if new.is_empty() { "\n" } else { "" });
    } else {
        said.push_str(&format!("\n{}\n", words.when_it_fits.with([&args.lesson, &args.language, &flags.concat()])));
    }
    Ok(said)
}

/// A text that is to be looked at, with what is known of it.
fn described(text: &Beside<'_>, words: &TranslateWords) -> String {
    let step: &dyn std::fmt::Display = match &text.step {
        Some(id) => id,
        None => &words.head,
    };
    let place = words.place.with([step, &text.name]);
    let place = if text.step.is_some() { place } else { format!("{}, {}", words.head, text.name) };
    let lines = |text: &str| {
        let lines: Vec<String> = text.trim_end().lines().map(|line| format!("    {}\n", clean(line))).collect();
        lines.concat()
    };
    let mut said = String::from("\n");
    match (text.standing(), text.old()) {
        (Standing::Missing, _) => {
            said.push_str(&format!("{}\n{}\n{}", words.missing.with([&place]), words.original, lines(text.original)));
        }
        (Standing::Stale, Some(old)) => {
            let (old, new) = (format!("{}\n", old.trim_end()), format!("{}\n", text.original.trim_end()));
            let difference = difference(&old, &new).unwrap_or_default();
            let difference: Vec<&str> = difference.lines().filter(|line| !line.starts_with("@@")).collect();
            said.push_str(&format!("{}\n{}", words.stale.with([&place]), lines(&difference.join("\n"))));
        }
        (standing, _) => {
            let (what, kept) = match standing {
                Standing::Stale => (words.stale.with([&place]), format!("{}\n", words.not_kept)),
                _ => (words.unsaid.with([&place]), String::new()),
            };
            said.push_str(&format!("{what}\n{kept}{}\n{}", words.now, lines(text.original)));
        }
    }
    if let Some(translation) = text.translation {
        said.push_str(&format!("{}\n{}", words.translation, lines(translation)));
    }
    said
}

/// Writes `of:` of the named steps anew.
fn accept_all(
    args: &TranslateArgs,
    files: &Files,
    text: &str,
    overlay: Overlay,
    words: &TranslateWords,
) -> Result<String, CliError> {
    let mut said = String::new();
    let (mut text, mut overlay) = (text.to_owned(), overlay);
    let steps = args.accept.iter().map(|id| Some(id.as_str()));
    for step in steps.chain(args.accept_head.then_some(None)) {
        text = accept(&text, &overlay, &files.lesson.value, step).map_err(|refusal| {
            let step = step.unwrap_or(words.head);
            CliError::Usage(Said::told(match refusal {
                Refusal::NoStep => words.no_step.with([&step]),
                Refusal::InBraces => words.in_braces.with([&step]),
            }))
        })?;
        // The places of what stands below are others now.
        overlay = self::overlay(&files.path, &text)?;
        said.push_str(&step.map_or_else(|| words.accepted_head.to_owned(), |id| words.accepted.with([&id])));
        said.push('\n');
    }
    publish(&files.path, &text)?;
    Ok(said)
}

fn publish(path: &Path, text: &str) -> Result<(), CliError> {
    whole_file::publish(path, text.as_bytes()).map_err(|source| CliError::Write { path: shown(path), source })
}

fn json(args: &TranslateArgs, lesson: &RawLesson, overlay: &RawOverlay) -> String {
    #[derive(Serialize)]
    struct Text<'a> {
        step: Option<&'a str>,
        name: &'a str,
        standing: &'static str,
        fingerprint: String,
        original: &'a str,
        of: Option<&'a str>,
        translation: Option<&'a str>,
    }
    #[derive(Serialize)]
    struct Listed<'a> {
        lesson: &'a str,
        lang: &'a str,
        texts: Vec<Text<'a>>,
    }
    let all = beside(lesson, overlay);
    let texts = all.iter().map(|text| Text {
        step: text.step,
        name: &text.name,
        standing: match text.standing() {
            Standing::Current => "current",
            Standing::Stale => "stale",
            Standing::Unsaid => "unsaid",
            Standing::Missing => "missing",
        },
        fingerprint: fingerprint_of(text.original),
        original: text.original,
        of: text.of,
        translation: text.translation,
    });
    let texts = Listed { lesson: &args.lesson, lang: &args.language, texts: texts.collect() };
    serde_json::to_string_pretty(&texts).unwrap_or_default() + "\n"
}

/// A name or line without what could control a terminal.
fn clean(text: &str) -> String {
    text.chars().filter(|&c| !is_unwanted(c)).collect()
}

fn shown(path: &Path) -> String {
    clean(&path.display().to_string())
}
