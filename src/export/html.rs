//! Lessons as one page that opens from disk, asks nothing of the network, and can be read without a script.

use std::io::{self, Write};

use super::format::{Format, Material};
use gostep_course::player::Player;
use gostep_page::document::{Answers, Document, Markup, letters};
use gostep_page::readable::readable;

/// The simulation as WebAssembly, gzipped, if it was there when gostep was built.
pub const SIMULATION: Option<&[u8]> = include!(concat!(env!("OUT_DIR"), "/simulation.rs"));

/// Whether pages can be played; without the simulation they can be read.
pub const HAS_SIMULATION: bool = SIMULATION.is_some();

/// `--to html`
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(page(material, SIMULATION)?.as_bytes())
    }
}

fn page(material: &Material, simulation: Option<&[u8]>) -> io::Result<String> {
    let simulation = simulation.map(letters);
    let lessons: Vec<(&str, &Player)> = material.lessons.iter().map(|(name, player)| (name.as_str(), player)).collect();
    let answers = simulation.as_deref().map_or(Answers::Nowhere, Answers::Inside);
    document(material, &material.title, readable(&lessons), answers)
}

/// A page with a title and a body, and with the lessons to play.
pub fn document(material: &Material, title: &str, body: Markup, answers: Answers<'_>) -> io::Result<String> {
    let shelf = serde_json::to_string(&material.shelf)?;
    Ok(Document { title, lang: material.lang, body, answers, shelf: &shelf }.html())
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::words::Lang;
    use gostep_page::Shelf;

    #[test]
    fn a_page_has_the_simulation_inside_if_there_is_one() {
        let shelf = Shelf { lessons: Vec::new(), of_course: Some(vec!["log".to_owned()]) };
        let material = Material::new(shelf, Lang::En).unwrap();
        let live = page(&material, Some(b"module")).unwrap();
        assert!(
            live.contains("data-answers=\"inside\"") && live.contains(&format!(">{}</script>", letters(b"module")))
        );
        let still = page(&material, None).unwrap();
        assert!(still.contains("data-answers=\"nowhere\"") && !still.contains("id=\"wasm\""));
        for page in [live, still] {
            assert!(page.contains("<details") && page.contains("id=\"log/"));
        }
    }
}
