//! What a step shows in the transcript, and what needs a place beside it.

use gostep_course::player::{Frame, Shown};

/// The command that a step points at, if it is a single one.
pub fn pointed_at(frame: &Frame) -> Option<usize> {
    match in_log(frame)? {
        Shown::Commands { new: false, commands, .. } => commands.first().map(|command| command.block),
        _ => None,
    }
}

/// The commands that a step shows, which are seen in the transcript and need no other place. None if it shows commands
/// more than once.
pub fn in_log(frame: &Frame) -> Option<&Shown> {
    let mut commands = frame.shows.iter().filter(|shown| matches!(shown, Shown::Commands { .. }));
    commands.next().filter(|_| commands.next().is_none())
}

/// What a step shows that is not seen in the transcript.
pub fn beside_log(frame: &Frame) -> Vec<&Shown> {
    let seen = in_log(frame);
    frame.shows.iter().filter(|shown| !seen.is_some_and(|seen| std::ptr::eq(seen, *shown))).collect()
}
