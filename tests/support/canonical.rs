//! The form of a transcript in which only the pattern of equality of its IDs is left.

use std::collections::HashMap;

use regex_lite::{Captures, Regex};

/// Names WORK, the parts of build IDs, and the cache's files by the order of their first appearance.
pub fn canonical(log: &str) -> String {
    let work_dir = log.lines().next().and_then(|line| line.strip_prefix("WORK=")).unwrap_or("$WORK");
    let log = log.replace(work_dir, "$WORK");
    let id = Regex::new(r"-buildid[ =]([\w/-]+)").unwrap();
    let file = Regex::new(r"[0-9a-f]{2}/([0-9a-f]{64})-d").unwrap();
    let mut names = Names::default();
    let log = id.replace_all(&log, |found: &Captures| {
        let parts: Vec<String> = found[1].split('/').map(|part| names.of("id", part)).collect();
        format!("-buildid {}", parts.join("/"))
    });
    let seed = Regex::new(r"-frandom-seed=([\w-]{20})").unwrap();
    let log =
        seed.replace_all(&log, |found: &Captures| format!("-frandom-seed={}", names.of("id", &found[1]))).into_owned();
    file.replace_all(&log, |found: &Captures| names.of("file", &found[1])).into_owned()
}

/// Values in the order of their first appearance.
#[derive(Default)]
struct Names {
    seen: HashMap<String, usize>,
}

impl Names {
    fn of(&mut self, kind: &str, value: &str) -> String {
        let next = self.seen.len();
        format!("<{kind} {}>", self.seen.entry(format!("{kind} {value}")).or_insert(next))
    }
}
