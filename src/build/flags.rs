//! The flag lists that a build hands to its tools.

use super::options::{BuildOptions, OptionError, split_quoted};
use super::rules::Rules;
use crate::program::{PackageId, Program};

/// Flags for the tools, made once for a build.
#[derive(Clone, Debug, Default)]
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
#[derive(Clone, Debug, Default)]
struct PerPackage {
    all: bool,
    flags: Vec<String>,
}

impl PerPackage {
    fn parse(name: &str, text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (all, list) = match text.split_once('=') {
            Some((pattern, list)) if !pattern.starts_with(['-', '\'', '"']) && !pattern.contains(' ') => {
                if pattern != "all" {
                    return Err(format!("-{name}={text}: of the patterns only all= is modelled"));
                }
                (true, list)
            }
            _ => (false, text),
        };
        let flags = split_quoted(list).map_err(|problem| format!("-{name}={text}: {problem}"))?;
        Ok(Self { all, flags })
    }

    fn of(&self, program: &Program, package: PackageId) -> &[String] {
        if self.all || package == program.root { &self.flags } else { &[] }
    }
}

impl ToolFlags {
    /// Splits the lists that the user gave.
    ///
    /// # Errors
    /// If a quote does not close, or a pattern is not modelled.
    pub fn new(program: &Program, options: &BuildOptions) -> Result<Self, OptionError> {
        let toolchain = &program.toolchain;
        let pie = match options.buildmode.as_str() {
            "pie" => true,
            "exe" => false,
            _ => Rules::of(&toolchain.version).pie_by_default(toolchain),
        };
        let shared = pie && !matches!(toolchain.goos.as_str(), "windows" | "aix");
        let parse = |name, text| PerPackage::parse(name, text).map_err(OptionError::ToolFlags);
        Ok(Self {
            installsuffix: (options.buildmode == "pie" && shared).then_some("shared"),
            forced: if shared { vec!["-shared".to_owned()] } else { Vec::new() },
            gcflags: parse("gcflags", &options.gcflags)?,
            asmflags: parse("asmflags", &options.asmflags)?,
            ldflags: parse("ldflags", &options.ldflags)?,
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
