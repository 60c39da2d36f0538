//! Lessons as a folder for any web server: an index, a page for each lesson, and the simulation beside them.

use std::io;

use super::format::{ExportFile, Material, is_plain};
use super::html::{self, SIMULATION};
use gostep_course::words::of_commands;
use gostep_page::document::Answers;
use gostep_page::readable::{contents, readable};

/// The simulation beside the pages.
const MODULE: &str = "gostep.wasm.gz";

/// The name of a lesson's page; `None` if it cannot be one on every system and in every address.
fn page_name(lesson: &str) -> Option<String> {
    (is_plain(lesson) && lesson != "index").then(|| format!("{lesson}.html"))
}

/// All files of a site. The index comes last, so that it leads to nothing that is not there yet.
///
/// # Errors
/// If a lesson has a name that no page can have.
pub fn site(material: &Material) -> io::Result<Vec<ExportFile>> {
    let answers = if SIMULATION.is_some() { Answers::Beside(MODULE) } else { Answers::Nowhere };
    let mut files: Vec<ExportFile> =
        SIMULATION.iter().map(|module| ExportFile { name: MODULE.to_owned(), bytes: module.to_vec() }).collect();
    let mut links = Vec::new();
    for (name, player) in &material.lessons {
        let refused = || io::Error::other(of_commands(material.lang).export.no_page_name.with([&format!("{name:?}")]));
        let page = page_name(name).ok_or_else(refused)?;
        let body = readable(&[(name.as_str(), player)]);
        let html = html::document(material, &player.head().title, body, answers)?;
        files.push(ExportFile { name: page.clone(), bytes: html.into_bytes() });
        links.push((page, player));
    }
    let links: Vec<_> = links.iter().map(|(page, player)| (page.as_str(), *player)).collect();
    // The index has nothing to play, so it waits for nothing.
    let index = html::document(material, &material.title, contents(&links), Answers::Nowhere)?;
    files.push(ExportFile { name: "index.html".to_owned(), bytes: index.into_bytes() });
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::words::Lang;
    use gostep_page::Shelf;

    #[test]
    fn names_of_pages_stay_in_the_folder() {
        assert_eq!(page_name("go-build_2"), Some("go-build_2.html".to_owned()));
        for wrong in ["../x", "a/b", ".hidden", "a b", "index", "a?b", "a\\b"] {
            assert_eq!(page_name(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_index_leads_to_every_lesson() {
        let shelf = Shelf { lessons: Vec::new(), of_course: Some(vec!["log".to_owned(), "order".to_owned()]) };
        let files = site(&Material::new(shelf, Lang::En).unwrap()).unwrap();
        let index = files.last().unwrap();
        assert_eq!(index.name, "index.html");
        let index = String::from_utf8(index.bytes.clone()).unwrap();
        for page in files.iter().filter(|file| file.name != MODULE && file.name != "index.html") {
            assert!(index.contains(&format!("href=\"{}\"", page.name)), "{}", page.name);
        }
    }
}
