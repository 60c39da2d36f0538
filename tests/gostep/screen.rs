//! The full-screen player without a terminal: lessons played with lists of keys, and what is drawn.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gostep::terminal::tui::{App, Effect, Input, Settings, Theme, draw};
use gostep_course::lesson::load;
use gostep_course::player::{Form, Player};
use gostep_course::words::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::support::assert_snapshot;
use crate::support::drawn::text_of;
use crate::support::lessons::{QUESTIONS, TOUR, TOUR_ZH, player};

struct Screen {
    app: App,
    size: (u16, u16),
}

impl Screen {
    fn of(player: Player, step: usize, size: (u16, u16), settings: Settings) -> Self {
        Self { app: App::new(player, settings, step, size).unwrap(), size }
    }

    fn open(lesson: &str, lang: Lang, size: (u16, u16), settings: Settings) -> Self {
        Self::of(player(lesson, lang), 0, size, settings)
    }

    fn at(lesson: &str, step: &str, lang: Lang, size: (u16, u16), settings: Settings) -> Self {
        let player = player(lesson, lang);
        let step = player.find(step).unwrap();
        Self::of(player, step, size, settings)
    }

    fn press(&mut self, code: KeyCode) -> Effect {
        self.app.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn keys(&mut self, keys: &str) {
        for key in keys.chars() {
            self.press(KeyCode::Char(key));
        }
    }

    /// The test backend does not know that a narrow sign over a wide one clears both cells, so each time is the first.
    fn draw(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|canvas| draw(&self.app, canvas)).unwrap();
        terminal.backend().buffer().clone()
    }

    fn text(&self) -> String {
        text_of(&self.draw())
    }

    /// The pieces of text that have a style of their own, row by row.
    fn styles(&self) -> String {
        let buffer = self.draw();
        let mut text = String::new();
        for row in buffer.content.chunks(usize::from(buffer.area.width)) {
            for piece in row.chunk_by(|a, b| a.style() == b.style()) {
                let words: String = piece.iter().map(Cell::symbol).collect();
                let style = piece[0].style();
                let colours = [style.fg, style.bg] != [Some(Color::Reset); 2];
                if !words.trim().is_empty() && (colours || !style.add_modifier.is_empty()) {
                    let bg = style.bg.filter(|bg| *bg != Color::Reset).map_or(String::new(), |bg| format!(" on {bg}"));
                    let fg = style.fg.unwrap_or_default();
                    text.push_str(&format!("{fg}{bg} {:?}: {}\n", style.add_modifier, words.trim()));
                }
            }
        }
        text
    }

    /// Lets the question of this step be answered, if there is one: by a try, then by asking until the answer is told.
    fn answer(&mut self) {
        let step = self.app.step();
        let Some(question) = self.app.player().frame(step).unwrap().question else { return };
        // Keys are answers once one has read on to the question.
        while !self.app.is_asking() {
            self.press(KeyCode::Enter);
            assert_eq!(self.app.step(), step, "the question is never seen");
        }
        match &question.form {
            form if form.is_task() => {
                for _ in 0..=question.hints.len().max(1) {
                    self.keys("?");
                }
                return;
            }
            Form::Machine { .. } | Form::Build { .. } => panic!("a task that is none"),
            Form::Choice { .. } | Form::Pick { .. } => self.keys("a"),
            Form::Order { items } => {
                for at in 0..items.len() {
                    self.keys(&gostep_course::player::letter(at));
                }
            }
            Form::Number => self.keys("1"),
            Form::Text => self.keys("x"),
            Form::Packages { known, .. } => self.keys(&known[0]),
        }
        let effect = self.press(KeyCode::Enter);
        assert!(matches!(effect, Effect::Answered { .. }), "step {step}: {effect:?}");
        if effect == (Effect::Answered { right: false }) {
            for _ in 0..=question.hints.len().max(1) {
                self.keys("?");
            }
        }
    }
}

const SIZES: [(u16, u16); 4] = [(40, 15), (80, 24), (120, 40), (200, 60)];

fn lessons() -> Vec<&'static str> {
    load::names().chain([QUESTIONS]).collect()
}

/// From start to end with Enter alone (and the answers), all the way back, and forward again: every screen is the same.
/// In two columns, nothing crosses the line between them.
#[test]
fn every_lesson_can_be_played_there_and_back() {
    let mut sizes = SIZES.iter().cycle();
    for lesson in lessons() {
        for lang in Lang::ALL {
            let player = player(lesson, lang);
            let size = *sizes.next().unwrap();
            there_and_back(lesson, &mut Screen::of(player.clone(), 0, size, Settings::default()));
            columns_hold(lesson, &mut Screen::of(player, 0, (121, 30), Settings::default()));
        }
        sizes.next();
    }
}

