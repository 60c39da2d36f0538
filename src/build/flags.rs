//! The flag lists that a build hands to its tools.

use super::options::{BuildOptions, OptionError, split_quoted};
use super::rules::Rules;
use super::tool_flags::{ASSEMBLER, COMPILER, LINKER, Tool};
use crate::program::{PackageId, Program};

/// Flags for the tools, made once for a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolFlags {
    /// Flags forced on every compile and assembly: `-shared` in position-independent builds.
    pub forced: Vec<String>,
    gcflags: PerPackage,
    asmflags: PerPackage,
    ldflags: PerPackage,
    /// Whether the executable is position-independent.
    pub pie: bool,
    /// `-installsuffix shared`: an explicit `-buildmode=pie` keeps its archives apart from the others.
    pub installsuffix: Option<&'static str>,
}

/// `-gcflags='-N'` goes to the packages named on the command line, `-gcflags='all=-N'` to those of the pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PerPackage {
    pattern: Pattern,
    flags: Vec<String>,
}

/// Which packages a list of flags is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Pattern {
    /// The package named on the command line.
    #[default]
    Root,
    /// Every package.
    All,
    /// Those of the standard library.
    Std,
    /// Those whose import path fits; `...` stands for anything.
    Path(String),
}

impl PerPackage {
    fn parse(tool: &Tool, name: &str, text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (pattern, list) = match text.split_once('=') {
            Some((pattern, list)) if !pattern.starts_with(['-', '\'', '"']) && !pattern.contains(' ') => {
                let pattern = match pattern {
                    "all" => Pattern::All,
                    "std" => Pattern::Std,
                    "cmd" => Pattern::Path("cmd/...".to_owned()),
                    path if path.starts_with(['.', '/']) => {
                        return Err(format!(
                            "-{name}={text}: patterns of directories are not modelled; write an import path, or all"
                        ));
                    }
                    path => Pattern::Path(path.to_owned()),
                };
                (pattern, list)
            }
            _ => (Pattern::Root, text),
        };
        let problem = |problem| format!("-{name}={text}: {problem}");
        let flags = split_quoted(list).map_err(problem)?;
        tool.check(&flags).map_err(problem)?;
        Ok(Self { pattern, flags })
    }

    fn of(&self, program: &Program, package: PackageId) -> &[String] {
        let fits = match &self.pattern {
            Pattern::Root => package == program.root,
            Pattern::All => true,
            Pattern::Std => program.package(package).standard,
            Pattern::Path(pattern) => fits(pattern, &program.package(package).import_path),
        };
        if fits { &self.flags } else { &[] }
    }
}

/// Whether a list of compiler flags is for some packages only, neither for all nor for those on the command line.
pub fn is_for_some(gcflags: &str) -> bool {
    PerPackage::parse(&COMPILER, "gcflags", gcflags)
        .is_ok_and(|flags| matches!(flags.pattern, Pattern::Std | Pattern::Path(_)))
}

/// Whether a list of compiler flags changes nothing but the package named on the command line.
pub fn is_for_main_only(gcflags: &str) -> bool {
    PerPackage::parse(&COMPILER, "gcflags", gcflags)
        .is_ok_and(|flags| flags.flags.is_empty() || matches!(flags.pattern, Pattern::Root))
}

/// Whether a path fits a pattern; `x/...` fits `x`, too.
fn fits(pattern: &str, path: &str) -> bool {
    if pattern.strip_suffix("/...").is_some_and(|parent| fits(parent, path)) {
        return true;
    }
    let Some((before, after)) = pattern.split_once("...") else { return pattern == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| fits(after, &rest[at..]))
}

impl ToolFlags {
    /// Whether the compiler and the assembler get the same flags.
    pub fn are_for_packages_as(&self, other: &Self) -> bool {
        let of_packages = |flags: &Self| (flags.forced.clone(), flags.gcflags.clone(), flags.asmflags.clone());
        of_packages(self) == of_packages(other)
    }

    /// Splits the lists that the user gave.
    ///
    /// # Errors
    /// If a quote does not close, or something is not modelled: patterns of directories, external linking.
    pub fn new(program: &Program, options: &BuildOptions) -> Result<Self, OptionError> {
        let toolchain = &program.toolchain;
        let pie = match options.buildmode.as_str() {
            "pie" => true,
            "exe" => false,
            _ => Rules::of(&toolchain.version).pie_by_default(toolchain),
        };
        let shared = pie && !matches!(toolchain.goos.as_str(), "windows" | "aix");
        if let Some(flag) = external_linking(&options.ldflags) {
            return Err(OptionError::ToolFlags(format!(
                "-ldflags={flag}: external linking needs runtime/cgo, and cgo is not modelled; leave it out"
            )));
        }
        let parse = |tool, name, text| PerPackage::parse(tool, name, text).map_err(OptionError::ToolFlags);
        Ok(Self {
            installsuffix: (options.buildmode == "pie" && shared).then_some("shared"),
            forced: if shared { vec!["-shared".to_owned()] } else { Vec::new() },
            gcflags: parse(&COMPILER, "gcflags", &options.gcflags)?,
            asmflags: parse(&ASSEMBLER, "asmflags", &options.asmflags)?,
            ldflags: parse(&LINKER, "ldflags", &options.ldflags)?,
            pie,
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

    /// The user's linker flags.
    pub fn ldflags(&self) -> &[String] {
        &self.ldflags.flags
    }
}

/// The flag that asks for external linking, if one does.
fn external_linking(ldflags: &str) -> Option<&str> {
    let mut words = ldflags.split_whitespace().map(|word| word.trim_matches(['\'', '"']));
    while let Some(word) = words.next() {
        let flag = word.trim_start_matches('-');
        if word.starts_with('-')
            && (flag == "linkmode=external" || (flag == "linkmode" && words.next() == Some("external")))
        {
            return Some("-linkmode=external");
        }
    }
    None
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

    #[test]
    fn external_linking_is_found_in_any_spelling() {
        for flags in ["-linkmode=external", "-s -linkmode external", "'-linkmode=external'", "--linkmode=external"] {
            assert!(external_linking(flags).is_some(), "{flags}");
        }
        for flags in ["", "-s -w", "-linkmode=internal", "-linkmode internal", "-X main.linkmode=external"] {
            assert!(external_linking(flags).is_none(), "{flags}");
        }
    }
}
