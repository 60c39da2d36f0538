//! The assembler. Phase A scans, phase C assembles. It fails if it does not find a header, or if the header does not
//! define a name that is used.

use super::command::{Run, ToolError, Written};
use crate::gobuild::causes::Cause;
use crate::gobuild::faults::{EMPTY_S, Mistake};
use crate::gobuild::files::{Content, FileName, Flaws, Stage};
use crate::program::source_facts::AssemblyFile;

/// `asm -gensymabis`: the headers must exist; what they define does not matter.
pub fn scan(run: &Run<'_>) -> Result<Written, ToolError> {
    if run.faults().has(run.action.package, Mistake::NoInclude) && !run.pretends() {
        let cause = Cause::NoInclude { package: run.name() };
        match run.facts().and_then(|facts| facts.assembly.as_ref()) {
            Some(assembly) if assembly.scan_without_include.is_empty() => {}
            Some(assembly) => {
                let lines = assembly.scan_without_include.iter().map(|line| located(run, line)).collect();
                return Err(ToolError { lines, cause, exact: true });
            }
            None => {
                let first = run.package.files.asm.first().map_or("", String::as_str);
                let objdir = run.made.objdir(run.action.objdir);
                let line = format!(
                    "{}:?: #include: open {objdir}textflag.h: no such file or directory",
                    run.package.path_of(first)
                );
                return Err(ToolError { lines: vec![line], cause, exact: false });
            }
        }
    }
    // Files that define and call no functions give an empty symabis.
    let facts = run.facts().and_then(|facts| facts.assembly.as_ref());
    let empty = facts.is_some_and(|assembly| assembly.defs + assembly.refs == 0);
    Ok(vec![(run.file(FileName::Symabis), if empty { Content::Empty } else { Content::Full })])
}

/// `asm -o` for the assembly file with this index: it needs the `go_asm.h` that the compiler wrote for this package.
pub fn assemble(run: &Run<'_>, number: u32) -> Result<Written, ToolError> {
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
        return Err(ToolError { lines, cause, exact: true });
    }
    if let Some((cause, says)) = complaint(run, file, header) {
        let lines = match known {
            Some(facts) => facts.map(says).unwrap_or_default().iter().map(|line| located(run, line)).collect(),
            // An empty file includes nothing.
            None if file == EMPTY_S => Vec::new(),
            None => unknown(run, file, header),
        };
        if !lines.is_empty() {
            return Err(ToolError { lines, cause, exact: known.is_some() });
        }
    }
    let object = if unlinkable {
        Content::binary(Stage::Written, Flaws { unlinkable, ..Flaws::default() })
    } else {
        Content::Full
    };
    Ok(vec![(run.file(FileName::Object(number)), object)])
}

/// Which `go_asm.h` the assembler finds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Header {
    /// The one that the compiler wrote for the package.
    Right,
    /// The empty one that was written for the scan.
    Empty,
    /// That of another package.
    Foreign,
    /// None is found.
    Absent,
}

/// Finds out which header `-I` leads to. (If another package comes from the cache, its header is a copy.)
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

/// Selects those facts about a file that hold the assembler's output for one kind of mistake.
type Says = fn(&AssemblyFile) -> Vec<String>;

/// What goes wrong with the header, and which facts hold the assembler's output for it.
fn complaint(run: &Run<'_>, file: &str, header: Header) -> Option<(Cause, Says)> {
    let (package, file) = (run.name(), file.to_owned());
    match header {
        Header::Right => None,
        Header::Empty => Some((Cause::EmptyHeader { package, file }, |facts| facts.empty_header.clone())),
        Header::Foreign => Some((Cause::ForeignHeader { package, file }, |facts| facts.empty_header.clone())),
        Header::Absent => Some((Cause::NoHeader { package, file }, |facts| facts.without_header.clone())),
    }
}

/// The output for a file without recorded facts, with `?` for unknown places and names.
fn unknown(run: &Run<'_>, file: &str, header: Header) -> Vec<String> {
    let path = run.package.path_of(file);
    if header == Header::Absent {
        let goroot = &run.made.program.toolchain.goroot;
        return vec![format!("{path}:?: #include: open {goroot}/pkg/include/go_asm.h: no such file or directory")];
    }
    vec![format!("{path}:?: ?"), format!("asm: assembly of {path} failed")]
}

/// A recorded line with the paths of this build; facts name files without a directory.
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
