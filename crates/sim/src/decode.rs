//! Texts in the encodings that shells write.

use crate::said::Said;

/// Decodes UTF-8, with or without a byte order mark, or UTF-16 as PowerShell writes it, and makes all line ends line
/// feeds.
///
/// # Errors
/// If the bytes are not text; the error tells what they are.
pub fn decode(bytes: Vec<u8>) -> Result<String, Said> {
    let units = |unit: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect()
    };
    let wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(units(u16::from_le_bytes)),
        Some([0xfe, 0xff]) => Some(units(u16::from_be_bytes)),
        _ => None,
    };
    let text = match wide {
        Some(units) => String::from_utf16(&units).map_err(|_| said!("UTF-16 text that is damaged"))?,
        None if bytes.contains(&0) => return Err(said!("a binary file")),
        None => String::from_utf8(bytes)
            .map_err(|error| said!("not UTF-8 text (at byte {})", error.utf8_error().valid_up_to()))?,
    };
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shells_write_is_read() {
        let text = "a\nä 包\n";
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { "\u{feff}a\r\nä 包\r\n".encode_utf16().flat_map(unit).collect() };
        let written = [
            text.as_bytes().to_vec(),
            "\u{feff}a\r\nä 包\r\n".as_bytes().to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ];
        for bytes in written {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode(vec![0x7f, b'E', 0]), Err(said!("a binary file")));
        assert_eq!(decode(vec![b'a', 0xff, b'b']).unwrap_err().to_string(), "not UTF-8 text (at byte 1)");
        assert_eq!(decode(vec![0xff, 0xfe, 0, 0xd8]), Err(said!("UTF-16 text that is damaged")));
    }
}
