use crate::words::import::ImportWords;
use crate::words::sentence::say;

pub const WORDS: ImportWords = ImportWords {
    wrote_of_log: say(
        "{}: {} packages. Its build prints the log, line by line. A log does not tell who imports unsafe, whether main itself \
         imports runtime, and which headers there are: what it does not tell is not in the file.",
    ),
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
