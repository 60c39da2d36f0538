//! The command that a person would type for a build.

use gostep_sim::gobuild::Build;
use gostep_sim::gobuild::ProfileChoice;
use gostep_sim::gobuild::faults::LoadFault;
use gostep_sim::program::{Program, Toolchain};
use gostep_sim::xlog::shell::shell_word;

/// The command for a build, with the directory and the environment as far as they differ from those of the program as
/// the lesson names it.
pub fn command_line(build: &Build, original: &Program) -> String {
    let options = &build.options;
    let mut words = environment(build, &original.toolchain);
    words.push("go build -x -work".to_owned());
    words.push(format!("-p {}", options.workers));
    for (flag, given) in [("-a", options.all), ("-trimpath", options.trimpath), ("-v", options.verbose)] {
        if given {
            words.push(flag.to_owned());
        }
    }
    let tags = std::slice::from_ref(&options.tags);
    for (flag, values) in [
        ("-ldflags", &options.ldflags[..]),
        ("-gcflags", &options.gcflags),
        ("-asmflags", &options.asmflags),
        ("-tags", tags),
    ] {
        for value in values.iter().filter(|value| !value.is_empty()) {
            words.push(format!("{flag}={}", shell_word(value)));
        }
    }
    if options.buildmode != "default" {
        words.push(format!("-buildmode={}", options.buildmode));
    }
    if options.profile != ProfileChoice::Auto {
        words.push(format!("-pgo={}", shell_word(options.profile.value())));
    }
    if let Some(output) = &options.output {
        words.push(format!("-o {}", shell_word(output)));
    }
    let root = build.program.package(build.program.root());
    if root.command_line_files && options.faults.load() != Some(&LoadFault::NoGoMod) {
        words.extend(root.files.go.iter().map(|file| shell_word(file)));
    }
    let command = words.join(" ");
    if options.dir == original.dir { command } else { format!("cd {} && {command}", shell_word(&options.dir)) }
}

/// Variables that are set for this command alone.
fn environment(build: &Build, own: &Toolchain) -> Vec<String> {
    let now = &build.program.toolchain;
    let mut words = Vec::new();
    if now.goos != own.goos {
        words.push(format!("GOOS={}", now.goos));
    }
    if now.goarch != own.goarch {
        words.push(format!("GOARCH={}", now.goarch));
    }
    // For another system or architecture cgo is off unless it is asked for.
    let crosses = (&now.goos, &now.goarch) != (&own.goos, &own.goarch);
    if now.cgo_enabled != (own.cgo_enabled && !crosses) {
        words.push(format!("CGO_ENABLED={}", u8::from(now.cgo_enabled)));
    }
    if now.cc != own.cc {
        words.push(format!("CC={}", shell_word(&now.cc)));
    }
    if build.options.verify_cache {
        words.push("GODEBUG=gocacheverify=1".to_owned());
    }
    words
}
