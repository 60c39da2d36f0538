//! Simulated time as a person reads it.

/// Microseconds as seconds with two digits.
pub fn seconds(micros: u64) -> String {
    let hundredths = (micros + 5_000) / 10_000;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}

/// Microseconds of a run, in which a thousandth of a second is long: milliseconds, from a second on seconds.
pub fn fine(micros: u64) -> String {
    let (unit, name) = if micros < 1_000_000 { (1_000, "ms") } else { (1_000_000, "s") };
    let thousandths = micros * 1_000 / unit;
    format!("{}.{:03} {name}", thousandths / 1_000, thousandths % 1_000)
}
