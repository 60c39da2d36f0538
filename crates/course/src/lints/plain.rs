//! Texts without quotes that are not read as they were meant, and facts that are not computed.

use super::reports::Reports;
use super::texts::Text;
use crate::lesson::{Place, facts};

/// Looks at one text.
pub fn look(text: &Text<'_>, reports: &mut Reports<'_>) {
    let place = text.places.value(&text.path);
    let line = text.places.line_of(place);
    let from: String = line.chars().skip(place.column.saturating_sub(1)).collect();
    let behind: String = from.chars().skip(place.length).collect();
    let is_plain = !from.starts_with(['"', '\'']) && !text.raw.contains('\n') && from.starts_with(text.raw.trim());
    if is_plain && behind.trim_start().starts_with('#') {
        let column = place.column + place.length + behind.chars().take_while(|c| *c == ' ').count();
        let place = Place { column, length: 1, ..place };
        let help = "put the text in quotes if it goes on; a remark in a line of its own is never in doubt";
        reports.of(text).warn(place, "the text ends here: # begins a remark", help);
    }
    let ends = text.raw.trim_end();
    let is_alone = |quote: char, other: char| ends.ends_with(quote) && ends.matches([quote, other]).count() == 1;
    if is_plain && (is_alone('"', '"') || is_alone('”', '“')) {
        let message = "the text ends with a quote and does not begin with one";
        reports.of(text).warn(place, message, "put both quotes, or none");
    }
    if from.starts_with(['｜', '＞']) {
        let help = "write | for a text in the lines below";
        reports.of(text).warn(Place { length: 1, ..place }, "a full-width sign at the beginning of the text", help);
    }
    single_braces(text, reports);
}

/// `{ count(packages) }` is shown as it stands.
fn single_braces(text: &Text<'_>, reports: &mut Reports<'_>) {
    for (at, _) in text.raw.match_indices('{') {
        let (before, inside) = (&text.raw[..at], &text.raw[at + 1..]);
        let Some(inside) = inside.split('}').next().filter(|_| !before.ends_with('{') && !inside.starts_with('{'))
        else {
            continue;
        };
        let word: String = inside.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let rest = inside.trim_start()[word.len()..].trim_end();
        let is_fact = facts::all().any(|fact| fact.name() == word) && (rest.is_empty());
        if is_fact {
            let help = "a fact stands in two braces on each side: {{ … }}";
            reports.of(text).warn(text.place(at), "a fact in single braces is shown as it stands", help);
        }
    }
}
