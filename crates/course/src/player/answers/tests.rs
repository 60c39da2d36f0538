//! Answers of every form, right and wrong.

use super::*;
use crate::lesson::question::{Choice, Question};
use crate::player::markdown::plain_text;
use crate::words::Lang;

fn choice(many: bool) -> Question {
    let option = |text: &str, right, why: &str| Choice { text: text.to_owned(), right, why: why.to_owned() };
    let options = vec![option("one", true, "yes"), option("two", many, ""), option("three", false, "never")];
    let kind = Kind::Choice { options, many };
    Question { text: String::new(), kind, hints: Vec::new(), right: String::new(), wrong: "Think.".to_owned() }
}

fn text(feedback: &Feedback) -> String {
    let text = feedback.text.iter().map(|block| match block {
        markdown::Block::Paragraph { text } => plain_text(text),
        other => panic!("{other:?}"),
    });
    text.collect::<Vec<_>>().join(" / ")
}

fn said(question: &Question, typed: &str) -> (bool, String) {
    let judge = Judge::new(question, Lang::En);
    let feedback = judge.judge(&judge.read(typed).unwrap()).unwrap();
    (feedback.right, text(&feedback))
}

#[test]
fn one_of_several() {
    let question = choice(false);
    assert_eq!(said(&question, "a"), (true, "yes".to_owned()));
    assert_eq!(said(&question, "B"), (false, "b is not right. / Think.".to_owned()));
    assert_eq!(said(&question, "3"), (false, "never / Think.".to_owned()));
    let judge = Judge::new(&question, Lang::En);
    for typed in ["", "d", "0", "4", "a b", "one"] {
        assert_eq!(judge.read(typed).unwrap_err(), "Type one of the letters, a to c.", "{typed}");
    }
    assert_eq!(text(&judge.solution()), "a. one / yes");
}

#[test]
fn all_that_are_right() {
    let question = choice(true);
    assert_eq!(said(&question, "b, a"), (true, "a. yes".to_owned()));
    let missed = "Right ones that you did not choose: 1. / Think.";
    assert_eq!(said(&question, "a"), (false, missed.to_owned()));
    assert_eq!(said(&question, "a，c"), (false, format!("c. never / {missed}")));
}

#[test]
fn numbers_say_which_way() {
    let kind = Kind::Number { answer: 53, counted: None };
    let question = Question { kind, ..choice(false) };
    assert_eq!(said(&question, " 53 "), (true, String::new()));
    assert_eq!(said(&question, "５４"), (false, "It is less than 54. / Think.".to_owned()));
    assert_eq!(said(&question, "-1"), (false, "It is more than -1. / Think.".to_owned()));
    assert!(Judge::new(&question, Lang::Zh).read("many").is_err());
}
