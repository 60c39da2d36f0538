//! A lesson whose steps can be shown in any order.

use super::answer::{Answer, Feedback};
use super::answers::Judge;
use super::build::{build_view, lanes};
use super::frame::{BuildView, FileView, Frame, LessonHead, Moment, Relation, Shown, StepHead};
use super::question::{self, QuestionView};
use super::run::{self, RunMoment};
use super::runtime::RuntimeView;
use super::task::Doing;
use super::{Excerpt, FileText, artefacts, command, files, markdown, sanitize, task};
use crate::lesson::{Lesson, LiveError, Show, StagedBuild, What};
use gostep_sim::gobuild::files::FileName;
use gostep_sim::gobuild::{ActionState, State};
use gostep_sim::program::PackageId;

/// A lesson with its builds, ready to be played.
#[derive(Clone, Debug)]
pub struct Player {
    pub(super) lesson: Lesson,
    head: LessonHead,
    builds: Vec<BuildView>,
    /// The seed for the order of options.
    seed: u64,
}

impl Player {
    /// Prepares a lesson with the options of its questions in the author's order.
    pub fn new(lesson: Lesson) -> Self {
        Self::mixed(lesson, 0)
    }

    /// Prepares a lesson with the options of its questions in an order that depends on `seed`; 0 keeps the author's
    /// order.
    pub fn mixed(mut lesson: Lesson, seed: u64) -> Self {
        question::mix(&mut lesson, seed);
        let steps = lesson.steps.iter();
        let head = LessonHead {
            id: lesson.id.clone(),
            title: lesson.title.clone(),
            summary: markdown::parse(&lesson.summary),
            learned: lesson.learned.iter().map(|line| markdown::parse(line)).collect(),
            lang: lesson.lang,
            minutes: lesson.minutes,
            live_workers: lesson.live_workers,
            steps: steps.map(|step| StepHead { id: step.id.clone(), title: step.title.clone() }).collect(),
        };
        let mut builds: Vec<BuildView> = lesson.builds.iter().map(build_view).collect();
        builds.extend(run::views(&lesson, &builds));
        Self { lesson, head, builds, seed }
    }

    /// The same lesson built with another number of workers (`-p`), if the lesson allows that. The steps stay the same.
    ///
    /// # Errors
    /// If the lesson does not allow it, or the number is not possible.
    pub fn with_workers(&self, workers: usize) -> Result<Self, LiveError> {
        self.lesson.with_workers(workers).map(|lesson| Self::mixed(lesson, self.seed))
    }

    /// What is the same in all frames.
    pub fn head(&self) -> &LessonHead {
        &self.head
    }

    /// The builds of the lesson and behind them its runs, which frames refer to by index.
    pub fn builds(&self) -> &[BuildView] {
        &self.builds
    }

    /// Who runs what at a moment of a step's run, if it has one.
    pub fn runtime(&self, step: usize, events: usize) -> Option<RuntimeView> {
        RunMoment::of(&self.lesson, step, events).map(RunMoment::runtime)
    }

    /// Which build a moment belongs to, and of how many, if there are several; a run is none.
    pub fn number_of_build(&self, build: usize) -> Option<(usize, usize)> {
        let builds = self.lesson.builds.len();
        (builds > 1 && build < builds).then_some((build + 1, builds))
    }

    /// Number of steps. A checked lesson has at least one.
    pub fn len(&self) -> usize {
        self.lesson.steps.len()
    }

    /// Whether a step asks something.
    pub fn asks(&self, step: usize) -> bool {
        self.lesson.steps.get(step).is_some_and(|step| step.question.is_some())
    }

    /// Whether a step has a task.
    pub fn has_task(&self, step: usize) -> bool {
        self.lesson.steps.get(step).is_some_and(|step| step.task.is_some())
    }

    /// Whether the lesson has no steps.
    pub fn is_empty(&self) -> bool {
        self.lesson.steps.is_empty()
    }

    /// Index of the step that a person names, by number (from 1) or id.
    pub fn find(&self, step: &str) -> Option<usize> {
        let number = step.parse().ok().and_then(|number: usize| number.checked_sub(1));
        number.filter(|&index| index < self.len()).or_else(|| self.head.steps.iter().position(|head| head.id == step))
    }

    /// The frame of a step; past the end, that of the last step. It depends only on the index.
    pub fn frame(&self, step: usize) -> Option<Frame> {
        let index = step.min(self.len().checked_sub(1)?);
        self.frame_at(index, self.at(index).events)
    }

