//! What the second pane shows.

/// What the second pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The log, around the line that is explained.
    #[default]
    Log,
    /// The package of this line: its phases, what it imports, and who imports it.
    Package,
    /// Who imports whom.
    Graph,
    /// What ran at the same time.
    Lanes,
    /// What the whole log shows.
    Whole,
    /// All keys.
    Keys,
}

impl Side {
    /// Those that have a number, in its order.
    pub const NUMBERED: [Self; 5] = [Self::Log, Self::Package, Self::Graph, Self::Lanes, Self::Whole];

    /// The one with a number, from 1.
    pub fn numbered(digit: char) -> Option<Self> {
        let number = usize::try_from(digit.to_digit(10)?).ok()?;
        Self::NUMBERED.get(number.checked_sub(1)?).copied()
    }
}
