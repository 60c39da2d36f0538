//! `gostep verify` as its user runs it: real logs, and what became of them on the way.

use gostep_sim::xlog::parse::Log;

use crate::support::assert_snapshot;
use crate::support::run::{Outcome, Test};

const P1: &str = include_str!("../logs/hello-go1.23.9-p1.log");
const P4: &str = include_str!("../logs/hello-go1.23.9-p4.log");
const DRY_RUN: &str = include_str!("../logs/hello-go1.23.9-n.log");
const CANONICAL: &str = include_str!("../logs/hello-go1.23.9-p1-placeholders.log");

/// Runs `gostep verify - ARGS` with a log on standard input. Gives all that it prints, and its exit code.
fn verify(log: impl AsRef<[u8]>, args: &[&str]) -> String {
    let test = Test::new().args(["verify", "-"]).args(args).stdin(log.as_ref());
    let Outcome { status, stdout, stderr } = test.outcome();
    format!("{stdout}{stderr}exit code {status}")
}

fn snapshot(name: &str, output: &str) {
    assert_snapshot(&format!("verify_{name}"), output);
}

/// Several cases in one snapshot, each under its title.
fn cases(name: &str, cases: &[(&str, String)]) {
    let text: Vec<String> = cases.iter().map(|(title, output)| format!("== {title}\n{output}")).collect();
    snapshot(name, &text.join("\n\n"));
}

/// The lines of the object directory with this number, in a log of one worker.
fn block(log: &str, objdir: &str) -> std::ops::Range<usize> {
    let start = log.find(&format!("mkdir -p $WORK/{objdir}/")).unwrap();
    let end = log[start + 1..].find("mkdir -p $WORK/b").map_or(log.len(), |at| start + 1 + at);
    start..end
}

/// A log without some of its bytes, which are put elsewhere.
fn moved(log: &str, range: std::ops::Range<usize>, to: usize) -> String {
    assert!(to <= range.start);
    [&log[..to], &log[range.clone()], &log[to..range.start], &log[range.end..]].concat()
}

#[test]
fn real_logs_are_equal() {
    cases(
        "equal",
        &[
            ("one worker", verify(P1, &["-p", "1"])),
            ("one worker, without being told", verify(P1, &[])),
            ("four workers", verify(P4, &[])),
            ("more workers than were used", verify(P4, &["-p", "8"])),
            ("a dry run", verify(DRY_RUN, &[])),
            ("places replaced by variables", verify(CANONICAL, &[])),
        ],
    );
}

#[test]
fn a_parsed_log_written_again_is_the_same_text() {
    for log in [P1, P4, DRY_RUN, CANONICAL] {
        assert_eq!(Log::parse(log).text(), log);
    }
}

#[test]
fn logs_of_other_places_are_equal() {
    let elsewhere = P1
        .replace("/usr/local/go", "/opt/go1.23.9")
        .replace("/home/gopher/.cache/go-build", "/var/cache/go")
        .replace("/home/gopher/hello", "/srv/course/hello");
    cases(
        "other_places",
        &[
            ("elsewhere", verify(&elsewhere, &["-p", "1"])),
            ("in a directory that is told", verify(&elsewhere, &["--dir", "/srv/course/hello"])),
            ("told a wrong directory", verify(&elsewhere, &["--dir", "/srv/course"])),
        ],
    );
}

#[test]
fn what_stands_around_a_log_is_passed_over() {
    let noisy = format!("$ go build -x -work 2>&1 | tee log\n{P1}\n$ ./main\nHello, world!\n");
    cases(
        "around",
        &[
            ("a prompt and the program's output", verify(noisy, &[])),
            ("other line ends", verify(P1.replace('\n', "\r\n"), &[])),
            ("a byte order mark", verify(format!("\u{feff}{P1}"), &[])),
        ],
    );
}

