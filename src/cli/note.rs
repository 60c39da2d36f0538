//! What is said on standard error beside the output.

use std::io::Write;

use gostep_course::words::Lang;
use gostep_sim::said::Said;

/// Says something on standard error.
pub fn note(said: &Said, lang: Lang) {
    // If standard error is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "gostep: {}", lang.says(said));
}
