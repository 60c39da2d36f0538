//! Reasons as sentences, in English and in Chinese.

use super::reason::{LinkReason, Reason};
use super::report::Why;

impl Reason {
    /// The reason in words, without a full stop.
    pub fn why(&self) -> Why {
        Why { en: self.english(), zh: self.chinese() }
    }

    fn english(&self) -> String {
        match self {
            Self::Forced => "everything is built again".to_owned(),
            Self::New => "was never built before".to_owned(),
            Self::File(file) => format!("its file {file} changed"),
            Self::Imports(path) => format!("its imports changed: {path}"),
            Self::Import(path) => format!("the content ID of {path} changed"),
            Self::Directory => "the directory of its sources changed".to_owned(),
            Self::Flags => "the flags of its tools changed".to_owned(),
            Self::Target => "the target changed".to_owned(),
            Self::BuildInfo => "the build info changed".to_owned(),
            Self::CacheEntry => "nothing changed, but the cache has no intact entry for it".to_owned(),
            Self::Fault(faults) => format!("it is built wrongly: {faults}"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Forced => "全部重新构建".to_owned(),
            Self::New => "以前从未构建过".to_owned(),
            Self::File(file) => format!("它的文件 {file} 变了"),
            Self::Imports(path) => format!("它的导入变了：{path}"),
            Self::Import(path) => format!("{path} 的内容 ID 变了"),
            Self::Directory => "源码所在目录变了".to_owned(),
            Self::Flags => "工具的参数变了".to_owned(),
            Self::Target => "构建目标变了".to_owned(),
            Self::BuildInfo => "构建信息（build info）变了".to_owned(),
            Self::CacheEntry => "输入没有变，但缓存里没有完好的条目".to_owned(),
            Self::Fault(faults) => format!("故意做错：{faults}"),
        }
    }
}

impl LinkReason {
    /// The reason in words, without a full stop.
    pub fn why(&self) -> Why {
        Why { en: self.english(), zh: self.chinese() }
    }

    fn english(&self) -> String {
        match self {
            Self::Forced => "everything is built again".to_owned(),
            Self::NoOutput => "there is no executable of this name".to_owned(),
            Self::Main => "the build ID of main changed".to_owned(),
            Self::Package(path) => format!("the content ID of {path} changed"),
            Self::Flags => "linker flags or settings changed".to_owned(),
            Self::Fault(faults) => format!("it is linked wrongly: {faults}"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Forced => "全部重新构建".to_owned(),
            Self::NoOutput => "没有这个名字的可执行文件".to_owned(),
            Self::Main => "main 的构建 ID 变了".to_owned(),
            Self::Package(path) => format!("{path} 的内容 ID 变了"),
            Self::Flags => "链接器的参数或设置变了".to_owned(),
            Self::Fault(faults) => format!("故意链接错：{faults}"),
        }
    }
}
