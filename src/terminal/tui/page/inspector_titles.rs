//! The names of the inspectors above their pane.

use unicode_width::UnicodeWidthStr;

use super::super::inspector::Inspector;
use super::super::layout::PaneArea;
use super::super::state::State;

/// The names of all inspectors, the open one in brackets.
fn titles(state: &State) -> [String; Inspector::ALL.len()] {
    Inspector::ALL.map(|inspector| {
        let text = format!("{} {}", inspector as usize + 1, name(state, inspector));
        if inspector == state.inspector { format!("[{text}]") } else { text }
    })
}

/// Who works is the workers in a build, and what the runtime schedules in a run.
fn name(state: &State, inspector: Inspector) -> &'static str {
    match inspector {
        Inspector::Lanes if state.build().is_run => state.words.runtime.inspector,
        inspector => state.own.inspectors[inspector as usize],
    }
}

/// All names; only that of the open one where there is no room.
pub fn inspector_title(state: &State, room: usize) -> String {
    let all = titles(state).join(" ");
    if all.width() <= room { all } else { name(state, state.inspector).to_owned() }
}

/// The inspector whose name stands at a column of the rule.
pub fn inspector_at(state: &State, place: PaneArea, x: u16) -> Option<Inspector> {
    let titles = titles(state);
    if titles.join(" ").width() + 8 > usize::from(place.rule.width) {
        return None;
    }
    let mut from = usize::from(place.rule.x) + 2;
    for (title, inspector) in titles.iter().zip(Inspector::ALL) {
        let to = from + title.width();
        if (from..to).contains(&usize::from(x)) {
            return Some(inspector);
        }
        from = to + 1;
    }
    None
}
