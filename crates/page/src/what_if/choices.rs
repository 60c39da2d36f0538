//! What the form of a what-if offers: programs, changes, faults, flags.

use serde::Serialize;

use super::asked::{ProgramAsked, ValuesAsked};
use super::programs::Programs;
use gostep_course::words::bench::BenchWords;
use gostep_course::words::help::translated;
use gostep_course::words::{Lang, Words, words};
use gostep_sim::gobuild::{FaultKind, FaultStage};
use gostep_sim::program::Program;
use gostep_sim::whatif::{ChangeKind, KINDS, Part, Subject, Values, parts, values};

/// All that the form shows before a program is chosen.
#[derive(Debug, Serialize)]
pub struct ChoicesReply {
    programs: Vec<ProgramReply>,
    groups: Vec<GroupReply>,
    flags: Vec<FlagReply>,
    words: &'static BenchWords,
}

#[derive(Debug, Serialize)]
struct ProgramReply {
    #[serde(flatten)]
    program: ProgramAsked,
    /// What it is called in a list.
    title: String,
}

/// Changes or faults of one sort.
#[derive(Debug, Serialize)]
struct GroupReply {
    title: &'static str,
    kinds: Vec<KindReply>,
}

/// A change or a fault.
#[derive(Debug, Serialize)]
struct KindReply {
    name: &'static str,
    help: &'static str,
    parts: Vec<PartReply>,
}

#[derive(Debug, Serialize)]
struct PartReply {
    name: &'static str,
    before: char,
    optional: bool,
}

/// A flag of every build.
#[derive(Debug, Serialize)]
struct FlagReply {
    /// How a request names it.
    name: &'static str,
    /// How one writes it.
    flag: String,
    help: &'static str,
    field: Field,
}

/// What kind of field a flag has.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Field {
    /// On or off.
    Switch,
    /// A number from 1.
    Number,
    /// Any text.
    Text,
    /// One of these, or none.
    Choice { of: [&'static str; 2] },
}

/// What can stand in a part of a change.
#[derive(Debug, Serialize)]
pub struct OfferedReply {
    values: Vec<String>,
    /// Whether another text is possible as well.
    free: bool,
}

/// What the form offers in a language.
pub fn choices(programs: Programs<'_>, lang: Lang) -> ChoicesReply {
    let words = words(lang);
    let programs = programs.all(lang).into_iter().map(|(program, title)| ProgramReply { program, title });
    ChoicesReply { programs: programs.collect(), groups: groups(words), flags: flags(words), words: &words.bench }
}

/// What can stand in the next part of a change; nothing if there is no such change or part.
pub fn offered(program: &Program, asked: &ValuesAsked) -> OfferedReply {
    match values(program, &asked.change, &asked.written) {
        Some(Values::OneOf(values)) => OfferedReply { values, free: false },
        Some(Values::Such(values)) => OfferedReply { values, free: true },
        None => OfferedReply { values: Vec::new(), free: false },
    }
}

fn groups(words: &'static Words) -> Vec<GroupReply> {
    let own = &words.bench;
    let change = |kind: &'static ChangeKind| KindReply::new(kind.name, kind.value, kind.help, words);
    let fault = |kind: FaultKind| KindReply::new(kind.name(), kind.values(), kind.help(), words);
    let subjects = [Subject::Sources, Subject::Output, Subject::Cache, Subject::Settings, Subject::Order];
    let changes = subjects.into_iter().zip(own.subjects).map(|(subject, title)| {
        let kinds = KINDS.iter().filter(|kind| kind.subject() == subject);
        GroupReply { title, kinds: kinds.map(change).collect() }
    });
    let stages = [FaultStage::Tools, FaultStage::Sources, FaultStage::Loading];
    let faults = stages.into_iter().zip(own.faults).map(|(stage, title)| {
        let kinds = FaultKind::ALL.into_iter().filter(|kind| kind.stage() == stage);
        GroupReply { title, kinds: kinds.map(fault).collect() }
    });
    changes.chain(faults).collect()
}

impl KindReply {
    fn new(name: &'static str, value: &'static str, help: &'static str, words: &'static Words) -> Self {
        let part = |part: Part| PartReply { name: part.name, before: part.before, optional: part.is_optional };
        Self { name, help: translated(words.whatif_help, help), parts: parts(value).into_iter().map(part).collect() }
    }
}

/// The flags, in the words of the command line's help.
fn flags(words: &'static Words) -> Vec<FlagReply> {
    let help = |english| translated(words.whatif_help, english);
    let all = [
        ("p", help("Run at most N actions at once"), Field::Number),
        ("a", help("Build all packages again, cached or not"), Field::Switch),
        ("trimpath", help("Leave the file system's paths out of what is built"), Field::Switch),
        ("ldflags", help("Flags for the linker"), Field::Text),
        ("gcflags", words.bench.gcflags, Field::Text),
        ("buildmode", words.bench.buildmode, Field::Choice { of: ["exe", "pie"] }),
        ("o", help("Name of the executable"), Field::Text),
    ];
    let flag = |(name, help, field)| FlagReply { name, flag: format!("-{name}"), help, field };
    all.into_iter().map(flag).collect()
}
