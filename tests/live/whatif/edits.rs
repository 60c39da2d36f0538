//! The edits of `docs/measuring.md`, made to files.

/// A file after an edit. `function` is where `body` and `inline` are made; the `number` tells one new name from
/// another if something is added twice.
pub fn edited(text: &str, edit: &str, number: usize, function: Option<&str>, import: Option<&str>) -> String {
    let number = if number == 0 { String::new() } else { number.to_string() };
    let ended = if text.ends_with('\n') || text.is_empty() { text.to_owned() } else { format!("{text}\n") };
    match edit {
        "comment" => format!("{ended}// gostep\n"),
        "func" => format!("{ended}\nfunc gostepProbe{number}() {{}}\n"),
        "export" => format!("{ended}\nfunc GostepProbe{number}() {{}}\n"),
        "const" => format!("{ended}\nconst GostepProbe{number} = 1\n"),
        "shift" => after_package_clause(text, "// gostep\n"),
        "import" => after_package_clause(text, &format!("import _ {:?}\n", import.expect("import has a path"))),
        "body" | "inline" => in_body(text, function.expect("a function is named")),
        other => panic!("no edit {other}"),
    }
}

fn after_package_clause(text: &str, line: &str) -> String {
    let mut out = String::new();
    let mut done = false;
    for old in text.split_inclusive('\n') {
        out.push_str(old);
        if !done && old.starts_with("package ") {
            out.push_str(line);
            done = true;
        }
    }
    assert!(done, "no package clause");
    out
}

/// ` println();` behind the brace that opens the body; the function is written as the compiler does: `F`, `(*T).F`.
fn in_body(text: &str, function: &str) -> String {
    let (receiver, name) = match function.rsplit_once('.') {
        Some((receiver, name)) => (Some(receiver.trim_matches(['(', ')', '*'])), name),
        None => (None, function),
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let plain = receiver.is_none()
            && (line.starts_with(&format!("func {name}(")) || line.starts_with(&format!("func {name}[")));
        let method = receiver.is_some_and(|receiver| {
            line.starts_with("func (") && line.contains(&format!(") {name}(")) && line.contains(receiver)
        });
        if plain || method {
            let brace = at
                + line
                    .rfind('{')
                    .filter(|_| line.trim_end().ends_with('{'))
                    .or_else(|| line.find('{'))
                    .expect("a body");
            return format!("{} println();{}", &text[..=brace], &text[brace + 1..]);
        }
        at += line.len();
    }
    panic!("no function {function}")
}
