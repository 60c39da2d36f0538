//! All that can happen to a full-screen program, in one channel: keys, the mouse, sizes, signals.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// From the terminal.
    Terminal(Event),
    /// The terminal has another size.
    Resized,
    /// Somebody wants the program to stop for a while.
    Stop,
    /// It was stopped, and goes on.
    Continue,
    /// Somebody wants it to end; the number of the signal.
    End(i32),
    /// Nothing for as long as one was ready to wait.
    Quiet,
    /// The terminal is gone.
    Gone,
}

/// Where messages arrive.
pub struct Inbox {
    messages: Receiver<Message>,
    sender: Sender<Message>,
}

impl Inbox {
    /// Begins to listen to signals. From here on none of them ends the program by itself, so this comes before the
    /// terminal is taken.
    pub fn open() -> std::io::Result<Self> {
        let (sender, messages) = channel();
        signals::listen(sender.clone())?;
        Ok(Self { messages, sender })
    }

    /// Begins to listen to the terminal.
    pub fn read_terminal(&self) -> std::io::Result<()> {
        let sender = self.sender.clone();
        thread::Builder::new().name("keys".to_owned()).spawn(move || read_terminal(&sender))?;
        Ok(())
    }

    /// The next message. Waits no longer than `time`, if that is given.
    pub fn next(&self, time: Option<Duration>) -> Message {
        match time {
            None => self.messages.recv().unwrap_or(Message::Gone),
            Some(time) => self.messages.recv_timeout(time).unwrap_or_else(|error| match error {
                RecvTimeoutError::Timeout => Message::Quiet,
                RecvTimeoutError::Disconnected => Message::Gone,
            }),
        }
    }

    /// After a stop: reads up to the message that it goes on. Gives the signal, if one ends it before that.
    pub fn continued(&self) -> Option<i32> {
        self.messages.iter().find_map(|message| match message {
            Message::Continue => Some(None),
            Message::End(signal) => Some(Some(signal)),
            _ => None,
        })?
    }

    /// A message that is there already: several keys in a row are drawn once.
    pub fn waiting(&self) -> Option<Message> {
        self.messages.try_recv().ok()
    }
}

fn read_terminal(sender: &Sender<Message>) {
    loop {
        let message = match crossterm::event::read() {
            Ok(Event::Resize(..)) => Message::Resized,
            Ok(event) => Message::Terminal(event),
            Err(_) => Message::Gone,
        };
        let gone = matches!(message, Message::Gone);
        if sender.send(message).is_err() || gone {
            return;
        }
    }
}

#[cfg(unix)]
mod signals {
    use std::sync::mpsc::Sender;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::Message;

    pub fn listen(sender: Sender<Message>) -> std::io::Result<()> {
        let mut signals = Signals::new([SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP, SIGWINCH])?;
        let forward = move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => Message::Stop,
                    SIGCONT => Message::Continue,
                    SIGWINCH => Message::Resized,
                    other => Message::End(other),
                };
                if sender.send(message).is_err() {
                    return;
                }
            }
        };
        std::thread::Builder::new().name("signals".to_owned()).spawn(forward)?;
        Ok(())
    }
}

#[cfg(not(unix))]
mod signals {
    pub fn listen(_sender: std::sync::mpsc::Sender<super::Message>) -> std::io::Result<()> {
        Ok(())
    }
}

/// Stops this program as the terminal's stop key does, until the shell lets it go on. Where there is no shell that
/// could (the program is the only one of its terminal), it goes on at once. Gives whether it was stopped.
#[cfg(unix)]
pub fn stop() -> std::io::Result<bool> {
    use nix::unistd::{Pid, getppid, getsid};
    // In a container the parent may be out of sight (process 0), and so may the leader of a session (session 0).
    let no_parent = Pid::from_raw(0);
    let parent = getppid();
    if parent == no_parent || getsid(Some(parent)) != getsid(None) {
        return Ok(false);
    }
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(true)
}

/// There is no such thing here.
#[cfg(not(unix))]
pub fn stop() -> std::io::Result<bool> {
    Ok(false)
}
