//! What a lesson says of itself: name, language, program; and the lesson as a whole.

use std::collections::HashSet;
use std::sync::Arc;

use super::builds::Builds;
use super::checker::Checker;
use super::texts::Text;
use crate::lesson::checked::Lesson;
use crate::lesson::overlay;
use crate::lesson::place::Place;
use crate::lesson::readable::is_unwanted;
use crate::lesson::readable::shorten;
use crate::words::Lang;
use gostep_sim::program::Program;
use gostep_sim::said;

const MAX_STEPS: usize = 300;

impl Checker<'_, '_> {
    /// The lesson, as far as it can be made.
    pub(super) fn lesson(&mut self) -> Option<Lesson> {
        let raw = &self.document.value;
        let id = self.name(raw.id.as_deref(), "id", |id| said!("{:?} cannot be the id of a lesson", id));
        self.require("title", raw.title.is_some());
        self.check_lang();
        self.check_step_ids();
        self.check_minutes();
        let live_workers = self.live_workers();
        if self.was_dropped("program") {
            // Nothing can be said of another program than the one that is meant.
            return None;
        }
        let program = self.program(raw.program.as_deref())?;
        let mut builds = self.first_build(&program)?;
        if let Some(overlay) = self.overlay {
            overlay::report_unknown_steps(overlay, raw, self.overlay_report);
        }
        let head = self.overlay.map(|overlay| &overlay.value);
        let title = self
            .fill(&Text::new(raw.title.as_ref(), head.and_then(|head| head.title.as_ref()), "", "", "title"), &builds);
        let summary = self.fill(
            &Text::new(raw.summary.as_ref(), head.and_then(|head| head.summary.as_ref()), "", "", "summary"),
            &builds,
        );
        let learned = self.learned(head.map(|head| head.learned.as_slice()), &builds);
        let steps = raw.steps.iter().take(MAX_STEPS).enumerate();
        let steps = steps.filter_map(|(number, step)| self.step(step, number, &mut builds)).collect();
        Some(Lesson {
            id: id.unwrap_or_default(),
            title,
            summary,
            learned,
            lang: self.lang,
            minutes: raw.minutes,
            live_workers,
            program,
            builds: builds.staged,
            runs: builds.runs.staged,
            steps,
            notices: Vec::new(),
            script: None,
        })
    }

    /// What is learned, line for line, translated as far as it is.
    fn learned(&mut self, translated: Option<&[String]>, builds: &Builds) -> Vec<String> {
        let lines = &self.document.value.learned;
        let translated = translated.unwrap_or_default();
        let texts = lines
            .iter()
            .enumerate()
            .map(|(number, line)| Text::new(Some(line), translated.get(number), "", "", &format!("learned[{number}]")));
        let texts: Vec<Text<'_>> = texts.collect();
        texts.iter().map(|text| self.fill(text, builds)).collect()
    }

    fn check_lang(&mut self) {
        if let Some(code) = &self.document.value.lang
            && Lang::parse(code).is_none()
        {
            self.report.add(
                self.places().value("lang"),
                said!("unknown language {code:?}", code),
                said!("known: {}", said::list(Lang::ALL.map(Lang::code))),
            );
        }
        if self.lang != self.own_lang() && self.overlay.is_none() && self.overlay_report.is_clean() {
            let message = said!("there is no translation for --lang {}", self.lang.code());
            self.notices.add(Place::default(), message, said!("the lesson is shown in its own language"));
        }
    }

    fn check_minutes(&mut self) {
        const MOST: u32 = 600;
        if let Some(minutes) = self.document.value.minutes
            && !(1..=MOST).contains(&minutes)
        {
            let message = said!("minutes: {minutes} is out of range", minutes);
            self.report.add(self.places().value("minutes"), message, said!("give 1 to {MOST}", MOST));
        }
    }

    /// Whether the reader may change the number of workers while playing.
    fn live_workers(&mut self) -> bool {
        let words = &self.document.value.live;
        for (number, word) in words.iter().enumerate().filter(|(_, word)| *word != "p") {
            let item = format!("live[{number}]");
            let place = self.places().value(if self.places().has(&item) { &item } else { "live" });
            self.report.add(place, said!("{word:?} cannot be changed while playing", word), said!("write live: [p]"));
        }
        words.iter().any(|word| word == "p")
    }

    fn check_step_ids(&mut self) {
        let steps = &self.document.value.steps;
        let place = self.places().whole("steps");
        if steps.is_empty() && !self.document.was_dropped("steps") {
            self.report.add(place, said!("the lesson has no steps"), said!("add steps: with at least one"));
        }
        if steps.len() > MAX_STEPS {
            let message = said!("the lesson has {} steps; {MAX_STEPS} are allowed", steps.len(), MAX_STEPS);
            self.report.add(place, message, said!("split the lesson in two"));
        }
        let mut seen = HashSet::new();
        for (number, step) in steps.iter().enumerate() {
            let path = format!("steps[{number}].id");
            if self.document.was_dropped(&format!("steps[{number}]")) {
                continue;
            }
            self.name(step.id.as_deref(), &path, |id| said!("{:?} cannot be the id of a step", id));
            if let Some(id) = &step.id
                && !seen.insert(id)
            {
                let message = said!("there are two steps {id:?}", id);
                self.report.add(self.places().value(&path), message, said!("give every step a name of its own"));
            }
        }
    }

    pub(super) fn program(&mut self, name: Option<&str>) -> Option<Arc<Program>> {
        match self.around.program(name.unwrap_or(gostep_sim::program::SAMPLE)) {
            Ok(program) => {
                if let Some(name) = unfit_name(&program) {
                    let message = said!("the program has a name with a control character: {}", shorten(&name));
                    self.report.add(
                        self.places().value("program"),
                        message,
                        said!("list the program again, without it"),
                    );
                    return None;
                }
                let mains = program.mains().count();
                if mains > 1 {
                    let message = said!("the program has {mains} main packages, and a lesson tells of one", mains);
                    self.report.add(self.places().value("program"), message, said!("list one of them"));
                    return None;
                }
                Some(Arc::new(program))
            }
            Err(error) => {
                self.report.add(self.places().value("program"), error.said(), "");
                None
            }
        }
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
