//! Lessons as files to carry away.
//!
//! Each format is one file and one [`Format`]. A format gets lessons that are ready to be played, and makes the whole
//! text; who calls it decides where the text goes.

mod cast;
mod format;
mod html;
mod json;
mod markdown;
mod picture;
mod site;

pub use format::{ExportFile, Format, Material, Picked};
pub use html::HAS_SIMULATION;
pub use picture::svg;
pub use site::site;

/// All formats; the first one is made unless another is asked for.
pub const FORMATS: [&dyn Format; 6] =
    [&html::Html, &markdown::Markdown, &json::Json, &cast::Cast, &picture::Svg, &picture::Dot];

/// The format with a name, or the first one.
pub fn format(name: Option<&str>) -> &'static dyn Format {
    FORMATS.into_iter().find(|format| Some(format.name()) == name).unwrap_or(FORMATS[0])
}
