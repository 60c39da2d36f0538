//! Letters, numbers and words in typed answers.

/// The letter of the option with this index: a for 0; after z, its number from 1.
pub fn letter(number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|&number| number < 26).map(|number| char::from(b'a' + number));
    letter.map_or_else(|| (number + 1).to_string(), String::from)
}

/// Reads letters or numbers of options, separated or as one word, as indices from 0; `None` if anything else is among
/// them.
pub fn letters(typed: &str, options: usize) -> Option<Vec<usize>> {
    let one = |word: &str| match word.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|&option| option < options),
        Err(_) => (0..options).find(|&option| word.eq_ignore_ascii_case(&letter(option))),
    };
    let words: Vec<&str> = split(typed).collect();
    let together = || typed.char_indices().map(|(at, c)| one(&typed[at..at + c.len_utf8()])).collect();
    match words.as_slice() {
        [word] if word.chars().count() > 1 && one(word).is_none() => together(),
        words => words.iter().map(|word| one(word)).collect(),
    }
}

/// The words of an answer, separated by blanks or by commas of either language.
pub fn split(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([' ', ',', ';', '，', '、', '；', '\u{3000}']).filter(|word| !word.is_empty())
}

/// Reads a whole number. Full-width digits, which Chinese keyboards write, count as digits.
pub fn number(typed: &str) -> Option<i64> {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xff10..=0xff19 => char::from_u32(wide - 0xff10 + u32::from('0')).unwrap_or(c),
        _ => c,
    };
    let digits: String = typed.trim().chars().map(narrow).filter(|c| !matches!(c, '_' | ',' | '，')).collect();
    digits.parse().ok()
}
