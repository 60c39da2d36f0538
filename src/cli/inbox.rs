//! All that can happen to a full-screen program, in one channel: keys, the mouse, sizes, signals.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

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

/// Where messages arrive. With it, those who listen go away, and signals do again what they always do.
pub struct Inbox {
    messages: Receiver<Message>,
    sender: Sender<Message>,
    closed: Arc<AtomicBool>,
    listeners: RefCell<Vec<JoinHandle<()>>>,
    signals: signals::Ears,
}

/// The terminal's keys are asked for this often whether somebody still wants them.
const PATIENCE: Duration = Duration::from_millis(50);

impl Inbox {
    /// Begins to listen to signals. From here on none of them ends the program by itself, so this comes before the
    /// terminal is taken.
    pub fn open() -> std::io::Result<Self> {
        let (sender, messages) = channel();
        let signals = signals::listen(sender.clone())?;
        Ok(Self { messages, sender, closed: Arc::default(), listeners: RefCell::default(), signals })
    }

    /// Begins to listen to the terminal.
    pub fn read_terminal(&self) -> std::io::Result<()> {
        let (sender, closed) = (self.sender.clone(), Arc::clone(&self.closed));
        let thread = thread::Builder::new().name("keys".to_owned());
        self.listeners.borrow_mut().push(thread.spawn(move || read_terminal(&sender, &closed))?);
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

impl Drop for Inbox {
    fn drop(&mut self) {
        /// Whoever reads from a terminal that goes away in that moment never comes back; the end of the program ends it.
        const FAREWELL: Duration = Duration::from_millis(300);
        self.closed.store(true, Ordering::Relaxed);
        self.signals.close();
        let begun = Instant::now();
        let listeners = self.listeners.take();
        while listeners.iter().any(|listener| !listener.is_finished()) && begun.elapsed() < FAREWELL {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// What is typed after the inbox is closed belongs to whoever reads next.
fn read_terminal(sender: &Sender<Message>, closed: &AtomicBool) {
    while !closed.load(Ordering::Relaxed) {
        match keys::wait() {
            Ok(false) => continue,
            Ok(true) => {}
            Err(_) => {
                // Without anybody to tell, this thread ends as well.
                let _ = sender.send(Message::Gone);
                return;
            }
        }
        while crossterm::event::poll(Duration::ZERO).unwrap_or(false) {
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
}

/// Waiting for keys. The library that reads them never comes back from a terminal that is gone, so on Unix it is asked
/// only when something is there.
#[cfg(unix)]
mod keys {
    use std::os::fd::AsFd;

    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

    use super::PATIENCE;

    /// Whether something can be read.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn wait() -> std::io::Result<bool> {
        let stdin = std::io::stdin();
        let mut terminal = [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)];
        match poll(&mut terminal, PollTimeout::try_from(PATIENCE).unwrap_or(PollTimeout::ZERO)) {
            Ok(0) | Err(Errno::EINTR) => return Ok(false),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let seen = terminal[0].revents().unwrap_or(PollFlags::empty());
        if seen.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
            return Err(Errno::EIO.into());
        }
        Ok(seen.contains(PollFlags::POLLIN))
    }
}

#[cfg(not(unix))]
mod keys {
    /// Whether something can be read.
    pub fn wait() -> std::io::Result<bool> {
        crossterm::event::poll(super::PATIENCE)
    }
}

#[cfg(unix)]
mod signals {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::Sender;
    use std::sync::{Arc, OnceLock};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::{Handle, Signals};

    use super::Message;

    /// Whoever listens to signals, until it is closed.
    pub struct Ears(Handle);

    impl Ears {
        pub fn close(&self) {
            self.0.close();
            if let Some(unheard) = UNHEARD.get() {
                unheard.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Whether nobody listens. A signal that was once listened to is otherwise ignored for good.
    static UNHEARD: OnceLock<Arc<AtomicBool>> = OnceLock::new();

    fn restore_when_unheard() -> std::io::Result<()> {
        if UNHEARD.get().is_none() {
            let unheard = Arc::clone(UNHEARD.get_or_init(Arc::default));
            for signal in [SIGTSTP, SIGTERM, SIGINT, SIGHUP] {
                signal_hook::flag::register_conditional_default(signal, Arc::clone(&unheard))?;
            }
        }
        if let Some(unheard) = UNHEARD.get() {
            unheard.store(false, Ordering::Relaxed);
        }
        Ok(())
    }

    pub fn listen(sender: Sender<Message>) -> std::io::Result<Ears> {
        restore_when_unheard()?;
        let mut signals = Signals::new([SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP, SIGWINCH])?;
        let handle = signals.handle();
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
        Ok(Ears(handle))
    }
}

#[cfg(not(unix))]
mod signals {
    pub struct Ears;

    impl Ears {
        pub fn close(&self) {}
    }

    pub fn listen(_sender: std::sync::mpsc::Sender<super::Message>) -> std::io::Result<Ears> {
        Ok(Ears)
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

/// This system has no such signals.
#[cfg(not(unix))]
pub fn stop() -> std::io::Result<bool> {
    Ok(false)
}
