//! Runs the real go command in surroundings of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::toolchain;

/// GOMAXPROCS of every go command; it decides the compiler's `-c`.
pub const GOMAXPROCS: &str = "4";

/// One release, in one directory, with one cache.
pub struct Go {
    pub release: &'static str,
    pub goroot: PathBuf,
    pub dir: PathBuf,
    pub cache: PathBuf,
    /// What the case adds, such as GOARCH.
    pub environment: BTreeMap<String, String>,
}

impl Go {
    /// A command with nothing in its environment but what is set here.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.env_clear().current_dir(&self.dir);
        for name in ["PATH", "TMPDIR"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
            .env("PWD", &self.dir)
            .env("HOME", &self.cache)
            .env("GOCACHE", &self.cache)
            .env("GOTOOLCHAIN", "local")
            .env("GOPROXY", "off")
            .env("GOENV", "off")
            .env("GOTELEMETRY", "off")
            .env("GOMAXPROCS", GOMAXPROCS)
            .envs(&self.environment);
        command
    }

    /// Path of the go command.
    pub fn binary(&self) -> PathBuf {
        self.goroot.join("bin/go")
    }

    /// Standard output of a go command that must succeed.
    pub fn output(&self, arguments: &[&str]) -> String {
        self.run(arguments).0
    }

    /// Standard error of a go command that must succeed: this is where `-x` and `-n` print.
    pub fn log(&self, arguments: &[&str]) -> String {
        self.run(arguments).1
    }

    fn run(&self, arguments: &[&str]) -> (String, String) {
        let output = self.command(self.binary()).args(arguments).output().expect("the go command starts");
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        if !output.status.success() {
            // -n and -x print much before what is wrong.
            let lines: Vec<&str> = err.lines().collect();
            let last = lines[lines.len().saturating_sub(10)..].join("\n");
            panic!("go{} {} failed:\n{last}", self.release, arguments.join(" "));
        }
        (out, err)
    }
}

impl Go {
    /// The release in a directory, with the cache in another.
    pub fn new(release: &'static str, dir: PathBuf, cache: PathBuf, environment: &BTreeMap<String, String>) -> Self {
        std::fs::create_dir_all(&cache).unwrap();
        Self { release, goroot: toolchain::goroot(release), dir, cache, environment: environment.clone() }
    }
}
