//! What differs for each action, and through which imports a difference came to it.

use std::collections::BTreeSet;

use super::essential::essential;
use super::input::{Difference, Input, differences};
use super::unit::{Action, Kind, Side, Unit};

/// What was found about one action of the second build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The action.
    pub action: Action,
    /// Its own inputs that differ.
    pub own: Vec<Difference>,
    /// Why it is done again, if that is not an input.
    pub lack: Option<Lack>,
    /// The actions whose results it gets, and which differ.
    pub via: Vec<Action>,
    /// Whether `via` is known; otherwise these are the ones through which a difference can have come.
    pub certain: bool,
}

/// Why an action is done again, if no input shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The inputs are the same, and what came of them is not.
    OtherResult,
    /// The action ID is the same, and the command is there again.
    NotCached,
    /// It is not shown.
    NotShown,
    /// The text does not have all of its lines, or those of two actions with one name.
    Torn,
    /// Only its result is known to be another, from those that get it; the text has nothing of the action itself.
    NotInText,
}

/// The findings in the order of the second build.
pub fn find(before: &Side, after: &Side) -> Vec<Finding> {
    let pair = Pair { before, after };
    let mut findings: Vec<Finding> = after.order.iter().filter_map(|action| pair.finding(action)).collect();
    if after.kind == Kind::Hashes {
        pair.add_other_results(&mut findings);
    }
    if after.kind == Kind::List {
        spread(&mut findings, &pair);
    }
    findings
}

struct Pair<'a> {
    before: &'a Side,
    after: &'a Side,
}

impl Pair<'_> {
    fn finding(&self, action: &Action) -> Option<Finding> {
        let (known, unit) = (self.before.units.get(action), self.after.units.get(action)?);
        match self.after.kind {
            Kind::Hashes | Kind::List => self.of_inputs(action, known?, unit),
            Kind::Log => Some(self.of_log(action, known, unit)),
        }
    }

    /// An action of which the inputs are known, or most of them.
    fn of_inputs(&self, action: &Action, known: &Unit, unit: &Unit) -> Option<Finding> {
        let same_id = known.id.is_some() && known.id == unit.id;
        if same_id {
            return None;
        }
        if known.is_torn || unit.is_torn {
            let action = action.clone();
            return Some(Finding { action, own: Vec::new(), lack: Some(Lack::Torn), via: Vec::new(), certain: true });
        }
        let (contents, mut own) = self.imports(action, known, unit);
        own.extend(differences(&known.inputs, &unit.inputs));
        let own = essential(own, unit.standard);
        let differs = known.id.is_some() && unit.id.is_some();
        let nothing = own.is_empty() && contents.is_empty();
        if nothing && !differs {
            return None;
        }
        let lack = nothing.then_some(Lack::NotShown);
        Some(Finding { action: action.clone(), own, lack, via: contents, certain: true })
    }

    /// The imports with other content, and those that only one of the two has.
    fn imports(&self, action: &Action, known: &Unit, unit: &Unit) -> (Vec<Action>, Vec<Difference>) {
        let (mut contents, mut own) = (Vec::new(), Vec::new());
        for (path, content) in &unit.imports {
            match known.imports.get(path) {
                Some(before) if before != content => contents.push(Action::Compile(path.clone())),
                Some(_) => {}
                None => own.push(imported(path, false)),
            }
        }
        own.extend(
            known.imports.keys().filter(|path| !unit.imports.contains_key(*path)).map(|path| imported(path, true)),
        );
        if action.is_link() {
            // What is linked follows from what the packages import.
            own.clear();
            let is_new = |action: &Action| !self.before.units.contains_key(action);
            let added = unit.imports.keys().filter(|path| !known.imports.contains_key(*path));
            contents.extend(added.map(|path| Action::Compile(path.clone())).filter(is_new));
        }
        (contents, own)
    }

    /// A log shows no contents of files, and nothing of an action that did not run.
    fn of_log(&self, action: &Action, known: Option<&Unit>, unit: &Unit) -> Finding {
        let done = |own, lack, via| Finding { action: action.clone(), own, lack, via, certain: false };
        let own = match known {
            Some(known) if known.id.is_some() && known.id == unit.id => {
                return done(Vec::new(), Some(Lack::NotCached), Vec::new());
            }
            Some(known) => {
                let (_, mut own) = self.imports(action, known, unit);
                own.extend(differences(&known.inputs, &unit.inputs));
                essential(own, unit.standard)
            }
            None => Vec::new(),
        };
        let via: Vec<Action> = unit
            .imports
            .iter()
            .map(|(path, content)| (Action::Compile(path.clone()), path, content))
            .filter(|(import, path, content)| {
                let same = |a: Option<&String>, b: Option<&String>| a.is_some() && a == b;
                let ran = self.after.units.get(import);
                let before = known.and_then(|known| known.imports.get(*path));
                let same_content = before.is_some_and(|before| same(before.as_ref(), content.as_ref()));
                let made_before = self.before.units.get(import).and_then(|unit| unit.id.as_ref());
                ran.is_some_and(|made| !same(made.id.as_ref(), made_before)) && !same_content && import != action
            })
            .map(|(import, ..)| import)
            .collect();
        let lack = (own.is_empty() && via.is_empty()).then_some(Lack::NotShown);
        done(own, lack, via)
    }

    /// An import whose own inputs are the same, and whose content is not: that is where the difference begins.
    fn add_other_results(&self, findings: &mut Vec<Finding>) {
        let named: BTreeSet<Action> = findings.iter().flat_map(|finding| finding.via.iter().cloned()).collect();
        let known: BTreeSet<Action> = findings.iter().map(|finding| finding.action.clone()).collect();
        for action in named.difference(&known) {
            let lack = match (self.before.units.get(action), self.after.units.get(action)) {
                (Some(before), Some(after)) if before.id.is_some() && before.id == after.id => Lack::OtherResult,
                // A new package is told as such.
                (None, Some(_)) => continue,
                _ => Lack::NotInText,
            };
            let finding =
                Finding { action: action.clone(), own: Vec::new(), lack: Some(lack), via: Vec::new(), certain: true };
            match lack {
                Lack::NotInText => findings.push(finding),
                _ => findings.insert(0, finding),
            }
        }
    }
}

