//! What to say of values that cannot stay as they are: before which an anchor or a tag stands, names that have none, and
//! names that became part of the text above.

use gostep_sim::said;

use crate::lesson::place::Place;
use crate::lesson::places::Places;
use crate::lesson::problem::Refusal;
use crate::lesson::readable::shorten;

/// An anchor or a tag stands before its value: points at it.
pub fn property(places: &Places, value: Place, is_anchor: bool) -> Refusal {
    let sign = if is_anchor { '&' } else { '!' };
    let near = (value.line.saturating_sub(1)..=value.line).rev().find_map(|number| {
        let line: Vec<char> = places.line(number).chars().collect();
        let end = if number == value.line { value.column.min(line.len()) } else { line.len() };
        let from = line[..end].iter().rposition(|&c| c == sign)?;
        let length = line[from..].iter().take_while(|c| !c.is_whitespace()).count();
        Some(Place { line: number, column: from + 1, length })
    });
    let (message, help) = if is_anchor {
        (
            said!("an anchor (&name)"),
            said!("remove it: lessons have no anchors; a text that begins with & stands in quotes"),
        )
    } else {
        (said!("a tag (!name)"), said!("remove it: lessons are plain data; a text that begins with ! stands in quotes"))
    };
    (near.unwrap_or(value), message, help)
}

/// A line that looks like the beginning of an item before a name, and became part of the text above.
pub fn item_in_text(places: &Places, name: Place) -> Option<Refusal> {
    let is_first = places.line(name.line).chars().take(name.column - 1).all(|c| c == ' ');
    let number = name.line.checked_sub(1).filter(|_| is_first)?;
    let line = places.line(number);
    let rest = line.trim_start_matches(' ');
    let column = line.len() - rest.len() + 1;
    let item = rest.strip_prefix("- ").filter(|rest| rest.contains(':') && column + 2 != name.column)?;
    let place = Place { line: number, column, length: rest.trim_end().chars().count() };
    let item = item.split(':').next().unwrap_or_default();
    let message =
        said!("this line belongs to the text above: its - stands too far to the right or left for {item}:", item);
    Some((place, message, said!("begin it in column {column}", column = name.column.saturating_sub(2))))
}

/// What to say of a name without a value.
pub fn no_value(places: &Places, name: &str, place: Place) -> Refusal {
    let line: Vec<char> = places.line(place.line).chars().collect();
    let sign = |c: char| name.find(c).map(|at| Place::at(place.line, place.column + name[..at].chars().count()));
    let has_colon = line.get(place.column - 1 + name.chars().count()) == Some(&':');
    let shown = shorten(name);
    if let (false, Some(place)) = (has_colon, sign('：')) {
        return (place, said!("a full-width colon (：)"), said!("write : and a blank behind it"));
    }
    if let (false, Some((name, value))) = (has_colon, name.split_once(':')) {
        let help = said!("write {name}: {value}", name = shorten(name), value = shorten(value));
        return (place, said!("no blank behind the colon"), help);
    }
    if let (false, Some(place), Some((name, value))) = (has_colon, sign('='), name.split_once('=')) {
        let help = said!("write {name}: {value}", name = shorten(name.trim()), value = shorten(value.trim()));
        return (place, said!("= where : is wanted"), help);
    }
    if !has_colon && is_alone(places, place, name) {
        let help = said!(
            "write {shown}: and a value; if it belongs to the text before the comma, put all of that in quotes",
            shown
        );
        return (place, said!("{shown} has neither a colon nor a value", shown), help);
    }
    (place, said!("{shown}: has no value", shown), said!("write one behind it, or remove the line"))
}

/// Whether a name stands inside of braces, with a comma or the end behind it.
fn is_alone(places: &Places, place: Place, name: &str) -> bool {
    let line = places.line(place.line);
    let behind: String = line.chars().skip(place.column - 1 + name.chars().count()).collect();
    behind.trim_start().starts_with([',', '}'])
}
