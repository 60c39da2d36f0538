//! The flags of a simulated `go build`.

use thiserror::Error;

use super::faults::Faults;
use crate::program::Program;

/// Flags and surroundings of one `go build`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// `-p`: how many actions run at once.
    pub workers: usize,
    /// GOMAXPROCS of the go command; decides the compiler's `-c`.
    pub gomaxprocs: usize,
    /// `-o`.
    pub output: Option<String>,
    /// `-a`: build everything again.
    pub all: bool,
    /// `GODEBUG=gocacheverify=1`: compile everything and compare with the cache.
    pub verify_cache: bool,
    /// `-n`: print commands, run nothing.
    pub dry_run: bool,
    /// `-v`: print the names of packages as they are compiled.
    pub verbose: bool,
    /// `-work`: print the name of the work directory and keep it.
    pub keep_work: bool,
    /// `-trimpath`.
    pub trimpath: bool,
    /// `-ldflags`, as given.
    pub ldflags: String,
    /// `-gcflags`, as given.
    pub gcflags: String,
    /// `-asmflags`, as given.
    pub asmflags: String,
    /// `-tags`, separated by commas or spaces.
    pub tags: String,
    /// `-buildmode`: `default`, `exe` or `pie`.
    pub buildmode: String,
    /// The work directory as printed, without trailing slash.
    pub work_dir: String,
    /// The directory the command is given in.
    pub dir: String,
    /// What is done wrong.
    pub faults: Faults,
}

/// The work directory of a build that names none.
pub const DEFAULT_WORK_DIR: &str = "/tmp/go-build1234567890";

impl BuildOptions {
    /// What `go build -x -work -p 1` does with the program in its own directory.
    pub fn for_program(program: &Program) -> Self {
        Self {
            workers: 1,
            gomaxprocs: 4,
            output: None,
            all: false,
            verify_cache: false,
            dry_run: false,
            verbose: false,
            keep_work: true,
            trimpath: false,
            ldflags: String::new(),
            gcflags: String::new(),
            asmflags: String::new(),
            tags: String::new(),
            buildmode: "default".to_owned(),
            work_dir: DEFAULT_WORK_DIR.to_owned(),
            dir: program.dir.clone(),
            faults: Faults::default(),
        }
    }

    /// Adds the flags of the GOFLAGS variable, which come before those of the command line.
    ///
    /// # Errors
    /// If one of them is not modelled.
    pub fn apply_goflags(&mut self, goflags: &str) -> Result<(), OptionError> {
        for flag in split_quoted(goflags).map_err(|problem| OptionError::Split { flag: "GOFLAGS", problem })? {
            let bare = flag.trim_start_matches('-');
            let (name, value) = bare.split_once('=').unwrap_or((bare, "true"));
            let on = value == "true" || value == "1";
            match name {
                "trimpath" => self.trimpath = on,
                "a" => self.all = on,
                "v" => self.verbose = on,
                "n" => self.dry_run = on,
                "ldflags" => value.clone_into(&mut self.ldflags),
                "gcflags" => value.clone_into(&mut self.gcflags),
                "asmflags" => value.clone_into(&mut self.asmflags),
                "tags" => value.clone_into(&mut self.tags),
                "buildmode" if matches!(value, "default" | "exe" | "pie") => value.clone_into(&mut self.buildmode),
                "p" => {
                    self.workers = value.parse().map_err(|_| OptionError::NotModelled { flag: flag.clone() })?;
                }
                // These change which packages are loaded, or what is printed elsewhere, not the build itself.
                "mod" | "buildvcs" | "modcacherw" | "modfile" | "x" | "work" => {}
                _ => return Err(OptionError::NotModelled { flag }),
            }
        }
        Ok(())
    }
}

/// What is wrong with a flag.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum OptionError {
    /// A list of tool flags that cannot be split.
    #[error("{0}")]
    ToolFlags(String),
    /// Quotes that do not close.
    #[error("{flag}: {problem}")]
    Split {
        /// The flag.
        flag: &'static str,
        /// What the go command would say.
        problem: String,
    },
    /// A flag that changes the build in a way that is not modelled.
    #[error("GOFLAGS has {flag}, which gostep does not model")]
    NotModelled {
        /// As written.
        flag: String,
    },
}

/// Splits at white space; `'…'` and `"…"` group, there are no escapes. This is how the go command splits flag lists.
///
/// # Errors
/// If a quote does not close.
pub fn split_quoted(text: &str) -> Result<Vec<String>, String> {
    let mut items = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '"' || first == '\'' {
            let inner = &rest[1..];
            let end = inner.find(first).ok_or_else(|| format!("unterminated {first} string"))?;
            items.push(inner[..end].to_owned());
            rest = &inner[end + 1..];
        } else {
            let end = rest.find(is_space).unwrap_or(rest.len());
            items.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        rest = rest.trim_start_matches(is_space);
    }
    Ok(items)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_group_without_escapes() {
        assert_eq!(split_quoted("-s -w").unwrap(), ["-s", "-w"]);
        assert_eq!(split_quoted(" -X 'main.v=a b'  \"c d\" ").unwrap(), ["-X", "main.v=a b", "c d"]);
        assert_eq!(split_quoted("").unwrap(), Vec::<String>::new());
        assert!(split_quoted("-X 'open").is_err());
    }
}
