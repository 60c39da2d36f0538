//! Checks logs of simulated slow workers: whatever order they print in, the log is accepted if they take the right
//! actions, and a wrong choice is found if the log proves it.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::gobuild::{Build, Machine};
use crate::program;
use crate::xlog::parse::Log;

fn build() -> Build {
    let program = Arc::new(program::load_embedded(program::SAMPLE).unwrap());
    let mut options = crate::gobuild::BuildOptions::for_program(&program);
    options.workers = 3;
    Machine::default().build(&program, options).unwrap()
}

/// Which of the ready actions a worker takes.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    LowestPriority,
    HighestPriority,
}

/// What a worker does at its next turn; a slow worker has fewer turns.
enum Worker {
    Free,
    At { action: ActionId, lines: Vec<usize>, printed: usize },
}

/// The output of the workers; `turns` tells which worker is next.
fn printed(expected: &Expected<'_>, choice: Choice, workers: usize, turns: &[usize]) -> (Vec<Item>, Vec<Pair>) {
    let plan = &expected.build.plan;
    let mut missing: Vec<usize> = plan.actions.iter().map(|action| action.deps.len()).collect();
    let mut ready: Vec<ActionId> = plan.ids().filter(|id| missing[id.index()] == 0).collect();
    let mut team: Vec<Worker> = (0..workers).map(|_| Worker::Free).collect();
    let (mut items, mut pairs, mut here) = (Vec::new(), Vec::new(), String::new());
    let mut left = plan.actions.len();
    let mut turn = 0;
    while left > 0 {
        let at = turns[turn % turns.len()] % workers;
        // Every fifth turn goes to all workers in rotation, so that each of them gets on.
        let at = if turn % 5 == 4 { turn / 5 % workers } else { at };
        turn += 1;
        match &mut team[at] {
            Worker::Free => {
                ready.sort_by_key(|&id| plan.action(id).priority);
                let next = if choice == Choice::LowestPriority { 0 } else { ready.len().saturating_sub(1) };
                if next < ready.len() {
                    let action = ready.remove(next);
                    let lines = (0..expected.items.len()).filter(|&item| {
                        let item = &expected.items[item];
                        item.kind.is_command() && item.step.is_some_and(|(of, _)| of == action)
                    });
                    team[at] = Worker::At { action, lines: lines.collect(), printed: 0 };
                }
            }
            Worker::At { action, lines, printed } => {
                if let Some(&item) = lines.get(*printed) {
                    let dir = &expected.items[item].dir;
                    if !dir.is_empty() && *dir != here {
                        here.clone_from(dir);
                        items.push(Kind::ChangeDir(dir.clone()));
                    }
                    pairs.push((item, items.len()));
                    items.push(expected.items[item].kind.clone());
                    *printed += 1;
                } else {
                    for user in plan.dependents(*action) {
                        missing[user.index()] -= 1;
                        if missing[user.index()] == 0 {
                            ready.push(*user);
                        }
                    }
                    left -= 1;
                    team[at] = Worker::Free;
                }
            }
        }
    }
    (items.into_iter().enumerate().map(|(at, kind)| Item { line: at + 1, kind }).collect(), pairs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_log_of_workers_that_keep_to_the_queue_is_refused(turns in prop::collection::vec(0..12usize, 1..200)) {
        let build = build();
        let expected = Expected::of(&build);
        let (items, pairs) = printed(&expected, Choice::LowestPriority, 3, &turns);
        prop_assert_eq!(check(&items, &expected, &pairs), None);
    }

    #[test]
    fn workers_who_take_the_wrong_end_of_the_queue_are_found(turns in prop::collection::vec(0..12usize, 1..200)) {
        let build = build();
        let expected = Expected::of(&build);
        let (items, pairs) = printed(&expected, Choice::HighestPriority, 3, &turns);
        let found = matches!(check(&items, &expected, &pairs), Some(OrderProblem::NotFirst { .. }));
        prop_assert!(found, "the wrong choice was not found");
    }
}

#[test]
fn more_workers_than_told_are_found() {
    let build = build();
    let expected = Expected::of(&build);
    let (items, pairs) = printed(&expected, Choice::LowestPriority, 4, &[0, 1, 2, 3]);
    let problem = check(&items, &expected, &pairs);
    assert!(matches!(problem, Some(OrderProblem::TooMany { workers: 3, ref packages, .. }) if packages.len() == 4));
}

#[test]
fn fewer_workers_are_no_proof_of_a_mistake() {
    let build = build();
    let expected = Expected::of(&build);
    let (items, pairs) = printed(&expected, Choice::LowestPriority, 1, &[0]);
    assert_eq!(check(&items, &expected, &pairs), None);
}

#[test]
fn a_directory_is_printed_exactly_when_it_changes() {
    let build = build();
    let expected = Expected::of(&build);
    let (items, pairs) = printed(&expected, Choice::LowestPriority, 2, &[0, 1]);
    let first = items.iter().position(|item| matches!(item.kind, Kind::ChangeDir(_))).unwrap();
    let without: Vec<_> =
        items.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, item)| item.clone()).collect();
    let shifted: Vec<_> = pairs.iter().map(|&(our, at)| (our, at - usize::from(at > first))).collect();
    assert_eq!(
        check(&without, &expected, &shifted),
        Some(OrderProblem::Directory {
            line: items[first + 1].line,
            cd: items[first].kind.text().trim_end().to_owned(),
            missing: true
        })
    );
    let mut twice = items.clone();
    twice.insert(first, items[first].clone());
    let shifted: Vec<_> = pairs.iter().map(|&(our, at)| (our, at + usize::from(at >= first))).collect();
    assert!(matches!(check(&twice, &expected, &shifted), Some(OrderProblem::Directory { missing: false, .. })));
}

#[test]
fn a_simulated_log_is_a_schedule_of_its_plan() {
    let build = build();
    let expected = Expected::of(&build);
    let text = crate::xlog::Transcript::text(&build);
    let items = Log::parse(&text).items;
    let pairs: Vec<_> = (0..items.len()).map(|at| (at, at)).collect();
    assert_eq!(check(&items, &expected, &pairs), None);
}
