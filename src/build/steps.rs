//! What one action does, command by command.

use super::options::BuildOptions;
use crate::program::{Package, Toolchain};

/// One command of an action: a tool that runs, or something that the go command does itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// `mkdir -p OBJ`.
    MakeObjdir,
    /// Writes an empty `go_asm.h`, so that the scan finds a file to include.
    WriteEmptyAsmHeader,
    /// `asm -gensymabis`: phase A.
    ScanAssembly,
    /// Writes `importcfg`.
    WriteImportcfg,
    /// Writes `embedcfg`.
    WriteEmbedcfg,
    /// `compile`: phase B.
    Compile,
    /// Copies the n-th header under its general name.
    CopyHeader(u32),
    /// `asm -o`: phase C, for the n-th assembly file.
    Assemble(u32),
    /// `pack r`.
    Pack,
    /// `buildid -w`, on an archive or on the executable.
    StampBuildId,
    /// `cp` into the cache.
    StoreInCache,
    /// Writes `importcfg.link`.
    WriteLinkImportcfg,
    /// `mkdir -p OBJ/exe/`.
    MakeExeDir,
    /// `link`.
    Link,
    /// `mkdir -p` for the directory of the target.
    MakeTargetDir,
    /// `mv` to the target.
    MoveToTarget,
    /// `rm -rf OBJ`, in a build without `-work`.
    RemoveObjdir,
}

/// The steps of a package that has to be compiled.
pub fn of_build(package: &Package, toolchain: &Toolchain, options: &BuildOptions) -> Vec<Step> {
    let assembly = package.files.asm.len();
    let mut steps = vec![Step::MakeObjdir];
    if assembly > 0 {
        steps.extend([Step::WriteEmptyAsmHeader, Step::ScanAssembly]);
    }
    steps.push(Step::WriteImportcfg);
    if !package.embed_patterns.is_empty() {
        steps.push(Step::WriteEmbedcfg);
    }
    steps.push(Step::Compile);
    for (header, number) in package.files.headers.iter().zip(0..) {
        if general_header_name(header, toolchain).is_some() {
            steps.push(Step::CopyHeader(number));
        }
    }
    steps.extend((0..).take(assembly).map(Step::Assemble));
    if assembly + package.files.syso.len() > 0 {
        steps.push(Step::Pack);
    }
    steps.push(Step::StampBuildId);
    if !options.dry_run {
        steps.push(Step::StoreInCache);
    }
    steps
}

/// The steps of a link; `main_compiled` tells whether main's object directory was made in this run.
pub fn of_link(main_compiled: bool) -> Vec<Step> {
    let mut steps = Vec::with_capacity(5);
    if !main_compiled {
        steps.push(Step::MakeObjdir);
    }
    steps.extend([Step::WriteLinkImportcfg, Step::MakeExeDir, Step::Link, Step::StampBuildId]);
    steps
}

/// The steps that bring a result to its target.
pub fn of_install(target: &str, options: &BuildOptions, removes_in_dry_run: bool) -> Vec<Step> {
    let mut steps = Vec::with_capacity(3);
    if target.contains('/') {
        steps.push(Step::MakeTargetDir);
    }
    steps.push(Step::MoveToTarget);
    if !options.keep_work && (!options.dry_run || removes_in_dry_run) {
        steps.push(Step::RemoveObjdir);
    }
    steps
}

impl Step {
    /// The phase letter that lessons use for packages with assembly.
    pub fn phase(self) -> Option<char> {
        match self {
            Self::ScanAssembly => Some('A'),
            Self::Compile => Some('B'),
            Self::Assemble(_) => Some('C'),
            Self::Pack => Some('D'),
            _ => None,
        }
    }

    /// The tool, or what the go command does in its place.
    pub fn tool(self) -> &'static str {
        match self {
            Self::MakeObjdir | Self::MakeExeDir | Self::MakeTargetDir => "mkdir",
            Self::WriteEmptyAsmHeader | Self::WriteImportcfg | Self::WriteEmbedcfg | Self::WriteLinkImportcfg => {
                "write"
            }
            Self::ScanAssembly | Self::Assemble(_) => "asm",
            Self::Compile => "compile",
            Self::CopyHeader(_) | Self::StoreInCache => "cp",
            Self::Pack => "pack",
            Self::StampBuildId => "buildid",
            Self::Link => "link",
            Self::MoveToTarget => "mv",
            Self::RemoveObjdir => "rm",
        }
    }

    /// Whether a program of the toolchain is started, and not something done inside the go command.
    pub fn starts_program(self) -> bool {
        matches!(self, Self::ScanAssembly | Self::Assemble(_) | Self::Compile | Self::Link)
    }
}

/// `defs_linux_amd64.h` can be included as `defs_GOOS_GOARCH.h`: the name of the copy, if the header's own name ends
/// in the target's system or architecture.
pub fn general_header_name(header: &str, toolchain: &Toolchain) -> Option<String> {
    let (name, extension) = header.split_once('.')?;
    let (goos, goarch) = (&toolchain.goos, &toolchain.goarch);
    for (ending, general) in [
        (format!("_{goos}_{goarch}"), "_GOOS_GOARCH"),
        (format!("_{goarch}"), "_GOARCH"),
        (format!("_{goos}"), "_GOOS"),
    ] {
        if let Some(stem) = name.strip_suffix(&ending) {
            return Some(format!("{stem}{general}.{extension}"));
        }
    }
    None
}
