//! Reads typed lines while the program is busy with something else.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Receives lines from a thread that reads standard input.
pub struct Keyboard(Receiver<String>);

impl Keyboard {
    /// Starts the thread.
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

    /// The next line, if one is typed within this time. Waits equally long after the end of the input.
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
