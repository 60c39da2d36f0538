//! Names that lessons use: of commands, files, states and packages.

use crate::lesson::closed;
use crate::lesson::expr::ExprError;
use crate::lesson::readable::shorten;
use crate::lesson::staged::StagedBuild;
use gostep_sim::gobuild::Step;
use gostep_sim::gobuild::files::{FileName, OfCgo};
use gostep_sim::program::{Package, PackageId};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::{did_you_mean, several};

/// Tells which steps of an action are meant.
pub type IsMeant = fn(Step) -> bool;

/// The commands of an action, as lessons call them.
pub const COMMANDS: [(&str, IsMeant); 26] = [
    ("mkdir", |step| matches!(step, Step::MakeObjdir)),
    ("pkgcfg.txt", |step| matches!(step, Step::WriteCoverConfig)),
    ("coveroutfiles.txt", |step| matches!(step, Step::WriteCoverOutputs)),
    ("cover", |step| matches!(step, Step::Cover)),
    ("preferlinkext", |step| matches!(step, Step::WritePreferExternal)),
    ("cgo", |step| matches!(step, Step::RunCgo)),
    ("trial", |step| matches!(step, Step::Try(..))),
    ("cc", |step| matches!(step, Step::CompileC(_))),
    ("cgo-main", |step| matches!(step, Step::CompileCgoMain)),
    ("cgo-link", |step| matches!(step, Step::LinkCgo)),
    ("dynimport", |step| matches!(step, Step::ReadCgoImports)),
    ("go_asm.h", |step| matches!(step, Step::WriteEmptyAsmHeader)),
    ("symabis", |step| matches!(step, Step::ScanAssembly)),
    ("importcfg", |step| matches!(step, Step::WriteImportcfg)),
    ("embedcfg", |step| matches!(step, Step::WriteEmbedcfg)),
    ("compile", |step| matches!(step, Step::Compile)),
    ("header", |step| matches!(step, Step::CopyHeader(_))),
    ("asm", |step| matches!(step, Step::Assemble(_))),
    ("pack", |step| matches!(step, Step::Pack)),
    ("buildid", |step| matches!(step, Step::StampBuildId)),
    ("cache", |step| matches!(step, Step::StoreInCache)),
    ("importcfg.link", |step| matches!(step, Step::WriteLinkImportcfg)),
    ("exe", |step| matches!(step, Step::MakeExeDir)),
    ("link", |step| matches!(step, Step::Link)),
    ("mv", |step| matches!(step, Step::MoveToTarget)),
    ("rm", |step| matches!(step, Step::RemoveObjdir)),
];

/// Tells which steps a command's name means; or what to say of a word that is no command.
pub fn command(at: usize, word: &str) -> Result<IsMeant, ExprError> {
    closed::meaning(&COMMANDS, word).map_err(|hint| {
        ExprError::new(at, said!("unknown command {word:?}{hint}", word, hint), closed::known(&COMMANDS))
    })
}

/// What to do about an unknown package.
pub const PACKAGES: Said =
    said!("write the import path of a package that is compiled, or main; `gostep workers` lists them");

/// The commands that a package has in a build, as what to write instead of one that it has not.
pub fn commands_of(staged: &StagedBuild, package: PackageId) -> Said {
    let run = COMMANDS.into_iter().filter(|(_, is_meant)| staged.block_of(package, is_meant).is_some());
    let names: Vec<&str> = run.map(|(name, _)| name).collect();
    if names.is_empty() { said!("nothing is run for it in this build") } else { said!("it has: {}", said::list(names)) }
}

/// Files of an object directory by name; objects are called as their sources, with `.o`.
pub const FILES: [&str; 7] = ["importcfg", "go_asm.h", "symabis", "embedcfg", "_pkg_.a", "importcfg.link", "exe/a.out"];

/// The file with this name in a package's object directory.
pub fn file(name: &str, package: &Package) -> Option<FileName> {
    Some(match name {
        "importcfg" => FileName::Importcfg,
        "go_asm.h" => FileName::AsmHeader,
        "symabis" => FileName::Symabis,
        "embedcfg" => FileName::Embedcfg,
        "_pkg_.a" => FileName::Archive,
        "importcfg.link" => FileName::LinkImportcfg,
        "exe/a.out" => FileName::Executable,
        _ if of_cgo(name, package).is_some() => of_cgo(name, package)?,
        _ => {
            let source = format!("{}.s", name.strip_suffix(".o")?);
            let number = package.files.asm.iter().position(|file| *file == source)?;
            FileName::Object(u32::try_from(number).ok()?)
        }
    })
}

/// The file with this name among those that cgo and the C compilers make.
fn of_cgo(name: &str, package: &Package) -> Option<FileName> {
    if !package.uses_cgo() {
        return None;
    }
    if let Some(number) = name.strip_prefix("_x").and_then(|rest| rest.strip_suffix(".o")) {
        return number.parse::<u32>().ok()?.checked_sub(1).map(FileName::CObject);
    }
    if let Some(file) = OfCgo::ALL.into_iter().find(|file| file.name() == name) {
        return Some(FileName::OfCgo(file));
    }
    let numbered = |ending: &str| {
        let source = format!("{}.go", name.strip_suffix(ending)?);
        u32::try_from(package.files.cgo.iter().position(|file| *file == source)?).ok()
    };
    numbered(".cgo1.go").map(FileName::CgoGo).or_else(|| numbered(".cgo2.c").map(FileName::CgoC))
}

/// The compiled package with this path, or what to say if there is none.
pub fn package(staged: &StagedBuild, path: &str) -> Result<PackageId, Said> {
    let program = &staged.build.program;
    match program.find(path) {
        Some(package) if staged.index_of(package).is_some() => Ok(package),
        Some(_) => Err(said!("{path} is built into the compiler: it is not compiled and has no archive", path)),
        None => {
            let known = || staged.packages.iter().map(|&package| program.display_path(package));
            if let Some(list) = several(path, |word| program.find(word).is_some()) {
                return Err(said!("{:?} is several packages: write [{list}]", shorten(path), list));
            }
            let end = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            let last = |known: &&str| !path.is_empty() && (end(known) == path || end(path) == **known);
            let hint = match known().find(last) {
                Some(known) => said!(" (did you mean {known:?}?)", known),
                None => did_you_mean(path, known()),
            };
            Err(said!("unknown package {:?}{hint}", shorten(path), hint))
        }
    }
}
