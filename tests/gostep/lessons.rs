//! The lessons that ship, as their readers see them.

use std::sync::LazyLock;

use gostep::terminal::plain::Plain;
use gostep_course::lesson::load;
use gostep_course::lesson::question::Kind;
use gostep_course::player::markdown::{Block, plain_text};
use gostep_course::player::{Answer, Cursor, Form, Player};
use gostep_course::words::Lang;
use proptest::prelude::*;

use crate::support::assert_snapshot_in;
use crate::support::drawn::assert_fits;
use crate::support::lessons::player;

/// Every lesson in every language.
static LESSONS: LazyLock<Vec<(&str, Lang, Player)>> = LazyLock::new(|| {
    load::names().flat_map(|name| Lang::ALL.into_iter().map(move |lang| (name, lang, player(name, lang)))).collect()
});

/// Read every one that changes: each is what somebody will see. Other widths move the ends of lines, and laws hold there.
#[test]
fn read_well_in_both_languages() {
    for (name, lang, player) in LESSONS.iter() {
        let text = Plain { width: 80, colour: false, notes: true }.lesson(player);
        assert_snapshot_in("snapshots/lessons", &format!("{name}_{}_80", lang.code()), &text);
    }
}

#[test]
fn are_completely_translated() {
    for name in load::names() {
        for lang in Lang::ALL {
            let lesson = load(name, lang).unwrap();
            assert_eq!(lesson.notices, [], "{name} {}", lang.code());
            let untranslated: Vec<_> =
                lesson.steps.iter().filter(|step| step.untranslated).map(|step| &step.id).collect();
            assert!(untranslated.is_empty(), "{name} {}: {untranslated:?}", lang.code());
        }
    }
}

#[test]
fn have_no_line_wider_than_the_screen() {
    for (_, _, player) in LESSONS.iter() {
        for width in [40, 41, 59, 79, 80, 81, 120] {
            assert_fits(&Plain { width, colour: false, notes: true }.lesson(player), width);
        }
    }
}

#[test]
fn say_the_same_at_every_width() {
    let mut looked_for = 0;
    for (name, lang, player) in LESSONS.iter() {
        for width in [40, 59, 80, 120] {
            for step in 0..player.len() {
                let frame = player.frame(step).unwrap();
                let seen = without_line_ends(&Plain { width, colour: false, notes: true }.frame(player, &frame));
                let mut said = Vec::new();
                for blocks in [&frame.lead, &frame.text, &frame.note] {
                    sentences(blocks, &mut said);
                }
                looked_for += said.len();
                for sentence in said {
                    let is_seen = seen.contains(&without_line_ends(&sentence));
                    assert!(is_seen, "{name} {}, {} at {width} columns: {sentence}", lang.code(), frame.id);
                }
            }
        }
    }
    assert!(looked_for > 2_000, "only {looked_for} sentences were looked for");
}

/// The text of paragraphs, headings and items. (Tables and code are laid out by width.)
fn sentences(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { text } | Block::Heading { text } => found.push(plain_text(text)),
            Block::List { items, .. } => items.iter().for_each(|item| sentences(item, found)),
            Block::Quote { blocks } => sentences(blocks, found),
            Block::Code { .. } | Block::Table { .. } | Block::Rule => {}
        }
    }
}

/// Without what stands at the ends and beginnings of lines, and the marks of code.
fn without_line_ends(text: &str) -> String {
    text.chars().filter(|&c| !c.is_whitespace() && !"`│>".contains(c)).collect()
}

/// A `*` or `](` that reaches the screen is emphasis or a link that Markdown did not take for one.
#[test]
fn show_no_markup() {
    for (name, lang, player) in LESSONS.iter() {
        let text = Plain { width: 120, colour: false, notes: true }.lesson(player);
        for line in text.lines().filter(|line| !line.starts_with("  ")) {
            let outside_code: String = line.split('`').step_by(2).collect();
            let broken = outside_code.contains("**") || outside_code.contains("](");
            assert!(!broken, "{name} {}: {line}", lang.code());
        }
    }
}

