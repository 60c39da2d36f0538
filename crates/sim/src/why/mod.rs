//! Why was it built again? Two builds are compared by what the go command tells of them: every text that goes into a hash
//! (`GODEBUG=gocachehash=1`), a log (`go build -x`), or a list (`go list -json -deps`).
//!
//! [`read`] finds out what a text is, [`Report::of`] compares two of the same kind. A cause is an input that differs for
//! itself; an action that only gets other results from others is a consequence. What a text does not show is never
//! guessed: it counts as not shown.

mod causes;
mod essential;
mod findings;
mod hash_lines;
mod hashes;
mod input;
mod list;
mod log;
mod report;
mod unit;

use thiserror::Error;

pub use causes::{Cause, CauseKind};
pub use input::{Difference, Input};
pub use report::{Consequence, Report};
pub use unit::{Action, Kind, Side};

use crate::said::Said;
use crate::xlog::verify::{NoLog, log as parse_log};

/// Why a text is none of the three.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.said())]
pub enum NoSide {
    /// It has no line of any of them.
    Unknown,
    /// It begins as JSON, and is not that of `go list`.
    NoList(String),
    /// It is a log that cannot be read.
    NoLog(NoLog),
}

impl NoSide {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unknown => said!(
                "neither what `GODEBUG=gocachehash=1 go build` prints, nor a log of `go build -x`, nor what `go list -json -deps` prints"
            ),
            Self::NoList(value) => said!("not what `go list -json -deps` prints: {value}", value),
            Self::NoLog(problem) => problem.said(),
        }
    }
}

/// Finds out what a text is, and reads it.
///
/// # Errors
/// If it is none of the three.
pub fn read(text: &str) -> Result<Side, NoSide> {
    if hashes::is_dump(text) {
        return Ok(hashes::read(text));
    }
    if text.trim_start().starts_with('{') {
        return list::read(text).map_err(NoSide::NoList);
    }
    match parse_log(text) {
        Ok(read) => Ok(log::read(&read)),
        Err(NoLog::Empty | NoLog::NoCommand { said: None }) => Err(NoSide::Unknown),
        Err(problem) => Err(NoSide::NoLog(problem)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "HASH[build a]",
            "HASH[build a]: \"go1.23.9\"",
            "HASH[build a]: \"file a.go x\\n\"",
            "HASH[build a]: \"import b \\n\"",
            "HASH[build a]: \"modinfo \\\"build\\\\t-x=\\\"\\n\"",
            "HASH[build a]: \"CC=[\\\"gcc [\\n\"",
            "HASH[build a]: \"compile x [\\\"é\\n\"",
            "HASH[build a]: \"import",
            "HASH[build a]: 00ff",
            "HASH[link a]",
            "HASH[link a]: \"packagefile a=b\\n\"",
            "HASH[link a]: ff",
            "HASH[",
            "HASH[build ]: ",
            "WORK=/w",
            "mkdir -p $WORK/b001/",
            "cat >/w/b001/importcfg << 'EOF' # internal",
            "packagefile a=/w/b002/_pkg_.a",
            "EOF",
            "/g/pkg/tool/x_y/compile -o $WORK/b001/_pkg_.a -trimpath \"$WORK/b001=>\" -p main -importcfg",
            "/g/pkg/tool/x_y/compile -o $WORK/b001/_pkg_.a -trimpath a -p main -nolocalimports -importcfg c -pack",
            "/g/pkg/tool/x_y/link -o $WORK/b001/exe/a.out -importcfg c -buildmode=exe -buildid=a a",
            "{\"ImportPath\": \"a\", \"Name\": \"main\", \"Deps\": [\"a\", 1], \"Module\": {\"Replace\": {}}}",
            "{\"ImportPath\": \"b\", \"BuildID\": \"x/y\", \"Imports\": [\"a\", \"b\"]}",
            "{}",
        ]);
        prop_oneof![9 => known.prop_map(str::to_owned), 1 => any::<String>()]
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(line(), 0..25).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_answered(before in text(), after in text()) {
            if let (Ok(before), Ok(after)) = (read(&before), read(&after)) && before.kind == after.kind {
                let report = Report::of(&before, &after);
                prop_assert!(report.causes.iter().all(|cause| !cause.actions.is_empty()));
                let unknown = [CauseKind::NotCached, CauseKind::NotShown, CauseKind::Torn];
                let same = Report::of(&after, &after);
                prop_assert!(same.causes.iter().all(|cause| unknown.contains(&cause.kind)));
            }
        }
    }

    #[test]
    fn what_is_none_of_the_three_is_refused() {
        assert_eq!(read("hello\n").unwrap_err(), NoSide::Unknown);
        assert!(matches!(read("{\"a\": 1}"), Err(NoSide::NoList(_))));
        assert_eq!(read("").unwrap_err(), NoSide::Unknown);
    }
}