fn there_and_back(lesson: &str, screen: &mut Screen) {
    let steps = screen.app.player().len();
    let size = screen.size;
    let mut presses = 0;
    screen.answer();
    while screen.app.step() + 1 < steps {
        let before = screen.app.step();
        screen.press(KeyCode::Enter);
        if screen.app.step() != before {
            assert_eq!(screen.app.step(), before + 1);
            screen.answer();
        }
        presses += 1;
        assert!(presses < steps * 60, "{lesson} at {size:?} never ends");
    }
    screen.press(KeyCode::End);
    let mut back = vec![screen.text()];
    for step in (0..steps - 1).rev() {
        screen.press(KeyCode::Left);
        assert_eq!(screen.app.step(), step);
        back.push(screen.text());
    }
    for (step, seen) in back.iter().rev().enumerate() {
        if step > 0 {
            screen.press(KeyCode::Right);
        }
        assert_eq!(screen.app.step(), step);
        assert_eq!(screen.text(), *seen, "{lesson}, step {step}, {size:?}");
    }
}

fn columns_hold(lesson: &str, screen: &mut Screen) {
    let between = 121 * 9 / 20;
    for step in 0..screen.app.player().len() {
        let buffer = screen.draw();
        for y in 2..29 {
            assert_eq!(buffer[(between, y)].symbol(), "│", "{lesson}, step {step}, row {y}");
        }
        screen.press(KeyCode::Right);
    }
    screen.press(KeyCode::F(1));
    let text = screen.text();
    let sides: Vec<_> = text.lines().filter(|line| line.contains('┌') || line.contains('└')).collect();
    assert_eq!(sides.len(), 2, "{text}");
}

/// Whatever the build is made to do, `r` brings back the screen of the step.
#[test]
fn the_build_can_be_moved_and_put_back() {
    let mut screen = Screen::at(TOUR, "command", Lang::En, (100, 30), Settings::default());
    let step = screen.text();
    for keys in ["...", ",,", ">>>", "<", "e", "0", "e,,,<<", "2", "45"] {
        screen.keys(keys);
        assert_ne!(screen.text(), step, "{keys}");
        screen.keys("r");
        assert_eq!(screen.text(), step, "{keys}");
    }
}

/// Nothing can be typed, and no size chosen, that ends in anything but a screen.
#[test]
fn all_keys_at_all_sizes_leave_a_screen() {
    let keys: Vec<KeyCode> = (' '..='~').filter(|c| *c != 'q').map(KeyCode::Char).collect();
    let others = [KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::Backspace, KeyCode::PageDown, KeyCode::Up];
    for (lesson, size) in [(QUESTIONS, (80, 24)), ("order", (40, 15)), ("order", (120, 40))] {
        let mut screen = Screen::open(lesson, Lang::Zh, size, Settings::default());
        for (at, key) in keys.iter().chain(&others).cycle().take(600).enumerate() {
            screen.press(*key);
            screen.press(others[at % others.len()]);
            assert!(!screen.text().is_empty());
            if at % 50 == 0 {
                screen.press(KeyCode::Right);
            }
        }
    }
    for width in (2..60).step_by(7) {
        for height in (1..30).step_by(5) {
            let screen = Screen::open("order", Lang::Zh, (width, height), Settings::default());
            assert!(!screen.text().trim().is_empty(), "{width}x{height}");
        }
    }
}

/// Every size down to one cell, every pane and overlay: something is drawn, and soon.
#[test]
fn no_screen_is_too_small_to_draw() {
    for (lesson, lang) in lessons().into_iter().flat_map(|lesson| Lang::ALL.map(|lang| (lesson, lang))) {
        let player = player(lesson, lang);
        for width in [1, 3, 39] {
            for step in 0..player.len() {
                Screen::of(player.clone(), step, (width, 4), Settings::default()).draw();
            }
        }
        for width in [1, 2, 5] {
            for height in [1, 4] {
                for key in ["", "?", "G", "/", "g", "z"] {
                    let mut screen = Screen::of(player.clone(), 0, (80, 24), Settings::default());
                    screen.keys(key);
                    screen.size = (width, height);
                    screen.app.update(Input::Resize(width, height));
                    screen.draw();
                }
            }
        }
    }
}

