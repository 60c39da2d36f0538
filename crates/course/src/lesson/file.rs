//! Files by name and text.

/// A file with its name.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// As the user named it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The texts that a lesson was made from.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Name and text of the lesson.
    pub lesson: (String, String),
    /// Those of the translation.
    pub translation: Option<(String, String)>,
}

impl Texts {
    /// The texts of these files.
    pub fn of(lesson: File<'_>, translation: Option<File<'_>>) -> Self {
        let owned = |file: File<'_>| (file.name.to_owned(), file.text.to_owned());
        Self { lesson: owned(lesson), translation: translation.map(owned) }
    }
}
