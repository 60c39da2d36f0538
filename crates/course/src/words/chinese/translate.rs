use crate::words::sentence::say;
use crate::words::translate::TranslateWords;

pub const WORDS: TranslateWords = TranslateWords {
    remarks: "\
# 每个 of: 里是原文，下面再抄一遍：请翻译下面的，of: 不要动，gostep 靠它知道翻译的是哪一版原文。
# {{ 和 }} 之间的事实、`代码`和 term: 链接都保持原样。
",
    wrote: say("\
已写入 {0}：有 {1} 处文字待翻译

  gostep lesson check {2}           列出还没有翻译的文字
  gostep play {2} --lang {3}        播放译文
  gostep lesson translate {2} {3}   以后用来查看原文改了什么
"),
    counts: say("{}：共 {} 处文字；对应现在原文的：{} 处；还是原文字句的：{} 处"),
    added: say("补上原文的步骤：{} 个"),
    all_well: "没有要做的事",
    stale: say("{}：原文改过了"),
    unsaid: say("{}：没有注明翻译的是哪一版原文"),
    missing: say("{}：还没有翻译"),
    not_kept: "  （of: 里只有旧原文的指纹）",
    now: "  现在的原文：",
    original: "  原文：",
    translation: "  译文：",
    when_it_fits: say("译文核对无误后：gostep lesson translate {} {}{}"),
    accepted: say("{}：of: 已更新为现在的原文"),
    accepted_head: "标题和摘要：of: 已更新为现在的原文",
    no_step: say("译文里没有步骤 {}；不加 --accept 运行，可以列出有哪些步骤、原文改了什么"),
    in_braces: say("步骤 {} 写在花括号里；请把它的文字各写一行，of: 才有地方放"),
    all_in_braces: say("{}：steps: 写在花括号里；请把它写成多行，新的步骤才有地方放"),
    own_language: say("{} 本身就是用这种语言（{}）写的；请写出译文的语言"),
    nothing_yet: say("还没有 {}；先不加 --accept 运行一次"),
    head: "标题和摘要",
    place: say("步骤 {}，{}"),
    unknown_step: say("{} 里没有步骤 {}{}；它的步骤：{}"),
    embedded: say("{} 是 gostep 自带的课程；请写出你自己的课程文件"),
};
