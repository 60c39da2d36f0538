//! gostep against a live Go: small programs are built by the real toolchain, and the transcripts must be equal.
//!
//! A new program is a folder in `tests/programs/` and one line in the table below.

mod around;
mod case;
mod cgo;
pub use case::drop_work_dir;
mod lists;

use case::{Case, What};

/// Makes a test of each line: name, folder of `tests/programs/`, what to compare, arguments of `go build` (one a
/// word; `'…'` groups), and environment.
macro_rules! cases {
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

cases! {
    hello: "hello", ColdEverywhere, "-o main_bin main.go", "";
    chain_of_packages: "chain", Cold, "-o chain_bin .", "";
    local_assembly: "asm", Cold, "-o asm_bin .", "";
    embedded_files: "embed", Cold, "-o embed_bin .", "";
    net_http: "nethttp", Cold, "-o server main.go", "CGO_ENABLED=0";
    net_http_with_cgo: "nethttp", Cold, "-o server main.go", "";
    c_and_cxx_and_assembly: "cgo", ColdEverywhere, "-o calc_bin .", "";
    cgo_with_trimpath: "cgo", Cold, "-trimpath -o calc_bin .", "";
    cgo_with_other_flags: "cgo", DryRun, "-o calc_bin .", "'CGO_CFLAGS=-O1 -DX=1' CGO_CPPFLAGS=-I/opt CGO_LDFLAGS=-L/opt CGO_CXXFLAGS=-O0 GOAMD64=v3";
    cgo_linked_externally: "cgo", Cold, "'-ldflags=-linkmode=external -extldflags=-static' -o calc_bin .", "";
    cgo_position_independent: "cgo", DryRun, "-buildmode=pie -o calc_bin .", "";
    race_detector: "chain", DryRun, "-race -o chain_bin .", "CGO_ENABLED=1";
    race_detector_on_darwin: "chain", DryRun, "-race -trimpath -o chain_bin .", "GOOS=darwin GOARCH=arm64";
    memory_sanitizer_with_cgo: "cgo", DryRun, "-msan -o calc_bin .", "CGO_ENABLED=1";
    address_sanitizer_with_cgo: "cgo", DryRun, "-asan -o calc_bin .", "CGO_ENABLED=1";
    archive_for_c: "clib", Cold, "-buildmode=c-archive -o out/clib.a .", "";
    library_for_c: "clib", DryRun, "-buildmode=c-shared .", "";
    plugin: "clib", DryRun, "-buildmode=plugin -o twice.so .", "";
    coverage: "chain", Cold, "-cover -o chain_bin .", "";
    coverage_with_cgo: "cgo", DryRun, "-covermode=atomic -coverpkg=./...,fmt,runtime/cgo,sync/... -o calc_bin .", "CGO_ENABLED=1";
    coverage_of_the_race_detector: "chain", DryRun, "-cover -race -coverpkg=std -o chain_bin .", "CGO_ENABLED=1";
    experiments: "chain", DryRun, "-o chain_bin .", "GOEXPERIMENT=arenas,noregabi,regabi";
    no_experiments_with_cgo: "cgo", DryRun, "-o calc_bin .", "GOEXPERIMENT=none,regabi CGO_ENABLED=1";
    vendor_directory: "vendor", Cold, "-o vendored .", "";
    replaced_modules: "replace/app", Cold, "-o app_bin .", "";
    major_version_names_the_result: "major", Cold, ".", "";
    settings_of_an_older_module: "godebug", Cold, "-o older .", "";
    settings_in_the_source: "directive", DryRun, "-o directive main.go", "";
    files_of_a_module: "files", Cold, "-o out b.go a.go", "";
    library_archive: "library", Cold, "-o library.a .", "";
    output_in_this_directory: "chain", DryRun, "-o ./ .", "";
    output_in_a_package_directory: "chain", DryRun, "-o leaf .", "";
    output_in_a_directory_above: "chain", DryRun, "-o mid/../.. .", "";
    output_in_a_new_directory: "chain", DryRun, "-o ./new//bin/ .", "";
    trimpath: "chain", Cold, "-trimpath -o bin/chain .", "";
    trimpath_of_replaced_modules: "replace/app", DryRun, "-trimpath -o app_bin .", "";
    linker_flags_with_spaces: "ldflags", Cold, "'-ldflags=-s -X \"main.version=one two\" -X main.built=now' -o out main.go", "";
    compiler_flags_for_all: "chain", DryRun, "'-gcflags=all=-N -l' -o out .", "";
    compiler_flags_by_pattern: "chain", Cold, "'-gcflags=./...=-N' '-gcflags=all=-l -N' '-gcflags=internal/...=-l' -gcflags=./leaf=-B -gcflags=work=-N -asmflags=std=-D=X -ldflags=fmt=-s -o out .", "";
    flags_of_the_environment: "chain", Cold, "-gcflags=-l -race=false -o out .", "'GOFLAGS=-gcflags=all=-N -trimpath -tags=a,b -count=1'";
    tags: "tags", Cold, "-tags=full,fast -o tags_bin .", "";
    tags_that_exclude: "tags", DryRun, "-tags=full,trial -o tags_bin .", "";
    position_independent: "asm", DryRun, "-buildmode=pie -o out .", "";
    command_of_the_standard_tree: "GOROOT/src", DryRun, "-o vet_bin cmd/vet", "";
    package_below_the_directory: "below", Cold, "-o out ./cmd/tool", "";
    library_below_the_directory: "chain", DryRun, "-o leaf.a ./leaf", "";
    files_below_the_directory: "below", DryRun, "-o out cmd/tool/tool.go", "";
    without_modules: "hello", Cold, "-o out .", "GO111MODULE=off";
    files_without_modules: "hello", DryRun, "main.go", "GO111MODULE=off";
    trimpath_without_modules: "hello", DryRun, "-trimpath -o out .", "GO111MODULE=off";
    arm64: "asm", DryRun, "-o out .", "GOARCH=arm64";
    windows: "hello", DryRun, "main.go", "GOOS=windows";
    wasm: "hello", DryRun, "-o main.wasm main.go", "GOOS=js GOARCH=wasm";
    arm: "hello", DryRun, "-o main_bin main.go", "GOARCH=arm GOARM=6";
    darwin: "chain", DryRun, "-o chain_bin .", "GOOS=darwin GOARCH=arm64";
    amd64_level: "asm", DryRun, "-o out .", "GOAMD64=v3";
}
