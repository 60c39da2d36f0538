//! The report of `gostep verify`.

use super::excerpt::{changed, first_line, shorten, verb};
use gostep_sim::gobuild::Build;
use gostep_sim::xlog::canonical::Conflict;
use gostep_sim::xlog::comparison::{Comparison, Difference, DifferenceKind, Mismatch};
use gostep_sim::xlog::foreign::Foreign;
use gostep_sim::xlog::schedule::OrderProblem;
use gostep_sim::xlog::words::words;

/// The report as text. `log` is the name of the log.
pub fn text(report: &Comparison, build: &Build, log: &str) -> String {
    match &report.problem {
        None => agreement(report, build, log),
        Some(problem) => {
            let mut text = problem_text(problem, build, log);
            if let Some(hint) = hint(problem, build) {
                text.push_str(&format!("hint: {hint}\n"));
            }
            text
        }
    }
}

fn agreement(report: &Comparison, build: &Build, log: &str) -> String {
    let options = &build.options;
    let how = match (options.dry_run, options.workers) {
        (true, _) => "go build -n".to_owned(),
        (false, 1) => "go build -x -p 1".to_owned(),
        (false, workers) => format!("go build -x -p {workers}, in an order that the plan allows"),
    };
    let thrown_away = if options.output.as_deref() == Some("/dev/null") { " -o /dev/null" } else { "" };
    let how = how.replacen("go build", &format!("go build{thrown_away}"), 1);
    let noise = match report.noise {
        0 => String::new(),
        lines => format!("; {} around the log passed over", count(lines, "line")),
    };
    format!(
        "{log}: equal: {}, {}, {} ({how}, {}){noise}\n",
        count(report.lines - report.noise, "line"),
        count(report.commands, "command"),
        count(report.packages, "package"),
        build.program.toolchain.version,
    )
}

fn problem_text(problem: &Mismatch, build: &Build, log: &str) -> String {
    let program = &build.program.name;
    match problem {
        Mismatch::Foreign { line, what: Foreign::Command(command) } => {
            format!("{log}:{line}: this is a log of {command}; write one of go build\n")
        }
        Mismatch::Foreign { line, what: Foreign::Build(with, what_to_do) } => {
            format!("{log}:{line}: a log of a build with {with}, which gostep does not model; {what_to_do}\n")
        }
        Mismatch::NoStart => format!(
            "{log}: the beginning of the log is missing, or lines were taken out of it: it has neither the line WORK=… of -x nor the names of packages between # of -n\n"
        ),
        Mismatch::SeveralLogs { logs, line } => {
            format!("{log}:{line}: a second log begins here; the file holds {logs}, but one can be compared\n")
        }
        Mismatch::NothingBuilt => format!(
            "{log}: no cold build: the log has no command, so everything was in the cache or up to date; \
             build again with an empty GOCACHE\n"
        ),
        Mismatch::Warm { cached } => format!(
            "{log}: no cold build: {} came out of the cache: {}; build again with an empty GOCACHE\n",
            count(cached.len(), "package"),
            list(cached)
        ),
        Mismatch::Failed { package, line, message } => format!(
            "{log}:{line}: the build failed in package {package}: {message}\n\
             only the log of a build that succeeds can be compared\n"
        ),
        Mismatch::OtherProgram { only_log, only_ours } => {
            let mut text = format!("{log}: the log does not have the packages of {program}\n");
            for (side, packages) in [("only in the log:", only_log), ("only in gostep:", only_ours)] {
                if !packages.is_empty() {
                    text.push_str(&format!("  {side:16} {}\n", list(packages)));
                }
            }
            text
        }
        Mismatch::CutShort { last, next, next_package, commands, packages, .. } => {
            format!(
                "{log}: the log is cut short: it agrees up to its end in package {last}, then {} of {} {} missing\n  \
             next, in package {next_package}: {}\n",
                count(*commands, "command"),
                count(*packages, "package"),
                if *commands == 1 { "is" } else { "are" },
                shorten(first_line(next)),
            ) + if next_package == "main" && next.starts_with("mkdir ") {
                "  (or the executable was there and up to date: then main is not built again; remove it before the build)\n"
            } else {
                ""
            }
        }
        Mismatch::Differs { first, more, packages } => {
            let mut text = format!("{log}:{}: {}", first.line, difference(first));
            if *more > 0 {
                let place = if packages.is_empty() { String::new() } else { format!(", in {}", list(packages)) };
                let (lines, verb) = (count(*more, "more line"), if *more == 1 { "differs" } else { "differ" });
                text.push_str(&format!("{lines} {verb}{place}\n"));
            }
            text
        }
        Mismatch::Order(order) => format!("{log}:{}", order_text(order)),
    }
}

