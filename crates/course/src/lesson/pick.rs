//! Which lines of a text are shown.

/// Lines by what stands in them, or the first ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// Only lines with one of these words; all lines if empty.
    pub find: Vec<String>,
    /// At most so many of them; if not given, some `MOST_LINES`.
    pub head: Option<usize>,
}

/// More lines than these are shown only if a lesson asks for them.
pub const MOST_LINES: usize = 20;
/// So few more are shown all the same: to leave them out would save nothing.
const FEW: usize = 4;

impl Pick {
    /// Indices of the lines that are shown, and how many lines fit in all.
    pub fn lines(&self, text: &str) -> (Vec<usize>, usize) {
        let wanted = |line: &str| self.find.is_empty() || self.find.iter().any(|word| line.contains(word.as_str()));
        let fit: Vec<usize> = text.split('\n').enumerate().filter(|(_, line)| wanted(line)).map(|(at, _)| at).collect();
        let count = fit.len();
        let most = self.head.unwrap_or(if count <= MOST_LINES + FEW { count } else { MOST_LINES });
        (fit.into_iter().take(most).collect(), count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(find: &[&str], head: Option<usize>) -> Pick {
        Pick { find: find.iter().map(|&word| word.to_owned()).collect(), head }
    }

    #[test]
    fn lines_with_a_word_or_the_first_ones() {
        let text = "def a\nref b\ndef c\nref d";
        assert_eq!(pick(&["def"], None).lines(text), (vec![0, 2], 2));
        assert_eq!(pick(&["def", "d"], Some(1)).lines(text), (vec![0], 3));
        assert_eq!(pick(&[], Some(2)).lines(text), (vec![0, 1], 4));
        assert_eq!(pick(&["x"], None).lines(text), (vec![], 0));
        let long = "x\n".repeat(99);
        assert_eq!(pick(&[], None).lines(&long).0.len(), MOST_LINES);
        assert_eq!(pick(&[], None).lines(&long[..2 * MOST_LINES]).0.len(), MOST_LINES + 1);
    }
}
