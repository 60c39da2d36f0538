//! What came of comparing a log with the simulation, as blocks.

use std::collections::BTreeSet;

use super::blocks::Block;
use super::look::{Line, Look, Span};
use gostep_sim::gobuild::Build;
use gostep_sim::program::Instrument;
use gostep_sim::xlog::LogToolchain;
use gostep_sim::xlog::canonical::Conflict;
use gostep_sim::xlog::comparison::{Comparison, Difference, DifferenceKind, Mismatch};
use gostep_sim::xlog::excerpt::{Row, Side, changed, first_line, shorten, verb};
use gostep_sim::xlog::foreign::Foreign;
use gostep_sim::xlog::schedule::OrderProblem;
use gostep_sim::xlog::setting::Setting;
use gostep_sim::xlog::words::words;

/// The report. `log` is the name of the log.
pub fn report(report: &Comparison, build: &Build, log: &str) -> Vec<Block> {
    let mut blocks = findings(report, build, log);
    let hint = report.problem.as_ref().and_then(|problem| against(report, build).or_else(|| hint(problem, build)));
    blocks.extend(hint.map(|hint| said(format!("hint: {hint}"))));
    blocks
}

/// The same without what can be tried on the command line.
pub fn findings(report: &Comparison, build: &Build, log: &str) -> Vec<Block> {
    let mut blocks = match &report.problem {
        None => vec![said(agreement(report, build, log))],
        Some(problem) => problem_blocks(problem, build, log),
    };
    if !report.warnings.is_empty() {
        let packages = report.warnings.iter().map(|warning| format!("{} (line {})", warning.package, warning.line));
        let packages: Vec<String> = packages.collect();
        blocks.push(said(format!("not compared: warnings about {}", list(&packages))));
    }
    if !report.taken.is_empty() {
        blocks.push(said(format!("taken from the log: {}", spelled(&report.taken))));
    }
    blocks
}

/// Settings as they are given to the go command.
fn spelled(settings: &[Setting]) -> String {
    settings.iter().map(Setting::spelled).collect::<Vec<_>>().join(", ")
}

/// What follows if the user gave flags that the log was not made with.
fn against(report: &Comparison, build: &Build) -> Option<String> {
    let differs = matches!(
        report.problem,
        Some(Mismatch::Differs { .. } | Mismatch::OtherProgram { .. } | Mismatch::CutShort { .. } | Mismatch::Order(_))
    );
    if !differs {
        return None;
    }
    if !report.against.is_empty() {
        let shown = spelled(&report.against);
        return Some(format!("the log is of a build with {shown}; leave out what was given otherwise"));
    }
    report.taken.iter().find_map(|setting| match setting {
        Setting::Release(release) if !build.program.toolchain.is_assumed => Some(format!(
            "the log is of {release}, the program is described by another release; describe it with that one"
        )),
        _ => None,
    })
}

/// A sentence.
fn said(text: impl Into<String>) -> Block {
    Block::text(vec![Span::plain(text)])
}

/// A line of a log, or a remark to it, below a sentence.
fn below(lead: &str, text: &str) -> Block {
    Block::Cut { lead: Span::new(lead, Look::Dim), text: vec![Span::plain(text)] }
}

/// A remark to the line above.
fn remark(text: &str) -> Block {
    below("  ", text)
}

fn agreement(report: &Comparison, build: &Build, log: &str) -> String {
    let options = &build.options;
    let how = match (options.dry_run, options.workers) {
        (true, _) => "go build -n".to_owned(),
        (false, 1) => "go build -x -p 1".to_owned(),
        (false, workers) => format!("go build -x -p {workers}, in an order that the plan allows"),
    };
    let warnings: usize = report.warnings.iter().map(|warning| warning.lines).sum();
    let thrown_away = if options.output.as_deref() == Some("/dev/null") { " -o /dev/null" } else { "" };
    let command = build.options.command.name();
    let how = how.replacen("go build", &format!("go {command}{thrown_away}"), 1);
    let noise = match report.noise {
        0 => String::new(),
        lines => format!("; {} around the log passed over", count(lines, "line")),
    };
    format!(
        "{log}: equal: {}, {}, {} ({how}, {}){noise}",
        count(report.lines - report.noise - warnings, "line"),
        count(report.commands, "command"),
        count(report.packages, "package"),
        build.program.toolchain.version,
    )
}