#[test]
fn changed_lines_are_shown() {
    let with = |from: &str, to: &str| {
        assert!(P1.contains(from), "{from}");
        P1.replacen(from, to, 1)
    };
    let line = |start: &str| format!("{}\n", P1.lines().find(|line| line.starts_with(start)).unwrap());
    let mkdir = line("mkdir -p $WORK/b026/");
    let compile = P1.lines().find(|line| line.contains("-p internal/cpu -lang")).unwrap();
    let link = P1.lines().find(|line| line.contains("/link ")).unwrap();
    let (_, id) = link.split_once("-buildid=").unwrap();
    let main_id = &id[21..41];
    let cached = P1.lines().find(|line| line.starts_with("cp $WORK/b026/")).unwrap();
    let other = P1.lines().find(|line| line.starts_with("cp $WORK/b002/")).unwrap();
    cases(
        "changed",
        &[
            ("a flag", verify(with(compile, &compile.replace("-std", "-complete")), &["-p", "1"])),
            ("a flag lacks", verify(with(compile, &compile.replace(" -std", "")), &["-p", "1"])),
            ("other threads", verify(P1.replacen(" -c=4", " -c=8", 1), &["-p", "1"])),
            ("other threads than told", verify(P1.replace(" -c=4", " -c=8"), &["-p", "1", "--gomaxprocs", "4"])),
            ("a file of another package", verify(with("/cpu_x86.go", "/cpu_arm.go"), &["-p", "1"])),
            ("a line of a file", verify(with("packagefile fmt=", "packagefile log="), &["-p", "1"])),
            ("the build info", verify(with("GOAMD64=v1\\n", "GOAMD64=v3\\n"), &["-p", "1"])),
            ("a build ID", verify(P1.replacen(main_id, "AAAAAAAAAAAAAAAAAAAA", 1), &["-p", "1"])),
            ("one cache file for two packages", verify(with(cached, &other.replace("b002", "b026")), &["-p", "1"])),
            ("a line is missing", verify(with(&mkdir, ""), &["-p", "1"])),
            ("a line is there twice", verify(with(&mkdir, &mkdir.repeat(2)), &["-p", "1"])),
            ("an end mark is missing", verify(with("EOF\n", ""), &["-p", "1"])),
            ("a line of another program in between", verify(with(&mkdir, &format!("{mkdir}Hello!\n")), &["-p", "1"])),
        ],
    );
}

#[test]
fn the_order_of_one_worker_is_that_of_the_log() {
    let fmt = block(P1, "b002");
    let os = block(P1, "b040").start;
    let (one, next) = (block(P1, "b015"), block(P1, "b016"));
    cases(
        "order_of_one",
        &[
            ("a package before what it needs", verify(moved(P1, fmt, os), &["-p", "1"])),
            ("two packages that do not need each other", verify(moved(P1, next, one.start), &["-p", "1"])),
            (
                "two lines of a package",
                verify(
                    P1.replacen("$WORK/b001/exe/\ncd .\n", "$WORK/b001/exe/\n", 1).replacen("mv ", "cd .\nmv ", 1),
                    &[],
                ),
            ),
        ],
    );
}

#[test]
fn the_order_of_several_workers_is_one_that_the_plan_allows() {
    let fmt = block(P1, "b002");
    let os = block(P1, "b040").start;
    let cd = P4.find("\ncd /").unwrap() + 1;
    let cd_end = cd + P4[cd..].find('\n').unwrap() + 1;
    let stored = P4.find("cp $WORK/b018/").unwrap();
    let stored_end = stored + P4[stored..].find('\n').unwrap() + 1;
    cases(
        "order_of_several",
        &[
            ("fewer workers than were used", verify(P4, &["-p", "2"])),
            ("a package before what it needs", verify(moved(P1, fmt, os), &["-p", "4"])),
            ("a cd is missing", verify([&P4[..cd], &P4[cd_end..]].concat(), &[])),
            ("a cd is there twice", verify([&P4[..cd_end], &P4[cd..]].concat(), &[])),
            ("the end of a package is missing", verify([&P4[..stored], &P4[stored_end..]].concat(), &[])),
            ("a flag", verify(P4.replacen(" -std", "", 1), &[])),
        ],
    );
}

