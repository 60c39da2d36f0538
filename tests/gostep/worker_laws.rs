//! Laws of the times of a build, on random programs with random durations.

use std::sync::Arc;

use gostep_sim::gobuild::analysis::{Analysis, Span};
use gostep_sim::gobuild::waits::Waits;
use gostep_sim::program::Program;
use proptest::prelude::*;

use crate::support::programs::build_with;
use crate::support::random::programs;

/// A random program whose packages take random times, some of them none at all.
fn timed_programs() -> impl Strategy<Value = Arc<Program>> {
    (programs(), proptest::collection::vec(0_u32..5_000, 31)).prop_map(|(mut program, times)| {
        let timed = Arc::make_mut(&mut program);
        let paths: Vec<String> = timed.packages.iter().map(|package| package.import_path.clone()).collect();
        for (path, ms) in paths.into_iter().chain(["link".to_owned()]).zip(times) {
            timed.durations_ms.insert(path, f64::from(ms));
        }
        program
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_build_is_shorter_than_its_critical_path_or_its_share_of_the_work(
        program in timed_programs(), workers in 1_usize..9
    ) {
        let analysis = Analysis::of(&build_with(&program, workers));
        prop_assert!(analysis.makespan >= analysis.least_time());
        prop_assert!(analysis.makespan * workers as u64 >= analysis.work);
        prop_assert!(analysis.utilisation(workers) <= 1.0 + 1e-9);
        // Graham's bound: a scheduler that lets no worker rest while an action is ready is never worse than this.
        let bound = analysis.work.div_ceil(workers as u64) + analysis.least_time();
        prop_assert!(analysis.makespan <= bound);
    }

    #[test]
    fn one_worker_takes_the_sum_and_unlimited_workers_the_critical_path(program in timed_programs()) {
        let alone = Analysis::of(&build_with(&program, 1));
        prop_assert_eq!(alone.makespan, alone.work);
        let all = Analysis::of(&build_with(&program, 1000));
        prop_assert_eq!(all.makespan, all.least_time());
        prop_assert_eq!((alone.work, alone.least_time()), (all.work, all.least_time()));
        // No more than ever run at once are needed for that.
        let enough = Analysis::of(&build_with(&program, all.lanes.iter().filter(|lane| !lane.spans.is_empty()).count()));
        prop_assert_eq!(enough.makespan, all.makespan);
    }

    #[test]
    fn lanes_do_not_overlap_and_hold_every_action_once(program in timed_programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let analysis = Analysis::of(&build);
        prop_assert!(analysis.lanes.len() <= workers);
        for lane in &analysis.lanes {
            for pair in lane.spans.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            let idle: u64 = lane.gaps(analysis.makespan).iter().map(|(from, to)| to - from).sum();
            prop_assert_eq!(lane.busy() + idle, analysis.makespan);
        }
        let mut seen: Vec<_> = analysis.lanes.iter().flat_map(|lane| &lane.spans).map(|span| span.action).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, build.plan.ids().collect::<Vec<_>>());
    }

    #[test]
    fn the_critical_path_is_a_chain_of_dependencies(program in timed_programs(), workers in 1_usize..9) {
        let build = build_with(&program, workers);
        let path: Vec<Span> = Analysis::of(&build).critical_path;
        prop_assert_eq!(path.last().map(|span| span.action), Some(build.plan.root));
        for pair in path.windows(2) {
            prop_assert!(build.plan.action(pair[1].action).deps.contains(&pair[0].action));
        }
    }

    #[test]
    fn alone_means_that_one_runs_and_none_is_ready(program in timed_programs(), workers in 2_usize..9) {
        let build = build_with(&program, workers);
        for lone in Analysis::of(&build).lone {
            for time in [lone.start, lone.end - 1] {
                let waits = Waits::at(&build, time);
                prop_assert_eq!(waits.running.len(), 1);
                prop_assert_eq!(waits.running[0].1, lone.action);
                prop_assert_eq!(waits.ready, vec![]);
            }
        }
    }

    #[test]
    fn whoever_waits_waits_for_somebody_who_is_not_done(
        program in timed_programs(), workers in 1_usize..9, at: prop::sample::Index
    ) {
        let build = build_with(&program, workers);
        let time = build.events[at.index(build.events.len())].time;
        let waits = Waits::at(&build, time);
        let spans = Analysis::of(&build).spans;
        for waiting in &waits.waiting {
            prop_assert!(!waiting.missing.is_empty());
            for missing in &waiting.missing {
                prop_assert!(spans[missing.index()].is_some_and(|span| span.end > time));
            }
        }
    }
}
