//! The files of the work directory and of the cache, with what is new in a step lit.

mod cards;

use maud::{Markup, html};

use super::canvas::{Head, MARGIN, Width, canvas};
use super::text::{columns_in, end_of, middle_cut, n, name_width, plain, px, word_width};
use cards::{Card, Cards};
use gostep_course::player::{BuildView, Change, Player, TreeName};
use gostep_course::words::Words;

/// Pixels of a line, and around the text of a card.
const LINE: f64 = 19.0;
const PADDING: f64 = 8.0;
/// Pixels from a directory to its files.
const INDENT: f64 = 18.0;
/// Pixels between cards.
const GAP: f64 = 8.0;
/// Pixels of a column, at least.
const COLUMN: f64 = 290.0;
/// Columns of the name of a file of the cache.
const HASH: usize = 12;
/// Pixels of the heading of a place.
const HEADING: f64 = 26.0;

/// A file that exists at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its index in [`Player::tree`].
    pub index: usize,
    /// Its printed name.
    pub name: TreeName,
    /// What happened to it since the previous step.
    pub change: Change,
}

/// All files after this many events of a step's build.
pub fn named_files(player: &Player, step: usize, events: usize) -> Vec<NamedFile> {
    let build = player.at(step).build;
    let tree = player.tree(step, events).into_iter().enumerate();
    let named = |(index, file)| Some(NamedFile { index, name: player.tree_name(build, file)?, change: file.change });
    tree.filter_map(named).collect()
}

/// The tree of files: a card for each directory. If there are many, directories without anything new are folded, and
/// the oldest are left out, which the picture says. `chosen` is the index of the file that is looked at.
pub fn files(words: &Words, build: &BuildView, files: &[NamedFile], chosen: Option<usize>, width: Width) -> Markup {
    let own = &words.picture;
    let cards = Cards::of(files, chosen);
    let lit = files.iter().filter(|file| file.change != Change::None).count();
    let mut head = Head::new(own.files.with([&files.len(), &lit]), width);
    for (sign, word) in ["+", "~"].into_iter().zip(own.changes) {
        head.add("", &format!("{sign} {word}"));
    }
    if cards.left_out > 0 {
        head.add("dim", &own.more_dirs.with([&cards.left_out, &cards.left_out_lit]));
    }
    let mut top = head.bottom() + 6.0;
    let mut parts = Vec::new();
    for (place, cards) in own.places.into_iter().zip(&cards.places) {
        if !cards.is_empty() {
            let (part, bottom) = Drawing { words, build, chosen, width }.place(place, cards, top);
            parts.push(part);
            top = bottom + GAP;
        }
    }
    if parts.is_empty() {
        parts.push(html! { text.dim x=(n(MARGIN)) y=(n(top + 14.0)) { (own.no_files) } });
        top += 24.0;
    }
    canvas("files", (width.px(), top + MARGIN), &head, &html! { @for part in &parts { (part) } })
}

struct Drawing<'a> {
    words: &'a Words,
    build: &'a BuildView,
    chosen: Option<usize>,
    width: Width,
}

