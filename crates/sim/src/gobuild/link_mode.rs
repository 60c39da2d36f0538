//! What the linker makes (`-buildmode`).

use super::go_command::GoCommand;
use super::rules::Rules;
use crate::program::{Program, Toolchain};
use crate::said::Said;

/// The value of `-buildmode` that the linker gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkMode {
    /// An executable.
    #[default]
    Exe,
    /// A position-independent executable.
    Pie,
    /// An archive with a library for C.
    CArchive,
    /// A shared library for C.
    CShared,
    /// A plugin for Go programs.
    Plugin,
}

impl LinkMode {
    /// The mode for the value of the go command's flag.
    pub fn of(buildmode: &str, program: &Program) -> Self {
        match buildmode {
            "exe" => Self::Exe,
            "pie" => Self::Pie,
            "c-archive" => Self::CArchive,
            "c-shared" => Self::CShared,
            "plugin" => Self::Plugin,
            _ if Rules::of(&program.toolchain.version).pie_by_default(program) => Self::Pie,
            _ => Self::Exe,
        }
    }

    /// The value of the linker's flag.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exe => "exe",
            Self::Pie => "pie",
            Self::CArchive => "c-archive",
            Self::CShared => "c-shared",
            Self::Plugin => "plugin",
        }
    }

    /// What the name of the result ends in, except on Windows.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::CArchive => ".a",
            Self::Plugin => ".so",
            Self::Exe | Self::Pie | Self::CShared => "",
        }
    }

    /// The flag that all compiles and assemblies get.
    pub fn code_flag(self, toolchain: &Toolchain) -> Option<&'static str> {
        match self {
            Self::Exe => None,
            Self::Pie => (!matches!(toolchain.goos.as_str(), "windows" | "aix")).then_some("-shared"),
            Self::CArchive | Self::CShared => Some("-shared"),
            Self::Plugin => Some("-dynlink"),
        }
    }

    /// Whether C programs use the result, so that a header goes with it.
    pub fn is_for_c(self) -> bool {
        matches!(self, Self::CArchive | Self::CShared)
    }

    /// Whether the result is no executable.
    pub fn is_library(self) -> bool {
        self.is_for_c() || self == Self::Plugin
    }

    /// Whether the linker runs in the directory of its output, whose path would end up in it otherwise.
    pub fn links_in_place(self) -> bool {
        matches!(self, Self::CShared | Self::Plugin)
    }

    /// Why a program cannot be linked like this; `None` if it can.
    pub fn refusal(self, program: &Program, command: GoCommand) -> Option<Said> {
        let toolchain = &program.toolchain;
        if !self.is_library() {
            return None;
        }
        let target = format!("{}/{}", toolchain.goos, toolchain.goarch);
        let mode = self.name();
        if command != GoCommand::Build {
            return Some(said!("go {} -buildmode={mode} is not modelled", command.name(), mode));
        }
        if let Some(instrument) = program.instruments.iter().next() {
            return Some(said!("-buildmode={mode} with {} is not modelled", instrument.flag(), mode));
        }
        if !matches!(target.as_str(), "linux/amd64" | "linux/arm" | "linux/arm64" | "linux/ppc64le" | "linux/s390x") {
            return Some(said!("-buildmode={mode} is not modelled on {target}", mode, target));
        }
        let root = program.package(program.root());
        if !root.is_main() || program.roots.len() > 1 {
            return Some(Said::told(format!("-buildmode={mode} requires exactly one main package")));
        }
        if !toolchain.cgo_enabled && self.links_in_place() && toolchain.version.minor() >= 22 {
            return Some(Said::told(format!(
                "-buildmode={mode} requires external (cgo) linking, but cgo is not enabled"
            )));
        }
        if !toolchain.cgo_enabled || program.find("runtime/cgo").is_none() {
            let problem =
                said!("needs runtime/cgo, which this list does not have; list the program with the same flag");
            return Some(said!("-buildmode={mode} {problem}", mode, problem));
        }
        (self == Self::Plugin && root.command_line_files).then(|| {
            said!("-buildmode=plugin of files is not modelled, since contents name such a plugin; name the package")
        })
    }
}
