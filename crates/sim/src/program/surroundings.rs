//! What a build depends on and no package list tells: the repository around the sources, and the machine.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash::Hash;

/// The surroundings of a build, as `gostep import` or a log shows them.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default)]
pub struct Surroundings {
    /// The revision that is stamped into the executable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vcs: Option<Vcs>,
    /// GOMAXPROCS of the go command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gomaxprocs: Option<usize>,
    /// Whether the executable's place is on another file system than the work directory. Then the go command copies it
    /// instead of moving it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other_file_system: bool,
    /// The CPU profile by which the program was optimized.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The files that another one stands for (`-overlay`), by absolute path, each with the path of the other one.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub overlay: BTreeMap<String, String>,
    /// Whether main exports functions to C (`//export`), so that a header goes with a library for C.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exports_to_c: Option<bool>,
}

/// A CPU profile.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Profile {
    /// The absolute path of the file.
    pub path: String,
    /// SHA-256 of the file.
    pub hash: Hash,
    /// SHA-256 of what `preprofile` makes of it (since go1.23).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared: Option<Hash>,
}

/// What the build info says about the git repository.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
pub struct Vcs {
    /// Root directory of the repository.
    pub root: String,
    /// Hash of the commit.
    pub revision: String,
    /// Time of the commit, in the format of `vcs.time`.
    pub time: String,
    /// Whether files differ from the commit or are new.
    pub modified: bool,
    /// The version of the main module that follows from the commit (since go1.24); `(devel)` before.
    pub main_version: String,
}

impl Vcs {
    /// Reads it from the build info that importcfg.link holds as a quoted string. `None` without a stamp and for
    /// version control other than git.
    pub fn of_quoted_modinfo(modinfo: &str, root: &str) -> Option<Self> {
        let setting = |name: &str| {
            let (_, rest) = modinfo.split_once(&format!("build\\tvcs{name}="))?;
            rest.split_once("\\n").map(|(value, _)| value.to_owned())
        };
        if setting("")? != "git" {
            return None;
        }
        let module = modinfo.split_once("\\nmod\\t").and_then(|(_, rest)| rest.split("\\t").nth(1));
        Some(Self {
            root: root.to_owned(),
            revision: setting(".revision")?,
            time: setting(".time")?,
            modified: setting(".modified")? == "true",
            main_version: module?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_is_read_from_the_build_info() {
        let modinfo = r"path\tm/cmd\nmod\tm\tv0.0.0-2026+dirty\t\nbuild\tGOOS=linux\nbuild\tvcs=git\nbuild\tvcs.revision=7f75\nbuild\tvcs.time=2026-11-27T19:17:46Z\nbuild\tvcs.modified=true\n\xf9";
        let expected = Vcs {
            root: "/r".into(),
            revision: "7f75".into(),
            time: "2026-11-27T19:17:46Z".into(),
            modified: true,
            main_version: "v0.0.0-2026+dirty".into(),
        };
        assert_eq!(Vcs::of_quoted_modinfo(modinfo, "/r"), Some(expected));
        assert_eq!(Vcs::of_quoted_modinfo(&modinfo.replace("vcs=git", "vcs=hg"), "/r"), None);
        assert_eq!(Vcs::of_quoted_modinfo(r"path\tm\nbuild\tGOOS=linux\n", "/r"), None);
    }
}
