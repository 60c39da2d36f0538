//! Which flags each run of a tool gets: those that the build forces, and the user's.

use super::external;
use super::link_mode::LinkMode;
use super::options::{BuildOptions, OptionError};
use super::rules::Rules;
use super::tool_flags::{ASSEMBLER, COMPILER, LINKER, Tool};
use crate::program::go_flags::split_quoted;
use crate::program::{PackageId, Program, clean_path, is_local};
use crate::said::Said;

/// The flags of all tools, computed once for a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolFlags {
    /// Flags that every assembly gets: `-shared` in position-independent builds, `-dynlink` for plugins.
    pub forced: Vec<String>,
    /// Flags that every compile gets: those of an assembly, and `-race` and the like.
    pub forced_compile: Vec<String>,
    /// Flags that the link gets: `-race` and the like.
    pub forced_link: Vec<String>,
    gcflags: PerPackage,
    asmflags: PerPackage,
    ldflags: PerPackage,
    /// What the linker makes.
    pub made: LinkMode,
    /// The suffix of the install directory, which keeps archives apart: `race` for `-race` and so on, `shared` for an
    /// explicit `-buildmode=pie`, `dynlink` for plugins.
    pub installsuffix: Option<String>,
}

/// The flag lists of one tool, in the order given. For each package the last list whose pattern matches is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PerPackage(Vec<(Pattern, Vec<String>)>);

/// Which packages a list of flags is for. `-gcflags='-N'` is for the packages named on the command line,
/// `-gcflags='all=-N'` for the packages of the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// The packages named on the command line.
    Root,
    /// Every package.
    All,
    /// The packages of the standard library.
    Std,
    /// The commands of the standard library.
    Cmd,
    /// The packages of the main module.
    Work,
    /// Packages whose import path matches; `...` matches anything.
    Path(String),
    /// The package in this directory.
    Dir(String),
    /// Packages below a directory whose path, relative to that directory, matches.
    Below(String, String),
}

impl Pattern {
    /// Reads a pattern; a relative path is relative to `dir`.
    pub(super) fn parse(pattern: &str, dir: &str, rules: Rules) -> Result<Self, Said> {
        Ok(match pattern {
            "all" => Self::All,
            "std" => Self::Std,
            "cmd" => Self::Cmd,
            "work" if rules.flags_match_work_and_tool() => Self::Work,
            "tool" if rules.flags_match_work_and_tool() => {
                return Err(said!("which packages are tools is not in a package list; write import paths"));
            }
            path if is_local(path) => match path.split_once("...") {
                None => Self::Dir(clean_path(&format!("{dir}/{path}"))),
                Some((before, _)) => {
                    let (parent, _) = before.rsplit_once('/').unwrap_or((before, ""));
                    Self::Below(clean_path(&format!("{dir}/{parent}")), path[parent.len() + 1..].to_owned())
                }
            },
            path => Self::Path(path.to_owned()),
        })
    }

    pub(super) fn fits(&self, program: &Program, id: PackageId) -> bool {
        let package = program.package(id);
        match self {
            Self::Root => program.is_root(id),
            Self::All => true,
            Self::Std => package.standard,
            Self::Cmd => package.standard && package.import_path.starts_with("cmd/"),
            Self::Work => package.module.as_ref().is_some_and(|module| module.main),
            Self::Path(pattern) => fits(pattern, &package.import_path),
            Self::Dir(dir) => package.dir == *dir,
            Self::Below(dir, pattern) => {
                let path = if package.dir == *dir {
                    Some(".")
                } else {
                    let below = if dir == "/" { Some(&package.dir[..]) } else { package.dir.strip_prefix(&dir[..]) };
                    below.and_then(|path| path.strip_prefix('/'))
                };
                path.is_some_and(|path| fits(pattern, path))
            }
        }
    }
}

impl PerPackage {
    /// Reads the lists of one tool: first those of the program (GOFLAGS, or its recording), then those of the command
    /// line.
    fn parse(
        tool: &Tool,
        flag: &'static str,
        lists: [&[String]; 2],
        dir: &str,
        rules: Rules,
    ) -> Result<Self, OptionError> {
        let parse = |text: &String| {
            let text = text.trim();
            Self::parse_one(tool, text, dir, rules).map_err(|problem| OptionError::ToolFlags {
                flag,
                text: text.to_owned(),
                problem,
            })
        };
        Ok(Self(lists.into_iter().flatten().map(parse).collect::<Result<_, _>>()?))
    }

    fn parse_one(tool: &Tool, text: &str, dir: &str, rules: Rules) -> Result<(Pattern, Vec<String>), Said> {
        let (pattern, list) = if text.is_empty() || text.starts_with('-') {
            (Pattern::Root, text)
        } else {
            match text.split_once('=') {
                None => return Err(said!("flags begin with -, or with PATTERN=")),
                Some(("", _)) => return Err(said!("there is no pattern before the =")),
                Some(_) if text.starts_with(['\'', '"']) => return Err(said!("it may not begin with a quote")),
                Some((pattern, list)) => (Pattern::parse(pattern.trim(), dir, rules)?, list),
            }
        };
        let flags = split_quoted(list)?;
        tool.check(&flags)?;
        Ok((pattern, flags))
    }

