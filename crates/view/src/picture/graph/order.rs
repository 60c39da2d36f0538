//! The order in each row, so that few arrows cross.

use super::rows::{Item, Rows};

/// How often all rows are gone through, down and up.
const SWEEPS: usize = 12;

/// Puts each row into an order with few crossings.
pub fn order(rows: &mut Rows, arrows: &[Vec<usize>]) {
    let mut best = (crossings_of_all(rows, arrows), rows.items.clone());
    for _ in 0..SWEEPS {
        for row in 1..rows.items.len() {
            sort(rows, arrows, row, true);
        }
        for row in (0..rows.items.len().saturating_sub(1)).rev() {
            sort(rows, arrows, row, false);
        }
        swap(rows, arrows);
        let now = crossings_of_all(rows, arrows);
        if now < best.0 {
            best = (now, rows.items.clone());
        }
    }
    rows.items = best.1;
}

/// Sorts a row by the middle of what each thing is connected with in the row above or below.
fn sort(rows: &mut Rows, arrows: &[Vec<usize>], row: usize, by_above: bool) {
    let upper = if by_above { row - 1 } else { row };
    let mut sums = vec![(0, 0); rows.items[row].len()];
    for (above, below) in links(rows, arrows, upper) {
        let (own, other) = if by_above { (below, above) } else { (above, below) };
        sums[own].0 += other;
        sums[own].1 += 1;
    }
    // What is connected with nothing keeps its place among the others.
    let other = rows.items[if by_above { row - 1 } else { row + 1 }].len().max(1);
    let own = rows.items[row].len().max(1);
    let middle = |at: usize| {
        let (sum, count) = sums[at];
        usize::checked_div(sum * 1024, count).unwrap_or(at * other * 1024 / own)
    };
    let mut places: Vec<usize> = (0..rows.items[row].len()).collect();
    places.sort_by_key(|&at| (middle(at), at));
    rows.items[row] = places.iter().map(|&at| rows.items[row][at]).collect();
}

/// Swaps neighbours as long as that helps.
fn swap(rows: &mut Rows, arrows: &[Vec<usize>]) {
    for row in 0..rows.items.len() {
        let mut before = around(rows, arrows, row);
        for at in 1..rows.items[row].len() {
            rows.items[row].swap(at - 1, at);
            let after = around(rows, arrows, row);
            if after < before {
                before = after;
            } else {
                rows.items[row].swap(at - 1, at);
            }
        }
    }
}

/// Crossings above and below a row.
fn around(rows: &Rows, arrows: &[Vec<usize>], row: usize) -> usize {
    let above = row.checked_sub(1).map_or(0, |above| crossings(rows, arrows, above));
    above + crossings(rows, arrows, row)
}

fn crossings_of_all(rows: &Rows, arrows: &[Vec<usize>]) -> usize {
    (0..rows.items.len()).map(|row| crossings(rows, arrows, row)).sum()
}

/// Crossings between a row and the one below.
fn crossings(rows: &Rows, arrows: &[Vec<usize>], row: usize) -> usize {
    let mut links = links(rows, arrows, row);
    links.sort_unstable();
    let mut found = 0;
    for (at, (above, below)) in links.iter().enumerate() {
        found += links[at + 1..].iter().filter(|(above2, below2)| above2 > above && below2 < below).count();
    }
    found
}

/// Places in a row and in the one below that a line connects.
fn links(rows: &Rows, arrows: &[Vec<usize>], row: usize) -> Vec<(usize, usize)> {
    let Some(lower) = rows.items.get(row + 1) else { return Vec::new() };
    let mut place_of_node = vec![0; rows.row_of.len()];
    for (place, item) in lower.iter().enumerate() {
        let (Item::Node(at) | Item::Pass(at)) = *item;
        place_of_node[at] = place;
    }
    let items = rows.items[row].iter().enumerate();
    items
        .flat_map(|(place, &item)| rows.below(arrows, row, item).map(move |end| (place, end)))
        .map(|(place, Item::Node(at) | Item::Pass(at))| (place, place_of_node[at]))
        .collect()
}
