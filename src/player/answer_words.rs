//! What is said to answers, in every language. The sentences are Markdown; `{}` stands for what is filled in.

use crate::lesson::Lang;

/// The sentences of a language.
pub struct Words {
    /// Between names.
    pub comma: &'static str,
    /// What was typed is no letter of an option: the last letter.
    pub type_a_letter: &'static str,
    /// The same where several may be chosen.
    pub type_letters: &'static str,
    /// What was typed is no number.
    pub type_a_number: &'static str,
    /// An option is not right, and the lesson does not say why.
    pub not_so: &'static str,
    /// How many options more would be right.
    pub more_are_right: &'static str,
    /// A number is too low.
    pub too_low: &'static str,
    /// A number is too high.
    pub too_high: &'static str,
}

const EN: Words = Words {
    comma: ", ",
    type_a_letter: "Type one of the letters, a to {}.",
    type_letters: "Type the letters of all that are right, such as a,c; there are a to {}.",
    type_a_number: "Type a whole number, such as 12.",
    not_so: "{} is not right.",
    more_are_right: "Right ones that you did not choose: {}.",
    too_low: "It is more than {}.",
    too_high: "It is less than {}.",
};

const ZH: Words = Words {
    comma: "、",
    type_a_letter: "请输入一个字母：a 到 {}。",
    type_letters: "请输入所有正确选项的字母，例如 a,c；可选 a 到 {}。",
    type_a_number: "请输入一个整数，例如 12。",
    not_so: "{} 不对。",
    more_are_right: "还有 {} 个正确选项没有选。",
    too_low: "比 {} 多。",
    too_high: "比 {} 少。",
};

/// The sentences of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// Puts values into the gaps of a sentence, one after the other.
pub fn fill(sentence: &str, values: &[&dyn std::fmt::Display]) -> String {
    let mut out = String::new();
    let mut values = values.iter();
    for (number, part) in sentence.split("{}").enumerate() {
        if number > 0
            && let Some(value) = values.next()
        {
            out.push_str(&value.to_string());
        }
        out.push_str(part);
    }
    out
}
