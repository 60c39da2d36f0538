//! Packages in rows, and what passes between them on the way to a lower row.

use super::super::text::px;

/// Pixels that an arrow takes in a row that it passes.
pub const PASS: f64 = 6.0;
/// Pixels between two things in a row, of which one is a package, and between two lines.
const GAP: f64 = 12.0;
const GAP_OF_LINES: f64 = 6.0;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A package.
    Node(usize),
    /// All arrows that lead to a package further down: they are one line from here on.
    Pass(usize),
}

impl Item {
    /// Pixels to what stands right of it.
    pub fn gap(self, right: Self) -> f64 {
        let lines = matches!((self, right), (Self::Pass(_), Self::Pass(_)));
        if lines { GAP_OF_LINES } else { GAP }
    }
}

/// The packages in rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// What stands in each row, from the top.
    pub items: Vec<Vec<Item>>,
    /// The row of each package.
    pub row_of: Vec<usize>,
    /// The layer of each row.
    pub layers: Vec<usize>,
}

/// What is to be placed: packages in the order of their layers, highest first.
pub struct Given<'a> {
    /// How wide each is.
    pub widths: &'a [f64],
    /// The layer of each.
    pub layers: &'a [usize],
    /// To which others arrows lead.
    pub arrows: &'a [Vec<usize>],
}

impl Rows {
    /// A row for each layer, or several if it does not fit into the width.
    pub fn new(given: &Given, width: f64) -> Self {
        let mut made = Self { row_of: vec![0; given.widths.len()], ..Self::default() };
        // Which packages an arrow from above leads to, and from which row at the nearest.
        let mut nearest: Vec<Option<usize>> = vec![None; given.widths.len()];
        let mut from = 0;
        while from < given.layers.len() {
            let layer = given.layers[from];
            let to = from + given.layers[from..].iter().take_while(|&&other| other == layer).count();
            let mut packages: Vec<usize> = (from..to).collect();
            packages.sort_by_key(|&at| (std::cmp::Reverse(nearest[at]), at));
            let below = nearest[to..].iter().flatten().count();
            for row in split(&packages, given, width, below) {
                for &at in row {
                    made.row_of[at] = made.items.len();
                    for &import in &given.arrows[at] {
                        nearest[import] = Some(made.items.len());
                    }
                }
                made.layers.push(layer);
                made.items.push(row.iter().map(|&at| Item::Node(at)).collect());
            }
            from = to;
        }
        made.pass(given);
        made
    }

    /// Adds what passes.
    fn pass(&mut self, given: &Given) {
        let mut highest: Vec<Option<usize>> = vec![None; given.widths.len()];
        for (at, imports) in given.arrows.iter().enumerate() {
            for &import in imports {
                let row = self.row_of[at];
                highest[import] = Some(highest[import].map_or(row, |other| other.min(row)));
            }
        }
        for (at, highest) in highest.into_iter().enumerate() {
            let passed = highest.map_or(0..0, |highest| highest + 1..self.row_of[at]);
            for row in &mut self.items[passed] {
                row.push(Item::Pass(at));
            }
        }
    }

    /// What an arrow to a package meets in a row above or at it.
    pub fn end(&self, package: usize, row: usize) -> Item {
        if self.row_of[package] == row { Item::Node(package) } else { Item::Pass(package) }
    }

    /// Where in its row each thing leads, in the row below.
    pub fn below<'a>(&'a self, arrows: &'a [Vec<usize>], row: usize, item: Item) -> impl Iterator<Item = Item> + 'a {
        let (many, one) = match item {
            Item::Node(at) => (arrows[at].as_slice(), None),
            Item::Pass(at) => (&[][..], Some(at)),
        };
        many.iter().copied().chain(one).map(move |package| self.end(package, row + 1))
    }
}

/// Packages of one layer, in as few rows as possible, none much fuller than the others.
fn split<'a>(packages: &'a [usize], given: &Given, width: f64, below: usize) -> Vec<&'a [usize]> {
    let pass = PASS + f64::midpoint(GAP, GAP_OF_LINES);
    let needed = |packages: &[usize]| packages.iter().map(|&at| given.widths[at] + GAP).sum::<f64>();
    let of_others = px(below) * pass;
    let total = needed(packages);
    let room = (width - of_others).max(width / 3.0);
    let mut rows = 1.0;
    // In the upper rows there are also the arrows to the lower ones.
    while rows < 60.0 && total / rows + (px(packages.len()) * (rows - 1.0) / rows) * pass > room {
        rows += 1.0;
    }
    let share = total / rows;
    let mut out = Vec::new();
    let mut rest = packages;
    let mut filled = 0.0;
    while !rest.is_empty() {
        let mut count = 0;
        let mut sum = 0.0;
        while count < rest.len() {
            let next = given.widths[rest[count]] + GAP;
            let full = filled + sum + next / 2.0 > share * px(out.len() + 1);
            if count > 0 && (full || sum + next > room) {
                break;
            }
            sum += next;
            count += 1;
        }
        filled += sum;
        let (row, others) = rest.split_at(count);
        out.push(row);
        rest = others;
    }
    out
}
