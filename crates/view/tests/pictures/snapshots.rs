//! Pictures of small builds, as they are.

use std::path::PathBuf;

use gostep_course::player::{BuildView, Change, Excerpt, HashView, TreeName};
use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::ActionState;
use gostep_view::picture::{NamedFile, Width, action_id, dot, files, graph, lanes};
use maud::Markup;

use super::samples;
use super::svg::checked;

/// Compares with `snapshots/NAME.snap`: one element a line, without the stylesheet.
fn compare(name: &str, picture: &Markup) {
    checked(picture);
    compare_text(name, &picture.0.replace("><", ">\n<"));
}

fn compare_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// `main` imports two packages that share one, and that one as well.
fn shop() -> (BuildView, Vec<ActionState>) {
    let build = samples::build(&[("money", &[]), ("cart", &[0]), ("商店/stock", &[0]), ("main", &[0, 1, 2])]);
    (build, vec![ActionState::Done, ActionState::Running, ActionState::Ready, ActionState::Waiting])
}

#[test]
fn graphs() {
    let (build, states) = shop();
    let path = samples::path(&build, &[0, 1, 3]);
    compare("picture_graph_en", &graph(words(Lang::En), &build, &states, Some(1), None, Width::OF_FILES));
    compare("picture_graph_path_zh", &graph(words(Lang::Zh), &build, &states, None, Some(&path), Width::OF_FILES));
    compare_text("picture_graph_dot", &dot(&build, &states));
}

#[test]
fn workers() {
    let (build, _) = shop();
    let path = samples::path(&build, &[0, 1, 3]);
    compare(
        "picture_lanes_en",
        &lanes(words(Lang::En), &build, &samples::lanes(&build), 800_000, Some(&path), Width::OF_FILES),
    );
    compare("picture_lanes_zh", &lanes(words(Lang::Zh), &build, &[], 0, None, Width::OF_FILES));
}

#[test]
fn trees() {
    let (build, _) = shop();
    let file = |index, dir: &str, name: &str, package, change| NamedFile {
        index,
        name: TreeName { dir: dir.to_owned(), name: name.to_owned(), package },
        change,
    };
    let all = [
        file(0, "$WORK/b003", "importcfg", Some(1), Change::New),
        file(1, "$WORK/b004", "importcfg", Some(0), Change::None),
        file(2, "$WORK/b004", "_pkg_.a", Some(0), Change::Changed),
        file(3, "$GOCACHE", "04/0411cc5ef1-d", Some(0), Change::New),
    ];
    compare("picture_files_en", &files(words(Lang::En), &build, &all, Some(2), Width::OF_FILES));
    compare("picture_files_zh", &files(words(Lang::Zh), &build, &[], None, Width::OF_FILES));
}

#[test]
fn action_ids() {
    let text = "go1.23.9compile\ngoos linux goarch amd64\nimport \"cart\"\ncompile compile version go1.23.9 [] []\n\
                GOAMD64=v1\nfile cart.go MkMU_TpISJfXoLw2Vq1R\nimport money ORJMg06P3jvXoLw2Vq1R";
    let marked = text.find("file").unwrap();
    let hash = HashView {
        package: Some("cart".to_owned()),
        text: text.to_owned(),
        excerpt: Excerpt::default(),
        marks: vec![(marked, marked + 4)],
        sum: "188b6ab2acb31b3f116188b6ab2acb31b3f116188b6ab2acb31b3f116188b6ab".to_owned(),
        id: "GItqsqyzGz8RZIs1QQCN".to_owned(),
        stand_ins: true,
    };
    compare("picture_action_id_en", &action_id(words(Lang::En), &hash, Width::OF_FILES));
    compare("picture_action_id_zh", &action_id(words(Lang::Zh), &HashView { package: None, ..hash }, Width::OF_FILES));
}
