//! What goes into an action ID: what is hashed, the hash, and what comes out.

use maud::{Markup, html};

use super::canvas::{Key, MARGIN, WIDTH, canvas};
use super::text::{beginning_of, columns_in, end_of, n, name_width, plain, px};
use gostep_course::player::HashView;
use gostep_course::words::Words;

/// Pixels of a line, and around the text of a box.
const LINE: f64 = 18.0;
const PADDING: f64 = 10.0;
/// Pixels between boxes.
const GAP: f64 = 12.0;
/// Width of the boxes on the left, in the middle and on the right.
const LEFT: f64 = 600.0;
const MIDDLE: f64 = 210.0;
const RIGHT: f64 = 300.0;
/// Lines of a group that are drawn.
const MOST: usize = 8;
/// Columns of a hash that are drawn.
const HASH: usize = 12;

/// Lines of the hashed text that belong together.
#[derive(Default)]
struct Group {
    lines: Vec<Input>,
}

/// A line of the hashed text.
struct Input {
    /// What it is about.
    text: String,
    /// The hash that stands for it.
    hash: Option<String>,
    /// Whether the lesson points at it.
    marked: bool,
}

/// What goes into an action ID: on the left the lines of the hashed text, by what they tell; in the middle their
/// SHA-256; on the right the action ID, and what it is for.
pub fn action_id(words: &Words, hash: &HashView) -> Markup {
    let own = &words.picture;
    let title = match &hash.package {
        Some(package) => own.action_id.with([&plain(package)]),
        None => own.action_id_of_link.to_owned(),
    };
    let mut key = Key::new(WIDTH);
    if hash.stand_ins {
        key.add("dim", words.artefacts.stand_ins);
    }
    if !hash.excerpt.numbers.is_empty() {
        key.add("dim", &words.artefacts.lines.with([&hash.excerpt.numbers.len(), &hash.excerpt.total]));
    }
    let groups = groups(hash);
    let groups: Vec<(&str, &Group)> =
        own.hashed.into_iter().zip(&groups).filter(|(_, group)| !group.lines.is_empty()).collect();
    let top = key.bottom() + 6.0;
    let mut tops = Vec::with_capacity(groups.len());
    let mut bottom = top;
    for (_, group) in &groups {
        tops.push(bottom);
        bottom += height(group) + GAP;
    }
    let bottom = bottom.max(top + 140.0);
    let center = f64::midpoint(top, bottom - GAP);
    let middle = f64::midpoint(MARGIN + LEFT, WIDTH - MARGIN - RIGHT) - MIDDLE / 2.0;
    let right = WIDTH - MARGIN - RIGHT;
    canvas(
        "action-id",
        (WIDTH, bottom + MARGIN - GAP),
        &title,
        &html! {
            (key.markup())
            @for ((name, group), top) in groups.iter().zip(&tops) {
                (inputs(words, name, group, *top))
                (arrow((MARGIN + LEFT, top + height(group) / 2.0), (middle, center)))
            }
            (arrow((middle + MIDDLE, center), (right, center)))
            g.sum {
                title { "SHA-256 " (hash.sum) }
                rect x=(n(middle)) y=(n(center - 32.0)) width=(n(MIDDLE)) height="64" rx="32" {}
                text.middle.strong x=(n(middle + MIDDLE / 2.0)) y=(n(center - 6.0)) { "SHA-256" }
                text.middle.name x=(n(middle + MIDDLE / 2.0)) y=(n(center + 15.0)) { (beginning_of(&hash.sum, 20)) }
            }
            g.id {
                rect x=(n(right)) y=(n(center - 68.0)) width=(n(RIGHT)) height="138" rx="5" {}
                text.strong x=(n(right + PADDING)) y=(n(center - 44.0)) { (own.action_id_head) }
                text.name.strong x=(n(right + PADDING)) y=(n(center - 21.0)) { (beginning_of(&hash.id, 34)) }
                text.dim x=(n(right + PADDING)) y=(n(center - 1.0)) { (own.first_bits) }
                @for (at, line) in own.used[usize::from(hash.package.is_none())].iter().enumerate() {
                    text x=(n(right + PADDING)) y=(n(center + 22.0 + px(at) * LINE)) { (line) }
                }
            }
        },
    )
}

