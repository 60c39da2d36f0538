use crate::words::author::AuthorWords;
use crate::words::sentence::say;

pub const WORDS: AuthorWords = AuthorWords {
    template: include_str!("lesson.yaml"),
    names: &[
        ("name", &["id"]),
        ("description", &["summary"]),
        ("about", &["summary"]),
        ("language", &["lang"]),
        ("duration", &["minutes"]),
        ("lessons", &["steps"]),
        ("slides", &["steps"]),
        ("goto", &["to"]),
        ("until", &["to"]),
        ("advance", &["to"]),
        ("at", &["to", "state"]),
        ("pkg", &["package"]),
        ("cmd", &["command"]),
        ("path", &["name", "file"]),
        ("intro", &["lead"]),
        ("text", &["say"]),
        ("body", &["say"]),
        ("content", &["say"]),
        ("explanation", &["why", "say"]),
        ("explain", &["why", "say"]),
        ("because", &["why"]),
        ("reason", &["why"]),
        ("question", &["text", "ask"]),
        ("quiz", &["ask"]),
        ("prompt", &["text"]),
        ("type", &["kind"]),
        ("choices", &["options"]),
        ("correct", &["right"]),
        ("incorrect", &["wrong"]),
        ("solution", &["answer"]),
        ("when", &["if"]),
        ("assert", &["expect"]),
        ("notes", &["note"]),
        ("highlight", &["mark"]),
        ("grep", &["find"]),
        ("lines", &["head"]),
        ("workers", &["p"]),
        ("jobs", &["p"]),
        ("procs", &["p"]),
        ("parallel", &["p"]),
        ("o", &["output"]),
        ("flags", &["gcflags"]),
        ("edit", &["change"]),
        ("clean", &["fresh"]),
    ],
    wrote: say("\
wrote {0}

  gostep play {0}            plays it
  gostep lesson watch {0}    plays it while you write
  gostep lesson check {0}    finds everything that is wrong
"),
};
