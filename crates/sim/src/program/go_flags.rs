//! Flags of `go build`: which of them gostep models, and which a program brings along because of GOFLAGS or of its
//! recording.

use std::collections::BTreeMap;

use super::error::ProgramError;
use super::instruments::Instrument;
use crate::said::Said;

/// What a flag of the go command means for a simulated build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is a field of [`GoFlags`].
    Modelled,
    /// It makes no difference: it asks for what is so anyway or what the package list already shows, or it changes
    /// output that gostep does not print.
    Nothing,
    /// It changes the build in a way that is not modelled.
    NotModelled,
    /// `go build` has no such flag.
    Unknown,
}

/// Modelled or ignored flags without a value.
const SWITCHES: [&str; 13] =
    ["a", "v", "n", "x", "work", "trimpath", "race", "msan", "asan", "cover", "linkshared", "modcacherw", "buildvcs"];

/// The values of `-buildmode` that gostep models.
pub const BUILD_MODES: [&str; 6] = ["default", "exe", "pie", "c-archive", "c-shared", "plugin"];

/// The ways of counting that `-covermode` chooses from.
pub const COVER_MODES: [&str; 3] = ["set", "count", "atomic"];

/// Flags of other go commands. GOFLAGS may hold them, and `go build` ignores them.
const OF_OTHER_COMMANDS: [&str; 14] = [
    "bench",
    "benchmem",
    "benchtime",
    "count",
    "cpu",
    "failfast",
    "fullpath",
    "fuzz",
    "parallel",
    "run",
    "short",
    "shuffle",
    "timeout",
    "vet",
];

/// Whether a flag of `go build` needs no value.
pub fn is_switch(name: &str) -> bool {
    SWITCHES.contains(&name)
}

/// The meaning of a flag, given its name without dashes and its value. A switch without value has `true`.
pub fn meaning(name: &str, value: Option<&str>) -> Meaning {
    let is_off = value.and_then(boolean) == Some(false);
    match name {
        "a" | "v" | "n" | "trimpath" | "buildvcs" | "ldflags" | "gcflags" | "asmflags" | "tags" | "p" => {
            Meaning::Modelled
        }
        "buildmode" if value.is_none_or(|mode| BUILD_MODES.contains(&mode)) => Meaning::Modelled,
        "race" | "msan" | "asan" | "cover" | "coverpkg" => Meaning::Modelled,
        "covermode" if value.is_none_or(|mode| COVER_MODES.contains(&mode)) => Meaning::Modelled,
        "linkshared" | "json" if is_off => Meaning::Nothing,
        "pgo" if value != Some("") => Meaning::Modelled,
        "compiler" if value == Some("gc") => Meaning::Nothing,
        // These decide which packages are built and where they come from; the package list shows the result.
        "mod" | "modcacherw" | "modfile" | "x" | "work" | "debug-actiongraph" | "debug-trace" => Meaning::Nothing,
        "buildmode" | "covermode" | "linkshared" | "toolexec" | "overlay" | "pgo" | "installsuffix" | "compiler"
        | "gccgoflags" | "pkgdir" | "json" => Meaning::NotModelled,
        _ => Meaning::Unknown,
    }
}

