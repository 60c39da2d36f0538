use crate::words::own::OwnWords;
use crate::words::sentence::say;

pub const WORDS: OwnWords = OwnWords {
    pasted: "粘贴的文本",
    how: "在这里输入、粘贴或拖入下面任何一种内容，就会说明它是什么、gostep 对它知道些什么：",
    unknown_head: "不认识",
    unknown: "gostep 不知道这是什么。它认得下面几种，它们是这样得到的：",
    kinds: [
        ("从空缓存开始构建的日志", "GOCACHE=$PWD/cold go build -x -work -p 1 -o mine . 2> build.log"),
        ("一个程序的包", "go list -json -deps . > list.json"),
        ("带构建 ID 的程序", "gostep import --run-go -o mine.json ."),
        ("一节课程", "gostep lesson new mine"),
    ],
    too_large: say("它超过 {} MB，本页最多只接收这么多。`gostep verify FILE` 能读任意大小的日志。"),
    lesson: say("可以播放的课程：{}（{} 步）"),
    broken: "还不能播放的课程",
    place: say("第 {} 行，第 {} 列"),
    glossary_head: "术语表",
    glossary: "这是术语表。`gostep lesson check FILE` 会检查它；同一文件夹里的课程可以标注其中的术语。",
    no_program: say("本页没有 {}{}；`gostep import --run-go -o FILE .` 会写出一个程序：先把它拖到这里，再放这节课程"),
    log: say("go build 的日志，已与程序 {} 比较"),
    other_log: "一份日志，它所属的程序 gostep 这里没有",
    bring: say(
        "请先带来那个程序：在它的目录里执行 `go list -json -deps . > list.json`，或者 `gostep import --run-go -o mine.json .`；然后再放这份日志。这里已有的程序中，最接近的是 {}：",
    ),
    compared: say("与程序 {} 比较："),
    no_log: "一份不能比较的日志",
    list: say("go list 打印的程序的包：{}"),
    recorded: say("记录下来的程序：{}"),
    no_list: "这是 JSON，但不是能够模拟构建的程序",
    toolchain: say("{}，{}；要编译的包：{} 个。"),
    assumed: say("包的列表没有说明、因此假定的有：{}。"),
    stand_ins: "这里的构建 ID 和缓存文件名是代替的值：真实的值相同的地方，它们也相同；用 `gostep import` 可以带来真实的值。",
    kept: "接着把它的构建日志带来，就会与这个程序比较。",
    guessed: "Go 的版本是从列表中的包看出来的，最后一位数字是猜的，GOROOT 和缓存的位置是假定的；把 `go env -json` 打印的内容也带来，就都知道了。",
    environment: "一套工具链的环境，由 go env 打印",
    environment_kept: "接着带来 `go list -json -deps .` 打印的内容，两者就一起读取。",
};
