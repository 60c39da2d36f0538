//! The commands of a step to try, for the clipboard.

use super::super::app::App;
use super::super::input::Effect;
use gostep_course::player::Frame;
use gostep_course::player::markdown::Block;
use gostep_course::words::of_commands;

/// The step of a lesson that has commands to try.
const TRY: &str = "try";

impl App {
    /// Takes the code of this step, or else that of the step with commands to try.
    pub(super) fn copy(&mut self) -> Effect {
        let words = &of_commands(self.player().head().lang).menu;
        let here = code_of(&self.state.frame);
        let (code, elsewhere) = if here.is_empty() {
            let there = self.player().find(TRY).and_then(|step| self.player().frame(step));
            (there.as_ref().map_or_else(String::new, code_of), there.map(|frame| frame.title))
        } else {
            (here, None)
        };
        if code.is_empty() {
            self.state.say(words.nothing_to_copy);
            return Effect::Stay;
        }
        let lines = code.lines().count();
        self.state.say(match elsewhere {
            Some(title) => words.copied_from.with([&lines, &title]),
            None => words.copied.with([&lines]),
        });
        self.state.copied = Some(code);
        Effect::Copy
    }

    /// What was copied last; nothing when it was taken already.
    pub fn copied(&mut self) -> Option<String> {
        self.state.copied.take()
    }
}

/// All code in what a step says, in order.
fn code_of(frame: &Frame) -> String {
    let mut code = Vec::new();
    collect(frame.lead.iter().chain(&frame.text), &mut code);
    code.join("\n")
}

fn collect<'a>(blocks: impl IntoIterator<Item = &'a Block>, code: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Code { text, .. } => code.push(text),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, code)),
            Block::Quote { blocks } => collect(blocks, code),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tui::Settings;
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    /// From every step of the course there are commands to try, and nothing but them.
    #[test]
    fn there_is_something_to_copy_everywhere_in_the_course() {
        for name in load::names() {
            let player = Player::new(load(name, Lang::En).unwrap());
            let tried = player.find(TRY).unwrap();
            let mut app = App::new(player.clone(), Settings::default(), tried, (80, 24)).unwrap();
            assert_eq!(app.copy(), Effect::Copy);
            let commands = app.copied().unwrap();
            assert!(commands.contains("go"), "{name}: {commands}");
            assert_eq!(app.copied(), None);
            let mut plain = App::new(player, Settings::default(), tried - 1, (80, 24)).unwrap();
            if code_of(&plain.state.frame).is_empty() {
                plain.copy();
                assert_eq!(plain.copied(), Some(commands), "{name}");
            }
        }
    }

    #[test]
    fn what_is_copied_from_another_step_is_said() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let mut app = App::new(player, Settings::default(), 0, (80, 24)).unwrap();
        app.state.frame.lead.clear();
        app.state.frame.text.clear();
        assert_eq!(app.copy(), Effect::Copy);
        assert!(app.state.message.as_ref().unwrap().contains("Try it yourself"));
    }
}
