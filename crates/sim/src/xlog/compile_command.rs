//! The command lines of the compiler, the assembler and the cover tool.

use super::command::{Command, Composer, cached_profile};
use super::shell::join;
use crate::gobuild::cover;
use crate::gobuild::faults::Mistake;
use crate::gobuild::files::OfCover;
use crate::gobuild::importcfg::archive_path;
use crate::gobuild::profile;
use crate::gobuild::{Build, Step};
use crate::program::join_path;

impl Composer<'_> {
    /// `-p` and the package's path, unless a fault leaves it out.
    fn path_flag(&self, step: Step) -> Vec<String> {
        let assembles = matches!(step, Step::Assemble(_));
        let scans = step == Step::ScanAssembly;
        if (self.has(Mistake::NoPath) && !scans) || (self.has(Mistake::NoAsmPath) && assembles) {
            return Vec::new();
        }
        vec!["-p".into(), self.package.compiler_path().into()]
    }

    /// The `-I` flags of the assembler: the object directory, then the toolchain's headers.
    fn include_flags(&self, step: Step) -> Vec<String> {
        let Self { build, obj, .. } = self;
        let faults = &build.options.faults;
        let mut dirs = vec![obj.clone()];
        if matches!(step, Step::Assemble(_)) {
            for mistake in faults.mistakes(self.action.package) {
                match mistake {
                    Mistake::NoAsmHeader => dirs.clear(),
                    Mistake::ForeignAsmHeader(other) => {
                        dirs = vec![build.objdir(build.plan.action(build.plan.build_of(other)).objdir)];
                    }
                    _ => {}
                }
            }
        }
        if !self.has(Mistake::NoInclude) {
            dirs.push(format!("{}/pkg/include", build.program.toolchain.goroot));
        }
        dirs.into_iter().flat_map(|dir| ["-I".to_owned(), dir]).collect()
    }

    pub(super) fn asm(&self, step: Step, output: &[&[&str]], sources: &[String]) -> Command {
        let Self { build, action, package, .. } = self;
        let toolchain = &build.program.toolchain;
        let rules = build.rules();
        let mut args = vec![toolchain.tool("asm")];
        args.extend(self.path_flag(step));
        args.extend(["-trimpath".into(), self.trimpath()]);
        args.extend(self.include_flags(step));
        args.extend(["-D".into(), format!("GOOS_{}", toolchain.goos)]);
        args.extend(["-D".into(), format!("GOARCH_{}", toolchain.goarch)]);
        args.extend(build.flags.forced.iter().cloned());
        args.extend(build.flags.asmflags(&build.program, action.package).iter().cloned());
        if rules.assembles_as_runtime(package) {
            args.push("-compiling-runtime".into());
        }
        if rules.asm_gets_std() && package.standard {
            args.push("-std".into());
        }
        for define in level_defines(build) {
            args.extend(["-D".into(), define]);
        }
        args.extend(output.concat().into_iter().map(str::to_owned));
        args.extend(sources.iter().map(|source| build.program.actual_path(package, source)));
        Command { dir: package.dir.clone(), text: format!("{}{}", self.level_env(), join(args)) }
    }

    pub(super) fn compile(&self) -> Command {
        let Self { build, action, package, obj } = self;
        let toolchain = &build.program.toolchain;
        let rules = build.rules();
        let assembly = !package.files.asm.is_empty();
        let mut args = vec![
            toolchain.tool("compile"),
            "-o".into(),
            archive_path(build.made(), action),
            "-trimpath".into(),
            self.trimpath(),
        ];
        args.extend(self.path_flag(Step::Compile));
        args.extend(self.lang());
        if package.standard {
            args.push("-std".into());
        }
        if rules.compiles_as_runtime(package) {
            args.push("-+".into());
        }
        if build.made().promises_bodies(action.package) {
            args.push("-complete".into());
        }
        args.extend(self.installsuffix());
        if let Some(result) = build.result(action.package).filter(|_| !build.options.faults.no_build_ids()) {
            args.extend(["-buildid".into(), format!("{0}/{0}", result.id.action)]);
        }
        if crate::gobuild::ids::omits_dwarf(&build.program) || self.omits_debug() {
            args.push("-dwarf=false".into());
        }
        args.extend(["-goversion".into(), toolchain.version.to_string()]);
        if !package.cover.is_empty() {
            args.push(format!("-coveragecfg={obj}{}", OfCover::ForCompiler.name()));
        }
        args.extend(profile_file(build).map(|file| format!("-pgoprofile={file}")));
        if assembly && !self.has(Mistake::NoSymabis) {
            args.extend(["-symabis".into(), format!("{obj}symabis")]);
        }
        let gcflags = build.flags.gcflags(&build.program, action.package);
        if let Some(threads) = build.threads[action.package.index()].filter(|&threads| threads > 1) {
            args.push(format!("-c={threads}"));
        }
        args.extend(build.flags.forced_compile.iter().cloned());
        // Code of the runtime must be optimized; go1.21 makes sure of it by leaving out -N.
        let keep = |flag: &&String| *flag != "-N" || !rules.compiles_as_runtime(package);
        args.extend(gcflags.iter().filter(keep).cloned());
        match &package.local_prefix {
            None => args.push("-nolocalimports".into()),
            Some(prefix) => args.extend(["-D".into(), prefix.clone()]),
        }
        args.extend(["-importcfg".into(), format!("{obj}importcfg")]);
        if !package.embed_patterns.is_empty() {
            args.extend(["-embedcfg".into(), format!("{obj}embedcfg")]);
        }
        args.push("-pack".into());
        if assembly && !self.has(Mistake::EmptyAsmHeader) {
            args.extend(["-asmhdr".into(), format!("{obj}go_asm.h")]);
        }
        if package.cover.is_empty() {
            args.extend(package.files.go.iter().map(|file| build.program.actual_path(package, file)));
        } else {
            args.push(format!("{obj}{}", OfCover::Variables.name()));
            args.extend(package.files.go.iter().map(|file| format!("{obj}{}", cover::covered_name(file))));
        }
        args.extend(self.cgo().go_files());
        Command { dir: build.options.dir.clone(), text: format!("{}{}", self.level_env(), join(args)) }
    }

    pub(super) fn cover(&self) -> Command {
        let Self { build, package, obj, .. } = self;
        let mut args = vec![build.program.toolchain.tool("cover"), "-pkgcfg".into()];
        args.extend([format!("{obj}{}", OfCover::Config.name()), "-mode".into(), package.cover.clone()]);
        args.extend(["-var".into(), cover::variable(package), "-outfilelist".into()]);
        args.push(format!("{obj}{}", OfCover::Outputs.name()));
        let sources = package.files.go.iter().chain(&package.files.cgo);
        args.extend(sources.map(|file| join_path(&package.dir, file)));
        Command { dir: obj.clone(), text: join(args) }
    }

    /// The value of `-lang`: the language version that the sources may use.
    fn lang(&self) -> Option<String> {
        let build = self.build;
        match &self.package.module {
            Some(module) => {
                let version = if module.go_version.is_empty() { "1.16" } else { &module.go_version };
                let mut parts = version.split('.');
                let major = parts.next().unwrap_or_default();
                // In a release candidate such as 1.23rc1 the minor version is only the leading digits.
                let minor: String = parts.next().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
                Some(format!("-lang=go{major}.{minor}"))
            }
            None if build.rules().lang_for_all() => {
                Some(format!("-lang={}", build.program.toolchain.version.language()))
            }
            None => None,
        }
    }
}

