//! What came of comparing a log with the simulation, as blocks.

use std::collections::BTreeSet;

use super::blocks::Block;
use super::look::{Line, Look, Span};
use gostep_course::words::Words;
use gostep_course::words::verify::VerifyWords;
use gostep_sim::gobuild::Build;
use gostep_sim::program::Instrument;
use gostep_sim::xlog::LogToolchain;
use gostep_sim::xlog::canonical::{Conflict, NameKind};
use gostep_sim::xlog::comparison::{Comparison, Difference, DifferenceKind, Mismatch};
use gostep_sim::xlog::excerpt::{Row, Side, Verb, changed, first_line, shorten, verb};
use gostep_sim::xlog::foreign::Foreign;
use gostep_sim::xlog::schedule::OrderProblem;
use gostep_sim::xlog::setting::Setting;
use gostep_sim::xlog::words::words as words_of;

/// The report. `log` is the name of the log.
pub fn report(report: &Comparison, build: &Build, log: &str, words: &Words) -> Vec<Block> {
    let teller = Teller::new(words);
    let mut blocks = teller.findings(report, build, log);
    let hint = report.problem.as_ref();
    let hint = hint.and_then(|problem| teller.against(report, build).or_else(|| teller.hint(problem, build)));
    blocks.extend(hint.map(|hint| said(teller.words.hint.with([&hint]))));
    blocks
}

/// The same without what can be tried on the command line.
pub fn findings(report: &Comparison, build: &Build, log: &str, words: &Words) -> Vec<Block> {
    Teller::new(words).findings(report, build, log)
}

/// Tells in one language.
struct Teller<'a> {
    words: &'a VerifyWords,
    comma: &'static str,
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

impl<'a> Teller<'a> {
    fn new(words: &'a Words) -> Self {
        Self { words: &words.verify, comma: words.small.comma }
    }

    fn findings(&self, report: &Comparison, build: &Build, log: &str) -> Vec<Block> {
        let words = self.words;
        let mut blocks = match &report.problem {
            None => vec![said(self.agreement(report, build, log))],
            Some(problem) => self.problem_blocks(problem, build, log),
        };
        if !report.warnings.is_empty() {
            let packages = report.warnings.iter();
            let packages: Vec<String> =
                packages.map(|warning| words.warning_at.with([&warning.package, &warning.line])).collect();
            blocks.push(said(words.not_compared.with([&self.list(&packages)])));
        }
        if !report.taken.is_empty() {
            blocks.push(said(words.taken.with([&self.spelled(&report.taken)])));
        }
        blocks
    }

    /// Settings as they are given to the go command.
    fn spelled(&self, settings: &[Setting]) -> String {
        settings.iter().map(Setting::spelled).collect::<Vec<_>>().join(self.comma)
    }

    /// What follows if the user gave flags that the log was not made with.
    fn against(&self, report: &Comparison, build: &Build) -> Option<String> {
        let differs = matches!(
            report.problem,
            Some(
                Mismatch::Differs { .. }
                    | Mismatch::OtherProgram { .. }
                    | Mismatch::CutShort { .. }
                    | Mismatch::Order(_)
            )
        );
        if !differs {
            return None;
        }
        if !report.against.is_empty() {
            return Some(self.words.against.with([&self.spelled(&report.against)]));
        }
        report.taken.iter().find_map(|setting| match setting {
            Setting::Release(release) if !build.program.toolchain.is_assumed => {
                Some(self.words.other_release.with([release]))
            }
            _ => None,
        })
    }

