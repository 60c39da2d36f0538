//! Texts, lists and mappings as YAML that people go on writing in.

/// A value of a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in this order.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Writes a mapping or list, each part in lines of its own, set in by so many columns.
    pub fn write(&self, indent: usize, out: &mut String) {
        let blanks = " ".repeat(indent);
        match self {
            Self::Text(text) => out.push_str(&format!("{blanks}{}\n", scalar(text, indent))),
            Self::List(items) => {
                for item in items {
                    let mut inner = String::new();
                    item.write(indent + 2, &mut inner);
                    // The first line begins with the dash.
                    out.push_str(&format!("{blanks}- {}", &inner[(indent + 2).min(inner.len())..]));
                }
            }
            Self::Map(pairs) => {
                for (name, node) in pairs {
                    if let Self::Text(text) = node {
                        out.push_str(&format!("{blanks}{name}: {}\n", scalar(text, indent + 2)));
                    } else {
                        out.push_str(&format!("{blanks}{name}:\n"));
                        node.write(indent + 2, out);
                    }
                }
            }
        }
    }

    /// Writes a mapping under a name, each of its parts in one line.
    pub fn write_short(&self, name: &str, indent: usize, out: &mut String) {
        let blanks = " ".repeat(indent);
        let short = self.short();
        if short.len() + name.len() + indent < 110 {
            out.push_str(&format!("{blanks}{name}: {short}\n"));
            return;
        }
        out.push_str(&format!("{blanks}{name}:\n"));
        let Self::Map(pairs) = self else { return };
        for (name, node) in pairs {
            out.push_str(&format!("{blanks}  {name}: {}\n", node.short()));
        }
    }

    fn short(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::List(items) => format!("[{}]", items.iter().map(Self::short).collect::<Vec<_>>().join(", ")),
            Self::Map(pairs) => {
                let pairs = pairs.iter().map(|(name, node)| format!("{name}: {}", node.short()));
                format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// A text as it stands behind its name: in quotes, or if it has several lines, below a `|`.
fn scalar(text: &str, indent: usize) -> String {
    let is_block = text.trim_end_matches('\n').contains('\n') || text.ends_with('\n');
    let is_plain = text.lines().all(|line| !line.ends_with(' ') && !line.contains('\t'));
    let begins_well = !text.starts_with([' ', '\n']);
    if !is_block || !is_plain || !begins_well || text.ends_with("\n\n") {
        return quoted(text);
    }
    let blanks = " ".repeat(indent);
    let lines = text.trim_end_matches('\n').lines();
    let lines: Vec<String> =
        lines.map(|line| if line.is_empty() { String::new() } else { format!("{blanks}{line}") }).collect();
    format!("{}\n{}", if text.ends_with('\n') { "|" } else { "|-" }, lines.join("\n"))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node() -> impl Strategy<Value = Node> {
        let text = "[ a\"':{}#|\\\\\n\tä字-]{1,12}".prop_map(Node::Text);
        text.prop_recursive(3, 20, 4, |inner| {
            let map = prop::collection::btree_map("[a-z]{1,4}", inner.clone(), 1..4);
            prop_oneof![
                prop::collection::vec(inner, 1..4).prop_map(Node::List),
                map.prop_map(|pairs| Node::Map(pairs.into_iter().collect())),
            ]
        })
    }

    fn value(node: &Node) -> serde_json::Value {
        match node {
            Node::Text(text) => text.clone().into(),
            Node::List(items) => items.iter().map(value).collect(),
            Node::Map(pairs) => {
                serde_json::Value::Object(pairs.iter().map(|(name, node)| (name.clone(), value(node))).collect())
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(node in node()) {
            let top = Node::Map(vec![("top".to_owned(), node.clone())]);
            for short in [false, true] {
                let mut text = String::new();
                if short { node.write_short("top", 0, &mut text) } else { top.write(0, &mut text) }
                if !short || matches!(node, Node::Map(_)) {
                    let read = gostep_course::lesson::yaml::values(&text);
                    prop_assert_eq!(read.as_ref().map(|read| &read["top"]), Some(&value(&node)), "{}", text);
                }
            }
        }
    }
}
