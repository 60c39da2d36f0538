//! The toolchain and its settings, from `go env -json` or guessed from the package list.

use std::collections::BTreeMap;
use std::fmt;

use super::experiments::Experiments;

/// A release of Go, such as go1.23.9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoVersion {
    text: String,
    minor: u32,
}

/// The minor versions of the releases whose rules are modelled.
pub const KNOWN_MINORS: std::ops::RangeInclusive<u32> = 21..=27;

impl GoVersion {
    /// Reads `go1.23.9`; `None` for anything that is not a release of Go 1.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("go1.")?;
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        // The suffix after the version (a distributor's, or `X:` with experiments) is kept, since the compiler's flags
        // contain it.
        Some(Self { text: text.to_owned(), minor: digits.parse().ok()? })
    }

    /// The minor version: 23 for go1.23.9.
    pub fn minor(&self) -> u32 {
        self.minor
    }

    /// Whether `go list` of this release prints checksums of modules.
    pub fn lists_sums(&self) -> bool {
        const FIRST: u32 = 23;
        self.minor >= FIRST
    }

    /// The language version, as in `go1.23`.
    pub fn language(&self) -> String {
        format!("go1.{}", self.minor)
    }
}

impl fmt::Display for GoVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The values of `go env` that a build depends on.
#[derive(Clone, Debug)]
pub struct Toolchain {
    /// The release.
    pub version: GoVersion,
    /// Root of the Go tree (GOROOT).
    pub goroot: String,
    /// Target operating system.
    pub goos: String,
    /// Target architecture.
    pub goarch: String,
    /// Operating system and architecture the tools run on, `linux_amd64`.
    pub host: String,
    /// Build cache directory.
    pub gocache: String,
    /// Whether cgo is enabled.
    pub cgo_enabled: bool,
    /// C compiler, with the arguments that belong to it.
    pub cc: String,
    /// C++ compiler.
    pub cxx: String,
    /// The line with which the C compiler tells its version, if it is known. Action IDs of packages that use cgo cover
    /// it.
    pub cc_id: Option<String>,
    /// The same of the C++ compiler.
    pub cxx_id: Option<String>,
    /// GOGCCFLAGS, which shows what the C compiler accepts; empty if it is unknown.
    pub gogccflags: String,
    /// Value of the variable that [`arch_level_variable`] names.
    pub arch_level: String,
    /// What GOEXPERIMENT says.
    pub experiments: Experiments,
    /// Whether release and system are assumed: there is no environment, and the package list lacks the runtime, which would
    /// show them.
    pub is_assumed: bool,
    /// `CGO_CFLAGS` and so on where they differ from their defaults.
    pub cgo_flags: BTreeMap<String, String>,
}

/// The environment variable that chooses the instruction set level of an architecture.
pub fn arch_level_variable(goarch: &str) -> Option<&'static str> {
    Some(match goarch {
        "386" => "GO386",
        "amd64" => "GOAMD64",
        "arm" => "GOARM",
        "arm64" => "GOARM64",
        "mips" | "mipsle" => "GOMIPS",
        "mips64" | "mips64le" => "GOMIPS64",
        "ppc64" | "ppc64le" => "GOPPC64",
        "riscv64" => "GORISCV64",
        "wasm" => "GOWASM",
        _ => return None,
    })
}

/// The level that a toolchain uses if none is chosen.
pub fn default_arch_level(goarch: &str) -> &'static str {
    match goarch {
        "386" => "sse2",
        "amd64" => "v1",
        "arm" => "7",
        "arm64" => "v8.0",
        "mips" | "mipsle" | "mips64" | "mips64le" => "hardfloat",
        "ppc64" | "ppc64le" => "power8",
        "riscv64" => "rva20u64",
        _ => "",
    }
}

impl Toolchain {
    /// Directory of the tools that run on the host.
    pub fn tool(&self, name: &str) -> String {
        format!("{}/pkg/tool/{}/{name}", self.goroot, self.host)
    }

    /// The version that the tools tell: that of the release, and experiments that differ from it.
    pub fn tool_version(&self) -> String {
        format!("{}{}", self.version, self.experiments.suffix())
    }

    /// The level variable of the target and its value. Those of arm64 and riscv64 came with go1.23.
    pub fn arch_level(&self) -> Option<(&'static str, &str)> {
        const FIRST_WITH_ALL: u32 = 23;
        arch_level_variable(&self.goarch)
            .filter(|name| self.version.minor() >= FIRST_WITH_ALL || !matches!(*name, "GOARM64" | "GORISCV64"))
            .map(|name| (name, self.arch_level.as_str()))
    }
}