impl Drawing<'_> {
    /// The cards of a place in columns, and where they end.
    fn place(&self, name: &str, cards: &[Card], top: f64) -> (Markup, f64) {
        let room = self.width.px() - 2.0 * MARGIN;
        let columns = (room / COLUMN).floor().max(1.0);
        let width = (room - GAP * (columns - 1.0)) / columns;
        // One that is alone has room for its names.
        let width = if cards.len() == 1 { (2.0 * width + GAP).min(room) } else { width };
        let first = top + HEADING;
        let most = column_height(cards, columns);
        let (mut x, mut y, mut bottom) = (MARGIN, first, first);
        let mut drawn = Vec::new();
        for card in cards {
            let own = height(card) + GAP;
            if y > first && y + own > first + most {
                x += width + GAP;
                y = first;
            }
            drawn.push(self.card(card, (x, y), width));
            y += own;
            bottom = f64::max(bottom, y);
        }
        let heading = html! { text.place x=(n(MARGIN)) y=(n(top + 16.0)) { (name) } };
        (html! { (heading) @for card in &drawn { (card) } }, bottom)
    }

    fn card(&self, card: &Card, (x, y): (f64, f64), width: f64) -> Markup {
        let own = &self.words.picture;
        let package = card.package.and_then(|package| self.build.packages.get(package));
        let dir = card.dir.rsplit('/').next().unwrap_or_default();
        let about = if card.folded { own.folded.with([&card.count]) } else { String::new() };
        let about_width = if about.is_empty() { 0.0 } else { word_width(&about) + 8.0 };
        let right = x + width - PADDING;
        let behind = x + PADDING + if dir.is_empty() { 0.0 } else { name_width(dir) + 10.0 };
        let room = columns_in(right - about_width - behind);
        html! {
            g.card.folded[card.folded] data-file=[card.folded.then_some(card.first)] data-package=[card.package] {
                @if let Some(package) = package { title { (dir) ": " (plain(&package.path)) } }
                rect x=(n(x)) y=(n(y)) width=(n(width)) height=(n(height(card))) rx="4" {}
                @if !dir.is_empty() { text.name.dir x=(n(x + PADDING)) y=(n(y + 17.0)) { (plain(dir)) } }
                @if let Some(package) = package {
                    text.name.of x=(n(behind)) y=(n(y + 17.0)) { (end_of(&plain(&package.path), room)) }
                }
                @if card.folded { text.end.dim x=(n(right)) y=(n(y + 17.0)) { (about) } }
            }
            @for (row, file) in card.files.iter().enumerate() {
                (self.file(file, (x, y + PADDING / 2.0 + LINE * px(row + 1)), width, row == 0))
            }
            @if card.more > 0 {
                text.dim x=(n(x + PADDING + INDENT)) y=(n(y + LINE * px(card.files.len() + 1) + 18.0)) {
                    (own.more.with([&card.more]))
                }
            }
        }
    }

    /// A file's name, in so many columns. That of a file of the cache tells nothing, so its package stands behind it.
    fn shown(&self, file: &NamedFile, name: &str, columns: usize) -> String {
        let package = file.name.package.and_then(|package| self.build.packages.get(package));
        match package.filter(|_| file.name.dir == "$GOCACHE") {
            Some(package) => {
                let name = middle_cut(name, HASH);
                let path = plain(&package.path);
                format!("{name} {}", end_of(&path, columns.saturating_sub(HASH + 1)))
            }
            None => middle_cut(name, columns).into_owned(),
        }
    }

    /// A file, and the line that leads to it from its directory or from the file above.
    fn file(&self, file: &NamedFile, (x, y): (f64, f64), width: f64, first: bool) -> Markup {
        let own = &self.words.picture;
        let (sign, word) = match file.change {
            Change::New => ("+", own.changes[0]),
            Change::Changed => ("~", own.changes[1]),
            Change::None => (" ", ""),
        };
        let middle = y + LINE / 2.0;
        let stem = if first { LINE / 2.0 - 3.0 } else { LINE };
        let stem = format!("M{} {}v{}h8", n(x + PADDING + 4.0), n(middle - stem), n(stem));
        let left = x + PADDING + INDENT;
        let word_room = if word.is_empty() { 0.0 } else { word_width(word) + 8.0 };
        let columns = columns_in(x + width - PADDING - word_room - left - name_width("+ "));
        let name = plain(&file.name.name);
        let shown = self.shown(file, &name, columns);
        let full = if file.name.dir.is_empty() { name.clone() } else { format!("{}/{name}", plain(&file.name.dir)) };
        html! {
            path.stem d=(stem) {}
            g.file.lit[!word.is_empty()].chosen[self.chosen == Some(file.index)] data-file=(file.index) {
                title { (full) @if !word.is_empty() { " · " (word) } }
                rect.row x=(n(left - 4.0)) y=(n(y + 1.0)) width=(n(x + width - left)) height=(n(LINE - 2.0)) rx="3" {}
                text.name x=(n(left)) y=(n(middle + 4.5)) { (sign) " " (shown) }
                @if !word.is_empty() { text.end.word x=(n(x + width - PADDING)) y=(n(middle + 4.5)) { (word) } }
            }
        }
    }
}

/// The least height of columns, to a line, in which the cards fit in order.
fn column_height(cards: &[Card], most_columns: f64) -> f64 {
    let heights: Vec<f64> = cards.iter().map(|card| height(card) + GAP).collect();
    let share = heights.iter().sum::<f64>() / most_columns;
    let mut most = heights.iter().copied().fold(share, f64::max);
    while columns(&heights, most) > most_columns {
        most += LINE;
    }
    most
}

/// How many columns of a height they take.
fn columns(heights: &[f64], most: f64) -> f64 {
    let (mut count, mut filled) = (1.0, 0.0);
    for height in heights {
        if filled > 0.0 && filled + height > most {
            count += 1.0;
            filled = 0.0;
        }
        filled += height;
    }
    count
}

fn height(card: &Card) -> f64 {
    let more = usize::from(card.more > 0);
    let lines = px(1 + card.files.len() + more);
    PADDING + LINE * lines
}