    fn agreement(&self, report: &Comparison, build: &Build, log: &str) -> String {
        let (words, options) = (self.words, &build.options);
        let thrown_away = if options.output.as_deref() == Some("/dev/null") { " -o /dev/null" } else { "" };
        let command = format!("go {}{thrown_away}", options.command.name());
        let how = match (options.dry_run, options.workers) {
            (true, _) => format!("{command} -n"),
            (false, 1) => format!("{command} -x -p 1"),
            (false, workers) => words.any_order.with([&format!("{command} -x -p {workers}")]),
        };
        let warnings: usize = report.warnings.iter().map(|warning| warning.lines).sum();
        let noise = if report.noise == 0 { String::new() } else { words.noise.of(report.noise) };
        words.equal.with([
            &log,
            &words.lines.of(report.lines - report.noise - warnings),
            &words.commands.of(report.commands),
            &words.packages.of(report.packages),
            &how,
            &build.program.toolchain.version,
            &noise,
        ])
    }

    fn problem_blocks(&self, problem: &Mismatch, build: &Build, log: &str) -> Vec<Block> {
        let (words, program) = (self.words, &build.program.name);
        match problem {
            Mismatch::Foreign { line, what: Foreign::Command(command) } => {
                vec![said(words.foreign.with([&log, line, command]))]
            }
            Mismatch::Foreign { line, what: Foreign::Build(with, what_to_do) } => {
                vec![said(words.foreign_build.with([&log, line, with, what_to_do]))]
            }
            Mismatch::NoStart => vec![said(words.no_start.with([&log]))],
            Mismatch::SeveralLogs { logs, line } => vec![said(words.several_logs.with([&log, line, logs]))],
            Mismatch::NothingBuilt { said: Some((line, why)) } => {
                vec![said(words.nothing_built.with([&log, line, why]))]
            }
            Mismatch::NothingBuilt { said: None } => vec![said(words.all_cached.with([&log]))],
            Mismatch::SeveralPrograms { programs, expected, line } => {
                let (programs, expected) = (words.programs.of(*programs), words.expected.of(*expected));
                vec![said(words.several_programs.with([&log, line, &programs, &expected]))]
            }
            Mismatch::Warm { cached } => {
                vec![said(words.warm.with([&log, &words.packages.of(cached.len()), &self.list(cached)]))]
            }
            Mismatch::Failed { package, line, message } => {
                vec![said(words.failed.with([&log, line, package, message])), said(words.only_good)]
            }
            Mismatch::OtherToolchain(LogToolchain { release, goos, goarch }) => {
                let known = &build.program.toolchain;
                let (theirs, ours) = (format!("{goos}/{goarch}"), format!("{}/{}", known.goos, known.goarch));
                vec![said(words.other_toolchain.with([&log, release, &theirs, program, &known.version, &ours]))]
            }
            Mismatch::OtherInstruments { log: theirs, program: ours } => {
                let (theirs, ours) = (self.instrumented(theirs), self.instrumented(ours));
                vec![said(words.other_instruments.with([&log, &theirs, program, &ours]))]
            }
            Mismatch::OtherExperiments { log: theirs, program: ours } => {
                let (theirs, ours) = (format!("{theirs:?}"), format!("{ours:?}"));
                vec![said(words.other_experiments.with([&log, &theirs, program, &ours]))]
            }
            Mismatch::Refused { settings, problem } => {
                vec![said(words.refused.with([&log, &self.spelled(settings)])), said(problem.as_str())]
            }
            Mismatch::OtherProgram { only_log, only_ours } => {
                let mut blocks = vec![said(words.other_program.with([&log, program]))];
                let sides = [(words.only_log, only_log), (words.only_ours, only_ours)];
                let sides = sides.into_iter().filter(|(_, packages)| !packages.is_empty());
                blocks.extend(sides.map(|(side, packages)| below(side, &self.list(packages))));
                blocks
            }
            Mismatch::CutShort { last, next, next_package, commands, packages, .. } => {
                let sentence = if *commands == 1 { words.cut_short_one } else { words.cut_short };
                let (commands, packages) = (words.commands.of(*commands), words.packages.of(*packages));
                let mut blocks = vec![
                    said(sentence.with([&log, last, &commands, &packages])),
                    below(&words.next.with([next_package]), &shorten(first_line(next))),
                ];
                if next_package == "main" && next.starts_with("mkdir ") {
                    blocks.push(remark(words.was_up_to_date));
                }
                blocks
            }
            Mismatch::Differs { first, more, packages } => {
                let mut blocks = self.difference(first, &format!("{log}:{}: ", first.line));
                if *more > 0 {
                    let place =
                        if packages.is_empty() { String::new() } else { words.more_in.with([&self.list(packages)]) };
                    blocks.push(said(format!("{}{place}", words.more_lines.of(*more))));
                }
                blocks
            }
            Mismatch::Order(order) => vec![said(format!("{log}:{}", self.order_text(order)))],
        }
    }

