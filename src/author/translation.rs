//! Translations as files: a scaffold with the originals beside, and `of:` written anew where a text was looked at.

use gostep_course::lesson::fingerprint::{fingerprint_of, is_fingerprint};
use gostep_course::lesson::overlay::Overlay;
use gostep_course::lesson::raw::{RawLesson, RawStep};
use gostep_course::words::Lang;

use super::yaml_text::Node;

/// How `of:` names what is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// By the original itself: what has changed can be shown.
    Original,
    /// By its fingerprint: short.
    Fingerprint,
}

/// Why `of:` cannot be written into a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The translation has no such step.
    NoStep,
    /// The step, or all steps, stand in braces, in one line.
    InBraces,
}

/// A translation that is still to be written: every text in the lesson's language, and in `of:` once more.
pub fn scaffold(lesson: &RawLesson, lang: Lang, remarks: &str) -> String {
    let mut out = format!(
        "# yaml-language-server: $schema=translation.schema.json\n{remarks}gostep_lesson: 1\ntranslates: {}\nlang: {}\n",
        lesson.id.as_deref().unwrap_or_default(),
        lang.code()
    );
    let Some(head) = of_head(lesson, Form::Original) else { return out };
    let of = Node::Map(vec![("of".to_owned(), head.clone())]);
    of.write(0, &mut out);
    head.write(0, &mut out);
    out.push_str("steps:\n");
    for step in &lesson.steps {
        out.push_str(&step_of(step));
    }
    out
}

/// A step of a translation that is still to be written, with its name.
pub fn step_of(step: &RawStep) -> String {
    let Some((id, texts)) = step.id.as_ref().zip(of_step(step, Form::Original)) else { return String::new() };
    let mut out = format!("\n  {id}:\n");
    Node::Map(vec![("of".to_owned(), texts.clone())]).write(4, &mut out);
    texts.write(4, &mut out);
    out
}

/// The text of a translation in which `of:` of a step says what its texts are now; without a step, that of the lesson.
///
/// # Errors
/// If there is no place for it.
pub fn accept(text: &str, overlay: &Overlay, lesson: &RawLesson, step: Option<&str>) -> Result<String, Refusal> {
    let path = step.map_or_else(String::new, |id| format!("steps.{id}."));
    let form = form_of(overlay, &format!("{path}of"));
    let node = match step {
        Some(id) => {
            lesson.steps.iter().find(|step| step.id.as_deref() == Some(id)).and_then(|step| of_step(step, form))
        }
        None => of_head(lesson, form),
    };
    let Some(node) = node else { return Err(Refusal::NoStep) };
    let of = format!("{path}of");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (from, to, indent) = if overlay.places.has(&of) {
        let place = overlay.places.key(&of);
        (place.line - 1, end_of(&lines, place.line, place.column), place.column - 1)
    } else {
        // Below the name of the step, or before the texts of the lesson.
        let place = overlay.places.key(step.map_or("title", |_| path.trim_end_matches('.')));
        match step {
            Some(_) => (place.line, place.line, place.column + 1),
            None => (place.line - 1, place.line - 1, 0),
        }
    };
    if step.is_some_and(|id| !overlay.value.steps.contains_key(id)) {
        return Err(Refusal::NoStep);
    }
    // In braces the step begins in the line of its name.
    let name = overlay.places.key(path.trim_end_matches('.'));
    let is_in_braces = step.is_some() && lines.get(name.line - 1).is_some_and(|line| line.contains('{'));
    if is_in_braces {
        return Err(Refusal::InBraces);
    }
    let mut out: String = lines[..from].concat();
    match form {
        Form::Original => Node::Map(vec![("of".to_owned(), node)]).write(indent, &mut out),
        Form::Fingerprint => node.write_short("of", indent, &mut out),
    }
    out.push_str(&lines[to..].concat());
    Ok(out)
}

/// The text of a translation with more steps, behind those that it has.
///
/// # Errors
/// If there is no place for them.
pub fn with_steps(text: &str, overlay: &Overlay, steps: &[&RawStep]) -> Result<String, Refusal> {
    let added: String = steps.iter().map(|step| step_of(step)).collect();
    if !overlay.places.has("steps") {
        return Ok(format!("{}\n\nsteps:{added}", text.trim_end()));
    }
    let place = overlay.places.key("steps");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let head = lines.get(place.line - 1).map_or("", |line| line.split(" #").next().unwrap_or_default().trim());
    if head != "steps:" {
        return Err(Refusal::InBraces);
    }
    let end = end_of(&lines, place.line, place.column);
    let before = lines[..end].concat();
    Ok(format!("{}\n{added}{}", before.trim_end(), lines[end..].concat()))
}

