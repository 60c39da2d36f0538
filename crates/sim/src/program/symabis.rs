//! What phase A finds in assembly: the functions that a file defines and uses, as `asm -gensymabis` lists them.
//!
//! The assembler reads its files through a preprocessor. Here only files are read that need none of it, which most
//! packages outside the standard library have; for others the list is not known.

use super::GoVersion;

/// The headers of the toolchain that change nothing in the list, or what is known in [`of_macro`]. `go_asm.h` is empty
/// while the list is made.
const HEADERS: [&str; 3] = ["textflag.h", "funcdata.h", "go_asm.h"];

/// The lines of `symabis` for the assembly files of a package, in the order of the files; `None` where a file has macros
/// or conditions, or is no assembly. The names of a package's own functions begin with its import path, in go1.21 with `""`.
pub fn of_files<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    import_path: &str,
    version: &GoVersion,
) -> Option<Vec<String>> {
    // The names of symbols write some characters of a path otherwise, and which ones depends on the release.
    let last = import_path.rsplit('/').next().unwrap_or_default();
    if last.contains('.') || import_path.chars().any(|c| !c.is_ascii_graphic() || matches!(c, '%' | '"')) {
        return None;
    }
    let package = if version.minor() < 22 { "\"\"" } else { import_path };
    let mut lines = Vec::new();
    for text in texts {
        add_file(&mut lines, text, package)?;
    }
    Some(lines)
}

fn add_file(lines: &mut Vec<String>, text: &str, package: &str) -> Option<()> {
    let text = without_comments(text)?;
    for line in text.lines() {
        let line = line.trim();
        if let Some(directive) = line.strip_prefix('#') {
            let header = directive.trim_start().strip_prefix("include")?.trim().trim_matches('"');
            HEADERS.contains(&header).then_some(())?;
            continue;
        }
        if line.ends_with('\\') {
            return None;
        }
        for statement in line.split(';') {
            add_statement(lines, statement.trim(), package)?;
        }
    }
    Some(())
}

/// The text with a blank for every comment; `None` if one does not end, and where a quote could hide one.
fn without_comments(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("//").into_iter().chain(rest.find("/*")).min() {
        let (before, comment) = rest.split_at(at);
        let line = before.rsplit('\n').next().unwrap_or_default();
        if line.contains(['"', '\'', '`']) && !line.trim_start().starts_with('#') {
            return None;
        }
        out.push_str(before);
        rest = if comment.starts_with("//") {
            comment.find('\n').map_or("", |end| &comment[end..])
        } else {
            let end = comment.find("*/")?;
            // Lines stay lines.
            out.extend(comment[..end].matches('\n'));
            out.push(' ');
            &comment[end + 2..]
        };
    }
    out.push_str(rest);
    Some(out)
}

/// Adds what one statement defines or uses; `None` if it is none that is understood.
fn add_statement(lines: &mut Vec<String>, statement: &str, package: &str) -> Option<()> {
    let mut rest = statement;
    loop {
        if rest.is_empty() {
            return Some(());
        }
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.is_empty() {
            return None;
        }
        if let Some(after) = after.trim_start().strip_prefix(':') {
            rest = after.trim_start();
            continue;
        }
        // Suffixes: conditions and modes of instructions.
        let operands = match after.strip_prefix('.') {
            Some(suffix) => suffix.trim_start_matches(|c| is_name(c) || c == '.'),
            None => after,
        };
        return add_operands(lines, word, operands.trim(), package);
    }
}

fn add_operands(lines: &mut Vec<String>, word: &str, operands: &str, package: &str) -> Option<()> {
    if operands.is_empty() && word.bytes().any(|b| b == b'_') {
        lines.extend(of_macro(word)?.iter().map(|&line| line.to_owned()));
        return Some(());
    }
    let operands = split(operands)?;
    if word == "TEXT" {
        if operands == [""] {
            return None;
        }
        if let Some(symbol) = symbol(operands.first()?, package).ok()? {
            lines.push(format!("def {symbol} ABI0"));
        }
        return Some(());
    }
    let skipped = match word {
        "DATA" | "FUNCDATA" if operands.len() < 2 => return Some(()),
        "DATA" | "FUNCDATA" => 1,
        _ => 0,
    };
    for operand in &operands[skipped..] {
        if let Some(symbol) = symbol(operand, package).ok()? {
            lines.push(format!("ref {symbol} ABI0"));
        }
    }
    Some(())
}

