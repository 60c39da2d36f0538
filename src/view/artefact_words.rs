//! The words for archives, the executable, the cache and hashes, in every language.

/// `{}` stands for what is filled in.
#[derive(Debug)]
pub struct ArtefactWords {
    /// Lines of a text that are shown: how many, of how many.
    pub lines: &'static str,
    /// More lines have the words that were looked for.
    pub more_found: &'static str,
    /// It has changed since the step before.
    pub changed: &'static str,
    /// A build ID.
    pub id: &'static str,
    /// What something was at the step before.
    pub before: &'static str,
    /// Members of an archive, and its size.
    pub members: &'static str,
    /// A member that was not there at the step before.
    pub new_member: &'static str,
    /// It is not known what is in a file.
    pub unknown: &'static str,
    /// How many symbols an executable has.
    pub symbols: &'static str,
    /// A symbol that is not there.
    pub not_there: &'static str,
    /// Symbols that are not shown.
    pub more_symbols: &'static str,
    /// Heading: functions of packages.
    pub functions: &'static str,
    /// Size and kind of an executable: bytes, kind, processor.
    pub executable: &'static str,
    /// Where it starts: address, function.
    pub entry: &'static str,
    /// Heading of the program headers: how many.
    pub segments: &'static str,
    /// Heading of the sections: how many.
    pub sections: &'static str,
    /// Heading: what the cache has of a package.
    pub cache: &'static str,
    /// Nothing has computed the action hash.
    pub not_looked: &'static str,
    /// The file whose name ends in `-a`.
    pub index: &'static str,
    /// The file whose name ends in `-d`.
    pub data: &'static str,
    /// Whether a file of the cache is there, in the order of `Presence`.
    pub presence: [&'static str; 4],
    /// Fields of an index entry: action hash, output hash, size, time.
    pub fields: [&'static str; 4],
    /// What the action hash of an entry is; the action ID.
    pub of_action: &'static str,
    /// What the output hash of an entry is.
    pub of_output: &'static str,
    /// In place of a time that the simulation does not have.
    pub no_time: &'static str,
    /// In place of a size that is not known.
    pub no_size: &'static str,
    /// A size.
    pub bytes: &'static str,
    /// Heading: what is hashed for a package.
    pub hashed: &'static str,
    /// Heading: what is hashed for the link.
    pub hashed_link: &'static str,
    /// The action ID, of which sum.
    pub action_id: &'static str,
    /// The hashes of source files are made up.
    pub stand_ins: &'static str,
    /// Heading of the critical path: time, actions.
    pub path: &'static str,
}

/// English.
pub const EN: ArtefactWords = ArtefactWords {
    lines: "{} of {} lines",
    more_found: "; {} more with these words",
    changed: "changed in this step",
    id: "build ID {}",
    before: "; before: {}",
    members: "{} members, {} bytes",
    new_member: "new",
    unknown: "What is in it is not known: it was not recorded, or something in this build makes it differ.",
    symbols: "{} symbols",
    not_there: "not there",
    more_symbols: "… and {} more",
    functions: "Functions in the archive, and how many of them are in the executable:",
    executable: "{} bytes · {} · {}",
    entry: "starts at {}, {}",
    segments: "{} program headers: kind, address, size in memory, what is allowed",
    sections: "{} sections besides the empty first one: name, address, size",
    cache: "What the cache has of {}:",
    not_looked: "The action ID is not known yet: the package waits for its imports.",
    index: "index entry",
    data: "data file",
    presence: ["not there", "from an earlier build", "from an earlier build, spoiled since", "stored by this build"],
    fields: ["action hash: ", "output hash: ", "size: ", "time: "],
    of_action: "the name of this file; its first 120 bits are the action ID {}",
    of_output: "the SHA-256 of the data file, and its name",
    no_time: "when it was stored, in nanoseconds",
    no_size: "not known",
    bytes: "{} bytes",
    hashed: "What is hashed for the action ID of {}:",
    hashed_link: "What is hashed for the action ID of the link:",
    action_id: "action ID {}, the first 120 bits of it",
    stand_ins: "Hashes of files and archives that gostep does not know are made up.",
    path: "The critical path: {} ms in {} actions, each of which needs the one before it.",
};

/// Chinese.
pub const ZH: ArtefactWords = ArtefactWords {
    lines: "显示 {} 行，共 {} 行",
    more_found: "；另有 {} 行也含这些词",
    changed: "本步有改动",
    id: "构建 ID {}",
    before: "；之前：{}",
    members: "{} 个成员，{} 字节",
    new_member: "新增",
    unknown: "内容未知：没有记录过，或者本次构建中有什么使它与记录不同。",
    symbols: "{} 个符号",
    not_there: "不存在",
    more_symbols: "…… 另有 {} 个",
    functions: "归档文件中的函数，以及其中进入可执行文件的个数：",
    executable: "{} 字节 · {} · {}",
    entry: "从 {} 开始执行，即 {}",
    segments: "{} 个程序头：类型、地址、内存中的大小、权限",
    sections: "{} 个节（不计开头的空节）：名称、地址、大小",
    cache: "缓存中关于 {} 的内容：",
    not_looked: "动作 ID 尚未算出：该包还在等待它的导入。",
    index: "索引条目",
    data: "数据文件",
    presence: ["不存在", "来自之前的构建", "来自之前的构建，之后被破坏", "由本次构建存入"],
    fields: ["动作哈希：", "输出哈希：", "大小：", "时间："],
    of_action: "即本文件的名字；前 120 位就是动作 ID {}",
    of_output: "数据文件的 SHA-256，也是它的名字",
    no_time: "存入的时刻，以纳秒计",
    no_size: "未知",
    bytes: "{} 字节",
    hashed: "计算 {} 的动作 ID 时参与哈希的内容：",
    hashed_link: "计算链接的动作 ID 时参与哈希的内容：",
    action_id: "动作 ID {}，即它的前 120 位",
    stand_ins: "gostep 不知道内容的文件和归档文件，其哈希是虚构的。",
    path: "关键路径：{} 毫秒，{} 个动作，每一个都需要前一个的结果。",
};
