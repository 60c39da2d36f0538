//! The settings in the build info, which a log shows in importcfg.link.

use std::collections::BTreeMap;

use super::parse::{Kind, Log};
use crate::goquote::unquote;

/// The settings by name: `-ldflags`, `GOOS`, `vcs.revision`.
pub type Settings = BTreeMap<String, String>;

/// The settings that a log shows; `None` if it has no build info.
pub fn settings(log: &Log) -> Option<Settings> {
    log.items.iter().find_map(|item| match &item.kind {
        Kind::WriteFile { body, .. } => of_file(body),
        _ => None,
    })
}

/// The settings in what is written to importcfg.link; `None` for another file.
pub fn of_file(body: &str) -> Option<Settings> {
    let text = body.lines().find_map(|line| unquote(line.strip_prefix("modinfo ")?))?;
    Some(text.lines().filter_map(setting).collect())
}

/// `build\tNAME=VALUE`. A value with spaces or quotes is itself a string literal.
fn setting(line: &str) -> Option<(String, String)> {
    let (name, value) = line.strip_prefix("build\t")?.split_once('=')?;
    Some((name.to_owned(), unquote(value).unwrap_or_else(|| value.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_with_their_quotes() {
        let text = "cat >$WORK/b001/importcfg.link << 'EOF' # internal\npackagefile m=a\n\
                    modinfo \"0w\\xafpath\\tm\\nbuild\\t-ldflags=\\\"-X \\\\\\\"main.v=a b\\\\\\\"\\\"\\nbuild\\tGOOS=linux\\n\\xf92\"\nEOF\n";
        let settings = settings(&Log::parse(text)).unwrap();
        assert_eq!(settings["-ldflags"], "-X \"main.v=a b\"");
        assert_eq!(settings["GOOS"], "linux");
        assert_eq!(settings.len(), 2);
    }
}