fn imported(path: &str, before: bool) -> Difference {
    let value = |there: bool| there.then(String::new);
    Difference { input: Input::Import(path.to_owned()), before: value(before), after: value(!before) }
}

/// A list without build IDs does not tell whether importers are compiled again: they can be.
fn spread(findings: &mut Vec<Finding>, pair: &Pair<'_>) {
    let has_ids = |side: &Side| side.units.values().any(|unit| unit.id.is_some());
    if has_ids(pair.before) && has_ids(pair.after) {
        spread_to_links(findings, pair);
        return;
    }
    let mut changed: BTreeSet<Action> = findings.iter().map(|finding| finding.action.clone()).collect();
    changed.extend(pair.after.order.iter().filter(|action| !pair.before.units.contains_key(*action)).cloned());
    loop {
        let before = changed.len();
        for action in &pair.after.order {
            let reached =
                pair.after.units[action].imports.keys().any(|path| changed.contains(&Action::Compile(path.clone())));
            if reached {
                changed.insert(action.clone());
            }
        }
        if changed.len() == before {
            break;
        }
    }
    for action in &pair.after.order {
        let imports = pair.after.units[action].imports.keys().map(|path| Action::Compile(path.clone()));
        let via: Vec<Action> = imports.filter(|import| changed.contains(import)).collect();
        if via.is_empty() || !pair.before.units.contains_key(action) {
            continue;
        }
        match findings.iter_mut().find(|finding| finding.action == *action) {
            Some(finding) => (finding.via, finding.certain) = (via, false),
            None => {
                findings.push(Finding { action: action.clone(), own: Vec::new(), lack: None, via, certain: false });
            }
        }
    }
    order(findings, pair.after);
}

/// Lists have no action IDs of links; whatever was compiled with another result is linked again.
fn spread_to_links(findings: &mut Vec<Finding>, pair: &Pair<'_>) {
    let main_differs =
        |action: &Action| findings.iter().any(|f| f.action == Action::Compile(action.package().to_owned()));
    let links = pair.after.order.iter().filter(|action| action.is_link() && main_differs(action));
    let links: Vec<Action> = links.filter(|link| findings.iter().all(|f| f.action != **link)).cloned().collect();
    findings.extend(links.into_iter().map(|action| Finding {
        via: vec![Action::Compile(action.package().to_owned())],
        action,
        own: Vec::new(),
        lack: None,
        certain: true,
    }));
}

fn order(findings: &mut [Finding], after: &Side) {
    let place = |action: &Action| after.order.iter().position(|other| other == action);
    findings.sort_by_key(|finding| place(&finding.action));
}