    /// The frame of a step at another moment of its build: after this many events.
    pub fn frame_at(&self, step: usize, events: usize) -> Option<Frame> {
        let index = step.min(self.len().checked_sub(1)?);
        let step = &self.lesson.steps[index];
        let staged = &self.lesson.builds[step.at.build];
        let run = RunMoment::of(&self.lesson, index, events);
        // While the program runs, the build stays where it is.
        let events = if run.is_some() { step.at.events } else { events };
        let events = events.min(staged.build.events.len());
        let state = staged.build.state_after(events);
        let before = index.checked_sub(1).map(|before| self.lesson.steps[before].at);
        let before = before.filter(|at| at.build == step.at.build).map_or(0, |at| at.events);
        let before = staged.build.state_after(before);
        let view = &self.builds[step.at.build];
        let scene = Scene { staged, state: &state, before: &before, run };
        let states: Vec<_> = staged.packages.iter().map(|&p| staged.state_of(&state, p)).collect();
        let done = states.iter().filter(|state| matches!(state, ActionState::Done | ActionState::Reused)).count();
        let lead = markdown::parse(&step.lead);
        let text = markdown::parse(&step.say);
        let question = step.question.as_ref().map(|asked| question::view(asked, self.lesson.lang));
        let question = question.or_else(|| step.task.as_ref().map(task::view));
        let asked = question.iter().flat_map(QuestionView::blocks);
        let terms = markdown::terms(lead.iter().chain(asked).chain(&text));
        Some(Frame {
            step: index,
            id: step.id.clone(),
            title: step.title.clone(),
            lead,
            shows: step.show.iter().map(|show| scene.shown(show)).collect(),
            question,
            text,
            note: markdown::parse(&step.note),
            moment: match run {
                Some(run) => run.moment(self.lesson.builds.len(), done),
                None => moment(step.at.build, &state, view, staged, done),
            },
            states,
            lanes: if run.is_some() { Vec::new() } else { lanes(staged, events) },
            new_blocks: run.map_or((before.commands, state.commands), RunMoment::new_events),
            untranslated: step.untranslated,
            terms,
        })
    }

    /// Parses a typed line as an answer to the question of a step.
    ///
    /// # Errors
    /// If it cannot be an answer. The error tells in the language of the lesson what can be one.
    pub fn read_answer(&self, step: usize, typed: &str) -> Result<Answer, String> {
        if let Some(doing) = self.doing(step) {
            return doing.read(typed);
        }
        self.judge(step).map_or_else(|| Err(String::new()), |judge| judge.read(typed))
    }

    /// Judges an answer. `None` if the step has no question, or one with another form of answer.
    pub fn answer(&self, step: usize, answer: &Answer) -> Option<Feedback> {
        match self.doing(step) {
            Some(doing) => doing.judge(answer),
            None => self.judge(step)?.judge(answer),
        }
    }

    /// A right answer to the question of a step, explained.
    pub fn solution(&self, step: usize) -> Option<Feedback> {
        match self.doing(step) {
            Some(doing) => doing.solution(),
            None => Some(self.judge(step)?.solution()),
        }
    }

    /// A right answer to the question of a step, without explanation.
    pub fn right_answer(&self, step: usize) -> Option<Answer> {
        match self.doing(step) {
            Some(doing) => doing.right_answer(),
            None => Some(self.judge(step)?.right_answer()),
        }
    }

    fn doing(&self, step: usize) -> Option<Doing<'_>> {
        let at = self.lesson.steps.get(step)?;
        Some(Doing { lesson: &self.lesson, at: at.at, task: at.task.as_ref()? })
    }

    fn judge(&self, step: usize) -> Option<Judge<'_>> {
        let question = self.lesson.steps.get(step)?.question.as_ref()?;
        Some(Judge::new(question, self.lesson.lang))
    }
}

/// A position in a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    at: usize,
    steps: usize,
}

impl Cursor {
    /// At the first of a number of steps.
    pub fn new(steps: usize) -> Self {
        Self { at: 0, steps }
    }

    /// Index of the step.
    pub fn at(self) -> usize {
        self.at
    }

    /// Moves one step forward. `false` at the end.
    pub fn forward(&mut self) -> bool {
        let on = self.at + 1 < self.steps;
        self.at += usize::from(on);
        on
    }

