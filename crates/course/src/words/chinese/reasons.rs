use super::causes::cause;
use crate::words::reasons::ReasonWords;
use gostep_sim::whatif::{LinkReason, Reason};

pub const WORDS: ReasonWords = ReasonWords { cause, compiled, linked };

pub fn compiled(reason: &Reason) -> String {
    match reason {
        Reason::Forced => "全部重新构建".to_owned(),
        Reason::New => "以前从未构建过".to_owned(),
        Reason::Unreached => "上一次构建失败了，没有轮到它".to_owned(),
        Reason::File(file) => format!("它的文件 {file} 变了"),
        Reason::Imports(path) => format!("它的导入变了：{path}"),
        Reason::Import(path) => format!("{path} 的内容 ID 变了"),
        Reason::Directory => "源码所在目录变了".to_owned(),
        Reason::Profile => "优化所依据的性能剖析文件变了".to_owned(),
        Reason::Flags => "工具的参数变了".to_owned(),
        Reason::Target => "构建目标变了".to_owned(),
        Reason::BuildInfo => "构建信息（build info）变了".to_owned(),
        Reason::CacheEntry => "输入没有变，但缓存里没有完好的条目".to_owned(),
        Reason::Fault(faults) => format!("故意做错：{faults}"),
    }
}

pub fn linked(reason: &LinkReason) -> String {
    match reason {
        LinkReason::Forced => "全部重新构建".to_owned(),
        LinkReason::NoOutput => "没有这个名字的可执行文件".to_owned(),
        LinkReason::Main => "main 的构建 ID 变了".to_owned(),
        LinkReason::Package(path) => format!("{path} 的内容 ID 变了"),
        LinkReason::Flags => "链接器的参数或设置变了".to_owned(),
        LinkReason::Fault(faults) => format!("故意链接错：{faults}"),
    }
}