    /// The first difference, behind the place where it is.
    fn difference(&self, difference: &Difference, place: &str) -> Vec<Block> {
        let words = self.words;
        let package =
            if difference.package.is_empty() { String::new() } else { words.in_package.with([&difference.package]) };
        let head = |what: String| said(format!("{place}{package}{what}"));
        let ours_or_theirs = |side, text| self.line_of(side, vec![Span::plain(shorten(first_line(text)))]);
        match &difference.kind {
            DifferenceKind::Changed { ours, theirs } => {
                let changed = changed(ours, theirs);
                let blanks = ours.split_whitespace().eq(theirs.split_whitespace());
                let sentence = if blanks { words.blanks } else { words.differs };
                let mut blocks = vec![head(sentence.with([&self.verb(changed.what)]))];
                blocks.extend(changed.rows.iter().map(|row| self.row(row)));
                if changed.more > 0 {
                    blocks.push(remark(&words.rest.with([&changed.more])));
                }
                blocks
            }
            DifferenceKind::Missing(ours, elsewhere) => {
                let head = head(words.missing.with([&self.verb(verb(ours))]));
                let end = elsewhere.map(|line| remark(&words.elsewhere.with([&line])));
                [head, ours_or_theirs(Side::Ours, ours)].into_iter().chain(end).collect()
            }
            DifferenceKind::Lacks(ours) => {
                let head = head(words.lacks.with([&self.verb(verb(ours))]));
                vec![head, ours_or_theirs(Side::Ours, ours)]
            }
            DifferenceKind::Extra(theirs, elsewhere) => {
                let head = head(words.extra.with([&self.verb(verb(theirs))]));
                let end = elsewhere.map(|line| remark(&words.belongs.with([&line])));
                [head, ours_or_theirs(Side::Log, theirs)].into_iter().chain(end).collect()
            }
            DifferenceKind::Name(theirs, conflict) => {
                let conflict = self.name_conflict(conflict, difference.line);
                vec![head(words.name.with([&self.verb(verb(theirs)), &conflict]))]
            }
        }
    }

    /// What a command does, in one or two words.
    fn verb(&self, verb: Verb) -> String {
        match verb {
            Verb::PackageName => self.words.package_name.to_owned(),
            Verb::Line => self.words.line.to_owned(),
            Verb::Writes(file) => self.words.writing.with([&file.as_deref().unwrap_or(self.words.a_file)]),
            Verb::Tool(tool) => self.words.tool.with([&tool]),
        }
    }

    /// A line of gostep or of the log.
    fn line_of(&self, side: Side, text: Line) -> Block {
        let side = match side {
            Side::Ours => self.words.side_ours,
            Side::Log => self.words.side_log,
        };
        Block::Cut { lead: Span::new(side, Look::Dim), text }
    }

    fn row(&self, row: &Row) -> Block {
        let look = |differs| if differs { Look::Mark } else { Look::Plain };
        let pieces = row.pieces.iter();
        self.line_of(row.side, pieces.map(|piece| Span::new(piece.text.as_str(), look(piece.differs))).collect())
    }

