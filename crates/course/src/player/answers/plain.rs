//! Judges choices, numbers, texts and orders.

use super::judge::{Judge, Verdict, code};
use super::letters::letter;
use crate::lesson::question::{Choice, Order};

/// A list of more names is not shown; then the number has to be enough.
const MOST_COUNTED: usize = 20;

impl Judge<'_> {
    pub(super) fn choice(&self, options: &[Choice], picked: &[usize]) -> Verdict {
        let is_picked = |number: usize| picked.contains(&number);
        let right = options.iter().enumerate().all(|(number, option)| option.right == is_picked(number));
        let mut parts = Vec::new();
        for (number, option) in options.iter().enumerate().filter(|(number, _)| is_picked(*number)) {
            // Why a chosen option is right is only explained if the whole answer is right.
            if option.right != right {
                continue;
            }
            parts.push(match (option.why.is_empty(), picked.len()) {
                (true, _) if right => String::new(),
                (true, _) => self.words.answers.not_so.with([&letter(number)]),
                (false, 1) => option.why.clone(),
                (false, _) => lettered(number, &option.why),
            });
        }
        let missing = options.iter().enumerate().filter(|(number, option)| option.right && !is_picked(*number)).count();
        let may_be_several = options.iter().filter(|option| option.right).count() > 1;
        if !right && missing > 0 && (may_be_several || picked.len() > 1) {
            parts.push(self.words.answers.more_are_right.with([&missing]));
        }
        (right, parts)
    }

    pub(super) fn right_options(options: &[Choice]) -> Vec<String> {
        let right = options.iter().enumerate().filter(|(_, option)| option.right);
        right.flat_map(|(number, option)| [lettered(number, &option.text), option.why.clone()]).collect()
    }

    pub(super) fn number(&self, answer: i64, given: i64, counted: Option<&[String]>) -> Verdict {
        match given.cmp(&answer) {
            std::cmp::Ordering::Equal => (true, self.counted(counted)),
            std::cmp::Ordering::Less => (false, vec![self.words.answers.too_low.with([&given])]),
            std::cmp::Ordering::Greater => (false, vec![self.words.answers.too_high.with([&given])]),
        }
    }

    pub(super) fn right_number(&self, answer: i64, counted: Option<&[String]>) -> Vec<String> {
        let mut parts = vec![format!("**{answer}**")];
        parts.extend(self.counted(counted));
        parts
    }

    /// The list of what was counted, if it is short enough to be read.
    fn counted(&self, counted: Option<&[String]>) -> Vec<String> {
        let counted = counted.filter(|items| items.len() <= MOST_COUNTED);
        counted.map(|items| self.names(items.iter().map(String::as_str), MOST_COUNTED)).into_iter().collect()
    }

    pub(super) fn text(&self, accepted: &[String], typed: &str) -> Verdict {
        let right = accepted.iter().any(|answer| plain(answer) == plain(typed));
        let wrong = || self.words.answers.not_it.with([&code(typed.trim())]);
        (right, if right { Vec::new() } else { vec![wrong()] })
    }

    /// Judges an order of the shown items; `None` if it is not a permutation of them.
    pub(super) fn order(&self, shown: &[usize], order: &Order, places: &[usize]) -> Option<Verdict> {
        let items: Vec<usize> = places.iter().map(|&place| shown.get(place).copied()).collect::<Option<_>>()?;
        let mut sorted = items.clone();
        sorted.sort_unstable();
        if sorted != (0..order.items.len()).collect::<Vec<_>>() {
            return None;
        }
        let Some((early, late)) = order.first_mistake(&items) else {
            let said = if order.by_imports { self.words.answers.every_such_order } else { "" };
            return Some((true, vec![said.to_owned()]));
        };
        let (early, late) = (order.items[early].as_str(), order.items[late].as_str());
        let said = if order.by_imports {
            self.words.answers.needs_before.with([&code(early), &code(late), &code(late)])
        } else {
            self.words.answers.comes_before.with([&late, &early])
        };
        Some((false, vec![said]))
    }

    pub(super) fn right_order(&self, order: &Order) -> Vec<String> {
        let item = |item: usize| if order.by_imports { code(&order.items[item]) } else { order.items[item].clone() };
        let lines =
            (1..).zip(order.right()).map(|(number, at)| format!("{number}. {}", item(at).replace('\n', "\n   ")));
        let mut parts = vec![lines.collect::<Vec<_>>().join("\n")];
        if order.by_imports {
            parts.push(self.words.answers.every_such_order.to_owned());
        }
        parts
    }
}

fn lettered(number: usize, text: &str) -> String {
    format!("**{}.** {text}", letter(number))
}

/// The part of a text that is compared: case, quotes, surrounding or repeated blanks and a final full stop are left
/// out.
fn plain(text: &str) -> String {
    let text = text.replace(['`', '"', '\'', '“', '”', '「', '」'], "").to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '。']).to_owned()
}
