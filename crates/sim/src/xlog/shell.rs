//! Prints commands like the go command does: as a shell script.

use crate::goquote::quote;

/// Joins arguments to a line. Arguments that a shell would split are quoted as Go string literals.
pub fn join<S: AsRef<str>>(args: impl IntoIterator<Item = S>) -> String {
    let mut line = String::new();
    for arg in args {
        let arg = arg.as_ref();
        if !line.is_empty() {
            line.push(' ');
        }
        if needs_quotes(arg) {
            line.push_str(&quote(arg));
        } else {
            line.push_str(arg);
        }
    }
    line
}

fn needs_quotes(arg: &str) -> bool {
    // Most arguments have only plain characters, for which quoting need not be tried.
    let is_plain = |b: u8| {
        matches!(b, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+'..=b':')
            || matches!(b, b'_' | b'=' | b'$' | b'@' | b'%' | b'~')
    };
    let plain = arg.bytes().all(is_plain);
    arg.is_empty() || (!plain && (arg.contains([' ', '(', ')', '>', ';']) || quote(arg).len() > arg.len() + 2))
}

/// A word as a shell of Unix wants it. What would steer a terminal or turn a line around is written as bash and zsh read it.
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,+%@".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.chars().any(is_unwanted) {
        let letter = |c: char| match c {
            '\'' | '\\' => format!("\\{c}"),
            _ if is_unwanted(c) => format!("\\u{:04x}", u32::from(c)),
            _ => c.to_string(),
        };
        format!("$'{}'", word.chars().map(letter).collect::<String>())
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Characters that steer a terminal, turn the direction of writing, or break a line where nobody sees it.
pub fn is_unwanted(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A variable before a command: `K='V' `.
pub fn env_prefix(key: &str, value: &str) -> String {
    if value.contains('\'') { format!("{key}={} ", quote(value)) } else { format!("{key}='{value}' ") }
}

/// How a written file is printed. The go command writes it itself and prints the shell command for it.
pub fn write_file(path: &str, text: &str, with_echo: bool) -> String {
    if with_echo && text.is_empty() {
        return format!("echo -n > {path} # internal");
    }
    match text.strip_suffix('\n') {
        Some(line) if with_echo && !line.contains('\n') => format!("echo '{line}' > {path} # internal"),
        _ => format!("cat >{path} << 'EOF' # internal\n{text}EOF"),
    }
}

/// Shortens commands for printing, and keeps track of the directory of the last `cd`.
#[derive(Clone, Debug)]
pub struct Script<'a> {
    work_dir: &'a str,
    /// The work directory as it appears inside a Go string literal, if that differs.
    quoted_work_dir: Option<String>,
    work_first: bool,
    dir: String,
}

impl<'a> Script<'a> {
    /// A script to which no command was added yet. `work_first` is
    /// [`Rules::shortens_work_first`](crate::gobuild::rules::Rules::shortens_work_first).
    pub fn new(work_dir: &'a str, work_first: bool) -> Self {
        let quoted = quote(work_dir);
        let inside = &quoted[1..quoted.len() - 1];
        Self {
            work_dir,
            quoted_work_dir: (inside != work_dir).then(|| inside.to_owned()),
            work_first,
            dir: String::new(),
        }
    }

    /// Adds a command, after a `cd` line if it needs one. An empty `dir` means that the directory does not matter.
    pub fn show(&mut self, out: &mut String, dir: &str, command: &str) {
        let mut command = if self.work_first { self.name_work(command) } else { command.to_owned() };
        if !dir.is_empty() && dir != "/" {
            if dir != self.dir {
                out.push_str(&self.name_work(&format!("cd {dir}")));
                out.push('\n');
                dir.clone_into(&mut self.dir);
            }
            let dot = if dir.ends_with('/') { " ./" } else { " ." };
            command = format!(" {command}").replace(&format!(" {dir}"), dot)[1..].to_owned();
        }
        if !self.work_first {
            command = self.name_work(&command);
        }
        out.push_str(&command);
        out.push('\n');
    }

    /// Replaces the work directory by `$WORK`, except in files that are printed with `cat`.
    fn name_work(&self, command: &str) -> String {
        if command.starts_with("cat ") {
            return command.to_owned();
        }
        let named = command.replace(self.work_dir, "$WORK");
        match &self.quoted_work_dir {
            Some(quoted) => named.replace(quoted, "$WORK"),
            None => named,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_shell_would_take_apart_is_quoted() {
        assert_eq!(join(["-trimpath", "$WORK/b001=>", "-p", "main"]), "-trimpath \"$WORK/b001=>\" -p main");
        assert_eq!(join(["", "a\"b", "é"]), r#""" "a\"b" é"#);
    }

    #[test]
    fn words_are_quoted_where_a_shell_would_read_them_otherwise() {
        for (word, quoted) in [
            ("-o=main_bin", "-o=main_bin"),
            ("", "''"),
            ("a b", "'a b'"),
            ("it's", r"'it'\''s'"),
            ("包", "'包'"),
            ("a\u{202e}b", r"$'a\u202eb'"),
            ("it's \\ \u{1b}[2J", r"$'it\'s \\ \u001b[2J'"),
        ] {
            assert_eq!(shell_word(word), quoted);
        }
    }

    #[test]
    fn files_are_written_in_three_ways() {
        assert_eq!(write_file("f", "", true), "echo -n > f # internal");
        assert_eq!(write_file("f", "one\n", true), "echo 'one' > f # internal");
        assert_eq!(write_file("f", "one\n", false), "cat >f << 'EOF' # internal\none\nEOF");
        assert_eq!(write_file("f", "{\n}", true), "cat >f << 'EOF' # internal\n{\n}EOF");
    }

    #[test]
    fn cd_is_printed_when_the_directory_changes_and_shortening_knows_no_boundaries() {
        let mut script = Script::new("/tmp/w", true);
        let mut out = String::new();
        script.show(&mut out, "/src/sam", "compile -o /tmp/w/b001/x /src/sample/main.go");
        script.show(&mut out, "/src/sam", "asm /src/sam/a.s");
        script.show(&mut out, "", "cat >/tmp/w/f");
        script.show(&mut out, "/", "tool /src");
        assert_eq!(out, "cd /src/sam\ncompile -o $WORK/b001/x .ple/main.go\nasm ./a.s\ncat >/tmp/w/f\ntool /src\n");
    }
}