    fn name_conflict(&self, conflict: &Conflict, here: usize) -> String {
        let Conflict { kind, theirs, other, line } = conflict;
        let words = self.words;
        let [kind, kinds] = match kind {
            NameKind::BuildId => words.build_id,
            NameKind::CacheFile => words.cache_file,
            NameKind::ModuleSum => words.module_sum,
        };
        match (other, line) {
            (Some(known), 0) => words.known.with([&kind, theirs, known]),
            (Some(known), line) if *line == here => words.twins.with([&kinds, known, theirs]),
            (Some(known), line) => words.other_line.with([&kind, theirs, line, known]),
            (None, line) => words.stands_for.with([&kind, theirs, line]),
        }
    }

    fn order_text(&self, order: &OrderProblem) -> String {
        let words = self.words;
        match order {
            OrderProblem::TooEarly { package, line, needs, needs_line } => {
                words.too_early.with([line, package, needs, needs_line])
            }
            OrderProblem::TooMany { workers, line, packages } => {
                let (count, workers) = (words.packages.of(packages.len()), words.workers.of(*workers));
                words.too_many.with([line, &count, &workers, &self.list(packages)])
            }
            OrderProblem::NotFirst { package, line, before, before_line, ready_line } => {
                words.not_first.with([line, package, before, before_line, ready_line])
            }
            OrderProblem::Directory { line, cd, missing: true } => words.cd_missing.with([line, cd]),
            OrderProblem::Directory { line, cd, missing: false } => words.cd_extra.with([line, cd]),
        }
    }

    /// What the user can try.
    fn hint(&self, problem: &Mismatch, build: &Build) -> Option<String> {
        let words = self.words;
        if !build.program.roots_in_order && matches!(problem, Mismatch::Differs { .. } | Mismatch::Order(_)) {
            return Some(words.name_roots.to_owned());
        }
        Some(match problem {
            Mismatch::Differs { first: Difference { kind: DifferenceKind::Changed { ours, theirs }, .. }, .. } => {
                let threads = |text: &str| {
                    let found = words_of(first_line(text)).into_iter();
                    found
                        .map(|word| word.text)
                        .find(|word| word.starts_with("-c="))
                        .unwrap_or(words.no_threads.to_owned())
                };
                let (ours, theirs) = (threads(ours), threads(theirs));
                if ours == theirs {
                    return None;
                }
                words.threads.with([&theirs, &build.options.gomaxprocs, &build.options.workers])
            }
            Mismatch::CutShort { whole_main: true, .. } => words.was_in_place.to_owned(),
            Mismatch::Order(OrderProblem::TooMany { .. }) => words.see_p.to_owned(),
            Mismatch::OtherToolchain(LogToolchain { release, goos, goarch }) => {
                words.describe_toolchain.with([release, goos, goarch])
            }
            Mismatch::OtherInstruments { log, .. } => {
                let flags = log.iter().map(|instrument| instrument.flag());
                words.describe_instruments.with([&["go list"].into_iter().chain(flags).collect::<Vec<_>>().join(" ")])
            }
            Mismatch::OtherExperiments { log, .. } => words.describe_experiments.with([log]),
            Mismatch::OtherProgram { .. } => words.name_program.to_owned(),
            _ => return None,
        })
    }

    /// `with -race`, or `without -race, -msan and -asan`.
    fn instrumented(&self, instruments: &BTreeSet<Instrument>) -> String {
        if instruments.is_empty() {
            return self.words.without_any.to_owned();
        }
        let flags: Vec<&str> = instruments.iter().map(|instrument| instrument.flag()).collect();
        self.words.with_these.with([&flags.join(self.words.and)])
    }

    fn list(&self, names: &[String]) -> String {
        const SHOWN: usize = 8;
        let mut text = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(self.comma);
        if names.len() > SHOWN {
            text.push_str(&self.words.and_more.with([&(names.len() - SHOWN)]));
        }
        text
    }
}
