//! The flags and settings of a build that its log shows.

use std::collections::{BTreeMap, BTreeSet};

use super::build_info::{self, Settings};
use super::canonical::Shape;
use super::parse::{Kind, Log, is_assignment};
use super::places::tool_of;
use super::tool_line::{Compiled, Tool, ToolLine};
use super::votes::Votes;
use super::words::words;
use crate::program::Instrument;
use crate::program::go_flags::COVER_MODES;

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
    /// The compilers for C and C++, with flags of their own, as the compiles of C files name them.
    pub compilers: [Option<String>; 2],
    /// The value of `-installsuffix`; `Some` if compiles are shown.
    pub install_suffix: Option<String>,
    /// The flags for instrumented code; `Some` if compiles are shown.
    pub instruments: Option<BTreeSet<Instrument>>,
    /// The path of the profile, as far as a line of a tool shows it.
    pub profile: Option<String>,
    /// The packages of the `-p` flag in which `-cover` counts what runs.
    pub covered: BTreeSet<String>,
    /// How it counts.
    pub covermode: Option<String>,
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
        let (mut systems, mut trims, mut instruments) = (Votes::default(), Votes::default(), Votes::default());
        let mut variables: BTreeMap<String, Votes<Option<String>>> = BTreeMap::new();
        let mut compilers = [Votes::default(), Votes::default()];
        let mut covermodes = Votes::default();
        let mut lines = 0;
        for item in &log.items {
            let Kind::Command(line) = &item.kind else { continue };
            if let Some((is_cxx, compiler)) = compiler_of(line) {
                compilers[usize::from(is_cxx)].add(compiler);
            }
            shown.profile = shown.profile.or_else(|| prepared_profile(line));
            covermodes.add_some(covermode_of(line));
            let Some(line) = ToolLine::of(line) else { continue };
            hosts.add(line.host);
            if !matches!(line.tool, Tool::Link { .. }) {
                lines += 1;
                for (name, value) in line.variables {
                    variables.entry(name).or_default().add(Some(value));
                }
            }
            match line.tool {
                Tool::Compile(Compiled { package, release, trims: trimmed, profile, covered, .. }) => {
                    let is_source = |path: &String| !path.starts_with("$WORK") && Shape::of(path).names.is_empty();
                    shown.profile = shown.profile.or_else(|| profile.filter(is_source));
                    shown.covered.extend(covered.then(|| package.clone()));
                    releases.add_some(release);
                    trims.add(trimmed);
                    instruments.add(line.instruments);
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
        shown.compilers = compilers.map(Votes::most);
        shown.instruments = instruments.most();
        if let Some(instruments) = &mut shown.instruments {
            instruments.extend((!shown.covered.is_empty()).then_some(Instrument::Cover));
        }
        shown.covermode = covermodes.most();
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
        let is_extld = |flag: &str| flag == "-extld" || flag.starts_with("-extld=");
        let has_extld =
            |flags: &str| flags.split_whitespace().any(|word| is_extld(word.trim_start_matches(['\'', '"'])));
        let given = self.info("-ldflags").is_some_and(has_extld);
        if let (Some(flags), Some(cc)) = (&mut self.ldflags, &self.cc)
            && (given || flags.iter().any(|flag| is_extld(flag)))
        {
            flags.push(format!("-extld={cc}"));
            self.cc = None;
        }
    }
}

/// The profile that a line prepares for the compilers.
fn prepared_profile(line: &str) -> Option<String> {
    let (_, tool) = tool_of(line)?;
    let words = words(line);
    let input = words.windows(2).find(|two| two[0].text == "-i")?;
    (tool == "preprofile").then(|| input[1].text.clone())
}

/// How a line of the cover tool says to count. Where a package is only registered that is not told.
fn covermode_of(line: &str) -> Option<String> {
    let (_, tool) = tool_of(line)?;
    let words = words(line);
    let flag = words.iter().position(|word| word.text == "-mode").filter(|_| tool == "cover")?;
    words.get(flag + 1).map(|mode| mode.text.clone()).filter(|mode| COVER_MODES.contains(&mode.as_str()))
}

/// The compiler that compiles a C file (`false`) or a C++ file (`true`). The go command writes it with its own flags, then
/// `-I DIR -fPIC`; where that is missing, as on Windows, the end of the flags is not known.
fn compiler_of(line: &str) -> Option<(bool, String)> {
    let words = words(line);
    let source = words.last().filter(|_| words.len() > 2 && words[words.len() - 2].text == "-c")?;
    let (_, extension) = source.text.rsplit_once('.')?;
    let is_cxx = matches!(extension, "cc" | "cpp" | "cxx");
    let start = words.iter().position(|word| !is_assignment(word))?;
    let end = words.windows(3).position(|three| three[0].text == "-I" && three[2].text == "-fPIC")?;
    let compiler: Vec<&str> = words.get(start..end)?.iter().map(|word| word.text.as_str()).collect();
    let is_plain = !compiler.is_empty() && !compiler.iter().any(|word| word.contains([' ', '\'', '"']));
    (is_plain && (is_cxx || extension == "c")).then(|| (is_cxx, compiler.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compilers_are_shown_with_their_own_flags() {
        let of = |text: &str| Shown::of(&Log::parse(text)).compilers;
        let shown =
            of("TERM='dumb' gcc -pipe -I /p -fPIC -m64 -I $WORK/b002/ -O2 -o $WORK/b002/_x001.o -c _cgo_export.c\n\
             TERM='dumb' env g++ -I . -fPIC -m64 -O2 -o $WORK/b002/_x002.o -c x.cpp\n");
        assert_eq!(shown, [Some("gcc -pipe".to_owned()), Some("env g++".to_owned())]);
        assert_eq!(of("TERM='dumb' gcc -I /p -mthreads -o $WORK/b002/_x001.o -c x.c\n"), [None, None]);
        assert_eq!(of("gcc -I /p -fPIC -m64 -c -x c - -o /dev/null || true\n"), [None, None]);
    }

    #[test]
    fn only_extld_itself_is_the_users_linker() {
        let tool = "/g/pkg/tool/linux_amd64/link -o $WORK/b001/exe/a.out -importcfg $WORK/b001/importcfg.link \
                    -buildmode=exe -buildid=a/b/b/a";
        let ldflags = |flags: &str| {
            let info = format!("packagefile m=a\nmodinfo \"x\\nbuild\\t-ldflags=\\\"{flags}\\\"\\n\"\n");
            let text = format!(
                "cat >$WORK/b001/importcfg.link << 'EOF' # internal\n{info}EOF\n{tool} {flags} -extld=g++ $WORK/b001/_pkg_.a\n"
            );
            let shown = Shown::of(&Log::parse(&text));
            (shown.ldflags.unwrap_or_default().join(" "), shown.cc)
        };
        assert_eq!(ldflags("-extldflags -static"), ("-extldflags -static".to_owned(), Some("g++".to_owned())));
        assert_eq!(ldflags("-s -extld=g++").1, None);
    }
}
