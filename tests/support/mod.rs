//! What tests share.

pub mod canonical;
pub mod compare;
pub mod drawn;
pub mod lessons;
pub mod programs;
#[cfg(target_os = "linux")]
pub mod pty;
pub mod random;
pub mod run;

use std::path::PathBuf;

/// Compares with `snapshots/NAME.snap`.
pub fn assert_snapshot(name: &str, text: &str) {
    assert_snapshot_in("snapshots", name, text);
}

/// Compares with `FOLDER/NAME.snap`.
pub fn assert_snapshot_in(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
