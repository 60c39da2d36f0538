//! Where everything is on the screen, for its size and for what there is to show.

use ratatui::layout::Rect;

use super::text::column;

/// Below this, the screen only says that it is too small.
pub const SMALLEST: (u16, u16) = (40, 15);
/// From this width on, the explanation has a column of its own.
const TWO_COLUMNS: (u16, u16) = (100, 20);
/// From this size on, all panes are there at once.
const STACKED: (u16, u16) = (60, 20);
/// Lines of text that are longer read badly.
const WIDEST_TEXT: u16 = 76;
/// Rows that are no pane: two at the top, one at the bottom.
const HEAD: u16 = 2;
const FOOT: u16 = 1;
/// Rows of a pane below which it is no use.
const LEAST: usize = 2;
/// Rows that the explanation keeps, whatever others need.
const TEXT: usize = 5;

/// A part of the screen that can have the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The explanation, and the question.
    #[default]
    Text,
    /// The transcript.
    Log,
    /// The inspector.
    Inspector,
}

impl Pane {
    /// All, in the order of the Tab key.
    pub const ALL: [Self; 3] = [Self::Text, Self::Log, Self::Inspector];
}

/// How the panes are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// The screen is too small for any.
    TooSmall,
    /// One pane at a time.
    Single,
    /// One above the other.
    Stacked,
    /// The explanation on the left, the others on the right.
    TwoColumns,
}

/// The arrangement for a size.
pub fn arrangement(width: u16, height: u16) -> Arrangement {
    let fits = |(columns, rows): (u16, u16)| width >= columns && height >= rows;
    match () {
        () if !fits(SMALLEST) => Arrangement::TooSmall,
        () if fits(TWO_COLUMNS) => Arrangement::TwoColumns,
        () if fits(STACKED) => Arrangement::Stacked,
        () => Arrangement::Single,
    }
}

/// Columns of the explanation and of the other panes. A screen that is too small for them shows none, so they are never
/// laid out for less than they need.
pub fn widths(width: u16, height: u16, zoomed: bool) -> (u16, u16) {
    let inner = width.max(SMALLEST.0) - 2;
    match arrangement(width, height) {
        Arrangement::TwoColumns if !zoomed => {
            let text = (width * 9 / 20).min(WIDEST_TEXT + 2);
            (text - 2, width - text - 3)
        }
        _ => (inner.min(WIDEST_TEXT + 4), inner),
    }
}

/// A pane on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneArea {
    /// The line with its title.
    pub rule: Rect,
    /// What is in it.
    pub inside: Rect,
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The title of lesson and step.
    pub title: Rect,
    /// The time line.
    pub time: Rect,
    /// The keys.
    pub foot: Rect,
    /// The line between two columns, if there are two.
    pub between: Option<Rect>,
    /// The panes that are seen.
    pub panes: Vec<(Pane, PaneArea)>,
}

/// How many rows the panes could use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    /// The explanation.
    pub text: Want,
    /// The transcript.
    pub log: Want,
    /// The inspector.
    pub inspector: Want,
}

/// How many rows a pane could use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Want {
    /// So many, or what the step points at is out of sight.
    pub need: usize,
    /// So many show all that the step is about.
    pub want: usize,
    /// So many can be filled.
    pub most: usize,
}

impl Want {
    /// A pane that has so many rows, and needs none of them in particular.
    pub fn rows(rows: usize) -> Self {
        Self { need: 0, want: rows, most: rows }
    }
}

impl Areas {
    /// Lays the screen out. The `active` pane is always seen; the `keen` one gets its rows first.
    pub fn new(width: u16, height: u16, active: Pane, keen: Option<Pane>, zoomed: bool, wants: Wants) -> Self {
        let row = |y: u16| Rect::new(0, y.min(height.saturating_sub(1)), width, 1.min(height));
        let mut areas = Self { title: row(0), time: row(1), foot: row(height.saturating_sub(1)), ..Self::default() };
        let body = Rect::new(0, HEAD, width, height.saturating_sub(HEAD + FOOT));
        match arrangement(width, height) {
            Arrangement::TooSmall => {}
            Arrangement::Single => areas.panes = vec![(active, place(body))],
            _ if zoomed => areas.panes = vec![(active, place(body))],
            Arrangement::Stacked => areas.panes = stack(body, keen, &wants.all()),
            Arrangement::TwoColumns => {
                let (text, _) = widths(width, height, false);
                let left = Rect { width: text + 2, ..body };
                let right = Rect { x: left.right() + 1, width: width - left.width - 1, ..body };
                areas.between = Some(Rect { x: left.right(), width: 1, ..body });
                areas.panes = vec![(Pane::Text, place(left))];
                areas.panes.extend(stack(right, keen, &wants.all()[1..]));
            }
        }
        areas
    }

    /// A pane, if it is seen.
    pub fn pane(&self, pane: Pane) -> Option<PaneArea> {
        self.panes.iter().find(|(which, _)| *which == pane).map(|(_, place)| *place)
    }

    /// Rows inside a pane; none if it is not seen.
    pub fn rows(&self, pane: Pane) -> usize {
        self.pane(pane).map_or(0, |place| usize::from(place.inside.height))
    }

    /// The pane at a place of the screen.
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        let inside = |area: Rect| area.contains((x, y).into());
        let found = self.panes.iter().find(|(_, place)| inside(place.rule) || inside(place.inside));
        found.map(|(pane, _)| *pane)
    }
}

impl Wants {
    fn all(self) -> [(Pane, Want); 3] {
        [(Pane::Text, self.text), (Pane::Log, self.log), (Pane::Inspector, self.inspector)]
    }
}

