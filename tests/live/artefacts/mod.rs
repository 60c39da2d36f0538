//! The recorded artefacts against a live Go: `tools/record_artefacts.py` records the sample again.
//!
//! Paths are in the archives. So wherever Go lies, what paths cannot change must come out as recorded; and where a
//! mount namespace can put Go and the sample to the recorded place, everything must.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::toolchain;

mod edits;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn recorded() -> Value {
    serde_json::from_str(include_str!("../../../lessons/programs/hello.artefacts.json")).unwrap()
}

/// A folder with the sample in it.
fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("hello");
    std::fs::create_dir(&dir).unwrap();
    std::fs::copy(root().join("lessons/programs/hello/main.go"), dir.join("main.go")).unwrap();
    folder
}

/// Runs a command that ends with the recorder's own arguments, and reads what it recorded.
fn record(mut command: Command, folder: &Path, dir: &str, modes: &str) -> Value {
    let output = folder.join("recorded.json");
    command.arg(root().join("tools/record_artefacts.py"));
    command.args(["--modes", modes, "--dir", dir, "main.go", "-o"]).arg(&output);
    command.env("HOME", folder).env("PYTHONDONTWRITEBYTECODE", "1");
    let done = command.output().expect("python3 starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_str(&std::fs::read_to_string(output).unwrap()).unwrap()
}

fn path_with(goroot: &Path) -> std::ffi::OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths([goroot.join("bin")].into_iter().chain(std::env::split_paths(&path))).unwrap()
}

/// Names of symbols, and for code the addresses too: no path is in it.
fn symbols(of: &Value) -> BTreeSet<String> {
    let lines = of["executable"]["symbols"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    let without_address = |line: &str| line.split_once(' ').unwrap().1.to_owned();
    lines.map(|line| if line.contains(" T ") { line.to_owned() } else { without_address(line) }).collect()
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn go_makes_the_recorded_artefacts_wherever_it_lies() {
    let folder = sample();
    let mut python = Command::new("python3");
    python.env("PATH", path_with(&toolchain::goroot(toolchain::SAMPLE_RELEASE)));
    let dir = folder.path().join("hello");
    let now = record(python, folder.path(), dir.to_str().unwrap(), "go");
    let then = recorded();

    let packages = then["packages"].as_object().unwrap();
    assert_eq!(now["packages"].as_object().unwrap().len(), packages.len());
    for (path, package) in packages {
        let again = &now["packages"][path];
        for field in ["symabis", "header", "text_symbols", "functions"] {
            assert_eq!(again[field], package[field], "{path}: {field}");
        }
        let names = |package: &Value| -> Vec<Value> {
            package["members"].as_array().unwrap().iter().map(|member| member[0].clone()).collect()
        };
        assert_eq!(names(again), names(package), "{path}");
    }
    for field in ["kind", "machine", "entry"] {
        assert_eq!(now["executable"][field], then["executable"][field], "{field}");
    }
    assert_eq!(symbols(&now), symbols(&then));
    let text = |of: &Value| of["executable"]["sections"][1].clone();
    assert_eq!(text(&now), text(&then));

    // Sizes have paths in them; the number of paths depends on nothing but the sources.
    let measured = now["measured"].as_object().unwrap();
    assert!(measured.len() > 100);
    for (key, value) in measured.iter().filter(|(key, _)| !key.contains(".bytes")) {
        assert_eq!(value, &then["measured"][key], "{key}");
    }
}

#[test]
#[ignore = "needs a live Go and the right to mount: set GOSTEP_GO_DIR"]
fn go_makes_the_recorded_artefacts_to_the_byte_in_the_recorded_place() {
    let folder = sample();
    let goroot = toolchain::goroot(toolchain::SAMPLE_RELEASE);
    let mut unshare = Command::new("unshare");
    // The mounts are gone when the command ends; nobody else sees them.
    let script = "mkdir -p /usr/local/go /home/gopher && mount --bind \"$0\" /usr/local/go && \
                  mount --bind \"$1\" /home/gopher && shift && exec python3 \"$@\"";
    unshare.args(["--mount", "sh", "-c", script]).arg(goroot).arg(folder.path());
    unshare.env("PATH", path_with(Path::new("/usr/local/go"))).current_dir("/");
    let now = record(unshare, folder.path(), "/home/gopher/hello", "go");
    for mounted in ["/usr/local/go", "/home/gopher"] {
        // Only if there was nothing: what is not empty stays.
        let _ = std::fs::remove_dir(mounted);
    }
    let mut then = recorded();
    let measured = then["measured"].as_object_mut().unwrap();
    measured.retain(|key, _| !now["measured"][key].is_null());
    for part in ["packages", "executable", "measured"] {
        let (now, then) = (now[part].as_object().unwrap(), then[part].as_object().unwrap());
        for (name, value) in then {
            assert!(now[name] == *value, "{part}: {name} is not as recorded");
        }
        assert_eq!(now.len(), then.len(), "{part}");
    }
}
