//! Other modes of building: optimized by a profile, and libraries for C and plugins.

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

const RECORDED: &str = include_str!("../logs/cgo-go1.23.9.json");

/// The recorded program without its main package: its package that uses cgo is main instead.
fn calc() -> String {
    let mut recorded: serde_json::Value = serde_json::from_str(RECORDED).unwrap();
    let packages = recorded["packages"].as_array_mut().unwrap();
    packages.pop();
    let calc = packages.last_mut().unwrap().as_object_mut().unwrap();
    assert_eq!(calc["ImportPath"], "example.com/cgo/calc");
    calc.insert("Name".to_owned(), "main".into());
    calc.remove("DepOnly");
    recorded["surroundings"]["exports_to_c"] = true.into();
    recorded.to_string()
}

fn library(args: &[&str]) -> String {
    Test::new().file("calc.json", calc()).args(["build", "calc.json", "-p", "1"]).args(args).prints()
}

/// As go1.23.9 prints it for these sources; the IDs of the standard library are the real ones.
#[test]
fn libraries_for_c_have_code_and_headers_of_their_own() {
    let log = library(&["-buildmode=c-shared", "-o", "out/libcalc.so", "--no-work"]);
    for part in [
        "/cgo -objdir $WORK/b001/ -importpath example.com/cgo/calc -exportheader=$WORK/b001/_cgo_install.h ",
        " -p internal/goarch -lang=go1.23 -std -complete -installsuffix shared -buildid LBGEyqw3wmgBy3z5aRs8/LBGEyqw3wmgBy3z5aRs8 ",
        " -D GOOS_linux -D GOARCH_amd64 -shared -D GOAMD64_v1 ",
        "\\nbuild\\t-buildmode=c-shared\\n",
        "mkdir -p $WORK/b001/exe/\ncd $WORK/b001/exe/\nGOROOT='/usr/local/go' /usr/local/go/pkg/tool/linux_amd64/link -o a.out \
         -importcfg $WORK/b001/importcfg.link -installsuffix shared ",
        "mkdir -p out/\nmv $WORK/b001/_cgo_install.h out/libcalc.h\nmv $WORK/b001/exe/a.out out/libcalc.so\nrm -rf $WORK/b001/\n",
    ] {
        assert!(log.contains(part), "{part}");
    }
    let log = library(&["-buildmode=c-archive"]);
    let end = "mv $WORK/b001/_cgo_install.h calc.h\nmv $WORK/b001/exe/a.out.a calc.a\n";
    assert!(log.contains("cd .\n") && log.contains("/link -o $WORK/b001/exe/a.out.a ") && log.ends_with(end), "{log}");
    assert!(!library(&["-buildmode=c-archive", "-o", "/dev/null"]).contains("mv $WORK/b001/_cgo_install.h"));
}

#[test]
fn main_of_a_plugin_is_compiled_under_its_path() {
    let log = library(&["-buildmode=plugin"]);
    for part in [
        "/compile -o $WORK/b001/_pkg_.a -trimpath \"$WORK/b001=>\" -p example.com/cgo/calc -lang=go1.21 -installsuffix dynlink ",
        " -D GOARCH_amd64 -dynlink ",
        " -installsuffix dynlink -pluginpath example.com/cgo/calc ",
        " -buildmode=plugin -buildid=",
    ] {
        assert!(log.contains(part), "{part}");
    }
    assert!(!log.contains("-exportheader=") && log.ends_with("mv $WORK/b001/exe/a.out.so calc.so\n"));
}

#[test]
fn verify_takes_the_mode_of_a_library_and_its_header_from_the_log() {
    let verify = |log: &str| {
        let outcome = Test::new().file("calc.json", calc()).args(["verify", "-", "calc.json"]).stdin(log).outcome();
        format!("{}{}", outcome.stdout, outcome.stderr)
    };
    for mode in ["c-archive", "c-shared", "plugin"] {
        let log = library(&[&format!("-buildmode={mode}"), "-o", "out/x.y"]);
        let said = verify(&log);
        assert!(
            said.contains(": equal: ") && said.contains(&format!("taken from the log: -buildmode={mode}")),
            "{said}"
        );
        // Without exported functions there is no header, and the directory is made for the library.
        let header = "mkdir -p out/\nmv $WORK/b001/_cgo_install.h out/x.h\n";
        assert_eq!(log.contains(header), mode != "plugin");
        let without = log.replace(header, "# $WORK/b001/_cgo_install.h not created\nmkdir -p out/\n");
        assert!(verify(&without).contains(": equal: "), "{}", verify(&without));
    }
}

#[test]
fn what_is_not_modelled_of_them_is_refused() {
    let refused = |args: &[&str]| {
        let test = Test::new().file("calc.json", calc());
        test.args(args).refuses().lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        refused(&["build", "hello", "-buildmode=c-shared"]),
        "gostep: -buildmode=c-shared needs runtime/cgo, which this list does not have; list the program with the same flag"
    );
    assert_eq!(
        refused(&["whatif", "calc.json", "-buildmode=c-shared", "-o", "x", "nothing"]),
        "gostep: -buildmode=c-shared: what a second build of a library finds in the cache is not modelled"
    );
    assert_eq!(
        refused(&["import", "-overlay=over.json", "."]),
        "gostep: import -overlay=over.json: what it replaces is recorded with --run-go only"
    );
    assert_eq!(
        refused(&["build", "calc.json", "-buildmode=shared"]),
        "gostep: -buildmode=shared changes a build in a way that is not modelled; leave it out"
    );
}

/// As go1.27.3 and go1.21.13 print it: the tools get the file that stands for a source, and show the source's name.
#[test]
fn a_file_of_an_overlay_stands_for_a_source() {
    let mut recorded: serde_json::Value = serde_json::from_str(RECORDED).unwrap();
    let main = recorded["packages"].as_array().unwrap().last().unwrap().clone();
    let source = format!("{}/{}", main["Dir"].as_str().unwrap(), main["GoFiles"][0].as_str().unwrap());
    recorded["surroundings"]["overlay"] = serde_json::json!({ source.as_str(): "/tmp/other/x.go" });
    let overlaid = recorded.to_string();
    let build = |args: &[&str]| {
        Test::new().file("calc.json", &overlaid).args(["build", "calc.json", "-p", "1"]).args(args).prints()
    };
    let log = build(&["-o", "x"]);
    let compile = log.lines().find(|line| line.contains(" -p main ")).unwrap();
    assert!(compile.contains(&format!(" -trimpath \"/tmp/other/x.go=>{source};$WORK/b001=>\" ")), "{compile}");
    assert!(compile.ends_with(" /tmp/other/x.go"), "{compile}");
    assert!(
        build(&["-trimpath", "-o", "x"])
            .contains("=>example.com/cgo;/tmp/other/x.go=>example.com/cgo/main.go;$WORK/b001=>")
    );
    let said = |program: &str| {
        let test = Test::new().file("calc.json", program).args(["verify", "-", "calc.json"]);
        test.stdin(log.as_str()).outcome().stdout
    };
    assert!(said(&overlaid).contains(": equal: "), "{}", said(&overlaid));
    assert!(said(RECORDED).contains("an overlay that the program was imported without"), "{}", said(RECORDED));
}
