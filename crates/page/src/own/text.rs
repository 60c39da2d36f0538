//! The texts that were brought, as text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::kind::{Kind, is_yaml};
use super::{BroughtText, MOST_BYTES, MOST_MB};
use gostep_course::lesson::load;
use gostep_course::player::sanitize;
use gostep_course::words::Words;
use gostep_sim::decode::decode;
use gostep_sim::program::ProgramError;

/// A text that was brought.
#[derive(Debug)]
pub struct Read {
    /// The name of its file, without what steers a terminal or turns a line around.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// What it is taken for.
    pub kind: Kind,
    /// Whether it came as a file.
    pub is_file: bool,
}

/// Reads it, in the encodings that shells write.
///
/// # Errors
/// If it is too large, or no text: what the command line says to that.
pub fn read(brought: &BroughtText, words: &Words) -> Result<Read, String> {
    let name = brought.name.as_deref().map(|name| sanitize(name).replace(['\n', '\t'], " "));
    let encoded = brought.bytes.as_deref();
    let size = encoded.map_or(brought.text.len(), |encoded| encoded.len() / 4 * 3);
    if size.max(brought.size.unwrap_or(0)) > MOST_BYTES {
        return Err(words.own.too_large.with([&MOST_MB]));
    }
    let text = match encoded.map(|encoded| STANDARD.decode(encoded)) {
        None => brought.text.replace("\r\n", "\n"),
        Some(bytes) => {
            let path = name.clone().unwrap_or_else(|| words.own.pasted.to_owned());
            let bytes = bytes.map_err(|error| format!("{path}: {error}"))?;
            if is_yaml(name.as_deref()) {
                load::text(&path, &bytes).map_err(|problem| problem.to_string())?.replace("\r\n", "\n")
            } else {
                decode(bytes).map_err(|what| ProgramError::NotText { path, what }.to_string())?
            }
        }
    };
    let kind = Kind::of(name.as_deref(), &text);
    Ok(Read { name, text, kind, is_file: encoded.is_some() })
}
