//! Profiles: the commands of a build that is optimized by one, and what a log shows of it.

use crate::support::run::{Outcome, Test};

fn build(args: &[&str]) -> String {
    Test::new().args(["build", "hello", "-p", "1"]).args(args).prints()
}

fn verify(log: &str, args: &[&str]) -> String {
    let Outcome { stdout, stderr, .. } = Test::new().args(["verify", "-", "hello"]).args(args).stdin(log).outcome();
    format!("{stdout}{stderr}")
}

/// As go1.23.9 prints it: the first package that is ready needs the prepared profile. With -n nothing is prepared, so no
/// action ID depends on what is in it, and all of them are known.
#[test]
fn the_profile_is_prepared_once_and_given_to_all_compiles() {
    let log = build(&["-n", "-pgo=cpu.pgo"]);
    let start = "mkdir -p $WORK/b007/\ncd .\n/usr/local/go/pkg/tool/linux_amd64/preprofile -o $WORK/b007/pgo.preprofile \
                 -i /home/gopher/hello/cpu.pgo\n\n#\n# internal/goarch\n#\n";
    assert!(log.starts_with(start), "{}", &log[..start.len()]);
    let compiles: Vec<&str> = log.lines().filter(|line| line.contains("/compile -o ")).collect();
    let with = " -goversion go1.23.9 -pgoprofile=$WORK/b007/pgo.preprofile ";
    assert!(compiles.len() == 53 && compiles.iter().all(|line| line.contains(with)));
    for (package, id) in [("internal/goarch", "ckt189KmUc78N5Ou4DLk"), ("fmt", "BAlxiIqB5K2Yqfqiw4JU")] {
        let line = compiles.iter().find(|line| line.contains(&format!(" -p {package} "))).unwrap();
        assert!(line.contains(&format!(" -buildid {id}/{id} ")), "{line}");
    }
    let info = "\\nbuild\\t-compiler=gc\\nbuild\\t-pgo=/home/gopher/hello/cpu.pgo\\nbuild\\tCGO_CFLAGS=";
    assert!(log.contains(info));
    let trimmed = build(&["-n", "-trimpath", "-pgo", "sub/cpu.pgo"]);
    assert!(trimmed.contains("\\nbuild\\t-pgo=cpu.pgo\\n") && trimmed.contains(" -i /home/gopher/hello/sub/cpu.pgo\n"));
}

#[test]
fn a_prepared_profile_is_kept_in_the_cache() {
    let log = build(&["-pgo=/p/cpu.pgo"]);
    let lines: Vec<&str> = log.lines().skip(2).take(2).collect();
    assert_eq!(lines[0], "cd .");
    let stored = log.lines().find(|line| line.starts_with("cp $WORK/b007/pgo.preprofile ")).unwrap();
    assert!(stored.ends_with("-d # internal"), "{stored}");
    let warm = Test::new().args(["whatif", "hello", "-pgo=/p/cpu.pgo", "comment=main", "-x"]).prints();
    let data = stored.split(' ').nth(2).unwrap();
    assert!(warm.contains(&format!(" -pgoprofile={data} ")) && !warm.contains("/preprofile "), "{warm}");
}

#[test]
fn verify_takes_the_profile_from_the_log() {
    for args in [&["-pgo=/p/cpu.pgo"][..], &["-n", "-pgo=cpu.pgo"], &["-trimpath", "-pgo=default.pgo"]] {
        let log = build(args);
        let said = verify(&log, &[]);
        assert!(said.contains(": equal: ") && said.contains("taken from the log: "), "{args:?}: {said}");
        assert!(said.contains(".pgo"), "{args:?}: {said}");
        let against = verify(&log, &["-pgo=off"]);
        assert!(against.contains("differ"), "{args:?}: {against}");
    }
    let said = verify(&build(&[]), &["-pgo=cpu.pgo"]);
    assert!(said.contains("differ"), "{said}");
}

#[test]
fn a_profile_changes_every_package() {
    let told = Test::new().args(["whatif", "hello", "pgo=cpu.pgo"]).prints();
    assert!(told.contains("53 of 53 packages compiled, linked."), "{told}");
    assert!(told.contains("internal/goarch") && told.contains("the profile that it is optimized by"), "{told}");
}
