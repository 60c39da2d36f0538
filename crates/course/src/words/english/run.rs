//! The words of `gostep run`.

use crate::words::run::RunWords;
use crate::words::sentence::say;

pub const WORDS: RunWords = RunWords {
    ended: say("exit status {}"),
    one_of_many: "\
Simulated as go1.23 runs it on linux/amd64 with GOMAXPROCS=1. Real runs differ in their times, and in about one of ten
another thread takes the P during a system call, which changes who runs when. With more Ps the order is not certain.",
};