fn difference(difference: &Difference) -> String {
    let package =
        if difference.package.is_empty() { String::new() } else { format!("package {}: ", difference.package) };
    match &difference.kind {
        DifferenceKind::Changed { ours, theirs } => {
            let (what, body) = changed(ours, theirs);
            let blanks = ours.split_whitespace().eq(theirs.split_whitespace());
            format!("{package}{what} differs{}\n{body}", if blanks { " in blanks only" } else { "" })
        }
        DifferenceKind::Missing(ours, elsewhere) => {
            let line = shorten(first_line(ours));
            let end = elsewhere.map_or(String::new(), |line| format!("  (the log has it in line {line})\n"));
            format!("{package}{} is missing before this line\n  gostep  {line}\n{end}", verb(ours))
        }
        DifferenceKind::Lacks(ours) => {
            format!("{package}{} is missing behind this line\n  gostep  {}\n", verb(ours), shorten(first_line(ours)))
        }
        DifferenceKind::Extra(theirs, elsewhere) => {
            let line = shorten(first_line(theirs));
            let end = elsewhere.map_or(String::new(), |line| format!("  (it belongs before line {line})\n"));
            format!("{package}gostep has no such {} here\n  log     {line}\n{end}", verb(theirs))
        }
        DifferenceKind::Name(theirs, conflict) => {
            format!("{package}{} {}\n", verb(theirs), name_conflict(conflict, difference.line))
        }
    }
}

fn name_conflict(conflict: &Conflict, here: usize) -> String {
    let Conflict { kind, theirs, other, line } = conflict;
    let kind = kind.describe();
    match (other, line) {
        (Some(known), 0) => format!("has the {kind} {theirs}, but it is known to be {known}"),
        (Some(known), line) if *line == here => {
            format!("has two {kind}s, {known} and {theirs}, that should be the same")
        }
        (Some(known), line) => format!("has the {kind} {theirs} where line {line} has {known}; it should be the same"),
        (None, line) => format!("has the {kind} {theirs}, which in line {line} stands for something else"),
    }
}

fn order_text(order: &OrderProblem) -> String {
    match order {
        OrderProblem::TooEarly { package, line, needs, needs_line } => {
            format!("{line}: package {package} starts before {needs}, which it needs, is done (line {needs_line})\n")
        }
        OrderProblem::TooMany { workers, line, packages } => format!(
            "{line}: {} at once, with {}: {}\n",
            count(packages.len(), "package"),
            count(*workers, "worker"),
            list(packages)
        ),
        OrderProblem::NotFirst { package, line, before, before_line, ready_line } => format!(
            "{line}: package {package} was taken before {before} (line {before_line}), which comes first in the queue \
             and was ready by line {ready_line}\n"
        ),
        OrderProblem::Directory { line, cd, missing: true } => {
            format!("{line}: `{cd}` is missing before this line: its command runs in another directory than the last\n")
        }
        OrderProblem::Directory { line, cd, missing: false } => {
            format!("{line}: `{cd}` is one too many, or the wrong one: the next command does not need it\n")
        }
    }
}

/// What the user can try.
fn hint(problem: &Mismatch, build: &Build) -> Option<String> {
    match problem {
        Mismatch::Differs { first: Difference { kind: DifferenceKind::Changed { ours, theirs }, .. }, .. } => {
            let threads = |text: &str| {
                let words = words(first_line(text)).into_iter();
                words.map(|word| word.text).find(|word| word.starts_with("-c=")).unwrap_or("no -c".to_owned())
            };
            (threads(ours) != threads(theirs)).then(|| {
                format!(
                    "{} follows from GOMAXPROCS and -p of the go command, here {} and {}; see --gomaxprocs and -p",
                    threads(theirs),
                    build.options.gomaxprocs,
                    build.options.workers
                )
            })
        }
        Mismatch::CutShort { whole_main: true, .. } => Some(
            "perhaps nothing is cut off, and an executable of an earlier build was in place; remove it, and build with \
             an empty GOCACHE"
                .to_owned(),
        ),
        Mismatch::Order(OrderProblem::TooMany { .. }) => {
            Some("-p is GOMAXPROCS unless it is given; see --gomaxprocs and -p".to_owned())
        }
        Mismatch::OtherProgram { .. } => {
            Some("name the program that the log is of, or give its `go list -json -deps` with --list".to_owned())
        }
        _ => None,
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn list(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let mut text = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        text.push_str(&format!(" and {} more", names.len() - SHOWN));
    }
    text
}
