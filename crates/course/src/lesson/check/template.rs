//! Markdown with facts: `{{ count(packages) }} packages`.

use crate::lesson::expr::{self, ExprError};
use crate::lesson::facts::Scene;
use crate::words::Lang;
use gostep_sim::said;

/// A text that is longer, facts filled in, is nothing to read.
const MAX_FILLED: usize = 200_000;

/// A text with its facts, and what is wrong in it, with byte offsets into it. `…` stands for facts that have no value.
pub fn fill(text: &str, scene: &Scene<'_>, lang: Lang) -> (String, Vec<ExprError>) {
    let mut out = String::with_capacity(text.len());
    let mut errors = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{") {
        let open = from + open;
        out.push_str(&text[from..open]);
        let inner = open + 2;
        let Some(length) = text[inner..].find("}}") else {
            errors.push(ExprError::new(open, said!("{{{{ is not closed"), said!("end the fact with }}}}")));
            return (out, errors);
        };
        match expr::parse(&text[inner..inner + length], inner).and_then(|expr| scene.value(&expr)) {
            Ok(value) if out.len() < MAX_FILLED => out.push_str(&value.markdown(lang)),
            Ok(_) => {
                let message = said!("with its facts the text has more than {MAX_FILLED} bytes", MAX_FILLED);
                errors.push(ExprError::misfit(
                    open,
                    message,
                    said!("say less; a list can be counted: count(packages)"),
                ));
                return (out, errors);
            }
            Err(error) => {
                out.push('…');
                errors.push(error);
            }
        }
        from = inner + length + 2;
    }
    out.push_str(&text[from..]);
    (out, errors)
}
