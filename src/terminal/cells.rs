//! Time on a row of cells.

/// The cell of a moment, from 0 to one less than `cells`.
pub fn cell_of(time: u64, all: u64, cells: usize) -> usize {
    let last = cells.saturating_sub(1);
    let cell = u128::from(time) * last as u128 / u128::from(all.max(1));
    usize::try_from(cell).unwrap_or(last).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cell_is_the_start_and_the_last_the_end() {
        assert_eq!(cell_of(0, 100, 10), 0);
        assert_eq!(cell_of(99, 100, 10), 8);
        assert_eq!(cell_of(100, 100, 10), 9);
        assert_eq!(cell_of(5, 0, 10), 9);
        assert_eq!(cell_of(5, 10, 0), 0);
    }
}
