//! The front end as one script and one stylesheet.
//!
//! A single file that opens from disk cannot import modules, and all pages have the same bytes. So the modules are put
//! behind each other, without the lines that import and the words that export. For that, each import is one line, and
//! no two modules have a name in common.

/// The modules; each one comes after those that it imports.
const MODULES: &[&str] = &[
    include_str!("../../front/dom.js"),
    include_str!("../../front/answers.js"),
    include_str!("../../front/state.js"),
    include_str!("../../front/dialogs.js"),
    include_str!("../../front/storage.js"),
    include_str!("../../front/progress.js"),
    include_str!("../../front/theme.js"),
    include_str!("../../front/glossary.js"),
    include_str!("../../front/log.js"),
    include_str!("../../front/inspectors.js"),
    include_str!("../../front/question.js"),
    include_str!("../../front/practice.js"),
    include_str!("../../front/travel.js"),
    include_str!("../../front/step.js"),
    include_str!("../../front/pages.js"),
    include_str!("../../front/own.js"),
    include_str!("../../front/bench.js"),
    include_str!("../../front/what_if.js"),
    include_str!("../../front/address.js"),
    include_str!("../../front/present.js"),
    include_str!("../../front/keys.js"),
    include_str!("../../front/changes.js"),
    include_str!("../../front/main.js"),
];

/// The stylesheets. The last one has the last word, about the colours of pictures as well.
const STYLES: &[&str] = &[gostep_view::picture::STYLE, include_str!("../../front/page.css")];

/// The script of a page. What is for those who read the source is left out: no text in it has lines of its own.
pub fn script() -> String {
    let is_code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    source().map(str::trim_start).filter(is_code).collect::<Vec<_>>().join("\n")
}

/// The lines of the modules, as those of one script.
fn source() -> impl Iterator<Item = &'static str> {
    let lines = MODULES.iter().flat_map(|module| module.lines()).filter(|line| !line.starts_with("import "));
    lines.map(|line| line.strip_prefix("export ").unwrap_or(line))
}

/// The stylesheet of a page.
pub fn style() -> String {
    let lines = STYLES.iter().flat_map(|style| style.lines()).map(str::trim_start);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name that is there twice would keep the whole script from running.
    #[test]
    fn no_two_modules_have_a_name_in_common() {
        let names = source().filter_map(|line| {
            let line = line.strip_prefix("async ").unwrap_or(line);
            let rest = ["function ", "const ", "let ", "class "].iter().find_map(|word| line.strip_prefix(word))?;
            rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
        });
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        assert!(names.len() > 50);
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    /// Neither may end its element early.
    #[test]
    fn the_front_end_stays_inside_of_its_elements() {
        assert!(!script().contains("</") && !script().contains("<!--"), "write < and / apart in scripts");
        assert!(!style().contains("</"));
    }
}
