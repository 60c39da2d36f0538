//! Durations of a real build, from the file that `go build -debug-actiongraph=FILE` writes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::error::ProgramError;
use super::golist::without_place;
use super::{PackageId, Program};
use crate::said::{self, Gap, Said, Value};

/// The key of the link among a program's durations.
pub(super) const LINK: &str = "link";
/// The go command's name for a main package of files on the command line.
const FILES: &str = "command-line-arguments";

/// Durations of the actions that ran commands, in milliseconds by import path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timings {
    origin: String,
    packages: BTreeMap<String, f64>,
    links: BTreeMap<String, f64>,
}

/// One action in the file, with the file's field names; only fields that are used.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", expecting = "an action")]
pub(super) struct ListedAction {
    #[serde(rename = "ID", default)]
    pub id: u32,
    pub mode: String,
    #[serde(default)]
    pub package: String,
    #[serde(default)]
    pub deps: Option<Vec<u32>>,
    time_start: Option<String>,
    time_done: Option<String>,
    #[serde(default)]
    cmd: Option<Vec<String>>,
}

impl ListedAction {
    /// Whether it stands for a package.
    pub fn is_package(&self) -> bool {
        is_compile(&self.mode) || self.mode == "built-in package"
    }

    /// Whether it ran a command: what the cache has needs none.
    pub fn ran(&self) -> bool {
        self.cmd.as_ref().is_some_and(|commands| !commands.is_empty())
    }

    /// Milliseconds from start to end; `None` if the file does not have both.
    pub fn duration_ms(&self) -> Result<Option<f64>, Said> {
        let (Some(start), Some(done)) = (&self.time_start, &self.time_done) else { return Ok(None) };
        let time = |field: &str, text: &str| {
            text.parse::<Timestamp>().map_err(|_| {
                said!(
                    "{field} {text:?} of {} {} is not a time such as \"2024-05-01T12:00:00.5Z\"",
                    self.mode,
                    self.package,
                    field,
                    text
                )
            })
        };
        let (start, done) = (time("TimeStart", start)?, time("TimeDone", done)?);
        // For an action that never started or ended the file has Go's zero time, in the year 1.
        if start < Timestamp::UNIX_EPOCH || done < Timestamp::UNIX_EPOCH {
            return Ok(None);
        }
        let seconds = done.duration_since(start).as_secs_f64();
        if seconds < 0.0 {
            return Err(said!("{} {} ends before it starts: TimeDone is before TimeStart", self.mode, self.package));
        }
        Ok(Some(seconds * 1000.0))
    }
}

/// The durations that apply to one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// Milliseconds by import path, `link` for the link: see [`Program::durations_ms`].
    pub durations_ms: BTreeMap<String, f64>,
    /// Packages of the program without a duration in the file.
    pub without: Vec<PackageId>,
}

impl Timings {
    /// Reads an action graph. Actions that ran no command, since their result was in the cache, have no useful
    /// duration.
    ///
    /// # Errors
    /// If the text is not an action graph, or no action in it ran a command.
    pub fn parse(origin: &str, text: &str) -> Result<Self, ProgramError> {
        let actions = actions(origin, text)?;
        let problem = |problem: Said| ProgramError::Timings { origin: origin.to_owned(), problem };
        if !actions.iter().any(|action| is_compile(&action.mode)) {
            return Err(problem(said!(
                "the action graph has no build action; write it with `go build -debug-actiongraph=FILE`"
            )));
        }
        let mut timings = Self { origin: origin.to_owned(), ..Self::default() };
        let mut ran = false;
        for action in &actions {
            // Since go1.26 the cache check of a package is an action of its own, which runs no command.
            if !action.ran() {
                continue;
            }
            let durations = match action.mode.as_str() {
                mode if is_compile(mode) => &mut timings.packages,
                "link" => &mut timings.links,
                _ => continue,
            };
            ran = true;
            if let Some(ms) = action.duration_ms().map_err(problem)? {
                durations.insert(action.package.clone(), ms);
            }
        }
        if !ran {
            return Err(problem(said!(
                "in the build of this action graph nothing was compiled: all was in the cache, or it was a build with \
                 -n; record it with -a or an empty GOCACHE"
            )));
        }
        if timings.packages.is_empty() {
            return Err(problem(said!(
                "no action that compiled a package has both TimeStart and TimeDone; record the file with \
                 `go build -a -debug-actiongraph=FILE`"
            )));
        }
        Ok(timings)
    }

