//! What a learner types to make another build: changes and faults as `gostep whatif` takes them, the flags of `go build`
//! that mean the same, or a whole `go build` as a shell takes it.

use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::Scenario;
use thiserror::Error;

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.said())]
pub enum Unread {
    /// It says nothing.
    Empty,
    /// A quote is not closed.
    OpenQuote,
    /// It is no flag that could be given here.
    Flag(String),
    /// A command builds something else: what, and what the program is.
    Target {
        /// What it names.
        target: String,
        /// What the machine has.
        program: String,
    },
}

impl Unread {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Empty => said!("nothing is changed; write a change, or nothing"),
            Self::OpenQuote => said!("a quote that is not closed"),
            Self::Flag(value) => said!("the flag {value} means nothing here", value),
            Self::Target { target, program, .. } => {
                said!("there is no {target} here; the program is {program}", target, program)
            }
        }
    }
}

/// What a command means that says no more than `go build` and the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The words that name the program.
    program: Vec<String>,
    /// Its name without `-o`.
    output: String,
    /// How many actions run at once without `-p`.
    workers: usize,
}

impl Plain {
    /// On a machine.
    pub fn on(machine: &Scenario) -> Self {
        let program = machine.program();
        let root = program.package(program.root());
        let files = root.command_line_files.then(|| root.files.go.clone());
        Self {
            program: files.unwrap_or_else(|| vec![".".to_owned(), root.import_path.clone()]),
            output: machine.default_output(),
            workers: machine.options().gomaxprocs,
        }
    }
}

/// Flags of `go build`, the changes that mean the same, and whether a value belongs to them.
const FLAGS: [(&str, &str, bool); 8] = [
    ("p", "workers", true),
    ("a", "all", false),
    ("trimpath", "trimpath", false),
    ("ldflags", "ldflags", true),
    ("gcflags", "gcflags", true),
    ("buildmode", "buildmode", true),
    ("pgo", "pgo", true),
    ("o", "output", true),
];
/// Flags that change nothing that counts here, or name a change or a fault that follows.
const IDLE: [&str; 5] = ["x", "work", "fault", "edit", "change"];

/// The changes and faults of a line.
///
/// # Errors
/// If it cannot be read, or has none.
pub fn words(line: &str, plain: &Plain) -> Result<Vec<String>, Unread> {
    let mut all = split(line)?;
    if is_at(&all, 0, ["gostep", "whatif"]) {
        all.drain(..2);
    }
    // Settings of the environment may stand in front.
    let settings = all.iter().take_while(|word| word.contains('=')).count();
    let is_go_build = is_at(&all, settings, ["go", "build"]);
    if is_go_build {
        all.drain(settings..settings + 2);
        // Where the log goes is nothing to a build.
        let piped = |word: &String| word.starts_with(['|', '>', '&']) || word.starts_with("2>");
        all.truncate(all.iter().position(piped).unwrap_or(all.len()));
    }
    let (mut words, mut targets) = (Vec::new(), Vec::new());
    let mut all = all.into_iter();
    while let Some(word) = all.next() {
        let Some(flag) = word.strip_prefix('-') else {
            let names = if is_go_build && is_target(&word, plain) { &mut targets } else { &mut words };
            names.push(word);
            continue;
        };
        let flag = flag.strip_prefix('-').unwrap_or(flag);
        let (name, value) = flag.split_once('=').map_or((flag, None), |(name, value)| (name, Some(value.to_owned())));
        if IDLE.contains(&name) {
            words.extend(value);
            continue;
        }
        let known = FLAGS.iter().find(|(known, ..)| *known == name);
        let (_, change, takes_value) = known.ok_or_else(|| Unread::Flag(word.clone()))?;
        words.push(match takes_value {
            true => format!("{change}={}", value.or_else(|| all.next()).unwrap_or_default()),
            false => (*change).to_owned(),
        });
    }
    if let Some(other) = targets.iter().find(|target| !plain.program.contains(target)) {
        return Err(Unread::Target { target: other.clone(), program: plain.program[0].clone() });
    }
    if !targets.is_empty() {
        // With its program it is a whole command: what it does not say is as the go command has it.
        for (setting, default) in [("workers", plain.workers.to_string()), ("output", plain.output.clone())] {
            if !words.iter().any(|word| word.split_once('=').is_some_and(|(name, _)| name == setting)) {
                words.push(format!("{setting}={default}"));
            }
        }
    }
    if words.is_empty() { Err(Unread::Empty) } else { Ok(words) }
}

/// Whether these words stand at a place.
fn is_at(all: &[String], at: usize, words: [&str; 2]) -> bool {
    all.get(at..at + 2).is_some_and(|found| found == words)
}

/// Whether a word of `go build` names what is built.
fn is_target(word: &str, plain: &Plain) -> bool {
    !word.contains('=')
        && (word.strip_suffix(".go").is_some() || word.starts_with('.') || plain.program.iter().any(|own| own == word))
}

/// Splits at blanks, also those of Chinese; quotes keep together what is between them, wherever they stand.
fn split(line: &str) -> Result<Vec<String>, Unread> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    if quote.is_some() { Err(Unread::OpenQuote) } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_and_flags_are_read_as_they_are_typed_in_a_shell() {
        let plain = Plain { program: vec!["main.go".to_owned()], output: "main".to_owned(), workers: 4 };
        let read = |line| words(line, &plain).map(|words| words.join("|"));
        assert_eq!(read(" body=fmt  touch=main ").as_deref(), Ok("body=fmt|touch=main"));
        assert_eq!(read("gostep whatif body=fmt").as_deref(), Ok("body=fmt"));
        assert_eq!(read("go build -x -work -a -p 8").as_deref(), Ok("all|workers=8"));
        assert_eq!(
            read("-p=2 -ldflags='-s -w' ldflags=\"-s -w\"").as_deref(),
            Ok("workers=2|ldflags=-s -w|ldflags=-s -w")
        );
        assert_eq!(read("--fault undefined=main").as_deref(), Ok("undefined=main"));
        assert_eq!(read("body=fmt\u{3000}all").as_deref(), Ok("body=fmt|all"));
        assert_eq!(read("go build"), Err(Unread::Empty));
        assert_eq!(read(" "), Err(Unread::Empty));
        assert_eq!(read("-race"), Err(Unread::Flag("-race".to_owned())));
        assert_eq!(read("ldflags='-s"), Err(Unread::OpenQuote));
    }

    #[test]
    fn a_whole_command_says_all_that_counts() {
        let plain = Plain { program: vec!["main.go".to_owned()], output: "main".to_owned(), workers: 4 };
        let read = |line| words(line, &plain).map(|words| words.join("|"));
        assert_eq!(read("go build main.go").as_deref(), Ok("workers=4|output=main"));
        assert_eq!(
            read("go build -x -work -p 1 -o main_bin main.go 2>&1 | tee build.log").as_deref(),
            Ok("workers=1|output=main_bin")
        );
        assert_eq!(read("GOARCH=arm64 go build -a main.go").as_deref(), Ok("GOARCH=arm64|all|workers=4|output=main"));
        let elsewhere = Unread::Target { target: "mian.go".to_owned(), program: "main.go".to_owned() };
        assert_eq!(read("go build mian.go"), Err(elsewhere));
    }
}
