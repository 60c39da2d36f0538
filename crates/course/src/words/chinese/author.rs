use crate::words::author::AuthorWords;
use crate::words::sentence::say;

pub const WORDS: AuthorWords = AuthorWords {
    template: include_str!("lesson.yaml"),
    wrote: say("\
已写好 {0}

  gostep play {0}            播放
  gostep lesson watch {0}    边写边看
  gostep lesson check {0}    找出所有问题
"),
};
