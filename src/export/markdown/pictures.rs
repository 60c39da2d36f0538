//! Pictures of what a step shows, as files beside the text.

use super::super::format::ExportFile;
use super::text;
use gostep_course::player::{Frame, Player, Shown};
use gostep_course::words::words;
use gostep_view::picture::{StepPicture, Subject, Width, action_id, alone};

/// The pictures of a lesson.
#[derive(Clone, Copy, Debug)]
pub struct Pictures<'a> {
    /// What the names of its files begin with.
    pub prefix: &'a str,
    /// The lesson.
    pub player: &'a Player,
}

/// A picture that is not drawn yet.
struct Picture {
    name: String,
    alt: String,
    subject: Subject,
    /// The package whose action ID is drawn; `None` for the link.
    package: Option<usize>,
}

impl Pictures<'_> {
    /// The picture of one thing that a step shows, as Markdown that leads to its file in a folder, if there is one. A
    /// step has each picture once.
    pub fn link(self, folder: &str, frame: &Frame, at: usize) -> Option<String> {
        let picture = self.picture(frame, at)?;
        Some(format!("![{}](<{}/{}>)", text::line(&picture.alt), in_address(folder), picture.name))
    }

    /// All of them.
    pub fn files(self) -> Vec<ExportFile> {
        let mut files = Vec::new();
        for frame in (0..self.player.len()).filter_map(|step| self.player.frame(step)) {
            for picture in (0..frame.shows.len()).filter_map(|at| self.picture(&frame, at)) {
                if let Some(svg) = self.draw(&frame, &picture) {
                    files.push(ExportFile { name: picture.name, bytes: svg.into_bytes() });
                }
            }
        }
        files
    }

    fn picture(self, frame: &Frame, at: usize) -> Option<Picture> {
        let subject = subject(frame.shows.get(at)?)?;
        if frame.shows[..at].iter().any(|shown| self::subject(shown) == Some(subject)) {
            return None;
        }
        let words = words(self.player.head().lang);
        let [_, packages, workers, ..] = words.screen.inspectors;
        let mut package = None;
        let (kind, alt) = match (subject, &frame.shows[at]) {
            (Subject::ActionId, Shown::Hash(hash)) => {
                package = hash.package.as_ref().and_then(|path| self.index(frame, path));
                self.player.hash(frame.moment.build, package)?;
                let of_link = || words.picture.action_id_of_link.to_owned();
                let of_package = |path: &String| words.picture.action_id.with([path]);
                ("action-id", hash.package.as_ref().map_or_else(of_link, of_package))
            }
            (Subject::Lanes, _) => ("lanes", workers.to_owned()),
            _ => ("graph", packages.to_owned()),
        };
        Some(Picture { name: format!("{}-{:02}-{kind}.svg", self.prefix, frame.step + 1), alt, subject, package })
    }

    fn index(self, frame: &Frame, path: &str) -> Option<usize> {
        self.player.builds().get(frame.moment.build)?.packages.iter().position(|package| package.path == path)
    }

    fn draw(self, frame: &Frame, picture: &Picture) -> Option<String> {
        let (player, width) = (self.player, Width::OF_FILES);
        let drawn = match picture.subject {
            Subject::ActionId => {
                let hash = player.hash(frame.moment.build, picture.package)?;
                action_id(words(player.head().lang), &hash, width)
            }
            subject => StepPicture { player, frame, package: None, file: None, width }.of(subject)?,
        };
        Some(alone(&drawn))
    }
}

/// Which picture says more of what is shown than its text.
fn subject(shown: &Shown) -> Option<Subject> {
    match shown {
        Shown::Layers | Shown::States { .. } => Some(Subject::Graph),
        Shown::Workers | Shown::CriticalPath(_) => Some(Subject::Lanes),
        Shown::Hash(_) => Some(Subject::ActionId),
        _ => None,
    }
}

/// The name of a folder in an address.
fn in_address(name: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | 0x80.. => vec![byte],
        _ => format!("%{byte:02X}").into_bytes(),
    };
    String::from_utf8_lossy(&name.bytes().flat_map(escaped).collect::<Vec<u8>>()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_of_a_folder_is_one_address() {
        assert_eq!(in_address("课 a#b?<%>"), "课%20a%23b%3F%3C%25%3E");
    }
}
