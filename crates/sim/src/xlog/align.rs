//! Aligns the lines of a log with the lines of the simulation.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::owner::objdir_in;
use super::words::words;

/// A pair of equal items (equal but for build IDs and other names): index in the simulation, index in the log.
pub type Pair = (usize, usize);

/// How one line of the simulation relates to one line of the log. The fields are indices into the two sequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Equal but for names: simulated line, logged line.
    Same(usize, usize),
    /// The same command with other arguments: simulated line, logged line.
    Changed(usize, usize),
    /// Only in the simulation; the second index is the log's next line.
    Missing(usize, usize),
    /// Only in the log; the index of the logged line.
    Extra(usize),
}

/// Aligns two sequences of lines in which every name is already replaced by its mark (see `canonical`).
pub fn align(ours: &[String], theirs: &[String]) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(ours.len());
    for op in capture_diff_slices(Algorithm::Patience, ours, theirs) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                edits.extend((0..len).map(|at| Edit::Same(old_index + at, new_index + at)));
            }
            DiffOp::Delete { old_index, old_len, new_index } => {
                edits.extend((old_index..old_index + old_len).map(|at| Edit::Missing(at, new_index)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                edits.extend((new_index..new_index + new_len).map(Edit::Extra));
            }
            DiffOp::Replace { .. } => pair_up(&mut edits, ours, theirs, op.old_range(), op.new_range()),
        }
    }
    edits
}

/// Pairs lines in which the same tool works on the same file; all others are reported as missing or extra.
fn pair_up(
    edits: &mut Vec<Edit>,
    ours: &[String],
    theirs: &[String],
    ours_range: std::ops::Range<usize>,
    theirs_range: std::ops::Range<usize>,
) {
    let (start, mut next) = (theirs_range.start, theirs_range.start);
    let subjects: Vec<_> = theirs[theirs_range.clone()].iter().map(|line| subject(line)).collect();
    for our in ours_range {
        let wanted = subject(&ours[our]);
        let partner = (next..theirs_range.end).find(|&their| subjects[their - start] == wanted);
        match partner {
            Some(their) => {
                edits.extend((next..their).map(Edit::Extra));
                edits.push(Edit::Changed(our, their));
                next = their + 1;
            }
            None => edits.push(Edit::Missing(our, next)),
        }
    }
    edits.extend((next..theirs_range.end).map(Edit::Extra));
}

/// The tool or command of a line, and the first file that it names in the work directory.
fn subject(line: &str) -> (String, String) {
    let first = line.lines().next().unwrap_or_default();
    let words = words(first);
    let tool = super::places::tool_of(first).map(|(_, tool)| tool);
    let verb = tool.unwrap_or_else(|| words.first().map_or(String::new(), |word| word.text.clone()));
    if verb == "cat" || verb == "echo" {
        // Since go1.22 a short file is written with `echo >` instead of `cat >`, but it is the same file.
        let file = words.iter().skip_while(|word| !word.text.starts_with('>')).find(|word| word.text.len() > 1);
        return ("write".to_owned(), file.map_or(String::new(), |word| word.text.trim_start_matches('>').to_owned()));
    }
    let output = words.windows(2).find(|two| two[0].text == "-o").map(|two| &two[1]);
    let object = output.or_else(|| words.iter().find(|word| objdir_in(&word.text).is_some()));
    (verb, object.map_or(String::new(), |word| word.text.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn lines_that_do_the_same_are_partners() {
        let ours =
            lines("mkdir -p $WORK/b002/\n/g/pkg/tool/x/asm -a -o $WORK/b002/a.o\n/g/pkg/tool/x/asm -o $WORK/b002/b.o");
        let theirs = lines("/g/pkg/tool/x/asm -b -o $WORK/b002/b.o\necho -n > $WORK/b002/c # internal");
        assert_eq!(
            align(&ours, &theirs),
            [Edit::Missing(0, 0), Edit::Missing(1, 0), Edit::Changed(2, 0), Edit::Extra(1)]
        );
    }

    #[test]
    fn a_file_is_the_same_however_it_is_written() {
        let (cat, echo) = ("cat >$WORK/b002/f << 'EOF' # internal\nEOF\n", "echo -n > $WORK/b002/f # internal\n");
        assert_eq!(subject(cat), subject(echo));
        assert_ne!(subject(cat), subject("echo -n > $WORK/b002/g # internal\n"));
    }

    #[test]
    fn a_line_that_lacks_does_not_shift_the_others() {
        let ours = lines("a\nb\nc\nd");
        assert_eq!(
            align(&ours, &lines("a\nc\nd")),
            [Edit::Same(0, 0), Edit::Missing(1, 1), Edit::Same(2, 1), Edit::Same(3, 2)]
        );
    }
}
