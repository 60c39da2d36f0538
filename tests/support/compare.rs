//! Comparing two transcripts, with messages that show the first place where they differ.

use std::collections::BTreeMap;

/// How much of a line is shown around the first character that differs.
const SHOWN: usize = 120;

/// The two must be the same text.
pub fn assert_same_lines(title: &str, real: &str, ours: &str) {
    if real == ours {
        return;
    }
    let mut lines = real.lines().zip(ours.lines()).enumerate();
    let counts = format!("{} lines of the real log, {} of ours", real.lines().count(), ours.lines().count());
    match lines.find(|(_, (real, ours))| real != ours) {
        Some((at, (real, ours))) => {
            panic!("{title}: {counts}; line {}:\n  real {}\n  ours {}", at + 1, around(real, ours), around(ours, real));
        }
        None => panic!("{title}: {counts}; one is the beginning of the other"),
    }
}

/// The same lines as often, in any order. `cd` lines are left out: how many are printed depends on the order.
pub fn assert_same_commands(title: &str, real: &str, ours: &str) {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for line in real.lines().filter(|line| !line.starts_with("cd ")) {
        *counts.entry(line).or_default() += 1;
    }
    for line in ours.lines().filter(|line| !line.starts_with("cd ")) {
        *counts.entry(line).or_default() -= 1;
    }
    counts.retain(|_, count| *count != 0);
    let differing: Vec<String> = counts
        .iter()
        .map(|(line, count)| {
            format!("{} {}", if *count > 0 { "real" } else { "ours" }, line.chars().take(3 * SHOWN).collect::<String>())
        })
        .collect();
    assert!(differing.is_empty(), "{title}: lines that only one of the logs has:\n{}", differing.join("\n"));
}

/// The part of a line around the first character that differs from another line.
fn around(line: &str, other: &str) -> String {
    let same = line.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(SHOWN / 3);
    format!("…{}", line.chars().skip(from).take(SHOWN).collect::<String>())
}
