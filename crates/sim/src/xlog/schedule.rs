//! Checks whether the plan allows the order of lines in a log of several workers.
//!
//! A log does not show everything: a worker may print the first line of an action long after it took the action, and an
//! action may finish some time after its last line. The checks only use what is certain in spite of that, so they
//! accept every real log.

use super::align::Pair;
use super::expected::Expected;
use super::parse::{Item, Kind};
use crate::gobuild::{ActionId, Plan};

/// Why no run of the plan prints the lines in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderProblem {
    /// An action starts before another one that it needs is finished.
    TooEarly {
        /// Package of the action.
        package: String,
        /// Its first line.
        line: usize,
        /// Package of the action that it needs.
        needs: String,
        /// The last line of that action.
        needs_line: usize,
    },
    /// More actions run at the same time than there are workers.
    TooMany {
        /// The number of workers.
        workers: usize,
        /// A line at which too many actions run.
        line: usize,
        /// The packages of these actions.
        packages: Vec<String>,
    },
    /// An action was taken although another one with higher priority was ready.
    NotFirst {
        /// Package of the action that was taken.
        package: String,
        /// Its first line.
        line: usize,
        /// Package of the action that should have been taken.
        before: String,
        /// First line of that action.
        before_line: usize,
        /// The line from which on that action was certainly ready.
        ready_line: usize,
    },
    /// A `cd` line is missing, or is there although it should not be.
    Directory {
        /// The line of the log.
        line: usize,
        /// The wrong `cd` line, or the one that the command needs.
        cd: String,
        /// Whether it is missing.
        missing: bool,
    },
}

/// Checks the order of a log whose lines all have a partner in the simulation.
pub fn check(items: &[Item], expected: &Expected<'_>, pairs: &[Pair]) -> Option<OrderProblem> {
    let checker = Checker::new(items, expected, pairs);
    checker
        .too_early()
        .or_else(|| checker.too_many())
        .or_else(|| checker.not_first())
        .or_else(|| directory(items, expected, pairs))
}

/// The first and the last item of an action. The action runs at least between them, and usually a little longer.
#[derive(Clone, Copy, Debug)]
struct Span {
    first: usize,
    last: usize,
}

struct Checker<'a> {
    items: &'a [Item],
    expected: &'a Expected<'a>,
    plan: &'a Plan,
    spans: Vec<Option<Span>>,
    /// Actions by priority, so that every action comes after those it needs.
    order: Vec<ActionId>,
    /// For each action, the index of the last item that it or an action that it needs prints, and whose item that is:
    /// the action cannot finish before it.
    done_after: Vec<Option<(usize, ActionId)>>,
    /// Items at which as many actions run as there are workers.
    all_busy: Vec<usize>,
}

impl<'a> Checker<'a> {
    fn new(items: &'a [Item], expected: &'a Expected<'a>, pairs: &[Pair]) -> Self {
        let plan = &expected.build.plan;
        let mut spans: Vec<Option<Span>> = vec![None; plan.actions.len()];
        for &(our, their) in pairs {
            if let Some((action, _)) = expected.items[our].step
                && expected.objdir_of(our).is_some()
            {
                let span = spans[action.index()].get_or_insert(Span { first: their, last: their });
                *span = Span { first: span.first.min(their), last: span.last.max(their) };
            }
        }
        let mut order: Vec<_> = plan.ids().collect();
        order.sort_by_key(|&id| plan.action(id).priority);
        let mut checker = Self { items, expected, plan, spans, order, done_after: Vec::new(), all_busy: Vec::new() };
        checker.done_after = checker.find_ends();
        let workers = expected.build.options.workers;
        checker.all_busy =
            checker.busy().iter().enumerate().filter(|(_, n)| **n >= workers).map(|(at, _)| at).collect();
        checker
    }

    fn span(&self, id: ActionId) -> Option<Span> {
        self.spans[id.index()]
    }

    fn line(&self, item: usize) -> usize {
        self.items.get(item).map_or(0, |item| item.line)
    }

    fn name(&self, id: ActionId) -> String {
        self.expected.name(self.plan.action(id).package).to_owned()
    }

    fn find_ends(&self) -> Vec<Option<(usize, ActionId)>> {
        let mut ends = vec![None; self.plan.actions.len()];
        for &id in &self.order {
            ends[id.index()] = match self.span(id) {
                Some(span) => Some((span.last, id)),
                None => self.plan.action(id).deps.iter().filter_map(|dep| ends[dep.index()]).max_by_key(|end| end.0),
            };
        }
        ends
    }

    /// The index of the last item of all actions that an action needs, and whose item that is.
    fn last_need(&self, id: ActionId) -> Option<(usize, ActionId)> {
        let deps = &self.plan.action(id).deps;
        deps.iter().filter_map(|dep| self.done_after[dep.index()]).max_by_key(|end| end.0)
    }

    /// Actions in the order of their first lines.
    fn by_first_line(&self) -> Vec<(ActionId, Span)> {
        let mut printed: Vec<_> = self.plan.ids().filter_map(|id| Some((id, self.span(id)?))).collect();
        printed.sort_by_key(|(_, span)| span.first);
        printed
    }

