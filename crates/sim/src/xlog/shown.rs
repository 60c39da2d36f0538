//! The flags and settings of a build that its log shows.

use std::collections::BTreeMap;

use super::build_info::{self, Settings};
use super::parse::{Kind, Log};
use super::tool_line::{Compiled, Tool, ToolLine};
use super::votes::Votes;

/// What a log shows; what it does not show is `None`. A single line may be damaged, so for what many lines show the
/// majority decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The release of the go command.
    pub release: Option<String>,
    /// System and architecture that the tools run on.
    pub host: Option<String>,
    /// GOOS and GOARCH.
    pub system: Option<(String, String)>,
    /// Whether `-trimpath` was given.
    pub trims: Option<bool>,
    /// The user's compiler flags by the package of the `-p` flag.
    pub gcflags: BTreeMap<String, Vec<String>>,
    /// The user's assembler flags, likewise.
    pub asmflags: BTreeMap<String, Vec<String>>,
    /// The user's linker flags.
    pub ldflags: Option<Vec<String>>,
    /// The linker's build mode.
    pub link_mode: Option<String>,
    /// The linker's `-extld` that the go command added.
    pub cc: Option<String>,
    /// The value of `-installsuffix`; `Some` if compiles are shown.
    pub install_suffix: Option<String>,
    /// Variables before the tools.
    pub variables: BTreeMap<String, String>,
    /// The settings in the build info.
    pub info: Option<Settings>,
}

impl Shown {
    /// Reads them from a log.
    pub fn of(log: &Log) -> Self {
        let mut shown = Self { info: build_info::settings(log), ..Self::default() };
        let (mut releases, mut hosts, mut suffixes) = (Votes::default(), Votes::default(), Votes::default());
        let (mut systems, mut trims) = (Votes::default(), Votes::default());
        let mut variables: BTreeMap<String, Votes<Option<String>>> = BTreeMap::new();
        let mut lines = 0;
        for item in &log.items {
            let Kind::Command(line) = &item.kind else { continue };
            let Some(line) = ToolLine::of(line) else { continue };
            hosts.add(line.host);
            if !matches!(line.tool, Tool::Link { .. }) {
                lines += 1;
                for (name, value) in line.variables {
                    variables.entry(name).or_default().add(Some(value));
                }
            }
            match line.tool {
                Tool::Compile(Compiled { package, release, trims: trimmed, .. }) => {
                    releases.add_some(release);
                    trims.add(trimmed);
                    suffixes.add(line.install_suffix.unwrap_or_default());
                    shown.gcflags.insert(package, line.flags);
                }
                Tool::Assemble { package, system } => {
                    systems.add(system);
                    shown.asmflags.insert(package, line.flags);
                }
                Tool::Link { mode, cc } => {
                    shown.link_mode = Some(mode);
                    shown.ldflags = Some(line.flags);
                    shown.cc = cc;
                }
            }
        }
        shown.release = releases.most();
        shown.host = hosts.most();
        shown.trims = trims.most();
        shown.install_suffix = suffixes.most();
        shown.system =
            systems.most().or_else(|| Some((shown.info("GOOS")?.to_owned(), shown.info("GOARCH")?.to_owned())));
        // A variable that only some lines have is no setting of the build.
        let of_all =
            |votes: Votes<Option<String>>| if votes.seen() * 2 > lines { votes.most().flatten() } else { None };
        shown.variables = variables.into_iter().filter_map(|(name, votes)| Some((name, of_all(votes)?))).collect();
        shown.settle_extld();
        shown
    }

    /// A setting of the build info.
    pub fn info(&self, name: &str) -> Option<&str> {
        self.info.as_ref()?.get(name).map(String::as_str)
    }

    /// The user's own `-extld` is the last of the linker's flags, too, if it comes last.
    fn settle_extld(&mut self) {
        let is_extld = |flag: &String| flag == "-extld" || flag.starts_with("-extld=");
        let given = self.info("-ldflags").is_some_and(|ldflags| ldflags.contains("-extld"));
        if let (Some(flags), Some(cc)) = (&mut self.ldflags, &self.cc)
            && (given || flags.iter().any(is_extld))
        {
            flags.push(format!("-extld={cc}"));
            self.cc = None;
        }
    }
}
