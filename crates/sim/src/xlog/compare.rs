//! Compares a real log with the simulation.

use std::collections::{BTreeMap, HashMap};

use super::align::{Edit, Pair, align};
use super::canonical::Shape;
use super::comparison::{Comparison, Difference, DifferenceKind, Mismatch};
use super::diagnose;
use super::expected::Expected;
use super::owner::{Owners, c_object_in};
use super::parse::{Item, Kind, Log};
use super::schedule;
use super::warnings;

/// Compares a log with a simulated build. With one worker the order is compared line by line, with several it is
/// checked as a schedule.
pub fn compare(log: &Log, expected: &Expected<'_>) -> Comparison {
    let (all, warnings) = warnings::without(&log.items, expected);
    let (items, noise) = without_noise(&all, expected);
    let mut report = Comparison {
        lines: log.lines(),
        commands: items.iter().filter(|item| item.kind.is_command()).count(),
        packages: expected.packages(),
        noise,
        warnings,
        taken: Vec::new(),
        against: Vec::new(),
        problem: diagnose::unfit(&all, expected),
    };
    if report.problem.is_some() {
        return report;
    }
    let items = without_torn_end(items, log.open_end, expected);
    let owners = Owners::of(items, expected);
    let parallel = expected.build.options.workers > 1 && !expected.build.options.dry_run;
    let mut findings = Findings { items, expected, owners: &owners, differences: Vec::new(), cut: Vec::new() };
    let pairs = if parallel { findings.compare_by_objdir() } else { findings.compare_in_order() };
    findings.compare_names(&pairs);
    let ended = findings.settle_end(&pairs);
    report.problem = diagnose::packages(items, expected, ended)
        .or_else(|| findings.into_problem())
        .or_else(|| if parallel { schedule::check(items, expected, &pairs).map(Mismatch::Order) } else { None });
    report
}

/// Leaves out the last command if the log was cut off in the middle of it.
fn without_torn_end<'a>(items: &'a [Item], open_end: bool, expected: &Expected<'_>) -> &'a [Item] {
    let Some((last, others)) = items.split_last() else { return items };
    let text = last.kind.text();
    let whole = !last.kind.is_open()
        && (!open_end || expected.items.iter().any(|item| expected.same_shape(&item.kind.text(), &text)));
    if whole { items } else { others }
}

/// Leaves out what other programs, such as a shell's prompt, printed before and after the log, and counts it. The
/// messages at the end of a failed build belong to the log.
fn without_noise<'a>(items: &'a [Item], expected: &Expected<'_>) -> (&'a [Item], usize) {
    let fails = expected.build.exit_code() != 0;
    let is_said = |kind: &Kind| fails && expected.items.iter().any(|item| item.kind == *kind);
    let is_log = |item: &Item| !matches!(item.kind, Kind::Other(_)) || is_said(&item.kind);
    let start = items.iter().position(is_log).unwrap_or(items.len());
    let end = items.iter().rposition(is_log).map_or(start, |last| last + 1);
    (&items[start..end], start + items.len() - end)
}

/// Whose lines follow each other: number of the object directory, and of the C object, if it has an action of its own.
type Sequence = (Option<u32>, Option<u32>);

struct Findings<'a> {
    items: &'a [Item],
    expected: &'a Expected<'a>,
    owners: &'a Owners,
    differences: Vec<Difference>,
    /// Simulated items that would come after the end of a log that was cut off.
    cut: Vec<usize>,
}

