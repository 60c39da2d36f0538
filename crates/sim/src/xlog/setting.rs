//! Flags and settings of a build, as a log shows them and a simulated build takes them.

use super::shell::shell_word;
use crate::gobuild::CommandFlags;
use crate::program::{GoVersion, Program, default_arch_level};

/// One flag of `go build`, or one setting of the go command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The release of the go command: another patch level of the same minor version, or any where none is known.
    Release(GoVersion),
    /// GOOS and GOARCH, where they are not known.
    System(String, String),
    /// System and architecture that the tools run on, as the directory of the tools is named.
    Host(String),
    /// `-trimpath`.
    Trimpath(bool),
    /// `-tags`.
    Tags(String),
    /// `-buildmode`.
    Buildmode(String),
    /// The value of `-pgo`.
    Profile(String),
    /// `-covermode`.
    Covermode(String),
    /// The patterns of `-coverpkg`.
    Coverpkg(Vec<String>),
    /// The values of `-gcflags`, in their order.
    Gcflags(Vec<String>),
    /// The values of `-asmflags`, in their order.
    Asmflags(Vec<String>),
    /// The values of `-ldflags`, in their order.
    Ldflags(Vec<String>),
    /// The variable of the architecture level, such as GOAMD64, and its value.
    Level(&'static str, String),
    /// CGO_ENABLED.
    Cgo(bool),
    /// CGO_CFLAGS or another variable with flags of C tools, and its value.
    CgoFlags(&'static str, String),
    /// CC: the C compiler.
    CCompiler(String),
    /// CXX: the C++ compiler.
    CxxCompiler(String),
}

impl Setting {
    /// Makes it the setting of a program and of the flags with which it is built.
    pub fn apply(&self, program: &mut Program, flags: &mut CommandFlags) {
        let toolchain = &mut program.toolchain;
        match self {
            Self::Release(version) => toolchain.version = version.clone(),
            Self::System(goos, goarch) => {
                toolchain.goos.clone_from(goos);
                toolchain.goarch.clone_from(goarch);
                default_arch_level(goarch).clone_into(&mut toolchain.arch_level);
            }
            Self::Host(host) => toolchain.host.clone_from(host),
            Self::Trimpath(trims) => flags.trimpath = Some(*trims),
            Self::Tags(tags) => flags.tags = Some(tags.clone()),
            Self::Buildmode(mode) => flags.buildmode = Some(mode.clone()),
            Self::Profile(profile) => flags.profile = Some(profile.clone()),
            Self::Covermode(mode) => flags.covermode = Some(mode.clone()),
            Self::Coverpkg(patterns) => flags.coverpkg = Some(patterns.join(",")),
            Self::Gcflags(values) => {
                program.go_flags.gcflags.clear();
                flags.gcflags.clone_from(values);
            }
            Self::Asmflags(values) => {
                program.go_flags.asmflags.clear();
                flags.asmflags.clone_from(values);
            }
            Self::Ldflags(values) => {
                program.go_flags.ldflags.clear();
                flags.ldflags.clone_from(values);
            }
            Self::Level(_, value) => toolchain.arch_level.clone_from(value),
            Self::Cgo(enabled) => toolchain.cgo_enabled = *enabled,
            Self::CgoFlags(name, value) => {
                toolchain.cgo_flags.insert((*name).to_owned(), value.clone());
            }
            Self::CCompiler(cc) => toolchain.cc.clone_from(cc),
            Self::CxxCompiler(cxx) => toolchain.cxx.clone_from(cxx),
        }
    }

    /// The flags of `go build` that make it, each as one argument; none for what is no flag, or is the default.
    pub fn flags(&self) -> Vec<String> {
        let all = |name: &str, values: &[String]| values.iter().map(|value| format!("-{name}={value}")).collect();
        match self {
            Self::Trimpath(true) => vec!["-trimpath".to_owned()],
            Self::Tags(tags) if !tags.is_empty() => vec![format!("-tags={tags}")],
            Self::Buildmode(mode) => vec![format!("-buildmode={mode}")],
            Self::Gcflags(values) => all("gcflags", values),
            Self::Asmflags(values) => all("asmflags", values),
            Self::Ldflags(values) => all("ldflags", values),
            _ => Vec::new(),
        }
    }

    /// The setting as it is given to the go command.
    pub fn spelled(&self) -> String {
        let flag = |name: &str, values: &[String]| {
            let flags: Vec<String> = self.flags().iter().map(|flag| shell_word(flag)).collect();
            if values.is_empty() { format!("no -{name}") } else { flags.join(" ") }
        };
        match self {
            Self::Release(version) => version.to_string(),
            Self::System(goos, goarch) => format!("GOOS={goos} GOARCH={goarch}"),
            Self::Host(host) => format!("tools of {host}"),
            Self::Trimpath(true) => "-trimpath".to_owned(),
            Self::Trimpath(false) => "no -trimpath".to_owned(),
            Self::Tags(tags) if tags.is_empty() => "no -tags".to_owned(),
            Self::Tags(tags) => shell_word(&format!("-tags={tags}")),
            Self::Buildmode(mode) => format!("-buildmode={mode}"),
            Self::Profile(profile) => shell_word(&format!("-pgo={profile}")),
            Self::Covermode(mode) => format!("-covermode={mode}"),
            Self::Coverpkg(patterns) => shell_word(&format!("-coverpkg={}", patterns.join(","))),
            Self::Gcflags(values) => flag("gcflags", values),
            Self::Asmflags(values) => flag("asmflags", values),
            Self::Ldflags(values) => flag("ldflags", values),
            Self::Level(variable, value) => format!("{variable}={}", shell_word(value)),
            Self::Cgo(enabled) => format!("CGO_ENABLED={}", u8::from(*enabled)),
            Self::CgoFlags(name, value) => format!("{name}={}", shell_word(value)),
            Self::CCompiler(cc) => format!("CC={}", shell_word(cc)),
            Self::CxxCompiler(cxx) => format!("CXX={}", shell_word(cxx)),
        }
    }
}