    fn of(&self, program: &Program, package: PackageId) -> &[String] {
        let fitting = self.0.iter().rev().find(|(pattern, _)| pattern.fits(program, package));
        fitting.map_or(&[], |(_, flags)| flags)
    }
}

/// Whether a list of compiler flags is for certain packages, not for all and not for those on the command line.
pub fn is_for_some(gcflags: &str) -> bool {
    let gcflags = gcflags.trim();
    !gcflags.starts_with('-') && gcflags.split_once('=').is_some_and(|(pattern, _)| pattern.trim() != "all")
}

/// Whether a path matches a pattern. As in the go command, `x/...` also matches `x`.
fn fits(pattern: &str, path: &str) -> bool {
    if pattern.strip_suffix("/...").is_some_and(|parent| fits(parent, path)) {
        return true;
    }
    let Some((before, after)) = pattern.split_once("...") else { return pattern == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| fits(after, &rest[at..]))
}

impl ToolFlags {
    /// Whether the two have the same flags for the compiler and the assembler.
    pub fn are_for_packages_as(&self, other: &Self) -> bool {
        let of_packages = |flags: &Self| (flags.forced_compile.clone(), flags.gcflags.clone(), flags.asmflags.clone());
        of_packages(self) == of_packages(other)
    }

    /// Splits the lists that the user gave and checks them.
    ///
    /// # Errors
    /// If a quote is not closed, or a flag asks for something that is impossible or not modelled.
    pub fn new(program: &Program, options: &BuildOptions) -> Result<Self, OptionError> {
        let toolchain = &program.toolchain;
        let made = LinkMode::of(&options.buildmode, program);
        let code_flag = made.code_flag(toolchain);
        let refusals = made.refusal(program, options.command).or_else(|| external::refusal(program, options));
        if let Some(refusal) = refusals.or_else(|| external::overwritten(program, options)) {
            return Err(OptionError::Executable(refusal));
        }
        let brought = &program.go_flags;
        let rules = Rules::of(&toolchain.version);
        let parse = |tool, name, brought: &[String], given: &[String]| {
            PerPackage::parse(tool, name, [brought, given], &options.dir, rules)
        };
        let ldflags = parse(&LINKER, "ldflags", &brought.ldflags, &options.ldflags)?;
        if program.mains().any(|main| external::links_externally(ldflags.of(program, main))) {
            refuse_external(program)?;
        }
        let forced: Vec<String> = code_flag.map(str::to_owned).into_iter().collect();
        let of_all = || program.instruments.iter().filter(|instrument| instrument.is_of_all_packages());
        let forced_link: Vec<String> = of_all().map(|instrument| instrument.flag().to_owned()).collect();
        let instruments = of_all().map(|instrument| instrument.name());
        let of_mode = code_flag.filter(|_| options.buildmode != "default").map(|flag| &flag[1..]);
        let suffixes: Vec<&str> = instruments.chain(of_mode).collect();
        Ok(Self {
            installsuffix: (!suffixes.is_empty()).then(|| suffixes.join("_")),
            forced_compile: [&forced[..], &forced_link].concat(),
            forced,
            forced_link,
            gcflags: parse(&COMPILER, "gcflags", &brought.gcflags, &options.gcflags)?,
            asmflags: parse(&ASSEMBLER, "asmflags", &brought.asmflags, &options.asmflags)?,
            ldflags,
            made,
        })
    }

    /// The user's compiler flags for a package.
    pub fn gcflags(&self, program: &Program, package: PackageId) -> &[String] {
        self.gcflags.of(program, package)
    }

    /// The user's assembler flags for a package.
    pub fn asmflags(&self, program: &Program, package: PackageId) -> &[String] {
        self.asmflags.of(program, package)
    }

    /// The user's linker flags for a main package.
    pub fn ldflags(&self, program: &Program, main: PackageId) -> &[String] {
        self.ldflags.of(program, main)
    }

    /// Whether the compiler flags apply only to the package named on the command line.
    pub fn compile_main_only(&self) -> bool {
        self.gcflags.0.iter().all(|(pattern, flags)| flags.is_empty() || *pattern == Pattern::Root)
    }
}

/// Refuses external linking of a program that has nothing for it.
fn refuse_external(program: &Program) -> Result<(), OptionError> {
    let flag = "-linkmode=external";
    if !program.toolchain.cgo_enabled {
        let refusal = Said::told(format!("{flag} requires external (cgo) linking, but cgo is not enabled"));
        return Err(OptionError::Executable(refusal));
    }
    if program.find("runtime/cgo").is_none() {
        let problem =
            said!("external linking needs runtime/cgo, which a program without cgo does not list; leave it out");
        return Err(OptionError::ToolFlags { flag: "ldflags", text: flag.to_owned(), problem });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_the_go_command() {
        for (pattern, path, expected) in [
            ("fmt", "fmt", true),
            ("fmt", "fmtx", false),
            ("net/...", "net", true),
            ("net/...", "net/http", true),
            ("net/...", "network", false),
            ("net...", "network", true),
            (".../sys", "runtime/internal/sys", true),
            ("a.../b", "a/x/b", true),
            ("...", "anything", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }
}
