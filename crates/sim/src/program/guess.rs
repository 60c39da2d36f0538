//! What a package list without `go env` tells of the toolchain that printed it.

use std::collections::BTreeSet;

use super::goenv::GoEnv;
use super::golist::ListedPackage;
use super::instruments::Instrument;

/// Signs of a release: a standard package, a file of it (empty for any), and the release that introduced it, newest
/// first. All belong to the runtime, which has them on every system.
const MARKERS: [(&str, &str, &str); 7] = [
    ("internal/runtime/maps", "runtime_alg.go", "go1.27.3"),
    ("internal/runtime/pprof/label", "", "go1.26.6"),
    ("internal/runtime/gc", "", "go1.25.5"),
    ("internal/runtime/math", "", "go1.24.11"),
    ("internal/runtime/atomic", "", "go1.23.9"),
    ("internal/chacha8rand", "", "go1.22.10"),
    ("runtime", "", "go1.21.13"),
];

/// Standard packages that use cgo on Linux if it is enabled, each with the build tag that prevents it.
pub(super) const CGO_WITHOUT_TAG: [(&str, &str); 2] = [("net", "netgo"), ("os/user", "osusergo")];

/// Release, GOROOT, system and architecture as the standard packages show them, and defaults for everything else.
pub fn environment(listed: &[ListedPackage]) -> GoEnv {
    let find = |path: &str| listed.iter().find(|p| p.import_path == path);
    let shows = |path: &str, file: &str| {
        find(path).is_some_and(|p| file.is_empty() || p.go_files.iter().any(|name| name == file))
    };
    let goversion = MARKERS.iter().find(|(path, file, _)| shows(path, file)).map_or("go1.23.9", |found| found.2);
    let zfile = |package: &str, prefix: &str| {
        find(package)
            .and_then(|p| p.go_files.iter().find_map(|f| f.strip_prefix(prefix)?.strip_suffix(".go")))
            .unwrap_or_default()
            .to_owned()
    };
    let lacks_cgo = CGO_WITHOUT_TAG.iter().any(|(path, _)| find(path).is_some());
    GoEnv {
        goversion: goversion.to_owned(),
        goroot: listed.iter().find(|p| p.goroot).map(|p| p.root.clone()).unwrap_or_default(),
        goos: zfile("internal/goos", "zgoos_"),
        goarch: zfile("internal/goarch", "zgoarch_"),
        // Assume a native build with a C compiler, unless a package shows that cgo was off.
        cgo_enabled: if listed.iter().any(ListedPackage::uses_cgo) || !lacks_cgo { "1" } else { "0" }.to_owned(),
        ..GoEnv::default()
    }
}

/// With which flags for instrumented code a list was made: the runtime has a file for each, which is left out otherwise.
pub(super) fn instruments(listed: &[ListedPackage]) -> BTreeSet<Instrument> {
    let runtime = listed.iter().find(|package| package.standard && package.import_path == "runtime");
    let has = |instrument: &Instrument| {
        let file = format!("{}.go", instrument.name());
        runtime.is_some_and(|runtime| runtime.go_files.contains(&file))
    };
    Instrument::ALL.into_iter().filter(|instrument| instrument.is_of_all_packages()).filter(has).collect()
}
