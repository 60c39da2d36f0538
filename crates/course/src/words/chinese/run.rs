//! The words of `gostep run`.

use crate::words::run::RunWords;
use crate::words::sentence::say;

pub const WORDS: RunWords = RunWords {
    ended: say("退出状态 {}"),
    left: "进程结束时没有等待：",
    goroutine: say("  协程 {}（{}），{}"),
    not_begun: "还没有开始运行",
    running: "正在运行",
    runnable: "可以运行，但没有 P",
    asleep: say("睡到第 {} 秒"),
    waiting: say("在等待：{}"),
    more: say("  另有 {} 个"),
    simulated: say("以上按 go1.23 在 linux/amd64 上、GOMAXPROCS={} 时的运行方式模拟。"),
    usual: "每件事都取通常的耗时；--seed N 换一种走法，--runs N 统计各种结果。",
    seeded: say("种子为 {}；种子不同，耗时也不同。"),
    one_p: "真实运行大约十次里有一次，sysmon 会在系统调用期间取走 P，协程的运行次序可能随之改变。",
    several_ps: "P 多于一个时，次序并不确定：课程所用的程序实测二十次，出现了十四种走法。",
    seen: &[
        ("no-sleep", "真实程序各运行 1000 次：第二行在 GOMAXPROCS=1 时出现 0 次，=2 时 6 次，=4 时 5 次。"),
        ("gosched", "真实程序各运行 400 次：第二行在 GOMAXPROCS=1 时出现 400 次，=2 时 368 次，=4 时 371 次。"),
    ],
    runs: say("以 GOMAXPROCS={1} 运行 {0} 次，种子从 0 到 {2}："),
    counts: "以上是可能出现的各种走法；真实的机器上各占多少，这些次数说明不了。",
    outcome: say("{} 次：退出状态 {}，最先出现于种子 {}"),
};
