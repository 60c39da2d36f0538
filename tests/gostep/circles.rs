//! The arrows between the files of the source, and between its rooms, point one way.

mod imports;

use std::collections::BTreeSet;
use std::path::Path;

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use imports::{Imports, Workspace};

/// The arrows that lie on circles.
fn on_circles(imports: &Imports) -> Vec<String> {
    let arrows: DiGraphMap<&str, ()> = imports.keys().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let circles = tarjan_scc(&arrows);
    let circle = |file: &str| circles.iter().position(|files| files.contains(&file));
    let on_one = imports.iter().filter(|((from, to), _)| circle(from) == circle(to));
    let mut lines: Vec<_> = on_one.map(|((from, to), names)| (circle(from), line(from, to, names))).collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn line(from: &str, to: &str, names: &BTreeSet<String>) -> String {
    format!("{from} -> {to}: {}", names.iter().cloned().collect::<Vec<_>>().join(", "))
}

/// The folder below `src/` that a file is in.
fn room(file: &str) -> String {
    let inside = file.split_once("src/").map_or(file, |(_, inside)| inside);
    let crate_dir = &file[..file.len() - inside.len()];
    format!("{crate_dir}{}", inside.split_once('/').map_or(inside, |(room, _)| room))
}

fn of_the_source() -> Imports {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut workspace = Workspace::default();
    workspace.add("gostep", root, "src");
    workspace.add("gostep_sim", root, "crates/sim/src");
    workspace.add("gostep_course", root, "crates/course/src");
    workspace.imports()
}

#[test]
fn no_file_takes_part_in_a_circle() {
    let circles = on_circles(&of_the_source());
    assert!(circles.is_empty(), "these arrows lie on circles:\n{}", circles.join("\n"));
}

#[test]
fn no_room_takes_part_in_a_circle() {
    let mut rooms = Imports::new();
    for ((from, to), names) in of_the_source() {
        if room(&from) != room(&to) {
            rooms.entry((room(&from), room(&to))).or_default().extend(names);
        }
    }
    assert!(rooms.len() > 20, "the source has more arrows than {}", rooms.len());
    let circles = on_circles(&rooms);
    assert!(circles.is_empty(), "these arrows lie on circles:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_seen_through_what_a_module_passes_on() {
    let arrows = |files: &[(&str, &str)]| {
        let mut workspace = Workspace::default();
        for (module, text) in files {
            let path = module.split("::").map(str::to_owned).collect();
            workspace.add_text(path, (*module).to_owned(), text);
        }
        on_circles(&workspace.imports())
    };
    let room = ("k::a", "mod b; mod c; pub use b::B; pub use self::c::*;");
    let root = ("k", "mod a;");
    let circle =
        arrows(&[root, room, ("k::a::b", "use super::C; pub struct B(C);"), ("k::a::c", "pub struct C(crate::a::B);")]);
    assert_eq!(circle, ["k::a::b -> k::a::c: C", "k::a::c -> k::a::b: B"]);
    let in_tests = "pub struct C; #[cfg(test)] mod tests { use crate::a::B; }";
    assert!(arrows(&[root, room, ("k::a::b", "use super::C; pub struct B(C);"), ("k::a::c", in_tests)]).is_empty());
    let in_a_macro = "pub struct C; pub fn c() -> String { format!(\"{}\", super::B::name()) }";
    let circle = arrows(&[root, room, ("k::a::b", "use super::C; pub struct B(C);"), ("k::a::c", in_a_macro)]);
    assert_eq!(circle.len(), 2);
}
