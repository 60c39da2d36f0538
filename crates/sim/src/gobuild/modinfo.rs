//! The build info that the linker puts into an executable, as `go version -m` prints it.

use std::collections::BTreeMap;

use super::options::BuildOptions;
use super::profile;
use super::rules::Rules;
use crate::goquote;
use crate::program::go_flags::tags_of;
use crate::program::{Instrument, Module, PackageId, Program, Vcs};

/// The bytes that enclose the text in the executable. They are not valid UTF-8, so importcfg.link shows them escaped.
const START: &str = r"0w\xaf\f\x92t\b\x02A\xe1\xc1\a\xe6\xd6\x18\xe6";
const END: &str = r"\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2";

/// The text as a Go string literal with its enclosing marks, as importcfg.link holds it.
pub fn with_marks(text: &str) -> String {
    let quoted = goquote::quote(text);
    format!("\"{START}{}{END}\"", &quoted[1..quoted.len() - 1])
}

/// The build info of every main package on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuildInfos(BTreeMap<PackageId, String>);

impl BuildInfos {
    /// Those of a build with or without cgo.
    pub fn new(program: &Program, options: &BuildOptions, cgo_enabled: bool) -> Self {
        Self(program.mains().map(|main| (main, text(program, options, main, cgo_enabled))).collect())
    }

    /// The text of a main package; `None` for others.
    pub fn of(&self, package: PackageId) -> Option<&str> {
        self.0.get(&package).map(String::as_str)
    }
}

fn text(program: &Program, options: &BuildOptions, main: PackageId, cgo_enabled: bool) -> String {
    let root = program.package(main);
    let mut text = format!("path\t{}\n", root.import_path);
    let stamp = stamp(program, options, main);
    if let Some(module) = &root.module {
        let version = stamp.map(|vcs| &vcs.main_version).filter(|_| module.main).cloned();
        push_module(
            &mut text,
            "mod",
            &Module { version: version.unwrap_or_else(|| module.version.clone()), ..module.clone() },
        );
    }
    for module in dependencies(program, main) {
        push_module(&mut text, "dep", module);
    }
    for (key, value) in settings(program, options, main, cgo_enabled) {
        text.push_str(&format!("build\t{key}={}\n", quoted_if_needed(&value)));
    }
    text
}

/// Every module that provides a package to a main package, except its own module, sorted by path and version.
fn dependencies(program: &Program, main: PackageId) -> Vec<&Module> {
    let own = program.package(main).module.as_ref().map(|module| &module.path);
    let mut by_path: BTreeMap<&str, &Module> = BTreeMap::new();
    let needed = program.needed_by(main);
    for module in needed.filter(|p| !p.standard).filter_map(|p| p.module.as_ref()) {
        if Some(&module.path) != own {
            by_path.insert(&module.path, module);
        }
    }
    by_path.into_values().collect()
}

/// The revision that is stamped into the executable; `None` without a known revision, and if the build was given files
/// instead of a package.
pub fn stamp<'a>(program: &'a Program, options: &BuildOptions, main: PackageId) -> Option<&'a Vcs> {
    let root = program.package(main);
    let vcs = program.surroundings.as_ref()?.vcs.as_ref()?;
    (options.stamp && options.command.stamps() && root.is_main() && !root.command_line_files).then_some(vcs)
}

fn push_module(text: &mut String, kind: &str, module: &Module) {
    let version = |module: &Module| {
        if module.version.is_empty() { "(devel)".to_owned() } else { module.version.clone() }
    };
    match &module.replace {
        None => {
            text.push_str(&format!("{kind}\t{}\t{}\t{}\n", module.path, version(module), module.sum));
        }
        Some(replace) => {
            text.push_str(&format!("{kind}\t{}\t{}\n", module.path, version(module)));
            text.push_str(&format!("=>\t{}\t{}\t{}\n\n", replace.path, version(replace), replace.sum));
        }
    }
}

fn settings(program: &Program, options: &BuildOptions, main: PackageId, cgo_enabled: bool) -> Vec<(String, String)> {
    let toolchain = &program.toolchain;
    let root = program.package(main);
    let mut settings = Vec::new();
    let mut set = |key: &str, value: &str| settings.push((key.to_owned(), value.to_owned()));
    let mut set_if = |key: &str, value: &str| {
        if !value.is_empty() {
            set(key, value);
        }
    };
    let last = |brought: &[String], given: &[String]| given.last().or(brought.last()).cloned().unwrap_or_default();
    let brought = &program.go_flags;
    let with = |instrument: Instrument| if program.instruments.contains(&instrument) { "true" } else { "" };
    set_if("-asan", with(Instrument::Asan));
    set_if("-asmflags", &last(&brought.asmflags, &options.asmflags));
    set_if("-buildmode", if options.buildmode == "default" { "exe" } else { &options.buildmode });
    set_if("-compiler", "gc");
    set_if("-gcflags", &last(&brought.gcflags, &options.gcflags));
    // Linker flags often hold paths of this machine, which -trimpath promises to leave out.
    if !options.trimpath {
        set_if("-ldflags", &last(&brought.ldflags, &options.ldflags));
    }
    if Rules::of(&toolchain.version).tells_cover() {
        set_if("-cover", with(Instrument::Cover));
    }
    set_if("-msan", with(Instrument::Msan));
    set_if("-race", with(Instrument::Race));
    let tags: Vec<&str> = tags_of(&options.tags).collect();
    set_if("-tags", &tags.join(","));
    set_if("-trimpath", if options.trimpath { "true" } else { "" });
    set_if("DefaultGODEBUG", &root.default_godebug);
    set_if("CGO_ENABLED", if cgo_enabled { "1" } else { "0" });
    if cgo_enabled && !options.trimpath {
        for name in ["CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_LDFLAGS"] {
            set(name, toolchain.cgo_flags.get(name).map_or("", String::as_str));
        }
    }
    let mut set_if = |key: &str, value: &str| {
        if !value.is_empty() {
            set(key, value);
        }
    };
    set_if("GOARCH", &toolchain.goarch);
    set_if("GOEXPERIMENT", &toolchain.experiments.given);
    set_if("GOOS", &toolchain.goos);
    if let Some((variable, value)) = toolchain.arch_level() {
        set_if(variable, value);
    }
    if let Some(vcs) = stamp(program, options, main) {
        for (key, value) in
            [("", "git"), (".revision", &vcs.revision), (".time", &vcs.time), (".modified", modified(vcs))]
        {
            set_if(&format!("vcs{key}"), value);
        }
    }
    if let Some(path) = profile::path(program, options) {
        let name = path.rsplit('/').next().unwrap_or_default();
        settings.push(("-pgo".to_owned(), if options.trimpath { name.to_owned() } else { path }));
        if Rules::of(&toolchain.version).sorts_profile() {
            settings.sort();
        }
    }
    settings
}

fn modified(vcs: &Vcs) -> &'static str {
    if vcs.modified { "true" } else { "false" }
}

/// Quotes a value with spaces or quotes as a Go string literal.
fn quoted_if_needed(value: &str) -> String {
    if value.contains([' ', '\t', '\n', '\r', '"', '`']) { goquote::quote(value) } else { value.to_owned() }
}
