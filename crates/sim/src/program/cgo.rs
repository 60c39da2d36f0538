//! What cgo adds to the reading of a package list, and what of it is not modelled.

use super::error::ProgramError;
use super::go_flags::split_quoted;
use super::golist::ListedPackage;
use super::instruments::Instrument;
use super::toolchain::Toolchain;
use crate::said::Said;

/// Packages that the files which cgo makes import, in the go command's order. `runtime/cgo` imports neither itself nor
/// syscall, and what it carries for instrumented code imports no syscall.
pub(super) fn implicit_imports(package: &ListedPackage) -> impl Iterator<Item = &'static str> + use<> {
    let is_runtime_cgo = package.standard && package.import_path == "runtime/cgo";
    let is_of_instrument = package.standard && Instrument::of_package(&package.import_path).is_some();
    let imports: &[&str] = match (package.uses_cgo(), is_runtime_cgo) {
        (false, _) => &[],
        (true, true) => &["unsafe"],
        (true, false) if is_of_instrument => &["unsafe", "runtime/cgo"],
        (true, false) => &["unsafe", "runtime/cgo", "syscall"],
    };
    imports.iter().copied()
}

/// The assembly files for Go's assembler, and those for the C compiler.
pub(super) fn split_assembly(package: &ListedPackage) -> (Vec<String>, Vec<String>) {
    if !package.uses_cgo() {
        return (package.s_files.clone(), Vec::new());
    }
    let is_runtime_cgo = package.standard && package.import_path == "runtime/cgo";
    package.s_files.iter().cloned().partition(|file| is_runtime_cgo && !file.starts_with("gcc_"))
}

/// Refuses settings of the C compiler with which a build would differ in unknown ways.
pub(super) fn check(listed: &[ListedPackage], toolchain: &Toolchain) -> Result<(), ProgramError> {
    let Some(package) = listed.iter().find(|package| package.uses_cgo()) else { return Ok(()) };
    let refuse = |why: Said| {
        Err(ProgramError::NotModelled {
            package: package.import_path.clone(),
            what: said!("uses cgo ({}) {why}", package.cgo_files[0], why),
            hint: said!("; try it with CGO_ENABLED=0 for both go list and go env"),
        })
    };
    if toolchain.goos != "linux" {
        return refuse(said!("for {} instead of Linux", toolchain.goos));
    }
    for (variable, command) in [("CC", &toolchain.cc), ("CXX", &toolchain.cxx)] {
        if split_quoted(command).map_or(true, |words| words.is_empty()) {
            return refuse(said!("with {command:?} for {variable}, which is no command", command, variable));
        }
    }
    for (variable, value) in &toolchain.cgo_flags {
        let Ok(flags) = split_quoted(value) else {
            return refuse(said!("with a quote in {variable} that does not end", variable));
        };
        if let Some(flag) = flags.iter().find(|flag| !is_plain(flag)) {
            return refuse(said!("with {flag} in {variable}, which may change how it is linked", flag, variable));
        }
    }
    let shown = &toolchain.gogccflags;
    if !shown.is_empty() && !accepts_as_gcc(toolchain) {
        return refuse(said!("with a C compiler that takes other flags than gcc (GOGCCFLAGS is {shown:?})", shown));
    }
    Ok(())
}

/// Whether a flag is of a kind that the go command takes for harmless, so that Go's own linker can do the linking.
fn is_plain(flag: &str) -> bool {
    let value =
        |name: &str| flag.strip_prefix(name).filter(|value| !value.is_empty() && !value.starts_with(['-', '@']));
    let is_word = |value: &str| value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.=/+-".contains(&byte));
    matches!(flag, "-O" | "-g" | "-w" | "-pipe" | "-pthread")
        || ["-O", "-g", "-D", "-U", "-I", "-L", "-l"].iter().any(|name| value(name).is_some_and(is_word))
        || (!flag.contains(',') && value("-W").is_some_and(is_word))
        || value("-std=").is_some_and(is_word)
}

/// Whether GOGCCFLAGS has just those of the flags on trial that gcc accepts.
fn accepts_as_gcc(toolchain: &Toolchain) -> bool {
    // The first three words are left out: usually the compiler, -I and a directory.
    const LEFT_OUT: usize = 3;
    let mut words = split_quoted(&toolchain.cc).unwrap_or_default();
    words.extend(["-I", ".", "-fPIC"].map(str::to_owned));
    words.extend(c_arch_flags(toolchain).iter().map(|&flag| flag.to_owned()));
    words.extend(["-pthread", "-Wl,--no-gc-sections", "-fmessage-length=0"].map(str::to_owned));
    words.extend(["-ffile-prefix-map=", "-gno-record-gcc-switches"].map(str::to_owned));
    let shown = split_quoted(&toolchain.gogccflags).unwrap_or_default();
    let expected = &words[LEFT_OUT..];
    shown.len() == expected.len()
        && shown.iter().zip(expected).all(|(shown, expected)| {
            if expected.ends_with("-map=") { shown.starts_with(expected.as_str()) } else { shown == expected }
        })
}

/// The flags that tell the C compiler the architecture, on Linux.
pub fn c_arch_flags(toolchain: &Toolchain) -> &'static [&'static str] {
    let minor = toolchain.version.minor();
    let soft = toolchain.arch_level == "softfloat";
    match toolchain.goarch.as_str() {
        "386" => &["-m32"],
        "amd64" => &["-m64"],
        "arm" => &["-marm"],
        "s390x" if minor >= 25 => &["-m64", "-march=z13"],
        "s390x" => &["-m64", "-march=z196"],
        "mips64" | "mips64le" if soft => &["-mabi=64", "-msoft-float"],
        "mips64" | "mips64le" => &["-mabi=64", "-mhard-float"],
        "mips" | "mipsle" if soft => &["-mabi=32", "-march=mips32", "-msoft-float"],
        "mips" | "mipsle" => &["-mabi=32", "-march=mips32", "-mhard-float", "-mfp32", "-mno-odd-spreg"],
        "loong64" if minor >= 27 => &["-mabi=lp64d", "-mno-relax"],
        "loong64" => &["-mabi=lp64d"],
        _ => &[],
    }
}

impl Toolchain {
    /// The words of CC, or of CXX.
    pub fn c_compiler(&self, cxx: bool) -> Vec<String> {
        split_quoted(if cxx { &self.cxx } else { &self.cc }).unwrap_or_default()
    }

    /// The words of one of the variables `CGO_CFLAGS`, `CGO_CPPFLAGS`, `CGO_CXXFLAGS` and `CGO_LDFLAGS`.
    pub fn cgo_environment(&self, variable: &str) -> Vec<String> {
        let default = if variable == "CGO_CPPFLAGS" { "" } else { "-O2 -g" };
        split_quoted(self.cgo_flags.get(variable).map_or(default, String::as_str)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_that_could_change_the_link_are_not_plain() {
        for flag in ["-O3", "-g", "-g0", "-DX=1", "-I/opt/include", "-L/opt/lib", "-lm", "-Wall", "-std=c11"] {
            assert!(is_plain(flag), "{flag}");
        }
        for flag in ["-flto", "-static", "-fplugin=x", "-Wl,-static", "-I", "-D-x", "x.o", "-I@x"] {
            assert!(!is_plain(flag), "{flag}");
        }
    }
}
