use crate::words::graph::GraphWords;
use crate::words::sentence::say;

pub const WORDS: GraphWords = GraphWords {
    head: say("{}，按它的动作图调度，工作槽（worker）数：{}；用时 {}"),
    packages: say("时间：取自动作图。编译的包：{}，来自缓存的包：{}。"),
};