/// The lines that a macro of `funcdata.h` adds; `None` for other macros.
fn of_macro(word: &str) -> Option<&'static [&'static str]> {
    match word {
        "GO_ARGS" => Some(&["ref go_args_stackmap ABI0"]),
        "NO_LOCAL_POINTERS" => Some(&["ref no_pointers_stackmap ABI0"]),
        "GO_RESULTS_INITIALIZED" => Some(&[]),
        _ => None,
    }
}

/// The operands of a statement, which commas and colons outside of brackets separate; `None` where brackets do not fit.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut depth = 0_u32;
    let mut from = 0;
    let mut operands = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            ',' | ':' if depth == 0 => {
                operands.push(text[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    operands.push(text[from..].trim());
    Some(operands)
}

/// A kind of function is chosen, which only the runtime may.
struct ChoosesKind;

/// The full name of the symbol that an operand `name(SB)` is; `None` for other operands and for symbols of the file alone.
fn symbol(operand: &str, package: &str) -> Result<Option<String>, ChoosesKind> {
    let operand = operand.strip_prefix(['$', '*']).unwrap_or(operand).trim_start();
    let end = operand.find(|c: char| !is_name(c)).unwrap_or(operand.len());
    let (name, mut rest) = operand.split_at(end);
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(None);
    }
    if let Some(attribute) = rest.strip_prefix('<') {
        return if attribute.trim_start().starts_with('>') { Ok(None) } else { Err(ChoosesKind) };
    }
    if let Some(offset) = rest.strip_prefix('+') {
        rest = offset.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    }
    if rest.replace(' ', "") != "(SB)" {
        return Ok(None);
    }
    let name = name.replace('\u{b7}', ".").replace('\u{2215}', "/");
    Ok(Some(if name.starts_with('.') { format!("{package}{name}") } else { name }))
}

/// Whether a character is one of a name: letters, digits, and those that stand for the dot and the slash of Go's names.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\u{b7}' | '\u{2215}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Option<Vec<String>> {
        of_files([text], "example.com/p", &GoVersion::parse("go1.23.9").unwrap())
    }

    #[test]
    fn definitions_and_uses_are_listed_in_their_order() {
        let text = "#include \"textflag.h\"\n#include \"funcdata.h\"\n\n// func Add(a, b int) int\n\
            TEXT \u{b7}Add(SB), NOSPLIT, $0-24\n\tNO_LOCAL_POINTERS\n\tMOVQ a+0(FP), AX /* ·no(SB) */\nloop:\tCALL runtime\u{b7}memmove(SB)\n\
            \tLEAQ \u{b7}table+8(SB), BX; CALL local<>(SB)\n\tMOVW.P R0, 4(R1)\n\tRET\nDATA \u{b7}table+0(SB)/8, $\u{b7}Add(SB)\nGLOBL \u{b7}table(SB), RODATA, $8\n";
        let expected = [
            "def example.com/p.Add ABI0",
            "ref no_pointers_stackmap ABI0",
            "ref runtime.memmove ABI0",
            "ref example.com/p.table ABI0",
            "ref example.com/p.Add ABI0",
            "ref example.com/p.table ABI0",
        ];
        assert_eq!(list(text).unwrap(), expected);
    }

    #[test]
    fn what_needs_a_preprocessor_is_not_known() {
        for text in [
            "#define X 1\n",
            "#ifdef GOARCH_amd64\n#endif\n",
            "#include \"other.h\"\n",
            "MY_MACRO\n",
            "TEXT \u{b7}f<ABIInternal>(SB), 0, $0\n",
            "/* no end",
            "TEXT",
            ")",
        ] {
            assert_eq!(list(text), None, "{text}");
        }
        let old = GoVersion::parse("go1.21.13").unwrap();
        assert_eq!(of_files(["RET\n"], "example.com/p.v2", &old), None);
        assert_eq!(of_files(["TEXT \u{b7}F(SB), 4, $0\n"], "p", &old).unwrap(), ["def \"\".F ABI0"]);
        assert_eq!(list("").unwrap(), [""; 0]);
    }
}