/// The value of a switch as the go command reads it; `None` if it is neither true nor false.
pub fn boolean(value: &str) -> Option<bool> {
    match value {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Some(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}

/// The flags that a program brings along. Flags of the command line are applied after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoFlags {
    /// `-a`.
    pub all: bool,
    /// `-v`.
    pub verbose: bool,
    /// `-n`.
    pub dry_run: bool,
    /// `-trimpath`.
    pub trimpath: bool,
    /// `-p`; `None` if it was not given.
    pub workers: Option<usize>,
    /// `-ldflags`, in the order given.
    pub ldflags: Vec<String>,
    /// `-gcflags`, in the order given.
    pub gcflags: Vec<String>,
    /// `-asmflags`, in the order given.
    pub asmflags: Vec<String>,
    /// `-tags`, separated by commas or spaces.
    pub tags: String,
    /// `-buildmode`; `None` if it was not given.
    pub buildmode: Option<String>,
    /// `-buildvcs=false`: no revision is stamped into the executable.
    pub no_stamp: bool,
    /// `-pgo`: `off`, `auto` or a file; `None` if it was not given.
    pub profile: Option<String>,
    /// `-covermode`; `None` if it was not given.
    pub covermode: Option<String>,
    /// The patterns of `-coverpkg`; empty if it was not given.
    pub coverpkg: Vec<String>,
    /// `-race`, `-msan`, `-asan` and `-cover`, as far as they were given.
    pub instruments: BTreeMap<Instrument, bool>,
    /// Whether it is known that the package list was made with exactly these tags.
    pub fixed_tags: bool,
}

impl GoFlags {
    /// Adds the flags in the value of GOFLAGS.
    ///
    /// # Errors
    /// If one of them is not modelled.
    pub fn add_variable(&mut self, goflags: &str) -> Result<(), ProgramError> {
        let flags =
            split_quoted(goflags).map_err(|problem| ProgramError::Setting(said!("GOFLAGS: {problem}", problem)))?;
        for flag in flags.iter().filter(|flag| !OF_OTHER_COMMANDS.contains(&parts(flag).0)) {
            self.add(&said!("GOFLAGS has"), flag)?;
        }
        Ok(())
    }

    /// Adds one flag, written as `-name` or `-name=value`. `says` is the beginning of the error message.
    ///
    /// # Errors
    /// If it is not modelled.
    pub fn add(&mut self, says: &Said, flag: &str) -> Result<(), ProgramError> {
        let refuse = || ProgramError::Setting(said!("{says} {flag}, which gostep does not model", says, flag));
        let (name, given) = parts(flag);
        match meaning(name, Some(given.unwrap_or("true"))) {
            Meaning::Nothing => return Ok(()),
            Meaning::NotModelled | Meaning::Unknown => return Err(refuse()),
            Meaning::Modelled => {}
        }
        let value = given.unwrap_or_default();
        match name {
            "ldflags" => self.ldflags.push(value.to_owned()),
            "gcflags" => self.gcflags.push(value.to_owned()),
            "asmflags" => self.asmflags.push(value.to_owned()),
            "tags" => value.clone_into(&mut self.tags),
            "buildmode" => self.buildmode = Some(value.to_owned()),
            "covermode" => {
                self.covermode = Some(value.to_owned());
                self.instruments.insert(Instrument::Cover, true);
            }
            "coverpkg" => {
                self.coverpkg = value.split(',').map(str::to_owned).collect();
                self.instruments.insert(Instrument::Cover, true);
            }
            "pgo" => self.profile = Some(value.to_owned()),
            "buildvcs" if matches!(value, "" | "auto") => self.no_stamp = false,
            "p" => self.workers = Some(value.parse().ok().filter(|&workers| workers > 0).ok_or_else(refuse)?),
            switch => {
                let on = boolean(given.unwrap_or("true")).ok_or_else(refuse)?;
                match switch {
                    "a" => self.all = on,
                    "v" => self.verbose = on,
                    "n" => self.dry_run = on,
                    "buildvcs" => self.no_stamp = !on,
                    "trimpath" => self.trimpath = on,
                    name => self.instruments.extend(Instrument::named(name).map(|instrument| (instrument, on))),
                }
            }
        }
        Ok(())
    }

    /// Whether a list of tags selects the same files as [`Self::tags`].
    pub fn has_tags(&self, tags: &str) -> bool {
        let set = |tags: &str| tags_of(tags).map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        set(&self.tags) == set(tags)
    }
}

/// The single tags in a value of `-tags`.
pub fn tags_of(tags: &str) -> impl Iterator<Item = &str> {
    tags.split([',', ' ', '\t']).filter(|tag| !tag.is_empty())
}

/// Name and value of `-name=value`, with one dash or two.
pub fn parts(flag: &str) -> (&str, Option<&str>) {
    let bare = flag.strip_prefix("--").or_else(|| flag.strip_prefix('-')).unwrap_or(flag);
    bare.split_once('=').map_or((bare, None), |(name, value)| (name, Some(value)))
}

/// Splits at white space. `'…'` and `"…"` keep words together; there are no escapes. The go command splits flag lists
/// in this way.
///
/// # Errors
/// If a quote is not closed.
pub fn split_quoted(text: &str) -> Result<Vec<String>, Said> {
    let mut items = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '"' || first == '\'' {
            let inner = &rest[1..];
            let end = inner.find(first).ok_or_else(|| said!("unterminated {first} string", first))?;
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

    #[test]
    fn the_variable_is_read_as_the_go_command_does() {
        let mut flags = GoFlags::default();
        flags
            .add_variable("-trimpath --gcflags=all=-N '-gcflags=-l -m' -race=false -count=1 -mod=mod -p=3 -a=T")
            .unwrap();
        let expected = GoFlags {
            all: true,
            trimpath: true,
            workers: Some(3),
            gcflags: vec!["all=-N".to_owned(), "-l -m".to_owned()],
            instruments: BTreeMap::from([(Instrument::Race, false)]),
            ..GoFlags::default()
        };
        assert_eq!(flags, expected);
        for (goflags, said) in [
            ("-race=perhaps", "GOFLAGS has -race=perhaps, which gostep does not model"),
            ("-linkshared", "GOFLAGS has -linkshared, which gostep does not model"),
            ("-buildmode=shared", "GOFLAGS has -buildmode=shared, which gostep does not model"),
            ("-trimpath=perhaps", "GOFLAGS has -trimpath=perhaps, which gostep does not model"),
            ("'-X", "GOFLAGS: unterminated ' string"),
        ] {
            assert_eq!(GoFlags::default().add_variable(goflags).unwrap_err().to_string(), said);
        }
    }
}
