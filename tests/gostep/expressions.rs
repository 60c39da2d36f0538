//! The expressions of lessons: what each gives, and where a wrong one is marked.

use gostep_course::lesson::load::Shipped;
use gostep_course::lesson::{File, Problem, check};
use gostep_course::words::Lang;

/// What learners read in place of an expression, at the end of a build of the sample.
fn value(expression: &str) -> Result<String, Box<Problem>> {
    let text = format!(
        "gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n  - id: a\n    to: end\n    say: |\n      {{{{{expression}}}}}\n"
    );
    match check(File { name: "x.yaml", text: &text }, None, Lang::En, &Shipped) {
        Ok(lesson) => Ok(lesson.steps[0].say.trim().to_owned()),
        Err(mut problems) => Err(Box::new(problems.remove(0))),
    }
}

#[test]
fn operators_give_what_they_say() {
    for (expression, gives) in [
        ("2 + 3 * 4 - 6 / 2", "11"),
        ("24 / 2 / 3", "4"),
        ("count(packages) / 53", "1"),
        ("packages / 53", "1"),
        ("not linked", "no"),
        ("not linked == no", "yes"),
        ("not not linked", "yes"),
        ("no and no or yes", "yes"),
        ("yes or no and no", "yes"),
        ("(yes or no) and no", "no"),
        ("not no and no", "no"),
        ("not (no and no)", "yes"),
        ("1 < 2 and 'fmt' in packages", "yes"),
        ("not 'fmt' in packages or 1 + 1 == 3", "no"),
        ("rounded(7, 2)", "4"),
        ("rounded_down(7, 2)", "3"),
        ("rounded(100 * 20, packages)", "38"),
        ("rounded(0 - 7, 2)", "-3"),
    ] {
        assert_eq!(value(expression), Ok(gives.to_owned()), "{expression}");
    }
}

#[test]
fn what_the_left_side_decides_need_not_be_there_on_the_right() {
    assert_eq!(value("linked or error == 'x'"), Ok("yes".to_owned()));
    assert_eq!(value("not linked and reason('fmt') == reason('fmt')"), Ok("no".to_owned()));
    assert_eq!(value("linked and error == 'x'").unwrap_err().message.to_string(), "nothing fails in this build");
    assert_eq!(
        value("linked or eror == 'x'").unwrap_err().message.to_string(),
        "unknown fact \"eror\" (did you mean \"error\"?)"
    );
    assert_eq!(
        value("linked or count(packages)").unwrap_err().message.to_string(),
        "`or` wants conditions, and this is a number"
    );
}

#[test]
fn what_is_wrong_is_marked_where_it_stands() {
    for (expression, column, message) in [
        ("53 / 2", 1, "53 / 2 is no whole number"),
        ("1 + packages / 2", 5, "53 / 2 is no whole number"),
        ("4 / 0", 5, "a division by 0"),
        ("1 + rounded(4, 3 - 3)", 16, "a division by 0"),
        ("9223372036854775807 + 1", 1, "the result is too large a number"),
        ("linked and 3", 12, "`and` wants conditions, and this is a number"),
        ("not 'fmt'", 5, "`not` wants conditions, and this is a text"),
        ("1 < 2 < 3", 1, "yes or no and a number do not go together"),
        ("linked && linked", 8, "& is not expected here"),
        ("'fmt' not in ready", 7, "not is not expected here"),
        ("linked AND linked", 8, "\"AND\" is not expected here"),
        ("count(internal/abi)", 15, "/ is not expected here"),
    ] {
        let problem = value(expression).unwrap_err();
        // Behind the indentation and the two braces.
        assert_eq!((problem.column - 8, problem.message.to_string()), (column, message.to_owned()), "{expression}");
        assert!(!problem.help.is_empty());
    }
}
