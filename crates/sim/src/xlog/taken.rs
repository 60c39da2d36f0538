//! Which flags and settings of a log's build a simulation has to take, since its program does not bring them along.

use std::collections::{BTreeMap, BTreeSet};

use super::setting::Setting;
use super::shown::Shown;
use super::votes::Votes;
use crate::gobuild::{BuildOptions, CommandFlags, OptionError, ProfileChoice, Rules, ToolFlags, cover, profile};
use crate::program::{GoVersion, Instrument, KNOWN_MINORS, Package, Program, Toolchain};

/// What follows from a log for a program and the flags that the user gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What is taken from the log.
    pub settings: Vec<Setting>,
    /// What the log shows, but the user gave otherwise.
    pub against: Vec<Setting>,
    /// Release and system of the log, if they are others than those of the program.
    pub other: Option<LogToolchain>,
    /// The flags for instrumented code in the log, if they are others than those of the program.
    pub other_instruments: Option<BTreeSet<Instrument>>,
    /// GOEXPERIMENT of the log, if it is another than that of the program.
    pub other_experiments: Option<String>,
}

/// The toolchain that wrote a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogToolchain {
    /// The release, as in `go1.23.9`.
    pub release: String,
    /// GOOS.
    pub goos: String,
    /// GOARCH.
    pub goarch: String,
}

impl Wanted {
    /// Compares what a log shows with what the program and the given flags say.
    pub fn of(shown: &Shown, program: &Program, given: &CommandFlags) -> Self {
        let mut assumed = program.clone();
        let mut wanted = Self::default();
        if program.toolchain.is_assumed {
            wanted.settings = toolchain(shown, &program.toolchain);
            for setting in &wanted.settings {
                setting.apply(&mut assumed, &mut given.clone());
            }
        }
        let program = &assumed;
        wanted = Self { other: other_toolchain(shown, &program.toolchain), ..wanted };
        wanted.other_instruments = shown.instruments.clone().filter(|shown| *shown != program.instruments);
        let experiments = shown.info.as_ref().map(|info| info.get("GOEXPERIMENT").cloned().unwrap_or_default());
        wanted.other_experiments = experiments.filter(|shown| *shown != program.toolchain.experiments.given);
        if wanted.other.is_some() || wanted.other_experiments.is_some() || wanted.other_instruments.is_some() {
            return wanted;
        }
        let mut add = |setting: Option<Setting>, is_given: bool| {
            if let Some(setting) = setting {
                if is_given { &mut wanted.against } else { &mut wanted.settings }.push(setting);
            }
        };
        add(release(shown, &program.toolchain), false);
        add(other(shown.host.as_ref(), &program.toolchain.host).map(Setting::Host), false);
        add(trimpath(shown, program, given), given.trimpath.is_some());
        add(tags(shown, program, given), given.tags.is_some());
        add(buildmode(shown, program, given), given.buildmode.is_some());
        add(profile(shown, program, given), given.profile.is_some());
        let covermode = covermode(shown, program, given);
        add(covermode.map(Setting::Covermode), given.covermode.is_some());
        add(coverpkg(shown, program, given).map(Setting::Coverpkg), given.coverpkg.is_some());
        let gcflags = Kind::Compiler.values(shown, program, given).map(Setting::Gcflags);
        add(gcflags, !given.gcflags.is_empty());
        let asmflags = Kind::Assembler.values(shown, program, given).map(Setting::Asmflags);
        add(asmflags, !given.asmflags.is_empty());
        let ldflags = Kind::Linker.values(shown, program, given).map(Setting::Ldflags);
        add(ldflags, !given.ldflags.is_empty());
        add(level(shown, &program.toolchain), false);
        for setting in cgo(shown, &program.toolchain) {
            add(Some(setting), false);
        }
        // With C++ files the linker is told the compiler for these instead.
        let has_cxx = program.packages.iter().any(|package| !package.files.cxx.is_empty());
        let [of_c, of_cxx] = shown.compilers.each_ref().map(Option::as_ref);
        let (c, cxx) = match shown.cc.as_ref() {
            Some(linker) if has_cxx => (of_c, Some(linker)),
            linker => (linker.or(of_c), of_cxx),
        };
        add(other(c, &program.toolchain.cc).map(Setting::CCompiler), false);
        add(other(cxx, &program.toolchain.cxx).map(Setting::CxxCompiler), false);
        wanted
    }
}

/// What is shown, if it is something else than what is known.
fn other(shown: Option<&String>, known: &str) -> Option<String> {
    shown.filter(|shown| *shown != known).cloned()
}

