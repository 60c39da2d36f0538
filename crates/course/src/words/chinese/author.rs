use crate::words::author::AuthorWords;
use crate::words::sentence::say;

pub const WORDS: AuthorWords = AuthorWords {
    template: include_str!("lesson.yaml"),
    names: &[
        ("标题", &["title"]),
        ("标识", &["id"]),
        ("名称", &["id", "name"]),
        ("编号", &["id"]),
        ("摘要", &["summary"]),
        ("简介", &["summary"]),
        ("语言", &["lang"]),
        ("时长", &["minutes"]),
        ("分钟", &["minutes"]),
        ("程序", &["program"]),
        ("构建", &["build"]),
        ("步骤", &["steps"]),
        ("到", &["to"]),
        ("包", &["package"]),
        ("状态", &["state", "states"]),
        ("命令", &["command"]),
        ("文件", &["file"]),
        ("导语", &["lead"]),
        ("显示", &["show"]),
        ("展示", &["show"]),
        ("说", &["say"]),
        ("说明", &["say", "why"]),
        ("讲解", &["say", "why"]),
        ("解释", &["why", "say"]),
        ("提问", &["ask"]),
        ("问题", &["text", "ask"]),
        ("类型", &["kind"]),
        ("选项", &["options"]),
        ("正确", &["right"]),
        ("错误", &["wrong"]),
        ("答案", &["answer"]),
        ("提示", &["hints"]),
        ("备注", &["note"]),
    ],
    wrote: say("\
已写好 {0}

  gostep play {0}            播放
  gostep lesson watch {0}    边写边看
  gostep lesson check {0}    找出所有问题
"),
};
