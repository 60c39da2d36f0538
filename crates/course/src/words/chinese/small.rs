use crate::words::small::SmallWords;

pub const WORDS: SmallWords = SmallWords { comma: "、", blank: "", yes: "是", no: "否", none: "无" };
