//! What a step shows of archives, the executable, the cache and hashes: plain data.

use serde::Serialize;

/// Which lines of a text are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// Their numbers in the whole text, from 1; empty if the whole text is shown.
    pub numbers: Vec<usize>,
    /// How many more lines fit what was asked for.
    pub left_out: usize,
    /// How many lines the whole text has.
    pub total: usize,
}

/// The archive of a package, now and at the step before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveView {
    /// The package.
    pub package: String,
    /// Its name, as printed: `$WORK/b009/_pkg_.a`, or a file of the cache.
    pub name: String,
    /// What it was at the step before; nothing if there was none, or that was in another build.
    pub before: Option<ArchiveState>,
    /// What it is now; nothing if there is none yet.
    pub now: Option<ArchiveState>,
}

/// An archive at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveState {
    /// Its build ID.
    pub id: String,
    /// Its size and its members, if they are known.
    pub content: Option<ArchiveContent>,
}

/// What is in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveContent {
    /// Its size in bytes.
    pub bytes: u64,
    /// Name and size of each member, in order.
    pub members: Vec<(String, u64)>,
}

/// Symbols of the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SymbolsView {
    /// The executable, as printed.
    pub name: String,
    /// Whether it is known what is in it.
    pub known: bool,
    /// The lines of `go tool nm`.
    pub rows: Vec<SymbolRow>,
    /// Names that it does not have.
    pub absent: Vec<String>,
    /// How many more there are.
    pub left_out: usize,
    /// How many symbols the executable has.
    pub total: usize,
}

/// A symbol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SymbolRow {
    /// Hexadecimal digits.
    pub address: String,
    /// Letter of nm.
    pub kind: char,
    /// Name.
    pub name: String,
}

/// How many functions of some packages are in the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FunctionsView {
    /// The packages, if it is known.
    pub rows: Option<Vec<FunctionsRow>>,
}

/// Functions of one package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FunctionsRow {
    /// The package.
    pub package: String,
    /// How many its archive has.
    pub in_archive: usize,
    /// How many of them are in the executable.
    pub in_executable: usize,
}

/// What kind of file the executable is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExecutableView {
    /// The executable, as printed.
    pub name: String,
    /// What is in its header and its tables, if that is known.
    pub header: Option<ExecutableHeader>,
}

/// What is in the header and the tables of an executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExecutableHeader {
    /// Its size.
    pub bytes: u64,
    /// `EXEC` or `DYN`.
    pub kind: String,
    /// The processor.
    pub machine: String,
    /// Address at which it starts.
    pub entry: String,
    /// The function there.
    pub entry_symbol: String,
    /// Program headers: kind, address, size in memory, letters of what is allowed.
    pub segments: Vec<(String, String, u64, String)>,
    /// Sections: name, address, size.
    pub sections: Vec<(String, String, u64)>,
}

/// What the cache has of a package at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheView {
    /// The package.
    pub package: String,
    /// The action ID: the first 120 bits of the name of the index entry.
    pub action_id: String,
    /// The index entry, the file whose name ends in `-a`.
    pub index: CacheFile,
    /// The fields of its one line, if it is there and whole.
    pub entry: Option<IndexEntry>,
    /// The archive's copy, the file whose name ends in `-d`.
    pub data: CacheFile,
}

/// A file of the cache.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheFile {
    /// Its name, as printed: `$GOCACHE/04/0411…-a`.
    pub name: String,
    /// Whether it is there.
    pub presence: Presence,
}

/// Whether a file of the cache is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It is not.
    Absent,
    /// An earlier build left it.
    Earlier,
    /// An earlier build left it, and it was spoiled since.
    Spoiled,
    /// This build wrote it.
    Stored,
}

/// The line of an index entry: `v1 ACTION OUTPUT SIZE TIME`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndexEntry {
    /// The full action hash.
    pub action: String,
    /// SHA-256 of the data file.
    pub output: String,
    /// Size of the data file, if it is known. When it was stored is never known: the simulation has no calendar.
    pub bytes: Option<u64>,
}

/// What is hashed for an action ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HashView {
    /// The package; nothing for the link.
    pub package: Option<String>,
    /// The lines of the text that are shown.
    pub text: String,
    /// Which they are.
    pub excerpt: Excerpt,
    /// Marked words: byte ranges of `text`.
    pub marks: Vec<(usize, usize)>,
    /// SHA-256 of the whole text.
    pub sum: String,
    /// Its first 120 bits as build IDs have them: the action ID.
    pub id: String,
    /// Hashes of files or archives are not known: what stands for them is made up.
    pub stand_ins: bool,
}

/// The longest chain of actions that wait for each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathView {
    /// The actions in order.
    pub rows: Vec<PathRow>,
    /// How long they take together, in microseconds.
    pub total_us: u64,
}

/// An action of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathRow {
    /// The package.
    pub package: String,
    /// Whether it is the link, and not the package's own build.
    pub link: bool,
    /// When it starts, in microseconds.
    pub from_us: u64,
    /// How long it takes, in microseconds.
    pub duration_us: u64,
}