fn problem_blocks(problem: &Mismatch, build: &Build, log: &str) -> Vec<Block> {
    let program = &build.program.name;
    match problem {
        Mismatch::Foreign { line, what: Foreign::Command(command) } => {
            vec![said(format!("{log}:{line}: this is a log of {command}; write one of go build"))]
        }
        Mismatch::Foreign { line, what: Foreign::Build(with, what_to_do) } => {
            let what = format!("a log of a build with {with}, which gostep does not model; {what_to_do}");
            vec![said(format!("{log}:{line}: {what}"))]
        }
        Mismatch::NoStart => vec![said(format!(
            "{log}: the beginning of the log is missing, or lines were taken out of it: it has neither the line WORK=… of -x nor the names of packages between # of -n"
        ))],
        Mismatch::SeveralLogs { logs, line } => vec![said(format!(
            "{log}:{line}: a second log begins here; the file holds {logs}, but one can be compared"
        ))],
        Mismatch::NothingBuilt { said: Some((line, why)) } => {
            vec![said(format!("{log}:{line}: nothing was built; the log says: {why}"))]
        }
        Mismatch::SeveralPrograms { programs, expected, line } => vec![said(format!(
            "{log}:{line}: the log links {}, and here {} to link; take a list of the packages that were built, such as `go list -json -deps ./...`",
            count(*programs, "program"),
            if *expected == 1 { "there is one".to_owned() } else { format!("there are {expected}") }
        ))],
        Mismatch::NothingBuilt { said: None } => vec![said(format!(
            "{log}: no cold build: the log has no command, so everything was in the cache or up to date; \
             build again with an empty GOCACHE"
        ))],
        Mismatch::Warm { cached } => vec![said(format!(
            "{log}: no cold build: {} came out of the cache: {}; build again with an empty GOCACHE",
            count(cached.len(), "package"),
            list(cached)
        ))],
        Mismatch::Failed { package, line, message } => vec![
            said(format!("{log}:{line}: the build failed in package {package}: {message}")),
            said("only the log of a build that succeeds can be compared"),
        ],
        Mismatch::OtherToolchain(LogToolchain { release, goos, goarch }) => {
            let known = &build.program.toolchain;
            vec![said(format!(
                "{log}: the log is of {release} for {goos}/{goarch}, but {program} is described by {} for {}/{}",
                known.version, known.goos, known.goarch
            ))]
        }
        Mismatch::OtherInstruments { log: theirs, program: ours } => vec![said(format!(
            "{log}: the log is of a build {}, but {program} was listed {}",
            instrumented(theirs),
            instrumented(ours)
        ))],
        Mismatch::OtherExperiments { log: theirs, program: ours } => vec![said(format!(
            "{log}: the log is of a build with GOEXPERIMENT={theirs:?}, but {program} was listed with {ours:?}"
        ))],
        Mismatch::Refused { settings, problem } => vec![
            said(format!("{log}: the log is of a build with {}, which cannot be compared", spelled(settings))),
            said(problem.as_str()),
        ],
        Mismatch::OtherProgram { only_log, only_ours } => {
            let mut blocks = vec![said(format!("{log}: the log does not have the packages of {program}"))];
            let sides = [("only in the log:", only_log), ("only in gostep:", only_ours)];
            let sides = sides.into_iter().filter(|(_, packages)| !packages.is_empty());
            blocks.extend(sides.map(|(side, packages)| below(&format!("  {side:16} "), &list(packages))));
            blocks
        }
        Mismatch::CutShort { last, next, next_package, commands, packages, .. } => {
            let mut blocks = vec![
                said(format!(
                    "{log}: the log is cut short: it agrees up to its end in package {last}, then {} of {} {} missing",
                    count(*commands, "command"),
                    count(*packages, "package"),
                    if *commands == 1 { "is" } else { "are" },
                )),
                below(&format!("  next, in package {next_package}: "), &shorten(first_line(next))),
            ];
            if next_package == "main" && next.starts_with("mkdir ") {
                blocks.push(remark(
                    "(or the executable was there and up to date: then main is not built again; remove it before the build)",
                ));
            }
            blocks
        }
        Mismatch::Differs { first, more, packages } => {
            let mut blocks = difference(first, &format!("{log}:{}: ", first.line));
            if *more > 0 {
                let place = if packages.is_empty() { String::new() } else { format!(", in {}", list(packages)) };
                let (lines, verb) = (count(*more, "more line"), if *more == 1 { "differs" } else { "differ" });
                blocks.push(said(format!("{lines} {verb}{place}")));
            }
            blocks
        }
        Mismatch::Order(order) => vec![said(format!("{log}:{}", order_text(order)))],
    }
}

