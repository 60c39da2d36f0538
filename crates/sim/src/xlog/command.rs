//! The command line of every step, composed as the go command does it.

use super::cgo_command::{self, CgoComposer};
use super::configs;
use super::paths::{file_path, object_name};
use super::shell::{env_prefix, join, write_file};
use crate::gobuild::cover;
use crate::gobuild::faults::Mistake;
use crate::gobuild::files::general_header_name;
use crate::gobuild::files::{FileId, FileName, OfCover};
use crate::gobuild::importcfg::{archive_path, built_path};
use crate::gobuild::profile;
use crate::gobuild::{Action, ActionId, Build, LinkMode, Mode, Step};
use crate::program::{Package, PackageId, join_path};

/// A command before it is shortened (`$WORK`, `./`) for printing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The directory in which it runs; empty if the directory does not matter.
    pub dir: String,
    /// The full text, with absolute paths; some commands take several lines.
    pub text: String,
}

impl Command {
    /// Composes the command of one step of an action.
    pub fn of(build: &Build, id: ActionId, step: Step) -> Self {
        let action = build.plan.action(id);
        let package = build.program.package(action.package);
        let composer = Composer { build, action, package, obj: build.objdir(action.objdir) };
        composer.compose(step)
    }
}

struct Composer<'a> {
    build: &'a Build,
    action: &'a Action,
    package: &'a Package,
    obj: String,
}

