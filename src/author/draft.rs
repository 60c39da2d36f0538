//! The lesson that `gostep lesson from` drafts of a program.

use std::sync::Arc;

use gostep_course::words::{Lang, of_commands};
use gostep_sim::gobuild::analysis::Analysis;
use gostep_sim::gobuild::{Action, ActionId, Build, BuildOptions, Machine, OptionError};
use gostep_sim::program::{PackageId, Program};

/// Workers of the build in which the action is looked for that runs alone.
const WORKERS: usize = 4;

/// A step about a package.
struct Step {
    /// The part of the draft.
    part: &'static str,
    package: PackageId,
    /// Its place in the order of one worker.
    priority: u32,
}

/// The draft of a lesson with this id about a program; `named` is how the lesson names it.
///
/// # Errors
/// If the program cannot be built with its own flags.
pub fn draft(program: &Arc<Program>, named: &str, id: &str, lang: Lang) -> Result<String, OptionError> {
    let options = BuildOptions { workers: WORKERS, ..BuildOptions::for_program(program) };
    let build = Machine::default().build(program, options)?;
    let template = of_commands(lang).draft;
    let part = |name: &str| -> &str {
        let from = if name.is_empty() { 0 } else { template.find(&format!("--- {name}\n")).unwrap_or(template.len()) };
        let body = &template[from..];
        let body = if name.is_empty() { body } else { body.split_once('\n').map_or("", |(_, body)| body) };
        body.find("--- ").map_or(body, |end| &body[..end])
    };
    let root = program.package(program.root());
    // Files named on the command line have no name of their own.
    let file = named.rsplit('/').next().unwrap_or(named);
    let path = if root.command_line_files { file.trim_end_matches(".json") } else { &root.import_path };
    let mut text = part("").replace("PROGRAM", named).replace("id: NAME", &format!("id: {id}")).replace("PATH", path);
    for step in steps(&build) {
        text.push('\n');
        text.push_str(&part(step.part).replace("PACKAGE", &program.package(step.package).import_path));
    }
    text.push('\n');
    text.push_str(part("last"));
    Ok(text)
}

/// The steps about packages, in the order of the build: a lesson never goes back.
fn steps(build: &Build) -> Vec<Step> {
    let order = build.plan.builds_in_order();
    let main = build.program.root();
    let step = |part, id: ActionId| {
        let Action { package, priority, .. } = *build.plan.action(id);
        Step { part, package, priority }
    };
    let first = order.first().map(|&id| step("first", id));
    let others = || order.iter().skip(1).copied().filter(|&id| build.plan.action(id).package != main);
    let has_assembly = |&id: &ActionId| !build.program.package(build.plan.action(id).package).files.asm.is_empty();
    let is_own = |&id: &ActionId| !build.program.package(build.plan.action(id).package).standard;
    let assembly = others().filter(has_assembly).find(is_own).or_else(|| others().find(has_assembly));
    let lone = Analysis::of(build).lone;
    let alone = lone.iter().filter(|lone| others().any(|id| id == lone.action)).max_by_key(|lone| lone.packages_after);
    let mut steps: Vec<Step> =
        [first, assembly.map(|id| step("assembly", id)), alone.map(|lone| step("alone", lone.action))]
            .into_iter()
            .flatten()
            .filter(|step| step.package != main)
            .collect();
    steps.sort_by_key(|step| step.priority);
    // A package has one step.
    steps.dedup_by_key(|step| step.package);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load::Shipped;
    use gostep_course::lesson::{File, check};
    use gostep_sim::program::{EMBEDDED_NAMES, load_embedded};

    #[test]
    fn drafts_pass_the_check() {
        for (lang, name) in Lang::ALL.into_iter().flat_map(|lang| EMBEDDED_NAMES.map(|name| (lang, name))) {
            let text = draft(&Arc::new(load_embedded(name).unwrap()), name, "my-draft", lang).unwrap();
            let checked = check(File { name: "my-draft.yaml", text: &text }, None, lang, &Shipped);
            let lesson = checked.unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"));
            assert!(lesson.notices.is_empty(), "{:#?}", lesson.notices);
            assert!(lesson.steps.len() >= 7, "{text}");
            for placeholder in ["PACKAGE", "PROGRAM", "PATH", "NAME", "--- "] {
                assert!(!text.contains(placeholder), "{text}");
            }
        }
    }
}
