//! Builds that the go command refuses, and those that need a C compiler for linking.

use super::link_mode::LinkMode;
use super::options::BuildOptions;
use super::rules::Rules;
use crate::program::{Instrument, PackageId, Program, Toolchain};
use crate::said::Said;

/// Why an executable of the requested kind (position-independent or not) cannot be built, in the words of the go
/// command; `None` if it can.
///
/// The tables are those of `internal/platform` in each release.
pub fn refusal(program: &Program, options: &BuildOptions) -> Option<Said> {
    let toolchain = &program.toolchain;
    let asked = options.buildmode == "pie";
    if asked && !supports_pie(toolchain) {
        return Some(Said::told(format!("-buildmode=pie not supported on {}/{}", toolchain.goos, toolchain.goarch)));
    }
    if asked && program.instruments.contains(&Instrument::Race) {
        let refusal = "-buildmode=pie not supported when -race is enabled";
        let rules = Rules::of(&toolchain.version);
        if rules.names_system_of_race() && !rules.pie_by_default(program) {
            return Some(Said::told(format!("{refusal} on {}/{}", toolchain.goos, toolchain.goarch)));
        }
        if !rules.names_system_of_race() {
            return Some(Said::told(refusal));
        }
    }
    // go1.21 does not check this before the build and leaves it to the linker.
    if toolchain.version.minor() < 22 || program.mains().next().is_none() {
        return None;
    }
    let what = reason(toolchain, asked)?;
    Some(if toolchain.cgo_enabled {
        said!("{what} requires external (cgo) linking, which gostep does not model", what)
    } else {
        Said::told(format!("{what} requires external (cgo) linking, but cgo is not enabled"))
    })
}

/// The reason why the linker must run a C compiler, if there is one.
fn reason(toolchain: &Toolchain, pie: bool) -> Option<String> {
    let target = format!("{}/{}", toolchain.goos, toolchain.goarch);
    let always = (toolchain.goos == "android" && toolchain.goarch != "arm64") || target == "ios/arm64";
    if always {
        return Some(target);
    }
    (pie && !links_pie(toolchain)).then(|| "-buildmode=pie".to_owned())
}

fn supports_pie(toolchain: &Toolchain) -> bool {
    let minor = toolchain.version.minor();
    match (toolchain.goos.as_str(), toolchain.goarch.as_str()) {
        ("linux", "386" | "amd64" | "arm" | "arm64" | "loong64" | "ppc64le" | "riscv64" | "s390x")
        | ("android", "amd64" | "arm" | "arm64" | "386")
        | ("freebsd", "amd64")
        | ("darwin" | "ios", "amd64" | "arm64")
        | ("aix", "ppc64")
        | ("windows", "386" | "amd64" | "arm64") => true,
        ("linux", "ppc64") => minor >= 27,
        ("openbsd", "arm64") => minor >= 23,
        ("windows", "arm") => minor <= 25,
        _ => false,
    }
}

/// Whether Go's own linker can make position-independent executables.
fn links_pie(toolchain: &Toolchain) -> bool {
    let minor = toolchain.version.minor();
    match (toolchain.goos.as_str(), toolchain.goarch.as_str()) {
        ("android", "arm64")
        | ("darwin", "amd64" | "arm64")
        | ("linux", "amd64" | "arm64" | "ppc64le")
        | ("windows", "386" | "amd64" | "arm64") => true,
        ("linux", "loong64") => minor >= 25,
        ("linux", "ppc64" | "s390x") => minor >= 27,
        ("windows", "arm") => minor <= 25,
        _ => false,
    }
}

/// The program as it is built with these flags, if that is another: if a main package is linked by a C compiler, it
/// imports `runtime/cgo`, and main of a plugin is compiled under its import path. `ldflags` gives the linker's flags for a
/// main package.
pub fn as_linked<'a>(
    program: &Program,
    made: LinkMode,
    ldflags: impl Fn(PackageId) -> &'a [String],
) -> Option<Program> {
    let linked = with_runtime_cgo(program, |main| made.links_in_place() || links_externally(ldflags(main)));
    if made != LinkMode::Plugin {
        return linked;
    }
    let program = linked.as_ref().unwrap_or(program);
    let mut packages = program.packages.clone();
    packages[program.root().index()].is_plugin = true;
    Some(program.with_packages(packages))
}

fn with_runtime_cgo(program: &Program, externally: impl Fn(PackageId) -> bool) -> Option<Program> {
    let cgo = program.find("runtime/cgo")?;
    let changes = |main: &PackageId| externally(*main) && !program.package(*main).imports.contains(&cgo);
    let mains: Vec<PackageId> = program.mains().filter(changes).collect();
    if mains.is_empty() {
        return None;
    }
    let mut packages = program.packages.clone();
    for main in mains {
        let main = &mut packages[main.index()];
        // Of what the linker needs it comes after runtime, which may be imported already.
        let runtime =
            main.imports[main.source_imports..].iter().position(|&id| program.package(id).import_path == "runtime");
        main.imports.insert(main.source_imports + runtime.map_or(0, |at| at + 1), cgo);
    }
    Some(program.with_packages(packages))
}

/// Whether flags ask for external linking. Of several the last one counts; the go command knows them with one dash only.
pub fn links_externally(ldflags: &[String]) -> bool {
    let mode = |at: usize| match ldflags[at].split_once('=') {
        Some(("-linkmode", mode)) => Some(mode),
        None if ldflags[at] == "-linkmode" => ldflags.get(at + 1).map(String::as_str),
        _ => None,
    };
    let last = (0..ldflags.len()).rev().filter_map(mode).find(|mode| matches!(*mode, "external" | "internal"));
    last == Some("external")
}

/// The message of the go command if the output would overwrite a source file of the program or its go.mod. go1.26 and
/// later refuse that, at the very end of the build.
pub fn overwritten(program: &Program, options: &BuildOptions) -> Option<Said> {
    let output = options.output.as_deref()?;
    if program.toolchain.version.minor() < 26 || options.dry_run {
        return None;
    }
    let path = crate::program::clean_path(&crate::program::join_path(&options.dir, output));
    let is_file = |package: &crate::program::Package| {
        path.strip_prefix(&package.dir)
            .and_then(|name| name.strip_prefix('/'))
            .is_some_and(|name| package.files.hashed().any(|file| file == name))
    };
    let root = &program.package(program.root()).import_path;
    let is_of_module = !program.go_mod.is_empty() && path == program.go_mod;
    (is_of_module || program.packages.iter().any(is_file)).then(|| {
        Said::told(format!("go build {root}: build output {output:?} already exists and is not an object file"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_link_mode_counts() {
        let external = |flags: &str| links_externally(&flags.split(' ').map(str::to_owned).collect::<Vec<_>>());
        for flags in ["-linkmode=external", "-s -linkmode external", "-linkmode=internal -linkmode=external"] {
            assert!(external(flags), "{flags}");
        }
        for flags in
            ["", "-s -w", "-linkmode=internal", "-linkmode external -linkmode internal", "-X main.linkmode=external"]
        {
            assert!(!external(flags), "{flags}");
        }
    }
}
