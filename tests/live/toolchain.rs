//! Where the real toolchains are.

use std::path::PathBuf;

/// The releases that gostep is compared with: one of each minor version it knows.
pub const RELEASES: [&str; 7] = ["1.21.13", "1.22.10", "1.23.9", "1.24.11", "1.25.5", "1.26.6", "1.27.3"];

/// The release of the embedded sample, with which most cold builds are compared.
pub const SAMPLE_RELEASE: &str = "1.23.9";

/// GOROOT of a release.
///
/// # Panics
/// If GOSTEP_GO_DIR is not set or lacks the release: a comparison that did not happen must not pass.
pub fn goroot(release: &str) -> PathBuf {
    let dir = std::env::var_os("GOSTEP_GO_DIR")
        .expect("GOSTEP_GO_DIR must name the directory that holds <release>/go; .ci/run installs the toolchains there");
    let goroot = PathBuf::from(dir).join(release).join("go");
    assert!(goroot.join("bin/go").is_file(), "there is no go command in {}", goroot.join("bin").display());
    goroot.canonicalize().expect("the directory was just seen")
}
