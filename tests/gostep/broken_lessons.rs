//! Every mistake in a lesson is reported with its place and with what to do: a collection of broken lessons.
//!
//! The lessons are in `tests/broken/`, what is said of them in `snapshots/`. A case begins with `### what is wrong`.
//! Lines at its beginning that start with `%` say how its file is made; `⟨1B⟩` is a character, `⟨xFF⟩` a byte.

use std::fs;
use std::path::Path;

use gostep::author::examine::examine_all;
use gostep::author::files::targets;
use gostep::terminal::problems::Problems;
use gostep_course::words::Lang;

use crate::support::assert_snapshot;

/// One broken lesson.
struct Case<'a> {
    name: &'a str,
    lines: Vec<&'a str>,
}

fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("### "), cases.last_mut()) {
            (Some(name), _) => cases.push(Case { name, lines: Vec::new() }),
            (None, Some(case)) => case.lines.push(line),
            (None, None) => assert!(line.is_empty(), "text before the first case: {line}"),
        }
    }
    for case in &mut cases {
        while case.lines.last().is_some_and(|line| line.is_empty()) {
            case.lines.pop();
        }
    }
    cases
}

/// Writes the files of a case. `%file NAME` begins another file.
fn write(case: &Case<'_>, folder: &Path) {
    let mut files: Vec<(&str, Vec<&str>)> = vec![("x.yaml", Vec::new())];
    for line in &case.lines {
        match line.strip_prefix("%file ") {
            Some(name) => files.push((name, Vec::new())),
            None => files.last_mut().unwrap().1.push(line),
        }
    }
    let is_there = |lines: &[&str]| files.len() == 1 || lines.iter().any(|line| !line.is_empty() && *line != "%raw");
    for (name, lines) in files.iter().filter(|(_, lines)| is_there(lines)) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes(lines)).unwrap();
    }
}

fn bytes(lines: &[&str]) -> Vec<u8> {
    let (mut prefix, mut indent, mut repeat) = (String::new(), "", String::new());
    let (mut raw, mut utf16, mut crlf) = (false, false, false);
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first().filter(|(line, _)| line.starts_with('%')) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[0] {
            // A lesson whose only step has these lines.
            "%step" => {
                prefix = "gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n  - id: a\n".to_owned();
                indent = "    ";
            }
            "%overlay" => prefix = "gostep_lesson: 1\ntranslates: x\nlang: zh\n".to_owned(),
            "%raw" => raw = true,
            "%utf16" => utf16 = true,
            "%crlf" => crlf = true,
            "%bom" => prefix.insert(0, '\u{feff}'),
            // `@@` stands for a text so many times; with two texts, the first one opens and the second one closes.
            "%repeat" => {
                let times = words[1].parse().unwrap();
                let (open, close) = match words[2..] {
                    [open, close] if close.len() == 1 => (open.to_owned(), close),
                    _ => (words[2..].join(" "), ""),
                };
                repeat = decode_text(&open).repeat(times) + &close.repeat(times);
            }
            _ => break,
        }
        rest = after;
    }
    let mut bytes = prefix.into_bytes();
    for line in rest {
        let indent = if line.is_empty() { "" } else { indent };
        bytes.extend(decode(&format!("{indent}{}", line.replace("@@", &repeat))));
        if !raw {
            bytes.extend(if crlf { b"\r\n".as_slice() } else { b"\n" });
        }
    }
    if utf16 {
        let text = String::from_utf8(bytes).unwrap();
        bytes = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    }
    bytes
}

/// `⟨1B⟩` and its like become what they stand for.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟨') {
        let (code, after) = after.split_once('⟩').unwrap();
        bytes.extend(before.as_bytes());
        match code.strip_prefix('x') {
            Some(byte) => bytes.push(u8::from_str_radix(byte, 16).unwrap()),
            None if code == "TAB" => bytes.push(b'\t'),
            None => {
                let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
                bytes.extend(c.to_string().as_bytes());
            }
        }
        rest = after;
    }
    bytes.extend(rest.as_bytes());
    bytes
}

fn decode_text(text: &str) -> String {
    String::from_utf8(decode(text)).unwrap()
}

/// What is said of the files in a folder, without its name.
fn said(folder: &Path) -> String {
    let named = folder.display().to_string();
    let found = match targets(std::slice::from_ref(&named)) {
        Ok(found) => found,
        Err(error) => return format!("{error}\n").replace(&named, "FOLDER"),
    };
    let examined = examine_all(&found).unwrap();
    let mut text = String::new();
    for problem in examined.iter().flat_map(|lesson| &lesson.problems) {
        let mut problem = problem.clone();
        let folder = format!("{named}/");
        problem.file = problem.file.replace(&folder, "");
        for said in [&mut problem.message, &mut problem.help] {
            *said = said.clone().with_texts(&|text| text.replace(&folder, ""));
        }
        text.push_str(&Problems { width: 100, colour: false, lang: Lang::En }.text(&problem));
    }
    text
}

fn check_all(group: &str, text: &str) {
    let (mut all, mut unsaid) = (String::new(), Vec::new());
    for case in cases(text) {
        let folder = tempfile::tempdir().unwrap();
        write(&case, folder.path());
        let said = said(folder.path());
        if [": error:", ": warning:", ": hint:"].iter().all(|severity| !said.contains(severity)) {
            unsaid.push(case.name);
        }
        let unwanted = |c: char| c.is_control() && c != '\n';
        assert!(!said.contains(unwanted), "{}: the message steers the terminal", case.name);
        assert!(said.len() < 20_000, "{}: {} bytes are too many", case.name, said.len());
        all.push_str(&format!("### {}\n{said}\n", case.name));
    }
    assert_snapshot(&format!("broken_{group}"), &all);
    assert!(unsaid.is_empty(), "nothing is said of {unsaid:#?}");
}

#[test]
fn syntax() {
    check_all("syntax", include_str!("../broken/syntax.txt"));
}

#[test]
fn what_could_do_harm() {
    check_all("harm", include_str!("../broken/harm.txt"));
}

#[test]
fn fields() {
    check_all("fields", include_str!("../broken/fields.txt"));
}

#[test]
fn meaning() {
    check_all("meaning", include_str!("../broken/meaning.txt"));
}

#[test]
fn questions() {
    check_all("questions", include_str!("../broken/questions.txt"));
}

#[test]
fn tasks() {
    check_all("tasks", include_str!("../broken/tasks.txt"));
}

#[test]
fn builds() {
    check_all("builds", include_str!("../broken/builds.txt"));
}

#[test]
fn overlays() {
    check_all("overlays", include_str!("../broken/overlays.txt"));
}

#[test]
fn glossaries() {
    check_all("glossaries", include_str!("../broken/glossaries.txt"));
}
