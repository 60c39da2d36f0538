//! `kind: order`: what comes before what.

use super::asked::{Asked, counted};
use crate::lesson::check::checker::Checker;
use crate::lesson::names;
use crate::lesson::places::join;
use crate::lesson::question::{Kind, Order};
use gostep_sim::hash::Hash;
use gostep_sim::said;

const MOST_ITEMS: usize = 10;

impl<'a> Checker<'a, '_> {
    pub(super) fn order(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let path = join(&asked.path, "items");
        let raw = &asked.raw.items;
        if raw.is_empty() {
            self.require(&path, false);
            return None;
        }
        if raw.len() < 2 || raw.len() > MOST_ITEMS {
            let message = said!(
                "{} to put in order",
                counted(raw.len(), said!("1 item"), said!("{number} items", number = raw.len()))
            );
            self.report.add(
                self.places().whole(&path),
                message,
                said!("give 2 to {MOST_ITEMS} under items:", MOST_ITEMS),
            );
            return None;
        }
        let order = match asked.raw.by.as_deref() {
            None => self.fixed_order(asked)?,
            Some("imports") => self.order_by_imports(asked, &path)?,
            Some(word) => {
                let place = self.places().value(&join(&asked.path, "by"));
                let help = said!("write by: imports, or leave it out if there is one order");
                self.report.add(place, said!("by: {word} is not known", word), help);
                return None;
            }
        };
        let shown = shuffled(&order, &asked.path);
        if shown.is_none() {
            let help = said!("choose packages of which one needs another");
            self.report.misfit(self.places().whole(&path), said!("every order of these items is right"), help);
        }
        Some(Kind::Order { shown: shown?, order })
    }

    /// One order is right: that in which the items are written.
    fn fixed_order(&mut self, asked: &Asked<'a, '_>) -> Option<Order> {
        let items = asked.raw.items.iter().enumerate();
        let items: Vec<String> = items
            .map(|(number, item)| {
                let translated = asked.translation.and_then(|t| t.items.get(number));
                self.ask_text(asked, &format!("items[{number}]"), Some(item), translated)
            })
            .collect();
        let twice = (1..items.len()).find(|&number| items[..number].contains(&items[number]));
        if let Some(number) = twice {
            let place = self.places().value(&format!("{}.items[{number}]", asked.path));
            self.report.add(place, said!("this item is there twice"), said!("say what is different about it"));
            return None;
        }
        let before = (0..items.len()).map(|item| (0..item).collect()).collect();
        Some(Order { items, before, by_imports: false })
    }

    /// Every order is right in which packages come after those that they need.
    fn order_by_imports(&mut self, asked: &Asked<'a, '_>, path: &str) -> Option<Order> {
        let staged = asked.builds.now();
        let mut packages = Vec::new();
        for (number, name) in asked.raw.items.iter().enumerate() {
            match names::package(staged, name) {
                Ok(package) if packages.contains(&package) => {
                    let place = self.places().value(&format!("{path}[{number}]"));
                    self.report.add(place, said!("this package is there twice"), said!("name each package once"));
                    return None;
                }
                Ok(package) => packages.push(package),
                Err(message) => {
                    let place = self.places().value(&format!("{path}[{number}]"));
                    self.report.add(place, message, names::PACKAGES);
                }
            }
        }
        if packages.len() < asked.raw.items.len() {
            return None;
        }
        let before = packages.iter().map(|&package| {
            let needs = staged.needs(package);
            (0..packages.len()).filter(|&other| needs.contains(&packages[other])).collect()
        });
        Some(Order { before: before.collect(), items: asked.raw.items.clone(), by_imports: true })
    }
}

/// An order in which to show the items that looks like chance, is always the same, and is not right.
fn shuffled(order: &Order, seed: &str) -> Option<Vec<usize>> {
    const TRIES: usize = 64;
    let key = |round: usize, item: usize| Hash::of(format!("{seed} {round} {item}")).to_string();
    let orders = (0..TRIES).map(|round| {
        let mut items: Vec<usize> = (0..order.items.len()).collect();
        items.sort_by_cached_key(|&item| key(round, item));
        items
    });
    let reversed = (0..order.items.len()).rev().collect();
    orders.chain([reversed]).find(|items| order.first_mistake(items).is_some())
}