    /// Selects the durations of the packages of a program.
    ///
    /// # Errors
    /// If the durations are those of another program.
    pub fn for_program(&self, program: &Program) -> Result<Matched, ProgramError> {
        if let Some(other) = self.not_of(program) {
            let problem = said!(
                "these are times of another program: {other}, which {} does not; record the build of the program itself",
                program.name,
                other
            );
            return Err(ProgramError::Timings { origin: self.origin.clone(), problem });
        }
        let mut durations_ms = BTreeMap::new();
        let mut without = Vec::new();
        for id in program.ids().filter(|&id| !program.package(id).is_builtin()) {
            let path = &program.package(id).import_path;
            let ms = if id == program.root() { of_main(&self.packages, path) } else { self.packages.get(path) };
            match ms {
                Some(&ms) => {
                    durations_ms.insert(path.clone(), ms);
                }
                None => without.push(id),
            }
        }
        if let Some(&ms) = of_main(&self.links, &program.package(program.root()).import_path) {
            durations_ms.insert(LINK.to_owned(), ms);
        }
        Ok(Matched { durations_ms, without })
    }
}

impl Timings {
    /// What proves that the durations are of another program, if anything does. A build of several programs can be used
    /// for each of them.
    fn not_of(&self, program: &Program) -> Option<Said> {
        let root = &program.package(program.root()).import_path;
        if root != FILES && self.links.contains_key(root) {
            return None;
        }
        let by_files = root == FILES || self.links.contains_key(FILES);
        if let Some(linked) = self.links.keys().next().filter(|_| !by_files) {
            return Some(said!("it links {linked}", linked));
        }
        let is_known = |path: &str| path == FILES || self.links.contains_key(path) || program.find(path).is_some();
        self.packages.keys().find(|path| !is_known(path)).map(|path| said!("it compiles {path}", path))
    }
}

impl Matched {
    /// One sentence about durations that are missing; `None` if all are there.
    pub fn notice(&self, origin: &str, program: &Program) -> Option<Said> {
        const SHOWN: usize = 3;
        let mut missing: Vec<Value> = self.without.iter().map(|&id| program.display_path(id).value()).collect();
        if program.package(program.root()).is_main() && !self.durations_ms.contains_key(LINK) {
            missing.push(said!("the link").value());
        }
        let count = missing.len();
        if count > SHOWN {
            missing.truncate(SHOWN);
            missing.push("…".value());
        }
        (count > 0).then(|| {
            said!(
                "{origin} has no time of {} of the program's actions ({names}); a model fills in",
                count,
                origin,
                names = said::list(&missing)
            )
        })
    }
}

/// The duration of main, which may be listed by its import path and built from files, or the other way round.
fn of_main<'a>(durations: &'a BTreeMap<String, f64>, path: &str) -> Option<&'a f64> {
    durations.get(path).or_else(|| durations.get(FILES)).or_else(|| {
        let mut all = durations.values();
        let only = all.next()?;
        (path == FILES && all.next().is_none()).then_some(only)
    })
}

pub(super) fn is_compile(mode: &str) -> bool {
    mode == "build"
}

/// The actions of a graph.
pub(super) fn actions(origin: &str, text: &str) -> Result<Vec<ListedAction>, ProgramError> {
    serde_json::from_str(text).map_err(|error| json_error(origin, &error))
}

