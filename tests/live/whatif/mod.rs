//! What-ifs against a live Go: sources are edited, caches are spoiled and flags are set for real, and `go build` must
//! rebuild what the simulation says.
//!
//! Where the simulation says that it is exact, the packages must be the same; else they must lie between the least and
//! the most that it names.

mod edits;
mod modules;
mod ours;
mod real;
mod stories;

use real::{Real, Tree};

use crate::canonical::canonical;
use crate::compare::assert_same_lines;
use crate::toolchain::{RELEASES, SAMPLE_RELEASE};

/// What can be done to every package of a module.
const EDITS: [&str; 6] = ["touch", "comment", "shift", "func", "export", "const"];

/// Tries each edit in each package of the module, then the changes of the table.
fn check<S: AsRef<str>>(folder: &'static str, changes: &[S]) {
    let mut real = Real::new(SAMPLE_RELEASE, folder, ".", Tree::Shared);
    let mut all: Vec<String> = Vec::new();
    for (path, file) in real.module_packages() {
        all.extend(EDITS.map(|edit| format!("{edit}={path}/{file}")));
    }
    all.extend(changes.iter().map(|changes| changes.as_ref().to_owned()));
    real.compare_all(&all);
}

/// Lines of changes, with `@` for a module's path.
fn of(module: &str, lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| line.replace('@', module)).collect()
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn chain() {
    check(
        "chain",
        &of(
            "example.com/chain",
            &[
                "nothing",
                "delete-output",
                "output=another",
                "all",
                "trimpath",
                "ldflags=-s -w",
                "gcflags=-N -l",
                "buildmode=pie",
                "buildmode=exe",
                "CGO_ENABLED=0",
                "CC=nonexistent-cc + delete-output",
                "clean-cache",
                "clean-cache + delete-output",
                "comment=main + then + undo",
                "inline=@/leaf.Add",
                "body=main.main",
                "inline=@/internal/name.Upper",
                "import=@/leaf:errors",
                "import=@/leaf:runtime",
                "import=main:os",
                "shift=@/leaf + then + undo",
                "export=@/leaf + then + export=@/internal/name",
                "export=@/leaf + then + undo + comment=main",
                "delete-data=@/leaf",
                "delete-index=@/leaf",
                "garbage-index=@/leaf",
                "truncate=@/leaf",
                "append=@/leaf",
                "alter=@/leaf",
                "delete-data=@/leaf + delete-output",
                "zero-head=@/leaf",
                "zero-head=@/internal/name + then",
                "zero-head=@/leaf + all + then",
                "zero-head=main + delete-output",
                "zero-head=strings",
                "alter=main + delete-output",
                "delete-data=main + delete-output",
                "delete-data=main",
                "verify-cache",
                "alter=@/leaf + verify-cache + then + delete-output",
                "alter-output",
            ],
        ),
    );
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn shop_of_packages() {
    check(
        "shop",
        &of(
            "example.com/shop",
            &[
                "inline=@/money.(Cents).Tax",
                "body=@/money.Sum",
                "shift=@/money/zero.go",
                "export=@/money/zero.go",
                "body=@/stock.New",
                "inline=@/text.Key",
                "inline=@/text.Register",
                "body=@/order.Of",
                "inline=@/order.Fold",
                "body=@/report.Print",
                "comment=@/fast/add_amd64.s",
                "comment=@/plug/words.txt",
                "import=@/money:errors",
                "import=@/text:@/money",
                "import=@/report:@/money",
                "import=main:@/money",
                "export=@/money + then + undo",
                "comment=@/fast + export=@/text",
                "delete-data=@/fast",
                "zero-head=@/money",
                "zero-head=@/fast + delete-output",
            ],
        ),
    );
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn assembly() {
    let lines = [
        "comment=@/sum/add_amd64.s",
        "comment=@/sum/bias.h",
        "comment=@/sum/kind_amd64.h",
        "delete-data=@/sum",
        "zero-head=@/sum",
    ];
    check("asm", &of("example.com/asm", &lines));
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn vendor_directory() {
    check("vendor", &["inline=example.com/dep/sub.Half", "inline=example.com/near.Word", "nothing", "trimpath"]);
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn replaced_modules() {
    check("replace/app", &["delete-output", "ldflags=-s"]);
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn embedded_files() {
    let lines =
        ["comment=main/hello.txt", "comment=main/static/a.css", "comment=@/inner/data.bin", "touch=main/hello.txt"];
    check("embed", &of("example.com/embed", &lines));
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn major_version() {
    check("major", &["nothing"]);
}

/// What the transcript of a warm build is compared for: the changes, and flags of that build.
const WARM: [(&str, &str); 11] = [
    ("nothing", "-work"),
    ("comment=main", "-work"),
    ("comment=main", ""),
    ("export=@", "-work"),
    ("export=@ + then + undo", "-work"),
    ("delete-output", "-work"),
    ("output=another", "-work"),
    ("output=another", ""),
    ("clean-cache", "-work"),
    ("delete-data=@ + delete-output", ""),
    ("zero-head=main + delete-output", "-work"),
];

/// In canonical form: the IDs of edited packages are stand-ins, equal wherever the real ones are.
fn check_transcripts(folder: &'static str, package: &str) {
    let mut real = Real::new(SAMPLE_RELEASE, folder, ".", Tree::Shared);
    for (changes, how) in WARM {
        let changes = changes.replace('@', package);
        let how: Vec<&str> = how.split_whitespace().collect();
        let (theirs, ours) = real.transcripts(&changes.split(" + ").collect::<Vec<_>>(), &how);
        assert_same_lines(&format!("{folder}, {changes} {how:?}"), &canonical(&theirs), &canonical(&ours));
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn transcripts_of_warm_builds() {
    check_transcripts("shop", "example.com/shop/money");
    check_transcripts("asm", "example.com/asm/sum");
    check_transcripts("vendor", "example.com/dep/sub");
}

/// Packages of the standard library, edited in a copy of the Go tree: gostep must be exact there.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn packages_of_the_sample() {
    let mut real = Real::new(SAMPLE_RELEASE, "hello", "main.go", Tree::Own).embedded("hello");
    let lines = [
        "comment=internal/itoa/itoa.go",
        "export=internal/itoa/itoa.go",
        "func=internal/itoa/itoa.go",
        "shift=slices/sort.go",
        "body=strconv.ParseFloat",
        "inline=unicode/utf8.RuneLen",
        "export=internal/testlog/exit.go",
        "const=sync/mutex.go",
        "shift=io/fs/glob.go",
        "comment=math/floor_amd64.s",
        "shift=internal/oserror/errors.go",
        "export=path/match.go + func=cmp/cmp.go",
        "delete-data=errors",
        "zero-head=io",
        "import=main:strings + then + comment=fmt/print.go",
        "gcflags=-N -l",
        "ldflags=-w + trimpath",
    ];
    real.compare_all(&lines.map(str::to_owned));
}

/// Modules that chance wrote, and single edits in them, on the oldest, the sample's and the newest release.
/// `GOSTEP_RANDOM=SEED:COUNT` tries others.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn random_modules() {
    const EDITS_OF_A_MODULE: usize = 12;
    let (seed, count) = seed_and_count("1:6");
    let mut random = stories::Random::new(seed);
    for at in 0..count {
        let release = [RELEASES[0], SAMPLE_RELEASE, RELEASES[RELEASES.len() - 1]][at % 3];
        let mut edits = Vec::new();
        let mut real = Real::written(release, "chance", ".", Tree::Shared, |sources| {
            edits = modules::write(&mut random, &sources.join("chance"));
        });
        let picked: Vec<String> = (0..EDITS_OF_A_MODULE).map(|_| random.pick(&edits).clone()).collect();
        real.compare_all(&picked);
    }
}

fn seed_and_count(default: &str) -> (u64, usize) {
    let wanted = std::env::var("GOSTEP_RANDOM").unwrap_or_else(|_| default.to_owned());
    let (seed, count) = wanted.split_once(':').expect("SEED:COUNT");
    (seed.parse().unwrap(), count.parse().unwrap())
}

/// Several changes in a row, with builds in between, as chance has it. `GOSTEP_RANDOM=SEED:COUNT` tries others.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn random_stories() {
    let (seed, count) = seed_and_count("1:20");
    let mut random = stories::Random::new(seed);
    let mut real = Real::new(SAMPLE_RELEASE, "shop", ".", Tree::Shared);
    let packages = real.module_packages();
    let mut lines = Vec::new();
    while lines.len() < count {
        let story = stories::story(&mut random, &packages);
        if real.makes_sense(&story.iter().map(String::as_str).collect::<Vec<_>>()) {
            lines.push(story.join(" + "));
        }
    }
    real.compare_all(&lines);
}
