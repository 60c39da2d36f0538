//! The assembler: phase A scans, phase C assembles. It fails on headers that it does not find, and on names that the
//! header does not define.

use super::command::{Run, Said, Written};
use crate::gobuild::causes::Cause;
use crate::gobuild::faults::{EMPTY_S, Mistake};
use crate::gobuild::files::{Content, FileName, Flaws, Stage};
use crate::program::source_facts::AssemblyFile;

/// `asm -gensymabis`: needs the headers to be there, not to be right.
pub fn scan(run: &Run<'_>) -> Result<Written, Said> {
    if run.faults().has(run.action.package, Mistake::NoInclude) && !run.pretends() {
        let cause = Cause::NoInclude { package: run.name() };
        match run.facts().and_then(|facts| facts.assembly.as_ref()) {
            Some(assembly) if assembly.scan_without_include.is_empty() => {}
            Some(assembly) => {
                let lines = assembly.scan_without_include.iter().map(|line| located(run, line)).collect();
                return Err(Said { lines, cause, exact: true });
            }
            None => {
                let first = run.package.files.asm.first().map_or("", String::as_str);
                let objdir = run.made.objdir(run.action.objdir);
                let line = format!(
                    "{}:?: #include: open {objdir}textflag.h: no such file or directory",
                    run.package.path_of(first)
                );
                return Err(Said { lines: vec![line], cause, exact: false });
            }
        }
    }
    // Files that define nothing and call nothing leave nothing to write.
    let facts = run.facts().and_then(|facts| facts.assembly.as_ref());
    let empty = facts.is_some_and(|assembly| assembly.defs + assembly.refs == 0);
    Ok(vec![(run.file(FileName::Symabis), if empty { Content::Empty } else { Content::Full })])
}

/// `asm -o`: needs the header that the compiler wrote for this package.
pub fn assemble(run: &Run<'_>, number: u32) -> Result<Written, Said> {
    let header = if run.pretends() { Header::Right } else { header(run) };
    let file = run.package.files.asm.get(number as usize).map_or("", String::as_str);
    let known = run.facts().and_then(|facts| facts.assembly.as_ref()).map(|assembly| assembly.files.get(file));
    let faults = run.faults();
    let unlinkable =
        [Mistake::NoPath, Mistake::NoAsmPath].into_iter().any(|mistake| faults.has(run.action.package, mistake));
    if let Some(facts) = known.flatten().filter(|facts| unlinkable && !facts.without_path.is_empty() && !run.pretends())
    {
        let lines = facts.without_path.iter().map(|line| located(run, line)).collect();
        let cause = Cause::AbiWithoutPath { package: run.name(), file: file.to_owned() };
        return Err(Said { lines, cause, exact: true });
    }
    if let Some((cause, says)) = complaint(run, file, header) {
        let lines = match known {
            Some(facts) => facts.map(says).unwrap_or_default().iter().map(|line| located(run, line)).collect(),
            // An empty file includes nothing.
            None if file == EMPTY_S => Vec::new(),
            None => unknown(run, file, header),
        };
        if !lines.is_empty() {
            return Err(Said { lines, cause, exact: known.is_some() });
        }
    }
    let object = if unlinkable {
        Content::binary(Stage::Written, Flaws { unlinkable, ..Flaws::default() })
    } else {
        Content::Full
    };
    Ok(vec![(run.file(FileName::Object(number)), object)])
}

/// The `go_asm.h` that the assembler finds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Header {
    /// The one that the compiler wrote for the package.
    Right,
    /// One with nothing in it.
    Empty,
    /// One of another package.
    Foreign,
    /// None.
    Absent,
}

/// Looks for the header where `-I` leads. (The one of another package is a copy, if that comes out of the cache.)
fn header(run: &Run<'_>) -> Header {
    for mistake in run.faults().mistakes(run.action.package) {
        match mistake {
            Mistake::NoAsmHeader => return Header::Absent,
            Mistake::ForeignAsmHeader(_) => return Header::Foreign,
            _ => {}
        }
    }
    match run.content(FileName::AsmHeader) {
        None => Header::Absent,
        Some(Content::Empty) => Header::Empty,
        Some(_) => Header::Right,
    }
}

/// Which of the facts says what the assembler prints.
type Says = fn(&AssemblyFile) -> Vec<String>;

/// What is wrong with the header, and where the facts about that are.
fn complaint(run: &Run<'_>, file: &str, header: Header) -> Option<(Cause, Says)> {
    let (package, file) = (run.name(), file.to_owned());
    match header {
        Header::Right => None,
        Header::Empty => Some((Cause::EmptyHeader { package, file }, |facts| facts.empty_header.clone())),
        Header::Foreign => Some((Cause::ForeignHeader { package, file }, |facts| facts.empty_header.clone())),
        Header::Absent => Some((Cause::NoHeader { package, file }, |facts| facts.without_header.clone())),
    }
}

/// The form of the complaint about a file that nothing is known of.
fn unknown(run: &Run<'_>, file: &str, header: Header) -> Vec<String> {
    let path = run.package.path_of(file);
    if header == Header::Absent {
        let goroot = &run.made.program.toolchain.goroot;
        return vec![format!("{path}:?: #include: open {goroot}/pkg/include/go_asm.h: no such file or directory")];
    }
    vec![format!("{path}:?: ?"), format!("asm: assembly of {path} failed")]
}

/// A recorded line with the paths of this build: facts name a file without its directory.
fn located(run: &Run<'_>, line: &str) -> String {
    let objdir = run.made.objdir(run.action.objdir);
    let line = line.replace("$OBJ", objdir.trim_end_matches('/'));
    for file in &run.package.files.asm {
        let failed = format!("asm: assembly of {file} failed");
        if line == failed {
            return format!("asm: assembly of {} failed", run.package.path_of(file));
        }
        if let Some(rest) = line.strip_prefix(file.as_str()).filter(|rest| rest.starts_with(':')) {
            return format!("{}{rest}", run.package.path_of(file));
        }
    }
    line
}
