//! Files by name and text.

/// A file with its name.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// As the user named it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}