/// A pane that fills an area: the rule on top, a blank column on each side.
fn place(area: Rect) -> PaneArea {
    let rule = Rect { height: 1.min(area.height), ..area };
    let inside = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    PaneArea { rule, inside }
}

fn stack(area: Rect, keen: Option<Pane>, wants: &[(Pane, Want)]) -> Vec<(Pane, PaneArea)> {
    let rows = usize::from(area.height).saturating_sub(wants.len());
    let shares = share(rows, keen, wants);
    let mut y = area.y;
    let placed = wants.iter().zip(shares).map(|(&(pane, _), share)| {
        let height = column(share + 1).min(area.bottom().saturating_sub(y));
        let area = Rect { y, height, ..area };
        y += height;
        (pane, place(area))
    });
    placed.collect()
}

/// Shares rows out: one or two for everybody; what is needed to see what the step points at, as long as the text keeps some; then
/// row by row to those who can use more, the keen one first. The rows that are left go to whom can fill them.
fn share(rows: usize, keen: Option<Pane>, wants: &[(Pane, Want)]) -> Vec<usize> {
    let least = |pane: &Want| if pane.need == 0 { 1 } else { pane.want.clamp(1, LEAST) };
    let mut shares: Vec<usize> = wants.iter().map(|(_, pane)| least(pane)).collect();
    let mut left = rows.saturating_sub(shares.iter().sum());
    if let Some(text) = wants.iter().position(|(pane, _)| *pane == Pane::Text) {
        grow(&mut shares[text], wants[text].1.want.min(TEXT), &mut left);
    }
    for (share, (_, pane)) in shares.iter_mut().zip(wants) {
        grow(share, pane.need, &mut left);
    }
    if let Some(at) = wants.iter().position(|&(pane, _)| Some(pane) == keen) {
        // It leaves a third to the others.
        let mut more = left * 2 / 3;
        left -= more;
        grow(&mut shares[at], wants[at].1.want, &mut more);
        left += more;
    }
    spread(&mut shares, wants, |pane| pane.want, &mut left);
    spread(&mut shares, wants, |pane| pane.most, &mut left);
    if let Some(last) = shares.last_mut() {
        *last += left;
    }
    shares
}

/// Makes a share as large as it is to be, as far as rows are left.
fn grow(share: &mut usize, to: usize, left: &mut usize) {
    let more = to.saturating_sub(*share).min(*left);
    *share += more;
    *left -= more;
}

/// Gives row by row to all that can use more.
fn spread(shares: &mut [usize], wants: &[(Pane, Want)], to: impl Fn(&Want) -> usize, left: &mut usize) {
    loop {
        let before = *left;
        for (share, (_, pane)) in shares.iter_mut().zip(wants) {
            grow(share, to(pane).min(*share + 1), left);
        }
        if *left == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTS: Wants = Wants { text: rows(12), log: rows(4), inspector: rows(9) };

    const fn rows(rows: usize) -> Want {
        Want { need: 0, want: rows, most: rows }
    }

    #[test]
    fn panes_fill_the_screen_and_do_not_overlap() {
        for (width, height) in [(40, 15), (60, 20), (80, 24), (99, 50), (100, 20), (120, 40), (200, 60)] {
            for active in Pane::ALL {
                for zoomed in [false, true] {
                    let areas = Areas::new(width, height, active, Some(active), zoomed, WANTS);
                    let mut taken = vec![0; usize::from(width) * usize::from(height)];
                    let places = areas.panes.iter().flat_map(|(_, place)| [place.rule, place.inside]);
                    for area in places.chain([areas.title, areas.time, areas.foot]).chain(areas.between) {
                        assert!(area.right() <= width && area.bottom() <= height, "{area:?}");
                        for position in area.positions() {
                            taken[usize::from(position.y) * usize::from(width) + usize::from(position.x)] += 1;
                        }
                    }
                    assert!(taken.iter().all(|&times| times <= 1), "{width}x{height} {active:?}");
                    assert!(areas.pane(active).is_some());
                    assert!(areas.rows(active) >= LEAST);
                }
            }
        }
    }

    #[test]
    fn a_common_screen_has_all_panes() {
        assert_eq!(Areas::new(80, 24, Pane::Text, None, false, WANTS).panes.len(), 3);
        assert_eq!(Areas::new(40, 15, Pane::Log, None, false, WANTS).panes.len(), 1);
        assert_eq!(Areas::new(39, 15, Pane::Log, None, false, WANTS).panes.len(), 0);
        assert_eq!(Areas::new(1, 1, Pane::Log, None, false, WANTS).panes.len(), 0);
    }

    #[test]
    fn rows_go_to_those_who_need_them() {
        let mut wants = [(Pane::Text, rows(10)), (Pane::Log, rows(3)), (Pane::Inspector, rows(4))];
        assert_eq!(share(18, None, &wants), [10, 3, 5]);
        assert_eq!(share(12, Some(Pane::Inspector), &wants), [6, 2, 4]);
        // What is pointed at comes before the rest of the text, and the text keeps some rows.
        wants[1].1 = Want { need: 7, want: 9, most: 9 };
        assert_eq!(share(16, None, &wants), [6, 8, 2]);
        assert_eq!(share(14, Some(Pane::Text), &wants), [6, 7, 1]);
        // Rows that nobody wants go to those who can fill them.
        wants[1].1 = Want { need: 1, want: 3, most: 30 };
        assert_eq!(share(24, None, &wants), [10, 10, 4]);
    }
}
