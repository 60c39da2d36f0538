//! What is said to answers, in every language. The sentences are Markdown; `{}` stands for what is filled in.

use crate::lesson::Lang;

/// The sentences of a language.
#[derive(Debug)]
pub struct Words {
    /// Between names.
    pub comma: &'static str,
    /// Behind the first of many names: how many more there are.
    pub and_more: &'static str,
    /// What was typed is no letter of an option: the last letter.
    pub type_a_letter: &'static str,
    /// The same where several may be chosen.
    pub type_letters: &'static str,
    /// What was typed is no order of the items: the last letter.
    pub type_an_order: &'static str,
    /// What was typed is no number.
    pub type_a_number: &'static str,
    /// Nothing was typed.
    pub type_a_text: &'static str,
    /// What was typed is not one package.
    pub type_a_package: &'static str,
    /// What was typed names no packages.
    pub type_packages: &'static str,
    /// What was typed is no package of the program.
    pub no_such_package: &'static str,
    /// The same, with the nearest name.
    pub no_such_package_but: &'static str,
    /// An option is not right, and the lesson does not say why.
    pub not_so: &'static str,
    /// How many options more would be right.
    pub more_are_right: &'static str,
    /// A number is too low.
    pub too_low: &'static str,
    /// A number is too high.
    pub too_high: &'static str,
    /// A text is not what was asked for.
    pub not_it: &'static str,
    /// Of two items, the first comes before the second.
    pub comes_before: &'static str,
    /// A package needs another, which therefore comes first.
    pub needs_before: &'static str,
    /// Which orders are right.
    pub every_such_order: &'static str,
    /// A package that can start.
    pub waits_for_nothing: &'static str,
    /// The package that starts next, and its number.
    pub lowest_number: &'static str,
    /// A package that could start, too: it, its number, the lowest number.
    pub ready_but: &'static str,
    /// What a package waits for.
    pub still_waits: &'static str,
    /// A worker is at it.
    pub is_running: &'static str,
    /// It is done.
    pub is_done: &'static str,
    /// It failed or was skipped.
    pub is_lost: &'static str,
    /// Several right answers of which one is enough.
    pub one_of: &'static str,
    /// A package does not wait for itself.
    pub not_for_itself: &'static str,
    /// A package needs another only through a third.
    pub needs_through: &'static str,
    /// A package does not need another.
    pub does_not_need: &'static str,
    /// A package waits for one that was not named.
    pub waits_for_too: &'static str,
    /// How many packages were not named.
    pub waits_for_more: &'static str,
    /// All other imports of a package are done.
    pub others_are_done: &'static str,
    /// What was typed is none of the words: all of them.
    pub type_a_pick: &'static str,
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// The tools, in the order of [`TOOLS`](crate::lesson::question::TOOLS).
    pub tools: [&'static str; 6],
    /// A package is compiled that was not named, and why.
    pub rebuilt_too: &'static str,
    /// How many packages are compiled that were not named.
    pub rebuilt_more: &'static str,
    /// A package is not compiled, because an import came out the same.
    pub cut_off: &'static str,
    /// A package is not compiled, because none of its inputs changed.
    pub nothing_changed_for: &'static str,
    /// A package and why it is compiled.
    pub because: &'static str,
    /// Behind that: the archive came out the same.
    pub same_archive: &'static str,
    /// Behind that: nobody has measured it.
    pub perhaps: &'static str,
    /// How many packages more are compiled.
    pub more_packages: &'static str,
    /// Nothing is compiled.
    pub none_rebuilt: &'static str,
    /// Why it links.
    pub it_links: &'static str,
    /// Why it does not link.
    pub up_to_date: &'static str,
    /// Packages that are compiled and come out the same.
    pub same_again: &'static str,
    /// Somebody notices.
    pub it_is_noticed: &'static str,
    /// The go command plans the build.
    pub go_is_content: &'static str,
    /// The build ends before this tool.
    pub not_reached: &'static str,
    /// This tool does not fail.
    pub nothing_wrong: &'static str,
    /// No tool fails.
    pub nobody_fails: &'static str,
    /// What the go command says.
    pub go_says: &'static str,
    /// A tool and what it says.
    pub tool_says: &'static str,
    /// A tool, the package, and what it says.
    pub tool_says_of: &'static str,
}

const EN: Words = Words {
    comma: ", ",
    and_more: " and {} more",
    type_a_letter: "Type one of the letters, a to {}.",
    type_letters: "Type the letters of all that are right, such as a,c; there are a to {}.",
    type_an_order: "Type all the letters, a to {}, in the order that you mean, such as b a c.",
    type_a_number: "Type a whole number, such as 12.",
    type_a_text: "Type a word or a few.",
    type_a_package: "Type the import path of one package, such as internal/abi.",
    type_packages: "Type import paths with blanks between them, such as internal/abi fmt; or none.",
    no_such_package: "This program has no package {}.",
    no_such_package_but: "This program has no package {}; did you mean {}?",
    not_so: "{} is not right.",
    more_are_right: "Right ones that you did not choose: {}.",
    too_low: "It is more than {}.",
    too_high: "It is less than {}.",
    not_it: "It is not {}.",
    comes_before: "“{}” comes before “{}”.",
    needs_before: "{} needs {}, so {} comes first.",
    every_such_order: "Every order is right in which a package comes after all that it needs.",
    waits_for_nothing: "{} waits for nothing any more: all of its imports are done.",
    lowest_number: "A free worker takes the ready package with the lowest number: {}, number {}.",
    ready_but: "{} could start, too, but it is number {}. A free worker takes the lowest number, which is {}.",
    still_waits: "{} still waits for {}.",
    is_running: "A worker is at {} already.",
    is_done: "{} is done already.",
    is_lost: "{} failed or was skipped; nothing waits for it any more.",
    one_of: "Any of {}.",
    not_for_itself: "{} does not wait for itself.",
    needs_through: "{} does not import {} itself; it needs it only through {}.",
    does_not_need: "{} does not need {} at all.",
    waits_for_too: "{} waits for {} as well.",
    waits_for_more: "Packages that it waits for and that you did not name: {}.",
    others_are_done: "Whatever else {} imports is done.",
    type_a_pick: "Type one of: {}.",
    yes_no: ["yes", "no"],
    tools: ["compile", "asm", "pack", "link", "the go command", "none"],
    rebuilt_too: "{} is recompiled as well: {}.",
    rebuilt_more: "Packages that are recompiled and that you did not name: {}.",
    cut_off: "{} is not recompiled: the archive of {} came out the same.",
    nothing_changed_for: "{} is not recompiled: none of its files changed, nor did any package that it imports.",
    because: "{}: {}",
    same_archive: "; its archive comes out the same",
    perhaps: " (perhaps)",
    more_packages: "{} more",
    none_rebuilt: "No package is recompiled.",
    it_links: "The program is linked: {}.",
    up_to_date: "It is not linked: the executable in place was made from exactly these packages.",
    same_again: "What is compiled comes out as it was: {}.",
    it_is_noticed: "It does not go unnoticed.",
    go_is_content: "The go command itself plans and starts the build as ever.",
    not_reached: "The build does not get as far as {}.",
    nothing_wrong: "{} finds nothing wrong.",
    nobody_fails: "No tool fails; the build ends well.",
    go_says: "The go command stops before it runs any tool: {}",
    tool_says: "{} fails: {}",
    tool_says_of: "{} fails on {}: {}",
};

const ZH: Words = Words {
    comma: "、",
    and_more: " 等，另有 {} 个",
    type_a_letter: "请输入一个字母：a 到 {}。",
    type_letters: "请输入所有正确选项的字母，例如 a,c；可选 a 到 {}。",
    type_an_order: "请按你认为的顺序输入 a 到 {} 的全部字母，例如 b a c。",
    type_a_number: "请输入一个整数，例如 12。",
    type_a_text: "请输入一个词或几个词。",
    type_a_package: "请输入一个包的导入路径，例如 internal/abi。",
    type_packages: "请输入若干导入路径，用空格隔开，例如 internal/abi fmt；一个也没有就输入 无。",
    no_such_package: "这个程序里没有 {} 这个包。",
    no_such_package_but: "这个程序里没有 {} 这个包；你是想写 {} 吗？",
    not_so: "{} 不对。",
    more_are_right: "还有 {} 个正确选项没有选。",
    too_low: "比 {} 多。",
    too_high: "比 {} 少。",
    not_it: "不是 {}。",
    comes_before: "“{}”在“{}”之前。",
    needs_before: "{} 需要 {}，所以 {} 在前。",
    every_such_order: "只要每个包都排在它需要的包之后，怎样排都对。",
    waits_for_nothing: "{} 不必再等：它导入的包都完成了。",
    lowest_number: "空出来的工作槽会取就绪的包中序号最小的：{}，序号 {}。",
    ready_but: "{} 也可以开始，但它的序号是 {}；空出来的工作槽取序号最小的，也就是 {}。",
    still_waits: "{} 还在等 {}。",
    is_running: "{} 已经在构建了。",
    is_done: "{} 已经完成。",
    is_lost: "{} 失败了或被跳过，不会再有包等它。",
    one_of: "以下任意一个：{}。",
    not_for_itself: "{} 不会等它自己。",
    needs_through: "{} 没有直接导入 {}，只是通过 {} 间接需要它。",
    does_not_need: "{} 根本用不到 {}。",
    waits_for_too: "{} 还在等 {}。",
    waits_for_more: "它还在等、而你没有写出的包：{} 个。",
    others_are_done: "{} 导入的其他包都已完成。",
    type_a_pick: "请输入其中一个：{}。",
    yes_no: ["是", "否"],
    tools: ["compile", "asm", "pack", "link", "go 命令", "都不失败"],
    rebuilt_too: "{} 也要重新编译：{}。",
    rebuilt_more: "还有 {} 个要重新编译的包你没有写出。",
    cut_off: "{} 不会重新编译：{} 的归档文件与原来相同。",
    nothing_changed_for: "{} 不会重新编译：它的文件没有变，它导入的包也没有变。",
    because: "{}：{}",
    same_archive: "；归档文件与原来相同",
    perhaps: "（可能）",
    more_packages: "另有 {} 个",
    none_rebuilt: "没有包需要重新编译。",
    it_links: "程序会重新链接：{}。",
    up_to_date: "不会链接：现有的可执行文件正是由这些包链接而成的。",
    same_again: "重新编译的包与原来相同：{}。",
    it_is_noticed: "这个错误会被发现。",
    go_is_content: "go 命令本身照常计划并开始构建。",
    not_reached: "构建走不到 {} 这一步。",
    nothing_wrong: "{} 没有发现任何问题。",
    nobody_fails: "没有工具失败，构建成功结束。",
    go_says: "go 命令在运行任何工具之前就停下：{}",
    tool_says: "{} 失败：{}",
    tool_says_of: "{} 在处理 {} 时失败：{}",
};

/// The sentences of a language.
pub fn words(lang: Lang) -> &'static Words {
    lang.choose(&EN, &ZH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_same_gaps_in_both_languages() {
        assert_eq!(crate::lesson::gaps(&EN), crate::lesson::gaps(&ZH));
    }
}
