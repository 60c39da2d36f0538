//! Go sources that come with gostep, for lessons about a run.

/// The program that the course is about.
pub const SAMPLE: &str = include_str!("../../../../lessons/programs/hello/main.go");

/// Names and texts: the program of the course first, then what is like it but for one thing.
const SHIPPED: [(&str, &str); 4] = [
    ("hello", SAMPLE),
    ("no-sleep", include_str!("../../../../lessons/programs/runs/no-sleep.go")),
    ("four-seconds", include_str!("../../../../lessons/programs/runs/four-seconds.go")),
    ("five", include_str!("../../../../lessons/programs/runs/five.go")),
];

/// The text of a source by its name.
pub fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The names of all.
pub fn shipped_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}
