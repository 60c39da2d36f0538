use crate::words::sentence::say;
use crate::words::walk::WalkWords;

pub const WORDS: WalkWords = WalkWords {
    whole: "整份日志",
    how_to_begin: "按回车看第一步，按 f 看失败之处，按 ? 看全部按键。",
    same_step: "本步还有",
    step_of: say("第 {}/{} 步"),
    sides: ["日志", "包", "导入", "并行", "全貌"],
    about_no_package: "这一行与哪个包都无关。",
    no_package_there: "那个方向上，日志里没有别的包了。",
    no_failure: "日志里没有失败。",
    no_such_place: say("日志里没有 {} 这一行或这个包。"),
    go_to_help: "行号（120）或包（fmt）",
    not_found: say("日志里没有 {}。"),
    line_keys: (". ,", "前进、后退一行"),
    failure_key: ("f", "失败之处"),
    side_keys: ("1–5", "日志、包、导入……"),
    help: &[
        (
            "推进",
            &[
                ("回车、空格", "往下读，然后到下一步"),
                ("→", "下一步：一个包的一个环节"),
                ("b、←", "上一步"),
                (". ,", "前进、后退一条命令或消息"),
                ("> <", "前进、后退一个包"),
                ("Home、End", "整份日志、最后一步"),
                ("q、Ctrl-C", "退出"),
            ],
        ),
        ("查找", &[("f", "失败之处，再按到下一处"), ("g", "跳到某一行或某个包"), ("/", "搜索；n、N：下一处、上一处")]),
        (
            "查看",
            &[
                ("1 2 3 4 5", "日志、包、导入、并行、全貌"),
                ("Tab", "另一个窗格"),
                ("↑ ↓、PgUp PgDn", "在窗格里移动"),
                ("t", "换配色"),
                ("Esc", "回到日志"),
            ],
        ),
    ],
};
