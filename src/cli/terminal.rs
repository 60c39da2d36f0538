//! The terminal while a program has all of it. It is given back on every way out.

use std::io::{Stdout, stdout};
use std::mem::ManuallyDrop;
use std::panic::PanicHookInfo;
use std::sync::Arc;

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// What ratatui draws on.
pub type Canvas = ratatui::Terminal<CrosstermBackend<Stdout>>;

/// A terminal in raw mode, with a screen of its own. Dropping it gives the old one back, and so does a panic, before
/// its message is written.
pub struct FullScreen {
    /// Draws. Dropped, it would show the cursor, which is done here, and panic if the terminal is gone.
    pub terminal: ManuallyDrop<Canvas>,
    /// Columns and rows that it draws in. The terminal itself may have changed since.
    pub size: (u16, u16),
    hook: Arc<Hook>,
    mouse: bool,
}

impl FullScreen {
    /// Takes the terminal.
    pub fn open(title: &str, mouse: bool) -> std::io::Result<Self> {
        let hook: Arc<Hook> = Arc::from(std::panic::take_hook());
        let before = Arc::clone(&hook);
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        let opened = size().and_then(|size| Ok(Self { terminal: canvas(size)?, size, hook, mouse }));
        // From here on dropping it puts everything back.
        let opened = opened.inspect_err(|_| drop(std::panic::take_hook()))?;
        take(mouse)?;
        execute!(stdout(), SetTitle(title))?;
        Ok(opened)
    }

    /// Draws everything anew at the next time, in this size.
    pub fn start_anew(&mut self, size: (u16, u16)) -> std::io::Result<()> {
        let old = std::mem::replace(&mut self.terminal, canvas(size)?);
        self.size = size;
        drop(ManuallyDrop::into_inner(old));
        execute!(stdout(), Clear(ClearType::All))
    }

    /// Gives the terminal back for as long as the program is stopped.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Takes it again, whatever the shell did to it, and draws everything anew at the next time.
    pub fn enter_again(&mut self) -> std::io::Result<()> {
        // A terminal that was never given back does not notice that the shell has changed it.
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

/// A terminal of a fixed size. One that follows the size by itself asks for the cursor, and the answer would arrive among
/// the keys, which another thread reads.
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

/// If the terminal is gone there is nothing to give back.
fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture, cursor::Show, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}