/// Each step of the tour, one below the other.
#[test]
fn the_tour_looks_well() {
    for (lesson, lang) in [(TOUR, Lang::En), (TOUR_ZH, Lang::Zh)] {
        let player = player(lesson, lang);
        for size in &SIZES[..3] {
            let mut screen = Screen::of(player.clone(), 0, *size, Settings::default());
            let mut text = screen.text();
            for _ in 1..screen.app.player().len() {
                screen.press(KeyCode::Right);
                text.push_str(&screen.text());
            }
            assert_snapshot(&format!("screen_tour_{}_{}x{}", lang.code(), size.0, size.1), &text);
        }
    }
}

#[test]
fn inspectors_and_overlays_look_well() {
    for (lesson, lang) in [(TOUR, Lang::En), (TOUR_ZH, Lang::Zh)] {
        let mut text = String::new();
        let player = player(lesson, lang);
        let step = player.find("states").unwrap();
        for keys in ["2", "3", "4", "5", "?", "g", "/"] {
            let mut screen = Screen::of(player.clone(), step, (80, 24), Settings::default());
            screen.keys(keys);
            text.push_str(&screen.text());
        }
        assert_snapshot(&format!("screen_inspectors_{}", lang.code()), &text);
    }
}

#[test]
fn questions_look_well() {
    let mut text = String::new();
    let mut screen = Screen::open(QUESTIONS, Lang::En, (80, 24), Settings::default());
    for _ in 0..screen.app.player().len() {
        text.push_str(&screen.text());
        screen.answer();
        text.push_str(&screen.text());
        screen.press(KeyCode::Right);
    }
    assert_snapshot("screen_questions", &text);
}

#[test]
fn themes_tell_the_same_in_other_colours() {
    let mut texts = Vec::new();
    for (name, theme) in Theme::ALL {
        let settings = Settings { theme, ..Settings::default() };
        let screen = Screen::at(TOUR, "command", Lang::En, (80, 24), settings);
        texts.push(screen.text());
        assert_snapshot(&format!("screen_theme_{name}"), &screen.styles());
    }
    // Code has backquotes where colour cannot tell it.
    assert!(texts.iter().all(|text| text.replace('`', "") == texts[0]));
}

#[test]
fn ascii_is_ascii() {
    let settings = Settings { ascii: true, ..Settings::default() };
    let mut screen = Screen::open(TOUR, Lang::En, (80, 24), settings);
    for _ in 0..screen.app.player().len() {
        for keys in ["1", "2", "3", "4", "5", "?", " "] {
            screen.keys(keys);
            let text = screen.text();
            assert!(text.is_ascii(), "{text}");
        }
        screen.press(KeyCode::Esc);
        screen.press(KeyCode::Right);
    }
    let screen = Screen::at(TOUR, "lanes", Lang::En, (80, 24), settings);
    assert_snapshot("screen_ascii", &screen.text());
}

impl Screen {
    fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) {
        self.app.update(Input::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// Clicks on the first place where this is seen.
    fn click(&mut self, text: &str) {
        let seen = self.text();
        let (row, line) = seen.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
        let column = line[..line.find(text).unwrap()].width();
        self.mouse(
            MouseEventKind::Down(MouseButton::Left),
            u16::try_from(column).unwrap(),
            u16::try_from(row).unwrap(),
        );
    }
}

#[test]
fn the_mouse_points_and_scrolls() {
    let mut screen = Screen::open(QUESTIONS, Lang::En, (80, 24), Settings::default());
    screen.click("b main");
    assert!(screen.text().contains("(•) b main"));
    screen.click("2 Packages");
    assert!(screen.text().contains("[2 Packages]"));
    screen.click("internal/cpu");
    assert!(screen.text().contains("[○ internal/cpu]"), "{}", screen.text());
    let first = screen.text();
    let (column, row) = (20, 16);
    screen.mouse(MouseEventKind::ScrollDown, column, row);
    assert_ne!(screen.text(), first);
    screen.mouse(MouseEventKind::ScrollUp, column, row);
    assert_eq!(screen.text(), first);
    // The middle of the time line.
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 20, 1);
    let moved = screen.text();
    assert!(moved.lines().nth(1).unwrap().contains("━●"), "{moved}");
    screen.keys("r");
    assert!(screen.text().contains("(•) b main"));
}

