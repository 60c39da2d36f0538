//! What gostep finds in assembly, against the assembler: the whole standard library, for several architectures.

use std::path::Path;
use std::process::Command;

use gostep_sim::program::{GoVersion, golist, symabis};

use crate::go_command::Go;
use crate::toolchain::RELEASES;

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn what_is_found_is_what_the_assembler_lists() {
    let mut compared = 0;
    for release in RELEASES {
        for arch in ["amd64", "arm64", "riscv64"] {
            compared += compare(release, arch);
        }
    }
    assert!(compared > 30, "{compared} packages");
}

/// Compares all packages of a release; tells how many lists were known.
fn compare(release: &'static str, arch: &str) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let environment = [("GOARCH", arch), ("CGO_ENABLED", "0")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let dir = folder.path().to_owned();
    let go = Go::new(release, dir.clone(), dir.join("cache"), &environment.into());
    let packages = golist::parse("go list", &go.output(&["list", "-json", "std"])).unwrap();
    std::fs::write(dir.join("go_asm.h"), "").unwrap();
    let version = GoVersion::parse(&format!("go{release}")).unwrap();
    let mut known = 0;
    for package in packages.iter().filter(|package| !package.s_files.is_empty()) {
        let at = Path::new(&package.dir);
        let texts: Vec<String> =
            package.s_files.iter().map(|file| std::fs::read_to_string(at.join(file)).unwrap()).collect();
        let Some(found) = symabis::of_files(texts.iter().map(String::as_str), &package.import_path, &version) else {
            continue;
        };
        let out = dir.join("symabis");
        let include = go.goroot.join("pkg/include");
        let mut asm: Command = go.command(go.goroot.join("pkg/tool/linux_amd64/asm"));
        asm.current_dir(at).args(["-p", &package.import_path, "-gensymabis", "-D", "GOOS_linux"]);
        asm.args(["-D", &format!("GOARCH_{arch}"), "-I"]).arg(&dir).arg("-I").arg(include).arg("-o").arg(&out);
        if release == RELEASES[0] {
            asm.arg("-compiling-runtime");
        }
        let done = asm.args(&package.s_files).output().unwrap();
        assert!(done.status.success(), "{}: {}", package.import_path, String::from_utf8_lossy(&done.stderr));
        let real = std::fs::read_to_string(&out).unwrap();
        assert_eq!(found, real.lines().collect::<Vec<_>>(), "{} of go{release} for {arch}", package.import_path);
        known += 1;
    }
    known
}
