use crate::words::author::AuthorWords;
use crate::words::sentence::say;

pub const WORDS: AuthorWords = AuthorWords {
    template: include_str!("lesson.yaml"),
    wrote: say("\
wrote {0}

  gostep play {0}            plays it
  gostep lesson watch {0}    plays it while you write
  gostep lesson check {0}    finds everything that is wrong
"),
};
