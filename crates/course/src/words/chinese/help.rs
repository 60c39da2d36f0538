//! The words of help, by the English ones. Those of builds are in `help_builds`, those
//! that the page repeats in `whatif_help`.

use super::help_builds::BUILDS;
use super::whatif_help::WHATIFS;
use crate::words::help::{HelpWords, Table};
use crate::words::sentence::say;

pub const WORDS: HelpWords = HelpWords {
    usage: "用法：",
    default: say("[默认：{}]"),
    values: say("[可选值：{}]"),
    value_names: VALUES,
    headings: HEADINGS,
    texts: &[TEXTS, BUILDS, WHATIFS],
};

/// Names of values.
const VALUES: Table = &[
    ("BEFORE", "之前"),
    ("AFTER", "之后"),
    ("OPTIONS", "选项"),
    ("COMMAND", "命令"),
    ("COUNT", "数量"),
    ("FAULT", "故障"),
    ("FILE", "文件"),
    ("BOOL", "真假"),
    ("FLAGS", "选项"),
    ("PROFILE", "性能数据"),
    ("FOLDER", "文件夹"),
    ("FORMAT", "格式"),
    ("KIND", "种类"),
    ("LANG", "语言"),
    ("LESSON", "课程"),
    ("LESSON|FOLDER", "课程|文件夹"),
    ("LESSON|FOLDER|course", "课程|文件夹|course"),
    ("LOG", "日志"),
    ("MODE", "模式"),
    ("MS", "毫秒"),
    ("NAME", "名称"),
    ("PATH", "路径"),
    ("PORT", "端口"),
    ("PROGRAM", "程序"),
    ("PROGRAM|CHANGE|FAULT", "程序|改动|故障"),
    ("SECONDS", "秒数"),
    ("STEP", "步骤"),
    ("EXPR", "表达式"),
    ("PREFIX", "前缀"),
    ("PICTURE", "图"),
    ("TAGS", "标签"),
    ("PATTERNS", "模式"),
    ("TARGET", "目标"),
    ("TERM", "术语"),
    ("TEXT", "文字"),
    ("THEME", "配色"),
];

/// What stands over rows.
const HEADINGS: Table = &[
    ("Arguments:", "参数："),
    ("Commands:", "命令："),
    ("Options:", "选项："),
    ("To learn:", "学习："),
    ("To teach:", "教学："),
    ("To simulate:", "模拟："),
    ("To understand real builds:", "看懂真正的构建："),
    ("Other commands:", "其他命令："),
    ("Examples:", "例子："),
    ("Changes:", "改动："),
    ("Faults:", "故障："),
    ("Faults, done in the next build only:", "故障，只在接下来的这次构建里做错："),
];

