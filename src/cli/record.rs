//! `gostep record`: the one command that runs the real go.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::Args;

use super::error::CliError;
use crate::hash::Hash;
use crate::program::golist::ListedPackage;
use crate::program::recorded::{FORMAT, RecordedProgram};
use crate::program::{goenv, golist, join_path};

/// Arguments of `gostep record`.
#[derive(Args, Debug)]
pub struct RecordArgs {
    /// What to build, and flags for go list such as -trimpath or -tags=…
    #[arg(value_name = "TARGET", default_value = ".", trailing_var_arg = true, allow_hyphen_values = true)]
    target: Vec<String>,
    /// The go command
    #[arg(long, value_name = "PATH", default_value = "go")]
    go: String,
    /// Where to write the program
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// One line that says what it is
    #[arg(long, value_name = "TEXT", default_value = "")]
    about: String,
}

/// Builds the target's packages with the real toolchain and writes down all that a simulation can use.
pub fn run(args: &RecordArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let env = goenv::parse("go env -json", &go(args, &["env", "-json"], &[])?)?;
    let list = go(args, &["list", "-export", "-json", "-deps"], &args.target)?;
    let mut packages = golist::parse("go list", &list)?;
    for package in &mut packages {
        hash_files(package)?;
    }
    if let Some(go_sum) = env.gomod.strip_suffix("go.mod").map(|dir| format!("{dir}go.sum"))
        && let Ok(text) = std::fs::read_to_string(go_sum)
    {
        golist::add_sums(&mut packages, &text);
    }
    let dir = std::env::current_dir().map_err(|source| CliError::Go(format!("no current directory: {source}")))?;
    let recorded = RecordedProgram {
        gostep_program: FORMAT,
        about: args.about.clone(),
        env,
        dir: dir.to_string_lossy().into_owned(),
        durations_ms: std::collections::BTreeMap::default(),
        packages,
    };
    let name = args.output.display().to_string();
    let write_error = |source: std::io::Error| CliError::Write { path: name.clone(), source };
    let text = serde_json::to_string_pretty(&recorded).map_err(|error| write_error(error.into()))?;
    crate::whole_file::publish(&args.output, text.as_bytes()).map_err(write_error)?;
    writeln!(out, "{}: {} packages recorded", name, recorded.packages.len()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn go(args: &RecordArgs, words: &[&str], target: &[String]) -> Result<String, CliError> {
    let command = format!("{} {}", args.go, words.join(" "));
    let output = Command::new(&args.go)
        .args(words)
        .args(target)
        .output()
        .map_err(|error| CliError::Go(format!("cannot run {command}: {error}; name the go command with --go")))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        return Err(CliError::Go(format!("{command} failed: {}", message.trim())));
    }
    String::from_utf8(output.stdout).map_err(|_| CliError::Go(format!("{command} printed text that is not UTF-8")))
}

fn hash_files(package: &mut ListedPackage) -> Result<(), CliError> {
    let files = [&package.go_files, &package.h_files, &package.s_files, &package.syso_files, &package.embed_files];
    let mut hashes = std::collections::BTreeMap::new();
    for file in files.into_iter().flatten() {
        let path = join_path(&package.dir, file);
        let bytes = std::fs::read(&path).map_err(|error| CliError::Go(format!("cannot read {path}: {error}")))?;
        hashes.insert(file.clone(), Hash::of(bytes).short().to_string());
    }
    package.hashes = hashes;
    Ok(())
}
