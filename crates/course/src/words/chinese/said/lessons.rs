//! Problems of lessons: their frame.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    (" (nor {more} more of those below)", "（下面还有 {more} 个也没有）"),
    (
        "`gostep lesson translate` adds it with the texts of the original",
        "`gostep lesson translate` 会连同原文一起补上",
    ),
    (
        "`gostep lesson translate` shows the texts, and with --accept writes what is translated",
        "`gostep lesson translate` 会显示原文与译文，加上 --accept 就写下译自哪段原文",
    ),
    ("add it; options, items and hints stand in the order of the original", "请补上；选项、条目和提示的顺序与原文一致"),
    ("compare the texts, then write of: {current:?}", "请对照两处文字，然后写上 of: {current:?}"),
    ("lang: {code} does not fit the name of the file", "lang: {code} 与文件名不符"),
    ("of: does not say which original {name} translates", "of: 没有说明 {name} 译自哪段原文"),
    ("of: is missing: which original is this a translation of?", "缺少 of:：这译自哪段原文？"),
    ("remove it, or give it the {what}'s id", "请删去，或改成原文中 {what} 的标识"),
    ("step {id} is not translated", "步骤 {id} 没有译文"),
    ("step {step} lacks {name} in this translation", "这份译文的步骤 {step} 缺少 {name}"),
    ("the glossary", "术语表"),
    ("the lesson", "课程"),
    ("the lesson lacks {name} in this translation", "这份译文缺少课程的 {name}"),
    ("the original has changed since this was translated", "翻译之后原文有改动"),
    ("the original of {name} has changed since this was translated", "翻译之后 {name} 的原文有改动"),
    ("write lang: {code}", "请写 lang: {code}"),
    ("{accept}; the fingerprint is {current:?}", "{accept}；指纹是{current:?}"),
    ("{original} has no {what} {id:?}{hint}{more}", "{original} 没有 {what} {id:?}{hint}{more}"),
    ("{message} (and in 1 place more)", "{message}（另外 1 处也是）"),
    ("{message} (and in {places} places more)", "{message}（另外 {places} 处也是）"),
    ("{unsaid} problems more are not listed", "还有 {unsaid} 个问题没有列出"),
    ("mend these first", "请先改好上面这些"),
    ("{place}: {message}", "{place}：{message}"),
    ("{place}: {message}; {help}", "{place}：{message}；{help}"),
];