/// Behind which line what begins in a line and column ends, blank lines left out.
fn end_of(lines: &[&str], line: usize, column: usize) -> usize {
    let is_inside = |line: &str| line.trim().is_empty() || indentation(line) + 1 > column;
    let below = lines.iter().skip(line).take_while(|line| is_inside(line)).count();
    let end = (line + below).min(lines.len());
    end - lines[..end].iter().rev().take_while(|line| line.trim().is_empty()).count()
}

/// Fingerprints stay fingerprints, also those that stood for a whole step.
fn form_of(overlay: &Overlay, of: &str) -> Form {
    let place = overlay.places.value(of);
    let written = overlay.places.line_of(place);
    let is_short = overlay.places.has(of) && written.split(['"', '\'', ' ', '}', ',']).any(is_fingerprint)
        || overlay.value.of.as_ref().and_then(|of| of.title.as_deref()).is_some_and(is_fingerprint);
    if is_short { Form::Fingerprint } else { Form::Original }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn text(original: Option<&String>, form: Form) -> Option<Node> {
    original.map(|original| match form {
        Form::Original => Node::Text(original.clone()),
        Form::Fingerprint => Node::Text(fingerprint_of(original)),
    })
}

/// A mapping of what is there; nothing if nothing is.
fn map<const N: usize>(pairs: [(&str, Option<Node>); N]) -> Option<Node> {
    let pairs: Vec<_> = pairs.into_iter().filter_map(|(name, node)| Some((name.to_owned(), node?))).collect();
    (!pairs.is_empty()).then_some(Node::Map(pairs))
}

fn of_head(lesson: &RawLesson, form: Form) -> Option<Node> {
    let learned: Vec<Node> = lesson.learned.iter().filter_map(|line| text(Some(line), form)).collect();
    map([
        ("title", text(lesson.title.as_ref(), form)),
        ("summary", text(lesson.summary.as_ref(), form)),
        ("learned", (!learned.is_empty()).then_some(Node::List(learned))),
    ])
}

fn of_step(step: &RawStep, form: Form) -> Option<Node> {
    let list = |texts: &[String], is_translated: bool| {
        let texts: Vec<Node> = texts.iter().filter_map(|one| text(Some(one), form)).collect();
        (is_translated && !texts.is_empty()).then_some(Node::List(texts))
    };
    let ask = step.ask.as_ref().and_then(|ask| {
        let options = ask.options.iter().filter_map(|option| {
            map([("text", text(option.text.as_ref(), form)), ("why", text(option.why.as_ref(), form))])
        });
        let options: Vec<Node> = options.collect();
        map([
            ("text", text(ask.text.as_ref(), form)),
            ("options", (!options.is_empty()).then_some(Node::List(options))),
            ("items", list(&ask.items, ask.by.is_none())),
            ("answer", list(&ask.answer, ask.kind.as_deref() == Some("text"))),
            ("hints", list(&ask.hints, true)),
            ("right", text(ask.right.as_ref(), form)),
            ("wrong", text(ask.wrong.as_ref(), form)),
        ])
    });
    let task = step.task.as_ref().and_then(|task| {
        // A condition without words keeps its place.
        let goal = task.goal.iter().filter_map(|condition| {
            map([("text", text(condition.text.as_ref().or(condition.condition.as_ref()), form))])
        });
        let goal: Vec<Node> = goal.collect();
        map([
            ("text", text(task.text.as_ref(), form)),
            ("goal", (!goal.is_empty()).then_some(Node::List(goal))),
            ("hints", list(&task.hints, true)),
            ("right", text(task.right.as_ref(), form)),
        ])
    });
    map([
        ("title", text(step.title.as_ref(), form)),
        ("lead", text(step.lead.as_ref(), form)),
        ("ask", ask),
        ("task", task),
        ("say", text(step.say.as_ref(), form)),
        ("note", text(step.note.as_ref(), form)),
    ])
}
