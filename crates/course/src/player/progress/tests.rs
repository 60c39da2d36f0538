use super::*;

fn entry(time: u64, lesson: &str, step: &str, what: What) -> Entry {
    Entry { time, lesson: lesson.to_owned(), step: step.to_owned(), what }
}

#[test]
fn the_last_step_on_the_screen_is_where_the_learner_left() {
    let mut progress = Progress::default();
    progress.apply(&entry(10, "order", "a", What::Reached));
    progress.apply(&entry(20, "order", "b", What::Reached));
    progress.apply(&entry(20, "log", "x", What::Reached));
    progress.apply(&entry(15, "order", "c", What::Reached));
    progress.apply(&entry(30, "order", "a", What::Reached));
    assert_eq!(progress.left_at("order"), Some("a"));
    assert_eq!(progress.last_lesson(), Some("order"));
    assert!(progress.has_seen("order", "c"));
    assert_eq!(progress.lesson("order").unwrap().seen.len(), 3);
}

#[test]
fn every_answer_counts_and_the_last_one_decides() {
    let mut progress = Progress::default();
    for (time, right) in [(1, false), (3, true), (2, false)] {
        progress.apply(&entry(time, "order", "q", What::Answered(right)));
    }
    let answers = progress.answers("order", "q").unwrap();
    assert_eq!((answers.right, answers.wrong, answers.last_right), (1, 2, true));
    assert!(!answers.right_at_first());
    assert!(progress.has_seen("order", "q"));
}

#[test]
fn two_accounts_of_one_learner_become_one() {
    let mut here = Progress::default();
    let mut there = Progress::with_seed(7);
    for (time, step) in [(1, "a"), (5, "b")] {
        here.apply(&entry(time, "order", step, What::Reached));
    }
    here.apply(&entry(6, "order", "q", What::Answered(false)));
    there.apply(&entry(9, "order", "q", What::Answered(false)));
    there.apply(&entry(8, "order", "q", What::Answered(true)));
    there.apply(&entry(2, "order", "a", What::Reached));
    there.apply(&entry(3, "log", "x", What::Reached));
    let mut both = here.clone();
    both.merge(&there);
    assert_eq!(both.left_at("order"), Some("q"));
    assert_eq!(both.lesson("order").unwrap().seen.values().copied().collect::<Vec<_>>(), [2, 5, 9]);
    assert_eq!(both.answers("order", "q"), there.answers("order", "q"));
    assert!(both.has_seen("log", "x"));
    assert_eq!(both.seed, Some(7));
    let mut other_way = there.clone();
    other_way.merge(&here);
    assert_eq!(both, other_way);
    let mut again = both.clone();
    again.merge(&there);
    again.merge(&here);
    assert_eq!(again, both);
}

#[test]
fn what_is_written_is_read_again() {
    let mut progress = Progress::default();
    progress.apply(&entry(1, "order", "q", What::Answered(true)));
    let text = progress.to_json().unwrap();
    assert!(text.contains("\"gostep_progress\": 1"));
    assert_eq!(Progress::parse(&text), Ok(progress));
}

#[test]
fn the_first_answer_stays_what_it_was() {
    let mut progress = Progress::default();
    for (time, right) in [(1, true), (2, false)] {
        progress.apply(&entry(time, "order", "q", What::Answered(right)));
    }
    assert!(progress.answers("order", "q").unwrap().right_at_first());
    let old = |wrong| Answers { right: 1, wrong, first_right: None, last_right: true, last: 0, again: None };
    assert!(old(0).right_at_first() && !old(1).right_at_first());
}

#[test]
fn what_was_wrong_comes_back_after_longer_and_longer() {
    let mut progress = Progress::default();
    let mut answer = |time, right| {
        progress.apply(&entry(time, "order", "q", What::Answered(right)));
        progress.answers("order", "q").unwrap().due()
    };
    // A question that was right at once does not come back.
    assert_eq!(answer(10, true), None);
    assert_eq!(answer(100, false), Some(100 + DAY));
    // The second try of the same day does not count as having kept it.
    assert_eq!(answer(110, true), Some(100 + DAY));
    let second = 100 + DAY;
    assert_eq!(answer(second, true), Some(second + 3 * DAY));
    let third = second + 4 * DAY;
    assert_eq!(answer(third, true), Some(third + 7 * DAY));
    // Wrong again: from the beginning.
    assert_eq!(answer(third + 9, false), Some(third + 9 + DAY));
    let times = [third + 2 * DAY, third + 6 * DAY, third + 14 * DAY];
    assert_eq!(answer(times[0], true), Some(times[0] + 3 * DAY));
    assert_eq!(answer(times[1], true), Some(times[1] + 7 * DAY));
    assert_eq!(answer(times[2], true), None);
    // An answer that comes late from another gostep changes nothing.
    assert_eq!(answer(5, false), None);
}

#[test]
fn an_older_file_tells_what_is_due_by_its_last_answer() {
    let text = |last_right: bool| {
        format!(
            "{{\"gostep_progress\": 1, \"lessons\": {{\"order\": {{\"left_at\": \"q\", \"left\": 9, \"seen\": {{}},
            \"answers\": {{\"q\": {{\"right\": 1, \"wrong\": 1, \"last_right\": {last_right}, \"last\": 9}}}}}}}}}}"
        )
    };
    let due = |text: &str| Progress::parse(text).unwrap().answers("order", "q").unwrap().due();
    assert_eq!(due(&text(false)), Some(9 + DAY));
    assert_eq!(due(&text(true)), None);
    let mut progress = Progress::parse(&text(false)).unwrap();
    progress.apply(&entry(9 + DAY, "order", "q", What::Answered(true)));
    assert_eq!(progress.answers("order", "q").unwrap().due(), Some(9 + 4 * DAY));
}

#[test]
fn newer_files_are_told_from_broken_ones() {
    assert_eq!(Progress::parse("{\"gostep_progress\": 7, \"pupils\": []}"), Err(Unreadable::Newer(7)));
    for text in ["", "{", "[]", "{\"gostep_progress\": 0, \"lessons\": {}}", "{\"gostep_progress\": 1}", "\0"] {
        assert!(matches!(Progress::parse(text), Err(Unreadable::Corrupted(_))), "{text}");
    }
}

#[test]
fn forgetting_is_complete() {
    let mut progress = Progress::default();
    progress.apply(&entry(1, "order", "q", What::Answered(true)));
    progress.apply(&entry(1, "log", "a", What::Reached));
    assert!(!progress.forget(Some("link")));
    assert!(progress.forget(Some("log")));
    assert_eq!(progress.lessons().map(|(name, _)| name).collect::<Vec<_>>(), ["order"]);
    assert!(progress.forget(None));
    assert_eq!(progress, Progress::default());
}
