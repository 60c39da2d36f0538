use crate::words::export::ExportWords;
use crate::words::sentence::say;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "this page can be read, not played: to play it, run tools/wasm in gostep's source and build gostep again",
    no_pictures: "the pictures are left out: they are files beside the text, so give it a file, as in -o lesson.md",
    terminal_page: "a page is long for a terminal; give a file, as in -o page.html",
    no_action_id: "the go command has made no action ID at this step; give another one with --step",
    no_workers: "at this step a program runs, and there are no workers; give another one with --step",
    only_svg: "--picture says what svg shows; give --to svg as well",
    only_pictures: "--step says what a picture shows; give --to svg or --to dot as well",
    one_lesson: "a picture is that of one lesson; name one, as in: gostep export order --to svg",
    no_page_name: say("lesson {} cannot be a page of a site; name it with letters, digits, - and _"),
    no_step: say("lesson {} has no step {}{}; give 1 to {}, or a name"),
    others_folder: say("{} has files that gostep did not write; move them away, or give another name"),
};