#[test]
fn words_are_looked_up() {
    for lang in Lang::ALL {
        let player = player(TOUR, lang);
        let app = App::new(player, Settings::default(), 0, (80, 24)).unwrap();
        let glossary = gostep_course::lesson::glossary::Glossary::embedded(lang).unwrap();
        let mut screen = Screen { app: app.with_glossary(glossary), size: (80, 24) };
        let lesson = screen.text();
        screen.keys("G");
        let open = screen.text();
        assert!(open.contains("│ package") || open.contains("（package）"), "{open}");
        screen.press(KeyCode::PageDown);
        assert_ne!(screen.text(), open);
        screen.press(KeyCode::Esc);
        assert_eq!(screen.text(), lesson);
    }
}

/// What a step points at in the log is read to its end with Enter alone, before the next step comes.
#[test]
fn a_command_is_read_to_its_end() {
    let mut screen = Screen::at("log", "compile-line", Lang::En, (80, 24), Settings::default());
    let last = "goarch/zgoarch_amd64.go";
    assert!(screen.text().contains("more ↓ · line 5/662"), "{}", screen.text());
    assert!(!screen.text().contains(last));
    let step = screen.app.step();
    while !screen.text().contains(last) {
        screen.press(KeyCode::Enter);
        assert_eq!(screen.app.step(), step);
    }
    screen.press(KeyCode::Enter);
    assert_eq!(screen.app.step(), step + 1);
}

/// Before the first command the log has the line with the work directory; it is line 1 of it.
#[test]
fn the_log_begins_with_the_work_directory() {
    for lang in Lang::ALL {
        let screen = Screen::open("log", lang, (80, 24), Settings::default());
        assert!(screen.text().contains("\n     1  WORK=/tmp/go-build"), "{}", screen.text());
    }
}

/// A message takes as many rows as it needs: nothing of it is cut off.
#[test]
fn messages_are_seen_as_a_whole() {
    for (lang, end) in [(Lang::En, "goonwithoutone:→"), (Lang::Zh, "不答也可以，按→继续。")] {
        let mut screen = Screen::at("faults", "symabis", lang, (40, 15), Settings::default());
        while !screen.app.is_asking() {
            screen.press(KeyCode::Enter);
        }
        for _ in 0..3 {
            screen.press(KeyCode::Enter);
        }
        let text = screen.text();
        assert!(text.split_whitespace().collect::<String>().ends_with(end), "{text}");
    }
}

/// Without colours only what is meant stands out: no blank between packages does.
#[test]
fn blanks_between_packages_are_plain() {
    let mut screen = Screen::open("order", Lang::En, (80, 24), Settings { theme: Theme::None, ..Settings::default() });
    screen.keys("2");
    let buffer = screen.draw();
    let marks = |cell: &&Cell| cell.modifier.contains(Modifier::REVERSED) && cell.symbol() == " ";
    assert_eq!(buffer.content.iter().filter(marks).count(), 0, "{}", screen.styles());
}

/// Terminals without arrows in their letters get the names of the keys: `>` would be another key.
#[test]
fn arrow_keys_have_names_in_ascii() {
    let settings = Settings { ascii: true, ..Settings::default() };
    let mut screen = Screen::at("log", "work", Lang::En, (80, 24), settings);
    while !screen.app.is_asking() {
        screen.press(KeyCode::Enter);
    }
    let text = screen.text();
    assert!(text.contains("Right go on without") && text.contains("letter, or Up/Down"), "{text}");
    screen.press(KeyCode::F(1));
    assert!(screen.text().contains("b, Left "), "{}", screen.text());
}

/// The first step of a lesson that asks, with the question on the screen and in front of the keys.
fn at_a_question(lesson: &str, step: &str) -> Screen {
    let mut screen = Screen::at(lesson, step, Lang::En, (100, 40), Settings::default());
    while !screen.app.is_asking() {
        screen.press(KeyCode::Enter);
    }
    screen
}

/// Reading on does not pass over a question, whichever pane has the keys; Esc leaves it alone.
#[test]
fn enter_comes_to_an_open_question_before_the_next_step() {
    let mut screen = at_a_question("log", "work");
    let step = screen.app.step();
    for pane in [1, 2] {
        for _ in 0..pane {
            screen.press(KeyCode::Tab);
        }
        assert!(!screen.app.is_asking());
        for _ in 0..40 {
            if screen.app.is_asking() {
                break;
            }
            screen.press(KeyCode::Enter);
        }
        assert!(screen.app.is_asking(), "{}", screen.text());
        assert_eq!(screen.app.step(), step);
    }
    screen.press(KeyCode::Enter);
    assert!(screen.text().contains("Pick an answer first"), "{}", screen.text());
    screen.press(KeyCode::Esc);
    for _ in 0..40 {
        screen.press(KeyCode::Enter);
    }
    assert!(screen.app.step() > step);
}

