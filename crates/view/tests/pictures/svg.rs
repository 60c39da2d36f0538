//! A picture as a tree, and what can be asked of it.

use gostep_view::picture::alone;
use maud::Markup;
use roxmltree::{Document, Node};
use unicode_width::UnicodeWidthStr;

/// Left, top, right and bottom.
pub type Area = [f64; 4];

/// Checks what holds for each picture; gives its text.
pub fn checked(picture: &Markup) -> String {
    assert_eq!(alone(picture), alone(picture));
    let text = alone(picture);
    let tree = Document::parse(&text).expect("a picture is XML");
    let root = tree.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("role")), ("svg", Some("img")));
    assert!(!root.attribute("aria-label").unwrap().is_empty());
    let view: Vec<f64> = root.attribute("viewBox").unwrap().split(' ').map(|part| part.parse().unwrap()).collect();
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(["svg", "style", "rect", "text", "g", "path", "line", "title"].contains(&name), "{name}");
        assert!(node.attributes().all(|attribute| attribute.name() != "style" && !attribute.name().starts_with("on")));
        if name == "rect" {
            let [left, top, right, bottom] = area(node);
            assert!(left >= 0.0 && top >= 0.0 && right <= view[2] + 0.1 && bottom <= view[3] + 0.1, "{node:?}");
        }
        if name == "text" {
            let (x, y) = (number(node, "x"), number(node, "y"));
            assert!(x >= 0.0 && x <= view[2] && y > 0.0 && y < view[3], "{node:?}");
            if !ends_there(node) {
                // The narrowest that letters of these sizes are on average.
                let width = columns(node) * 5.5;
                assert!(x + width <= view[2], "{:?} is cut", shown(node));
            }
        }
    }
    text
}

/// The boxes of a class of groups.
pub fn boxes<'a>(tree: &'a Document, class: &str) -> Vec<(Node<'a, 'a>, Area)> {
    let groups = tree.descendants().filter(|node| node.tag_name().name() == "g" && has_class(*node, class));
    groups.map(|group| (group, area(group.children().find(|node| node.tag_name().name() == "rect").unwrap()))).collect()
}

/// Fails if two boxes overlap by more than a rounded tenth.
pub fn apart(boxes: &[(Node, Area)]) {
    for (at, (one, a)) in boxes.iter().enumerate() {
        for (other, b) in &boxes[at + 1..] {
            let overlap = a[2].min(b[2]) - a[0].max(b[0]) > 0.15 && a[3].min(b[3]) - a[1].max(b[1]) > 0.15;
            assert!(!overlap, "{:?} {a:?} and {:?} {b:?} overlap", one.attribute("class"), other.attribute("class"));
        }
    }
}

/// Fails if names do not fit into their boxes.
pub fn names_fit(boxes: &[(Node, Area)]) {
    for (group, area) in boxes {
        let names = group.children().filter(|node| has_class(*node, "name") && !has_class(*node, "end"));
        for name in names {
            // DejaVu Sans Mono, which is wide, at 13 px.
            let right = number(name, "x") + columns(name) * 7.83;
            assert!(right <= area[2], "{:?} does not fit", shown(name));
        }
    }
}

pub fn shown(node: Node) -> String {
    node.text().unwrap_or_default().to_owned()
}

fn columns(node: Node) -> f64 {
    f64::from(u32::try_from(shown(node).width()).unwrap())
}

pub fn has_class(node: Node, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|other| other == class))
}

fn ends_there(node: Node) -> bool {
    ["end", "signs", "tick", "middle"].into_iter().any(|class| has_class(node, class))
}

fn area(rect: Node) -> Area {
    let of = |name| rect.attribute(name).map_or(0.0, |value| value.parse().unwrap());
    let (x, y): (f64, f64) = (of("x"), of("y"));
    [x, y, x + of("width"), y + of("height")]
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}
