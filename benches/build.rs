//! How long a simulation takes: the whole process for the sample, graphs of up to 100,000 packages, and what-ifs of the
//! page.
//!
//! With `GOSTEP_GO_DIR` set (as for the live tests), `go build -n` of the same program runs in the same session, for
//! comparison.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test or benchmark that cannot go on says so by panicking"
)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gostep_page::Session;
use gostep_sim::gobuild::{BuildOptions, Machine, Plan};
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::{self, Program};
use gostep_sim::xlog::Transcript;
use serde_json::{Value, json};

/// Imports of a package in a synthetic graph; in the standard library it is about as many.
const IMPORTS: usize = 6;

fn whole_process(c: &mut Criterion) {
    let mut group = c.benchmark_group("process");
    group.bench_function("gostep build", |b| {
        b.iter(|| run(Command::new(env!("CARGO_BIN_EXE_gostep")).arg("build")));
    });
    group.bench_function("gostep build -n", |b| {
        b.iter(|| run(Command::new(env!("CARGO_BIN_EXE_gostep")).args(["build", "-n"])));
    });
    if let Some(dir) = std::env::var_os("GOSTEP_GO_DIR") {
        let go = PathBuf::from(dir).join("1.23.9/go/bin/go");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs/hello");
        let cache = tempfile::tempdir().unwrap();
        group.sample_size(20).bench_function("go build -n", |b| {
            b.iter(|| {
                run(Command::new(&go)
                    .args(["build", "-n", "main.go"])
                    .current_dir(&sample)
                    .envs([("GOTOOLCHAIN", "local"), ("GOPROXY", "off"), ("GOENV", "off")])
                    .env("GOCACHE", cache.path()));
            });
        });
    }
    group.finish();
}

fn run(command: &mut Command) {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}");
}

fn graphs(c: &mut Criterion) {
    let mut group = c.benchmark_group("graph");
    for (packages, shape) in [1_000, 10_000, 100_000].into_iter().flat_map(|n| Shape::ALL.map(|shape| (n, shape))) {
        let program = synthetic(packages, shape);
        let edges: usize = program.packages.iter().map(|package| package.imports.len()).sum();
        group.throughput(Throughput::Elements(edges as u64)).sample_size(10);
        let options = BuildOptions { workers: 8, ..BuildOptions::for_program(&program) };
        group.bench_with_input(BenchmarkId::new(format!("{shape:?}, plan"), packages), &program, |b, program| {
            b.iter(|| black_box(Plan::new(program, &options)));
        });
        group.bench_with_input(
            BenchmarkId::new(format!("{shape:?}, plan and run"), packages),
            &program,
            |b, program| {
                b.iter(|| black_box(Machine::default().build(program, options.clone()).unwrap()));
            },
        );
        group.bench_with_input(BenchmarkId::new(format!("{shape:?}, transcript"), packages), &program, |b, program| {
            let build = Machine::default().build(program, options.clone()).unwrap();
            b.iter(|| Transcript::new(&build).map(|block| block.text.len()).sum::<usize>());
        });
    }
    group.finish();
}

/// A request for two builds, as the page sends it: of the sample, and of a listed program that the reader has brought.
fn what_ifs(c: &mut Criterion) {
    let mut group = c.benchmark_group("what-if on the page");
    let ask = |session: &mut Session, request: Value| {
        let reply = session.reply(&request.to_string());
        assert!(!reply.contains("\"error\":{") && !reply.contains("\"error\":\""), "{reply:.300}");
        reply.len()
    };
    let arms = |package: &str| json!([{ "changes": [format!("comment={package}")] }, { "changes": ["all"] }]);
    let mut session = Session::default();
    let sample = json!({ "ask": "what_if", "lang": "en", "program": { "name": "hello" }, "arms": arms("fmt") });
    group.bench_function("sample", |b| b.iter(|| ask(&mut session, sample.clone())));
    let synthetic = synthetic(2_000, Shape::Even);
    let packages = synthetic.packages.iter().map(|package| {
        let imports: Vec<&str> =
            package.imports.iter().map(|&import| synthetic.package(import).import_path.as_str()).collect();
        json!({
            "Dir": package.dir, "ImportPath": package.import_path, "Name": package.name, "GoFiles": package.files.go,
            "DepOnly": !package.is_main(), "Imports": imports, "Standard": package.standard,
        })
    });
    let list: String = packages.flat_map(|package| [package.to_string(), "\n".to_owned()]).collect();
    ask(&mut session, json!({ "ask": "own", "lang": "en", "texts": [{ "name": "large.json", "text": list }] }));
    let program = json!({ "name": "large.json", "brought": true });
    let large = json!({ "ask": "what_if", "lang": "en", "program": program, "arms": arms("example.com/p7") });
    group.sample_size(10);
    group.bench_function("2,000 packages", |b| b.iter(|| ask(&mut session, large.clone())));
    let values = json!({ "ask": "what_if_values", "program": program, "change": "cycle" });
    group.bench_function("2,000 packages, what can be chosen", |b| b.iter(|| ask(&mut session, values.clone())));
    group.finish();
}

/// How the edges of a synthetic graph lie.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Every package has some.
    Even,
    /// Main has all of them.
    Hub,
}

impl Shape {
    const ALL: [Self; 2] = [Self::Even, Self::Hub];
}

/// A program with this many packages, in which a package imports [`IMPORTS`] of the packages before it, near and far.
fn synthetic(packages: usize, shape: Shape) -> Arc<Program> {
    let path = |at: usize| if at == 0 { "runtime".to_owned() } else { format!("example.com/p{at}") };
    let mut chance: u64 = 1;
    let mut listed = Vec::with_capacity(packages);
    for at in 0..packages {
        let mut imports: Vec<String> = (0..IMPORTS.min(at))
            .map(|_| {
                // A linear congruential generator: the same graph on every run.
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                path(usize::try_from(chance >> 33).unwrap() % at)
            })
            .collect();
        let main = at + 1 == packages;
        match shape {
            Shape::Even if at > 0 => imports.push(path(at - 1)),
            Shape::Hub if main => imports = (0..at).map(path).collect(),
            Shape::Hub => imports.clear(),
            Shape::Even => {}
        }
        listed.push(ListedPackage {
            dir: format!("/src/{}", path(at)),
            import_path: path(at),
            name: if main { "main".to_owned() } else { format!("p{at}") },
            dep_only: !main,
            imports,
            go_files: (0..4).map(|n| format!("f{n}.go")).collect(),
            ..ListedPackage::default()
        });
    }
    Arc::new(program::from_list("synthetic", listed, None).unwrap())
}

criterion_group! { name = all; config = Criterion::default().without_plots(); targets = whole_process, graphs, what_ifs }
criterion_main!(all);
