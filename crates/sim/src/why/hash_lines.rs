//! The texts that go into the hash of an action, as `cmd/go` writes them (`buildActionID`, `linkActionID`).

use super::input::{self, Input, Inputs};
use super::unit::{Action, Unit};
use crate::goquote::unquote;

/// Adds a value. An empty one, such as an empty list of flags, is none.
fn add(inputs: &mut Inputs, input: Input, value: &str) {
    if !value.is_empty() {
        input::add(inputs, input, value);
    }
}

/// What the texts of an action tell. The first one is the release.
pub fn unit(action: &Action, texts: &[String]) -> Unit {
    let mut unit = Unit::default();
    if let Some(release) = texts.first() {
        add(&mut unit.inputs, Input::Release, release);
    }
    for text in texts.iter().skip(1) {
        read(&mut unit, action, text.strip_suffix('\n').unwrap_or(text));
    }
    unit
}

fn read(unit: &mut Unit, action: &Action, text: &str) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let inputs = &mut unit.inputs;
    match (first, action) {
        // The word that names the action, and its package.
        ("compile" | "link", _) if rest.is_empty() => {}
        ("import", _) if rest.starts_with('"') => {}
        ("import", _) => {
            if let Some((path, content)) = rest.rsplit_once(' ') {
                unit.imports.insert(path.to_owned(), Some(content.to_owned()));
            }
        }
        ("packagefile" | "packageshlib", _) => {
            if let Some((path, content)) = rest.split_once('=') {
                unit.imports.insert(path.to_owned(), Some(content.to_owned()));
            }
        }
        // The whole build ID of main, of which the first part is its action ID.
        ("packagemain", _) => {
            unit.imports.insert(action.package().to_owned(), Some(rest.to_owned()));
        }
        ("dir", _) => add(inputs, Input::Directory, rest),
        ("module", _) => add(inputs, Input::Module, rest),
        ("go", _) => add(inputs, Input::Language, rest),
        ("goos", _) => add(inputs, Input::System, &system(rest)),
        ("buildmode", _) => {
            let (mode, system_of) = rest.split_once(" goos ").unwrap_or((rest, ""));
            add(inputs, Input::Buildmode, mode);
            add(inputs, Input::System, &system(system_of));
        }
        ("omitdebug", _) => {
            unit.standard = rest.contains("standard true");
            add(inputs, Input::Origin, text);
        }
        ("forcelibrary", _) => add(inputs, Input::Origin, text),
        ("trimpath", _) => add(inputs, Input::Trimpath, "true"),
        ("defaultgodebug", _) => add(inputs, Input::Godebug, &unquote(rest).unwrap_or_else(|| rest.to_owned())),
        ("cgo", _) => add(inputs, Input::Tool("cgo".to_owned()), &plain(rest)),
        ("cover", _) => add(inputs, Input::Cover, rest),
        ("modinfo", _) => build_info(inputs, &plain(rest)),
        ("compile", _) => tool(inputs, "compile", rest, Input::Gcflags),
        ("asm", _) => tool(inputs, "asm", rest, Input::Asmflags),
        ("link", _) => link(inputs, rest),
        ("linkflags", _) => add(inputs, Input::Ldflags, &lists(rest).join(" ")),
        ("magic", _) => variable(inputs, rest),
        ("file", _) => {
            let (name, hash) = rest.rsplit_once(' ').unwrap_or((rest, ""));
            add(inputs, Input::File(name.to_owned()), hash);
        }
        ("pgofile", _) => add(inputs, Input::Profile, rest),
        _ => c_tools(inputs, text),
    }
}

/// `linux goarch amd64`.
fn system(rest: &str) -> String {
    rest.replacen(" goarch ", "/", 1)
}

/// The text of a `%q`, or of a list in brackets.
fn plain(text: &str) -> String {
    unquote(text).unwrap_or_else(|| text.to_owned())
}