/// Rules and packages change from one minor version to the next, and from one system to another.
fn other_toolchain(shown: &Shown, known: &Toolchain) -> Option<LogToolchain> {
    let release = shown.release.clone().unwrap_or_else(|| known.version.to_string());
    let (goos, goarch) = shown.system.clone().unwrap_or_else(|| (known.goos.clone(), known.goarch.clone()));
    let same_rules = GoVersion::parse(&release).is_none_or(|version| version.minor() == known.version.minor());
    let same = same_rules && goos == known.goos && goarch == known.goarch;
    (!same).then_some(LogToolchain { release, goos, goarch })
}

/// Release and system of the log for a program of which they are not known.
fn toolchain(shown: &Shown, known: &Toolchain) -> Vec<Setting> {
    let known_rules = |version: &GoVersion| KNOWN_MINORS.contains(&version.minor());
    let version = shown.release.as_ref().and_then(|release| GoVersion::parse(release)).filter(known_rules);
    let release = version.filter(|version| *version != known.version).map(Setting::Release);
    let others = |(goos, goarch): &&(String, String)| *goos != known.goos || *goarch != known.goarch;
    let system = shown.system.as_ref().filter(others);
    release.into_iter().chain(system.map(|(goos, goarch)| Setting::System(goos.clone(), goarch.clone()))).collect()
}

fn release(shown: &Shown, known: &Toolchain) -> Option<Setting> {
    let version = GoVersion::parse(shown.release.as_ref()?)?;
    (version != known.version).then_some(Setting::Release(version))
}