#[test]
fn what_a_log_shows_need_not_be_told() {
    let stamped = |line: &str| format!("2026-11-27T19:00:00.1234567Z {line}");
    let server: String = P4.split_inclusive('\n').map(stamped).collect();
    let counted = P1.lines().enumerate().map(|(at, line)| format!("#12 {at}.5 \u{1b}[2m{line}\u{1b}[0m\n"));
    let named = |log: &str| {
        let mkdir = "mkdir -p $WORK/b006/\n";
        assert!(log.contains(mkdir));
        log.replacen(mkdir, &format!("internal/goarch\n{mkdir}"), 1)
    };
    let at = P1.find("mkdir -p $WORK/b006/").unwrap();
    let asked = "cd /home/gopher/hello\ngit status --porcelain\ncd /home/gopher/hello\n\
                 git -c log.showsignature=false log -1 --format=%H:%ct\n";
    cases(
        "shown",
        &[
            ("GOMAXPROCS", verify(P1.replace(" -c=4", " -c=8"), &[])),
            ("no threads for the compiler", verify(P4.replace(" -c=4", ""), &[])),
            ("a result that is copied", verify(P1.replace("mv $WORK", "cp $WORK"), &[])),
            ("times of a build server", verify(server, &[])),
            ("colours, and lines with numbers", verify(counted.collect::<String>(), &[])),
            // The sample is built from a file that was named: it gets no stamp, and with -v all packages are named.
            ("one name of a package", verify(named(P1), &[])),
            ("questions to a repository", verify([&P1[..at], asked, &P1[at..]].concat(), &[])),
        ],
    );
}

/// What `gostep build` prints for the sample with flags is a log of a build with these flags.
#[test]
fn flags_are_read_from_the_log() {
    let build = |flags: &[&str]| Test::new().args(["build"]).args(flags).outcome().stdout;
    let flags: &[&[&str]] = &[
        &["--trimpath", "--ldflags=-s -w -X main.v=1"],
        &["--gcflags=all=-N -l", "--gcflags=std=-B", "--gcflags=fmt=-m"],
        &["--gcflags=-N", "--ldflags=-X 'main.by=a b' -extld=clang", "--tags=a,b"],
        &["--buildmode=pie", "--asmflags=all=-S", "-p", "1"],
        &["-n", "--trimpath", "--gcflags=-l", "-o", "bin/x"],
        &["--gomaxprocs", "16", "-p", "1", "-v"],
    ];
    let mut results = Vec::new();
    for flags in flags {
        results.push((flags.join(" "), verify(build(flags), &[])));
    }
    let log = build(&["--trimpath", "--ldflags=-s", "-p", "1"]);
    let cut = &log[..log.find("importcfg.link").unwrap()];
    results.push(("cut off before the build info".to_owned(), verify(cut, &[])));
    results.push(("told otherwise".to_owned(), verify(&log, &["--trimpath=false", "--ldflags=-w"])));
    results.push((
        "a flag that the linker does not have".to_owned(),
        verify(log.replace(" -s -extld", " -nope -extld"), &[]),
    ));
    results.push(("another release".to_owned(), verify(P1.replace("-goversion go1.23.9", "-goversion go1.27.3"), &[])));
    results.push((
        "another patch level".to_owned(),
        verify(P1.replace("-goversion go1.23.9", "-goversion go1.23.4"), &[]),
    ));
    results.push((
        "another system".to_owned(),
        verify(P1.replace("GOOS_linux -D GOARCH_amd64", "GOOS_darwin -D GOARCH_arm64"), &[]),
    ));
    results.push((
        "-toolexec".to_owned(),
        verify(P1.replace("\n/usr/local/go/pkg/tool", "\nenv /usr/local/go/pkg/tool"), &[]),
    ));
    let results: Vec<(&str, String)> = results.iter().map(|(title, text)| (title.as_str(), text.clone())).collect();
    cases("taken", &results);
}

#[test]
fn a_failure_that_is_simulated_is_compared() {
    let build = |workers, fault| Test::new().args(["build", "-p", workers, "--fault", fault]).outcome().stdout;
    let mut results = Vec::new();
    for fault in ["no-symabis=runtime", "no-main", "undefined=io", "no-go-mod", "drop-import=fmt:os"] {
        for workers in ["1", "4"] {
            let log = build(workers, fault);
            results.push((format!("{fault}, -p {workers}"), verify(log, &["-p", workers, "--fault", fault])));
        }
    }
    let other = build("1", "undefined=io").replace("undefined1", "undefined2");
    results.push(("another message".to_owned(), verify(other, &["-p", "1", "--fault", "undefined=io"])));
    let results: Vec<(&str, String)> = results.iter().map(|(title, text)| (title.as_str(), text.clone())).collect();
    cases("failures", &results);
}

