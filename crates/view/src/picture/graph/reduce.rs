//! Which packages and which of their imports are drawn.

use gostep_course::player::BuildView;

/// With more packages than these, only those near one are drawn.
const ALL: usize = 120;
/// How many those are at most.
const NEAR: usize = 60;

/// The packages that are drawn, and the arrows between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Indices into the packages of the build, those of a higher layer first.
    pub packages: Vec<usize>,
    /// For each of them the imports that get an arrow, as indices into `packages`.
    pub arrows: Vec<Vec<usize>>,
    /// The package around which they are chosen, unless all are there.
    pub around: Option<usize>,
}

impl Part {
    /// All packages if they are few, else those near one of them.
    pub fn of(build: &BuildView, package: Option<usize>) -> Self {
        let count = build.packages.len();
        let around = (count > ALL).then(|| package.filter(|&at| at < count).unwrap_or(count - 1));
        let mut packages = around.map_or_else(|| (0..count).collect(), |package| near(build, package));
        packages.sort_by_key(|&at| (std::cmp::Reverse(build.packages[at].layer), at));
        let arrows = arrows(build, &packages);
        Self { packages, arrows, around }
    }
}

/// A package, what it imports and what imports it, then what is one further, as long as there is room.
fn near(build: &BuildView, package: usize) -> Vec<usize> {
    let mut chosen = vec![package];
    let mut is_chosen = vec![false; build.packages.len()];
    is_chosen[package] = true;
    let mut next = 0;
    while next < chosen.len() && chosen.len() < NEAR {
        let of = &build.packages[chosen[next]];
        // In turn, so that neither side takes all the room.
        let most = of.imports.len().max(of.importers.len());
        let both = (0..most).flat_map(|at| [of.imports.get(at), of.importers.get(at)]).flatten();
        for &at in both {
            if chosen.len() < NEAR && !std::mem::replace(&mut is_chosen[at], true) {
                chosen.push(at);
            }
        }
        next += 1;
    }
    chosen
}

/// The imports that no longer way implies.
fn arrows(build: &BuildView, packages: &[usize]) -> Vec<Vec<usize>> {
    let mut place = vec![None; build.packages.len()];
    for (at, &package) in packages.iter().enumerate() {
        place[package] = Some(at);
    }
    // One bit for each package that can be reached; there are at most `ALL` of them.
    let mut reached = vec![0_u128; packages.len()];
    let mut arrows = vec![Vec::new(); packages.len()];
    // What is imported has a lower layer, so it comes later.
    for (at, &package) in packages.iter().enumerate().rev() {
        let imports: Vec<usize> = build.packages[package].imports.iter().filter_map(|&import| place[import]).collect();
        let through = imports.iter().fold(0, |all, &import| all | reached[import]);
        arrows[at] = imports.iter().copied().filter(|&import| through & (1 << import) == 0).collect();
        reached[at] = imports.iter().fold(through, |all, &import| all | 1 << import);
    }
    arrows
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    /// Whether a package leads to another by some of the arrows.
    fn leads(arrows: &[Vec<usize>], from: usize, to: usize) -> bool {
        arrows[from].iter().any(|&next| next == to || leads(arrows, next, to))
    }

    #[test]
    fn an_import_has_an_arrow_unless_a_longer_way_implies_it() {
        let player = Player::new(load("order", Lang::En).unwrap());
        let build = &player.builds()[0];
        let part = Part::of(build, None);
        assert_eq!((part.packages.len(), part.around), (53, None));
        let mut left_out = 0;
        for (from, &package) in part.packages.iter().enumerate() {
            for import in &build.packages[package].imports {
                let to = part.packages.iter().position(|other| other == import).unwrap();
                let longer = part.arrows[from].iter().any(|&next| next != to && leads(&part.arrows, next, to));
                assert_eq!(part.arrows[from].contains(&to), !longer);
                left_out += usize::from(longer);
            }
        }
        let drawn: usize = part.arrows.iter().map(Vec::len).sum();
        let all: usize = build.packages.iter().map(|package| package.imports.len()).sum();
        assert_eq!(drawn + left_out, all);
    }
}