impl Findings<'_> {
    fn compare_in_order(&mut self) -> Vec<Pair> {
        let ours: Vec<usize> = (0..self.expected.items.len()).collect();
        let theirs: Vec<usize> = (0..self.items.len()).collect();
        self.compare_sequence(&ours, &theirs)
    }

    /// Compares log and simulation for one object directory after the other, since each has its own sequence of
    /// commands. `cd` lines belong to no object directory and are left out.
    fn compare_by_objdir(&mut self) -> Vec<Pair> {
        let is_cd = |kind: &Kind| matches!(kind, Kind::ChangeDir(_));
        // Since go1.26 the compiles of C files are actions of their own, which have any order.
        let own_actions = self.expected.build.rules().compiles_c_in_own_actions();
        let object = |kind: &Kind| match kind {
            Kind::Command(line) if own_actions => c_object_in(line),
            _ => None,
        };
        let mut by_objdir: BTreeMap<Sequence, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, item) in self.expected.items.iter().enumerate().filter(|(_, item)| !is_cd(&item.kind)) {
            by_objdir.entry((self.expected.objdir_of(at), object(&item.kind))).or_default().0.push(at);
        }
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| !is_cd(&item.kind)) {
            by_objdir.entry((self.owners.objdir(at), object(&item.kind))).or_default().1.push(at);
        }
        let mut pairs = Vec::new();
        for (ours, theirs) in by_objdir.values() {
            pairs.extend(self.compare_sequence(ours, theirs));
        }
        self.differences.sort_by_key(|difference| difference.line);
        pairs.sort_by_key(|pair| pair.1);
        pairs
    }

    fn compare_sequence(&mut self, ours: &[usize], theirs: &[usize]) -> Vec<Pair> {
        let shape = |kind: &Kind| Shape::of(&self.expected.normal(&kind.text())).text;
        let our_shapes: Vec<_> = ours.iter().map(|&at| shape(&self.expected.items[at].kind)).collect();
        let their_shapes: Vec<_> = theirs.iter().map(|&at| shape(&self.items[at].kind)).collect();
        let mut edits = align(&our_shapes, &their_shapes);
        let whole = edits.iter().rposition(|edit| !matches!(edit, Edit::Missing(..))).map_or(0, |last| last + 1);
        self.cut.extend(edits[whole..].iter().filter_map(|edit| match edit {
            Edit::Missing(our, _) => Some(ours[*our]),
            _ => None,
        }));
        edits.truncate(whole);
        let (items, end) = (self.items, self.end_line());
        let line_of = |their: usize| theirs.get(their).map_or(end, |&at| items[at].line);
        let missing_at: HashMap<&str, usize> = edits
            .iter()
            .filter_map(|edit| if let Edit::Missing(our, next) = *edit { Some((our, next)) } else { None })
            .map(|(our, next)| (our_shapes[our].as_str(), line_of(next)))
            .collect();
        let mut extra_at: HashMap<&str, usize> = HashMap::new();
        for edit in &edits {
            if let Edit::Extra(their) = *edit {
                extra_at.insert(&their_shapes[their], line_of(their));
            }
        }
        let mut pairs = Vec::new();
        for edit in edits {
            let (line, package, kind) = match edit {
                Edit::Same(our, their) => {
                    pairs.push((ours[our], theirs[their]));
                    continue;
                }
                Edit::Changed(our, their) => {
                    let kind = DifferenceKind::Changed {
                        ours: self.expected.items[ours[our]].kind.text(),
                        theirs: self.items[theirs[their]].kind.text(),
                    };
                    (self.items[theirs[their]].line, self.package_of_ours(ours[our]), kind)
                }
                Edit::Missing(our, next) => {
                    let text = self.expected.items[ours[our]].kind.text();
                    let elsewhere = extra_at.get(our_shapes[our].as_str()).copied();
                    (line_of(next), self.package_of_ours(ours[our]), DifferenceKind::Missing(text, elsewhere))
                }
                Edit::Extra(their) => {
                    let item = &self.items[theirs[their]];
                    let elsewhere = missing_at.get(their_shapes[their].as_str()).copied();
                    (
                        item.line,
                        self.package_of_theirs(theirs[their]),
                        DifferenceKind::Extra(item.kind.text(), elsewhere),
                    )
                }
            };
            self.differences.push(Difference { line, package, kind });
        }
        pairs
    }

    fn compare_names(&mut self, pairs: &[Pair]) {
        let mut names = self.expected.known_names();
        let mut found = Vec::new();
        for &(our, their) in pairs {
            let (ours, theirs) = (self.expected.items[our].kind.text(), self.items[their].kind.text());
            let line = self.items[their].line;
            if let Err(conflict) = names.pair(&Shape::of(&ours), &Shape::of(&theirs), line) {
                let package = self.package_of_ours(our);
                found.push(Difference { line, package, kind: DifferenceKind::Name(theirs, conflict) });
            }
        }
        self.differences.extend(found);
        self.differences.sort_by_key(|difference| difference.line);
    }

    fn end_line(&self) -> usize {
        self.items.last().map_or(1, |item| item.line)
    }

    fn package_of_ours(&self, item: usize) -> String {
        self.expected.package_of(item).map_or(String::new(), |package| self.expected.name(package).to_owned())
    }

    fn package_of_theirs(&self, item: usize) -> String {
        let objdir = self.owners.objdir(item).or_else(|| self.owners.objdir_near(item));
        let package = objdir.and_then(|objdir| self.expected.build.plan.package_of_objdir(objdir));
        package.map_or(String::new(), |package| self.expected.name(package).to_owned())
    }

    /// Finds out whether the log has the last line of the build. If so, nothing was cut off, and what is missing at the
    /// end of a package is an ordinary difference.
    fn settle_end(&mut self, pairs: &[Pair]) -> bool {
        self.cut.sort_unstable();
        let last = self.expected.items.len().saturating_sub(1);
        let ended = !self.cut.contains(&last);
        if ended {
            for our in std::mem::take(&mut self.cut) {
                let objdir = self.expected.objdir_of(our);
                let mut before =
                    pairs.iter().filter(|(_, their)| objdir.is_some() && self.owners.objdir(*their) == objdir);
                let line = before.next_back().map_or(self.end_line(), |(_, their)| self.items[*their].line);
                let kind = DifferenceKind::Lacks(self.expected.items[our].kind.text());
                self.differences.push(Difference { line, package: self.package_of_ours(our), kind });
            }
            self.differences.sort_by_key(|difference| difference.line);
        }
        ended
    }

    fn into_problem(self) -> Option<Mismatch> {
        if let Some(first) = self.differences.first().cloned() {
            let mut packages: Vec<String> = Vec::new();
            for difference in &self.differences[1..] {
                if !difference.package.is_empty() && !packages.contains(&difference.package) {
                    packages.push(difference.package.clone());
                }
            }
            return Some(Mismatch::Differs { first, more: self.differences.len() - 1 + self.cut.len(), packages });
        }
        let commands = self.cut.iter().filter(|&&at| self.expected.items[at].kind.is_command()).count();
        let &next = self.cut.iter().find(|&&at| self.expected.items[at].kind.is_command())?;
        let mut packages: Vec<_> = self.cut.iter().filter_map(|&at| self.expected.package_of(at)).collect();
        packages.sort_unstable();
        packages.dedup();
        let root = self.expected.build.plan.action(self.expected.build.plan.root);
        Some(Mismatch::CutShort {
            last: self.items.len().checked_sub(1).map_or(String::new(), |last| self.package_of_theirs(last)),
            next: self.expected.items[next].kind.text(),
            next_package: self.package_of_ours(next),
            commands,
            packages: packages.len(),
            whole_main: packages == [self.expected.build.program.root()]
                && self.expected.items[next].kind.text() == format!("mkdir -p $WORK/b{:03}/\n", root.objdir),
        })
    }
}
