//! The colours of a terminal that is drawn in a file. Each of them can be read on the ground.

/// The ground.
pub const GROUND: &str = "#14171c";
/// Text without a colour.
pub const INK: &str = "#d7dbe0";
/// The sixteen colours by their numbers: black, red, green, yellow, blue, magenta, cyan, white, and the bright ones.
pub const PALETTE: [&str; 16] = [
    "#14171c", "#f0787a", "#7ec98f", "#e0b45c", "#7aa8f5", "#d68cd8", "#5cc3cc", "#d7dbe0", //
    "#8b949e", "#ff9a9b", "#9fdfae", "#f2cf85", "#9fc2ff", "#ecaaee", "#8ae0e7", "#ffffff",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    /// The contrast that WCAG asks of text.
    #[test]
    fn colours_can_be_read() {
        for colour in PALETTE[1..].iter().chain([&INK]) {
            let contrast = (luminance(colour) + 0.05) / (luminance(GROUND) + 0.05);
            assert!(contrast >= 4.5, "{colour}: {contrast}");
        }
    }
}
