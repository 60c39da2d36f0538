//! Frames as something to look at.
