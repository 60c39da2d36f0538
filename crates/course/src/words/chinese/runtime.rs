use crate::words::runtime::RuntimeWords;
use crate::words::sentence::say;

pub const WORDS: RuntimeWords = RuntimeWords {
    inspector: "运行时",
    status: say("程序正在运行 · 事件 {}/{} · {}"),
    new_events: "自上一步以来发生的事：",
    left_out: say("…… 前面还有 {} 个事件"),
    ps: ["P", "状态", "M", "运行", "runnext", "队列"],
    ms: ["M", "P", "G", "在做什么"],
    gs: ["G", "状态", "函数"],
    no_p: "还没有 P：只有 m0，在自己的栈（g0）上运行",
    global: "全局队列：",
    timers: say("{} 的定时器："),
    timer: say("{} 还有 {}"),
    does: [
        "运行协程",
        "在系统调用中",
        "在自己的栈（g0）上",
        "睡在 futex 里，等有活干",
        "睡在 futex 里，等与它绑定的协程可以运行",
        "睡在 epoll_pwait 里，等定时器到期",
        "是 sysmon：查看，打盹",
    ],
    sleeps: say("是 sysmon：在 futex 里睡 {}"),
    ran: "到此为止运行过：",
    pause: say("—— {} 内无协程运行 ——"),
    stdout: "标准输出：",
    stderr: "标准错误：",
    exited: say("进程已结束，退出状态 {}"),
    more: say("……另有 {} 个"),
};
