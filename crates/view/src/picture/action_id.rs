//! What goes into an action ID: what is hashed, the hash, and what comes out.

use maud::{Markup, html};

use super::canvas::{Head, MARGIN, Width, canvas};
use super::text::{beginning_of, columns_in, end_of, n, name_width, plain, px};
use gostep_course::player::HashView;
use gostep_course::words::Words;

/// Pixels of a line, and around the text of a box.
const LINE: f64 = 18.0;
const PADDING: f64 = 10.0;
/// Pixels between boxes.
const GAP: f64 = 12.0;
/// Width of what is hashed at most, of the hash, and of the action ID; and half the heights of those two.
const INPUTS: f64 = 720.0;
const SUM: f64 = 210.0;
const ID: f64 = 300.0;
const HALF_SUM: f64 = 32.0;
const HALF_ID: f64 = 69.0;
/// Pixels from one to the next.
const WAY: f64 = 69.0;
/// With less room than this, they stand below each other.
const BESIDE: f64 = 1100.0;
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

/// Where things stand.
struct Places {
    beside: bool,
    /// The width of what is hashed, and the top of each group.
    inputs: f64,
    tops: Vec<f64>,
    /// The left and the middle of the hash and of the action ID.
    sum: (f64, f64),
    id: (f64, f64),
    bottom: f64,
}

impl Places {
    fn of(groups: &[(&str, &Group)], top: f64, width: f64) -> Self {
        let mut tops = Vec::with_capacity(groups.len());
        let mut bottom = top;
        for (_, group) in groups {
            tops.push(bottom);
            bottom += height(group) + GAP;
        }
        let room = width - 2.0 * MARGIN;
        if width >= BESIDE {
            let inputs = (room - SUM - ID - 2.0 * WAY).min(INPUTS);
            let bottom = bottom.max(top + 2.0 * HALF_ID + GAP);
            let middle = f64::midpoint(top, bottom - GAP);
            let id = width - MARGIN - ID;
            let sum = (f64::midpoint(MARGIN + inputs, id) - SUM / 2.0, middle);
            Self { beside: true, inputs, tops, sum, id: (id, middle), bottom }
        } else {
            let sum = bottom + HALF_SUM;
            let id = sum + HALF_SUM + 2.0 * GAP + HALF_ID;
            let inputs = room - 2.0 * GAP;
            Self { beside: false, inputs, tops, sum: (MARGIN, sum), id: (MARGIN, id), bottom: id + HALF_ID + GAP }
        }
    }

    /// From a group with this middle to the hash.
    fn to_sum(&self, y: f64) -> Markup {
        let (x, (sum, middle)) = (MARGIN + self.inputs, self.sum);
        if self.beside {
            return arrow((x, y), self.sum);
        }
        let line = format!("M{} {}h{}V{}H{}", n(x), n(y), n(GAP), n(middle), n(sum + SUM + 8.0));
        let point = format!("M{} {}l9 -5v10z", n(sum + SUM), n(middle));
        html! { g.arrow { path.line d=(line) {} path.point d=(point) {} } }
    }

    /// From the hash to the action ID.
    fn to_id(&self) -> Markup {
        let ((sum, middle), (_, id)) = (self.sum, self.id);
        if self.beside {
            return arrow((sum + SUM, middle), self.id);
        }
        let (x, to) = (sum + SUM / 2.0, id - HALF_ID);
        let line = format!("M{} {}V{}", n(x), n(middle + HALF_SUM), n(to - 8.0));
        let point = format!("M{} {}l-5 -9h10z", n(x), n(to));
        html! { g.arrow { path.line d=(line) {} path.point d=(point) {} } }
    }
}

/// What goes into an action ID: the lines of the hashed text, by what they tell; their SHA-256; the action ID, and what
/// it is for.
pub fn action_id(words: &Words, hash: &HashView, width: Width) -> Markup {
    let own = &words.picture;
    let title = match &hash.package {
        Some(package) => own.action_id.with([&plain(package)]),
        None => own.action_id_of_link.to_owned(),
    };
    let mut head = Head::new(title, width);
    if hash.stand_ins {
        head.add("dim", words.artefacts.stand_ins);
    }
    if !hash.excerpt.numbers.is_empty() {
        head.add("dim", &words.artefacts.lines.with([&hash.excerpt.numbers.len(), &hash.excerpt.total]));
    }
    let groups = groups(hash);
    let groups: Vec<(&str, &Group)> =
        own.hashed.into_iter().zip(&groups).filter(|(_, group)| !group.lines.is_empty()).collect();
    let places = Places::of(&groups, head.bottom() + 6.0, width.px());
    canvas(
        "action-id",
        (width.px(), places.bottom + MARGIN - GAP),
        &head,
        &html! {
            @for ((name, group), top) in groups.iter().zip(&places.tops) {
                (inputs(words, name, group, (*top, places.inputs)))
                (places.to_sum(top + height(group) / 2.0))
            }
            (places.to_id())
            (sum(hash, places.sum))
            (id(words, hash, places.id))
        },
    )
}

fn sum(hash: &HashView, (x, y): (f64, f64)) -> Markup {
    html! {
        g.sum {
            title { "SHA-256 " (hash.sum) }
            rect x=(n(x)) y=(n(y - HALF_SUM)) width=(n(SUM)) height=(n(2.0 * HALF_SUM)) rx=(n(HALF_SUM)) {}
            text.middle.strong x=(n(x + SUM / 2.0)) y=(n(y - 6.0)) { "SHA-256" }
            text.middle.name x=(n(x + SUM / 2.0)) y=(n(y + 15.0)) { (beginning_of(&hash.sum, 20)) }
        }
    }
}

fn id(words: &Words, hash: &HashView, (x, y): (f64, f64)) -> Markup {
    let own = &words.picture;
    html! {
        g.id {
            rect x=(n(x)) y=(n(y - HALF_ID)) width=(n(ID)) height=(n(2.0 * HALF_ID)) rx="5" {}
            text.strong x=(n(x + PADDING)) y=(n(y - 44.0)) { (own.action_id_head) }
            text.name.strong x=(n(x + PADDING)) y=(n(y - 21.0)) { (beginning_of(&hash.id, 34)) }
            text.dim x=(n(x + PADDING)) y=(n(y - 1.0)) { (own.first_bits) }
            @for (at, line) in own.used[usize::from(hash.package.is_none())].iter().enumerate() {
                text x=(n(x + PADDING)) y=(n(y + 22.0 + px(at) * LINE)) { (line) }
            }
        }
    }
}

fn inputs(words: &Words, name: &str, group: &Group, (top, width): (f64, f64)) -> Markup {
    let x = MARGIN + PADDING;
    let right = MARGIN + width - PADDING;
    let y = |row: usize| n(top + PADDING + 10.0 + px(row) * LINE);
    html! {
        g.inputs {
            rect x=(n(MARGIN)) y=(n(top)) width=(n(width)) height=(n(height(group))) rx="5" {}
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
