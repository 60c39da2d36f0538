//! Which step of a lesson was changed.

use crate::terminal::plain::Plain;
use gostep_course::player::Player;

/// The first step that looks different in the new version; the last one if steps were removed at the end; none if
/// all are equal.
pub fn first_changed_step(old: &Player, new: &Player) -> Option<usize> {
    let look = Plain { width: 80, colour: false, notes: true };
    // The number of steps stands in every heading; it is not what was changed.
    let text = |player: &Player, step: usize| {
        let frame = player.frame(step)?;
        let text = look.frame(player, &frame);
        Some(text.split_once(']').map_or_else(String::new, |(_, rest)| rest.to_owned()))
    };
    let changed = (0..new.len()).find(|&step| text(old, step) != text(new, step));
    changed.or_else(|| (old.len() > new.len()).then(|| new.len().saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::template;
    use gostep_course::lesson::load::Shipped;
    use gostep_course::lesson::{File, check};
    use gostep_course::words::Lang;

    fn player(text: &str) -> Player {
        let checked = check(File { name: "x.yaml", text }, None, Lang::En, &Shipped);
        Player::new(checked.unwrap_or_else(|problems| panic!("{problems:#?}")))
    }

    #[test]
    fn a_changed_text_leads_to_its_step() {
        let text = template::lesson("x", Lang::En);
        let old = player(&text);
        assert_eq!(first_changed_step(&old, &player(&text)), None);
        assert_eq!(first_changed_step(&old, &player(&text.replace("name the package", "name it"))), Some(2));
        let shorter = player(text.split("  - id: try").next().unwrap_or_default());
        assert!(1 < shorter.len() && shorter.len() < old.len());
        assert_eq!(first_changed_step(&old, &shorter), Some(shorter.len() - 1));
        assert_eq!(first_changed_step(&shorter, &old), Some(shorter.len()));
    }
}
