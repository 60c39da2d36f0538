//! Everything that can happen to a full-screen program, in one channel: keys, mouse, resizing, signals.

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
    /// A key, a paste or the mouse.
    Terminal(Event),
    /// The size of the terminal has changed.
    Resized,
    /// The program is asked to stop (SIGTSTP).
    Stop,
    /// The program continues after a stop (SIGCONT).
    Continue,
    /// The program is asked to end; the number of the signal.
    End(i32),
    /// Nothing happened during the time that the caller wanted to wait.
    Quiet,
    /// The terminal no longer exists.
    Gone,
}

/// The receiving end of the messages. Dropping it ends the threads that send them, and signals have their default
/// effect again.
pub struct Inbox {
    messages: Receiver<Message>,
    sender: Sender<Message>,
    closed: Arc<AtomicBool>,
    listeners: RefCell<Vec<JoinHandle<()>>>,
    signals: signals::SignalThread,
}

/// How long to wait for a key before looking whether the inbox was closed.
const POLL_TIMEOUT: Duration = Duration::from_millis(50);

impl Inbox {
    /// Starts to listen to signals. From then on they do not end the program, so this is done before the terminal is
    /// changed.
    pub fn open() -> std::io::Result<Self> {
        let (sender, messages) = channel();
        let signals = signals::listen(sender.clone())?;
        Ok(Self { messages, sender, closed: Arc::default(), listeners: RefCell::default(), signals })
    }

    /// Starts to listen to the terminal.
    pub fn read_terminal(&self) -> std::io::Result<()> {
        let (sender, closed) = (self.sender.clone(), Arc::clone(&self.closed));
        let thread = thread::Builder::new().name("keys".to_owned());
        self.listeners.borrow_mut().push(thread.spawn(move || read_terminal(&sender, &closed))?);
        Ok(())
    }

    /// The next message. If `time` is given, waits no longer than that.
    pub fn next(&self, time: Option<Duration>) -> Message {
        match time {
            None => self.messages.recv().unwrap_or(Message::Gone),
            Some(time) => self.messages.recv_timeout(time).unwrap_or_else(|error| match error {
                RecvTimeoutError::Timeout => Message::Quiet,
                RecvTimeoutError::Disconnected => Message::Gone,
            }),
        }
    }

    /// After a stop: drops messages up to the one to continue. If a signal ends the program before that, returns the
    /// signal.
    pub fn continued(&self) -> Option<i32> {
        self.messages.iter().find_map(|message| match message {
            Message::Continue => Some(None),
            Message::End(signal) => Some(Some(signal)),
            _ => None,
        })?
    }

    /// The next message if there already is one, so that several keys in a row need only one drawing.
    pub fn waiting(&self) -> Option<Message> {
        self.messages.try_recv().ok()
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        /// A thread that reads from a terminal just when it disappears never returns. It is left behind after this
        /// time; the end of the program ends it.
        const CLOSE_TIMEOUT: Duration = Duration::from_millis(300);
        self.closed.store(true, Ordering::Relaxed);
        self.signals.close();
        let begun = Instant::now();
        let listeners = self.listeners.take();
        while listeners.iter().any(|listener| !listener.is_finished()) && begun.elapsed() < CLOSE_TIMEOUT {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Sends events of the terminal until the inbox is closed. What is typed after that is left for the next reader.
fn read_terminal(sender: &Sender<Message>, closed: &AtomicBool) {
    while !closed.load(Ordering::Relaxed) {
        match keys::wait() {
            Ok(false) => continue,
            Ok(true) => {}
            Err(_) => {
                // If nobody receives the message, this thread ends anyway.
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

/// Waits for keys. On Unix the library that reads them never returns if the terminal is gone, so it is only called when
/// there is something to read.
#[cfg(unix)]
mod keys {
    use std::os::fd::AsFd;

    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

    use super::POLL_TIMEOUT;

    /// Waits a short time and returns whether there is something to read.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn wait() -> std::io::Result<bool> {
        let stdin = std::io::stdin();
        let mut terminal = [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)];
        match poll(&mut terminal, PollTimeout::try_from(POLL_TIMEOUT).unwrap_or(PollTimeout::ZERO)) {
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
    /// Waits a short time and returns whether there is something to read.
    pub fn wait() -> std::io::Result<bool> {
        crossterm::event::poll(super::POLL_TIMEOUT)
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

    /// The thread that turns signals into messages, until it is closed.
    pub struct SignalThread(Handle);

    impl SignalThread {
        pub fn close(&self) {
            self.0.close();
            if let Some(not_listening) = NOT_LISTENING.get() {
                not_listening.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Whether no thread listens. Signals with a handler would then be ignored, so their default effect is restored.
    static NOT_LISTENING: OnceLock<Arc<AtomicBool>> = OnceLock::new();

    fn restore_defaults_when_closed() -> std::io::Result<()> {
        if NOT_LISTENING.get().is_none() {
            let not_listening = Arc::clone(NOT_LISTENING.get_or_init(Arc::default));
            for signal in [SIGTSTP, SIGTERM, SIGINT, SIGHUP] {
                signal_hook::flag::register_conditional_default(signal, Arc::clone(&not_listening))?;
            }
        }
        if let Some(not_listening) = NOT_LISTENING.get() {
            not_listening.store(false, Ordering::Relaxed);
        }
        Ok(())
    }

    pub fn listen(sender: Sender<Message>) -> std::io::Result<SignalThread> {
        restore_defaults_when_closed()?;
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
        Ok(SignalThread(handle))
    }
}

#[cfg(not(unix))]
mod signals {
    pub struct SignalThread;

    impl SignalThread {
        pub fn close(&self) {}
    }

    pub fn listen(_sender: std::sync::mpsc::Sender<super::Message>) -> std::io::Result<SignalThread> {
        Ok(SignalThread)
    }
}

/// Stops this program as the terminal's stop key does, until the shell continues it, and returns `true`. If no shell
/// could continue it (it is the only program of its terminal), returns `false` at once.
#[cfg(unix)]
pub fn stop() -> std::io::Result<bool> {
    use nix::unistd::{Pid, getppid, getsid};
    // In a container the parent may be invisible (process 0), and also the leader of its session (session 0).
    let no_parent = Pid::from_raw(0);
    let parent = getppid();
    if parent == no_parent || getsid(Some(parent)) != getsid(None) {
        return Ok(false);
    }
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(true)
}

/// This system has no signals that stop a program.
#[cfg(not(unix))]
pub fn stop() -> std::io::Result<bool> {
    Ok(false)
}
