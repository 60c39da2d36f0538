use super::causes::cause;
use crate::words::reasons::ReasonWords;
use gostep_sim::whatif::{LinkReason, Reason};

pub const WORDS: ReasonWords = ReasonWords { cause, compiled, linked };

pub fn compiled(reason: &Reason) -> String {
    match reason {
        Reason::Forced => "everything is built again".to_owned(),
        Reason::New => "was never built before".to_owned(),
        Reason::Unreached => "the build before failed and did not get to it".to_owned(),
        Reason::File(file) => format!("its file {file} changed"),
        Reason::Imports(path) => format!("its imports changed: {path}"),
        Reason::Import(path) => format!("the content ID of {path} changed"),
        Reason::Directory => "the directory of its sources changed".to_owned(),
        Reason::Profile => "the profile that it is optimized by changed".to_owned(),
        Reason::Flags => "the flags of its tools changed".to_owned(),
        Reason::Target => "the target changed".to_owned(),
        Reason::BuildInfo => "the build info changed".to_owned(),
        Reason::CacheEntry => "nothing changed, but the cache has no intact entry for it".to_owned(),
        Reason::Fault(faults) => format!("it is built wrongly: {faults}"),
    }
}

pub fn linked(reason: &LinkReason) -> String {
    match reason {
        LinkReason::Forced => "everything is built again".to_owned(),
        LinkReason::NoOutput => "there is no executable of this name".to_owned(),
        LinkReason::Main => "the build ID of main changed".to_owned(),
        LinkReason::Package(path) => format!("the content ID of {path} changed"),
        LinkReason::Flags => "linker flags or settings changed".to_owned(),
        LinkReason::Fault(faults) => format!("it is linked wrongly: {faults}"),
    }
}