/// The build info, of which each line is an input: a setting such as `GOOS=linux`, or a module with version and sum.
pub fn build_info(inputs: &mut Inputs, text: &str) {
    for line in text.lines() {
        let Some((kind, rest)) = line.split_once('\t') else { continue };
        let (name, value) = match kind {
            "build" => rest.split_once('=').unwrap_or((rest, "")),
            "dep" => rest.split_once('\t').unwrap_or((rest, "")),
            _ => (kind, rest),
        };
        add(inputs, Input::BuildInfo(name.to_owned()), plain(value).replace('\t', " ").trim());
    }
}

/// `compile version go1.23.9 [FORCED] [FLAGS]`.
fn tool(inputs: &mut Inputs, name: &str, rest: &str, flags: Input) {
    let (version, tail) = before_lists(rest);
    add(inputs, Input::Tool(name.to_owned()), &plain(version));
    let mut lists = lists(tail).into_iter();
    add(inputs, Input::Forced(name.to_owned()), &lists.next().unwrap_or_default());
    add(inputs, flags, &lists.next().unwrap_or_default());
}

/// `link version go1.23.9 [FORCED] MODE`.
fn link(inputs: &mut Inputs, rest: &str) {
    let (version, tail) = before_lists(rest);
    add(inputs, Input::Tool("link".to_owned()), version);
    let mode = tail.rsplit_once("] ").map_or("", |(_, mode)| mode);
    add(inputs, Input::Forced("link".to_owned()), format!("{} {mode}", lists(tail).join(" ")).trim());
}

/// C compilers, variables, and what is not known.
fn c_tools(inputs: &mut Inputs, text: &str) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let is_variable =
        name.starts_with("GO") && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    match name {
        "CC" => {
            let names = ["CGO_CPPFLAGS", "CGO_CFLAGS", "CGO_LDFLAGS"];
            let mut lists = lists(value).into_iter();
            add(inputs, Input::CTool(name.to_owned()), &lists.next().unwrap_or_default());
            for (name, list) in names.into_iter().zip(lists) {
                add(inputs, Input::CFlags(name.to_owned()), &list);
            }
        }
        "CXX" | "FC" => {
            let mut lists = lists(value).into_iter();
            add(inputs, Input::CTool(name.to_owned()), &lists.next().unwrap_or_default());
            let flags = if name == "CXX" { "CGO_CXXFLAGS" } else { "CGO_FFLAGS" };
            add(inputs, Input::CFlags(flags.to_owned()), &lists.next().unwrap_or_default());
        }
        "CC ID" | "CXX ID" | "FC ID" => {
            let tool = name.trim_end_matches(" ID").to_owned();
            add(inputs, Input::CToolVersion(tool), &plain(value));
        }
        "GOEXPERIMENT" => add(inputs, Input::Experiment, &plain(value)),
        "GOROOT" => add(inputs, Input::Goroot, value),
        "GO_EXTLINK_ENABLED" => add(inputs, Input::Variable(name.to_owned()), value),
        _ if is_variable => add(inputs, Input::Level(name.to_owned()), value),
        _ => {
            let word = text.split([' ', '=']).next().unwrap_or_default();
            add(inputs, Input::Other(word.to_owned()), text);
        }
    }
}

fn variable(inputs: &mut Inputs, rest: &str) {
    let (name, value) = rest.split_once('=').unwrap_or((rest, ""));
    add(inputs, Input::Variable(name.to_owned()), value);
}

/// What stands before the first list, and the rest.
fn before_lists(text: &str) -> (&str, &str) {
    text.find(" [").map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// The lists `["a" "b c"]` of a text, each as words with spaces between them.
fn lists(text: &str) -> Vec<String> {
    let mut lists = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        rest = &rest[start + 1..];
        let mut words = Vec::new();
        loop {
            rest = rest.trim_start();
            let Some(end) = literal_end(rest) else { break };
            let word = plain(&rest[..end]);
            words.push(if word.contains(' ') || word.is_empty() { format!("'{word}'") } else { word });
            rest = &rest[end..];
        }
        lists.push(words.join(" "));
    }
    lists
}

