//! Fingerprints of texts: whether an original is still the one that was translated.

use gostep_sim::hash::Hash;

/// Eight hex digits that change with the texts.
pub fn fingerprint<'a>(texts: impl IntoIterator<Item = &'a Option<String>>) -> String {
    let mut all = Vec::new();
    for text in texts {
        all.extend_from_slice(text.as_deref().unwrap_or_default().trim().as_bytes());
        all.push(0);
    }
    let hash = Hash::of(all).to_string();
    hash[..8].to_owned()
}

/// Whether `of:` names this original.
pub fn is_of(of: &str, original: &str) -> bool {
    of.trim() == original.trim() || of == fingerprint_of(original)
}

/// Whether a text is eight hex digits.
pub fn is_fingerprint(of: &str) -> bool {
    of.len() == 8 && of.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Fingerprint of one text.
pub fn fingerprint_of(text: &str) -> String {
    fingerprint([&Some(text.to_owned())])
}
