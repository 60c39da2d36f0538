//! Random changes.

use super::EDITS;
use super::real::DAMAGES;

/// A generator with a seed (SplitMix64): one seed, one list of stories.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = u64::try_from(limit).unwrap();
        usize::try_from((bits ^ (bits >> 31)) % limit).unwrap()
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Two to six changes, which may not make sense.
pub fn story(random: &mut Random, packages: &[(String, String)]) -> Vec<String> {
    (0..random.below(5) + 2).map(|_| change(random, packages)).collect()
}

fn change(random: &mut Random, packages: &[(String, String)]) -> String {
    const OTHERS: [&str; 10] = [
        "undo",
        "delete-output",
        "alter-output",
        "output=another",
        "output=out_bin",
        "ldflags=-s",
        "gcflags=-N",
        "CGO_ENABLED=0",
        "CGO_ENABLED=1",
        "import=main:strings",
    ];
    let (package, file) = random.pick(packages);
    match random.below(10) {
        0..=3 => format!("{}={package}/{file}", random.pick(&EDITS)),
        4 | 5 => "then".to_owned(),
        6 => format!("{}={package}", random.pick(&DAMAGES)),
        7 => format!("undo={package}"),
        _ => random.pick(&OTHERS).to_string(),
    }
}
