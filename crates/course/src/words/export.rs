//! Words of `gostep export`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ExportWords {
    /// The page has no simulation inside, and how to get it.
    pub only_to_read: &'static str,
    /// The pictures of a text that goes to standard output are left out, and how to get them.
    pub no_pictures: &'static str,
    /// A page is too long for a terminal.
    pub terminal_page: &'static str,
    /// There is no picture of an action ID at the step.
    pub no_action_id: &'static str,
    /// There is no picture of workers where a program runs.
    pub no_workers: &'static str,
    /// `--picture` without svg.
    pub only_svg: &'static str,
    /// `--step` without a picture.
    pub only_pictures: &'static str,
    /// A picture of several lessons was asked for.
    pub one_lesson: &'static str,
    /// The name of a lesson cannot be that of a page.
    pub no_page_name: Sentence<1>,
    /// The lesson has no such step: lesson, step, which one may be meant, how many steps there are.
    pub no_step: Sentence<4>,
    /// A folder has files that are not gostep's: its name.
    pub others_folder: Sentence<1>,
}