/// The first difference, behind the place where it is.
fn difference(difference: &Difference, place: &str) -> Vec<Block> {
    let package =
        if difference.package.is_empty() { String::new() } else { format!("package {}: ", difference.package) };
    let head = |what: String| said(format!("{place}{package}{what}"));
    let ours_or_theirs = |side, text| line_of(side, vec![Span::plain(shorten(first_line(text)))]);
    match &difference.kind {
        DifferenceKind::Changed { ours, theirs } => {
            let changed = changed(ours, theirs);
            let blanks = ours.split_whitespace().eq(theirs.split_whitespace());
            let mut blocks =
                vec![head(format!("{} differs{}", changed.what, if blanks { " in blanks only" } else { "" }))];
            blocks.extend(changed.rows.iter().map(row));
            if changed.more > 0 {
                blocks.push(remark(&format!("… and {} more lines of it", changed.more)));
            }
            blocks
        }
        DifferenceKind::Missing(ours, elsewhere) => {
            let head = head(format!("{} is missing before this line", verb(ours)));
            let end = elsewhere.map(|line| remark(&format!("(the log has it in line {line})")));
            [head, ours_or_theirs(Side::Ours, ours)].into_iter().chain(end).collect()
        }
        DifferenceKind::Lacks(ours) => {
            let head = head(format!("{} is missing behind this line", verb(ours)));
            vec![head, ours_or_theirs(Side::Ours, ours)]
        }
        DifferenceKind::Extra(theirs, elsewhere) => {
            let head = head(format!("gostep has no such {} here", verb(theirs)));
            let end = elsewhere.map(|line| remark(&format!("(it belongs before line {line})")));
            [head, ours_or_theirs(Side::Log, theirs)].into_iter().chain(end).collect()
        }
        DifferenceKind::Name(theirs, conflict) => {
            vec![head(format!("{} {}", verb(theirs), name_conflict(conflict, difference.line)))]
        }
    }
}

/// A line of gostep or of the log.
fn line_of(side: Side, text: Line) -> Block {
    let side = match side {
        Side::Ours => "gostep",
        Side::Log => "log",
    };
    Block::Cut { lead: Span::new(format!("  {side:6}  "), Look::Dim), text }
}

fn row(row: &Row) -> Block {
    let look = |differs| if differs { Look::Mark } else { Look::Plain };
    line_of(row.side, row.pieces.iter().map(|piece| Span::new(piece.text.as_str(), look(piece.differs))).collect())
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
            format!("{line}: package {package} starts before {needs}, which it needs, is done (line {needs_line})")
        }
        OrderProblem::TooMany { workers, line, packages } => format!(
            "{line}: {} at once, with {}: {}",
            count(packages.len(), "package"),
            count(*workers, "worker"),
            list(packages)
        ),
        OrderProblem::NotFirst { package, line, before, before_line, ready_line } => format!(
            "{line}: package {package} was taken before {before} (line {before_line}), which comes first in the queue \
             and was ready by line {ready_line}"
        ),
        OrderProblem::Directory { line, cd, missing: true } => {
            format!("{line}: `{cd}` is missing before this line: its command runs in another directory than the last")
        }
        OrderProblem::Directory { line, cd, missing: false } => {
            format!("{line}: `{cd}` is one too many, or the wrong one: the next command does not need it")
        }
    }
}

/// What the user can try.
fn hint(problem: &Mismatch, build: &Build) -> Option<String> {
    if !build.program.roots_in_order && matches!(problem, Mismatch::Differs { .. } | Mismatch::Order(_)) {
        let hint = "the list does not tell in which order its packages were named, so its own order is assumed; import it \
                    with the names, in their order: `gostep import --list FILE --env FILE -o FILE NAME NAME …`";
        return Some(hint.to_owned());
    }
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
        Mismatch::OtherToolchain(LogToolchain { release, goos, goarch }) => Some(format!(
            "describe the program with {release} and GOOS={goos} GOARCH={goarch}: `go list -json -deps` for --list, `go env -json` for --env"
        )),
        Mismatch::OtherInstruments { log, .. } => Some(format!(
            "describe the program as it is built in the log: `{} -json -deps` for --list",
            ["go list"].into_iter().chain(log.iter().map(|instrument| instrument.flag())).collect::<Vec<_>>().join(" ")
        )),
        Mismatch::OtherExperiments { log, .. } => Some(format!(
            "describe the program with GOEXPERIMENT={log}: `go list -json -deps` for --list, `go env -json` for --env"
        )),
        Mismatch::OtherProgram { .. } => {
            Some("name the program that the log is of, or give its `go list -json -deps` with --list".to_owned())
        }
        _ => None,
    }
}

/// `with -race`, or `without -race, -msan and -asan`.
fn instrumented(instruments: &BTreeSet<Instrument>) -> String {
    if instruments.is_empty() {
        return "without -race, -msan and -asan".to_owned();
    }
    let flags: Vec<&str> = instruments.iter().map(|instrument| instrument.flag()).collect();
    format!("with {}", flags.join(" and "))
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
