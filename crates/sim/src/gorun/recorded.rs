//! Schedules that were recorded of the real program (go1.23.9, linux/amd64, kernel probes): each of them can be simulated.

use super::tests::transitions;
use super::{Program, SAMPLE, Setting};

/// GOMAXPROCS, what was recorded, and a seed that brings it about.
const RECORDED: [(usize, &str, u64); 10] = [
    (1, include_str!("measured/p1.1.txt"), 0),
    (1, include_str!("measured/p1.7.txt"), 9),
    (2, include_str!("measured/p2.1.txt"), 32),
    (2, include_str!("measured/p2.2.txt"), 215),
    (2, include_str!("measured/p2.7.txt"), 887),
    (2, include_str!("measured/p2.10.txt"), 7719),
    (4, include_str!("measured/p4.1.txt"), 5325),
    (4, include_str!("measured/p4.3.txt"), 449_487),
    (4, include_str!("measured/p4.4.txt"), 0),
    (4, include_str!("measured/p4.10.txt"), 519),
];

fn simulated(program: &Program, gomaxprocs: usize, seed: u64) -> Vec<String> {
    transitions(&program.run(&Setting { gomaxprocs, seed: Some(seed), ..Setting::default() }).unwrap())
}

#[test]
fn every_recorded_schedule_can_be_simulated() {
    let program = Program::parse(SAMPLE, "main.go").unwrap();
    for (gomaxprocs, recorded, seed) in RECORDED {
        let recorded: Vec<&str> = recorded.lines().collect();
        assert_eq!(simulated(&program, gomaxprocs, seed), recorded, "GOMAXPROCS={gomaxprocs}, seed {seed}");
    }
}

/// Prints the first seed of each recorded schedule, for when a time of the model was changed.
#[test]
#[ignore = "looks for seeds, which takes minutes"]
fn seeds_of_the_recorded_schedules() {
    const MOST: u64 = 1_000_000;
    let program = Program::parse(SAMPLE, "main.go").unwrap();
    let mut missing = 0;
    for (gomaxprocs, recorded, _) in RECORDED {
        let recorded: Vec<&str> = recorded.lines().collect();
        let seed = (0..MOST).find(|seed| simulated(&program, gomaxprocs, *seed) == recorded);
        println!("GOMAXPROCS={gomaxprocs}: {seed:?}");
        missing += usize::from(seed.is_none());
    }
    assert_eq!(missing, 0, "schedules without a seed below {MOST}");
}
