//! `to:` of a step: a point of the build named by meaning, found among its events.

use crate::lesson::closed;
use crate::lesson::names;
use crate::lesson::places::{Places, join};
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::{RawPoint, RawPointAt};
use crate::lesson::staged::StagedBuild;
use gostep_sim::gobuild::cgo;
use gostep_sim::gobuild::{ActionId, ActionState, EventKind, Step};
use gostep_sim::program::PackageId;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::did_you_mean;

const FORMS: Said = said!(
    "write start, end, {{package: P, state: ready|started|done|failed}}, \
                     {{package: P, command: C, when: before|after}}, or {{package: P, file: F}}"
);

/// Tells the events with which a state begins.
type Begins = fn(&EventKind) -> bool;

/// What `state:` of a point can be.
const STATES: [(&str, Begins); 4] = [
    ("ready", |kind| matches!(kind, EventKind::Ready)),
    ("started", |kind| matches!(kind, EventKind::Started { .. })),
    ("done", |kind| matches!(kind, EventKind::Finished)),
    ("failed", |kind| matches!(kind, EventKind::Failed(_))),
];

/// What `when:` can be: whether the point lies before the command.
const TIMES: [(&str, bool); 2] = [("before", true), ("after", false)];

/// How many events have happened at the point; it is looked for from `from` on. Problems go to the report; of a point
/// that lies before, they come with where it lies.
pub fn find(
    raw: &RawPoint,
    staged: &StagedBuild,
    from: usize,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Result<usize, Option<usize>> {
    let events = staged.build.events.len();
    let moments = match raw.word.as_deref() {
        Some("start") => vec![0],
        Some("end") => vec![events],
        Some(word) => {
            let hint = did_you_mean(word, ["start", "end"].into_iter());
            let help = match names::package(staged, word) {
                Ok(_) => said!("write {{package: {word}, state: done}}", word),
                Err(_) => FORMS,
            };
            report.add(places.value(path), said!("unknown point {word:?}{hint}", word, hint), help);
            return Err(None);
        }
        None => moments_at(&raw.at, staged, path, places, report).ok_or(None)?,
    };
    if let Some(&moment) = moments.iter().find(|&&moment| moment >= from) {
        return Ok(moment);
    }
    if moments.is_empty() {
        let Missing { name, message, help } = why_not_reached(&raw.at, staged);
        let path = if name.is_empty() { path.to_owned() } else { join(path, name) };
        report.misfit(places.value(&path), message, help);
    } else {
        let help = said!("put the step earlier, or start another build with build:");
        report.misfit(places.value(path), said!("this point lies before the one of the step before"), help);
    }
    Err(moments.last().copied())
}

/// What there is to say of a point that a build does not reach, and of which of its fields.
struct Missing {
    name: &'static str,
    message: Said,
    help: Said,
}

/// What became of the package instead, or what it never has.
fn why_not_reached(at: &RawPointAt, staged: &StagedBuild) -> Missing {
    let not_reached =
        |help: Said| Missing { name: "", message: said!("this point is not reached in this build"), help };
    if staged.build.load_error.is_some() {
        return not_reached(said!("the go command stops before it starts anything; write to: end"));
    }
    let found = at.package.as_deref().and_then(|name| Some((name, names::package(staged, name).ok()?)));
    let Some((name, package)) = found else { return not_reached(Said::default()) };
    let end = staged.build.state_after(staged.build.events.len());
    match staged.state_of(&end, package) {
        ActionState::Reused => {
            return not_reached(said!("{name} comes from the cache here, so none of its commands is run", name));
        }
        ActionState::Failed => {
            return not_reached(said!("{name} fails here; write {{package: {name}, state: failed}}", name));
        }
        ActionState::Skipped => {
            return not_reached(said!("{name} is never started here, because what it needs fails", name));
        }
        _ => {}
    }
    if let Some(command) = &at.command {
        let message = said!("this point is not reached: {name} has no command {command} in this build", name, command);
        return Missing { name: "command", message, help: names::commands_of(staged, package) };
    }
    if let Some(file) = &at.file {
        let message = said!("this point is not reached: no command of {name} writes {file} in this build", name, file);
        return Missing { name: "file", message, help: names::commands_of(staged, package) };
    }
    let help = match at.state.as_deref() {
        Some("failed") => said!("{name} does not fail here; a build that fails begins with build: {{fault: …}}", name),
        _ => said!("look at `gostep build` with the same settings for what happens in it"),
    };
    Missing { name: "state", message: said!("this point is not reached in this build"), help }
}

/// All moments that fit, in order.
fn moments_at(
    at: &RawPointAt,
    staged: &StagedBuild,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<Vec<usize>> {
    let Some(name) = &at.package else {
        if at.is_of_run() {
            let help = said!("start one with run:, in this step or before it");
            report.misfit(places.value(path), said!("this is a point of a run, and no program runs here"), help);
            return None;
        }
        report.add(places.value(path), said!("the point does not say which package"), FORMS);
        return None;
    };
    let package = match names::package(staged, name) {
        Ok(package) => package,
        Err(message) => {
            report.add(places.value(&join(path, "package")), message, names::PACKAGES);
            return None;
        }
    };
    if at.when.is_some() && at.command.is_none() {
        report.add(places.key(&join(path, "when")), said!("when: goes with command:"), FORMS);
        return None;
    }
    if at.source.is_some() && at.command.as_deref() != Some("asm") {
        report.add(places.key(&join(path, "source")), said!("source: goes with command: asm"), FORMS);
        return None;
    }
    match (&at.state, &at.command, &at.file) {
        (Some(state), None, None) => state_moments(state, staged, package, path, places, report),
        (None, Some(command), None) => command_moments(command, at, staged, package, path, places, report),
        (None, None, Some(file)) => file_moments(file, staged, package, path, places, report),
        (None, None, None) => {
            report.add(places.value(path), said!("a point has one of state:, command: and file:"), FORMS);
            None
        }
        (state, command, file) => {
            let given = [("state", state.is_some()), ("command", command.is_some()), ("file", file.is_some())];
            let mut given: Vec<&str> = given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
            given.sort_by_key(|name| places.key(&join(path, name)));
            let (first, second) = (given.first().unwrap_or(&""), given.get(1).unwrap_or(&""));
            let message = said!("{second}: in a point that has {first}: already", second, first);
            report.add(
                places.key(&join(path, second)),
                message,
                said!("a point has one of state:, command: and file:"),
            );
            None
        }
    }
}

fn state_moments(
    state: &str,
    staged: &StagedBuild,
    package: PackageId,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<Vec<usize>> {
    let fits = match closed::meaning(&STATES, state) {
        Ok(fits) => fits,
        Err(hint) => {
            let message = said!("unknown state {state:?}{hint}", state, hint);
            report.add(places.value(&join(path, "state")), message, closed::known(&STATES));
            return None;
        }
    };
    let action = staged.build.plan.build_of(package);
    // A link that fails is a failure of main.
    let concerns = |id| id == action || (state == "failed" && staged.build.plan.action(id).package == package);
    let moments = moments(staged, |id, kind| concerns(id) && fits(kind)).into_iter();
    Some(
        moments
            .map(|moment| if matches!(state, "done" | "failed") { with_released(staged, moment) } else { moment })
            .collect(),
    )
}

fn file_moments(
    name: &str,
    staged: &StagedBuild,
    package: PackageId,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<Vec<usize>> {
    let Some(wanted) = names::file(name, staged.build.program.package(package)) else {
        report_unknown_file(name, &join(path, "file"), places, report);
        return None;
    };
    Some(moments(staged, |id, kind| {
        staged.build.plan.action(id).package == package
            && matches!(kind, EventKind::Wrote { file, .. } if file.name == wanted)
    }))
}

/// Reports a file name that the object directory of the package never has.
pub fn report_unknown_file(name: &str, path: &str, places: &Places, report: &mut ProblemReport<'_>) {
    let hint = did_you_mean(name, names::FILES.into_iter());
    let help = said!("known: {}, and NAME.o for each NAME.s of the package", said::list(names::FILES));
    report.add(places.value(path), said!("unknown file {name:?}{hint}", name, hint), help);
}

fn command_moments(
    command: &str,
    at: &RawPointAt,
    staged: &StagedBuild,
    package: PackageId,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<Vec<usize>> {
    let fits = command_filter(command, at.source.as_deref(), staged, package, path, places, report)?;
    let before = match closed::meaning(&TIMES, at.when.as_deref().unwrap_or("after")) {
        Ok(before) => before,
        Err(hint) => {
            let message = said!("unknown word {:?}{hint}", at.when.as_deref().unwrap_or_default(), hint);
            report.add(places.value(&join(path, "when")), message, said!("before or after"));
            return None;
        }
    };
    let ran = moments(staged, |id, kind| {
        staged.build.plan.action(id).package == package && matches!(kind, EventKind::Ran(step) if fits(*step))
    });
    Some(ran.into_iter().map(|after| if before { after - 1 } else { end_of_command(staged, after - 1) }).collect())
}

/// A test for the steps that `command:` and `source:` mean.
pub fn command_filter(
    command: &str,
    source: Option<&str>,
    staged: &StagedBuild,
    package: PackageId,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<Box<dyn Fn(Step) -> bool>> {
    let fits = match names::command(0, command) {
        Ok(fits) => fits,
        Err(error) => {
            report.add(places.value(&join(path, "command")), error.message, error.help);
            return None;
        }
    };
    let Some(source) = source else { return Some(Box::new(fits)) };
    let package = staged.build.program.package(package);
    let c_sources: Vec<String>;
    let of_c = fits(Step::CompileC(0));
    let sources = if of_c {
        let sources = cgo::sources(package, staged.build.rules());
        c_sources = sources.iter().map(|source| source.name(package)).collect();
        &c_sources
    } else {
        &package.files.asm
    };
    let Some(number) = sources.iter().zip(0..).find(|(file, _)| *file == source).map(|(_, number)| number) else {
        let hint = did_you_mean(source, sources.iter().map(String::as_str));
        let kind = if of_c { said!("file for a C compiler") } else { said!("assembly file") };
        let message = said!("the package has no {kind} {source:?}{hint}", kind, source, hint);
        let help = match sources.as_slice() {
            [] if of_c => said!("it does not use cgo"),
            [] => said!("it has no assembly at all"),
            sources => said!("it has: {}", said::list(sources)),
        };
        report.misfit(places.value(&join(path, "source")), message, help);
        return None;
    };
    let meant = if of_c { Step::CompileC(number) } else { Step::Assemble(number) };
    Some(Box::new(move |step| step == meant))
}

fn moments(staged: &StagedBuild, fits: impl Fn(ActionId, &EventKind) -> bool) -> Vec<usize> {
    let events = staged.build.events.iter().zip(1..);
    events.filter(|(event, _)| fits(event.action, &event.kind)).map(|(_, moment)| moment).collect()
}

/// A package that is done makes others ready at the same moment; one that failed makes others be skipped.
fn with_released(staged: &StagedBuild, done: usize) -> usize {
    let follows = |kind: EventKind| matches!(kind, EventKind::Ready | EventKind::Skipped);
    let released = staged.build.events[done..].iter().take_while(|event| follows(event.kind));
    done + released.count()
}

/// The moment at which a command that begins with this event has written its files.
fn end_of_command(staged: &StagedBuild, ran: usize) -> usize {
    let events = &staged.build.events;
    let action = events[ran].action;
    let mut end = ran + 1;
    for (event, moment) in events.iter().zip(1..).skip(ran + 1).filter(|(event, _)| event.action == action) {
        match event.kind {
            EventKind::Wrote { .. } => end = moment,
            // Nothing was written: the command is over when the next one begins.
            _ if end == ran + 1 => return moment - 1,
            _ => return end,
        }
    }
    end
}
