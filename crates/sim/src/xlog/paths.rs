//! The paths of the files that a build writes.

use crate::gobuild::Build;
use crate::gobuild::cache::data_file;
use crate::gobuild::files::general_header_name;
use crate::gobuild::files::{FileId, FileName};
use crate::program::Package;

/// The absolute path of a file that a build writes.
pub fn file_path(build: &Build, file: FileId) -> String {
    let objdir = build.objdir(file.objdir);
    let package = build.plan.package_of_objdir(file.objdir).map(|id| build.program.package(id));
    let source = |list: fn(&Package) -> &Vec<String>, number: u32| {
        package.and_then(|package| list(package).get(number as usize)).map_or("", String::as_str)
    };
    match file.name {
        FileName::AsmHeader => format!("{objdir}go_asm.h"),
        FileName::Symabis => format!("{objdir}symabis"),
        FileName::Importcfg => format!("{objdir}importcfg"),
        FileName::Embedcfg => format!("{objdir}embedcfg"),
        FileName::Archive => format!("{objdir}_pkg_.a"),
        FileName::HeaderCopy(number) => {
            let header = source(|package| &package.files.headers, number);
            format!("{objdir}{}", general_header_name(header, &build.program.toolchain).unwrap_or_default())
        }
        FileName::Object(number) => format!("{objdir}{}", object_name(source(|package| &package.files.asm, number))),
        FileName::LinkImportcfg => format!("{objdir}importcfg.link"),
        FileName::Executable => {
            let suffix = if build.program.toolchain.goos == "windows" { ".exe" } else { "" };
            format!("{objdir}exe/a.out{suffix}")
        }
        FileName::CacheData => {
            let output =
                build.plan.package_of_objdir(file.objdir).and_then(|id| build.result(id)).map(|result| result.output);
            let name = output.map(|output| data_file(&output)).unwrap_or_default();
            format!("{}/{name}", build.program.toolchain.gocache)
        }
        FileName::Target => build.plan.target.clone().unwrap_or_default(),
    }
}

/// The name of the object for an assembly file: `x.o` for `x.s`.
pub fn object_name(source: &str) -> String {
    format!("{}.o", source.strip_suffix(".s").unwrap_or(source))
}