/// Where the string literal at the beginning of a text ends.
fn literal_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 2),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_a_compile_is_known() {
        let texts = [
            "go1.23.9",
            "compile\n",
            "dir /src/leaf\n",
            "go 1.21\n",
            "goos linux goarch amd64\n",
            "import \"m/leaf\"\n",
            "omitdebug false standard false local false prefix \"\"\n",
            "trimpath\n",
            "cgo \"cgo version go1.23.9\"\n",
            "CC=[\"gcc\" \"-m64\"] [] [\"-O2\" \"-g\"] [\"-L/a b\"]\n",
            "CC ID=\"gcc 12.2\"\n",
            "modinfo \"path\\tm\\ndep\\tx.org/y\\tv1.0.0\\th1:a=\\nbuild\\t-ldflags=\\\"-s -w\\\"\\nbuild\\tvcs.time=now\\n\"\n",
            "compile compile version go1.23.9 [\"-shared\"] [\"-N\" \"-l\"]\n",
            "asm \"asm version go1.23.9\" [] []\n",
            "GOAMD64=v1\n",
            "magic GOSSAFUNC=f\n",
            "file a b.go 8EkaGh\n",
            "import fmt akPCl\n",
            "something new\n",
        ]
        .map(str::to_owned);
        let unit = unit(&Action::Compile("m/leaf".into()), &texts);
        let of = |input: Input| unit.inputs[&input].as_str();
        assert_eq!(of(Input::Release), "go1.23.9");
        assert_eq!(of(Input::System), "linux/amd64");
        assert_eq!(of(Input::CTool("CC".into())), "gcc -m64");
        assert_eq!(of(Input::CFlags("CGO_CFLAGS".into())), "-O2 -g");
        assert_eq!(of(Input::CFlags("CGO_LDFLAGS".into())), "'-L/a b'");
        assert_eq!(of(Input::CToolVersion("CC".into())), "gcc 12.2");
        assert_eq!(of(Input::BuildInfo("-ldflags".into())), "-s -w");
        assert_eq!(of(Input::BuildInfo("x.org/y".into())), "v1.0.0 h1:a=");
        assert_eq!(of(Input::Tool("compile".into())), "compile version go1.23.9");
        assert_eq!(of(Input::Tool("asm".into())), "asm version go1.23.9");
        assert_eq!(of(Input::Forced("compile".into())), "-shared");
        assert_eq!(of(Input::Gcflags), "-N -l");
        assert_eq!(of(Input::Level("GOAMD64".into())), "v1");
        assert_eq!(of(Input::Variable("GOSSAFUNC".into())), "f");
        assert_eq!(of(Input::File("a b.go".into())), "8EkaGh");
        assert_eq!(of(Input::Other("something".into())), "something new");
        assert_eq!(unit.imports["fmt"].as_deref(), Some("akPCl"));
        assert!(!unit.standard);
    }

    #[test]
    fn every_text_of_a_link_is_known() {
        let texts = [
            "go1.23.9",
            "link\n",
            "buildmode default goos linux goarch amd64\n",
            "import \"m\"\n",
            "defaultgodebug \"a=1\"\n",
            "link link version go1.23.9 [] exe\n",
            "linkflags [\"-X\" \"main.v=a b\"]\n",
            "GOROOT=/go\n",
            "GO_EXTLINK_ENABLED=\n",
            "packagefile m=obuyVp\n",
            "packagemain JkexwW/obuyVp\n",
            "packagefile fmt=akPCl\n",
        ]
        .map(str::to_owned);
        let unit = unit(&Action::Link("m".into()), &texts);
        assert_eq!(unit.inputs[&Input::Ldflags], "-X 'main.v=a b'");
        assert_eq!(unit.inputs[&Input::Buildmode], "default");
        assert_eq!(unit.inputs[&Input::Forced("link".into())], "exe");
        assert_eq!(unit.inputs[&Input::Goroot], "/go");
        assert_eq!(unit.imports["m"].as_deref(), Some("JkexwW/obuyVp"));
        assert_eq!(unit.imports["fmt"].as_deref(), Some("akPCl"));
        assert!(unit.inputs.keys().all(|input| !matches!(input, Input::Other(_))));
    }
}