/// Texts of the commands for learners and instructors.
const TEXTS: Table = &[
    // explain
    (
        "Explain a real log of the go command, line by line, without its program",
        "不需要程序，逐行解释 go 命令的真实日志",
    ),
    ("What the go command printed (- is standard input)", "go 命令打印的内容（- 表示标准输入）"),
    ("Only what stands in this line; LOG:N is the same", "只解释这一行；写成 日志:N 也一样"),
    ("Only this package, line by line", "只逐行解释这个包"),
    ("Only lines with this text", "只解释含有这段文字的行"),
    ("Every line, word by word", "逐词解释每一行"),
    ("Print everything as JSON", "把全部内容打印成 JSON"),
    (
        "In a terminal the log has the whole screen and is stepped like a lesson, ? shows the keys; in a pipe and with --plain, what it shows is printed, and so is a part that is asked for.",
        "在终端里，日志占据整个屏幕，像课程一样逐步推进，按 ? 显示按键；在管道里，或加上 --plain 时，打印日志显示的内容；只要一部分时，也总是打印。",
    ),
    ("Print the text, also in a terminal", "在终端里也打印文字"),
    (
        "The log may be of go build, install, run, vet or test, with -x or -n, of any release; of Linux, macOS or Windows; whole or an excerpt; with a prompt, quotes, colours, and what a build server puts in front of every line. No program and no Go is needed. What the log does not show is said to be not shown.",
        "日志可以来自 go build、install、run、vet 或 test，带 -x 或 -n，任何版本；来自 Linux、macOS 或 Windows；可以是完整的，也可以是片段；可以带有提示符、引用符号、颜色，以及构建服务器加在每行前面的东西。不需要程序，也不需要 Go。日志中看不出的，就说看不出。",
    ),
    ("Exit code 0: explained; 2: no log, or wrong usage.", "退出码 0：已解释；2：不是日志，或用法不对。"),
    // gostep
    (
        "Step through `go build`: a simulator whose transcript is the real one, with lessons",
        "一步一步走过 `go build`：日志与真实构建逐行相同的模拟器，附带课程",
    ),
    ("Play a lesson", "播放一课"),
    (
        "Present a lesson to a class: large and quiet, answers when you want them",
        "给全班演示一课：字少、留白多，答案由你决定何时显示",
    ),
    ("Open the lessons as a page in the browser", "在浏览器里打开课程页面"),
    ("Write lessons as a page, or in another format, to carry away", "把课程写成页面或其他格式的文件，带走使用"),
    ("Show the notes to your presentation in a second terminal", "在第二个终端里显示演示的备注"),
    ("List the lessons", "列出课程"),
    ("Check, write and test lessons of your own", "检查、编写、测试你自己的课程"),
    ("Answer the questions of the lessons that you have seen", "回答看过的课程里的问题"),
    ("Show how far you are, or forget it", "显示或清除学习进度"),
    ("Explain a term of the field, or list them all", "解释一个术语，或列出所有术语"),
    (
        "Run a program: what it prints and when, and with --trace who runs on which thread",
        "运行一个程序：它何时输出什么；加上 --trace 还能看到谁在哪个线程上运行",
    ),
    (
        "What can be run is a part of Go: functions and closures, whole numbers, strings, durations, slices to go through, loops, \
         defer, panic and recover, go, channels and select; of packages fmt, os, runtime, sync and time what a lesson about \
         goroutines needs. Everything else is refused by name, with its line.",
        "能运行的是 Go 的一部分：函数与闭包、整数、字符串、时长、用于遍历的切片、循环、defer、panic 与 recover、go、通道与 \
         select；fmt、os、runtime、sync、time 这几个包里讲协程要用到的部分。其余的一概拒绝，并指出名称和行号。",
    ),
    (
        "A file of Go source (its name ends in .go, - is standard input), and changes of it",
        "Go 源文件（文件名以 .go 结尾，- 表示标准输入），以及对它的改动",
    ),
    ("How many Ps there are", "P 的个数"),
    ("Take the way that belongs to this number, instead of the usual times", "按这个种子走，而不取通常的耗时"),
    (
        "Run it so many times, with seeds from 0, and count how it comes out",
        "运行这么多次（种子从 0 起），统计各种结果",
    ),
    (
        "Print the run as JSON: how it was run, what it printed, how it ended, and every event",
        "以 JSON 输出这次运行：运行方式、打印的内容、如何结束，以及每个事件",
    ),
    ("Print the program after the changes, and do not run it", "输出改动后的程序，不运行"),
    (
        "Changes of the program: sleep=4s (main sleeps for so long), no-sleep, gosched (main gives way instead), deadlock (it waits \
         for nobody), panic, exit=3 and busy (what the goroutine does instead of sleeping), goroutines=1000; and of how it is run: \
         async-preempt=off, closed-stdout.",
        "对程序的改动：sleep=4s（main 睡这么久）、no-sleep（不睡）、gosched（main 改为让出）、deadlock（main 等一个没有人发送的值）、\
         panic、exit=3、busy（协程不再睡眠，而是恐慌、退出、一直计算）、goroutines=1000；对运行方式的改动：async-preempt=off、closed-stdout。",
    ),
    ("the program of the course", "课程所用的程序"),
    (
        "Print everything that happens instead: microseconds, thread, P, and the event in the words of the runtime",
        "改为输出发生的每一件事：微秒、线程、P，以及用运行时的术语写出的事件",
    ),
    ("List the facts that a lesson can take from the simulation", "列出课程可以从模拟中取用的事实"),
    (
        "They stand in expressions, between {{ and }} in texts, and in expect:, if: and answer:. What binds tighter comes first:",
        "事实写在表达式里：文字中的 {{ 和 }} 之间，以及 expect:、if: 和 answer: 里。结合得越紧的越靠前：",
    ),
    ("6 / 2 is 3; 7 / 2, which has a remainder, is refused", "6 / 2 是 3；7 / 2 除不尽，会被拒绝"),
    ("a text is in a list: 'fmt' in ready", "文字在列表里：'fmt' in ready"),
    ("the contrary: not 'fmt' in ready", "相反：not 'fmt' in ready"),
    ("both hold: linked and count(compiled) < 9", "两边都成立：linked and count(compiled) < 9"),
    ("one of them holds, or both", "至少一边成立"),
    (
        "Brackets group. rounded(7, 2) is 4, rounded_down(7, 2) is 3.",
        "括号用来分组。rounded(7, 2) 是 4，rounded_down(7, 2) 是 3。",
    ),
    ("Print what `go build -x -work` would print", "打印 `go build -x -work` 会打印的内容"),
    ("Say what a change rebuilds, and why", "说明一处改动会引起哪些重新编译，为什么"),
    (
        "Show who waits for whom, the critical path, and why more workers stop helping",
        "显示谁在等谁、关键路径，以及为什么再加工作槽也没有用",
    ),
    (
        "Compare a real log of `go build -x -work` or `go build -n` with the simulation",
        "把 `go build -x -work` 或 `go build -n` 的真实日志与模拟比较",
    ),
    (
        "Make a program of your own for all of this, from what the go command says of it",
        "根据 go 命令的描述，把你自己的程序变成以上各命令都能用的程序",
    ),
    ("Print this message or the help of the given subcommand(s)", "打印本帮助，或某个子命令的帮助"),
    ("Print help for the subcommand(s)", "要看帮助的子命令"),
    ("Print help", "打印帮助"),
    ("Print version", "打印版本"),
    (
        "Without a command, gostep shows the course and goes on where you left; in a pipe it prints the first lesson. A lesson is played by its name or number alone, too: gostep log, gostep 2.",
        "不写命令时，gostep 显示全部课程，并从上次停下的地方继续；在管道里则打印第一课。只写课程的名称或编号也能播放：gostep log、gostep 2。",
    ),
    // play
    (
        "A lesson that comes with gostep, by name or number, or a YAML file",
        "gostep 自带的一课（写名称或编号），或一个 YAML 文件",
    ),
    ("Do not show the build running from step to step", "不显示构建从一步运行到下一步"),
    ("if NO_MOTION is set", "设置了 NO_MOTION 时如此"),
    ("the course to choose from", "显示课程供选择"),
    ("Language of whatever is said", "所有输出的语言"),
    ("that of the locale", "由区域设置决定"),
    (
        "Play line by line, without a full screen; for screen readers and simple terminals",
        "逐行播放，不占用整个屏幕；适合屏幕阅读器和简单的终端",
    ),
    ("Play without keys, SECONDS for each step", "自动播放，不用按键，每步停留指定的秒数"),
    ("Begin with this step, by number or name", "从这一步开始，写编号或名称"),
    ("Begin where you left the lesson", "从这一课上次停下的地方开始"),
    ("Show the presenter's notes", "显示给讲课人的备注"),
    ("Colours of the full screen", "全屏界面的配色"),
    ("dark; none if NO_COLOR is set", "dark；设置了 NO_COLOR 时为 none"),
    ("Draw the full screen with ASCII signs only", "全屏界面只用 ASCII 字符"),
    ("where the locale is not UTF-8", "区域设置不是 UTF-8 时启用"),
    ("Leave the mouse to the terminal, so that it selects text", "鼠标留给终端，用来选取文字"),
    // present, notes
    (
        "A clicker's keys step the lesson: what it shows and asks, then the answer, then the explanation, then the next step. ? shows all keys. Make the letters of the terminal large before you begin.",
        "用翻页笔就能前进、后退：先是这一步展示的内容和提问，再是答案，再是讲解，然后是下一步。按 ? 列出所有按键。开始之前，请把终端的字调大。",
    ),
    (
        "In a second terminal on the same computer, `gostep notes` shows your notes, the answers and what comes next, and can step the presentation. Nothing goes over the network, and nobody's progress is recorded.",
        "在同一台电脑的第二个终端里运行 `gostep notes`，会显示你的备注、答案和下一步，在那里按键也能翻页。一切都不经过网络，也不记录任何人的进度。",
    ),
    ("Follow the presentation of this lesson", "跟随这一课的演示"),
    ("the one that runs", "正在进行的那一个"),
    ("Print the notes of all steps of LESSON, to read before", "打印这一课所有步骤的备注，供课前阅读"),
    ("In a pipe: go on, and print the notes of each step that comes", "在管道里不结束，每到一步就打印它的备注"),
    ("Print the notes of each step one below the other, without a full screen", "逐步往下打印备注，不占用整个屏幕"),
    (
        "Run it in a second terminal of the computer that presents, in a window that the class does not see. It finds the presentation by itself, whichever of the two begins first, and waits for the next one when it ends. Its keys step the presentation; ? shows them. Without --lang the notes are in the language of the presentation.",
        "请在演示用的电脑上另开一个终端运行它，窗口不要让学生看到。它会自己找到演示，两者谁先开始都可以；演示结束后，它等待下一个。在这里按键也能翻页，按 ? 列出按键。不写 --lang 时，备注的语言与演示相同。",
    ),
    ("In a pipe it prints the notes of the current step and ends.", "在管道里，它打印当前这一步的备注，然后结束。"),
    // serve
    (
        "A lesson that comes with gostep, by name or number, a YAML file, or a folder with lessons",
        "gostep 自带的一课（写名称或编号）、一个 YAML 文件，或存放课程的文件夹",
    ),
    ("Port of this machine; 0 is one that is free", "本机的端口；0 表示任选一个空闲的"),
    ("4678, or one that is free", "4678；被占用时任选一个空闲的"),
    ("Print the address, and open no browser", "只打印地址，不打开浏览器"),
    (
        "The page is for this machine alone, at an address that nobody can guess, and asks nothing of the network. When a lesson file is saved, the page shows it again at the first step that changed. Ctrl-C ends it.",
        "页面只供本机使用，地址无法猜到，也不访问网络。保存课程文件后，页面会从第一个有改动的步骤重新显示。按 Ctrl-C 结束。",
    ),
    (
        "Exit code: 0 after Ctrl-C, 2 if there is no such lesson or the port is in use.",
        "退出码：按 Ctrl-C 结束时为 0；没有这样的课程或端口被占用时为 2。",
    ),
    // export
    (
        "A lesson that comes with gostep, by name or number, a YAML file, a folder with lessons, or `course` for all that come with gostep",
        "gostep 自带的一课（写名称或编号）、一个 YAML 文件、存放课程的文件夹，或 `course`（gostep 自带的全部课程）",
    ),
    ("File to write; - is standard output", "要写的文件；- 表示标准输出"),
    (
        "Write a static site into this folder, for any web server",
        "把静态网站写到这个文件夹里，可以放到任何 Web 服务器上",
    ),
    ("Format of the file", "文件的格式"),
    ("What svg shows", "svg 画什么"),
    ("the last one", "最后一步"),
    ("Step that svg and dot show, by number or name", "svg 和 dot 画哪一步，用编号或名字指定"),
    (
        "html is one page that opens from disk and asks nothing of the network: all steps, with the answers folded, to read and to print. If gostep was built with the simulation for pages, it can be played as well. json is for programs; docs/export.md describes it. markdown has its pictures beside its file, in NAME-pictures; on standard output it has none. cast is a recording for asciinema, made without recording: every step as the terminal shows it, for as long as one reads it. svg and dot are the picture of one step. A file is written whole or not at all.",
        "html 是一个直接从磁盘打开、不访问网络的页面：包含所有步骤，答案折叠着，可以阅读，也可以打印。如果构建 gostep 时带上了页面用的模拟器，还可以在页面里操作。json 供程序读取，格式见 docs/export.md。markdown 的图放在文件旁边的 NAME-pictures 里；写到标准输出时没有图。cast 是供 asciinema 播放的录像，但不用录制：每一步都是终端里的样子，停留的时间够读完。svg 和 dot 是某一步的图。文件要么完整写好，要么完全不写。",
    ),
    (
        "Exit code: 0 if it was written, 2 if there is no such lesson or step or something is wrong with it.",
        "退出码：写好时为 0；没有这样的课程或步骤，或课程有错时为 2。",
    ),
    // list, practice, progress, glossary
    ("A folder with lessons of your own", "存放你自己的课程的文件夹"),
    ("the course that comes with gostep", "gostep 自带的课程"),
    ("Only questions of this lesson", "只问这一课的问题"),
    ("Stop after so many questions", "问这么多题就停下"),
    ("Ask line by line, without a full screen", "逐行提问，不占用整个屏幕"),
    (
        "Questions of lessons that you have seen, each in its step. One that was answered wrong is due again after a day, after three more and after seven more, as long as the answers are right; what is due comes first, then what was answered wrong. In a pipe and with --plain, answers are read line by line from standard input.",
        "问的是看过的课程里的问题，每一题都连同它所在的步骤一起显示。答错的题一天后到期再问，答对了就再过三天、再过七天各问一次，又答错则从头来过；到期的排在最前面，其次是答错过的。在管道里，或加上 --plain 时，从标准输入逐行读取答案。",
    ),
    (
        "Forget the progress in LESSON, or in all lessons; asks first",
        "清除这一课的学习进度，不写课程就清除全部；会先询问",
    ),
    (
        "Add what FILE knows, which was saved by a page or is that of another machine",
        "加入文件中的进度：网页保存的文件，或另一台机器上的进度文件",
    ),
    ("Do not ask", "不询问"),
    ("Print the progress as JSON", "以 JSON 打印学习进度"),
    ("A term, in English or Chinese", "一个术语，中文英文都可以"),
    ("list all", "列出全部"),
    ("Print the whole texts of all terms", "打印所有术语的完整解释"),
    ("With the glossary.yaml of a folder of lessons", "加上一个课程文件夹里的 glossary.yaml"),
    // lesson
    ("Write a small lesson with remarks, to start from", "写出一课带注释的小课程，从这里起步"),
    ("Find everything that is wrong with lessons and their translations", "找出课程及其译文的所有问题"),
    (
        "Play a lesson while it is written: shows the first changed step, or the mistakes, at every save",
        "边写边看：每次保存后，显示第一个有变化的步骤，或指出错误",
    ),
    ("Compare what lessons print with what was kept beside them", "把课程的输出与存下来的快照比较"),
    ("Compute a fact or a text with facts at a step of a lesson", "计算某一步上的事实，或带事实的文字"),
    (
        "EXPR is what stands between {{ and }}, or a text with facts in it. Without it, all facts that need nothing in brackets \
         are listed with their values at the step.",
        "EXPR 是 {{ 和 }} 之间的内容，或者一段带事实的文字。不给出时，列出所有不带括号的事实在这一步的值。",
    ),
    (
        "Exit code: 1 if the expression is wrong or the lesson does not come to the step.",
        "退出码：表达式有错，或者课程走不到这一步时为 1。",
    ),
    ("A lesson file, or the name of a lesson that comes with gostep", "课程文件，或 gostep 自带课程的名字"),
    ("At which step", "在哪一步"),
    ("An expression, or a text with facts between {{ and }}", "一个表达式，或者一段文字，其中的事实写在 {{ 和 }} 之间"),
    (
        "Print the facts whose names begin like this, for the completion of editors and shells",
        "打印名字以此开头的事实，供编辑器和命令行补全",
    ),
    ("Print values as JSON", "以 JSON 打印值"),
    (
        "Begin the translation of a lesson, or say what has changed in the original since it was translated",
        "新建一课的译文，或列出翻译之后原文改了什么",
    ),
    ("The file of the lesson", "课程文件"),
    ("Language of the translation", "译文的语言"),
    (
        "The translation of this step fits its originals as they are now; may be given several times",
        "这一步的译文与现在的原文一致；可以多次给出",
    ),
    ("The translation of title and summary fits, too", "标题和摘要的译文也与原文一致"),
    ("Print all texts as JSON, with their fingerprints", "以 JSON 打印所有文字及其指纹"),
    (
        "Where there is no translation, it is written with all texts of the original in it, to be translated in place. Where \
         there is one, steps that the lesson has since then are added, and texts whose original has changed are shown: the \
         old original if of: holds it, the new one, and the translation.",
        "还没有译文时，写出一份，里面是全部原文，直接在原处翻译。已有译文时，补上课程新增的步骤，并列出原文改过的文字：旧原文（如果 \
         of: 里有）、新原文和译文。",
    ),
    ("begins the translation of intro.yaml", "新建 intro.yaml 的译文"),
    ("Print the JSON Schema of lesson files, for editors", "打印课程文件的 JSON 模式（schema），供编辑器使用"),
    ("A lesson is one YAML file. To begin:", "一课就是一个 YAML 文件。这样开始："),
    ("writes intro.yaml, a small lesson with remarks", "写出 intro.yaml，一课带注释的小课程"),
    ("writes own.yaml, a draft about a program of yours", "写出 own.yaml，关于你自己程序的草稿"),
    ("plays it", "播放它"),
    ("plays it while you write, and shows mistakes as you save", "边写边看，保存时指出错误"),
    ("finds everything that is wrong, for you and for CI", "找出所有问题，自己用和 CI 里用都可以"),
    ("keeps what your lessons print; without --update, compares", "把课程的输出存为快照；不加 --update 就与快照比较"),
    (
        "docs/authoring.md leads from nothing to a tested lesson, and describes every field.",
        "docs/authoring.zh.md 带你从零写出一课并配好测试，并逐一说明每个字段。",
    ),
    (
        "Name of the lesson, in lower-case letters, digits and dashes; its file gets this name. May have a folder before it",
        "课程的名字，由小写字母、数字和连字符组成，文件也用这个名字；前面可以写文件夹",
    ),
    ("--lang is also the language in which the lesson is written.", "--lang 也决定课程用哪种语言写。"),
    (
        "Lesson files, folders with lessons, or names of lessons that come with gostep",
        "课程文件、课程文件夹，或 gostep 自带课程的名称",
    ),
    ("those that come with it", "所有自带的课程"),
    ("Draft a lesson about a program of your own", "为你自己的程序起草一课"),
    (
        "A program that comes with gostep, a file that `gostep import` wrote, in the folder of the lesson, or the log of a build that compiles every package",
        "gostep 自带的程序，`gostep import` 写出的、放在课程文件夹里的文件，或一份每个包都编译了的构建日志",
    ),
    ("Fail on warnings too", "有警告也算失败"),
    ("Print a JSON array of problems, for editors and scripts", "以 JSON 数组打印问题，供编辑器和脚本使用"),
    (
        "Exit code: 0 if the lessons can be played (with --strict: and there are no warnings), 1 if something is wrong with them, 2 if a file is not there or cannot be read.",
        "退出码：0 表示课程可以播放（加上 --strict 时，也没有警告）；1 表示课程有问题；2 表示文件不存在或无法读取。",
    ),
    ("The lesson file", "课程文件"),
    ("Print the steps, without a full screen", "打印各个步骤，不占用整个屏幕"),
    (
        "Save the file in your editor: the first step that looks different is shown, or what is wrong above the last version without mistakes. The keys are those of `gostep play`; ? shows them. Without --lang the lesson is shown in the language in which it is written.",
        "在编辑器里保存文件，就会显示第一个有变化的步骤；写错了，错误会显示在最后一个没有错误的版本上方。按键与 `gostep play` 相同，按 ? 列出。不写 --lang 时，用课程原文的语言显示。",
    ),
    (
        "With --plain, Enter goes to the next step, b and Enter back, the number or name of a step goes there, q ends.",
        "加上 --plain 时，回车到下一步，输入 b 再按回车后退，输入步骤的编号或名称跳到那一步，q 结束。",
    ),
    ("Lesson files, or folders with lessons", "课程文件，或课程文件夹"),
    ("the current folder", "当前文件夹"),
    ("Keep what the lessons print now", "把课程现在的输出存为快照"),
    (
        "What order.yaml prints in English is kept in order.en.txt beside it, in Chinese in order.zh.txt. Keep these files with your lessons: when a lesson or gostep changes, the test shows what learners will see differently.",
        "order.yaml 的英文输出保存在旁边的 order.en.txt 里，中文输出保存在 order.zh.txt 里。请把这些文件和课程放在一起：课程或 gostep 有了改动，测试会指出学生看到的内容有什么不同。",
    ),
    (
        "Exit code: 0 if all is as it was kept, 1 if something differs, was not kept yet, or a lesson cannot be played, 2 if a file is not there or cannot be read or written.",
        "退出码：0 表示一切与快照相同；1 表示有所不同、还没有快照，或课程无法播放；2 表示文件不存在，或无法读写。",
    ),
    (
        "Which files: lessons, their translations, or glossaries",
        "哪一种文件：课程（lesson）、译文（translation）或术语表（glossary）",
    ),
    (
        "An editor that speaks YAML completes and explains the names of a lesson whose first line is",
        "支持 YAML 的编辑器会补全并说明课程的各个字段，只要课程的第一行是",
    ),
    (
        "with the schema in a file of that name beside the lesson; `gostep lesson new` writes both.",
        "并且课程旁边有这个名字的模式文件。`gostep lesson new` 会把两者都写好。",
    ),
];
