use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::super::input::Input;
use super::*;
use gostep_course::lesson::head;
use gostep_course::player::Progress;
use gostep_course::player::progress::{Entry, What};

fn seen(steps: &[(&str, &str)]) -> Progress {
    let mut progress = Progress::default();
    for (time, (lesson, step)) in (1..).zip(steps) {
        let (lesson, step) = ((*lesson).to_owned(), (*step).to_owned());
        progress.apply(&Entry { time, lesson, step, what: What::Reached });
    }
    progress
}

fn menu(progress: &Progress, lang: Lang, size: (u16, u16)) -> Menu {
    let heads = head::course(lang).unwrap();
    Menu::new(Course { heads: &heads, progress }, None, lang, Settings::default(), size)
}

fn press(menu: &mut Menu, code: KeyCode) -> Chosen {
    menu.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn screen(menu: &Menu) -> String {
    let mut terminal = Terminal::new(TestBackend::new(menu.size.0, menu.size.1)).unwrap();
    terminal.draw(|canvas| draw_menu(menu, canvas)).unwrap();
    terminal.backend().to_string()
}

#[test]
fn one_key_begins_and_one_goes_on() {
    let mut first = menu(&Progress::default(), Lang::En, (80, 24));
    assert_eq!(press(&mut first, KeyCode::Enter), Chosen::Lesson(0));
    let mut later = menu(&seen(&[("order", "program"), ("order", "ready")]), Lang::En, (80, 24));
    assert_eq!(press(&mut later, KeyCode::Enter), Chosen::Lesson(1));
}

#[test]
fn lessons_are_chosen_by_arrow_number_and_name() {
    let mut menu = menu(&Progress::default(), Lang::En, (80, 24));
    let number = |name: &str| head::course(Lang::En).unwrap().iter().position(|head| head.name == name).unwrap();
    let mut typed = |keys: &str| {
        for key in keys.chars() {
            let chosen = press(&mut menu, KeyCode::Char(key));
            assert_eq!(chosen, Chosen::Nothing, "{keys}");
        }
        let chosen = press(&mut menu, KeyCode::Enter);
        press(&mut menu, KeyCode::Esc);
        chosen
    };
    assert_eq!(typed("3"), Chosen::Lesson(2));
    assert_eq!(typed("10"), Chosen::Lesson(9));
    for name in ["log", "link", "runtime", "rebuild", "own", "buildid"] {
        assert_eq!(typed(name), Chosen::Lesson(number(name)), "{name}");
    }
    assert_eq!(typed("ru"), Chosen::Lesson(number("runtime")));
    // What is no name says so, and changes nothing.
    assert_eq!(typed("x"), Chosen::Lesson(number("runtime")));
    press(&mut menu, KeyCode::Home);
    press(&mut menu, KeyCode::Down);
    assert_eq!(press(&mut menu, KeyCode::Enter), Chosen::Lesson(1));
    press(&mut menu, KeyCode::End);
    press(&mut menu, KeyCode::Down);
    assert_eq!(press(&mut menu, KeyCode::Enter), Chosen::Lesson(number("goroutine")));
    assert_eq!(press(&mut menu, KeyCode::Char('q')), Chosen::Quit);
}

#[test]
fn practice_is_offered_when_there_is_something_to_practise() {
    let mut fresh = menu(&Progress::default(), Lang::En, (80, 24));
    assert_eq!(press(&mut fresh, KeyCode::Char('p')), Chosen::Nothing);
    assert!(screen(&fresh).contains("There is nothing to practise yet"));
    let heads = head::course(Lang::En).unwrap();
    let asking = heads[0].steps.iter().find(|step| step.asks).unwrap();
    let mut begun = menu(&seen(&[("log", &asking.id)]), Lang::En, (80, 24));
    assert_eq!(press(&mut begun, KeyCode::Char('p')), Chosen::Practice);
}

#[test]
fn everything_fits_at_every_size() {
    let heads = head::course(Lang::En).unwrap();
    let some: Vec<(&str, &str)> = heads[1].steps.iter().take(5).map(|step| ("order", step.id.as_str())).collect();
    for progress in [Progress::default(), seen(&some)] {
        for lang in Lang::ALL {
            for size in [(40, 15), (60, 20), (80, 24), (120, 40)] {
                let mut menu = menu(&progress, lang, size);
                menu.agenda = Some("x".repeat(30));
                for at in 0..menu.rows.len() {
                    menu.at = at;
                    let screen = screen(&menu);
                    // The chosen lesson is in sight, with its state below.
                    assert!(screen.contains(&format!("▸ {:>2}  {}", at + 1, menu.rows[at].name)), "{size:?}\n{screen}");
                    let first = menu.rows[at].title.split(' ').next().unwrap();
                    assert!(screen.contains(first), "{lang:?} {size:?}\n{screen}");
                }
            }
        }
    }
}
