//! `to:` of a step in a run: a moment named by meaning, found among its events.

use crate::lesson::closed;
use crate::lesson::places::{Places, join};
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::{RawPoint, RawPointAt};
use crate::lesson::raw_run::BECOMES;
use crate::lesson::staged_run::RunNow;
use gostep_sim::gorun::EventKind;
use gostep_sim::suggest::did_you_mean;

const FORMS: &str = "in a run write start, end, {output: TEXT}, \
                     {g: 6, is: created|running|waiting|runnable|syscall|dead}, {function: F}, {call: C}, or {time: 5s}";

/// How many events have happened at the point; it is looked for from the moment of the step before on. Problems go to
/// the report.
pub fn find(
    raw: &RawPoint,
    now: &RunNow<'_>,
    path: &str,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<usize> {
    let moments = match raw.word.as_deref() {
        Some("start") => vec![0],
        Some("end") => vec![now.staged.events.len()],
        Some(word) => {
            let hint = did_you_mean(word, ["start", "end"].into_iter());
            report.add(places.value(path), format!("unknown point {word:?}{hint}"), FORMS);
            return None;
        }
        None => Point { at: &raw.at, now, path, places }.moments(report)?,
    };
    let found = match raw.at.nth {
        Some(nth) => moments.get((nth as usize).wrapping_sub(1)).filter(|&&moment| moment >= now.events),
        None => moments.iter().find(|&&moment| moment >= now.events),
    };
    if let Some(&moment) = found {
        return Some(moment);
    }
    let lies_before = raw.at.nth.is_none_or(|nth| nth as usize <= moments.len()) && !moments.is_empty();
    let (message, help) = if lies_before {
        let help = "put the step earlier, or start another run with run:";
        ("this point lies before the one of the step before", help)
    } else {
        ("this point is not reached in this run", "`gostep run --trace` prints all that happens")
    };
    report.misfit(places.value(path), message, help);
    None
}

/// A point of a run as written.
struct Point<'a> {
    at: &'a RawPointAt,
    now: &'a RunNow<'a>,
    path: &'a str,
    places: &'a Places,
}

impl Point<'_> {
    /// All moments that fit, in order.
    fn moments(&self, report: &mut ProblemReport<'_>) -> Option<Vec<usize>> {
        let at = self.at;
        let of_build = [
            ("package", &at.package),
            ("state", &at.state),
            ("command", &at.command),
            ("source", &at.source),
            ("file", &at.file),
            ("when", &at.when),
        ];
        if let Some((name, _)) = of_build.iter().find(|(_, given)| given.is_some()) {
            let place = self.places.key(&join(self.path, name));
            report.misfit(place, format!("{name}: names a point of a build, and here a program runs"), FORMS);
            return None;
        }
        match (&at.output, at.g, &at.function, &at.call, &at.time) {
            (Some(text), None, None, None, None) => Some(self.written(text)),
            (None, Some(goid), None, None, None) => self.becomes(goid, report),
            (None, None, Some(function), None, None) => {
                Some(self.moments_of(|kind| matches!(kind, EventKind::Entered(name) if name == function)))
            }
            (None, None, None, Some(call), None) => {
                Some(self.moments_of(|kind| kind.call_name() == Some(call.as_str())))
            }
            (None, None, None, None, Some(time)) => self.time(time, report),
            _ => {
                report.add(
                    self.places.value(self.path),
                    "a point has one of output:, g:, function:, call: and time:",
                    FORMS,
                );
                None
            }
        }
    }

    fn moments_of(&self, fits: impl Fn(&EventKind) -> bool) -> Vec<usize> {
        let events = self.now.staged.events.iter().zip(1..);
        events.filter(|(event, _)| fits(&event.kind)).map(|(_, moment)| moment).collect()
    }

    /// The moments from which on a text is part of what was written.
    fn written(&self, wanted: &str) -> Vec<usize> {
        let mut so_far = String::new();
        let mut is_there = |kind: &EventKind| match kind {
            EventKind::Wrote { text, .. } => {
                let was_there = so_far.contains(wanted);
                so_far.push_str(text);
                !was_there && so_far.contains(wanted)
            }
            _ => false,
        };
        let events = self.now.staged.events.iter().zip(1..);
        events.filter(|(event, _)| is_there(&event.kind)).map(|(_, moment)| moment).collect()
    }

    fn becomes(&self, goid: u32, report: &mut ProblemReport<'_>) -> Option<Vec<usize>> {
        let Some(g) = self.now.staged.goroutine(u64::from(goid)) else {
            let place = self.places.value(&join(self.path, "g"));
            report.misfit(place, format!("no goroutine of this run has number {goid}"), "");
            return None;
        };
        let Some(word) = &self.at.is else {
            report.add(self.places.value(self.path), "the point does not say what became of it", FORMS);
            return None;
        };
        let fits = closed::meaning(&BECOMES, word).map_err(|hint| {
            let place = self.places.value(&join(self.path, "is"));
            report.add(place, format!("unknown word {word:?}{hint}"), closed::known(&BECOMES));
        });
        let fits = fits.ok()?;
        let moments = self.moments_of(|kind| fits(kind) && kind.goroutine() == Some(g)).into_iter();
        Some(moments.map(|moment| self.with_queued(moment)).collect())
    }

    /// A goroutine that becomes runnable stands in a queue at the same moment.
    fn with_queued(&self, moment: usize) -> usize {
        let behind = self.now.staged.events[moment..].iter();
        moment + behind.take_while(|event| matches!(event.kind, EventKind::Queued(..))).count()
    }

    fn time(&self, text: &str, report: &mut ProblemReport<'_>) -> Option<Vec<usize>> {
        let Some(time) = nanoseconds(text) else {
            let place = self.places.value(&join(self.path, "time"));
            report.add(place, format!("{text:?} is no time"), "write it as 5s, 20ms or 900µs");
            return None;
        };
        Some(vec![self.now.staged.events.partition_point(|event| event.time <= time)])
    }
}

/// A time such as `5s`, `20ms` or `900µs`.
fn nanoseconds(text: &str) -> Option<u64> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().ok()?;
    let unit = match unit {
        "s" => 1_000_000_000,
        "ms" => 1_000_000,
        "µs" | "us" => 1_000,
        _ => return None,
    };
    number.checked_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_number_and_a_unit() {
        assert_eq!(nanoseconds("5s"), Some(5_000_000_000));
        assert_eq!(nanoseconds("900µs"), Some(900_000));
        assert_eq!(nanoseconds("5"), None);
        assert_eq!(nanoseconds("s"), None);
        assert_eq!(nanoseconds("99999999999999999999s"), None);
    }
}