#[test]
fn logs_of_others_are_called_that() {
    let tool = "/usr/local/go/pkg/tool/linux_amd64";
    cases(
        "others",
        &[
            ("go vet", verify(format!("WORK=/tmp/w\nmkdir -p $WORK/b002/\n{tool}/vet $WORK/b002/vet.cfg\n"), &[])),
            ("go test", verify(P1.replace("exe/a.out -importcfg", "hello.test -importcfg"), &[])),
            ("-linkshared", verify(P1.replace(" -p fmt", " -p fmt -linkshared"), &[])),
            ("GOEXPERIMENT", verify(P1.replace("-goversion go1.23.9", "-goversion \"go1.23.9 X:arenas\""), &[])),
            ("-json", verify("{\"ImportPath\":\"\",\"Action\":\"build-output\",\"Output\":\"WORK=/tmp/w\\n\"}\n", &[])),
            ("one line", verify(format!("{tool}/compile -o $WORK/b006/_pkg_.a -p internal/goarch -pack a.go\n"), &[])),
        ],
    );
}

#[test]
fn logs_that_are_no_cold_build_are_told_apart() {
    let cached = "packagefile fmt=/home/gopher/.cache/go-build/61/\
                  6193933a14550de88ea7b00bc4138e90039484a46ba74feb93560c01eb123c37-d\n";
    let start = P1.find("mkdir -p $WORK/b001/").unwrap();
    let main = P1[start..].replacen("packagefile fmt=/tmp/go-build956608889/b002/_pkg_.a\n", cached, 1);
    let warm = format!("WORK=/tmp/go-build956608889\n{main}");
    assert!(warm.contains(cached));
    let errors = block(P1, "b003");
    let failed =
        [&P1[..block(P1, "b002").end - 200], "\n# command-line-arguments\n./main.go:9:2: undefined: x\n"].concat();
    let last = P1.find("mv $WORK").unwrap();
    let excluded = "package example.com/x: build constraints exclude all Go files in /src/x";
    let link = P1.lines().find(|line| line.contains("/link -o ")).map(|line| format!("{line}\n")).unwrap();
    let link = link.as_str();
    let ld = "# command-line-arguments\n/usr/bin/ld: warning: x.o has no stack note\n";
    let behind_errors = errors.end;
    let warned = [&P1[..behind_errors], "# errors\n./a.go:2:3: warning: hey\n  2 | x\n", &P1[behind_errors..]].concat();
    cases(
        "not_cold",
        &[
            ("only main is built", verify(warm, &[])),
            ("nothing is built", verify("WORK=/tmp/go-build1\n", &[])),
            ("nothing can be loaded", verify(format!("WORK=/tmp/go-build1\n{excluded}\n"), &[])),
            ("several programs", verify(P1.replacen(link, &format!("{link}{link}"), 1), &[])),
            ("warnings of a build that goes on", verify(&warned, &["-p", "1"])),
            ("warnings behind the link", verify(P1.replacen(link, &format!("{link}{ld}"), 1), &["-p", "1"])),
            ("warnings and a change", verify(warned.replace("-p errors", "-p errors -N"), &["-p", "1"])),
            ("the build failed", verify(failed, &[])),
            ("the end is missing", verify(&P1[..40_000], &[])),
            ("the end of a parallel log is missing", verify(&P4[..20_000], &[])),
            ("the last line is missing", verify(&P1[..last], &[])),
            ("the executable was in place", verify(&P1[..start], &["-p", "1"])),
            ("the beginning is missing", verify(&P1[30_000..], &[])),
            ("two logs", verify([P1, P1].concat(), &[])),
            ("a package is missing", verify([&P1[..errors.start], &P1[errors.end..]].concat(), &["-p", "1"])),
            ("another program", verify(P1.replace("-p fmt ", "-p log ").replace("-p os ", "-p net "), &["-p", "1"])),
        ],
    );
}

