//! The first lesson as its readers see it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use gostep::lesson::{Lang, load};
use gostep::player::{Cursor, Player};
use gostep::view::plain::Plain;
use insta::Settings;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

fn player(lang: Lang) -> Player {
    Player::new(load(load::FIRST, lang).unwrap())
}

fn text(lang: Lang, width: usize) -> String {
    Plain { width, colour: false, notes: true }.lesson(&player(lang))
}

#[test]
fn reads_well_in_both_languages_at_every_width() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for lang in Lang::ALL {
            for width in [40, 80, 120] {
                insta::assert_snapshot!(format!("order_{}_{width}", lang.code()), text(lang, width));
            }
        }
    });
}

#[test]
fn is_completely_translated() {
    for lang in Lang::ALL {
        let lesson = load(load::FIRST, lang).unwrap();
        assert_eq!(lesson.notices, []);
        assert!(lesson.steps.iter().all(|step| !step.untranslated));
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for lang in Lang::ALL {
        let player = player(lang);
        for width in 20..=120 {
            let text = Plain { width, colour: false, notes: true }.lesson(&player);
            let wide = text.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{width} columns");
        }
    }
}

#[test]
fn colour_adds_nothing_but_looks() {
    colored::control::set_override(true);
    let player = player(Lang::En);
    let frame = player.frame(5).unwrap();
    let coloured = Plain { width: 80, colour: true, notes: false }.frame(&player, &frame);
    assert!(coloured.contains("\u{1b}["));
    assert!(!coloured.contains("^^^"));
    let bare = Plain { width: 80, colour: false, notes: false }.frame(&player, &frame);
    assert!(!bare.contains('\u{1b}'));
    assert!(bare.contains("^^^"));
}

#[test]
fn frames_are_data() {
    let player = player(Lang::Zh);
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
        let walked = player(Lang::En);
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
        prop_assert_eq!(walked.frame(cursor.at()), player(Lang::En).frame(cursor.at()));
    }
}