fn trimpath(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Setting> {
    let known = given.trimpath.unwrap_or(program.go_flags.trimpath);
    let trims = match &shown.info {
        Some(info) => info.contains_key("-trimpath"),
        None => shown.trims?,
    };
    (trims != known).then_some(Setting::Trimpath(trims))
}

fn tags(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Setting> {
    let known = given.tags.as_ref().unwrap_or(&program.go_flags.tags);
    let tags = shown.info.as_ref()?.get("-tags").map_or("", String::as_str);
    let set = |tags: &str| crate::program::go_flags::tags_of(tags).collect::<Vec<_>>().join(",");
    (set(tags) != set(known)).then(|| Setting::Tags(tags.to_owned()))
}

/// The build info names the mode that was asked for, the linker gets the one that follows for the system.
fn buildmode(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Setting> {
    let known = given.buildmode.as_ref().or(program.go_flags.buildmode.as_ref()).map_or("default", String::as_str);
    let by_default = Rules::of(&program.toolchain.version).pie_by_default(program);
    let told = shown.info.as_ref().map_or(shown.link_mode.as_deref(), |_| shown.info("-buildmode"));
    if let Some(mode @ ("c-archive" | "c-shared" | "plugin")) = told {
        return (mode != known).then(|| Setting::Buildmode(mode.to_owned()));
    }
    let asked_for_pie = match &shown.info {
        Some(_) => shown.info("-buildmode") == Some("pie"),
        None => shown.install_suffix.as_ref()?.ends_with("shared"),
    };
    let mode = match (asked_for_pie, shown.link_mode.as_deref()) {
        (true, _) => "pie",
        (false, Some("exe")) if by_default => "exe",
        (false, _) => "default",
    };
    let same = mode == known || (mode == "default" && known == "exe" && !by_default);
    (!same).then(|| Setting::Buildmode(mode.to_owned()))
}

/// With -trimpath the build info has only the name of the profile, but the tools are told its path.
fn profile(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Setting> {
    let mut options = BuildOptions::for_program(program);
    options.dir.clone_from(given.dir.as_ref().unwrap_or(&program.dir));
    if let Some(profile) = &given.profile {
        options.profile = ProfileChoice::parse(profile);
    }
    let known = profile::path(program, &options);
    let told = shown.info("-pgo").filter(|path| path.starts_with('/')).or(shown.profile.as_deref());
    if told.is_none() && (shown.install_suffix.is_none() || shown.info("-pgo").is_some()) {
        return None;
    }
    options.profile = ProfileChoice::parse(told.unwrap_or("off"));
    let shown = profile::path(program, &options);
    (shown != known).then(|| Setting::Profile(shown.unwrap_or_else(|| "off".to_owned())))
}

/// How a build with `-cover` counts, if that is not what the flags say.
fn covermode(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<String> {
    let known = given.covermode.as_ref().or(program.go_flags.covermode.as_ref());
    let by_default = if program.instruments.contains(&Instrument::Race) { "atomic" } else { "set" };
    shown.covermode.clone().filter(|mode| mode != known.map_or(by_default, String::as_str))
}

/// Patterns for the packages that the log covers, if the flags say others. Where a cut log does not show a package, any
/// pattern is right.
fn coverpkg(shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Vec<String>> {
    if !program.instruments.contains(&Instrument::Cover) {
        return None;
    }
    let mut options = BuildOptions::for_program(program);
    options.dir.clone_from(given.dir.as_ref().unwrap_or(&program.dir));
    options.covermode = shown.covermode.clone().or(options.covermode);
    let mut explains = |patterns: &[String]| {
        options.coverpkg = patterns.to_vec();
        let marked = cover::with_cover(program, &options).ok().flatten();
        marked.is_some_and(|marked| {
            let compiled = marked.packages.iter().filter(|package| shown.gcflags.contains_key(package.compiler_path()));
            let covers = |package: &Package| shown.covered.contains(package.compiler_path());
            compiled.into_iter().all(|package| package.cover.is_empty() != covers(package))
        })
    };
    let given = given.coverpkg.as_ref().map(|patterns| patterns.split(',').map(str::to_owned).collect());
    if explains(&given.unwrap_or_else(|| program.go_flags.coverpkg.clone())) {
        return None;
    }
    let short = ["all", "std"].map(|pattern| vec![pattern.to_owned()]);
    let covered = |package: &&Package| shown.covered.contains(package.compiler_path());
    let each = program.packages.iter().filter(covered).map(|package| package.import_path.clone()).collect();
    short.into_iter().chain([each]).find(|patterns| explains(patterns))
}

fn level(shown: &Shown, known: &Toolchain) -> Option<Setting> {
    let (variable, value) = known.arch_level()?;
    let level = match &shown.info {
        Some(_) => shown.info(variable)?.to_owned(),
        None => shown.variables.get(variable)?.clone(),
    };
    (level != value).then_some(Setting::Level(variable, level))
}

fn cgo(shown: &Shown, known: &Toolchain) -> Vec<Setting> {
    let mut settings = Vec::new();
    let enabled = shown.info("CGO_ENABLED").map(|value| value == "1");
    settings.extend(enabled.filter(|&enabled| enabled != known.cgo_enabled).map(Setting::Cgo));
    for name in ["CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_LDFLAGS"] {
        let value = shown.info(name).unwrap_or_default();
        if shown.info(name).is_some() && known.cgo_flags.get(name).map_or("", String::as_str) != value {
            settings.push(Setting::CgoFlags(name, value.to_owned()));
        }
    }
    settings
}

/// The flags of one tool: `-gcflags`, `-asmflags` or `-ldflags`.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Compiler,
    Assembler,
    Linker,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Compiler => "-gcflags",
            Self::Assembler => "-asmflags",
            Self::Linker => "-ldflags",
        }
    }

    fn given(self, flags: &CommandFlags) -> &Vec<String> {
        match self {
            Self::Compiler => &flags.gcflags,
            Self::Assembler => &flags.asmflags,
            Self::Linker => &flags.ldflags,
        }
    }

    fn brought(self, program: &Program) -> &Vec<String> {
        match self {
            Self::Compiler => &program.go_flags.gcflags,
            Self::Assembler => &program.go_flags.asmflags,
            Self::Linker => &program.go_flags.ldflags,
        }
    }

    /// The values that explain the log, if those that are known do not. The build info has the last value as it was
    /// given, the lines of the tool have what came of all of them.
    fn values(self, shown: &Shown, program: &Program, given: &CommandFlags) -> Option<Vec<String>> {
        let known = [self.brought(program).as_slice(), self.given(given)].concat();
        // With -trimpath the build info does not tell the linker's flags.
        let tells = shown.info.is_some() && !(matches!(self, Self::Linker) && shown.info("-trimpath").is_some());
        let last = shown.info(self.name());
        if tells && last.is_none() {
            return (!known.is_empty()).then(Vec::new);
        }
        let fit = Fit::new(self, shown, program, given);
        let is_last = !tells || known.last().map(|value| value.trim()) == last.map(str::trim);
        if is_last && fit.wrong(&known).is_ok_and(|wrong| wrong.is_empty()) {
            return None;
        }
        Some(fit.values(last.map(str::to_owned).into_iter().collect())).filter(|values| *values != known)
    }
}

/// Looks for values of a flag with which every package gets what the log shows.
struct Fit<'a> {
    kind: Kind,
    shown: &'a Shown,
    /// The program without flags of this kind.
    program: Program,
    options: BuildOptions,
}

impl<'a> Fit<'a> {
    fn new(kind: Kind, shown: &'a Shown, program: &Program, given: &CommandFlags) -> Self {
        let mut program = program.clone();
        // Only one kind is looked at, whatever is wrong with the others.
        for list in [&mut program.go_flags.gcflags, &mut program.go_flags.asmflags, &mut program.go_flags.ldflags] {
            list.clear();
        }
        let mut options = BuildOptions::for_program(&program);
        "default".clone_into(&mut options.buildmode);
        options.dir.clone_from(given.dir.as_ref().unwrap_or(&program.dir));
        Self { kind, shown, program, options }
    }

    /// The packages that would get other flags than the log shows.
    fn wrong(&self, values: &[String]) -> Result<Vec<(&Package, &Vec<String>)>, OptionError> {
        let mut options = self.options.clone();
        match self.kind {
            Kind::Compiler => options.gcflags = values.to_vec(),
            Kind::Assembler => options.asmflags = values.to_vec(),
            Kind::Linker => options.ldflags = values.to_vec(),
        }
        let flags = ToolFlags::new(&self.program, &options)?;
        let rules = Rules::of(&self.program.toolchain.version);
        let mut wrong = Vec::new();
        for id in self.program.ids() {
            let package = self.program.package(id);
            let name = package.compiler_path();
            // Main of a plugin is compiled under its import path.
            let of =
                |shown: &'a BTreeMap<String, Vec<String>>| shown.get(name).or_else(|| shown.get(&package.import_path));
            let (shown, ours) = match self.kind {
                Kind::Compiler => (of(&self.shown.gcflags), flags.gcflags(&self.program, id)),
                Kind::Assembler => (of(&self.shown.asmflags), flags.asmflags(&self.program, id)),
                Kind::Linker if id == self.program.root() => {
                    (self.shown.ldflags.as_ref(), flags.ldflags(&self.program, id))
                }
                Kind::Linker => continue,
            };
            let drops = matches!(self.kind, Kind::Compiler) && rules.compiles_as_runtime(package);
            let ours = ours.iter().filter(|flag| !drops || *flag != "-N");
            if let Some(shown) = shown.filter(|shown| !ours.eq(shown.iter())) {
                wrong.push((package, shown));
            }
        }
        Ok(wrong)
    }

    /// The values, of which the last one is known. A value that gostep refuses stays alone.
    fn values(&self, last: Vec<String>) -> Vec<String> {
        let Ok(wrong) = self.wrong(&last) else { return last };
        let mut votes = Votes::default();
        for (_, flags) in &wrong {
            votes.add((*flags).clone());
        }
        let Some(most) = votes.most() else { return last };
        let (mut first, mut left) = (Vec::new(), wrong.len());
        for pattern in ["all", "std", "work"] {
            let value = format!("{pattern}={}", joined(&most));
            let values = [std::slice::from_ref(&value), last.as_slice()].concat();
            if let Ok(wrong) = self.wrong(&values)
                && wrong.len() < left
                && !matches!(self.kind, Kind::Linker)
                // A pattern for one package is its import path.
                && left - wrong.len() > 1
            {
                (first, left) = (vec![value], wrong.len());
            }
        }
        let Ok(wrong) = self.wrong(&[first.clone(), last.clone()].concat()) else { return last };
        let root = &self.program.package(self.program.root()).import_path;
        let single = wrong.into_iter().map(|(package, flags)| {
            if package.import_path == *root {
                joined(flags)
            } else {
                format!("{}={}", package.import_path, joined(flags))
            }
        });
        let values: Vec<String> = first.into_iter().chain(single).chain(last.clone()).collect();
        // A flag that the compiler does not have comes from a damaged line, for the linker there is only one.
        if matches!(self.kind, Kind::Linker) || self.wrong(&values).is_ok() { values } else { last }
    }
}

/// Flags as one value, as the go command splits it.
fn joined(flags: &[String]) -> String {
    let quoted = flags.iter().map(|flag| {
        let is_plain = !flag.is_empty() && !flag.starts_with(['\'', '"']) && !flag.contains([' ', '\t', '\n', '\r']);
        match (is_plain, flag.contains('\'')) {
            (true, _) => flag.clone(),
            (false, false) => format!("'{flag}'"),
            (false, true) => format!("\"{flag}\""),
        }
    });
    quoted.collect::<Vec<_>>().join(" ")
}
