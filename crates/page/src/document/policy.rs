//! What a page may load and run.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Answers;
use super::bundle::{script, style};

/// The Content-Security-Policy of a page: its own script and its own stylesheet, by their hashes, and nothing else.
pub fn policy(answers: Answers<'_>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let connect = match answers {
        Answers::Server | Answers::Beside(_) => "'self'",
        Answers::Inside(_) | Answers::Nowhere => "'none'",
    };
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src {connect}; \
         base-uri 'none'; form-action 'none'",
        hash(&script()),
        hash(&style()),
    )
}