#[test]
fn colour_adds_nothing_but_looks() {
    colored::control::set_override(true);
    let player = player("order", Lang::En);
    let frame = player.frame(player.find("who-finds").unwrap()).unwrap();
    let coloured = Plain { width: 80, colour: true, notes: false }.frame(&player, &frame);
    assert!(coloured.contains("\u{1b}["));
    assert!(!coloured.contains("^^^"));
    let bare = Plain { width: 80, colour: false, notes: false }.frame(&player, &frame);
    assert!(!bare.contains('\u{1b}'));
    assert!(bare.contains("^^^"));
}

#[test]
fn frames_are_data() {
    let player = player("order", Lang::Zh);
    let frame = serde_json::to_value(player.frame(0).unwrap()).unwrap();
    assert_eq!(frame["id"], "program");
    assert_eq!(frame["shows"][0]["kind"], "packages");
    let build = serde_json::to_value(&player.builds()[0]).unwrap();
    assert_eq!(build["packages"].as_array().unwrap().len(), 53);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// However a reader got to a step, it looks the same; and one step on and back again changes nothing.
    #[test]
    fn back_after_forward_is_the_identity(moves in prop::collection::vec(0usize..4, 1..30), target in 0usize..40) {
        let walked = player("order", Lang::En);
        let mut cursor = Cursor::new(walked.len());
        for step in moves {
            match step {
                0 => { cursor.back(); }
                3 => { cursor.jump(target); }
                _ => { cursor.forward(); }
            }
            let here = walked.frame(cursor.at());
            let mut there = cursor;
            if there.forward() {
                prop_assert_ne!(walked.frame(there.at()), here.clone());
                there.back();
            }
            prop_assert_eq!(there, cursor);
            prop_assert_eq!(walked.frame(there.at()), here);
        }
        prop_assert_eq!(walked.frame(cursor.at()), player("order", Lang::En).frame(cursor.at()));
    }
}

/// Where the right option stands, and how long it is, must tell nothing.
#[test]
fn options_do_not_give_the_answer_away() {
    let (mut places, mut longest, mut all) = ([0_u32; 3], 0, 0);
    for name in load::names() {
        let lesson = load(name, Lang::En).unwrap();
        for step in &lesson.steps {
            let Some(Kind::Choice { options, many: false }) = step.question.as_ref().map(|question| &question.kind)
            else {
                continue;
            };
            let length =
                |right: bool| options.iter().filter(|o| o.right == right).map(|o| o.text.chars().count()).max();
            all += 1;
            // A few characters more are not seen.
            longest += u32::from(length(true).unwrap() > length(false).unwrap() + 8);
        }
        for seed in 1..=40 {
            let player = Player::mixed(lesson.clone(), seed);
            for step in 0..player.len() {
                let question = player.frame(step).unwrap().question;
                let Some(Form::Choice { options, many: false }) = question.map(|question| question.form) else {
                    continue;
                };
                if options.len() != places.len() {
                    continue;
                }
                let judged = |at: usize| player.answer(step, &Answer::Options(vec![at])).unwrap();
                let right: Vec<usize> = (0..options.len()).filter(|&at| judged(at).right).collect();
                assert_eq!(right.len(), 1, "{name}, step {step}: one is right in any order");
                places[right[0]] += 1;
            }
        }
    }
    let asked: u32 = places.iter().sum();
    for place in places {
        let share = f64::from(place) / f64::from(asked);
        assert!((0.28..0.39).contains(&share), "{places:?}");
    }
    assert!(longest * 3 <= all, "the right option is the longest in {longest} of {all} questions");
}

#[test]
fn a_learner_finds_options_where_they_were() {
    let order = |seed: u64| -> Vec<String> {
        let player = Player::mixed(load("log", Lang::En).unwrap(), seed);
        (0..player.len()).map(|step| format!("{:?}", player.frame(step).unwrap().question)).collect()
    };
    assert_eq!(order(7), order(7));
    assert_ne!(order(7), order(8));
    assert_ne!(order(7), order(0));
}
