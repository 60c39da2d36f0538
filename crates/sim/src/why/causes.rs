//! Puts differences together that are one cause: the same flag for many packages, the same directory above them.

use serde::Serialize;

use super::essential::versions;
use super::findings::{Finding, Lack};
use super::input::{Difference, Input};
use super::unit::Action;

/// Where differences begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// What it is.
    #[serde(flatten)]
    pub kind: CauseKind,
    /// The actions that have it themselves.
    pub actions: Vec<Action>,
    /// From the first of them to the link, or as far as it went.
    pub way: Vec<Action>,
}

/// The kinds of causes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
pub enum CauseKind {
    /// An input differs.
    Input(Difference),
    /// All inputs are the same, and what came of them is not: the result is not reproducible, or the two builds took
    /// it from caches that were filled by other builds.
    OtherResult,
    /// The action ID is the same, and the command is there again: the cache did not have the result.
    NotCached,
    /// The text does not show it.
    NotShown,
    /// It is not known: lines of the text are missing or changed, or belong to two actions with one name.
    Torn,
    /// The result is another one, and the text has nothing of the action that made it.
    NotInText,
}

/// All causes, in the order in which the actions come that have them.
pub fn causes(findings: &[Finding]) -> Vec<Cause> {
    let mut causes = Causes::default();
    for finding in findings {
        let of_package = finding.own.iter().filter(|difference| !matches!(difference.input, Input::BuildInfo(_)));
        for difference in of_package {
            causes.add(&finding.action, CauseKind::Input(outermost(difference)));
        }
        let lack = finding.lack.map(|lack| match lack {
            Lack::OtherResult => CauseKind::OtherResult,
            Lack::NotCached => CauseKind::NotCached,
            Lack::NotShown => CauseKind::NotShown,
            Lack::Torn => CauseKind::Torn,
            Lack::NotInText => CauseKind::NotInText,
        });
        if let Some(lack) = lack {
            causes.add(&finding.action, lack);
        }
    }
    // What stands in the build info stands somewhere else, too, if it is a flag.
    let is_revision = |difference: &&Difference| difference.input == revision();
    for finding in findings {
        let (first, others): (Vec<_>, Vec<_>) = finding.own.iter().partition(is_revision);
        for difference in first.into_iter().chain(others) {
            if let Input::BuildInfo(name) = &difference.input {
                causes.add_build_info(finding, name, difference);
            }
        }
    }
    causes.merge_forced();
    let place = |action: &Action| findings.iter().position(|finding| finding.action == *action);
    for cause in &mut causes.0 {
        cause.actions.sort_by_cached_key(place);
    }
    causes.0
}

#[derive(Default)]
struct Causes(Vec<Cause>);

impl Causes {
    fn add(&mut self, action: &Action, kind: CauseKind) {
        match self.0.iter_mut().find(|cause| cause.kind == kind) {
            Some(cause) => cause.actions.push(action.clone()),
            None => self.0.push(Cause { kind, actions: vec![action.clone()], way: Vec::new() }),
        }
    }

    /// The build info of main has the same flag in another spelling, and a commit in several settings.
    fn add_build_info(&mut self, finding: &Finding, name: &str, difference: &Difference) {
        let same = same_input(name);
        let is_same = |cause: &&mut Cause| match &cause.kind {
            CauseKind::Input(known) => {
                Some(&known.input) == same.as_ref()
                    || is_of_commit(name) && known.input == revision()
                    || is_version_of(known, name, difference)
            }
            _ => false,
        };
        match self.0.iter_mut().find(is_same) {
            Some(cause) if cause.actions.contains(&finding.action) => {}
            Some(cause) => cause.actions.push(finding.action.clone()),
            None => self.add(&finding.action, CauseKind::Input(difference.clone())),
        }
    }

