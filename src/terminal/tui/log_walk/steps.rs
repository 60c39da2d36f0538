//! The steps of a log: lines that follow each other and belong to one part of the work on one package.

use gostep_sim::reading::{Entry, Phase};

/// A part of the work on one package, as far as no line of another stands in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its first entry.
    pub first: usize,
    /// The entry behind its last one.
    pub end: usize,
    /// The first entry that is not only a preparation for it: the one that is explained.
    pub main: usize,
    /// The part.
    pub phase: Phase,
    /// Number of the object directory.
    pub objdir: Option<u32>,
    /// In which build, from 0.
    pub build: usize,
}

impl Step {
    fn of(at: usize, entry: &Entry) -> Self {
        Self { first: at, end: at + 1, main: at, phase: entry.phase(), objdir: entry.objdir, build: entry.build }
    }

    /// Whether an entry belongs to it. What prepares a command, as directories and importcfg do, is in its step.
    fn goes_on_with(&self, entry: &Entry) -> bool {
        let phase = entry.phase();
        let same_place =
            self.objdir == entry.objdir || prepares(self.phase) && (self.objdir.is_none() || entry.objdir.is_none());
        let same_part = phase == self.phase || prepares(self.phase) && phase != Phase::Message;
        self.build == entry.build && same_place && same_part
    }
}

fn prepares(phase: Phase) -> bool {
    matches!(phase, Phase::Prepare | Phase::Around)
}

/// Adds the next entry to the steps.
pub fn add(steps: &mut Vec<Step>, at: usize, entry: &Entry) {
    match steps.last_mut() {
        Some(last) if last.goes_on_with(entry) => {
            last.end = at + 1;
            last.objdir = last.objdir.or(entry.objdir);
            if prepares(last.phase) && !prepares(entry.phase()) {
                (last.phase, last.main) = (entry.phase(), at);
            }
        }
        _ => steps.push(Step::of(at, entry)),
    }
}

/// The step that has an entry.
pub fn step_of(steps: &[Step], entry: usize) -> usize {
    steps.partition_point(|step| step.end <= entry).min(steps.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_sim::reading::Entries;
    use gostep_sim::xlog::clean::Cleaner;

    #[test]
    fn a_step_is_a_part_of_the_work_on_one_package() {
        let log = "WORK=/tmp/go-build1
mkdir -p $WORK/b006/
cat >$WORK/b006/importcfg << 'EOF' # internal
# import config
EOF
cd /w
/g/pkg/tool/linux_amd64/compile -o $WORK/b006/_pkg_.a -p internal/cpu -goversion go1.23.9 a.go
/g/pkg/tool/linux_amd64/buildid -w $WORK/b006/_pkg_.a # internal
cp $WORK/b006/_pkg_.a /c/8d/8d78bed33aafbb83-d # internal
mkdir -p $WORK/b007/
# internal/x
a.go:1:2: no
";
        let mut steps = Vec::new();
        let entries = Entries::of(log.lines().map(str::to_owned), Cleaner::of(log));
        entries.enumerate().for_each(|(at, entry)| add(&mut steps, at, &entry));
        let found: Vec<_> = steps.iter().map(|step| (step.phase, step.objdir, step.main, step.end)).collect();
        let expected = [
            (Phase::Compile, Some(6), 4, 5),
            (Phase::BuildId, Some(6), 5, 6),
            (Phase::Cache, Some(6), 6, 7),
            (Phase::Prepare, Some(7), 7, 8),
            (Phase::Message, None, 8, 10),
        ];
        assert_eq!(found, expected);
        assert_eq!((step_of(&steps, 0), step_of(&steps, 5), step_of(&steps, 9)), (0, 1, 4));
    }
}
