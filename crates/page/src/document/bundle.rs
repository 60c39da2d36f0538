//! The front end as one script and one stylesheet.
//!
//! A single file that opens from disk cannot import modules, and all pages have the same bytes. So the modules are put
//! behind each other, without the lines that import and the words that export. For that, each import is one line, and
//! no two modules have a name in common; a test in a browser would fail at once if they had.

/// The modules; each one comes after those that it imports.
const MODULES: &[&str] = &[include_str!("../../front/main.js")];

/// The stylesheets. The last one has the last word, about the colours of pictures as well.
const STYLES: &[&str] = &[gostep_view::picture::STYLE, include_str!("../../front/page.css")];

/// The script of a page.
pub fn script() -> String {
    let lines = MODULES.iter().flat_map(|module| module.lines()).filter(|line| !line.starts_with("import "));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
    lines.join("\n")
}

/// The stylesheet of a page.
pub fn style() -> String {
    STYLES.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Neither may end its element early.
    #[test]
    fn the_front_end_stays_inside_of_its_elements() {
        assert!(!script().contains("</") && !script().contains("<!--"), "write < and / apart in scripts");
        assert!(!style().contains("</"));
    }
}
