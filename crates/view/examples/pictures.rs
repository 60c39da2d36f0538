//! Writes the pictures of a step as SVG files, to look at: `cargo run -p gostep-view --example pictures order rule DIR`.

#![allow(clippy::disallowed_methods, reason = "not a part of what runs in a browser")]

use std::error::Error;
use std::path::PathBuf;

use gostep_course::lesson::load;
use gostep_course::player::Player;
use gostep_course::words::{Lang, words};
use gostep_view::picture;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let mut next = |what: &str| args.next().ok_or(format!("{what} is missing: LESSON STEP DIR"));
    let (lesson, step, dir) = (next("LESSON")?, next("STEP")?, PathBuf::from(next("DIR")?));
    std::fs::create_dir_all(&dir)?;
    for lang in Lang::ALL {
        let player = Player::new(load(&lesson, lang)?);
        let step = player.find(&step).ok_or("there is no such step")?;
        let frame = player.frame(step).ok_or("the lesson has no steps")?;
        let (build, words) = (&player.builds()[frame.moment.build], words(lang));
        let path = player.critical_path(frame.moment.build);
        let package = build.packages.iter().position(|package| package.path == "sync");
        let now = frame.moment.time_us;
        let files = picture::named_files(&player, frame.step, frame.moment.events);
        let hash = player.hash(frame.moment.build, package).ok_or("the package is not in the build")?;
        let link = player.hash(frame.moment.build, None).ok_or("the lesson has no builds")?;
        let drawn = [
            (
                "files",
                picture::files(words, build, &files, files.last().map(|file| file.index), picture::Width::OF_FILES),
            ),
            ("action-id", picture::action_id(words, &hash, picture::Width::OF_FILES)),
            ("action-id-link", picture::action_id(words, &link, picture::Width::OF_FILES)),
            ("graph", picture::graph(words, build, &frame.states, None, None, picture::Width::OF_FILES)),
            ("graph-package", picture::graph(words, build, &frame.states, package, None, picture::Width::OF_FILES)),
            (
                "graph-path",
                picture::graph(words, build, &frame.states, package, path.as_ref(), picture::Width::OF_FILES),
            ),
            ("lanes", picture::lanes(words, build, &frame.lanes, now, None, picture::Width::OF_FILES)),
            ("lanes-path", picture::lanes(words, build, &frame.lanes, now, path.as_ref(), picture::Width::OF_FILES)),
        ];
        for (name, drawing) in drawn {
            std::fs::write(dir.join(format!("{name}.{}.svg", lang.code())), picture::alone(&drawing))?;
        }
    }
    Ok(())
}
