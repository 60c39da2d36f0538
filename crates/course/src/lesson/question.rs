//! Questions of a checked lesson. Texts are Markdown with their facts filled in; what is right is already known.

use gostep_sim::gobuild::Cause;
use gostep_sim::whatif::{LinkReason, Reason};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// What kind of answer it wants, and which ones are right.
    pub kind: Kind,
    /// From weak to strong.
    pub hints: Vec<String>,
    /// Said after a right answer; may be empty.
    pub right: String,
    /// Said after a wrong one; may be empty.
    pub wrong: String,
}

/// Kinds of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Some of a few sentences are true.
    Choice {
        /// The sentences.
        options: Vec<Choice>,
        /// Whether several may be chosen; else exactly one is right.
        many: bool,
    },
    /// A number.
    Number {
        /// The right one.
        answer: i64,
        /// What is counted, if it is the length of a list.
        counted: Option<Vec<String>>,
    },
    /// A word or a few.
    Text {
        /// All that are right; the first one is shown as the solution.
        accepted: Vec<String>,
    },
    /// Things to put in order.
    Order {
        /// In which order they are shown.
        shown: Vec<usize>,
        /// Which orders are right.
        order: Order,
    },
    /// What happens next in the build as it stands.
    Moment(Moment),
    /// Which packages another build compiles.
    Rebuild(Rebuild),
    /// Whether another build links.
    Linking(Linking),
    /// Which tool fails in another build.
    Failing(Failing),
}

/// The tools that can fail, and that nothing does, in the order in which they are offered.
pub const TOOLS: [&str; 6] = ["compile", "asm", "pack", "link", "go", "none"];

/// One of the sentences to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The sentence.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// Said when it was chosen; may be empty.
    pub why: String,
}

/// Which orders of some things are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The things, in a right order if one order alone is right.
    pub items: Vec<String>,
    /// For each of them, those that have to come before it.
    pub before: Vec<Vec<usize>>,
    /// They are packages, and have to come after what they need.
    pub by_imports: bool,
}

impl Order {
    /// Two things of which the second has to come before the first; nothing if the order is right.
    pub fn first_mistake(&self, order: &[usize]) -> Option<(usize, usize)> {
        order.iter().enumerate().find_map(|(place, &item)| {
            let late = order[place + 1..].iter().rev().find(|late| self.before[item].contains(late))?;
            Some((item, *late))
        })
    }

    /// A right order.
    pub fn right(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.items.len()).collect();
        let mut order = Vec::new();
        // Imports have no cycles, so there is always one that waits for none of those that are left.
        while let Some(at) = left.iter().position(|&item| self.before[item].iter().all(|other| !left.contains(other))) {
            order.push(left.remove(at));
        }
        order
    }
}

/// A prediction about a moment of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What is asked.
    pub wanted: Wanted,
    /// Where every package stands, in the order of one worker.
    pub packages: Vec<PackageAt>,
}

/// What is to be predicted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A package that could start.
    CanStart,
    /// The package that starts next.
    StartsNext {
        /// It, or several that start at one moment.
        next: Vec<String>,
    },
    /// The packages for which one still waits.
    WaitsFor {
        /// The one that waits.
        package: String,
        /// What it imports.
        imports: Vec<String>,
        /// What it needs besides, and through which of its imports.
        through: Vec<(String, String)>,
    },
}

/// A package at a moment of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageAt {
    /// Import path; `main` for the main package.
    pub path: String,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a package stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// These imports are not done.
    Waiting(Vec<String>),
    /// It could start.
    Ready,
    /// A worker is at it.
    Running,
    /// It is done.
    Done,
    /// It failed, or was skipped.
    Lost,
}

impl Moment {
    /// The packages that are right: each of them alone, or for [`Wanted::WaitsFor`] all together.
    pub fn right(&self) -> Vec<&str> {
        let ready = |package: &&PackageAt| package.standing == Standing::Ready;
        match &self.wanted {
            Wanted::CanStart => self.packages.iter().filter(ready).map(|package| package.path.as_str()).collect(),
            Wanted::StartsNext { next } => next.iter().map(String::as_str).collect(),
            Wanted::WaitsFor { package, .. } => match self.standing(package) {
                Some(Standing::Waiting(missing)) => missing.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            },
        }
    }

    /// Where a package stands.
    pub fn standing(&self, path: &str) -> Option<&Standing> {
        self.packages.iter().find(|package| package.path == path).map(|package| &package.standing)
    }

    /// Number of a package in the order of one worker, from 1.
    pub fn number(&self, path: &str) -> usize {
        self.packages.iter().position(|package| package.path == path).map_or(0, |at| at + 1)
    }
}

/// Which packages another build compiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuild {
    /// Those that it compiles, and those that it may compile, in the order of one worker.
    pub compiled: Vec<Rebuilt>,
    /// All packages, with those whose content their action IDs depend on.
    pub imports: Vec<(String, Vec<String>)>,
}

/// A package that is compiled again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// Import path; `main` for the main package.
    pub path: String,
    /// Whether it is compiled in any case; else nobody has measured it, and both answers are accepted.
    pub certain: bool,
    /// Why.
    pub why: Reason,
    /// Whether the archive comes out as it was.
    pub same_archive: bool,
}

impl Rebuild {
    /// The package, if it is or may be compiled.
    pub fn compiled(&self, path: &str) -> Option<&Rebuilt> {
        self.compiled.iter().find(|rebuilt| rebuilt.path == path)
    }

    /// An import that is compiled, comes out the same, and so keeps a package from being compiled.
    pub fn cut_at(&self, path: &str) -> Option<&str> {
        let (_, imports) = self.imports.iter().find(|(package, _)| package == path)?;
        let same = |import: &&String| self.compiled(import).is_some_and(|rebuilt| rebuilt.same_archive);
        imports.iter().find(same).map(String::as_str)
    }
}

/// Whether another build links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// Why it links; nothing if it does not.
    pub why: Option<LinkReason>,
    /// The packages that are compiled.
    pub compiled: Vec<String>,
}

/// Which tool fails in another build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failing {
    /// Index into [`TOOLS`].
    pub right: usize,
    /// On which package.
    pub package: Option<String>,
    /// What it says first.
    pub said: Option<String>,
    /// Why, or why nobody notices.
    pub causes: Vec<Cause>,
}