/// The file from which compilers read the profile, if there is one.
fn profile_file(build: &Build) -> Option<String> {
    let path = profile::path(&build.program, &build.options)?;
    let Some(action) = build.plan.profile() else { return Some(path) };
    Some(if build.profile_cached {
        cached_profile(build)
    } else {
        format!("{}pgo.preprofile", build.objdir(build.plan.action(action).objdir))
    })
}

/// The `-D` flags that tell the assembler the architecture level.
fn level_defines(build: &Build) -> Vec<String> {
    let toolchain = &build.program.toolchain;
    let Some((_, level)) = toolchain.arch_level() else { return Vec::new() };
    let rules = build.rules();
    match toolchain.goarch.as_str() {
        "amd64" => vec![format!("GOAMD64_{level}")],
        "386" => vec![format!("GO386_{level}")],
        "mips" | "mipsle" => vec![format!("GOMIPS_{level}")],
        "mips64" | "mips64le" => vec![format!("GOMIPS64_{level}")],
        "riscv64" => vec![format!("GORISCV64_{level}")],
        "ppc64" | "ppc64le" => {
            let number: u32 = level.trim_start_matches("power").parse().unwrap_or(8);
            (8..=number.max(8)).rev().map(|n| format!("GOPPC64_power{n}")).collect()
        }
        "arm" if rules.asm_defines_goarm() => {
            let number = if rules.understands_goarm_lists() { level.split(',').next().unwrap_or(level) } else { level };
            let number: u32 = number.parse().unwrap_or(5);
            (5..=number.max(5)).rev().map(|n| format!("GOARM_{n}")).collect()
        }
        "arm64" if implies_lse(level) => vec!["GOARM64_LSE".to_owned()],
        _ => Vec::new(),
    }
}

/// ARM's large system extensions (LSE) are part of v8.1 and later; for v8.0 they are asked for by name.
fn implies_lse(level: &str) -> bool {
    let version = level.split(',').next().unwrap_or_default();
    level.contains(",lse") || version.starts_with("v9") || version.strip_prefix("v8.").is_some_and(|minor| minor != "0")
}
