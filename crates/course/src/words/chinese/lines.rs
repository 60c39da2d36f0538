use crate::words::lines::LineWords;
use crate::words::sentence::say;

pub const WORDS: LineWords = LineWords {
    next: "[回车] 下一步，b 上一步，? 帮助 > ",
    last: "最后一步：[回车] 结束，b 上一步，? 帮助 > ",
    answer: "你的答案（:h 提示，[回车] 看答案，:? 帮助）> ",
    right: "对了。",
    wrong: "还不对。再试一次，或按回车看答案。",
    hint: say("提示 {}/{}："),
    no_hint: "这里没有提示。",
    no_question: "这里没有问题要回答。",
    unknown: say("没有 {} 这个命令；输入 ? 查看全部命令。"),
    no_such_step: say("没有 {} 这一步；请输入 1 到 {}，或步骤名称。"),
    first_step: "这已经是第一步。",
    auto: "课程自动播放。按回车暂停或继续；输入 q 再按回车结束。",
    held: "已暂停。按回车继续，输入 q 再按回车结束。",
    help: "\
回车        下一步；遇到问题时显示答案
b           上一步
g 步骤      按编号或名称跳转
h           给一个提示
s           显示答案
r           再显示一遍本步
q           退出
?           显示本列表

遇到问题时直接输入答案。如果命令字母也可能是答案，请在命令前加冒号：
:b、:h、:q。",
};