fn json_error(origin: &str, error: &serde_json::Error) -> ProgramError {
    let message = error.to_string();
    let message = without_place(&message);
    let problem = match error.classify() {
        serde_json::error::Category::Eof => {
            said!("the JSON is cut short; write it again with `go build -debug-actiongraph=FILE`")
        }
        _ => said!("{message}; expected the list of actions that `go build -debug-actiongraph=FILE` writes", message),
    };
    ProgramError::Json { origin: origin.to_owned(), line: error.line(), column: error.column().max(1), problem }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{SAMPLE, load_embedded};

    fn action(mode: &str, package: &str, start: &str, done: &str) -> String {
        format!(
            r#"{{"ID": 0, "Mode": "{mode}", "Package": "{package}", "TimeReady": "{start}", "TimeStart": "{start}",
                "TimeDone": "{done}", "Cmd": ["compile"], "CmdReal": 5}}"#
        )
    }

    const START: &str = "2026-02-03T10:00:00.25Z";

    #[test]
    fn times_may_have_any_number_of_digits_and_any_zone() {
        let text = format!(
            "[{}, {}, {}]",
            action("build", "fmt", START, "2026-02-03T11:00:01.7505+01:00"),
            action("build", "command-line-arguments", START, START),
            action("link", "command-line-arguments", START, "2026-02-03T10:00:00.375Z"),
        );
        let matched = Timings::parse("f", &text).unwrap().for_program(&load_embedded(SAMPLE).unwrap()).unwrap();
        let durations: Vec<(&str, f64)> = matched.durations_ms.iter().map(|(path, &ms)| (path.as_str(), ms)).collect();
        assert_eq!(durations, [("command-line-arguments", 0.0), ("fmt", 1500.5), ("link", 125.0)]);
        assert_eq!(matched.without.len(), 51);
    }

    #[test]
    fn times_of_another_program_are_refused() {
        let sample = load_embedded(SAMPLE).unwrap();
        let graph = |packages: &[&str], linked: &str| {
            let builds = packages.iter().map(|path| action("build", path, START, START));
            let all: Vec<String> = builds.chain([action("link", linked, START, START)]).collect();
            Timings::parse("f", &format!("[{}]", all.join(", "))).unwrap()
        };
        let said = |timings: Timings| timings.for_program(&sample).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(said(graph(&["fmt", "command-line-arguments"], "command-line-arguments")), Ok(()));
        // The sample is made of files; the same program may have been built as a package.
        assert_eq!(said(graph(&["fmt", "example.com/hello"], "example.com/hello")), Ok(()));
        let other = said(graph(&["fmt", "log", "command-line-arguments"], "command-line-arguments"));
        assert!(other.unwrap_err().contains("another program: it compiles log"));
        let pair = load_embedded(crate::program::PAIR).unwrap();
        let other = graph(&["fmt", "example.com/hello"], "example.com/hello").for_program(&pair).unwrap_err();
        assert!(other.to_string().contains("another program: it links example.com/hello"), "{other}");
    }

    #[test]
    fn what_came_from_the_cache_tells_nothing() {
        let cached = action("build", "time", START, START).replace(r#"["compile"]"#, "null");
        let text = format!("[{cached}, {}]", action("build", "fmt", START, "2026-02-03T10:00:01Z"));
        let timings = Timings::parse("f", &text).unwrap();
        assert_eq!(timings.packages.keys().collect::<Vec<_>>(), ["fmt"]);
    }

    #[test]
    fn an_action_that_never_ended_tells_nothing() {
        let text = format!(
            "[{}, {}]",
            action("build", "time", START, "0001-01-01T00:00:00Z"),
            action("build", "fmt", START, "2026-02-03T10:00:01Z")
        );
        let timings = Timings::parse("f", &text).unwrap();
        assert_eq!(timings.packages.keys().collect::<Vec<_>>(), ["fmt"]);
    }
}