    /// The build mode and `-race` force flags upon all tools.
    fn merge_forced(&mut self) {
        let build_mode = Input::BuildInfo("-buildmode".to_owned());
        let asks = |input: &Input| *input == Input::Buildmode || *input == build_mode;
        let forces = |input: &Input| matches!(input, Input::Forced(_));
        let has = |cause: &Cause, wanted: &dyn Fn(&Input) -> bool| match &cause.kind {
            CauseKind::Input(difference) => wanted(&difference.input),
            _ => false,
        };
        let asked = self.0.iter().position(|cause| has(cause, &asks));
        let Some(kept) = asked.or_else(|| self.0.iter().position(|cause| has(cause, &forces))) else { return };
        let is_one = |cause: &Cause| has(cause, &asks) || has(cause, &forces);
        let mut actions: Vec<Action> = Vec::new();
        for action in self.0.iter().filter(|cause| is_one(cause)).flat_map(|cause| &cause.actions) {
            if !actions.contains(action) {
                actions.push(action.clone());
            }
        }
        let kept = Cause { actions, ..self.0[kept].clone() };
        let at = self.0.iter().position(is_one).unwrap_or(0);
        self.0.retain(|cause| !is_one(cause));
        self.0.insert(at, kept);
    }
}

/// The setting that names the commit.
fn revision() -> Input {
    Input::BuildInfo("vcs.revision".to_owned())
}

/// The same change of directory for all packages below it, and of a variable with flags that packages add to.
fn outermost(difference: &Difference) -> Difference {
    match difference.input {
        Input::Directory => directory_above(difference),
        Input::CFlags(_) => differing_flags(difference),
        _ => difference.clone(),
    }
}

/// The flags without those that are the same at the beginning and at the end.
fn differing_flags(difference: &Difference) -> Difference {
    let words = |text: &Option<String>| -> Vec<String> {
        text.iter().flat_map(|text| text.split(' ')).map(str::to_owned).collect()
    };
    let (before, after) = (words(&difference.before), words(&difference.after));
    let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[start..], &after[start..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    let value = |words: &[String], known: &Option<String>| known.as_ref().map(|_| words[..words.len() - end].join(" "));
    Difference {
        input: difference.input.clone(),
        before: value(before, &difference.before),
        after: value(after, &difference.after),
    }
}

fn directory_above(difference: &Difference) -> Difference {
    if let Some((before, after)) = versions(difference) {
        let value = |text: &str| Some(text.to_owned());
        return Difference { input: Input::Module, before: value(before), after: value(after) };
    }
    let (Some(mut before), Some(mut after)) = (difference.before.as_deref(), difference.after.as_deref()) else {
        return difference.clone();
    };
    while let (Some((a, x)), Some((b, y))) = (before.rsplit_once('/'), after.rsplit_once('/'))
        && x == y
        && !a.is_empty()
        && !b.is_empty()
    {
        (before, after) = (a, b);
    }
    Difference { input: Input::Directory, before: Some(before.to_owned()), after: Some(after.to_owned()) }
}

/// The input that a setting of the build info repeats.
fn same_input(setting: &str) -> Option<Input> {
    Some(match setting {
        "-gcflags" => Input::Gcflags,
        "-asmflags" => Input::Asmflags,
        "-ldflags" => Input::Ldflags,
        "-trimpath" => Input::Trimpath,
        "-buildmode" => Input::Buildmode,
        "-cover" => Input::Cover,
        "-pgo" => Input::Profile,
        "DefaultGODEBUG" => Input::Godebug,
        "GOEXPERIMENT" => Input::Experiment,
        "-race" | "-msan" | "-asan" => Input::Forced("compile".to_owned()),
        "GOOS" | "GOARCH" => Input::System,
        "CGO_CFLAGS" | "CGO_CPPFLAGS" | "CGO_CXXFLAGS" | "CGO_LDFLAGS" => Input::CFlags(setting.to_owned()),
        level if level.starts_with("GO") => Input::Level(level.to_owned()),
        _ => return None,
    })
}

/// Time of the commit, and the version of the main module that follows from it.
fn is_of_commit(setting: &str) -> bool {
    matches!(setting, "vcs.time" | "vcs.modified" | "mod")
}

/// Whether a directory in the module cache is that of a module of the build info.
fn is_version_of(known: &Difference, module: &str, difference: &Difference) -> bool {
    let is_of = |dir: &Option<String>, version: &Option<String>| {
        let (Some(dir), Some(version)) = (dir, version) else { return false };
        let version = version.split(' ').next().unwrap_or_default();
        dir.ends_with(&format!("{module}@{version}"))
    };
    known.input == Input::Module && is_of(&known.before, &difference.before) && is_of(&known.after, &difference.after)
}
