//! What a package list does not tell, and what gostep assumes instead.

use std::fmt;

use serde::{Serialize, Serializer};

use super::link_mode::LinkMode;
use super::options::BuildOptions;
use super::profile_choice::ProfileChoice;
use crate::program::{Package, PackageId, Program};
use crate::said::Said;

/// One assumption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// No revision of the sources is stamped into the executable.
    NoStamp,
    /// No profile lies beside main.
    NoProfile,
    /// Main exports functions to C, so that a header goes with a library for C.
    Exports,
    /// The module cache holds the modules that the vendor directory copies, so the build info has their checksums.
    ModuleCache,
    /// The command is given in this directory.
    Dir(String),
    /// The packages are named in the order of the list.
    Order,
}

/// What gostep assumes for a build. Empty for a recorded program, whose surroundings are known.
pub fn of(program: &Program, options: &BuildOptions) -> Vec<Assumption> {
    let has_main = program.mains().next().is_some();
    let mut assumed = Vec::new();
    let for_c = LinkMode::of(&options.buildmode, program).is_for_c()
        && program.mains().any(|main| program.package(main).uses_cgo());
    if for_c && program.surroundings.as_ref().is_none_or(|known| known.exports_to_c.is_none()) {
        assumed.push(Assumption::Exports);
    }
    if program.surroundings.is_some() {
        return assumed;
    }
    let is_stamped = |main: PackageId| {
        let main = program.package(main);
        main.module.as_ref().is_some_and(|module| module.main) && !main.command_line_files
    };
    if options.stamp && program.mains().any(is_stamped) {
        assumed.push(Assumption::NoStamp);
    }
    if options.profile == ProfileChoice::Auto && has_main {
        assumed.push(Assumption::NoProfile);
    }
    let version = &program.toolchain.version;
    if has_main && !version.lists_sums() && program.packages.iter().any(Package::is_vendored) {
        assumed.push(Assumption::ModuleCache);
    }
    if !program.dir_is_known && options.dir == program.dir {
        assumed.push(Assumption::Dir(options.dir.clone()));
    }
    if !program.roots_in_order {
        assumed.push(Assumption::Order);
    }
    assumed
}

impl Assumption {
    /// The assumption as a sentence, and in brackets the flag that decides it.
    pub fn said(&self) -> Said {
        match self {
            Self::NoStamp => said!("no version control stamp (-buildvcs=false)"),
            Self::Exports => said!("main exports functions to C"),
            Self::NoProfile => said!("no default.pgo (-pgo=off)"),
            Self::ModuleCache => said!("the module cache has the vendored modules (else give --go-sum /dev/null)"),
            Self::Order => {
                said!("the packages are named in the order of the list (else import it with its TARGETs)")
            }
            Self::Dir(dir) => said!("the command is given in {dir} (--dir)", dir),
        }
    }
}

impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl Serialize for Assumption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
