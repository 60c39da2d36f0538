//! The value of `-pgo`.

/// What `-pgo` asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ProfileChoice {
    /// `-pgo=auto`: `default.pgo` in main's directory, if it is there.
    #[default]
    Auto,
    /// `-pgo=off`: none.
    Off,
    /// `-pgo=FILE`.
    File(String),
}

impl ProfileChoice {
    /// Reads the value of the flag.
    pub fn parse(value: &str) -> Self {
        match value {
            "auto" => Self::Auto,
            "off" => Self::Off,
            file => Self::File(file.to_owned()),
        }
    }

    /// The value of the flag.
    pub fn value(&self) -> &str {
        match self {
            Self::Auto => "auto",
            Self::Off => "off",
            Self::File(file) => file,
        }
    }
}
