use crate::words::import::ImportWords;
use crate::words::sentence::say;

pub const WORDS: ImportWords = ImportWords {
    commands: say("Run these where Go and the sources are; they write {}:"),
    wrote: say("{}: packages: {}; {}"),
    all_read: say("files read: {}, so action IDs are the real ones"),
    no_compiler: say(
        "files read: {}; the version of the C compiler is not known, so action IDs of packages that use cgo, and of all \
         that import them, are stand-ins",
    ),
    some_read: say(
        "files read: {} of {}; action IDs of packages with other files, and of all that import them, are stand-ins (first \
         problem: {})",
    ),
};
