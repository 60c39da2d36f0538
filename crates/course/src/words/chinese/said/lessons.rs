//! Problems of lessons: their frame.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    ("{message} (and in 1 place more)", "{message}（另外 1 处也是）"),
    ("{message} (and in {places} places more)", "{message}（另外 {places} 处也是）"),
    ("{unsaid} problems more are not listed", "还有 {unsaid} 个问题没有列出"),
    ("mend these first", "请先改好上面这些"),
    ("{place}: {message}", "{place}：{message}"),
    ("{place}: {message}; {help}", "{place}：{message}；{help}"),
];
