//! A program in a pseudo-terminal, and what is seen there.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rexpect::process::{PtyProcess, Signal, WaitStatus};
use rustix::termios::{LocalModes, Winsize, tcgetattr, tcsetwinsize};

/// Longer than any step takes, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program takes the place of the shell.
const ALONE: &str = "read ready; exec \"$0\" \"$@\"";

fn gostep(data: &Path) -> Command {
    shell(Path::new(env!("CARGO_BIN_EXE_gostep")), data)
}

/// A shell that runs `$SCRIPT` for a program.
fn shell(program: &Path, data: &Path) -> Command {
    let mut command = Command::new("bash");
    command.args(["--norc", "-c", "echo \"pid $$ \"; eval \"$SCRIPT\""]).arg(program);
    command
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8")
        .env("GOSTEP_DATA_DIR", data)
        .env("GOSTEP_SEED", "0")
        .env("NO_MOTION", "1")
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS");
    command
}

/// A terminal in which `gostep` runs.
pub struct Terminal {
    process: PtyProcess,
    file: File,
    bytes: Receiver<Vec<u8>>,
    /// Process id of the shell.
    shell: String,
    /// The modes before anything was run.
    shells_modes: LocalModes,
    screen: vt100::Parser,
}

impl Terminal {
    /// Starts `gostep` from a shell with job control, in a terminal of this size. When it stops, `fg` lets it go on.
    pub fn run(args: &[&str], columns: u16, rows: u16) -> Self {
        Self::run_with_data(args, columns, rows, Path::new("/dev/null/gostep"))
    }

    /// The same for a learner whose data is in this directory.
    pub fn run_with_data(args: &[&str], columns: u16, rows: u16, data: &Path) -> Self {
        const SHELL: &str = "set -m; read ready; \"$0\" \"$@\"; code=$?; \
            while jobs %% >/dev/null 2>&1 && [ -n \"$(jobs)\" ]; do echo STOPPED; read go; fg >/dev/null; code=$?; done; \
            echo; exit $code";
        Self::start(SHELL, gostep(data), args, columns, rows)
    }

    /// Starts `gostep` with the lines of a file as its standard input. The end of the shell is that of `gostep`.
    pub fn run_piped(file: &str, args: &[&str], columns: u16, rows: u16) -> Self {
        let script = format!("read ready; cat '{file}' | \"$0\" \"$@\"");
        Self::start(&script, gostep(Path::new("/dev/null/gostep")), args, columns, rows)
    }

    /// Starts another program with these variables.
    pub fn run_program(program: &Path, args: &[&str], variables: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let mut command = shell(program, Path::new("/dev/null/gostep"));
        command.envs(variables.iter().copied());
        Self::start(ALONE, command, args, columns, rows)
    }

    /// Starts `gostep` as the only program of the terminal.
    pub fn run_alone(args: &[&str], columns: u16, rows: u16) -> Self {
        Self::start(ALONE, gostep(Path::new("/dev/null/gostep")), args, columns, rows)
    }

    /// The size has to be there before the program asks for it: the shell waits until we have set it.
    fn start(script: &str, mut command: Command, args: &[&str], columns: u16, rows: u16) -> Self {
        command.env("SCRIPT", script).args(args);
        let process = PtyProcess::new(command).unwrap();
        let file = process.get_file_handle().unwrap();
        let (sender, bytes) = channel();
        let mut reading = process.get_file_handle().unwrap();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reading.read(&mut buffer) {
                if count == 0 || sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut terminal = Self {
            process,
            file,
            bytes,
            shell: String::new(),
            shells_modes: LocalModes::empty(),
            screen: vt100::Parser::default(),
        };
        terminal.resize(columns, rows);
        terminal.wait_for("pid ");
        terminal.shell = terminal.text().split_whitespace().nth(1).unwrap().to_owned();
        terminal.shells_modes = terminal.modes().difference(LocalModes::ECHO);
        assert!(terminal.shells_modes.contains(LocalModes::ICANON | LocalModes::ISIG));
        terminal.press("\n");
        terminal
    }

    /// Types.
    pub fn press(&mut self, keys: &str) {
        self.file.write_all(keys.as_bytes()).unwrap();
        self.file.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&self.file, size).unwrap();
        self.screen.screen_mut().set_size(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
    }

    /// The process id of `gostep`.
    pub fn child(&self) -> String {
        let children = format!("/proc/{0}/task/{0}/children", self.shell);
        std::fs::read_to_string(children).unwrap().trim().to_owned()
    }

    /// Sends a signal to `gostep`.
    pub fn signal(&mut self, signal: Signal) {
        let child = self.child();
        let name = signal.as_str().trim_start_matches("SIG");
        assert!(Command::new("kill").args(["-s", name, &child]).status().unwrap().success());
    }

    /// What is seen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until this is seen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(&format!("{text:?} to be seen"), |terminal| terminal.text().contains(text));
    }

    /// Waits until this, and nothing else, is seen.
    pub fn wait_for_text(&mut self, text: &str) {
        let lines = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned();
        let wanted = lines(text);
        self.wait(&format!("\n{wanted}\nto be seen"), |terminal| lines(&terminal.text()) == wanted);
    }

    /// Waits until this is not seen any more.
    pub fn wait_for_absence(&mut self, text: &str) {
        self.wait(&format!("{text:?} to be gone"), |terminal| !terminal.text().contains(text));
    }

    fn wait(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_there(self) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what}:\n{}", self.text());
            self.read();
        }
        self.read();
    }

    fn read(&mut self) {
        if let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(20)) {
            self.screen.process(&bytes);
        }
        while let Ok(bytes) = self.bytes.try_recv() {
            self.screen.process(&bytes);
        }
    }

    /// Whether the program has the whole screen, and keys as they are pressed.
    pub fn is_full_screen(&self) -> bool {
        let screen = self.screen.screen();
        screen.alternate_screen() && screen.hide_cursor() && !self.modes().contains(LocalModes::ICANON)
    }

    /// Waits until the program has the whole screen.
    pub fn wait_for_full_screen(&mut self) {
        self.wait("the whole screen to be taken", Self::is_full_screen);
    }

    /// Whether a shell could go on here: its own screen, a cursor, its own modes, no mouse that is reported.
    pub fn is_sane(&mut self) -> bool {
        self.read();
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && self.modes().difference(LocalModes::ECHO) == self.shells_modes
    }

    /// Without the echo: whether there is one depends on the shell.
    fn modes(&self) -> LocalModes {
        tcgetattr(&self.file).unwrap().local_modes
    }

    /// Waits for the end of the program, and gives its exit code.
    pub fn end(&mut self) -> i32 {
        let begun = Instant::now();
        loop {
            self.read();
            match self.process.status() {
                Some(WaitStatus::Exited(_, code)) => return code,
                Some(WaitStatus::StillAlive) => {}
                other => panic!("ended otherwise: {other:?}"),
            }
            assert!(begun.elapsed() < PATIENCE, "waited for the end:\n{}", self.text());
        }
    }
}
