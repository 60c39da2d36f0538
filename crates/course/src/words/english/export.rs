use crate::words::export::ExportWords;
use crate::words::sentence::say;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "this page can be read, not played: to play it, run tools/wasm in gostep's source and build gostep again",
    no_pictures: "the pictures are left out: they are files beside the text, so give it a file, as in -o lesson.md",
    others_folder: say("{} has files that gostep did not write; move them away, or give another name"),
};
