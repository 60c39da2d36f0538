//! From a lesson as written to a lesson that holds: every name, point, fact and expectation is tried on the simulation.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::builds::Builds;
use super::lang::Lang;
use super::live::Source;
use super::lost::Lost;
use super::overlay::{self, Overlay};
use super::places::{Places, is_unwanted, join};
use super::problem::{Place, Problem, Report, Severity};
use super::raw::{RawLesson, RawStep};
use super::shows::Stage;
use super::tree::shorten;
use super::value::Value;
use super::yaml::{self, Document};
use super::{FORMAT, Lesson, Step, expr, glossary, points, template};
use crate::program::{Program, ProgramError};
use crate::suggest::did_you_mean;

const DOES_NOT_HOLD: &str = "mend the texts that rely on it, then write what is true now";
const MAX_STEPS: usize = 300;
const MAX_SHOWS: usize = 20;
const MAX_TEXT: usize = 10_000;
const MAX_NAME: usize = 60;

/// Whether a name can be that of a lesson or step: one can type it, and it can be part of a file name.
pub fn is_id(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(fits)
}

/// A file with its name.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// As the user named it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What a lesson can refer to outside of its own text.
pub trait Surroundings {
    /// The program with a name.
    ///
    /// # Errors
    /// If there is none, or something is wrong in it.
    fn program(&self, name: &str) -> Result<Program, ProgramError>;

    /// The ids of the glossary's terms, with those of the lesson's own glossary; nothing where they cannot be checked.
    fn terms(&self) -> Option<Vec<String>>;
}

/// Programs alone: terms are not checked.
impl<F: Fn(&str) -> Result<Program, ProgramError>> Surroundings for F {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        self(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        None
    }
}

/// Checks a lesson and its translation, in the language that is asked for.
///
/// # Errors
/// Every problem of both files, in order of place, and with them what is missing in the translation.
pub fn check(
    lesson: File<'_>,
    translation: Option<File<'_>>,
    lang: Lang,
    around: &dyn Surroundings,
) -> Result<Lesson, Vec<Problem>> {
    let (checked, problems, notices) = examine(lesson, translation, lang, None, around);
    match checked {
        Some(mut checked) if problems.is_empty() => {
            checked.notices = notices;
            checked.source = Some(Arc::new(Source::of(lesson, translation)));
            Ok(checked)
        }
        _ => {
            let mut problems = problems;
            problems.extend(notices);
            problems.sort();
            problems.dedup();
            Err(problems)
        }
    }
}

/// The lesson as far as it can be made, its problems, and what is missing in its translation.
pub(super) fn examine(
    lesson: File<'_>,
    translation: Option<File<'_>>,
    lang: Lang,
    workers: Option<usize>,
    around: &dyn Surroundings,
) -> (Option<Lesson>, Vec<Problem>, Vec<Problem>) {
    let mut report = Report::new(lesson.name, lesson.text);
    let translation = translation.unwrap_or(File { name: "", text: "" });
    let mut overlay_report = Report::new(translation.name, translation.text);
    let mut notices = Report::new(translation.name, translation.text);
    let document = yaml::read::<RawLesson>(lesson.text, "gostep_lesson", FORMAT, &mut report);
    let overlay =
        (!translation.name.is_empty()).then(|| overlay::read(translation.text, lang, &mut overlay_report)).flatten();
    let checked = document.and_then(|document| {
        let read = report.problems.len();
        let mut checker = Checker {
            document: &document,
            overlay: overlay.as_ref(),
            lang,
            workers,
            around,
            terms: OnceCell::new(),
            report: &mut report,
            overlay_report: &mut overlay_report,
            notices: &mut notices,
        };
        let lesson = checker.lesson();
        // What was left out because it is unusable is not to be reported once more because it is not there.
        let found = report.problems.split_off(read);
        report
            .problems
            .extend(found.into_iter().filter(|problem| !document.is_place_of_dropped(problem.line, problem.column)));
        lesson
    });
    let mut notices = notices.problems;
    for notice in &mut notices {
        notice.severity = Severity::Warning;
    }
    let mut problems = report.problems;
    problems.append(&mut overlay_report.problems);
    (checked, problems, notices)
}

pub(super) struct Checker<'a, 'b> {
    pub(super) document: &'a Document<RawLesson>,
    overlay: Option<&'a Overlay>,
    lang: Lang,
    workers: Option<usize>,
    around: &'a dyn Surroundings,
    /// Those of [`Surroundings::terms`], once they are needed.
    terms: OnceCell<Option<Vec<String>>>,
    pub(super) report: &'a mut Report<'b>,
    pub(super) overlay_report: &'a mut Report<'b>,
    /// Missing and stale translations.
    pub(super) notices: &'a mut Report<'b>,
}

