//! Takes the simulation for pages into the program, if it was compiled before: `tools/wasm` does, and touches this file.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=GOSTEP_WASM");
    println!("cargo::rerun-if-changed=build.rs");
    let var = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let here = var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let module = var("GOSTEP_WASM").unwrap_or_else(|| here.join("target/gostep.wasm.gz"));
    let constant = if module.is_file() {
        println!("cargo::rerun-if-changed={}", module.display());
        format!("Some(include_bytes!({:?}))", module.canonicalize()?.display().to_string())
    } else {
        "None".to_owned()
    };
    fs::write(var("OUT_DIR").unwrap_or_default().join("simulation.rs"), constant)
}
