//! Lessons that do not change when those that ship do, and how any lesson is opened.

use gostep::lesson_files;
use gostep_course::player::Player;
use gostep_course::words::Lang;

/// A little of everything, in seven steps.
pub const TOUR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lessons/tour.yaml");
/// The same in Chinese.
pub const TOUR_ZH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lessons/tour_zh.yaml");
/// A question of each form.
pub const QUESTIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lessons/questions.yaml");

/// A lesson that ships, by its name, or one of the above.
pub fn player(lesson: &str, lang: Lang) -> Player {
    Player::new(lesson_files::load(lesson, lang).unwrap_or_else(|error| panic!("{lesson}: {error}")))
}
