//! Recognizes logs of other commands than `go build` and of builds with features that are not modelled, by the first
//! line that only such a log has.

use super::build_info::{self, Settings};
use super::parse::{Item, Kind};
use super::places::{has_extension, tool_of};
use super::words::{Word, words};
use crate::program::Instrument;

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
const OVERLAY: Foreign =
    Foreign::Build("an overlay that the program was imported without", "import it with the same -overlay");
const EXPERIMENT: Foreign = Foreign::Build("GOEXPERIMENT", "leave it empty");

/// The first sign of such a log, with the number of its line. A program with an overlay (`-overlay`) has sources elsewhere.
pub fn find(items: &[Item], has_overlay: bool) -> Option<(usize, Foreign)> {
    // `go test` also runs vet, so the whole log is searched for a test.
    let sign = |item: &Item| sign(item).filter(|sign| !has_overlay || *sign != OVERLAY);
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
        Kind::WriteFile { body, .. } => build_info::of_file(body).as_ref().and_then(of_settings),
        Kind::Other(line) if runs_tool_through_another(line) => Some(Foreign::Build("-toolexec", LEAVE_OUT)),
        _ => None,
    }
}

fn of_settings(settings: &Settings) -> Option<Foreign> {
    if settings.contains_key("GOFIPS140") {
        return Some(Foreign::Build("GOFIPS140", "set it to off"));
    }
    let of_another = settings.get("vcs").is_some_and(|vcs| vcs != "git");
    of_another
        .then_some(Foreign::Build("the stamp of a version control system that is not git", "give -buildvcs=false"))
}

/// Whether a command runs a tool of Go, but is not one.
fn runs_tool_through_another(line: &str) -> bool {
    let names: Vec<String> = words(line).into_iter().map(|word| word.text).collect();
    let is_tool = |word: &String| {
        word.starts_with('/')
            && ["/compile", "/asm", "/link"].iter().any(|tool| word.ends_with(tool))
            && word.contains("/pkg/tool/")
    };
    let runs = |at: usize| names.get(at + 1).is_some_and(|next| next == "-o" || next == "-p");
    names.iter().position(is_tool).is_some_and(|at| at > 0 && runs(at))
}

/// Whether another file stands for a source: then the tool is told to show it under the name of the source.
fn has_overlaid_source(arguments: &[Word]) -> bool {
    let Some(at) = arguments.iter().position(|word| word.text == "-trimpath") else { return false };
    let rewrites = arguments.get(at + 1).into_iter().flat_map(|word| word.text.split(';'));
    let mut sources = rewrites.filter_map(|rewrite| rewrite.split_once("=>")).map(|(_, shown)| shown);
    sources.any(|shown| has_extension(shown, "go") || has_extension(shown, "s"))
}

fn of_command(line: &str) -> Option<Foreign> {
    let (_, tool) = tool_of(line)?;
    if tool == "vet" {
        return Some(VET);
    }
    let words = words(line);
    if has_overlaid_source(&words) {
        return Some(OVERLAY);
    }
    let own_suffix = words.windows(2).any(|two| two[0].text == "-installsuffix" && !is_of_flags(&two[1].text));
    words.iter().find_map(|word| match word.text.as_str() {
        text if text.ends_with("/_testmain.go") => Some(Foreign::Command("go test")),
        "-linkshared" => Some(Foreign::Build("-linkshared", LEAVE_OUT)),
        "-buildmode=shared" => Some(Foreign::Build("-buildmode=shared", LEAVE_OUT)),
        text if text.contains(" X:") && text.starts_with("go1.") => Some(EXPERIMENT),
        text if text.ends_with("/_testmain.go") || (tool == "link" && text.strip_suffix(".test").is_some()) => {
            Some(Foreign::Command("go test"))
        }
        "-installsuffix" if own_suffix => Some(Foreign::Build("-installsuffix", LEAVE_OUT)),
        _ => None,
    })
}

/// Whether a suffix of the install directory comes from flags for instrumented code and from `-buildmode`. With
/// `-linkshared`, `dynlink` comes with a flag that is named instead.
fn is_of_flags(suffix: &str) -> bool {
    suffix.split('_').all(|part| matches!(part, "shared" | "dynlink") || Instrument::of_suffix(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::parse::Log;
    use super::*;

    #[test]
    fn logs_are_called_what_they_are() {
        let tool = "/usr/local/go/pkg/tool/linux_amd64";
        for (line, expected) in [
            (format!("{tool}/compile -o a -p fmt -std -installsuffix race -race -pack a.go"), None),
            (
                format!("{tool}/compile -o a -p fmt -std -installsuffix own_race -race -pack a.go"),
                Some(Foreign::Build("-installsuffix", LEAVE_OUT)),
            ),
            (format!("{tool}/compile -o a -p fmt -pgoprofile=/w/b005/pgo.preprofile -pack a.go"), None),
            (format!("{tool}/vet -atomic /w/b001/vet.cfg"), Some(VET)),
            (format!("{tool}/link -o $WORK/b001/x.test -importcfg a"), Some(Foreign::Command("go test"))),
            (format!("{tool}/compile -o a -p race -pack /src/race/-race.go"), None),
        ] {
            assert_eq!(find(&Log::parse(&format!("{line}\n")).items, false).map(|found| found.1), expected, "{line}");
        }
    }
}