fn inputs(words: &Words, name: &str, group: &Group, top: f64) -> Markup {
    let x = MARGIN + PADDING;
    let right = MARGIN + LEFT - PADDING;
    let y = |row: usize| n(top + PADDING + 10.0 + px(row) * LINE);
    html! {
        g.inputs {
            rect x=(n(MARGIN)) y=(n(top)) width=(n(LEFT)) height=(n(height(group))) rx="5" {}
            text.strong x=(n(x)) y=(y(0)) { (name) }
            @for (at, input) in group.lines.iter().take(MOST).enumerate() {
                @let lead = if input.marked { "▸ " } else { "" };
                @let taken = name_width(lead) + input.hash.as_ref().map_or(0.0, |_| name_width("  ") + name_width("x") * px(HASH));
                @let room = columns_in(right - x - taken);
                g.input.lit[input.marked] {
                    title { (input.text) @if let Some(hash) = &input.hash { " " (hash) } }
                    text.name x=(n(x)) y=(y(at + 1)) {
                        (lead)
                        @if input.hash.is_some() { (end_of(&input.text, room)) } @else { (beginning_of(&input.text, room)) }
                    }
                    @if let Some(hash) = &input.hash { text.name.end.dim x=(n(right)) y=(y(at + 1)) { (beginning_of(hash, HASH)) } }
                }
            }
            @if group.lines.len() > MOST {
                text.dim x=(n(x)) y=(y(MOST + 1)) { (words.picture.more.with([&(group.lines.len() - MOST)])) }
            }
        }
    }
}

fn height(group: &Group) -> f64 {
    let lines = 1 + group.lines.len().min(MOST + 1);
    2.0 * PADDING + px(lines) * LINE - 4.0
}

fn arrow((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Markup {
    let half = n(f64::midpoint(x, to_x - 8.0));
    let line = format!("M{} {}C{half} {} {half} {} {} {}", n(x), n(y), n(y), n(to_y), n(to_x - 8.0), n(to_y));
    let point = format!("M{} {}l-9 -5v10z", n(to_x), n(to_y));
    html! { g.arrow { path.line d=(line) {} path.point d=(point) {} } }
}

/// The lines of the text: tools, settings, files, imports.
fn groups(hash: &HashView) -> [Group; 4] {
    let mut groups: [Group; 4] = Default::default();
    let mut from = 0;
    for line in hash.text.split('\n') {
        let to = from + line.len();
        let marked = hash.marks.iter().any(|&(start, end)| start < to && end > from);
        from = to + 1;
        let (group, text, sum) = read(line);
        let sum = sum.map(plain);
        groups[group].lines.push(Input { text: plain(text), hash: sum, marked });
    }
    groups
}

/// To which group a line belongs, what it is about, and the hash in it.
fn read(line: &str) -> (usize, &str, Option<&str>) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "file" => with_hash(rest, ' ').map_or((2, rest, None), |(name, hash)| (2, name, Some(hash))),
        "import" if !rest.starts_with('"') => {
            with_hash(rest, ' ').map_or((3, rest, None), |(name, hash)| (3, name, Some(hash)))
        }
        "packagefile" => with_hash(rest, '=').map_or((3, rest, None), |(name, hash)| (3, name, Some(hash))),
        "packagemain" => (3, line, None),
        "compile" | "asm" | "link" | "linkflags" => (0, line, None),
        _ if rest.is_empty() && (word.ends_with("compile") || word.ends_with("link")) => (0, line, None),
        _ => (1, line, None),
    }
}

/// A name and the hash behind it.
fn with_hash(text: &str, between: char) -> Option<(&str, &str)> {
    text.rsplit_once(between).filter(|(_, hash)| !hash.is_empty())
}
