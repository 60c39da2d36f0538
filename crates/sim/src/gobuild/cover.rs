//! `-cover`: which packages count what runs, and how (`cmd/go/internal/load/pkg.go`, `SelectCoverPackages`).

use super::flags::Pattern;
use super::options::{BuildOptions, OptionError};
use super::rules::Rules;
use crate::hash::Hash;
use crate::program::{Instrument, Package, PackageId, Program};
use crate::said::Said;

/// Packages that `atomic` counters are made of.
const OF_ATOMIC: [&str; 3] = ["sync/atomic", "runtime/internal/atomic", "internal/runtime/atomic"];

/// The program with its covered packages marked; `None` if it is built without `-cover`.
///
/// # Errors
/// If a flag does not go together with the program.
pub fn with_cover(program: &Program, options: &BuildOptions) -> Result<Option<Program>, OptionError> {
    if !program.instruments.contains(&Instrument::Cover) {
        return match (&options.covermode, options.coverpkg.is_empty()) {
            (None, true) => Ok(None),
            _ => Err(OptionError::Cover(said!("-covermode and -coverpkg ask for -cover"))),
        };
    }
    if program.toolchain.experiments.changed.iter().any(|name| name == "nocoverageredesign") {
        let problem = said!("-cover: GOEXPERIMENT has nocoverageredesign, with which gostep does not model it");
        return Err(OptionError::Cover(problem));
    }
    let races = program.instruments.contains(&Instrument::Race);
    let mode = options.covermode.as_deref().unwrap_or(if races { "atomic" } else { "set" });
    if races && mode != "atomic" {
        let refusal = Said::told(format!("-covermode must be \"atomic\", not {mode:?}, when -race is enabled"));
        return Err(OptionError::Cover(refusal));
    }
    let rules = Rules::of(&program.toolchain.version);
    let patterns = patterns(program, options, rules)?;
    let fits = |id: PackageId| patterns.as_ref().is_none_or(|patterns| patterns.iter().any(|p| p.fits(program, id)));
    let atomic = program.find("sync/atomic").filter(|_| mode == "atomic");
    let mut packages = program.packages.clone();
    for id in program.ids() {
        let package = program.package(id);
        let is_own = program.is_root(id) || package.module.as_ref().is_some_and(|module| module.main);
        if !(fits(id) && (patterns.is_some() || is_own)) || !is_coverable(package, mode) {
            continue;
        }
        let covered = &mut packages[id.index()];
        let registers = races && rules.registers_only(package);
        if registers { "regonly" } else { mode }.clone_into(&mut covered.cover);
        // The go command adds the import without looking whether it is there already.
        covered.imports.extend(atomic);
    }
    Ok(Some(program.with_packages(packages)))
}

/// What `-coverpkg` names; `None` without it.
fn patterns(program: &Program, options: &BuildOptions, rules: Rules) -> Result<Option<Vec<Pattern>>, OptionError> {
    let mut patterns = Vec::with_capacity(options.coverpkg.len());
    for text in &options.coverpkg {
        let refuse = |problem: Said| OptionError::Cover(said!("-coverpkg={text}: {problem}", text, problem));
        let pattern = Pattern::parse(text, &options.dir, rules).map_err(refuse)?;
        if !program.ids().any(|id| pattern.fits(program, id)) {
            return Err(refuse(said!("no package of the program matches it")));
        }
        patterns.push(pattern);
    }
    Ok((!patterns.is_empty()).then_some(patterns))
}

fn is_coverable(package: &Package, mode: &str) -> bool {
    let has_files = package.files.go.len() + package.files.cgo.len() > 0;
    let of_atomic = mode == "atomic" && package.standard && OF_ATOMIC.contains(&package.import_path.as_str());
    !package.is_builtin() && has_files && !of_atomic
}

/// The name of the variables that count in a package.
pub fn variable(package: &Package) -> String {
    format!("goCover_{}_", &Hash::of(&package.import_path).to_string()[..12])
}

/// The source of a package with this number: the Go files, then those for cgo.
pub fn source(package: &Package, number: u32) -> Option<&String> {
    package.files.go.iter().chain(&package.files.cgo).nth(number as usize)
}

/// The name that the cover tool gives a source.
pub fn covered_name(source: &str) -> String {
    format!("{}.cover.go", source.strip_suffix(".go").unwrap_or(source))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::program::load_embedded;

    /// The sample as if it were listed with `-cover`.
    fn covered(instruments: &[Instrument], mode: Option<&str>, packages: &[&str]) -> Result<Vec<String>, String> {
        let mut program = Arc::unwrap_or_clone(Arc::new(load_embedded("hello").unwrap()));
        program.instruments = instruments.iter().copied().collect();
        let mut options = BuildOptions::for_program(&program);
        options.covermode = mode.map(str::to_owned);
        options.coverpkg = packages.iter().map(|&pattern| pattern.to_owned()).collect();
        let marked = with_cover(&program, &options).map_err(|error| error.to_string())?;
        let marked = marked.ok_or("without -cover")?;
        let of = |package: &&Package| !package.cover.is_empty();
        let told = |package: &Package| format!("{} {}", package.compiler_path(), package.cover);
        Ok(marked.packages.iter().filter(of).map(told).collect())
    }

    #[test]
    fn packages_are_covered_as_in_the_go_command() {
        let all = [Instrument::Race, Instrument::Cover];
        let cover = &all[1..];
        assert_eq!(covered(cover, None, &[]).unwrap(), ["main set"]);
        assert_eq!(covered(cover, Some("count"), &["fmt", "io"]).unwrap(), ["io count", "fmt count"]);
        assert_eq!(covered(&all, None, &["errors", "runtime"]).unwrap(), ["runtime regonly", "errors atomic"]);
        assert!(!covered(cover, Some("atomic"), &["all"]).unwrap().concat().contains("atomic atomic"));
        assert!(covered(&all, Some("set"), &[]).unwrap_err().contains("must be \"atomic\", not \"set\""));
        assert!(covered(cover, None, &["nowhere/..."]).unwrap_err().contains("no package of the program matches"));
        assert!(covered(&[], None, &["fmt"]).unwrap_err().contains("ask for -cover"));
        assert_eq!(covered(&[], None, &[]).unwrap_err(), "without -cover");
    }
}
