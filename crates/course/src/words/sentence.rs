//! Sentences with gaps.

use std::fmt::Display;

/// A sentence with `N` gaps. `{}` takes the next value, `{1}` the one with this number, from 0.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<const N: usize>(&'static str);

/// A sentence of a table. That it has another number of gaps is an error of the compiler.
pub(super) const fn say<const N: usize>(text: &'static str) -> Sentence<N> {
    assert!(gaps(text.as_bytes()) == N, "the sentence has more or fewer gaps than its subject asks for");
    Sentence(text)
}

/// How many values a text takes.
const fn gaps(text: &[u8]) -> usize {
    let (mut in_order, mut numbered, mut at) = (0, 0, 0);
    while at + 1 < text.len() {
        let next = text[at + 1];
        if text[at] == b'{' && next == b'}' {
            in_order += 1;
        } else if text[at] == b'{' && next.is_ascii_digit() {
            let number = (next - b'0') as usize + 1;
            numbered = if number > numbered { number } else { numbered };
        }
        at += 1;
    }
    assert!(in_order == 0 || numbered == 0, "gaps are all numbered, or none is");
    in_order + numbered
}

impl<const N: usize> Sentence<N> {
    /// The sentence with values in its gaps. What stands in a value is left alone.
    pub fn with(&self, values: [&dyn Display; N]) -> String {
        let mut out = String::new();
        let mut in_order = values.iter();
        let mut rest = self.0;
        while let Some((before, gap)) = rest.split_once('{') {
            out.push_str(before);
            let Some((number, after)) = gap.split_once('}') else { break };
            let value = if number.is_empty() {
                in_order.next()
            } else {
                number.parse().ok().and_then(|n: usize| values.get(n))
            };
            out.extend(value.map(ToString::to_string));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// A sentence about a number. Where a language says it in another way of one thing, that is `one`.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Of one thing, if that is not as of others.
    pub one: Option<&'static str>,
    /// Of any other number.
    pub many: Sentence<1>,
}

impl Counted {
    /// The sentence about a number.
    pub fn of(&self, number: usize) -> String {
        match self.one {
            Some(one) if number == 1 => one.to_owned(),
            _ => self.many.with([&number]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled() {
        const OF: Sentence<2> = say("{} of {}");
        const BEFORE: Sentence<2> = say("{1} before {0}");
        assert_eq!(OF.with([&1, &"two {}"]), "1 of two {}");
        assert_eq!(BEFORE.with([&"b", &"a"]), "a before b");
        assert_eq!(gaps(b"{2}, {0}"), 3);
    }
}
