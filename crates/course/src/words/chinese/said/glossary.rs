//! Glossaries.

use crate::words::help::Table;

pub const SENTENCES: Table = &[
    ("the glossary has no terms", "术语表里没有术语"),
    ("add terms: with at least one", "请加上 terms:，至少写一个"),
    ("of: belongs in translations", "of: 只用于译文"),
    ("remove it: this is the original", "请去掉：这里是原文"),
    ("use lower-case letters, digits and dashes", "请用小写字母、数字和短横"),
    ("{id:?} cannot be the id of a term", "{id:?}不能作为术语的 id"),
    ("there is no group {group:?}{hint}", "没有分组{group:?}{hint}"),
    ("name it under groups:", "请在 groups: 下写出它"),
    ("{name:?} is a name of {other} too", "{name:?}也是 {other} 的名字"),
    ("leave it to one of the two", "请只留给其中一个"),
    ("the glossary has no group {id:?}{hint}", "术语表里没有分组{id:?}{hint}"),
    ("remove it, or give it the group's id", "请去掉，或者写成分组的 id"),
    ("a translation says nothing of groups", "译文不写明分组"),
    ("remove the line", "请去掉这一行"),
    ("a fact in a glossary", "术语表里有事实"),
    (
        "write it out: facts are of a lesson's build, and a glossary has none",
        "请把内容直接写出来：事实属于课程的构建，而术语表没有构建",
    ),
    ("there is no term {id:?}{hint}", "没有术语{id:?}{hint}"),
    ("write the id of a term, or no link", "请写术语的 id，或者不写链接"),
    ("the group {title:?} is not translated", "分组{title:?}没有译文"),
    ("add {id}: under groups:", "请在 groups: 下加上 {id}:"),
    ("add {id}: with of: {current:?}, term: and text:", "请加上 {id}:，写 of: {current:?}、term: 和 text:"),
    ("the term {id} is not translated", "术语 {id} 没有译文"),
];
