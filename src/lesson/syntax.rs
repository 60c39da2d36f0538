//! What to say of a file that is no YAML.

use super::problem::Place;
use super::tree::Refusal;

/// What the parser found wrong at a place, as a person would say it.
pub fn explain(text: &str, at: Place, info: &str) -> Refusal {
    (at, format!("not YAML: {info}"), "mend the syntax here or just before".to_owned())
}
