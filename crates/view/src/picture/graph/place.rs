//! Where in its row each thing stands: in order, without overlap, and as near as possible to what it is connected with.

use super::rows::{Item, PASS, Rows};

/// How often all rows are gone through, down and up.
const SWEEPS: usize = 10;

/// The middles of all things, row by row, in about a width; and the width that they take.
pub fn place(rows: &Rows, arrows: &[Vec<usize>], widths: &[f64], width: f64) -> (Vec<Vec<f64>>, f64) {
    let mut shapes: Vec<Shape> = rows.items.iter().map(|row| Shape::of(row, widths)).collect();
    let needed = shapes.iter().map(Shape::width).fold(0.0, f64::max);
    // A little more than is needed makes lines straight.
    let width = (needed * 1.15).min(width).max(needed);
    let mut middles: Vec<Vec<f64>> = Vec::new();
    for shape in &mut shapes {
        shape.high = width - shape.width() + shape.low;
        let spare = (shape.high - shape.low) / 2.0;
        middles.push(shape.offsets.iter().map(|offset| offset + shape.low + spare).collect());
    }
    let links = Links::new(rows, arrows);
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        for step in 0..rows.items.len() {
            let row = if down { step } else { rows.items.len() - 1 - step };
            let wanted = links.wanted(&middles, row, down);
            middles[row] = shapes[row].fit(&wanted);
        }
    }
    (middles, width)
}

/// The distances that things in a row keep.
struct Shape {
    /// Of each from the first, if they stand as close as they may.
    offsets: Vec<f64>,
    /// Where the first may stand at least.
    low: f64,
    /// Where it may stand at most if all are as close as they may.
    high: f64,
    /// Half of the last one's width.
    last: f64,
}

impl Shape {
    fn of(row: &[Item], widths: &[f64]) -> Self {
        let half = |item: &Item| match item {
            Item::Node(at) => widths[*at] / 2.0,
            Item::Pass(_) => PASS / 2.0,
        };
        let mut offsets = Vec::with_capacity(row.len());
        let mut at = 0.0;
        for (index, item) in row.iter().enumerate() {
            if let Some(left) = index.checked_sub(1).map(|left| row[left]) {
                at += half(&left) + left.gap(*item) + half(item);
            }
            offsets.push(at);
        }
        let low = row.first().map_or(0.0, half);
        Self { offsets, low, high: low, last: row.last().map_or(0.0, half) }
    }

    /// Width if all are as close as they may.
    fn width(&self) -> f64 {
        self.low + self.offsets.last().copied().unwrap_or(0.0) + self.last
    }

    /// The places nearest to the wanted ones, given as place and weight: the squares of the differences are least. The
    /// method is to pool adjacent violators.
    fn fit(&self, wanted: &[(f64, f64)]) -> Vec<f64> {
        // Middle, weight and number of those that stand as close as they may.
        let mut pools: Vec<(f64, f64, usize)> = Vec::new();
        for ((place, weight), offset) in wanted.iter().zip(&self.offsets) {
            let mut pool = (place - offset, *weight, 1);
            while let Some(last) = pools.pop_if(|last| last.0 >= pool.0) {
                let weight = last.1 + pool.1;
                pool = ((last.0 * last.1 + pool.0 * pool.1) / weight, weight, last.2 + pool.2);
            }
            pools.push(pool);
        }
        let starts = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.0, pool.2));
        starts.zip(&self.offsets).map(|(start, offset)| start.clamp(self.low, self.high) + offset).collect()
    }
}

/// What is connected with what in the next row.
struct Links {
    /// For each row: for each thing in it, places and weights in the row above.
    above: Vec<Vec<Vec<(usize, f64)>>>,
    /// The same in the row below.
    below: Vec<Vec<Vec<(usize, f64)>>>,
}

impl Links {
    fn new(rows: &Rows, arrows: &[Vec<usize>]) -> Self {
        let empty = || rows.items.iter().map(|row| vec![Vec::new(); row.len()]).collect::<Vec<_>>();
        let mut made = Self { above: empty(), below: empty() };
        for row in 0..rows.items.len().saturating_sub(1) {
            for (place, &item) in rows.items[row].iter().enumerate() {
                for end in rows.below(arrows, row, item) {
                    let Some(other) = rows.items[row + 1].iter().position(|&item| item == end) else { continue };
                    // Long lines are to be straight.
                    let weight = match (item, end) {
                        (Item::Pass(_), Item::Pass(_)) => 8.0,
                        (Item::Pass(_), _) | (_, Item::Pass(_)) => 2.0,
                        _ => 1.0,
                    };
                    made.below[row][place].push((other, weight));
                    made.above[row + 1][other].push((place, weight));
                }
            }
        }
        made
    }

    /// Where things of a row want to be, and how much.
    fn wanted(&self, middles: &[Vec<f64>], row: usize, by_above: bool) -> Vec<(f64, f64)> {
        let of = |place: usize| {
            let mut sum = middles[row][place] * 0.1;
            let mut weight = 0.1;
            let sides = [(by_above, row.checked_sub(1), &self.above), (!by_above, Some(row + 1), &self.below)];
            for (this_side, other, links) in sides {
                let Some(other) = other.and_then(|other| middles.get(other)) else { continue };
                let share = if this_side { 1.0 } else { 0.3 };
                for (at, strength) in &links[row][place] {
                    sum += other[*at] * strength * share;
                    weight += strength * share;
                }
            }
            (sum / weight, weight)
        };
        (0..middles[row].len()).map(of).collect()
    }
}