    /// Moves one step back. `false` at the beginning.
    pub fn back(&mut self) -> bool {
        let back = self.at > 0;
        self.at -= usize::from(back);
        back
    }

    /// Moves to a step. `false` if there is no such step.
    pub fn jump(&mut self, step: usize) -> bool {
        let there = step < self.steps;
        if there {
            self.at = step;
        }
        there
    }
}

fn moment(build: usize, state: &State, view: &BuildView, staged: &StagedBuild, done: usize) -> Moment {
    debug_assert_eq!(view.transcript.len() + 1, staged.lines.len());
    Moment {
        build,
        events: state.events,
        time_us: state.time,
        commands: state.commands,
        lines: staged.lines.get(state.commands).map_or(0, |line| line - 1),
        done,
    }
}

/// Computes what one step shows.
struct Scene<'a> {
    staged: &'a StagedBuild,
    state: &'a State,
    before: &'a State,
    run: Option<RunMoment<'a>>,
}

impl Scene<'_> {
    fn shown(&self, show: &Show) -> Shown {
        let staged = self.staged;
        let path = |package: PackageId| sanitize(staged.build.program.display_path(package));
        match &show.what {
            What::NewCommands { last } => {
                let (from, to) = (self.before.commands, self.state.commands);
                let first = to.saturating_sub(*last).max(from);
                let commands = (first..to).map(|block| command::view(staged, block, &show.mark)).collect();
                Shown::Commands { new: true, left_out: first - from, commands }
            }
            What::Command(block) => {
                let commands = vec![command::view(staged, *block, &show.mark)];
                Shown::Commands { new: false, left_out: 0, commands }
            }
            What::NewEvents { last } => {
                let (from, to) = self.run.map_or((0, 0), RunMoment::new_events);
                let first = to.saturating_sub(*last).max(from);
                let events = self.run.into_iter().flat_map(|run| (first..to).map(move |at| run.event(at, &show.mark)));
                Shown::Commands { new: true, left_out: first - from, commands: events.collect() }
            }
            What::Runtime => Shown::Runtime(self.run.map(RunMoment::runtime).unwrap_or_default()),
            What::File(package, file) => self.file(*package, *file, show),
            What::States(states) => Shown::States { only: states.clone() },
            What::Packages(packages) => self.packages(Relation::Named, packages),
            What::ImportsOf(package) => self.packages(Relation::ImportsOf(path(*package)), &staged.imports(*package)),
            What::ImportersOf(package) => {
                self.packages(Relation::ImportersOf(path(*package)), staged.importers(*package))
            }
            What::Layers => Shown::Layers,
            What::Rebuilds => Shown::Rebuilds(staged.report.clone()),
            What::Failure => Shown::Failure(staged.report.clone()),
            What::Workers => Shown::Workers,
            What::CriticalPath => Shown::CriticalPath(artefacts::critical_path(&staged.build)),
            What::Archive(package) => Shown::Archive(artefacts::archive(staged, self.before, self.state, *package)),
            What::Symbols(picked) => Shown::Symbols(artefacts::symbols(&staged.build, self.state, picked)),
            What::Functions(packages) => Shown::Functions(artefacts::functions(&staged.build, packages)),
            What::Executable => Shown::Executable(artefacts::executable(&staged.build, self.state)),
            What::Cache(package) => Shown::Cache { entry: artefacts::cache(&staged.build, self.state, *package) },
            What::Hash(hashed) => Shown::Hash(artefacts::hash(&staged.build, *hashed, &show.pick, &show.mark)),
        }
    }

    fn file(&self, package: PackageId, file: FileName, show: &Show) -> Shown {
        let at = |state| match files::text(self.staged, state, package, file) {
            FileText::Text(text) => {
                let (text, excerpt) = artefacts::excerpt(&text, &show.pick);
                (FileText::Text(text), excerpt)
            }
            other => (other, Excerpt::default()),
        };
        let (after, excerpt) = at(self.state);
        let marks = if let FileText::Text(text) = &after { command::marks(text, &show.mark) } else { Vec::new() };
        let name = files::name(&self.staged.build, package, file);
        Shown::File(FileView { name, before: at(self.before).0, after, excerpt, marks })
    }

    fn packages(&self, relation: Relation, packages: &[PackageId]) -> Shown {
        let packages = packages.iter().filter_map(|&package| self.staged.index_of(package)).collect();
        Shown::Packages { relation, packages }
    }
}
