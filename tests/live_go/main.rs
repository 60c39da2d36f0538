//! gostep against a live Go: small programs are built by the real toolchain, and the transcripts must be equal.
//!
//! A new program is a folder in `tests/programs/` and one line in the table below. The tests are ignored by default;
//! `.ci/run` installs the toolchains and runs them:
//!
//! ```sh
//! GOSTEP_GO_DIR=… cargo test --test live_go -- --ignored
//! ```
//!
//! `$GOSTEP_GO_DIR/1.23.9/go` is the GOROOT of go1.23.9, and so on for the other releases of [`toolchain::RELEASES`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test or benchmark that cannot go on says so by panicking"
)]

mod around;
#[path = "../support/canonical.rs"]
mod canonical;
mod case;
mod compare;
mod go;
mod lists;
mod toolchain;

use case::{Case, What};

/// Makes a test of each line: name, folder of `tests/programs/`, what to compare, arguments of `go build` (one a
/// word; `'…'` groups), and environment.
macro_rules! live_go {
    ($($name:ident: $folder:literal, $what:ident, $arguments:literal, $environment:literal;)*) => {
        $(
            #[test]
            #[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
            fn $name() {
                Case { name: stringify!($name), folder: $folder, arguments: $arguments, environment: $environment }
                    .check(What::$what);
            }
        )*
    };
}

live_go! {
    live_go_hello: "hello", ColdEverywhere, "-o main_bin main.go", "";
    live_go_chain_of_packages: "chain", Cold, "-o chain_bin .", "";
    live_go_local_assembly: "asm", Cold, "-o asm_bin .", "";
    live_go_embedded_files: "embed", Cold, "-o embed_bin .", "";
    live_go_net_http: "nethttp", Cold, "-o server main.go", "CGO_ENABLED=0";
    live_go_vendor_directory: "vendor", Cold, "-o vendored .", "";
    live_go_replaced_modules: "replace/app", Cold, "-o app_bin .", "";
    live_go_major_version_names_the_result: "major", Cold, ".", "";
    live_go_settings_of_an_older_module: "godebug", Cold, "-o older .", "";
    live_go_settings_in_the_source: "directive", DryRun, "-o directive main.go", "";
    live_go_files_of_a_module: "files", Cold, "-o out b.go a.go", "";
    live_go_library_archive: "library", Cold, "-o library.a .", "";
    live_go_output_in_this_directory: "chain", DryRun, "-o ./ .", "";
    live_go_output_in_a_package_directory: "chain", DryRun, "-o leaf .", "";
    live_go_output_in_a_directory_above: "chain", DryRun, "-o mid/../.. .", "";
    live_go_output_in_a_new_directory: "chain", DryRun, "-o ./new//bin/ .", "";
    live_go_trimpath: "chain", Cold, "-trimpath -o bin/chain .", "";
    live_go_trimpath_of_replaced_modules: "replace/app", DryRun, "-trimpath -o app_bin .", "";
    live_go_linker_flags_with_spaces: "ldflags", Cold, "'-ldflags=-s -X \"main.version=one two\" -X main.built=now' -o out main.go", "";
    live_go_compiler_flags_for_all: "chain", DryRun, "'-gcflags=all=-N -l' -o out .", "";
    live_go_compiler_flags_by_pattern: "chain", Cold, "'-gcflags=./...=-N' '-gcflags=all=-l -N' '-gcflags=internal/...=-l' -gcflags=./leaf=-B -gcflags=work=-N -asmflags=std=-D=X -ldflags=fmt=-s -o out .", "";
    live_go_flags_of_the_environment: "chain", Cold, "-gcflags=-l -race=false -o out .", "'GOFLAGS=-gcflags=all=-N -trimpath -tags=a,b -count=1'";
    live_go_tags: "tags", Cold, "-tags=full,fast -o tags_bin .", "";
    live_go_tags_that_exclude: "tags", DryRun, "-tags=full,trial -o tags_bin .", "";
    live_go_position_independent: "asm", DryRun, "-buildmode=pie -o out .", "";
    live_go_command_of_the_standard_tree: "GOROOT/src", DryRun, "-o vet_bin cmd/vet", "";
    live_go_package_below_the_directory: "below", Cold, "-o out ./cmd/tool", "";
    live_go_library_below_the_directory: "chain", DryRun, "-o leaf.a ./leaf", "";
    live_go_files_below_the_directory: "below", DryRun, "-o out cmd/tool/tool.go", "";
    live_go_without_modules: "hello", Cold, "-o out .", "GO111MODULE=off";
    live_go_files_without_modules: "hello", DryRun, "main.go", "GO111MODULE=off";
    live_go_trimpath_without_modules: "hello", DryRun, "-trimpath -o out .", "GO111MODULE=off";
    live_go_arm64: "asm", DryRun, "-o out .", "GOARCH=arm64";
    live_go_windows: "hello", DryRun, "main.go", "GOOS=windows";
    live_go_wasm: "hello", DryRun, "-o main.wasm main.go", "GOOS=js GOARCH=wasm";
    live_go_arm: "hello", DryRun, "-o main_bin main.go", "GOARCH=arm GOARM=6";
    live_go_darwin: "chain", DryRun, "-o chain_bin .", "GOOS=darwin GOARCH=arm64";
    live_go_amd64_level: "asm", DryRun, "-o out .", "GOAMD64=v3";
}
