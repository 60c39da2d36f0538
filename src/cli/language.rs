//! `--lang`, which stands anywhere on the command line, before or after a command.

use std::ffi::OsString;

use gostep_course::words::Lang;

const NAME: &str = "--lang";

/// A command line with `--lang` apart from all other words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// The language that is asked for, if it is one that gostep speaks. The last one counts.
    pub lang: Option<Lang>,
    /// Every `--lang` with its value, as it was written.
    named: Vec<OsString>,
    /// All other words; the first is the name of the program.
    pub words: Vec<OsString>,
}

impl CommandLine {
    /// Takes a command line apart. What stands behind `--` belongs to the command.
    pub fn of(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let mut line = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(word) = arguments.next() {
            match word.to_str() {
                Some("--") => {
                    line.words.push(word);
                    line.words.extend(arguments.by_ref());
                }
                Some(NAME) => match arguments.next() {
                    Some(value) => {
                        line.lang = value.to_str().and_then(Lang::parse).or(line.lang);
                        line.named.extend([word, value]);
                    }
                    None => line.words.push(word),
                },
                Some(text) if text.starts_with("--lang=") => {
                    line.lang = Lang::parse(&text["--lang=".len()..]).or(line.lang);
                    line.named.push(word);
                }
                _ => line.words.push(word),
            }
        }
        line
    }

    /// The command line with every `--lang` at its beginning.
    pub fn in_front(self) -> Vec<OsString> {
        let mut words = self.words.into_iter();
        let program = words.next();
        program.into_iter().chain(self.named).chain(words).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let read = |line: &str| {
            let line = CommandLine::of(line.split(' ').map(OsString::from));
            let lang = line.lang;
            let words: Vec<String> = line.in_front().into_iter().map(|word| word.into_string().unwrap()).collect();
            (lang, words.join(" "))
        };
        let zh = Some(Lang::Zh);
        assert_eq!(read("gostep build -h --lang zh"), (zh, "gostep --lang zh build -h".to_owned()));
        assert_eq!(read("gostep build --lang=en x --lang zh"), (zh, "gostep --lang=en --lang zh build x".to_owned()));
        assert_eq!(read("gostep play --lang fr"), (None, "gostep --lang fr play".to_owned()));
        assert_eq!(read("gostep play --lang"), (None, "gostep play --lang".to_owned()));
        assert_eq!(read("gostep explain -- --lang zh"), (None, "gostep explain -- --lang zh".to_owned()));
    }
}
