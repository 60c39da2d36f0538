//! What came of comparing two builds: causes first, each with the way to what is linked.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

use super::causes::{Cause, causes};
use super::findings::{Finding, Lack, find};
use super::unit::{Action, Kind, Side};

/// The result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What was compared.
    pub kind: Kind,
    /// How many actions the second build has.
    pub actions: usize,
    /// The actions whose inputs differ, or which ran again, in the order of the second build.
    pub again: Vec<Action>,
    /// Where differences begin.
    pub causes: Vec<Cause>,
    /// Actions that have no difference of their own.
    pub consequences: Vec<Consequence>,
    /// Actions that only the second build has.
    pub new: Vec<Action>,
    /// Actions that only the first build has.
    pub gone: Vec<Action>,
}

/// An action that is done again because of what it gets from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consequence {
    /// The action.
    pub action: Action,
    /// The actions whose results differ.
    pub because_of: Vec<Action>,
    /// Whether this is known. Otherwise it is where a difference can have come from.
    pub certain: bool,
}

impl Report {
    /// Compares two builds.
    pub fn of(before: &Side, after: &Side) -> Self {
        let findings = find(before, after);
        let only = |one: &Side, other: &Side| -> Vec<Action> {
            one.order.iter().filter(|action| !other.units.contains_key(*action)).cloned().collect()
        };
        // What did not run does not show in a log.
        let all_are_shown = after.kind != Kind::Log;
        let new = if all_are_shown { only(after, before) } else { Vec::new() };
        let gone = if all_are_shown { only(before, after) } else { Vec::new() };
        let mut causes = causes(&findings);
        let ways = Ways::of(&findings);
        for cause in &mut causes {
            cause.way = ways.from(&cause.actions);
        }
        let is_consequence = |finding: &&Finding| finding.own.is_empty() && finding.lack.is_none();
        let is_again =
            |finding: &Finding| !matches!(finding.lack, Some(Lack::OtherResult | Lack::NotInText | Lack::Torn));
        let consequences = findings.iter().filter(is_consequence).map(|finding| Consequence {
            action: finding.action.clone(),
            because_of: finding.via.clone(),
            certain: finding.certain,
        });
        Self {
            kind: after.kind,
            actions: after.order.len(),
            consequences: consequences.collect(),
            again: findings.into_iter().filter(is_again).map(|finding| finding.action).collect(),
            causes,
            new,
            gone,
        }
    }

    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.again.is_empty() && self.causes.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }
}

/// Who passes a difference on to whom.
struct Ways<'a>(BTreeMap<&'a Action, Vec<&'a Action>>);

impl<'a> Ways<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut to: BTreeMap<&Action, Vec<&Action>> = BTreeMap::new();
        for finding in findings {
            // A link gets all packages, but what main passes on is the way that the reader knows.
            let main = Action::Compile(finding.action.package().to_owned());
            let through_main = findings.iter().find(|other| finding.action.is_link() && other.action == main);
            match through_main {
                Some(main) => to.entry(&main.action).or_default().push(&finding.action),
                None => {
                    for from in &finding.via {
                        to.entry(from).or_default().push(&finding.action);
                    }
                }
            }
        }
        Self(to)
    }

    /// The shortest way from one of the actions, the first if there are several as short, to a link; without a link, to the
    /// action that is farthest away.
    fn from(&self, actions: &[Action]) -> Vec<Action> {
        let mut came: BTreeMap<&Action, Option<&Action>> = BTreeMap::new();
        let mut queue: VecDeque<&Action> = actions.iter().take(1).collect();
        came.extend(queue.iter().map(|action| (*action, None)));
        let mut last = None;
        while let Some(here) = queue.pop_front() {
            last = Some(here);
            if here.is_link() {
                break;
            }
            for &next in self.0.get(here).into_iter().flatten() {
                if !came.contains_key(next) {
                    came.insert(next, Some(here));
                    queue.push_back(next);
                }
            }
        }
        let mut way = Vec::new();
        let mut seen = BTreeSet::new();
        while let Some(action) = last.filter(|action| seen.insert(*action)) {
            way.insert(0, action.clone());
            last = came.get(action).copied().flatten();
        }
        way
    }
}
