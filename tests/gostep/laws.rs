//! Laws of the simulation, on random programs.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use gostep_sim::gobuild::{ActionId, ActionState, Build, BuildOptions, EventKind, Machine, Mode, State};
use gostep_sim::program::{PackageId, Program};
use gostep_sim::xlog::Transcript;
use proptest::prelude::*;

use crate::support::programs::build_with;
use crate::support::random::programs;

/// Names of the packages in the order in which a depth-first walk over the imports leaves them.
fn post_order(program: &Program) -> Vec<PackageId> {
    fn walk(program: &Program, package: PackageId, seen: &mut BTreeSet<PackageId>, order: &mut Vec<PackageId>) {
        if seen.insert(package) {
            for &import in &program.package(package).imports {
                walk(program, import, seen, order);
            }
            order.push(package);
        }
    }
    let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
    walk(program, program.root(), &mut seen, &mut order);
    order
}

/// Names of the packages in the order in which a depth-first walk over the imports reaches them.
fn pre_order(program: &Program) -> Vec<PackageId> {
    fn walk(program: &Program, package: PackageId, order: &mut Vec<PackageId>) {
        if !order.contains(&package) {
            order.push(package);
            for &import in &program.package(package).imports {
                walk(program, import, order);
            }
        }
    }
    let mut order = Vec::new();
    walk(program, program.root(), &mut order);
    order
}

fn sorted_commands(build: &Build) -> Vec<String> {
    let without_cd = |text: &str| text.lines().filter(|line| !line.starts_with("cd ")).collect::<Vec<_>>().join("\n");
    let mut commands: Vec<String> = Transcript::new(build).map(|block| without_cd(&block.text)).collect();
    commands.sort_unstable();
    commands
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_action_starts_once_and_after_its_dependencies(program in programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let mut finished = vec![false; build.plan.actions.len()];
        let mut started = vec![false; build.plan.actions.len()];
        for event in &build.events {
            match event.kind {
                EventKind::Started { .. } => {
                    prop_assert!(!started[event.action.index()]);
                    started[event.action.index()] = true;
                    for dep in &build.plan.action(event.action).deps {
                        prop_assert!(finished[dep.index()], "{:?} started before {dep:?} was done", event.action);
                    }
                }
                EventKind::Finished => finished[event.action.index()] = true,
                _ => {}
            }
        }
        prop_assert!(finished.iter().all(|&finished| finished));
    }

    #[test]
    fn never_more_actions_at_once_than_workers(program in programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let mut state = State::new(&build.plan);
        for event in &build.events {
            state.apply(&build.plan, event);
            let running = &state.running;
            let distinct: BTreeSet<u32> = running.iter().map(|&(worker, _)| worker).collect();
            prop_assert_eq!(distinct.len(), running.len(), "a worker is at two actions");
            prop_assert!(running.len() <= workers);
        }
    }

    #[test]
    fn a_free_worker_takes_the_ready_action_of_lowest_priority(program in programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let priority = |id: ActionId| build.plan.action(id).priority;
        let mut state = State::new(&build.plan);
        for event in &build.events {
            if matches!(event.kind, EventKind::Started { .. }) {
                let lowest = build.plan.ids().filter(|id| state.actions[id.index()] == ActionState::Ready).map(priority).min();
                prop_assert_eq!(Some(priority(event.action)), lowest);
            }
            state.apply(&build.plan, event);
        }
    }

    #[test]
    fn no_worker_rests_while_an_action_is_ready(program in programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let mut state = State::new(&build.plan);
        for pair in build.events.windows(2) {
            state.apply(&build.plan, &pair[0]);
            if pair[1].time > pair[0].time {
                let ready = state.actions.contains(&ActionState::Ready);
                prop_assert!(!ready || state.running.len() == workers, "time passed at {}", pair[0].time);
            }
        }
    }

    #[test]
    fn one_worker_follows_the_priorities(program in programs()) {
        let build = build_with(&program, 1);
        let started: Vec<u32> = build
            .events
            .iter()
            .filter(|event| matches!(event.kind, EventKind::Started { .. }))
            .map(|event| build.plan.action(event.action).priority)
            .collect();
        prop_assert_eq!(started, (0..).take(build.plan.actions.len()).collect::<Vec<u32>>());
    }

    #[test]
    fn one_worker_compiles_in_depth_first_post_order_of_the_imports(program in programs()) {
        let build = build_with(&program, 1);
        let compiled: Vec<PackageId> = build
            .events
            .iter()
            .filter(|event| matches!(event.kind, EventKind::Started { .. }))
            .map(|event| build.plan.action(event.action))
            .filter(|action| action.mode == Mode::Build)
            .map(|action| action.package)
            .collect();
        // What the link needs and main does not import comes with main, which is the last in any case.
        prop_assert_eq!(compiled, post_order(&program));
    }

    #[test]
    fn object_directories_are_numbered_in_depth_first_pre_order(program in programs()) {
        let build = build_with(&program, 4);
        for (package, number) in pre_order(&program).into_iter().zip(1..) {
            prop_assert_eq!(build.plan.action(build.plan.build_of(package)).objdir, number);
        }
    }

    #[test]
    fn folding_further_and_back_is_the_identity(program in programs(), workers in 1_usize..9, at: prop::sample::Index) {
        let build = build_with(&program, workers);
        let k = at.index(build.events.len() + 1);
        let here = build.state_after(k);
        let mut folded = State::new(&build.plan);
        for (number, event) in build.events.iter().enumerate() {
            if number == k {
                prop_assert_eq!(&folded, &here);
            }
            folded.apply(&build.plan, event);
        }
        prop_assert_eq!(&folded, &build.state_after(build.events.len()));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(program in programs(), workers in 1_usize..9) {
        let again = Arc::new(Program::clone(&program));
        prop_assert_eq!(Transcript::text(&build_with(&program, workers)), Transcript::text(&build_with(&again, workers)));
    }

    #[test]
    fn many_workers_run_the_commands_of_one(program in programs(), workers in 2_usize..9) {
        prop_assert_eq!(sorted_commands(&build_with(&program, workers)), sorted_commands(&build_with(&program, 1)));
    }

    #[test]
    fn a_second_build_of_the_same_machine_compiles_nothing(program in programs(), workers in 1_usize..9) {
        let mut machine = Machine::default();
        let options = BuildOptions { workers, ..BuildOptions::for_program(&program) };
        machine.build(&program, options.clone()).unwrap();
        let second = machine.build(&program, options).unwrap();
        prop_assert_eq!(Transcript::new(&second).count(), 0);
        prop_assert!(second.results.iter().flatten().count() > 0);
    }

    #[test]
    fn every_package_has_an_action_id_of_its_own(program in programs()) {
        let build = build_with(&program, 1);
        let mut owner = HashMap::new();
        for package in program.ids() {
            if let Some(result) = build.result(package) {
                prop_assert_eq!(owner.insert(result.action, package), None);
            }
        }
    }
}
