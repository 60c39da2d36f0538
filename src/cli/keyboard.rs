//! Lines that somebody may type while the program is busy with something else.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Where typed lines arrive.
pub struct Keyboard(Receiver<String>);

impl Keyboard {
    /// Begins to listen.
    pub fn open() -> Self {
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            for line in std::io::stdin().lock().lines().map_while(Result::ok) {
                if sender.send(line.trim().to_owned()).is_err() {
                    return;
                }
            }
        });
        Self(receiver)
    }

    /// A line that is typed within this time. Lasts as long where nothing can be typed any more.
    pub fn line_within(&self, time: Duration) -> Option<String> {
        self.0.recv_timeout(time).map_or_else(
            |error| {
                if error == RecvTimeoutError::Disconnected {
                    std::thread::sleep(time);
                }
                None
            },
            Some,
        )
    }
}
