//! What has to be in sight so that a reader sees what a step points at, without a key.

use super::super::inspector::Inspector;
use super::super::state::State;
use super::rows_before;
use gostep_view::look::{Line, Look};
use gostep_view::shown::{beside_log, pointed_at};

/// Rows of a thing that is shown that tell what it is.
const BEGINNING: usize = 3;
/// Rows of lanes or packages that tell something.
const PICTURE: usize = 4;

/// Rows of the log down to the last one in the command that the step marks.
pub fn needed_of_log(state: &State, command: &[Line]) -> usize {
    let (Some(at), true) = (state.command(), pointed_at(&state.frame).is_some() && !state.is_away()) else { return 0 };
    let marked = command.iter().rposition(is_marked).map_or(1, |row| row + 1);
    marked + rows_before(state, at, marked + 2)
}

/// Rows of the inspector in which everything that the step shows begins, and everything that it marks is seen.
pub fn needed_of_inspector(state: &State, lines: &[Line], starts: &[usize]) -> usize {
    let own = state.inspector == Inspector::for_step(&state.frame) && !beside_log(&state.frame).is_empty();
    match state.inspector {
        _ if !own => 0,
        Inspector::Step => {
            let begun = starts.last().map_or(0, |start| (start + BEGINNING).min(lines.len()));
            begun.max(lines.iter().rposition(is_marked).map_or(0, |row| row + 1))
        }
        _ => PICTURE,
    }
}

fn is_marked(line: &Line) -> bool {
    line.iter().any(|span| span.look == Look::Mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tui::layout::Pane;
    use crate::terminal::tui::{App, Settings};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    /// What of a step is out of sight.
    fn out_of_sight(app: &App) -> Vec<String> {
        let (state, page) = (&app.state, &app.page);
        let needed = [
            (Pane::Log, needed_of_log(state, &page.command)),
            (Pane::Inspector, needed_of_inspector(state, &page.inspector, &page.starts)),
        ];
        let missed = needed.into_iter().filter(|(pane, rows)| page.areas.rows(*pane) < *rows);
        missed.map(|(pane, rows)| format!("{pane:?} {} of {rows}", page.areas.rows(pane))).collect()
    }

    /// Steps that show several things which are longer than the screen together. The first one is in sight, how much more
    /// there is stands above it, and Enter reads on to it.
    const LONG: [(&str, &str); 3] = [("log", "assembly"), ("buildid", "extras"), ("faults", "program")];

    /// On a common terminal, every other step of the course has in sight what it points at.
    #[test]
    fn what_a_step_points_at_is_in_sight() {
        let mut missed = Vec::new();
        let mut steps = 0;
        for name in load::names() {
            for lang in Lang::ALL {
                let player = Player::new(load(name, lang).unwrap());
                for step in 0..player.len() {
                    steps += 1;
                    let app = App::new(player.clone(), Settings::default(), step, (80, 24)).unwrap();
                    let found = out_of_sight(&app);
                    let id = &player.head().steps[step].id;
                    if LONG.contains(&(name, id.as_str())) {
                        assert!(!found.is_empty() && app.unread_rows() > 0, "{name} {id} is no exception any more");
                    } else if !found.is_empty() {
                        missed.push(format!("{name} {lang:?} {} {id}: {}", step + 1, found.join("; ")));
                    }
                }
            }
        }
        assert!(missed.is_empty(), "{} of {steps} steps\n{}", missed.len(), missed.join("\n"));
    }
}
