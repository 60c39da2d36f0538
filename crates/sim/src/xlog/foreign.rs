//! Recognizes logs of other commands than `go build` and of builds with features that are not modelled, by the first
//! line that only such a log has.

use super::parse::{Item, Kind};
use super::places::tool_of;
use super::words::words;

/// What a log is of, if not of a modelled build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Another command; its name.
    Command(&'static str),
    /// A build with a feature that is not modelled, and advice.
    Build(&'static str, &'static str),
}

/// Without test files a `go test` only runs vet, so the two cannot be told apart.
const VET: Foreign = Foreign::Command("go vet, or of go test");
const LEAVE_OUT: &str = "leave it out";
const PROFILE: Foreign = Foreign::Build("a profile (default.pgo beside main, or -pgo)", "give -pgo=off");

/// The first sign of such a log, with the number of its line.
pub fn find(items: &[Item]) -> Option<(usize, Foreign)> {
    // `go test` also runs vet, so the whole log is searched for a test.
    let is_test = |item: &Item| sign(item) == Some(Foreign::Command("go test"));
    let found = items.iter().find_map(|item| Some((item.line, sign(item)?)))?;
    match (found, items.iter().find(|item| is_test(item))) {
        ((_, Foreign::Command(_)), Some(test)) => Some((test.line, Foreign::Command("go test"))),
        _ => Some(found),
    }
}

fn sign(item: &Item) -> Option<Foreign> {
    match &item.kind {
        Kind::Command(line) => of_command(line),
        Kind::WriteFile { head, .. } if head.contains("/vet.cfg ") => Some(VET),
        Kind::WriteFile { head, .. } if head.contains("/_testmain.go ") => Some(Foreign::Command("go test")),
        // `go run` starts the executable from the work directory.
        Kind::Other(line) if line.starts_with("$WORK/b001/exe/") => Some(Foreign::Command("go run")),
        _ => None,
    }
}

fn of_command(line: &str) -> Option<Foreign> {
    let (_, tool) = tool_of(line)?;
    match tool.as_str() {
        "vet" => return Some(VET),
        "cgo" => return Some(Foreign::Build("cgo", "set CGO_ENABLED=0")),
        "cover" => return Some(Foreign::Build("-cover", LEAVE_OUT)),
        "preprofile" => return Some(PROFILE),
        _ => {}
    }
    words(line).iter().find_map(|word| match word.text.as_str() {
        text if text.ends_with("/_testmain.go") => Some(Foreign::Command("go test")),
        "-race" => Some(Foreign::Build("-race", LEAVE_OUT)),
        "-msan" => Some(Foreign::Build("-msan", LEAVE_OUT)),
        "-asan" => Some(Foreign::Build("-asan", LEAVE_OUT)),
        "-dynlink" | "-linkshared" => Some(Foreign::Build("-linkshared or -buildmode=plugin", LEAVE_OUT)),
        "-buildmode=c-shared" | "-buildmode=c-archive" | "-buildmode=plugin" | "-buildmode=shared" => {
            Some(Foreign::Build("a -buildmode that makes a library", LEAVE_OUT))
        }
        text if text.starts_with("-coveragecfg=") => Some(Foreign::Build("-cover", LEAVE_OUT)),
        text if text.starts_with("-pgoprofile=") => Some(PROFILE),
        text if text.contains(" X:") && text.starts_with("go1.") => {
            Some(Foreign::Build("GOEXPERIMENT", "leave it empty"))
        }
        text if text.ends_with("/_testmain.go") || (tool == "link" && text.strip_suffix(".test").is_some()) => {
            Some(Foreign::Command("go test"))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::Log;
    use super::*;

    #[test]
    fn logs_are_called_what_they_are() {
        let tool = "/usr/local/go/pkg/tool/linux_amd64";
        for (line, expected) in [
            (format!("{tool}/compile -o a -p fmt -std -race -pack a.go"), Some(Foreign::Build("-race", LEAVE_OUT))),
            (format!("{tool}/compile -o a -p fmt -pgoprofile=/w/b005/pgo.preprofile -pack a.go"), Some(PROFILE)),
            (format!("{tool}/vet -atomic /w/b001/vet.cfg"), Some(VET)),
            (format!("{tool}/link -o $WORK/b001/x.test -importcfg a"), Some(Foreign::Command("go test"))),
            ("$WORK/b001/exe/main".to_owned(), Some(Foreign::Command("go run"))),
            (format!("{tool}/compile -o a -p race -pack /src/race/-race.go"), None),
        ] {
            assert_eq!(find(&Log::parse(&format!("{line}\n")).items).map(|found| found.1), expected, "{line}");
        }
    }
}
