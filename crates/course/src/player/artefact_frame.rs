//! What a step shows of archives, the executable, the cache and hashed texts, as plain data.

use serde::Serialize;

/// The part of a text that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// Numbers of the shown lines in the whole text, from 1; empty if the whole text is shown.
    pub numbers: Vec<usize>,
    /// How many other lines also match what the lesson asked for.
    pub left_out: usize,
    /// How many lines the whole text has.
    pub total: usize,
}

/// The archive of a package, now and at the previous step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveView {
    /// The package.
    pub package: String,
    /// The file's name as printed: `$WORK/b009/_pkg_.a`, or a file of the cache.
    pub name: String,
    /// The archive at the previous step; `None` if it did not exist or that step was in another build.
    pub before: Option<ArchiveState>,
    /// The archive now; `None` if it does not exist yet.
    pub now: Option<ArchiveState>,
}

/// An archive at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveState {
    /// Its build ID.
    pub id: String,
    /// Size and members, if they are known.
    pub content: Option<ArchiveContent>,
}

/// What is in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveContent {
    /// Its size in bytes.
    pub bytes: u64,
    /// Name and size in bytes of each member, in order.
    pub members: Vec<(String, u64)>,
}

/// Some symbols of the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SymbolsView {
    /// Name of the executable, as printed.
    pub name: String,
    /// Whether the symbols of the executable are known (were recorded).
    pub known: bool,
    /// The selected lines of `go tool nm`.
    pub rows: Vec<SymbolRow>,
    /// Names for which the executable has no symbol.
    pub absent: Vec<String>,
    /// How many other symbols also match what the lesson asked for.
    pub left_out: usize,
    /// How many symbols the executable has.
    pub total: usize,
}

/// One line of `go tool nm`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SymbolRow {
    /// Address in hexadecimal digits.
    pub address: String,
    /// Letter for the kind of symbol: `T` and `t` are code.
    pub kind: char,
    /// Name of the symbol.
    pub name: String,
}

/// How many functions of some packages the executable contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FunctionsView {
    /// One row for each package; `None` if the numbers are unknown.
    pub rows: Option<Vec<FunctionsRow>>,
}

/// The functions of one package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FunctionsRow {
    /// The package.
    pub package: String,
    /// How many functions its archive defines.
    pub in_archive: usize,
    /// How many of them are in the executable.
    pub in_executable: usize,
}

/// The kind of file that the executable is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExecutableView {
    /// Name of the executable, as printed.
    pub name: String,
    /// Its headers, if they are known.
    pub header: Option<ExecutableHeader>,
}

/// The headers of an executable (ELF).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExecutableHeader {
    /// Size in bytes.
    pub bytes: u64,
    /// `EXEC` or `DYN`.
    pub kind: String,
    /// Name of the processor.
    pub machine: String,
    /// Address at which the program starts.
    pub entry: String,
    /// The function at that address.
    pub entry_symbol: String,
    /// Program headers: type, address, size in memory, letters for the permitted access.
    pub segments: Vec<(String, String, u64, String)>,
    /// Sections: name, address, size.
    pub sections: Vec<(String, String, u64)>,
}

/// The cache entry of a package at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheView {
    /// The package.
    pub package: String,
    /// The action ID, in the form in which build IDs show it: the first 120 bits of the index file's name.
    pub action_id: String,
    /// The index entry, the file whose name ends in `-a`.
    pub index: CacheFile,
    /// The fields of the index file's only line, if the file exists and can be parsed.
    pub entry: Option<IndexEntry>,
    /// The data file, a copy of the archive, whose name ends in `-d`.
    pub data: CacheFile,
}

/// A file of the cache.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheFile {
    /// Its name as printed: `$GOCACHE/04/0411…-a`.
    pub name: String,
    /// Whether it exists, and since when.
    pub presence: Presence,
}

/// Whether a file of the cache exists, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It does not exist.
    Absent,
    /// An earlier build left it.
    Earlier,
    /// An earlier build left it, and it was damaged since.
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
    /// Size of the data file in bytes, if it is known. The time of storing is never known, since the simulation has no
    /// calendar.
    pub bytes: Option<u64>,
}

/// The hashed text of an action ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HashView {
    /// The package; `None` for the link.
    pub package: Option<String>,
    /// The shown lines of the text.
    pub text: String,
    /// Which lines these are.
    pub excerpt: Excerpt,
    /// Marked words: byte ranges of `text`.
    pub marks: Vec<(usize, usize)>,
    /// SHA-256 of the whole text.
    pub sum: String,
    /// The action ID in build IDs: the first 120 bits of the sum.
    pub id: String,
    /// Whether hashes of files or archives are unknown and replaced by stand-ins, so that the sum is not the real one.
    pub stand_ins: bool,
}

/// The critical path: the longest chain of actions that wait for each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathView {
    /// The actions of the chain, in order.
    pub rows: Vec<PathRow>,
    /// Their total duration in microseconds.
    pub total_us: u64,
}

/// One action of the critical path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathRow {
    /// The package.
    pub package: String,
    /// Whether it is the link instead of the package's build.
    pub link: bool,
    /// When it starts, in microseconds.
    pub from_us: u64,
    /// How long it takes, in microseconds.
    pub duration_us: u64,
}