/// A text in the lesson's own language, and what stands for it in the language that is asked for.
pub(super) struct Text<'a> {
    own: Option<&'a str>,
    own_path: String,
    translated: Option<&'a str>,
    translated_path: String,
}

impl<'a> Checker<'a, '_> {
    fn lesson(&mut self) -> Option<Lesson> {
        let raw = &self.document.value;
        let id = self.name(raw.id.as_deref(), "id", "lesson");
        self.require("title", raw.title.is_some());
        self.check_lang();
        self.check_step_ids();
        self.check_minutes();
        let live_workers = self.live_workers();
        let program = self.program(raw.program.as_deref())?;
        let mut builds = self.first_build(&program)?;
        let current = match self.overlay {
            Some(overlay) => {
                overlay::report_unknown_steps(overlay, raw, self.overlay_report);
                let of = overlay.value.of.as_deref();
                overlay::is_current(of, &overlay::head_fingerprint(raw), "", overlay, self.notices)
            }
            None => false,
        };
        let head = self.overlay.filter(|_| current).map(|overlay| &overlay.value);
        let title = self
            .fill(&Text::new(raw.title.as_ref(), head.and_then(|head| head.title.as_ref()), "", "", "title"), &builds);
        let summary = self.fill(
            &Text::new(raw.summary.as_ref(), head.and_then(|head| head.summary.as_ref()), "", "", "summary"),
            &builds,
        );
        let steps = raw.steps.iter().take(MAX_STEPS).enumerate();
        let steps = steps.filter_map(|(number, step)| self.step(step, number, &mut builds)).collect();
        Some(Lesson {
            id: id.unwrap_or_default(),
            title,
            summary,
            lang: self.lang,
            minutes: raw.minutes,
            live_workers,
            program,
            builds: builds.staged,
            steps,
            notices: Vec::new(),
            source: None,
        })
    }

    /// The lesson as written.
    pub(super) fn raw_lesson(&self) -> &'a RawLesson {
        &self.document.value
    }

    /// The number of workers that the reader chose in place of the lesson's own.
    pub(super) fn workers(&self) -> Option<usize> {
        self.workers
    }

    pub(super) fn places(&self) -> &'a Places {
        &self.document.places
    }

    /// Whether a value was reported and left out.
    pub(super) fn was_dropped(&self, path: &str) -> bool {
        self.document.was_dropped(path)
    }

    pub(super) fn require(&mut self, path: &str, given: bool) {
        if !given && !self.document.was_dropped(path) {
            let (around, name) = path.rsplit_once('.').unwrap_or(("", path));
            self.report.add(self.places().value(around), format!("{name}: is missing"), format!("add {name}:"));
        }
    }

    /// A name of lower-case letters, digits and dashes, as it can be typed and be part of a file name.
    fn name(&mut self, name: Option<&str>, path: &str, what: &str) -> Option<String> {
        self.require(path, name.is_some());
        let name = name?;
        if !is_id(name) {
            let message = format!("{:?} cannot be the id of a {what}", shorten(name));
            let help = format!("use lower-case letters, digits and dashes, at most {MAX_NAME}");
            self.report.add(self.places().value(path), message, help);
        }
        Some(name.to_owned())
    }

    fn own_lang(&self) -> Lang {
        self.document.value.lang.as_deref().and_then(Lang::parse).unwrap_or_default()
    }

    fn check_lang(&mut self) {
        if let Some(code) = &self.document.value.lang
            && Lang::parse(code).is_none()
        {
            self.report.add(self.places().value("lang"), format!("unknown language {code:?}"), "known: en, zh");
        }
        if self.lang != self.own_lang() && self.overlay.is_none() && self.overlay_report.is_clean() {
            let message = format!("there is no translation for --lang {}", self.lang.code());
            self.notices.add(Place::default(), message, "the lesson is shown in its own language");
        }
    }

    fn check_minutes(&mut self) {
        const MOST: u32 = 600;
        if let Some(minutes) = self.document.value.minutes
            && !(1..=MOST).contains(&minutes)
        {
            let message = format!("minutes: {minutes} is out of range");
            self.report.add(self.places().value("minutes"), message, format!("give 1 to {MOST}"));
        }
    }

    /// Whether the reader may change the number of workers while playing.
    fn live_workers(&mut self) -> bool {
        let words = &self.document.value.live;
        for (number, word) in words.iter().enumerate().filter(|(_, word)| *word != "p") {
            let item = format!("live[{number}]");
            let place = self.places().value(if self.places().has(&item) { &item } else { "live" });
            self.report.add(place, format!("{word:?} cannot be changed while playing"), "write live: [p]");
        }
        words.iter().any(|word| word == "p")
    }

    fn check_step_ids(&mut self) {
        let steps = &self.document.value.steps;
        let place = self.places().value("steps");
        if steps.is_empty() && !self.document.was_dropped("steps") {
            self.report.add(place, "the lesson has no steps", "add steps: with at least one");
        }
        if steps.len() > MAX_STEPS {
            let message = format!("the lesson has {} steps; {MAX_STEPS} are allowed", steps.len());
            self.report.add(place, message, "split the lesson in two");
        }
        let mut seen = HashSet::new();
        for (number, step) in steps.iter().enumerate() {
            let path = format!("steps[{number}].id");
            if self.document.was_dropped(&format!("steps[{number}]")) {
                continue;
            }
            self.name(step.id.as_deref(), &path, "step");
            if let Some(id) = &step.id
                && !seen.insert(id)
            {
                let message = format!("there are two steps {id:?}");
                self.report.add(self.places().value(&path), message, "give every step a name of its own");
            }
        }
    }

    fn program(&mut self, name: Option<&str>) -> Option<Arc<Program>> {
        match self.around.program(name.unwrap_or(crate::program::SAMPLE)) {
            Ok(program) => {
                if let Some(name) = unfit_name(&program) {
                    let message = format!("the program has a name with a control character: {}", shorten(&name));
                    self.report.add(self.places().value("program"), message, "list the program again, without it");
                    return None;
                }
                Some(Arc::new(program))
            }
            Err(error) => {
                self.report.add(self.places().value("program"), error.to_string(), "");
                None
            }
        }
    }

    fn step(&mut self, raw: &'a RawStep, number: usize, builds: &mut Builds) -> Option<Step> {
        let path = format!("steps[{number}]");
        if self.document.was_dropped(&path) {
            return None;
        }
        if let Some(build) = &raw.build {
            let mark = self.mark();
            self.next_build(build, &join(&path, "build"), builds)?;
            let is_other = self.is_worse_than(mark) || self.has_dropped_in(&join(&path, "build"));
            builds.lost = if is_other { Lost::Build } else { Lost::No };
        }
        let before = builds.at.events;
        self.advance(raw, &path, builds);
        let is_silent = raw.say.is_none() && raw.lead.is_none() && raw.show.is_empty() && raw.ask.is_none();
        if is_silent && !self.document.has_dropped_in(&path) {
            self.report.add(
                self.places().value(&path),
                "the step says nothing and shows nothing",
                "add say:, show: or ask:",
            );
        }
        self.even_if_lost(builds, |checker, builds| {
            let show = checker.shows(raw, &path, before, builds);
            checker.expectations(raw, &path, builds);
            checker.texts(raw, &path, builds, show)
        })
    }

    /// Advances the build to the point of a step.
    fn advance(&mut self, raw: &RawStep, step: &str, builds: &mut Builds) {
        let path = join(step, "to");
        let Some(to) = &raw.to else {
            if self.document.was_dropped(&path) && builds.lost == Lost::No {
                builds.lost = Lost::Point;
            }
            return;
        };
        let mark = self.mark();
        let before = builds.at.events;
        let staged = &builds.staged[builds.at.build];
        match points::find(to, staged, before, &path, self.places(), self.report) {
            Some(events) => {
                for event in &staged.build.events[before..events] {
                    builds.state.apply(&staged.build.plan, event);
                }
                builds.at.events = events;
                if builds.lost == Lost::Point {
                    builds.lost = Lost::No;
                }
            }
            None if builds.lost == Lost::Build => self.forgive_point(mark),
            None => builds.lost = Lost::Point,
        }
    }

    /// Finds what a step shows.
    fn shows(&mut self, raw: &RawStep, path: &str, before: usize, builds: &Builds) -> Vec<super::Show> {
        let document = self.document;
        let mut stage = Stage {
            staged: &builds.staged[builds.at.build],
            at: builds.at,
            before,
            places: &document.places,
            report: self.report,
        };
        if raw.show.len() > MAX_SHOWS {
            let message = format!("{} things to show in one step; {MAX_SHOWS} are allowed", raw.show.len());
            stage.report.add(document.places.value(&format!("{path}.show")), message, "split the step in two");
        }
        let show = raw.show.iter().take(MAX_SHOWS).enumerate();
        show.filter(|(item, _)| !document.was_dropped(&format!("{path}.show[{item}]")))
            .filter_map(|(item, raw)| stage.find(raw, &format!("{path}.show[{item}]")))
            .collect()
    }

    fn texts(&mut self, raw: &'a RawStep, path: &str, builds: &Builds, show: Vec<super::Show>) -> Option<Step> {
        let id = raw.id.clone()?;
        let overlay = self.overlay;
        let translation = overlay.and_then(|overlay| overlay::translation(overlay, raw, &id, self.notices));
        let theirs = format!("steps.{id}");
        let mut fill = |name: &str, own: &'a Option<String>, translated: Option<&'a Option<String>>| {
            let translated = translated.and_then(Option::as_ref);
            self.fill(&Text::new(own.as_ref(), translated, path, &theirs, name), builds)
        };
        let title = fill("title", &raw.title, translation.map(|t| &t.title));
        Some(Step {
            title: if title.is_empty() { id.clone() } else { title },
            lead: fill("lead", &raw.lead, translation.map(|t| &t.lead)),
            say: fill("say", &raw.say, translation.map(|t| &t.say)),
            note: fill("note", &raw.note, translation.map(|t| &t.note)),
            question: raw
                .ask
                .as_ref()
                .and_then(|ask| self.ask(ask, path, translation.and_then(|t| t.ask.as_ref()), &theirs, builds)),
            untranslated: self.lang != self.own_lang() && translation.is_none(),
            id,
            at: builds.at,
            show,
        })
    }

    fn expectations(&mut self, raw: &RawStep, path: &str, builds: &Builds) {
        for (number, text) in raw.expect.iter().enumerate() {
            let list = format!("{path}.expect[{number}]");
            let path = if self.places().has(&list) { list } else { format!("{path}.expect") };
            let scene = builds.scene();
            let outcome = expr::parse(text, 0).and_then(|expr| match scene.value(&expr)? {
                Value::Truth(true) => Ok(()),
                Value::Truth(false) => Err(expr::ExprError::new(usize::MAX, scene.explain(text, &expr), DOES_NOT_HOLD)),
                other => {
                    let message = format!("{} is neither true nor false", other.kind());
                    Err(expr::ExprError::new(expr.at, message, "compare it: count(packages) == 53"))
                }
            });
            if let Err(error) = outcome {
                // The expression as a whole, if none of its parts is wrong.
                let whole = error.at == usize::MAX;
                let place =
                    if whole { self.places().value(&path) } else { self.places().inside(&path, text, error.at) };
                self.report.add(place, error.message, error.help);
            }
        }
    }

    /// The text in the language that is asked for, as far as it is there, with its facts.
    pub(super) fn fill(&mut self, text: &Text<'_>, builds: &Builds) -> String {
        let (source, path, lang) = match (text.translated, text.own) {
            (Some(translated), _) => (translated, &text.translated_path, self.lang),
            (None, Some(own)) => (own, &text.own_path, self.own_lang()),
            (None, None) => return String::new(),
        };
        let (places, report) = match (text.translated, self.overlay) {
            (Some(_), Some(overlay)) => (&overlay.places, &mut *self.overlay_report),
            _ => (&self.document.places, &mut *self.report),
        };
        if source.len() > MAX_TEXT {
            let message = format!("the text has {} bytes; {MAX_TEXT} are allowed", source.len());
            report.add(places.value(path), message, "split the step in two");
            return String::new();
        }
        for (at, id) in glossary::links(source) {
            let terms = self.terms.get_or_init(|| self.around.terms());
            if let Some(terms) = terms.as_ref().filter(|terms| terms.iter().all(|term| term != id)) {
                let hint = did_you_mean(id, terms.iter().map(String::as_str));
                let help = "`gostep glossary` lists the terms; write the id of one, or no link";
                report.add(places.inside(path, source, at), format!("the glossary has no term {id:?}{hint}"), help);
            }
        }
        let (filled, errors) = template::fill(source, &builds.scene(), lang);
        for error in errors {
            report.add(places.inside(path, source, error.at), error.message, error.help);
        }
        filled
    }
}

/// A name in the program that could steer a terminal, with that taken out.
fn unfit_name(program: &Program) -> Option<String> {
    let packages = program.packages.iter().flat_map(|package| {
        let files = &package.files;
        let files = [&files.go, &files.asm, &files.headers].into_iter().flatten();
        [&package.import_path, &package.dir].into_iter().chain(files)
    });
    let names = packages.chain([&program.name, &program.dir, &program.toolchain.goroot, &program.toolchain.gocache]);
    let mut unfit = names.filter(|name| name.chars().any(|c| is_unwanted(c) || c == '\n'));
    unfit.next().map(|name| name.chars().filter(|&c| !c.is_control()).collect())
}

impl<'a> Text<'a> {
    /// The text with a name, in the lesson and in its translation.
    pub(super) fn new(
        own: Option<&'a String>,
        translated: Option<&'a String>,
        path: &str,
        theirs: &str,
        name: &str,
    ) -> Self {
        Self {
            own: own.map(String::as_str),
            own_path: join(path, name),
            translated: translated.map(String::as_str),
            translated_path: join(theirs, name),
        }
    }
}
