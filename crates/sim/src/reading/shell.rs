//! What the go command does itself and shows as commands of a shell.

use super::act::Act;
use super::file::{FileKind, is_cache_file};
use crate::xlog::objdir_in;
use crate::xlog::words::{Word, words};

/// What a line of a shell does; `None` if it is none that the go command prints.
pub fn act(line: &str) -> Option<Act> {
    let is_internal = line.ends_with("# internal");
    let words = words(line);
    let first = words.first()?.text.as_str();
    let word = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    match first {
        // The go command never leaves out the last separator, except for directories within an object directory.
        "mkdir" if word(1) == "-p" && (line.ends_with(['/', '\\', '"']) || objdir_in(line).is_some()) => {
            Some(Act::MakeDir)
        }
        "cat" if is_internal && is_cache_file(word(1)) => Some(Act::ReplayFromCache),
        "cat" | "echo" => target(&words).filter(|_| is_internal || line.contains("$WORK")).map(written),
        "cp" | "copy" => copied(&words, is_internal),
        "mv" | "move" => moved(&words),
        "rm" | "del" => removed(&words),
        "ln" if word(1) == "-s" && words.len() > 3 => Some(Act::Symlink),
        "touch" if words.len() == 2 => Some(Act::Touch),
        "set" | "export" if word(1).contains('=') => Some(Act::Environment),
        "#" if line.ends_with(" not created") => Some(Act::NotCreated),
        "#" if word(1) == "get" && word(2).contains("://") => Some(Act::Get),
        _ => None,
    }
}

/// What a written file is.
pub fn written(path: &str) -> Act {
    match FileKind::of(path) {
        FileKind::Importcfg => Act::WriteImportcfg,
        FileKind::LinkImportcfg => Act::WriteLinkImportcfg,
        FileKind::Embedcfg => Act::WriteEmbedcfg,
        FileKind::AsmHeader => Act::WriteAsmHeader,
        FileKind::VetCfg => Act::WriteVetCfg,
        FileKind::CoverCfg => Act::WriteCoverCfg,
        FileKind::TestMain => Act::WriteTestMain,
        _ => Act::WriteFile,
    }
}

/// The file behind the `>` of a line; also of the first line of `cat >FILE << 'EOF' # internal`.
pub fn written_file(line: &str) -> Option<String> {
    target(&words(line)).map(str::to_owned)
}

fn target(words: &[Word]) -> Option<&str> {
    let at = words
        .iter()
        .rposition(|word| word.text.starts_with('>') && !word.text.starts_with(">>") || word.text == ">>")?;
    let joined = words[at].text.trim_start_matches('>');
    if joined.is_empty() { words.get(at + 1).map(|word| word.text.as_str()) } else { Some(joined) }
}

fn copied(words: &[Word], is_internal: bool) -> Option<Act> {
    let (from, to) = (words.get(1)?.text.as_str(), words.get(2)?.text.as_str());
    if is_cache_file(to) {
        return Some(Act::StoreInCache);
    }
    if is_internal && FileKind::of(from) == FileKind::Executable {
        return Some(Act::StoreInCache);
    }
    let (from_work, to_work) = (objdir_in(from).is_some(), objdir_in(to).is_some());
    match (from_work, to_work) {
        (_, true) if FileKind::of(to) == FileKind::Header => Some(Act::CopyHeader),
        (_, true) => Some(Act::Copy),
        (true, false) => Some(result(from)),
        _ => is_internal.then_some(Act::Copy),
    }
}

fn moved(words: &[Word]) -> Option<Act> {
    let (from, to) = (words.get(1)?.text.as_str(), words.get(2)?.text.as_str());
    match (objdir_in(from).is_some(), objdir_in(to).is_some()) {
        (true, false) => Some(result(from)),
        (_, true) => Some(Act::Move),
        _ => None,
    }
}

/// Executables, tests, archives and headers go where they were asked for.
fn result(from: &str) -> Act {
    match FileKind::of(from) {
        FileKind::Executable | FileKind::TestBinary | FileKind::Archive | FileKind::Header => Act::Install,
        _ => Act::Copy,
    }
}

fn removed(words: &[Word]) -> Option<Act> {
    let rest: Vec<_> = words[1..].iter().map(|word| word.text.as_str()).filter(|word| !word.starts_with('-')).collect();
    if rest.iter().any(|path| matches!(FileKind::of(path), FileKind::Objdir | FileKind::Work)) {
        return Some(Act::CleanUp);
    }
    let with_exe = |path: &&&str| rest.contains(&format!("{path}.exe").as_str());
    // The cache has a directory for each two digits with which names begin.
    let is_hex = |path: &&str| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        name.len() == 2 && name.bytes().all(|b| b.is_ascii_hexdigit())
    };
    if rest.len() > 1 && rest.iter().all(is_hex) {
        return Some(Act::Remove);
    }
    let of_clean = rest.iter().any(|path| with_exe(&path) || path.contains("pkg/mod") || path.contains("go-build"));
    of_clean.then_some(Act::Remove)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_shell_are_known_by_what_they_touch() {
        let data = "/c/8d/8d78bed33aafbb83-d";
        for (line, expected) in [
            (format!("cp $WORK/b002/_pkg_.a {data} # internal"), Some(Act::StoreInCache)),
            (format!("cat {data}  # internal"), Some(Act::ReplayFromCache)),
            ("echo -n > $WORK/b002/go_asm.h # internal".into(), Some(Act::WriteAsmHeader)),
            ("echo '# import config' > $WORK/b002/importcfg # internal".into(), Some(Act::WriteImportcfg)),
            ("cp /g/src/runtime/cgo/abi_amd64.h $WORK/b003/abi_GOARCH.h".into(), Some(Act::CopyHeader)),
            ("mv $WORK/b001/exe/a.out hello".into(), Some(Act::Install)),
            ("copy $WORK\\b001\\exe\\a.out.exe hello.exe".into(), Some(Act::Install)),
            ("rm -rf $WORK/b001/".into(), Some(Act::CleanUp)),
            ("# $WORK/b001/x.h not created".into(), Some(Act::NotCreated)),
            ("echo hello".into(), None),
            ("cp a b".into(), None),
            ("mv".into(), None),
        ] {
            assert_eq!(act(&line), expected, "{line}");
        }
    }
}