impl Composer<'_> {
    fn compose(&self, step: Step) -> Command {
        let Self { build, action, package, obj } = self;
        let anywhere = |text: String| Command { dir: String::new(), text };
        let write = |name: &str, text: &str| {
            anywhere(write_file(&format!("{obj}{name}"), text, build.rules().writes_with_echo()))
        };
        match step {
            Step::MakeObjdir => anywhere(format!("mkdir -p {obj}")),
            Step::PrepareProfile => {
                let path = profile::path(&build.program, &build.options).unwrap_or_default();
                let tool = build.program.toolchain.tool("preprofile");
                let args = [&tool, "-o", &format!("{obj}pgo.preprofile"), "-i", &path];
                Command { dir: ".".into(), text: format!("{}{}", self.level_env(), join(args)) }
            }
            Step::StoreProfile => {
                let made = format!("{obj}pgo.preprofile");
                anywhere(format!("{} # internal", join(["cp", &made, &cached_profile(build)])))
            }
            Step::WriteEmptyAsmHeader => write("go_asm.h", ""),
            Step::ScanAssembly => {
                self.asm(step, &[&["-gensymabis", "-o", &format!("{obj}symabis")]], &package.files.asm)
            }
            Step::WriteImportcfg => write("importcfg", &configs::importcfg(build, action)),
            Step::WriteEmbedcfg => write("embedcfg", &configs::embedcfg(package)),
            Step::WriteCoverConfig => write(OfCover::Config.name(), &configs::cover_config(build, action)),
            Step::WriteCoverOutputs => write(OfCover::Outputs.name(), &configs::cover_outputs(build, action)),
            Step::Cover => self.cover(),
            Step::Compile => self.compile(),
            Step::CopyHeader(number) => {
                let header = &package.files.headers[number as usize];
                let general = general_header_name(header, &build.program.toolchain).unwrap_or_default();
                anywhere(format!("cp {} {obj}{general}", package.path_of(header)))
            }
            Step::Assemble(number) => {
                let source = &package.files.asm[number as usize];
                self.asm(step, &[&["-o", &format!("{obj}{}", object_name(source))]], std::slice::from_ref(source))
            }
            Step::Pack => self.pack(),
            Step::StampBuildId => {
                let file = if action.mode == Mode::Link {
                    file_path(build, FileId { objdir: action.objdir, name: FileName::Executable })
                } else {
                    archive_path(build.made(), action)
                };
                anywhere(format!("{} # internal", join(self.internal_tool("buildid", &["-w", &file]))))
            }
            Step::StoreInCache => {
                let data = build.result(action.package).map(|result| crate::gobuild::cache::data_file(&result.output));
                let data = format!("{}/{}", build.program.toolchain.gocache, data.unwrap_or_default());
                anywhere(format!("{} # internal", join(["cp", &archive_path(build.made(), action), &data])))
            }
            Step::WriteLinkImportcfg => write("importcfg.link", &configs::link_importcfg(build, action)),
            Step::MakeExeDir => anywhere(format!("mkdir -p {obj}exe/")),
            Step::Link => self.link(),
            Step::SayNoHeader => anywhere(format!("# {obj}_cgo_install.h not created")),
            Step::MoveHeader => {
                let verb = if build.options.copies_target { "cp" } else { "mv" };
                let target = crate::gobuild::header(build.plan.target_of(action.package).unwrap_or_default());
                anywhere(format!("{verb} {obj}_cgo_install.h {target}"))
            }
            Step::MakeTargetDir => {
                let target = self.target();
                anywhere(format!("mkdir -p {}", &target[..=target.rfind('/').unwrap_or(0)]))
            }
            Step::MoveToTarget => {
                let made = if build.plan.action(action.deps[0]).mode == Mode::Link {
                    file_path(build, FileId { objdir: action.objdir, name: FileName::Executable })
                } else {
                    archive_path(build.made(), action)
                };
                let verb = if build.options.copies_target { "cp" } else { "mv" };
                anywhere(format!("{verb} {made} {}", self.target()))
            }
            Step::CacheExecutable => {
                let data = build.cached_executable(action.package).unwrap_or_default();
                let data = format!("{}/{data}/{}", build.program.toolchain.gocache, build.plan.executable);
                anywhere(format!("{} # internal", join(["cp", &self.executable(), &data])))
            }
            Step::RunProgram => anywhere(format!("{}{}", self.executable(), build.options.program_args)),
            Step::RemoveObjdir => {
                let rm = if build.rules().removes_with_rf() { "rm -rf" } else { "rm -r" };
                anywhere(format!("{rm} {obj}"))
            }
            step => {
                let (dir, text) = cgo_command::command(&self.cgo(), &self.level_env(), step);
                Command { dir, text }
            }
        }
    }

    /// Whether what debuggers need is left out of the package.
    fn omits_debug(&self) -> bool {
        self.package.is_main() && self.build.options.command.omits_debug()
    }

    /// The executable as the linker writes it.
    fn executable(&self) -> String {
        file_path(self.build, FileId { objdir: self.action.objdir, name: FileName::Executable })
    }

    /// Where the result goes, as printed.
    fn target(&self) -> &str {
        self.build.plan.target_of(self.action.package).unwrap_or_default()
    }

    fn cgo(&self) -> CgoComposer<'_> {
        CgoComposer::new(self.build, self.action, &self.obj)
    }

    /// The value of `-trimpath`: which prefixes of paths the tools remove from what they write.
    fn trimpath(&self) -> String {
        let objdir = self.obj.trim_end_matches('/');
        let package = self.package;
        // What stands for a source is shown under the name of the source.
        let overlaid = |dir: &str| -> String {
            let sources = package.files.go.iter().chain(&package.files.asm);
            let of = |file: &String| {
                let actual = self.build.program.overlay(package, file)?;
                Some(format!("{actual}=>{};", join_path(dir, file)))
            };
            sources.filter_map(of).collect()
        };
        if !self.build.options.trimpath {
            return format!("{}{objdir}=>", overlaid(&package.dir));
        }
        let shown = match &package.module {
            _ if package.command_line_files => ".".to_owned(),
            Some(module) if !module.version.is_empty() => {
                let below = package.import_path.strip_prefix(&module.path).unwrap_or_default();
                format!("{}@{}{below}", module.path, module.version)
            }
            _ => package.import_path.clone(),
        };
        format!("{}=>{shown};{}{objdir}=>", package.dir, overlaid(&shown))
    }

    /// The variable for the architecture level (`GOAMD64=v3`) before a tool, where it is not the toolchain's default.
    fn level_env(&self) -> String {
        let toolchain = &self.build.program.toolchain;
        match toolchain.arch_level() {
            Some((variable, value))
                if self.build.rules().tools_see_arch_level()
                    && (variable != "GOWASM" || self.build.rules().tools_see_gowasm())
                    && value != crate::program::default_arch_level(&toolchain.goarch) =>
            {
                env_prefix(variable, value)
            }
            _ => String::new(),
        }
    }

    fn has(&self, mistake: Mistake) -> bool {
        self.build.options.faults.has(self.action.package, mistake)
    }

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

    fn asm(&self, step: Step, output: &[&[&str]], sources: &[String]) -> Command {
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

    fn compile(&self) -> Command {
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

    fn cover(&self) -> Command {
        let Self { build, package, obj, .. } = self;
        let mut args = vec![build.program.toolchain.tool("cover"), "-pkgcfg".into()];
        args.extend([format!("{obj}{}", OfCover::Config.name()), "-mode".into(), package.cover.clone()]);
        args.extend(["-var".into(), cover::variable(package), "-outfilelist".into()]);
        args.push(format!("{obj}{}", OfCover::Outputs.name()));
        let sources = package.files.go.iter().chain(&package.files.cgo);
        args.extend(sources.map(|file| join_path(&package.dir, file)));
        Command { dir: obj.clone(), text: join(args) }
    }

    fn installsuffix(&self) -> impl Iterator<Item = String> {
        self.build.flags.installsuffix.iter().flat_map(|suffix| ["-installsuffix".to_owned(), suffix.clone()])
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

    fn pack(&self) -> Command {
        let Self { build, action, package, obj } = self;
        let mut args = vec!["r".to_owned(), archive_path(build.made(), action)];
        let left_out = |number| self.has(Mistake::NoObject(number));
        let packed = package.files.asm.iter().zip(0..).filter(|(_, number)| !left_out(*number));
        args.extend(packed.map(|(source, _)| format!("{obj}{}", object_name(source))));
        args.extend(self.cgo().objects());
        args.extend(package.files.syso.iter().map(|file| package.path_of(file)));
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        Command { dir: package.dir.clone(), text: format!("{} # internal", join(self.internal_tool("pack", &args))) }
    }

    /// The go command does the work of pack and buildid itself; this is how it prints them.
    fn internal_tool(&self, name: &str, args: &[&str]) -> Vec<String> {
        let mut line = if self.build.rules().prints_go_tool() {
            vec!["go".to_owned(), "tool".to_owned(), name.to_owned()]
        } else {
            vec![self.build.program.toolchain.tool(name)]
        };
        line.extend(args.iter().map(|&arg| arg.to_owned()));
        line
    }

    fn link(&self) -> Command {
        let Self { build, action, package, obj } = self;
        let toolchain = &build.program.toolchain;
        let build_id = link_build_id(build, action.package).unwrap_or_default();
        let mode = build.flags.made;
        let output = file_path(build, FileId { objdir: action.objdir, name: FileName::Executable });
        let (dir, output) = match output.rfind('/') {
            Some(slash) if mode.links_in_place() => (output[..=slash].to_owned(), output[slash + 1..].to_owned()),
            _ => (".".to_owned(), output),
        };
        let mut args =
            vec![toolchain.tool("link"), "-o".into(), output, "-importcfg".into(), format!("{obj}importcfg.link")];
        args.extend(self.installsuffix());
        if self.omits_debug() {
            args.extend(["-s".into(), "-w".into()]);
        }
        if mode == LinkMode::Plugin {
            args.extend(["-pluginpath".into(), package.import_path.clone()]);
        }
        if package.goroot && package.import_path.starts_with("cmd/") {
            args.push(format!("-X=cmd/internal/objabi.buildID={build_id}"));
        }
        if !package.default_godebug.is_empty() {
            args.push(format!("-X=runtime.godebugDefault={}", package.default_godebug));
        }
        args.push(format!("-buildmode={}", mode.name()));
        if !build.options.faults.no_build_ids() {
            args.push(format!("-buildid={build_id}"));
        }
        args.extend(build.flags.forced_link.iter().cloned());
        let ldflags = build.flags.ldflags(&build.program, action.package);
        args.extend(ldflags.iter().cloned());
        if !ldflags.iter().any(|flag| flag == "-extld" || flag.starts_with("-extld=")) {
            let has_cxx = |package: &Package| !package.files.cxx.is_empty();
            let compiler =
                if build.program.needed_by(action.package).any(has_cxx) { &toolchain.cxx } else { &toolchain.cc };
            args.push(format!("-extld={compiler}"));
        }
        let main = build.options.faults.not_main().unwrap_or(action.package);
        args.push(built_path(build.made(), main).unwrap_or_default());
        let goroot = match (build.rules().link_sets_goroot(), build.options.trimpath) {
            (true, false) => env_prefix("GOROOT", &toolchain.goroot),
            (true, true) => env_prefix("GOROOT", ""),
            (false, true) => env_prefix("GOROOT_FINAL", "$GOROOT"),
            (false, false) => String::new(),
        };
        Command { dir, text: format!("{}{goroot}{}", self.level_env(), join(args)) }
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

/// The prepared profile in the cache.
fn cached_profile(build: &Build) -> String {
    let path = profile::path(&build.program, &build.options).unwrap_or_default();
    let data = crate::gobuild::cache::data_file(&profile::prepared(&build.program, &path));
    format!("{}/{data}", build.program.toolchain.gocache)
}

/// The build ID of the executable as the linker is told it: four parts, of which the last is a placeholder.
pub fn link_build_id(build: &Build, main: PackageId) -> Option<String> {
    let link = build.link_hash(main)?.short();
    let main = build.result(main)?.build_id();
    // An archive that cannot be read has an empty ID: the linker's argument then has no slash for it either.
    Some(format!("{link}/{}/{link}", main.map(|id| id.to_string()).unwrap_or_default()))
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
