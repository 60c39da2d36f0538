//! The text files that the go command writes for its tools.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use super::embed;
use crate::gobuild::files::OfCover;
use crate::gobuild::{Action, Build, modinfo};
use crate::gobuild::{cover, importcfg};
use crate::program::Package;

fn push_packagefiles(text: &mut String, build: &Build, action: &Action) {
    for entry in importcfg::entries(build.made(), action) {
        // A large program has a million such lines, which are not worth a format string.
        let path = entry.path(build.made());
        for part in ["packagefile ", &build.program.package(entry.package).import_path, "=", &path, "\n"] {
            text.push_str(part);
        }
    }
}

/// The text of a package's `importcfg`: its renamed imports and the archive of each direct import.
pub fn importcfg(build: &Build, action: &Action) -> String {
    let package = build.program.package(action.package);
    let mut text = String::from("# import config\n");
    if !package.import_map.is_empty() {
        let source_of: HashMap<&str, &str> =
            package.import_map.iter().map(|(source, path)| (path.as_str(), source.as_str())).collect();
        for &import in &package.imports {
            let path = build.program.package(import).import_path.as_str();
            if let Some(source) = source_of.get(path) {
                let _ = writeln!(text, "importmap {source}={path}");
            }
        }
    }
    push_packagefiles(&mut text, build, action);
    text
}

/// The text of `importcfg.link`: the archive of every package, main first, and the build info.
pub fn link_importcfg(build: &Build, action: &Action) -> String {
    let mut text = String::new();
    push_packagefiles(&mut text, build, action);
    let _ = writeln!(text, "modinfo {}", modinfo::with_marks(build.modinfos.of(action.package).unwrap_or_default()));
    text
}

/// The text of `embedcfg`: JSON with the files of each pattern and the path of each file.
pub fn embedcfg(package: &Package) -> String {
    let files: BTreeSet<&str> = package.files.embed.iter().map(String::as_str).collect();
    let patterns: BTreeMap<&str, Vec<&str>> = package
        .embed_patterns
        .iter()
        .map(|pattern| (pattern.as_str(), files.iter().copied().filter(|file| embed::matches(pattern, file)).collect()))
        .collect();
    let mut text = String::from("{\n\t\"Patterns\": {");
    for (at, (pattern, files)) in patterns.iter().enumerate() {
        let _ = write!(text, "{}\n\t\t{}: [", comma(at), json(pattern));
        for (at, file) in files.iter().enumerate() {
            let _ = write!(text, "{}\n\t\t\t{}", comma(at), json(file));
        }
        text.push_str(if files.is_empty() { "]" } else { "\n\t\t]" });
    }
    text.push_str("\n\t},\n\t\"Files\": {");
    for (at, file) in files.iter().enumerate() {
        let _ = write!(text, "{}\n\t\t{}: {}", comma(at), json(file), json(&package.path_of(file)));
    }
    text.push_str("\n\t}\n}");
    text
}

fn comma(at: usize) -> &'static str {
    if at == 0 { "" } else { "," }
}

/// A JSON string in which the characters that matter in HTML are escaped, as Go's encoder does.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
/// The text of `pkgcfg.txt`: of which package the sources for the cover tool are.
pub fn cover_config(build: &Build, action: &Action) -> String {
    let package = build.program.package(action.package);
    let out = format!("{}{}", build.objdir(action.objdir), OfCover::ForCompiler.name());
    let module = package.module.as_ref().map_or("", |module| &module.path);
    let mut text = format!(
        "{{\"OutConfig\":{},\"PkgPath\":{},\"PkgName\":{},\"Granularity\":\"perblock\",\"ModulePath\":{},\"Local\":{}",
        json(&out),
        json(&package.import_path),
        json(&package.name),
        json(module),
        package.is_local()
    );
    text.push_str(if build.rules().names_meta_file() { ",\"EmitMetaFile\":\"\"}\n" } else { "}" });
    text
}

/// The text of `coveroutfiles.txt`: what the cover tool writes.
pub fn cover_outputs(build: &Build, action: &Action) -> String {
    let package = build.program.package(action.package);
    let obj = build.objdir(action.objdir);
    let sources = package.files.go.iter().chain(&package.files.cgo).map(|file| cover::covered_name(file));
    let names = [OfCover::Variables.name().to_owned()].into_iter().chain(sources);
    names.map(|name| format!("{obj}{name}\n")).collect::<Vec<_>>().concat()
}
