//! The words of `gostep run`.

use crate::words::run::RunWords;
use crate::words::sentence::say;

pub const WORDS: RunWords = RunWords {
    ended: say("退出状态 {}"),
    one_of_many: "\
以上按 go1.23 在 linux/amd64 上、GOMAXPROCS=1 时的运行方式模拟。真实运行的时刻每次略有出入；大约十次里有一次，
系统调用期间 P 会被别的线程取走，协程的运行次序随之改变。P 多于一个时，次序并不确定。",
};
