//! The command line of every step, composed as the go command does it.

use super::cgo_command::{self, CgoComposer};
use super::configs;
use super::paths::{file_path, object_name};
use super::shell::{env_prefix, join, write_file};
use crate::gobuild::faults::Mistake;
use crate::gobuild::files::general_header_name;
use crate::gobuild::files::{FileId, FileName, OfCover};
use crate::gobuild::importcfg::archive_path;
use crate::gobuild::profile;
use crate::gobuild::{Action, ActionId, Build, Mode, Step};
use crate::program::{Package, join_path};

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

/// What the commands of an action are made of.
pub(super) struct Composer<'a> {
    /// The build.
    pub build: &'a Build,
    /// The action.
    pub action: &'a Action,
    /// Its package.
    pub package: &'a Package,
    /// Its object directory, with a slash at the end.
    pub obj: String,
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
    pub(super) fn omits_debug(&self) -> bool {
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

    pub(super) fn cgo(&self) -> CgoComposer<'_> {
        CgoComposer::new(self.build, self.action, &self.obj)
    }

    /// The value of `-trimpath`: which prefixes of paths the tools remove from what they write.
    pub(super) fn trimpath(&self) -> String {
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
    pub(super) fn level_env(&self) -> String {
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

    pub(super) fn has(&self, mistake: Mistake) -> bool {
        self.build.options.faults.has(self.action.package, mistake)
    }

    pub(super) fn installsuffix(&self) -> impl Iterator<Item = String> {
        self.build.flags.installsuffix.iter().flat_map(|suffix| ["-installsuffix".to_owned(), suffix.clone()])
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
}

/// The prepared profile in the cache.
pub(super) fn cached_profile(build: &Build) -> String {
    let path = profile::path(&build.program, &build.options).unwrap_or_default();
    let data = crate::gobuild::cache::data_file(&profile::prepared(&build.program, &path));
    format!("{}/{data}", build.program.toolchain.gocache)
}
