//! Where everything in a package graph stands.

use super::super::text::{end_of, name_width, px, word_width};
use super::order::order;
use super::place::place;
use super::reduce::Part;
use super::rows::{Given, Item, PASS, Rows};
use gostep_course::player::BuildView;

/// Pixels of a box: its height, and what is around the text in it.
pub const HEIGHT: f64 = 36.0;
pub const PADDING: f64 = 8.0;
/// Columns of a name that are drawn.
pub const MOST_COLUMNS: usize = 32;
/// Pixels between rows: at least, and for each line that crosses there.
const BETWEEN: f64 = 19.0;
const FOR_EACH_LINE: f64 = 0.7;
const MOST_BETWEEN: f64 = 36.0;

/// A package graph, drawn.
#[derive(Debug)]
pub struct Layout {
    /// Left, top and width of the box of each package, in the order of the part.
    pub boxes: Vec<(f64, f64, f64)>,
    /// Arrows: from, to, and the middles of the gaps that the line goes through, each as x, top and bottom.
    pub arrows: Vec<Arrow>,
    /// Layers: number, top and bottom.
    pub layers: Vec<(usize, f64, f64)>,
    /// Right edge of the widest row.
    pub right: f64,
    /// Bottom of the last row.
    pub bottom: f64,
}

/// An arrow between packages.
#[derive(Debug)]
pub struct Arrow {
    /// The importer, as an index into the part.
    pub from: usize,
    /// What it imports.
    pub to: usize,
    /// The line: x, where it comes from above, and where it leaves below.
    pub through: Vec<(f64, f64, f64)>,
}

impl Layout {
    /// Places all of a part right of `left` and below `top`, in about `width` pixels.
    pub fn new(build: &BuildView, part: &Part, (left, top): (f64, f64), width: f64, least: f64) -> Self {
        let widths: Vec<f64> = part.packages.iter().map(|&at| box_width(&build.packages[at].path, least)).collect();
        let layers: Vec<usize> = part.packages.iter().map(|&at| build.packages[at].layer).collect();
        let mut rows = Rows::new(&Given { widths: &widths, layers: &layers, arrows: &part.arrows }, width);
        order(&mut rows, &part.arrows);
        let (middles, taken) = place(&rows, &part.arrows, &widths, width);
        let left = left + ((width - taken) / 2.0).max(0.0);
        let tops = tops(&rows, &part.arrows, top);

        let mut boxes = vec![(0.0, 0.0, 0.0); widths.len()];
        for (row, items) in rows.items.iter().enumerate() {
            for (item, middle) in items.iter().zip(&middles[row]) {
                if let Item::Node(at) = *item {
                    boxes[at] = (left + middle - widths[at] / 2.0, tops[row], widths[at]);
                }
            }
        }
        let made = Made { rows: &rows, middles: &middles, tops: &tops, boxes: &boxes, left };
        let arrows = made.arrows(&part.arrows);
        let mut layers: Vec<(usize, f64, f64)> = Vec::new();
        for (&layer, &top) in rows.layers.iter().zip(&tops) {
            match layers.last_mut() {
                Some(last) if last.0 == layer => last.2 = top + HEIGHT,
                _ => layers.push((layer, top, top + HEIGHT)),
            }
        }
        let bottom = tops.last().map_or(top, |top| top + HEIGHT);
        Self { boxes, arrows, layers, right: left + taken, bottom }
    }
}

/// Width of a package's box; `least` has room for the second line.
fn box_width(path: &str, least: f64) -> f64 {
    let columns = end_of(path, MOST_COLUMNS);
    name_width(&columns).max(least) + 2.0 * PADDING
}

/// Pixels that the second line of a box takes: a state and two signs.
pub fn second_line(states: &[&str]) -> f64 {
    states.iter().map(|state| word_width(state)).fold(0.0, f64::max) + 2.0 * 14.0 + 18.0
}

/// The top of each row.
fn tops(rows: &Rows, arrows: &[Vec<usize>], top: f64) -> Vec<f64> {
    let mut next = top;
    let mut tops = Vec::with_capacity(rows.items.len());
    for (row, items) in rows.items.iter().enumerate() {
        tops.push(next);
        let lines: usize = items.iter().map(|&item| rows.below(arrows, row, item).count()).sum();
        next += HEIGHT + (BETWEEN + px(lines) * FOR_EACH_LINE).min(MOST_BETWEEN);
    }
    tops
}

struct Made<'a> {
    rows: &'a Rows,
    middles: &'a [Vec<f64>],
    tops: &'a [f64],
    boxes: &'a [(f64, f64, f64)],
    left: f64,
}

impl Made<'_> {
    fn arrows(&self, arrows: &[Vec<usize>]) -> Vec<Arrow> {
        let mut made = Vec::new();
        for (from, imports) in arrows.iter().enumerate() {
            let row = self.rows.row_of[from];
            let ends = imports.iter().map(|&to| (self.x(row + 1, self.rows.end(to, row + 1)), to));
            let mut ends: Vec<(f64, usize)> = ends.collect();
            ends.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (place, &(_, to)) in ends.iter().enumerate() {
                made.push(self.arrow(from, to, (place, ends.len())));
            }
        }
        made
    }

    /// One arrow, which leaves its box at one of several places.
    fn arrow(&self, from: usize, to: usize, (place, places): (usize, usize)) -> Arrow {
        let (x, top, width) = self.boxes[from];
        let step = ((width - 2.0 * PADDING) / px(places.max(1))).min(18.0);
        let leaves = x + width / 2.0 + (px(place) - (px(places) - 1.0) / 2.0) * step;
        let mut through = vec![(leaves, top, top + HEIGHT)];
        for row in self.rows.row_of[from] + 1..=self.rows.row_of[to] {
            let top = self.tops[row];
            through.push((self.x(row, self.rows.end(to, row)), top, top + HEIGHT));
        }
        Arrow { from, to, through }
    }

    /// The middle of a thing in a row.
    fn x(&self, row: usize, item: Item) -> f64 {
        let place = self.rows.items[row].iter().position(|&other| other == item);
        self.left + place.map_or(PASS, |place| self.middles[row][place])
    }
}
