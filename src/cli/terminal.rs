//! Takes over the terminal for a full-screen program, and restores it however the program ends.

use std::io::{Stdout, Write, stdout};
use std::mem::ManuallyDrop;
use std::panic::PanicHookInfo;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// The terminal as ratatui draws on it.
pub type Canvas = ratatui::Terminal<CrosstermBackend<Stdout>>;

/// A terminal in raw mode with a separate screen. Dropping it restores the terminal; a panic does so before its message
/// is printed.
pub struct FullScreen {
    /// Draws. Its own drop would show the cursor, which is done here, and would panic if the terminal is gone.
    pub terminal: ManuallyDrop<Canvas>,
    /// The columns and rows in which it draws. The size of the terminal may have changed since.
    pub size: (u16, u16),
    hook: Arc<Hook>,
    mouse: bool,
}

impl FullScreen {
    /// Takes over the terminal.
    pub fn open(title: &str, mouse: bool) -> std::io::Result<Self> {
        let hook: Arc<Hook> = Arc::from(std::panic::take_hook());
        let before = Arc::clone(&hook);
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        let opened = size().and_then(|size| Ok(Self { terminal: canvas(size)?, size, hook, mouse }));
        // From here on dropping the value restores everything.
        let opened = opened.inspect_err(|_| drop(std::panic::take_hook()))?;
        take(mouse)?;
        execute!(stdout(), SetTitle(title))?;
        Ok(opened)
    }

    /// Makes the next drawing a complete one in this size.
    pub fn start_anew(&mut self, size: (u16, u16)) -> std::io::Result<()> {
        let old = std::mem::replace(&mut self.terminal, canvas(size)?);
        self.size = size;
        drop(ManuallyDrop::into_inner(old));
        execute!(stdout(), Clear(ClearType::All))
    }

    /// Gives a text to the clipboard of the terminal (OSC 52). Whether it takes it, it does not say.
    pub fn copy(&mut self, text: &str) -> std::io::Result<()> {
        let mut out = stdout();
        write!(out, "\x1b]52;c;{}\x07", STANDARD.encode(text))?;
        out.flush()
    }

    /// Restores the terminal while the program is stopped.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Takes over the terminal again after a stop, and makes the next drawing a complete one.
    pub fn enter_again(&mut self) -> std::io::Result<()> {
        // The library believes that raw mode is still on, although the shell has changed it; switching it off first
        // makes it forget.
        let _ = disable_raw_mode();
        take(self.mouse)?;
        self.start_anew(size()?)
    }
}

impl Drop for FullScreen {
    fn drop(&mut self) {
        give_back();
        let hook = Arc::clone(&self.hook);
        if !std::thread::panicking() {
            std::panic::set_hook(Box::new(move |panic| hook(panic)));
        }
    }
}

/// A terminal of a fixed size. With automatic size ratatui would ask for the position of the cursor, and the answer
/// would arrive between the keys that another thread reads.
fn canvas((columns, rows): (u16, u16)) -> std::io::Result<ManuallyDrop<Canvas>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let options = TerminalOptions { viewport };
    ratatui::Terminal::with_options(CrosstermBackend::new(stdout()), options).map(ManuallyDrop::new)
}

fn take(mouse: bool) -> std::io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, cursor::Hide)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    Ok(())
}

/// Restores the terminal. Errors are ignored, since they mean that it is gone.
fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture, cursor::Show, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}
