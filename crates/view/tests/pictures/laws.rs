//! What holds for the pictures of all builds.

use gostep_course::lesson::load;
use gostep_course::player::{BuildView, Player};
use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::ActionState;
use gostep_view::picture::{Width, action_id, dot, files, graph, lanes, named_files};
use proptest::prelude::*;
use roxmltree::Document;

use super::samples;
use super::svg::{apart, boxes, checked, has_class, names_fit, shown};

const HOSTILE: [&str; 7] = [
    "fmt",
    "</text><script>alert(1)</script>",
    "\"' onload=\"x\" ]]>&amp;&#0;",
    "例子/很长的导入路径/包",
    "\u{1b}[31m\u{202e}evil\u{0}\u{ffff}\n\t",
    "example.com/a/very/long/path/that/does/not/end/before/it/is/cut/somewhere",
    "",
];

prop_compose! {
    fn builds()(count in 1..45_usize)(
        names in prop::collection::vec(0..HOSTILE.len(), count),
        imports in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..5), count),
        states in prop::collection::vec(0..2_usize, count),
        package in prop::option::of(0..count),
    ) -> (BuildView, Vec<ActionState>, Option<usize>) {
        let imports: Vec<Vec<usize>> = imports.iter().enumerate().map(|(at, picks)| {
            let mut imports: Vec<usize> = picks.iter().filter(|_| at > 0).map(|pick| pick.index(at)).collect();
            imports.sort_unstable();
            imports.dedup();
            imports
        }).collect();
        let packages: Vec<_> =
            names.iter().zip(&imports).map(|(&name, imports)| (HOSTILE[name], imports.as_slice())).collect();
        let states = states.iter().map(|&state| [ActionState::Waiting, ActionState::Done][state]).collect();
        (samples::build(&packages), states, package)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn boxes_of_a_graph_are_apart_and_names_stay_text((build, states, package) in builds()) {
        let path = samples::path(&build, &[0]);
        let text = checked(&graph(words(Lang::En), &build, &states, package, Some(&path), Width::OF_FILES));
        let tree = Document::parse(&text).unwrap();
        let packages = boxes(&tree, "package");
        prop_assert_eq!(packages.len(), build.packages.len());
        apart(&packages);
        names_fit(&packages);
        for (group, _) in packages {
            let state = group.children().find(|node| has_class(*node, "state")).unwrap();
            prop_assert!(["· waiting", "✓ done"].contains(&shown(state).as_str()));
        }
    }

    #[test]
    fn bars_are_apart((build, _, _) in builds(), now in 0..2_000_000_u64) {
        let text = checked(&lanes(words(Lang::Zh), &build, &samples::lanes(&build), now, None, Width::OF_FILES));
        let tree = Document::parse(&text).unwrap();
        let bars = boxes(&tree, "bar");
        apart(&bars);
        names_fit(&bars);
    }

    #[test]
    fn graphviz_sees_a_line_for_each_package_and_import((build, states, _) in builds()) {
        let imports: usize = build.packages.iter().map(|package| package.imports.len()).sum();
        prop_assert_eq!(dot(&build, &states).lines().count(), build.packages.len() + imports + 3);
    }
}

/// At its first, middle and last step, in both languages, on a phone, a laptop and a projector.
#[test]
fn the_pictures_of_the_course_are_whole() {
    for (name, lang) in load::names().flat_map(|name| Lang::ALL.map(|lang| (name, lang))) {
        let player = Player::new(load(name, lang).unwrap());
        for step in [0, player.len() / 2, player.len() - 1] {
            let frame = player.frame(step).unwrap();
            let (moment, words) = (frame.moment, words(lang));
            let build = &player.builds()[moment.build];
            // Pictures are of builds.
            if build.is_run {
                continue;
            }
            let path = player.critical_path(moment.build);
            let package = build.packages.len() / 2;
            let all = named_files(&player, step, moment.events);
            let hash = player.hash(moment.build, Some(package)).unwrap();
            let link = player.hash(moment.build, None).unwrap();
            let chosen = all.last().map(|file| file.index);
            for width in [340, 1280, 1920].map(Width::of) {
                let drawn = [
                    ("package", graph(words, build, &frame.states, Some(package), path.as_ref(), width)),
                    ("bar", lanes(words, build, &frame.lanes, moment.time_us, path.as_ref(), width)),
                    ("file", files(words, build, &all, chosen, width)),
                    ("card", files(words, build, &all, None, width)),
                    ("inputs", action_id(words, &hash, width)),
                    ("inputs", action_id(words, &link, width)),
                ];
                for (class, picture) in drawn {
                    let text = checked(&picture);
                    let tree = Document::parse(&text).unwrap();
                    let boxes = boxes(&tree, class);
                    apart(&boxes);
                    names_fit(&boxes);
                }
            }
        }
    }
}

/// Each package of a large build imports some of those before it.
fn large() -> BuildView {
    let names: Vec<String> = (0..2_000).map(|at| format!("example.com/large/p{at}")).collect();
    let imports: Vec<Vec<usize>> = (0..2_000)
        .map(|at: usize| [3, 7, 31, 200].into_iter().filter_map(|back| at.checked_sub(back)).collect())
        .collect();
    let packages: Vec<_> =
        names.iter().zip(&imports).map(|(name, imports)| (name.as_str(), imports.as_slice())).collect();
    samples::build(&packages)
}

#[test]
fn of_a_large_build_the_neighbourhood_is_drawn() {
    let build = large();
    let states = vec![ActionState::Done; build.packages.len()];
    for package in [None, Some(0), Some(1_000)] {
        let text = checked(&graph(words(Lang::En), &build, &states, package, None, Width::OF_FILES));
        let tree = Document::parse(&text).unwrap();
        let drawn = boxes(&tree, "package");
        apart(&drawn);
        assert_eq!(drawn.len(), 60);
        let wanted = package.unwrap_or(1_999).to_string();
        assert!(drawn.iter().any(|(group, _)| group.attribute("data-package") == Some(&wanted)));
        let title = tree.root_element().attribute("aria-label").unwrap();
        assert!(title.contains(": 60 of 2000 packages"), "{title}");
    }
    checked(&lanes(words(Lang::En), &build, &samples::lanes(&build), build.duration_us, None, Width::OF_FILES));
}
