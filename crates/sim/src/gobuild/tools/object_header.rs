//! The first line of an object file: for which system and architecture it was made, and by which release.
//!
//! Compiler and linker refuse objects with a line that differs from their own. The parts of the line were read from
//! objects that go1.21 to go1.27 wrote for each architecture.

use crate::program::{Toolchain, arch_level_variable, default_arch_level};

/// The architectures that a fault can choose for a wrong archive.
pub const ARCHITECTURES: [&str; 13] = [
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64",
    "s390x",
];

/// The line in objects that a toolchain writes for its own target.
pub fn own(toolchain: &Toolchain) -> String {
    line(toolchain, &toolchain.goarch, &toolchain.arch_level)
}

/// The line in objects for another architecture, at that architecture's default level.
pub fn foreign(toolchain: &Toolchain, goarch: &str) -> String {
    let hardfloat_is_said = toolchain.version.minor() >= 22;
    let level = if goarch == "arm" && hardfloat_is_said { "7,hardfloat" } else { default_arch_level(goarch) };
    line(toolchain, goarch, level)
}

fn line(toolchain: &Toolchain, goarch: &str, level: &str) -> String {
    let version = &toolchain.version;
    let mut line = format!("go object {} {goarch} {version}", toolchain.goos);
    let since = match goarch {
        "arm64" => 23,
        "riscv64" => 26,
        _ => 0,
    };
    if let Some(variable) = arch_level_variable(goarch).filter(|_| version.minor() >= since && !level.is_empty()) {
        line.push_str(&format!(" {variable}={level}"));
    }
    line.push_str(" X:");
    line.push_str(&toolchain.experiments.on(version.minor(), &toolchain.goos, goarch).join(","));
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    #[test]
    fn the_lines_are_those_of_go1_23() {
        let toolchain = program::load_embedded(program::SAMPLE).unwrap().toolchain;
        assert_eq!(
            own(&toolchain),
            "go object linux amd64 go1.23.9 GOAMD64=v1 X:regabiwrappers,regabiargs,coverageredesign"
        );
        assert_eq!(
            foreign(&toolchain, "arm64"),
            "go object linux arm64 go1.23.9 GOARM64=v8.0 X:regabiwrappers,regabiargs,coverageredesign"
        );
        assert_eq!(foreign(&toolchain, "arm"), "go object linux arm go1.23.9 GOARM=7,hardfloat X:coverageredesign");
        assert_eq!(foreign(&toolchain, "s390x"), "go object linux s390x go1.23.9 X:coverageredesign");
    }
}
