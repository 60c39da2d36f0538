//! gostep against a live Go. The tests are ignored by default; `.ci/run` installs the toolchains and runs them:
//!
//! ```sh
//! GOSTEP_GO_DIR=… cargo test --test live -- --ignored
//! ```
//!
//! `$GOSTEP_GO_DIR/1.23.9/go` is the GOROOT of go1.23.9, and so on for the other releases of [`toolchain::RELEASES`].

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/canonical.rs"]
mod canonical;
#[path = "../support/compare.rs"]
mod compare;
mod folder;
mod go_command;
mod symabis;
mod toolchain;

mod artefacts;
mod explain;
mod faults;
mod go;
mod run;
mod verify;
mod whatif;
mod why;