/// What the arrows are at is picked, so Enter takes it; a hint leaves what was said to the answer.
#[test]
fn arrows_pick_and_hints_keep_what_was_said() {
    let mut screen = at_a_question("log", "search");
    screen.press(KeyCode::Down);
    screen.press(KeyCode::Down);
    assert!(screen.text().contains("›(•) b"), "{}", screen.text());
    screen.press(KeyCode::Up);
    assert!(screen.text().contains("›(•) a") && screen.text().contains("( ) b"), "{}", screen.text());
    screen.press(KeyCode::Enter);
    assert!(screen.text().contains("✗ Not quite"), "{}", screen.text());
    assert!(screen.text().contains("? hint"), "{}", screen.text());
    screen.keys("?");
    assert!(screen.text().contains("Hint") && screen.text().contains("✗ Not quite"), "{}", screen.text());
    assert!(screen.text().contains("? answer") && !screen.text().contains("? hint"), "{}", screen.text());
}

/// Where there are fewer steps, a bare number is that of a line; the log is searched as grep searches it.
#[test]
fn lines_and_patterns_are_found() {
    let mut screen = Screen::open("log", Lang::En, (100, 40), Settings::default());
    screen.keys("g300");
    screen.press(KeyCode::Enter);
    assert!(screen.text().contains("line 300/662") || screen.text().contains(" 300 "), "{}", screen.text());
    screen.keys("/compile.*-p runtime ");
    screen.press(KeyCode::Enter);
    assert!(screen.text().contains("match 1 of 1"), "{}", screen.text());
    for nothing in ["g0", "g:0", "g:663"] {
        screen.keys(nothing);
        screen.press(KeyCode::Enter);
        assert!(screen.text().contains("There is no step, package or line"), "{nothing}: {}", screen.text());
    }
    // With one pane at a time, it is the log.
    let mut small = Screen::open("log", Lang::En, (60, 15), Settings::default());
    small.keys("g:300");
    small.press(KeyCode::Enter);
    assert!(small.text().contains("━ Log · ") && small.text().contains("$WORK/b033"), "{}", small.text());
    screen.keys("/no.*such.*thing");
    screen.press(KeyCode::Enter);
    assert!(screen.text().contains("is not in the log"), "{}", screen.text());
}

/// In practice there is one question: after it Enter is done with it, and no key leads to another step. Asking for the
/// answer counts as a wrong one.
#[test]
fn a_question_is_asked_alone() {
    let settings = Settings { alone: Some((2, 5)), ..Settings::default() };
    for lang in Lang::ALL {
        let mut screen = Screen::at("log", "work", lang, (80, 24), settings);
        let step = screen.app.step();
        assert!(
            screen.text().lines().next().unwrap().trim_end().ends_with(["question 2/5", "第 2/5 题"][lang as usize])
        );
        while !screen.app.is_asking() {
            screen.press(KeyCode::Enter);
        }
        for key in [KeyCode::Left, KeyCode::Home, KeyCode::End, KeyCode::Backspace] {
            assert_eq!(screen.press(key), Effect::Stay);
            assert_eq!(screen.app.step(), step);
        }
        assert_eq!(screen.press(KeyCode::Char('?')), Effect::Stay);
        assert_eq!(screen.press(KeyCode::Char('?')), Effect::Answered { right: false });
        screen.keys("g1");
        screen.press(KeyCode::Enter);
        assert_eq!(screen.app.step(), step);
        let mut effects = (0..9).map(|_| screen.press(KeyCode::Enter));
        assert!(effects.any(|effect| effect == Effect::Done));
    }
}

/// Keys that do not go to a question do not pretend to: what is said of it is how to come back.
#[test]
fn a_question_that_is_left_says_how_to_come_back() {
    for leave in [KeyCode::Esc, KeyCode::Tab] {
        let mut screen = Screen::at("log", "commands", Lang::En, (80, 24), Settings::default());
        assert!(screen.app.is_asking());
        screen.press(leave);
        let text = screen.text();
        assert!(text.contains("Esc comes back to the question.") && !text.contains("Pick one"), "{text}");
        screen.press(KeyCode::Esc);
        assert!(screen.app.is_asking() && screen.text().contains("Pick one"));
    }
}
