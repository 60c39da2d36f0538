//! A question as written, and its texts.

use crate::lesson::check::builds::Builds;
use crate::lesson::check::checker::Checker;
use crate::lesson::check::texts::Text;
use crate::lesson::place::Place;
use crate::lesson::places::join;
use crate::lesson::raw_ask::{RawAsk, RawAskTranslation};
use gostep_sim::said::Said;

/// A question as written, with everything that is needed to check it.
pub(super) struct Asked<'a, 'c> {
    pub(super) raw: &'a RawAsk,
    pub(super) path: String,
    pub(super) translation: Option<&'a RawAskTranslation>,
    pub(super) their_path: String,
    pub(super) builds: &'c Builds,
}

impl<'a> Checker<'a, '_> {
    pub(super) fn ask_text(
        &mut self,
        asked: &Asked<'a, '_>,
        name: &str,
        own: Option<&'a String>,
        translated: Option<&'a String>,
    ) -> String {
        self.fill(&Text::new(own, translated, &asked.path, &asked.their_path, name), asked.builds)
    }

    pub(super) fn predict_place(&self, asked: &Asked<'a, '_>) -> Place {
        self.places().value(&join(&asked.path, "predict"))
    }
}

/// `1 option`, `2 options`.
pub(super) fn counted(number: usize, one: Said, many: Said) -> Said {
    if number == 1 { one } else { many }
}
