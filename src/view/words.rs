//! The program's own words, in every language: the one place to translate them.

use super::artefact_words::{self, ArtefactWords};
use crate::lesson::Lang;
use crate::player::PackageState;

/// All words of the player and the lists. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// How far the build is: packages done, of all; lines, of all; time.
    pub status: &'static str,
    /// Which build, of a lesson with several.
    pub build: &'static str,
    /// The text is not in the language that was asked for.
    pub untranslated: &'static str,
    /// Heading of commands that began since the step before.
    pub new_commands: &'static str,
    /// Commands that are not shown.
    pub left_out: &'static str,
    /// Place of a command: line, package.
    pub command_at: &'static str,
    /// Source files that are not shown.
    pub more_files: &'static str,
    /// Names that are not shown.
    pub more_names: &'static str,
    /// A file that is not there.
    pub absent: &'static str,
    /// A file that is not there any more.
    pub gone: &'static str,
    /// A file with nothing in it.
    pub empty: &'static str,
    /// A file whose text the simulation does not know.
    pub unknown_text: &'static str,
    /// An archive or executable with a build ID.
    pub binary: &'static str,
    /// The file was written since the step before.
    pub new_file: &'static str,
    /// The file has changed; what it was.
    pub changed_file: &'static str,
    /// Heads of the table of packages: place, package, directory, state.
    pub table: [&'static str; 4],
    /// Packages that one imports.
    pub imports_of: &'static str,
    /// Packages that import one.
    pub importers_of: &'static str,
    /// Packages in a state: state, how many.
    pub in_state: &'static str,
    /// Packages that are equally far from the bottom.
    pub layer: &'static str,
    /// A worker.
    pub worker: &'static str,
    /// A worker with nothing to do.
    pub idle: &'static str,
    /// What a worker is at, since when.
    pub works_on: &'static str,
    /// The link, in a worker's lane.
    pub link: &'static str,
    /// No packages in a state.
    pub none: &'static str,
    /// States, in the order of [`PackageState`].
    pub states: [&'static str; 7],
    /// For archives, the executable, the cache and hashes.
    pub artefacts: ArtefactWords,
    /// Between names.
    pub comma: &'static str,
    /// Between things to pick from.
    pub separator: &'static str,
    /// Heading of a question.
    pub question: &'static str,
    /// Heading of its answer.
    pub answer: &'static str,
    /// Heading of the presenter's notes.
    pub note: &'static str,
    /// There is no such step.
    pub no_such_step: &'static str,
    /// Where the player stopped: step, of all, lesson.
    pub stopped_at: &'static str,
    /// How to go on there: the lesson.
    pub goes_on_there: &'static str,
}

const EN: Words = Words {
    lang: Lang::En,
    status: "{} of {} packages done · {} of {} lines · {}",
    build: "build {} of {}: ",
    untranslated: "(this step is not translated yet)",
    new_commands: "Commands since the last step:",
    left_out: "… {} commands before",
    command_at: "line {} of the log · {}",
    more_files: "… {} more files …",
    more_names: "… and {} more",
    absent: "not there yet",
    gone: "not there any more",
    empty: "there, and empty",
    unknown_text: "there; its text depends on sources that gostep does not read",
    binary: "build ID {}",
    new_file: "new in this step",
    changed_file: "changed in this step; before: {}",
    table: ["no.", "package", "dir", "state"],
    imports_of: "{} imports:",
    importers_of: "{} is imported by:",
    in_state: "{} ({}): ",
    layer: "level {} ({}): ",
    worker: "worker {}",
    idle: "idle",
    works_on: "{}, since {}",
    link: "the link",
    none: "none",
    states: ["waiting", "ready", "running", "done", "reused", "failed", "skipped"],
    artefacts: artefact_words::EN,
    comma: ", ",
    separator: " · ",
    question: "Question",
    answer: "Answer",
    note: "Notes for the presenter",
    no_such_step: "There is no step {}.",
    stopped_at: "You were at step {} of {} of {}.",
    goes_on_there: "gostep play {} --continue goes on there.",
};

const ZH: Words = Words {
    lang: Lang::Zh,
    status: "已完成 {}/{} 个包 · 日志 {}/{} 行 · {}",
    build: "第 {}/{} 次构建：",
    untranslated: "（本步骤尚无译文）",
    new_commands: "自上一步以来的命令：",
    left_out: "…… 前面还有 {} 条命令",
    command_at: "日志第 {} 行 · {}",
    more_files: "…… 另有 {} 个文件 ……",
    more_names: "……等，另有 {} 个",
    absent: "还不存在",
    gone: "已不在此处",
    empty: "已存在，内容为空",
    unknown_text: "已存在；内容取决于 gostep 不读取的源文件",
    binary: "构建 ID {}",
    new_file: "本步新写入",
    changed_file: "本步有改动，之前：{}",
    table: ["序号", "包", "目录", "状态"],
    imports_of: "{} 直接导入：",
    importers_of: "直接导入 {} 的包：",
    in_state: "{}（{} 个）：",
    layer: "第 {} 级（{} 个）：",
    worker: "工作槽 {}",
    idle: "空闲",
    works_on: "{}，始于 {}",
    link: "链接",
    none: "无",
    states: ["等待", "就绪", "进行中", "完成", "沿用", "失败", "跳过"],
    artefacts: artefact_words::ZH,
    comma: "、",
    separator: " · ",
    question: "问题",
    answer: "答案",
    note: "讲解备注",
    no_such_step: "没有 {} 这一步。",
    stopped_at: "停在第 {}/{} 步，课程 {}。",
    goes_on_there: "用 gostep play {} --continue 从这里继续。",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    lang.choose(&EN, &ZH)
}

impl Words {
    /// Name of a state.
    pub fn state(&self, state: PackageState) -> &'static str {
        self.states[state as usize]
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