#[test]
fn what_is_no_log_is_refused() {
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(P1[..100].encode_utf16()).flat_map(u16::to_le_bytes).collect();
    cases(
        "no_log",
        &[
            ("nothing", verify("", &[])),
            ("some text", verify("Dear gopher,\nhow are you?\n", &[])),
            ("an error of the go command", verify("go: go.mod file not found in current directory\n", &[])),
            ("an executable", verify(b"\x7fELF\x02\x01\x01\0\0", &[])),
            ("UTF-16", verify(utf16, &[])),
            ("Latin-1", verify(b"WORK=/tmp/caf\xe9\n", &[])),
            ("a line of megabytes", verify(format!("WORK=/w\n{}\n", "x ".repeat(3 << 20)), &[])),
            ("standard input twice", verify(P1, &["--list", "-"])),
            ("an unknown program", verify(P1, &["helo"])),
        ],
    );
}

#[test]
fn a_log_that_is_not_there_is_refused() {
    Test::new()
        .args(["verify", "no/such.log"])
        .stderr("gostep: cannot read no/such.log: No such file or directory (os error 2)\n")
        .status(2)
        .run();
}

/// Whatever happens to a log, there is an answer: never a panic, and never "equal" for a line that was lost.
#[test]
fn every_lost_line_is_noticed() {
    const EVERY: usize = 53;
    let lines: Vec<&str> = P4.split_inclusive('\n').collect();
    for at in (0..lines.len()).step_by(EVERY) {
        let without: String = lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| *line).collect();
        let output = verify(without, &["-p", "4"]);
        assert!(output.ends_with("exit code 1"), "line {}: {output}", at + 1);
    }
}

/// With -work the dry run leaves the work directory where it is.
#[test]
fn a_dry_run_may_keep_the_work_directory() {
    let (kept, last) = DRY_RUN.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(last, "rm -rf $WORK/b001/");
    assert!(verify(format!("{kept}\n"), &[]).contains(": equal: "));
    // Without the mv it is that of -o /dev/null; more cannot be missing.
    let (cut, _) = kept.rsplit_once('\n').and_then(|(cut, _)| cut.rsplit_once('\n')).unwrap();
    assert!(!verify(format!("{cut}\n"), &[]).contains(": equal: "));
}

/// Whatever happens to one line of a log, it is not the same log any more.
#[test]
fn a_log_with_one_line_wrong_is_never_equal() {
    let lines: Vec<&str> = P1.split_inclusive('\n').collect();
    let says_equal = |lines: &[String]| verify(lines.concat(), &["-p", "1"]).contains(": equal: ");
    assert!(says_equal(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>()));
    for (number, at) in (5..lines.len()).step_by(41).enumerate() {
        let mut wrong: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let how = ["removed", "doubled", "swapped with the next", "a letter more", "of another package"][number % 5];
        match number % 5 {
            0 => drop(wrong.remove(at)),
            1 => wrong.insert(at, wrong[at].clone()),
            2 => wrong.swap(at, at - 1),
            3 => {
                let middle = wrong[at].len() / 2;
                wrong[at].insert(middle, 'q');
            }
            _ => wrong[at] = wrong[at].replace("/b0", "/b1"),
        }
        let same = wrong.concat() == P1;
        assert_eq!(says_equal(&wrong), same, "line {}, {how}: {}", at + 1, lines[at]);
    }
}

#[test]
fn the_report_is_in_chinese_where_it_is_asked_for() {
    let chinese = |log: &str| verify(log, &["hello", "--lang", "zh"]);
    let changed = P1.replacen("/compile ", "/compile -std2 ", 1);
    let missing = P1.replacen("EOF\n", "", 1);
    let cut = &P1[..P1.rfind("mkdir -p ").unwrap()];
    let titles = ["as it is", "a flag more", "a line less", "cut short", "without commands"];
    let told = [chinese(P1), chinese(&changed), chinese(&missing), chinese(cut), chinese("WORK=/tmp/x\n")];
    let told = titles.into_iter().zip(told).collect::<Vec<_>>();
    cases("chinese", &told);
}
