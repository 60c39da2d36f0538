//! The modules of a program, as its build info tells them.

use crate::goquote::unquote;
use crate::program::golist::ListedModule;

/// The modules in the build info.
#[derive(Debug, Default)]
pub struct Modules {
    all: Vec<ListedModule>,
    /// The GODEBUG settings that are linked in.
    pub godebug: String,
}

impl Modules {
    /// Reads them.
    pub fn of(info: &str) -> Self {
        let mut modules = Self::default();
        for line in info.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields.as_slice() {
                [kind @ ("mod" | "dep"), path, rest @ ..] => {
                    modules.all.push(ListedModule { main: *kind == "mod", ..module(path, rest) });
                }
                ["=>", path, rest @ ..] => {
                    if let Some(last) = modules.all.last_mut() {
                        last.replace = Some(Box::new(module(path, rest)));
                    }
                }
                ["build", setting] => {
                    if let Some(value) = setting.strip_prefix("DefaultGODEBUG=") {
                        modules.godebug = unquote(value).unwrap_or_else(|| value.to_owned());
                    }
                }
                _ => {}
            }
        }
        modules
    }

    /// The module of a package: of those whose path begins it, the one with the longest path.
    pub fn of_package(&self, path: &str, lang: &str) -> Option<ListedModule> {
        let begins = |module: &&ListedModule| {
            path.strip_prefix(module.path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut found = self.all.iter().filter(begins).max_by_key(|module| module.path.len())?.clone();
        if let Some(used) = &mut found.replace {
            lang.clone_into(&mut used.go_version);
        }
        lang.clone_into(&mut found.go_version);
        Some(found)
    }

    /// The directory of the main module, if the root is a package of it.
    pub fn main_dir(&self, root: &str, dir: &str) -> Option<String> {
        let main = self.all.iter().find(|module| module.main)?;
        let below = root.strip_prefix(main.path.as_str())?;
        dir.strip_suffix(below).map(str::to_owned)
    }
}

fn module(path: &str, rest: &[&str]) -> ListedModule {
    let version = rest.first().copied().unwrap_or_default();
    ListedModule {
        path: path.to_owned(),
        version: if version == "(devel)" { String::new() } else { version.to_owned() },
        sum: Some(rest.get(1).copied().unwrap_or_default().to_owned()),
        ..ListedModule::default()
    }
}
