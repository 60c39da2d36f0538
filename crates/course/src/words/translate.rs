//! Words of `gostep lesson translate`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct TranslateWords {
    /// At the beginning of a scaffold, as remarks.
    pub remarks: &'static str,
    /// A translation was begun: its file, texts, the lesson, the language.
    pub wrote: Sentence<4>,
    /// Texts in all, how many of their translations belong to the original as it is, and how many are still in its words:
    /// file, all, current, the same.
    pub counts: Sentence<4>,
    /// Steps that were added with their originals: how many.
    pub added: Sentence<1>,
    /// All texts are translated as they are.
    pub all_well: &'static str,
    /// The original of a text has changed: where.
    pub stale: Sentence<1>,
    /// It is not said which original a text translates: where.
    pub unsaid: Sentence<1>,
    /// A text is not translated: where.
    pub missing: Sentence<1>,
    /// The text as it was translated is not kept.
    pub not_kept: &'static str,
    /// Over the original as it is now.
    pub now: &'static str,
    /// Over the original of a text that is missing.
    pub original: &'static str,
    /// Over the translation.
    pub translation: &'static str,
    /// What to do when the translation fits: lesson, language, flags.
    pub when_it_fits: Sentence<3>,
    /// `of:` of a step was written: step.
    pub accepted: Sentence<1>,
    /// The same of title and summary.
    pub accepted_head: &'static str,
    /// There is no such step in the translation: step.
    pub no_step: Sentence<1>,
    /// The step stands in braces: step.
    pub in_braces: Sentence<1>,
    /// All steps stand in braces: file.
    pub all_in_braces: Sentence<1>,
    /// The lesson is written in this language: file, language.
    pub own_language: Sentence<2>,
    /// There is nothing yet to accept: file.
    pub nothing_yet: Sentence<1>,
    /// The title and the summary of the lesson.
    pub head: &'static str,
    /// A text of a step: step, text.
    pub place: Sentence<2>,
    /// A lesson has no such step: file, step, what may be meant, its steps.
    pub unknown_step: Sentence<4>,
    /// The lesson comes with gostep: there is no file to write beside.
    pub embedded: Sentence<1>,
}