    fn too_early(&self) -> Option<OrderProblem> {
        self.by_first_line().into_iter().find_map(|(id, span)| {
            let (last, need) = self.last_need(id)?;
            (last > span.first).then(|| OrderProblem::TooEarly {
                package: self.name(id),
                line: self.line(span.first),
                needs: self.name(need),
                needs_line: self.line(last),
            })
        })
    }

    /// The number of running actions at each item.
    fn busy(&self) -> Vec<usize> {
        let mut changes = vec![0isize; self.items.len() + 1];
        for span in self.spans.iter().flatten() {
            changes[span.first] += 1;
            changes[span.last + 1] -= 1;
        }
        let mut at_work = 0isize;
        let running = changes[..self.items.len()].iter().map(|change| {
            at_work += change;
            at_work.unsigned_abs()
        });
        running.collect()
    }

    fn too_many(&self) -> Option<OrderProblem> {
        let workers = self.expected.build.options.workers;
        let at = self.busy().iter().position(|&n| n > workers)?;
        let at_work = self.by_first_line().into_iter().filter(|(_, span)| span.first <= at && at <= span.last);
        let packages = at_work.map(|(id, _)| self.name(id)).collect();
        Some(OrderProblem::TooMany { workers, line: self.line(at), packages })
    }

    /// The first item, from `from` on, at which all workers have other actions.
    fn next_all_busy(&self, from: usize) -> Option<usize> {
        self.all_busy.get(self.all_busy.partition_point(|&at| at < from)).copied()
    }

    /// For each action, the item from which on it is certainly finished: an action that needs it prints, or all workers
    /// have other actions.
    fn certainly_done(&self) -> Vec<usize> {
        let mut done = vec![usize::MAX; self.plan.actions.len()];
        for &id in self.order.iter().rev() {
            let users = self.plan.dependents(id).iter();
            let by_use = users.map(|user| self.span(*user).map_or(done[user.index()], |span| span.first)).min();
            let by_workers = self.span(id).and_then(|span| self.next_all_busy(span.last + 1));
            done[id.index()] = by_use.unwrap_or(usize::MAX).min(by_workers.unwrap_or(usize::MAX));
        }
        done
    }

    fn not_first(&self) -> Option<OrderProblem> {
        let done = self.certainly_done();
        let printed = self.by_first_line();
        for (at, &(taken, span)) in printed.iter().enumerate() {
            let action = self.plan.action(taken);
            // It was not taken before this item, since an action that it needs was not finished or no worker was free.
            let busy_before = self.all_busy[..self.all_busy.partition_point(|&at| at < span.first)].last().copied();
            let Some(not_before) = self.last_need(taken).map(|(last, _)| last).into_iter().chain(busy_before).max()
            else {
                continue;
            };
            for &(other, other_span) in &printed[at + 1..] {
                let waiting = self.plan.action(other);
                if waiting.priority > action.priority {
                    continue;
                }
                // The other action may have been taken first and printed later, unless all workers are seen with other
                // actions.
                let Some(all_busy) = self.next_all_busy(span.first) else { continue };
                if all_busy >= other_span.first {
                    continue;
                }
                let ready = |dep: &ActionId| action.deps.contains(dep) || done[dep.index()] <= not_before;
                if waiting.deps.iter().all(ready) {
                    return Some(OrderProblem::NotFirst {
                        package: self.name(taken),
                        line: self.line(span.first),
                        before: self.name(other),
                        before_line: self.line(other_span.first),
                        ready_line: self.line(not_before),
                    });
                }
            }
        }
        None
    }
}

/// The go command keeps one current directory for all workers: it prints `cd` before a command exactly if the command's
/// directory differs.
fn directory(items: &[Item], expected: &Expected<'_>, pairs: &[Pair]) -> Option<OrderProblem> {
    let mut partner = vec![None; items.len()];
    for &(our, their) in pairs {
        partner[their] = Some(our);
    }
    let work_dir = &expected.build.options.work_dir;
    let mut here = String::new();
    let mut announced: Option<(usize, &str)> = None;
    for (at, item) in items.iter().enumerate() {
        if let Kind::ChangeDir(dir) = &item.kind {
            if let Some((line, dir)) = announced {
                return Some(OrderProblem::Directory { line, cd: format!("cd {dir}"), missing: false });
            }
            announced = Some((item.line, dir));
            continue;
        }
        // Questions to the repository run in its directory and do not change the current one.
        if matches!(&item.kind, Kind::Other(line) if line.starts_with("git ")) {
            announced = None;
            continue;
        }
        let dir = partner[at].map_or("", |our: usize| expected.items[our].dir.as_str());
        let needs = (!dir.is_empty() && dir != "/" && dir != here).then(|| dir.replace(work_dir, "$WORK"));
        match (announced.take(), needs) {
            (None, None) => {}
            (Some((_, shown)), Some(needed)) if shown == needed => dir.clone_into(&mut here),
            (Some((line, shown)), _) => {
                return Some(OrderProblem::Directory { line, cd: format!("cd {shown}"), missing: false });
            }
            (None, Some(needed)) => {
                return Some(OrderProblem::Directory { line: item.line, cd: format!("cd {needed}"), missing: true });
            }
        }
    }
    announced.map(|(line, dir)| OrderProblem::Directory { line, cd: format!("cd {dir}"), missing: false })
}

#[cfg(test)]
mod tests;
