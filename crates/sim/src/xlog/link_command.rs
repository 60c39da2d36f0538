//! The command line of the linker.

use super::command::{Command, Composer};
use super::paths::file_path;
use super::shell::{env_prefix, join};
use crate::gobuild::files::{FileId, FileName};
use crate::gobuild::importcfg::built_path;
use crate::gobuild::{Build, LinkMode};
use crate::program::{Package, PackageId};

impl Composer<'_> {
    pub(super) fn link(&self) -> Command {
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

/// The build ID of the executable as the linker is told it: four parts, of which the last is a placeholder.
pub fn link_build_id(build: &Build, main: PackageId) -> Option<String> {
    let link = build.link_hash(main)?.short();
    let main = build.result(main)?.build_id();
    // An archive that cannot be read has an empty ID: the linker's argument then has no slash for it either.
    Some(format!("{link}/{}/{link}", main.map(|id| id.to_string()).unwrap_or_default()))
}
