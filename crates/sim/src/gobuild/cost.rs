//! How long commands take on the logical clock.

use std::collections::BTreeMap;

use super::plan::{Action, Mode};
use super::step::Step;
use crate::program::{Package, Program};

/// Durations of actions: the recorded ones where there are any, else those of a model.
#[derive(Clone, Debug)]
pub struct Costs {
    /// Microseconds by package index; `None` where no duration was recorded.
    recorded: Vec<Option<u64>>,
    link: Option<u64>,
}

/// The key of the link among recorded durations, which are otherwise keyed by import path.
pub const LINK: &str = "link";

impl Costs {
    /// Takes durations (milliseconds by import path) that were recorded with the program or measured in a real build.
    pub fn new(program: &Program, durations_ms: &BTreeMap<String, f64>) -> Self {
        let micros = |path: &str| {
            durations_ms.get(path).filter(|ms| ms.is_finite() && **ms >= 0.0).map(|ms| {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
                let micros = (ms * 1000.0).min(1e15) as u64;
                micros
            })
        };
        Self {
            recorded: program
                .packages
                .iter()
                .map(|p| micros(&p.import_path).or_else(|| micros(p.compiler_path())))
                .collect(),
            link: micros(LINK),
        }
    }

    /// Microseconds that one step of an action takes.
    pub fn of(&self, program: &Program, action: &Action, steps: &[Step], step: Step) -> u64 {
        let package = program.package(action.package);
        let weight = |step: Step| weight(package, program, step);
        let recorded = match action.mode {
            Mode::Build => self.recorded[action.package.index()],
            Mode::Link => self.link,
            _ => None,
        };
        match recorded {
            None => weight(step),
            // The recorded duration of the action is divided among its steps in the proportions of the model.
            Some(total) => {
                let all: u64 = steps.iter().map(|&step| weight(step)).sum();
                total * weight(step) / all.max(1)
            }
        }
    }
}

/// The model, fitted by eye to recorded builds: a compile costs time per file, every other step about the same each
/// time.
fn weight(package: &Package, program: &Program, step: Step) -> u64 {
    let files = (package.files.go.len() + package.files.cgo.len()) as u64;
    match step {
        Step::MakeObjdir
        | Step::MakeExeDir
        | Step::MakeTargetDir
        | Step::RemoveObjdir
        | Step::MoveToTarget
        | Step::MoveHeader
        | Step::SayNoHeader => 50,
        // How long a program runs is its own business.
        Step::RunProgram => 0,
        Step::WriteEmptyAsmHeader
        | Step::WriteImportcfg
        | Step::WriteEmbedcfg
        | Step::WriteCoverConfig
        | Step::WriteCoverOutputs
        | Step::CopyHeader(_)
        | Step::WritePreferExternal
        | Step::SayCgoLinked
        | Step::StoreProfile => 100,
        Step::PrepareProfile => 20_000,
        Step::WriteLinkImportcfg => 300,
        Step::Cover => 5_000 + 1_000 * files,
        Step::ScanAssembly => 4_000 + 200 * package.files.asm.len() as u64,
        Step::Compile => 5_000 + 15_000 * files,
        Step::Assemble(_) => 6_000,
        Step::RunCgo => 60_000 + 60_000 * package.files.cgo.len() as u64,
        Step::Try(..) | Step::CompileC(_) | Step::CompileCgoMain | Step::LinkCgo => 25_000,
        Step::ReadCgoImports => 5_000,
        Step::Pack => 500,
        Step::StampBuildId | Step::StoreInCache | Step::CacheExecutable => 300 + 30 * files,
        Step::Link => 40_000 + 2_000 * program.packages.len() as u64,
    }
}
