//! What the environment says: the language of the locale, whether there is a terminal, its width, and colours.

use std::io::IsTerminal;

use crossterm::terminal;

use gostep_course::words::Lang;

const DEFAULT_WIDTH: usize = 80;
const NARROWEST: usize = 20;
const WIDEST: usize = 120;

/// The language that is asked for, otherwise that of the locale.
pub fn lang(asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(|| Lang::of_environment(|name| std::env::var(name).ok()))
}

/// Whether the locale uses UTF-8.
pub fn has_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8")
}

/// The width of the output in columns: COLUMNS, otherwise the width of the terminal, otherwise 80.
pub fn width() -> usize {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let columns = given.or_else(|| terminal::size().ok().map(|(columns, _)| usize::from(columns)));
    columns.filter(|&columns| columns > 0).unwrap_or(DEFAULT_WIDTH).clamp(NARROWEST, WIDEST)
}

/// Whether to use the full screen: there is a terminal that can do it, and `--plain` was not given.
pub fn has_screen(plain: bool) -> bool {
    has_terminal() && !plain && !is_dumb()
}

/// Whether input and output are a terminal, so that a person reads and types.
pub fn has_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether the terminal can only print lines (TERM is `dumb` or not set).
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term == "dumb")
}

/// Whether to write in colour. Also sets this for the library that paints.
pub fn colour() -> bool {
    let colour = has_colour();
    colored::control::set_override(colour);
    colour
}

/// Whether colours are wanted: NO_COLOR and CLICOLOR_FORCE decide first, then whether the output is a terminal.
pub fn has_colour() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    if no_colour() {
        return false;
    }
    set("CLICOLOR_FORCE") || (std::io::stdout().is_terminal() && !is_dumb())
}

/// Whether NO_COLOR is set.
pub fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether NO_MOTION is set.
pub fn no_motion() -> bool {
    std::env::var_os("NO_MOTION").is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_tells_of_unicode() {
        let with = |set: &'static [(&'static str, &'static str)]| {
            has_unicode(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(with(&[("LANG", "zh_CN.UTF-8")]));
        assert!(with(&[("LC_ALL", ""), ("LANG", "en_US.utf8")]));
        assert!(!with(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]));
        assert_eq!(with(&[]), cfg!(windows));
    }
}
