//! Words of a what-if.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are what their names say")]
pub struct WhatifWords {
    pub after: Sentence<1>,
    pub compiled: &'static str,
    pub possible: &'static str,
    pub failed: &'static str,
    pub nothing: &'static str,
    pub same_archive: &'static str,
    pub unknown_archive: &'static str,
    pub separator: &'static str,
    pub same_main: &'static str,
    pub refused: Sentence<1>,
    pub linked: &'static str,
    pub not_linked: &'static str,
    pub perhaps_linked: &'static str,
    pub link_failed: &'static str,
    pub up_to_date: &'static str,
    pub link_not_started: &'static str,
    pub no_program: &'static str,
    pub see_above: Sentence<1>,
    pub tool_failed: Sentence<2>,
    pub link_said: &'static str,
    pub stopped_at_once: &'static str,
    pub not_exact: &'static str,
    pub unnoticed: Sentence<1>,
    pub skipped: Sentence<2>,
    pub and_more: Sentence<1>,
    pub old_output: Sentence<1>,
    pub stored_one: &'static str,
    pub stored: Sentence<1>,
    pub work: Sentence<1>,
    pub exit_code: Sentence<1>,
    pub summary: Sentence<3>,
    pub summary_bounds: Sentence<4>,
    pub bounds: &'static str,
}
