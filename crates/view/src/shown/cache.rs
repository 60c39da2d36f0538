//! What the cache has of a package, and what is hashed for its name there.

use super::super::blocks::Block;
use super::super::look::{Look, Span};
use super::file::text;
use super::parts::{dim, indented};
use gostep_course::player::{CacheFile, CacheView, HashView, Presence};
use gostep_course::words::Words;

pub fn cache(words: &Words, cache: Option<&CacheView>) -> Vec<Block> {
    let own = &words.artefacts;
    let Some(cache) = cache else { return vec![dim(own.not_looked)] };
    let mut blocks = vec![dim(&own.cache.with([&cache.package]))];
    blocks.extend(cache_file(words, own.index, &cache.index));
    if let Some(entry) = &cache.entry {
        let bytes = entry.bytes.map_or_else(|| own.no_size.to_owned(), |bytes| own.bytes.with([&bytes]));
        let [action, output, size, time] = own.fields;
        blocks.extend(field(action, &own.of_action.with([&cache.action_id]), &entry.action));
        blocks.extend(field(output, own.of_output, &entry.output));
        blocks.extend(field(size, &bytes, ""));
        blocks.extend(field(time, own.no_time, ""));
    }
    blocks.extend(cache_file(words, own.data, &cache.data));
    blocks
}

fn cache_file(words: &Words, what: &str, file: &CacheFile) -> Vec<Block> {
    let (sign, look) = match file.presence {
        Presence::Absent => ("·", Look::Dim),
        Presence::Earlier => ("=", Look::Done),
        Presence::Spoiled => ("✗", Look::Now),
        Presence::Stored => ("✓", Look::Done),
    };
    let presence = words.artefacts.presence[file.presence as usize];
    let head = vec![Span::new(what, Look::Strong), Span::new(format!("  {presence}"), look)];
    let mut blocks = vec![Block::led(Span::new(format!("{sign} "), look), head)];
    if file.presence != Presence::Absent {
        blocks.push(indented(&file.name, Look::Code));
    }
    blocks
}

/// A field of an index entry: what it is, and below that its value if it is long.
fn field(name: &str, about: &str, value: &str) -> Vec<Block> {
    let mut blocks = vec![Block::led(Span::plain("    "), vec![Span::plain(name), Span::new(about, Look::Dim)])];
    if !value.is_empty() {
        blocks.push(Block::led(Span::plain("      "), vec![Span::new(value, Look::Code)]));
    }
    blocks
}

pub fn hash(words: &Words, hash: &HashView) -> Vec<Block> {
    let own = &words.artefacts;
    let heading = match &hash.package {
        Some(package) => own.hashed.with([package]),
        None => own.hashed_link.to_owned(),
    };
    let mut blocks = vec![dim(&heading)];
    blocks.extend(text(words, &hash.text, &hash.marks, &hash.excerpt));
    blocks.push(Block::led(Span::new("  SHA-256 ", Look::Dim), vec![Span::plain(hash.sum.as_str())]));
    blocks.push(indented(&own.action_id.with([&hash.id]), Look::Plain));
    if hash.stand_ins {
        blocks.push(indented(own.stand_ins, Look::Dim));
    }
    blocks
}
