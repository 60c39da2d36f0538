//! Files by directory, as many as a picture has room for.

use super::NamedFile;
use gostep_course::player::Change;

/// With more files than these, directories without anything new are folded.
const UNFOLDED: usize = 60;
/// Files of a directory that are drawn.
const MOST_FILES: usize = 20;
/// Directories of a place that are drawn.
const MOST_CARDS: usize = 80;

/// A directory.
pub struct Card<'a> {
    /// Its printed name.
    pub dir: &'a str,
    /// The package that it belongs to, if all its files do.
    pub package: Option<usize>,
    /// Whether its files are not drawn.
    pub folded: bool,
    /// How many files it has.
    pub count: usize,
    /// Index of the first.
    pub first: usize,
    /// The files that are drawn.
    pub files: Vec<&'a NamedFile>,
    /// How many others there are, unless it is folded.
    pub more: usize,
}

/// All directories.
pub struct Cards<'a> {
    /// Those of the work directory, the cache, and where the output is.
    pub places: [Vec<Card<'a>>; 3],
    /// How many directories are not drawn.
    pub left_out: usize,
    /// In how many of them there is something new.
    pub left_out_lit: usize,
}

impl<'a> Cards<'a> {
    /// Files in the order of a tree as cards.
    pub fn of(files: &'a [NamedFile], chosen: Option<usize>) -> Self {
        let fold = files.len() > UNFOLDED;
        let mut cards = Self { places: [Vec::new(), Vec::new(), Vec::new()], left_out: 0, left_out_lit: 0 };
        let mut dirs: Vec<(bool, &[NamedFile])> = files
            .chunk_by(|a, b| a.name.dir == b.name.dir)
            .map(|dir| (dir.iter().any(|file| file.change != Change::None), dir))
            .collect();
        let has_chosen = |dir: &[NamedFile]| dir.iter().any(|file| Some(file.index) == chosen);
        if dirs.len() > MOST_CARDS {
            // Those with the chosen file, the cache and the output, something new, then the latest.
            let mut places: Vec<usize> = (0..dirs.len()).collect();
            places.sort_by_key(|&at| {
                let (lit, dir) = dirs[at];
                let always = has_chosen(dir) || place_of(dir) > 0;
                (!always, !lit, std::cmp::Reverse(at))
            });
            let mut kept = vec![false; dirs.len()];
            places.iter().take(MOST_CARDS).for_each(|&at| kept[at] = true);
            cards.left_out = dirs.len() - MOST_CARDS;
            cards.left_out_lit = places.iter().skip(MOST_CARDS).filter(|&&at| dirs[at].0).count();
            let mut kept = kept.into_iter();
            dirs.retain(|_| kept.next().unwrap_or(false));
        }
        for (lit, dir) in dirs {
            let folded = fold && !lit && !has_chosen(dir);
            cards.places[place_of(dir)].push(card(dir, folded, chosen));
        }
        cards
    }
}

/// Whether a directory is one of the work directory, the cache, or where the output is.
fn place_of(dir: &[NamedFile]) -> usize {
    match dir.first().map(|file| file.name.dir.as_str()) {
        Some("$GOCACHE") => 1,
        Some("") => 2,
        _ => 0,
    }
}

fn card(dir: &[NamedFile], folded: bool, chosen: Option<usize>) -> Card<'_> {
    let first = &dir[0];
    let same = dir.iter().all(|file| file.name.package == first.name.package);
    let mut files: Vec<&NamedFile> = if folded { Vec::new() } else { dir.iter().collect() };
    if files.len() > MOST_FILES {
        // The chosen one and what is new come before what is not, and the latest before others.
        files.sort_by_key(|file| {
            (Some(file.index) != chosen, file.change == Change::None, std::cmp::Reverse(file.index))
        });
        files.truncate(MOST_FILES);
        files.sort_by_key(|file| file.index);
    }
    let more = if folded { 0 } else { dir.len() - files.len() };
    Card {
        dir: &first.name.dir,
        package: first.name.package.filter(|_| same),
        folded,
        count: dir.len(),
        first: first.index,
        files,
        more,
    }
}
