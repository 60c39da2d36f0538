//! `build:` of a lesson or a step: from settings as written to build options.

use crate::lesson::places::{Places, join};
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::RawBuild;
use gostep_sim::gobuild::BuildOptions;
use gostep_sim::said;

/// Most actions at once.
pub const MAX_WORKERS: u32 = 1024;

/// Applies the settings that are given to the options that were in force before.
pub fn apply(raw: &RawBuild, path: &str, places: &Places, options: &mut BuildOptions, report: &mut ProblemReport<'_>) {
    let mut number = |name: &str, value: Option<u32>, option: &mut usize| match value {
        Some(number) if (1..=MAX_WORKERS).contains(&number) => *option = number as usize,
        Some(number) => {
            let place = places.value(&join(path, name));
            report.add(
                place,
                said!("{name}: {number} is out of range", name, number),
                said!("give 1 to {MAX_WORKERS}", MAX_WORKERS),
            );
        }
        None => {}
    };
    number("p", raw.p, &mut options.workers);
    number("gomaxprocs", raw.gomaxprocs, &mut options.gomaxprocs);
    if let Some(output) = &raw.output {
        let is_folder = output.ends_with('/') || matches!(output.rsplit('/').next(), Some("." | ".."));
        if is_folder || output.contains('\n') {
            let message = said!("output: {output:?} is no name of a file", output);
            report.add(
                places.value(&join(path, "output")),
                message,
                said!("give the name of the executable, such as main_bin"),
            );
        }
        options.output = Some(output.clone());
    }
    options.all = raw.a.unwrap_or(options.all);
    options.trimpath = raw.trimpath.unwrap_or(options.trimpath);
    for (flags, option) in [
        (&raw.ldflags, &mut options.ldflags),
        (&raw.gcflags, &mut options.gcflags),
        (&raw.asmflags, &mut options.asmflags),
    ] {
        if let Some(flags) = flags {
            *option = vec![flags.clone()];
        }
    }
}
