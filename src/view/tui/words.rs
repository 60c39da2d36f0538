//! The words of the full-screen player, in every language.

use super::super::present_words::Keys;
use crate::lesson::Lang;

/// All words that only the screen has. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct ScreenWords {
    /// The screen is too small: columns, rows that it has; columns, rows that it needs.
    pub too_small: &'static str,
    /// Title of the explanation.
    pub text: &'static str,
    /// Title of the transcript.
    pub log: &'static str,
    /// Names of the inspectors.
    pub inspectors: [&'static str; 5],
    /// Nothing is printed yet.
    pub no_log: &'static str,
    /// Nothing more to see than text.
    pub nothing_shown: &'static str,
    /// More lines below.
    pub below: &'static str,
    /// More lines above.
    pub above: &'static str,
    /// Which line of the transcript: line, of all.
    pub line_of: &'static str,
    /// Time of all the build's time.
    pub time_of: &'static str,
    /// Packages done, of all.
    pub packages_of: &'static str,
    /// Which build, of a lesson with several.
    pub build_of: &'static str,
    /// Keys in the bottom line: key and what it does.
    pub foot: Foot,
    /// All keys, by group: heading; keys and what they do.
    pub help: Keys,
    /// Closes what lies above the lesson.
    pub close: &'static str,
    /// Title of the keys.
    pub keys_title: &'static str,
    /// Title of the place to go to.
    pub go_to_title: &'static str,
    /// Title of the glossary.
    pub glossary_title: &'static str,
    /// The critical path: how long it takes.
    pub critical_path: &'static str,
    /// What can be typed there.
    pub go_to_help: &'static str,
    /// There is no such place.
    pub no_such_place: &'static str,
    /// Title of the search.
    pub search_title: &'static str,
    /// What can be typed there.
    pub search_help: &'static str,
    /// It is nowhere in the log.
    pub not_found: &'static str,
    /// Which match, of all.
    pub match_of: &'static str,
    /// `n` without a search.
    pub no_search: &'static str,
    /// It is the first step.
    pub at_first: &'static str,
    /// It is the last step.
    pub at_last: &'static str,
    /// Esc does not quit.
    pub how_to_quit: &'static str,
    /// Which theme is on.
    pub theme: &'static str,
    /// Names of the themes.
    pub themes: [&'static str; 4],
    /// The lesson does not allow another `-p`.
    pub not_live: &'static str,
    /// So many workers cannot be.
    pub no_such_workers: &'static str,
    /// It is played with another `-p` now: workers, time.
    pub with_workers: &'static str,
    /// Autoplay: seconds for each step.
    pub auto: &'static str,
    /// Autoplay is held.
    pub held: &'static str,
    /// What a package imports: package, how many.
    pub imports: &'static str,
    /// Who imports it.
    pub importers: &'static str,
    /// Place in the order of one worker.
    pub number: &'static str,
    /// Now, in the lanes.
    pub now: &'static str,
    /// Who runs.
    pub running: &'static str,
    /// Who has nothing to do: numbers.
    pub idle: &'static str,
    /// Who could run.
    pub ready: &'static str,
    /// How many wait.
    pub waiting: &'static str,
    /// No files yet.
    pub no_files: &'static str,
    /// No package is looked at.
    pub no_package: &'static str,
    /// A file was written since the step before.
    pub new_file: &'static str,
    /// A file has changed since.
    pub changed_file: &'static str,
    /// A file of the cache: of this build, of an earlier one, spoiled, not there.
    pub presence: [&'static str; 4],
    /// Above options of which one is right.
    pub pick_one: &'static str,
    /// Above options of which several may be right.
    pub pick_some: &'static str,
    /// Above things to put in order.
    pub pick_in_order: &'static str,
    /// Above a line to type a number in.
    pub type_number: &'static str,
    /// Above a line to type a word in.
    pub type_text: &'static str,
    /// Above a line to type a package in.
    pub type_package: &'static str,
    /// Above a line to type packages in.
    pub type_packages: &'static str,
    /// Enter without an option.
    pub pick_first: &'static str,
    /// Enter without a text.
    pub type_first: &'static str,
    /// Heading of a hint.
    pub hint: &'static str,
    /// There are no more hints.
    pub next_is_answer: &'static str,
    /// Heading above what is said to a right answer.
    pub right: &'static str,
    /// Above what is said to a wrong one.
    pub wrong: &'static str,
    /// Above the answer that was asked for.
    pub told: &'static str,
    /// Below what is said to a wrong answer.
    pub try_again: &'static str,
}

/// The keys of the bottom line, each with what it does.
#[derive(Debug)]
pub struct Foot {
    /// To the next step.
    pub next: (&'static str, &'static str),
    /// There is more to read.
    pub more: (&'static str, &'static str),
    /// To the step before.
    pub back: (&'static str, &'static str),
    /// To the next pane.
    pub pane: (&'static str, &'static str),
    /// Moves in the pane.
    pub scroll: (&'static str, &'static str),
    /// Steps the build.
    pub command: (&'static str, &'static str),
    /// Back to the step's moment.
    pub again: (&'static str, &'static str),
    /// Another `-p`.
    pub workers: (&'static str, &'static str),
    /// All keys.
    pub help: (&'static str, &'static str),
    /// What the marked words mean.
    pub terms: (&'static str, &'static str),
    /// Ends.
    pub quit: (&'static str, &'static str),
    /// Ends the lesson, on its last step.
    pub finish: (&'static str, &'static str),
    /// Holds autoplay.
    pub hold: (&'static str, &'static str),
    /// Lets it go on.
    pub go_on: (&'static str, &'static str),
    /// Faster and slower.
    pub speed: (&'static str, &'static str),
    /// Takes what was typed.
    pub enter: (&'static str, &'static str),
    /// Closes.
    pub close: (&'static str, &'static str),
    /// Picks an option.
    pub pick: (&'static str, &'static str),
    /// Gives the answer.
    pub answer: (&'static str, &'static str),
    /// Asks for a hint.
    pub hint: (&'static str, &'static str),
    /// Goes on without an answer.
    pub skip: (&'static str, &'static str),
    /// The step before, while letters are answers.
    pub left: (&'static str, &'static str),
    /// Completes a package.
    pub complete: (&'static str, &'static str),
    /// All keys, while `?` is a hint.
    pub keys: (&'static str, &'static str),
}

const EN: ScreenWords = ScreenWords {
    too_small: "This window has {} columns and {} rows. gostep needs {} and {}. Make it larger, or quit with q and use --plain.",
    text: "Lesson",
    log: "Log",
    inspectors: ["Step", "Packages", "Workers", "Files", "Cache"],
    no_log: "Nothing is printed yet.",
    nothing_shown: "This step has nothing to show but its text.",
    below: "{} more ↓",
    above: "{} more ↑",
    line_of: "line {}/{}",
    time_of: "{}/{}",
    packages_of: "{}/{} packages",
    build_of: "build {}/{}",
    foot: Foot {
        next: ("Enter", "next"),
        more: ("Enter", "read on"),
        back: ("b", "back"),
        pane: ("Tab", "other pane"),
        scroll: ("↑↓", "scroll"),
        command: (". ,", "command on, back"),
        again: ("r", "back to the step"),
        workers: ("+ -", "workers"),
        help: ("?", "keys"),
        terms: ("G", "words"),
        quit: ("q", "quit"),
        finish: ("q", "finish"),
        hold: ("Space", "hold"),
        go_on: ("Space", "go on"),
        speed: ("] [", "faster, slower"),
        enter: ("Enter", "go"),
        close: ("Esc", "close"),
        pick: ("a b c", "pick"),
        answer: ("Enter", "answer"),
        hint: ("?", "hint"),
        skip: ("→", "go on without"),
        left: ("←", "back"),
        complete: ("Tab", "complete"),
        keys: ("F1", "keys"),
    },
    help: &[
        (
            "Reading",
            &[
                ("Enter, Space", "read on, then the next step"),
                ("b, ←", "the step before"),
                ("→", "the next step"),
                ("Home, End", "the first and the last step"),
                ("g", "go to a step, a package or a line"),
                ("q, Ctrl-C", "quit"),
            ],
        ),
        (
            "Answering questions",
            &[
                ("a b c, ↑ ↓ Space", "pick"),
                ("Enter", "answer"),
                ("?", "a hint, a stronger one, the answer"),
                ("→", "go on without an answer"),
                ("Esc", "leave the question alone; letters are keys again"),
            ],
        ),
        (
            "Stepping the build",
            &[
                (". ,", "one command on, one back"),
                ("> <", "one package on, one back"),
                ("e, 0", "the end and the start of this build"),
                ("r", "back to the moment of the step"),
                ("+ - =", "more, fewer workers (-p), as before; in some lessons"),
            ],
        ),
        (
            "Looking",
            &[
                ("Tab", "the next pane"),
                ("↑ ↓, PgUp PgDn", "move in this pane"),
                ("z", "this pane alone, and back"),
                ("1 2 3 4 5", "what the step shows, packages, workers, files, cache"),
                ("/", "search the log; n and N: next, last match"),
                ("G", "what the words mean"),
                ("t", "other colours"),
            ],
        ),
        ("Playing by itself", &[("Space", "hold, go on"), ("] [", "faster, slower")]),
    ],
    close: "Esc closes",
    keys_title: "Keys",
    go_to_title: "Go to",
    glossary_title: "Glossary",
    critical_path: "critical path (═), {}: ",
    go_to_help: "a step (7, recap), a package (fmt), a line of the log (:120)",
    no_such_place: "There is no step, package or line {}.",
    search_title: "Search the log",
    search_help: "Enter finds; n and N go from match to match",
    not_found: "{} is not in the log of this build.",
    match_of: "match {} of {}: {}",
    no_search: "Search first: /",
    at_first: "This is the first step.",
    at_last: "This is the last step. q quits, g goes to another one.",
    how_to_quit: "q quits.",
    theme: "Colours: {}",
    themes: ["dark", "light", "high contrast", "none"],
    not_live: "This lesson is played with the workers that it names.",
    no_such_workers: "{} workers cannot be simulated.",
    with_workers: "-p {}: the build takes {}.",
    auto: "{} s a step",
    held: "held",
    imports: "imports ({}): ",
    importers: "imported by ({}): ",
    number: "no. {}",
    now: "now",
    running: "worker {}: ",
    idle: "idle: {}",
    ready: "ready ({}), next first: ",
    waiting: "waiting: {}",
    no_files: "Nothing is written yet.",
    no_package: "No package has been worked at yet.",
    new_file: "new",
    changed_file: "changed",
    presence: ["stored by this build", "by an earlier one", "spoiled", "not there"],
    pick_one: "Pick one: its letter, or ↑ ↓ and Space. Enter answers.",
    pick_some: "Pick all that are right: their letters, or ↑ ↓ and Space. Enter answers.",
    pick_in_order: "Press the letters in the right order. Backspace takes the last one back, Enter answers.",
    type_number: "Type a number. Enter answers.",
    type_text: "Type a word or a few. Enter answers.",
    type_package: "Type a package; Tab completes it. Enter answers.",
    type_packages: "Type packages with blanks between them, or none; Tab completes. Enter answers.",
    pick_first: "Pick an answer first, or go on without one: →",
    type_first: "Type an answer first, or go on without one: →",
    hint: "Hint",
    next_is_answer: "? once more tells the answer.",
    right: "✓ Right",
    wrong: "✗ Not quite",
    told: "Answer",
    try_again: "Try again, or ? for a hint, or → to go on.",
};

const ZH: ScreenWords = ScreenWords {
    too_small: "窗口只有 {} 列 {} 行，gostep 需要 {} 列 {} 行。请放大窗口，或者按 q 退出，改用 --plain。",
    text: "讲解",
    log: "日志",
    inspectors: ["本步", "包", "工作槽", "文件", "缓存"],
    no_log: "还没有输出。",
    nothing_shown: "本步只有文字，没有别的要看。",
    below: "下面还有 {} 行 ↓",
    above: "上面还有 {} 行 ↑",
    line_of: "第 {}/{} 行",
    time_of: "{}/{}",
    packages_of: "{}/{} 个包",
    build_of: "第 {}/{} 次构建",
    foot: Foot {
        next: ("回车", "下一步"),
        more: ("回车", "往下读"),
        back: ("b", "上一步"),
        pane: ("Tab", "换窗格"),
        scroll: ("↑↓", "滚动"),
        command: (". ,", "进退一条命令"),
        again: ("r", "回到本步"),
        workers: ("+ -", "工作槽"),
        help: ("?", "按键"),
        terms: ("G", "术语"),
        quit: ("q", "退出"),
        finish: ("q", "结束"),
        hold: ("空格", "暂停"),
        go_on: ("空格", "继续"),
        speed: ("] [", "快、慢"),
        enter: ("回车", "前往"),
        close: ("Esc", "关闭"),
        pick: ("a b c", "选择"),
        answer: ("回车", "作答"),
        hint: ("?", "提示"),
        skip: ("→", "不答，继续"),
        left: ("←", "上一步"),
        complete: ("Tab", "补全"),
        keys: ("F1", "按键"),
    },
    help: &[
        (
            "阅读",
            &[
                ("回车、空格", "往下读，然后到下一步"),
                ("b、←", "上一步"),
                ("→", "下一步"),
                ("Home、End", "第一步、最后一步"),
                ("g", "跳到某一步、某个包或某一行"),
                ("q、Ctrl-C", "退出"),
            ],
        ),
        (
            "回答问题",
            &[
                ("a b c、↑ ↓ 空格", "选择"),
                ("回车", "作答"),
                ("?", "提示，更明白的提示，答案"),
                ("→", "不回答，继续"),
                ("Esc", "先不管问题，字母恢复原来的作用"),
            ],
        ),
        (
            "推进构建",
            &[
                (". ,", "前进、后退一条命令"),
                ("> <", "前进、后退一个包"),
                ("e、0", "本次构建的结尾、开头"),
                ("r", "回到本步所在的时刻"),
                ("+ - =", "增加、减少、恢复工作槽（-p）；部分课程可用"),
            ],
        ),
        (
            "查看",
            &[
                ("Tab", "下一个窗格"),
                ("↑ ↓、PgUp PgDn", "在窗格里移动"),
                ("z", "只看这个窗格，再按恢复"),
                ("1 2 3 4 5", "本步所示、包、工作槽、文件、缓存"),
                ("/", "搜索日志；n、N：下一处、上一处"),
                ("G", "术语的意思"),
                ("t", "换配色"),
            ],
        ),
        ("自动播放", &[("空格", "暂停、继续"), ("] [", "加快、放慢")]),
    ],
    close: "按 Esc 关闭",
    keys_title: "按键",
    go_to_title: "跳到",
    glossary_title: "术语",
    critical_path: "关键路径（═），{}：",
    go_to_help: "步骤（7、recap）、包（fmt）或日志的行（:120）",
    no_such_place: "没有 {} 这个步骤、包或行。",
    search_title: "搜索日志",
    search_help: "回车查找；n、N 在各处之间移动",
    not_found: "这次构建的日志里没有 {}。",
    match_of: "第 {}/{} 处：{}",
    no_search: "请先用 / 搜索。",
    at_first: "这是第一步。",
    at_last: "这是最后一步。按 q 退出，按 g 跳到别的步骤。",
    how_to_quit: "按 q 退出。",
    theme: "配色：{}",
    themes: ["深色", "浅色", "高对比", "无"],
    not_live: "这一课固定使用它指定的工作槽数。",
    no_such_workers: "无法模拟 {} 个工作槽。",
    with_workers: "-p {}：构建用时 {}。",
    auto: "每步 {} 秒",
    held: "已暂停",
    imports: "导入（{} 个）：",
    importers: "被导入（{} 个）：",
    number: "序号 {}",
    now: "现在",
    running: "工作槽 {}：",
    idle: "空闲：{}",
    ready: "就绪（{} 个，按先后）：",
    waiting: "等待：{} 个",
    no_files: "还没有写入任何文件。",
    no_package: "还没有处理过任何包。",
    new_file: "新",
    changed_file: "有改动",
    presence: ["本次构建存入", "以前的构建存入", "已损坏", "没有"],
    pick_one: "选一项：按字母，或用 ↑ ↓ 和空格；回车作答。",
    pick_some: "选出所有正确的：按字母，或用 ↑ ↓ 和空格；回车作答。",
    pick_in_order: "按正确的顺序依次按字母；退格撤回最后一个，回车作答。",
    type_number: "输入一个数；回车作答。",
    type_text: "输入一个或几个词；回车作答。",
    type_package: "输入一个包名，Tab 补全；回车作答。",
    type_packages: "输入包名，用空格隔开，没有就输入“无”；Tab 补全，回车作答。",
    pick_first: "请先选一个答案；不答也可以，按 → 继续。",
    type_first: "请先输入答案；不答也可以，按 → 继续。",
    hint: "提示",
    next_is_answer: "再按一次 ? 就说出答案。",
    right: "✓ 答对了",
    wrong: "✗ 还不对",
    told: "答案",
    try_again: "再试一次；按 ? 看提示，按 → 继续。",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static ScreenWords {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_same_gaps_in_both_languages() {
        assert_eq!(crate::lesson::gaps(&EN), crate::lesson::gaps(&ZH));
    }
}
