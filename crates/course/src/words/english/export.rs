use crate::words::export::ExportWords;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "this page can be read, not played: to play it, run tools/wasm in gostep's source and build gostep again",
};
