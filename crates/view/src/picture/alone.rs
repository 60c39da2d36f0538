//! A picture as a document of its own.

use maud::Markup;

/// How pictures look. Its custom properties are what a page may set otherwise.
pub const STYLE: &str = include_str!("picture.css");

/// The picture as an SVG file that needs nothing else.
pub fn alone(picture: &Markup) -> String {
    let picture = picture.0.as_str();
    // A `>` in an attribute is escaped, so the first one ends the tag of the picture.
    let inside = picture.find('>').map_or(0, |at| at + 1);
    let (tag, rest) = picture.split_at(inside);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{tag}<style>\n{STYLE}</style>{rest}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// In XML a stylesheet is text like any other.
    #[test]
    fn the_style_needs_no_escapes() {
        assert!(!STYLE.contains(['<', '&']));
    }

    /// The colours of one theme, by name.
    fn colours(css: &str) -> BTreeMap<&str, [f64; 3]> {
        let lines = css.lines().filter_map(|line| line.trim().strip_prefix("--picture-")?.split_once(": #"));
        let value =
            |hex: &str| [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0);
        lines.map(|(name, hex)| (name, value(hex))).collect()
    }

    /// Contrast as the guidelines for accessibility (WCAG 2) define it.
    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let light = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let luminance = |[r, g, b]: [f64; 3]| 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        f64::max(a, b) / f64::min(a, b)
    }

    #[test]
    fn contrasts_are_those_of_level_aa() {
        let (light, dark) = STYLE.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
        let (dark, chosen) = dark.split_once(":root[data-theme=\"dark\"]").unwrap();
        let (chosen, most) = chosen.split_once(":root[data-theme=\"contrast\"]").unwrap();
        let (light, dark, most) = (colours(light), colours(dark), colours(most));
        assert_eq!(colours(chosen), dark, "dark by choice is dark as the system is");
        // Text, dim text, and lines. High contrast is level AAA, for lines as well.
        for (theme, [text, dim, lines]) in
            [(&light, [7.0, 4.5, 3.0]), (&dark, [7.0, 4.5, 3.0]), (&most, [10.0, 7.0, 7.0])]
        {
            assert_eq!(light.keys().collect::<Vec<_>>(), theme.keys().collect::<Vec<_>>());
            let grounds = ["ground", "layer", "box", "ready", "running", "done", "reused", "failed", "this"];
            for ground in grounds {
                assert!(contrast(theme["ink"], theme[ground]) >= text, "text on {ground}");
            }
            for ground in ["ground", "layer", "box"] {
                assert!(contrast(theme["dim"], theme[ground]) >= dim, "dim text on {ground}");
                let named = theme.iter().filter(|(name, _)| name.ends_with("line"));
                for (name, line) in
                    named.chain(["imported", "importing", "path"].map(|name| theme.get_key_value(name).unwrap()))
                {
                    assert!(contrast(*line, theme[ground]) >= lines, "{name} on {ground}");
                }
            }
        }
    }
}
