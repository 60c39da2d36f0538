//! Simulated time as a person reads it.

/// Microseconds as seconds with two digits.
pub fn seconds(micros: u64) -> String {
    let hundredths = (micros + 5_000) / 10_000;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}
