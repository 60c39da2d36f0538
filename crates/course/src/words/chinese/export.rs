use crate::words::export::ExportWords;

pub const WORDS: ExportWords = ExportWords {
    only_to_read: "这个页面只能阅读，不能操作：要能操作，请在 gostep 的源代码目录里运行 tools/wasm，再重新构建 gostep",
};
