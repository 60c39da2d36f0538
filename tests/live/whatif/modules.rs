//! Random modules: packages that pass on, or hide, what they import, in every way that source code knows.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::stories::Random;

/// A package of a random module.
struct Package {
    name: String,
    imports: Vec<String>,
    /// Functions for `inline=` and `body=`.
    inline: Vec<&'static str>,
    body: Vec<&'static str>,
}

/// Import path of the module.
pub const MODULE: &str = "example.com/chance";

/// Writes a module of a few packages and a program that uses them; says which edits can be made in it.
pub fn write(random: &mut Random, dir: &Path) -> Vec<String> {
    let count = 3 + random.below(4);
    let packages: Vec<Package> = (0..count).map(|at| package(random, at)).collect();
    fs::create_dir_all(dir).unwrap();
    fs::write(dir.join("go.mod"), format!("module {MODULE}\n\ngo 1.20\n")).unwrap();
    for package in &packages {
        let folder = dir.join(&package.name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.go"), source(random, package)).unwrap();
        fs::write(folder.join("b.go"), format!("package {}\n", package.name)).unwrap();
    }
    let imported = |name: &String| packages.iter().any(|other| other.imports.contains(name));
    let used: Vec<&Package> = packages.iter().filter(|p| !imported(&p.name) || random.below(3) == 0).collect();
    let mut main = "package main\n\nimport (\n".to_owned();
    for package in &used {
        writeln!(main, "\t\"{MODULE}/{}\"", package.name).unwrap();
    }
    main.push_str(")\n\nfunc main() {\n");
    for package in &used {
        writeln!(main, "\tprintln({}.Small(1))", package.name).unwrap();
    }
    main.push_str("}\n");
    fs::write(dir.join("main.go"), main).unwrap();
    packages.iter().flat_map(edits).chain(["shift=main".into(), "func=main".into(), "body=main.main".into()]).collect()
}

fn package(random: &mut Random, at: usize) -> Package {
    let mut imports: Vec<String> = (0..at).filter(|_| random.below(2) == 0).map(|other| format!("p{other}")).collect();
    if at > 0 && imports.is_empty() {
        imports.push(format!("p{}", at - 1));
    }
    Package { name: format!("p{at}"), imports, inline: vec!["Small", "small", "(T).Get"], body: vec!["Large", "large"] }
}

/// What a package has, and the ways in which it hands on what it imports.
fn source(random: &mut Random, package: &Package) -> String {
    let mut text = format!("package {}\n\nimport (\n\t\"strings\"\n", package.name);
    for import in &package.imports {
        writeln!(text, "\t\"{MODULE}/{import}\"").unwrap();
    }
    text.push_str(
        ")\n\ntype T struct{ N int }\n\nfunc (t T) Get() int { return t.N + 1 }\n\n\
         func small(n int) int { return n + 2 }\n\n\
         func Generic[V any](v V) V { return v }\n\n\
         func large(n int) int {\n\tdefer func() { recover() }()\n\treturn len(strings.Repeat(\"x\", n))\n}\n\n\
         func Large(n int) int {\n\tdefer func() { recover() }()\n\treturn large(n)\n}\n\n",
    );
    let mut small = vec!["n".to_owned()];
    for import in &package.imports {
        let upper = import.to_uppercase();
        match random.below(10) {
            0 => small.push(format!("{import}.Small(n)")),
            1 => small.push(format!("hide{upper}(n)")),
            2 => writeln!(text, "type Alias{upper} = {import}.T\n").unwrap(),
            3 => writeln!(text, "type Inside{upper} struct{{ {import}.T }}\n").unwrap(),
            4 => writeln!(text, "var Var{upper} = {import}.T{{N: 3}}.Get()\n").unwrap(),
            5 => writeln!(text, "func Of{upper}(t {import}.T) int {{ return t.Get() }}\n").unwrap(),
            6 => writeln!(text, "func Two{upper}[V any](v V) V {{ return {import}.Generic(v) }}\n").unwrap(),
            7 => writeln!(text, "var Func{upper} = {import}.Small\n").unwrap(),
            8 => small.push(format!("{import}.Generic(n)")),
            _ => small.push(format!("{import}.Large(n)")),
        }
        writeln!(
            text,
            "func hide{upper}(n int) int {{\n\tdefer func() {{ recover() }}()\n\treturn {import}.Small(n)\n}}\n"
        )
        .unwrap();
    }
    writeln!(text, "func Small(n int) int {{ return {} }}\n", small.join(" + ")).unwrap();
    text
}

fn edits(package: &Package) -> Vec<String> {
    let path = format!("{MODULE}/{}", package.name);
    let of_files = ["comment", "shift", "func", "export", "const"];
    let mut edits: Vec<String> =
        of_files.iter().flat_map(|edit| ["a.go", "b.go"].map(|file| format!("{edit}={path}/{file}"))).collect();
    edits.extend(package.inline.iter().map(|function| format!("inline={path}.{function}")));
    edits.extend(package.body.iter().map(|function| format!("body={path}.{function}")));
    edits.push(format!("import={path}:errors"));
    edits
}
