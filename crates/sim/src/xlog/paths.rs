//! The paths of the files that a build writes.

use crate::gobuild::Build;
use crate::gobuild::cache::data_file;
use crate::gobuild::files::{FileId, FileName};

/// The absolute path of a file that a build writes.
pub fn file_path(build: &Build, file: FileId) -> String {
    let objdir = build.objdir(file.objdir);
    match file.name {
        FileName::Executable => format!("{objdir}exe/{}", build.plan.executable),
        FileName::CacheData => {
            let output =
                build.plan.package_of_objdir(file.objdir).and_then(|id| build.result(id)).map(|result| result.output);
            let name = output.map(|output| data_file(&output)).unwrap_or_default();
            format!("{}/{name}", build.program.toolchain.gocache)
        }
        FileName::Target | FileName::Header => {
            let target = build.plan.package_of_objdir(file.objdir).and_then(|id| build.plan.target_of(id));
            let target = target.unwrap_or_default();
            if file.name == FileName::Header { crate::gobuild::header(target) } else { target.to_owned() }
        }
        name => {
            let package = build.plan.package_of_objdir(file.objdir).map(|id| build.program.package(id));
            let name = package.and_then(|package| name.in_objdir(package, &build.program.toolchain));
            format!("{objdir}{}", name.unwrap_or_default())
        }
    }
}

/// The name of the object for an assembly file: `x.o` for `x.s`.
pub fn object_name(source: &str) -> String {
    format!("{}.o", source.strip_suffix(".s").unwrap_or(source))
}
