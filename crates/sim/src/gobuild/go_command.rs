//! Which command of the go command is simulated.

/// A command that builds packages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GoCommand {
    /// `go build`: keeps the program in the current directory or where `-o` says, or keeps nothing.
    #[default]
    Build,
    /// `go install`: puts programs into the directory for installed programs, and keeps nothing of libraries.
    Install,
    /// `go run`: links one program without what debuggers need, and runs it out of the work directory.
    Run,
}

impl GoCommand {
    /// All commands.
    pub const ALL: [Self; 3] = [Self::Build, Self::Install, Self::Run];

    /// Its name, as in `go build`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Install => "install",
            Self::Run => "run",
        }
    }

    /// The command with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.name() == name)
    }

    /// Whether it leaves symbol table and debug information out of the program.
    pub fn omits_debug(self) -> bool {
        self == Self::Run
    }

    /// Whether it stamps the revision of the sources into the program.
    pub fn stamps(self) -> bool {
        self != Self::Run
    }
}
