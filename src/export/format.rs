//! What is exported, and what a format is.

use std::io::{self, Write};

use gostep_course::lesson::load;
use gostep_course::player::Player;
use gostep_course::words::Lang;
use gostep_page::{PageError, Shelf};
use gostep_view::picture::Subject;

/// What is exported.
#[derive(Debug)]
pub struct Material {
    /// The title of the whole.
    pub title: String,
    /// The language of the texts.
    pub lang: Lang,
    /// The lessons, by the names that a page gives them.
    pub lessons: Vec<(String, Player)>,
    /// Which picture is made, if the format is one.
    pub picked: Picked,
    /// The folder beside the file that has what belongs to it; `None` if there is no such place.
    pub beside: Option<String>,
    /// The same as texts, for a page that plays them.
    pub shelf: Shelf,
}

/// Which picture is made.
#[derive(Clone, Copy, Debug)]
pub struct Picked {
    /// What it shows; `None` for the screen of the terminal.
    pub subject: Option<Subject>,
    /// The step of the lesson; past the end it is the last one.
    pub step: usize,
}

/// The last step has the whole build.
impl Default for Picked {
    fn default() -> Self {
        Self { subject: Some(Subject::Graph), step: usize::MAX }
    }
}

/// A file that is written among others.
#[derive(Debug)]
pub struct ExportFile {
    /// Its name in the folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A format of files.
pub trait Format: Sync {
    /// How `--to` names it.
    fn name(&self) -> &'static str;

    /// Writes the lessons.
    ///
    /// # Errors
    /// Those of `out`.
    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()>;

    /// Whether something can belong beside the file.
    fn has_beside(&self) -> bool {
        false
    }

    /// What belongs into the folder beside the file.
    fn beside(&self, _material: &Material) -> Vec<ExportFile> {
        Vec::new()
    }
}

/// Whether the name of a lesson can be that of a file on every system and in every address.
pub fn is_plain(lesson: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    lesson.chars().all(is_plain) && !lesson.starts_with('.')
}

impl Material {
    /// Checks the lessons of a shelf, and makes them ready.
    ///
    /// # Errors
    /// With what is wrong with the first lesson that has problems.
    pub fn new(mut shelf: Shelf, lang: Lang) -> Result<Self, PageError> {
        // A file that is given away does not say where its author keeps it.
        shelf.lessons.iter_mut().for_each(|lesson| lesson.key = None);
        let mut names: Vec<String> = shelf.lessons.iter().map(|lesson| lesson.name.clone()).collect();
        match &shelf.of_course {
            Some(of_course) => names.extend(of_course.iter().cloned()),
            None if names.is_empty() => names.extend(load::names().map(str::to_owned)),
            None => {}
        }
        let mut lessons = Vec::new();
        for name in names {
            let player = Player::new(shelf.lesson(&name, lang)?);
            lessons.push((name, player));
        }
        let title = match lessons.as_slice() {
            [(_, player)] => player.head().title.clone(),
            _ => "gostep".to_owned(),
        };
        Ok(Self { title, lang, lessons, picked: Picked::default(), beside: None, shelf })
    }
}
