//! Flags of `go build` that add code to what they compile: for the detectors of races and of wrong uses of memory, and for
//! counters of what runs.
//!
//! They choose other files and add packages, so the package list shows with which of them it was made.

/// One of these flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instrument {
    /// `-race`: the race detector.
    Race,
    /// `-msan`: the memory sanitizer of C.
    Msan,
    /// `-asan`: the address sanitizer of C.
    Asan,
    /// `-cover`: counters of what runs.
    Cover,
}

impl Instrument {
    /// All of them, in the order of [`Instrument`].
    pub const ALL: [Self; 4] = [Self::Race, Self::Msan, Self::Asan, Self::Cover];

    /// Its name without a dash.
    pub fn name(self) -> &'static str {
        match self {
            Self::Race => "race",
            Self::Msan => "msan",
            Self::Asan => "asan",
            Self::Cover => "cover",
        }
    }

    /// The flag.
    pub fn flag(self) -> &'static str {
        match self {
            Self::Race => "-race",
            Self::Msan => "-msan",
            Self::Asan => "-asan",
            Self::Cover => "-cover",
        }
    }

    /// The flag with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instrument| instrument.name() == name)
    }

    /// The flag that is named in the suffix of the install directory.
    pub fn of_suffix(name: &str) -> Option<Self> {
        Self::named(name).filter(|instrument| instrument.is_of_all_packages())
    }

    /// Whether it changes the code of every package, and so is given to the compiler and the linker.
    pub fn is_of_all_packages(self) -> bool {
        self != Self::Cover
    }

    /// The package that a main package gets because of it.
    pub fn package(self) -> &'static str {
        match self {
            Self::Race => "runtime/race",
            Self::Msan => "runtime/msan",
            Self::Asan => "runtime/asan",
            Self::Cover => "runtime/coverage",
        }
    }

    /// The flag because of which a package of the standard library with this path is there.
    pub fn of_package(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instrument| instrument.package() == path)
    }

    /// What the C compiler and its linker are told.
    pub fn c_flag(self) -> Option<&'static str> {
        match self {
            Self::Race | Self::Cover => None,
            Self::Msan => Some("-fsanitize=memory"),
            Self::Asan => Some("-fsanitize=address"),
        }
    }
}
