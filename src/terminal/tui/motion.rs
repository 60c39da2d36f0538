//! The build on its way to where the step is about: it runs there in a second or two.

use std::time::Duration;

/// For a single event.
const PER_EVENT: Duration = Duration::from_millis(60);
/// Shorter is not seen.
const SHORTEST: Duration = Duration::from_millis(300);
/// Longer is waited for.
const LONGEST: Duration = Duration::from_millis(1600);
/// For a whole build at the beginning of a lesson.
const WHOLE: Duration = Duration::from_millis(2400);

/// A build that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    from: usize,
    to: usize,
    all: Duration,
    /// It is a whole build, which is looked at for itself.
    pub whole: bool,
    /// How long it has run; nothing before the first tick, which tells of the time before it began.
    gone: Option<Duration>,
}

impl Motion {
    /// From one moment to a later one, in numbers of events. None if nothing happens in between.
    pub fn between(from: usize, to: usize) -> Option<Self> {
        let events = u32::try_from(to.checked_sub(from)?).ok().filter(|events| *events > 0)?;
        let all = PER_EVENT.saturating_mul(events).clamp(SHORTEST, LONGEST);
        Some(Self { from, to, all, whole: false, gone: None })
    }

    /// A whole build of so many events.
    pub fn whole(events: usize) -> Self {
        Self { from: 0, to: events, all: WHOLE, whole: true, gone: None }
    }

    /// Time has passed. Gives the moment to show; none if it has arrived.
    pub fn pass(&mut self, time: Duration) -> Option<usize> {
        let gone = self.gone.map_or(Duration::ZERO, |gone| gone + time);
        self.gone = Some(gone);
        let all = self.all.as_millis().max(1);
        if gone >= self.all {
            return None;
        }
        let done = (self.to - self.from) as u128 * gone.as_millis() / all;
        Some(self.from + usize::try_from(done).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_arrives_and_never_goes_back() {
        for (from, to) in [(0, 1), (5, 9), (0, 1400)] {
            let mut motion = Motion::between(from, to).unwrap();
            // A long time before the first tick is not its own.
            assert_eq!(motion.pass(Duration::from_secs(60)), Some(from));
            let mut moments = Vec::new();
            while let Some(moment) = motion.pass(Duration::from_millis(50)) {
                moments.push(moment);
                assert!(moments.len() < 40);
            }
            assert!(moments.is_sorted() && moments.iter().all(|moment| (from..to).contains(moment)));
            assert!(moments.len() >= 5, "{moments:?}");
        }
        assert_eq!(Motion::between(4, 4), None);
        assert_eq!(Motion::between(5, 4), None);
    }
}
