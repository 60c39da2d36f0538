//! The flags of a what-if, as the simulation takes them and as one types them.

use super::asked::FlagsAsked;
use super::programs::Spelling;
use crate::error::PageError;
use gostep_sim::gobuild::CommandFlags;
use gostep_sim::xlog::shell::shell_word;

/// The values of `-buildmode` that the command line takes.
const BUILD_MODES: [&str; 3] = ["default", "exe", "pie"];

/// The flags for the simulation.
pub fn flags(asked: &FlagsAsked) -> Result<CommandFlags, PageError> {
    let text = |text: &String| (!text.is_empty()).then(|| text.clone());
    if !asked.buildmode.is_empty() && !BUILD_MODES.contains(&asked.buildmode.as_str()) {
        let (given, known) = (&asked.buildmode, BUILD_MODES.join(", "));
        return Err(PageError::new(format!("-buildmode={given}: write one of {known}")));
    }
    Ok(CommandFlags {
        workers: asked.p,
        all: asked.a.then_some(true),
        trimpath: asked.trimpath.then_some(true),
        ldflags: text(&asked.ldflags).into_iter().collect(),
        gcflags: text(&asked.gcflags).into_iter().collect(),
        asmflags: text(&asked.asmflags).into_iter().collect(),
        buildmode: text(&asked.buildmode),
        output: text(&asked.o),
        ..CommandFlags::default()
    })
}

/// The command that asks the same in a terminal.
pub fn command_line(program: &Spelling, asked: &FlagsAsked, changes: &[String]) -> String {
    let mut words = vec!["gostep".to_owned(), "whatif".to_owned()];
    words.extend(asked.p.map(|workers| format!("-p={workers}")));
    words.extend(
        [(asked.a, "-a"), (asked.trimpath, "-trimpath")]
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, flag)| (*flag).to_owned()),
    );
    for (flag, value) in [
        ("-ldflags", &asked.ldflags),
        ("-gcflags", &asked.gcflags),
        ("-asmflags", &asked.asmflags),
        ("-buildmode", &asked.buildmode),
        ("-o", &asked.o),
    ] {
        if !value.is_empty() {
            words.push(format!("{flag}={value}"));
        }
    }
    words.extend(program.words().into_iter().map(str::to_owned));
    words.extend(changes.iter().cloned());
    words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" ")
}
