//! A log as a stream of lines that can be read twice: once for what it shows as a whole, once for its parts.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Read, Seek, SeekFrom, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::super::error::CliError;
use super::super::text::shown;
use gostep_course::words::{Lang, of_commands};
use gostep_sim::decode::decode;
use gostep_sim::program::ProgramError;
use gostep_sim::reading::{Entries, Entry, Reader, Reading};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::xlog::clean::Cleaner;

/// How much of a log is looked at to learn what stands before every line.
const BEGINNING: u64 = 1 << 20;
/// The most bytes of a line. The longest commands have some hundred kilobytes.
const LONGEST: u64 = 1 << 24;
/// A smaller log is read before a bar could be seen.
const WITH_BAR: u64 = 8 << 20;

/// A log on disk.
pub struct Source {
    name: String,
    file: File,
    size: u64,
    cleaner: Cleaner,
    /// The language of what is said while it is read.
    lang: Lang,
}

impl Source {
    /// Opens a log. Standard input, and what is not UTF-8, is copied into a file without a name first.
    pub fn open(path: &str, lang: Lang) -> Result<Self, CliError> {
        let unreadable = |source| CliError::from(ProgramError::Unreadable { path: path.to_owned(), source });
        let mut file = match path {
            "-" => copied(&mut std::io::stdin().lock()).map_err(unreadable)?,
            _ => File::open(path).map_err(unreadable)?,
        };
        // A pipe cannot be read twice.
        if !file.metadata().map_err(unreadable)?.is_file() {
            file = copied(&mut file).map_err(unreadable)?;
        }
        let mut beginning = Vec::new();
        Read::by_ref(&mut file).take(BEGINNING).read_to_end(&mut beginning).map_err(unreadable)?;
        let wrong = |problem: Said| CliError::Log { path: shown(path).to_owned(), problem };
        if beginning.is_empty() {
            return Err(wrong(said!("the log is empty")));
        }
        let is_wide = matches!(beginning.get(..2), Some([0xff, 0xfe] | [0xfe, 0xff]));
        if is_wide {
            file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(unreadable)?;
            let text = decode(bytes).map_err(|what| wrong(said!("this is {what}", what)))?;
            file = copied(&mut text.as_bytes()).map_err(unreadable)?;
            beginning = text.into_bytes();
        } else if beginning.contains(&0) {
            return Err(wrong(said!("this is a binary file; give the text that the go command prints")));
        }
        let cleaner = Cleaner::of(String::from_utf8_lossy(&beginning).trim_start_matches('\u{feff}'));
        let size = file.metadata().map_err(unreadable)?.len();
        Ok(Self { name: path.to_owned(), file, size, cleaner, lang })
    }

    /// What the whole log shows. Every entry is given to a function, too. An error if it is no log.
    pub fn reading(&self, mut also: impl FnMut(&Entry)) -> Result<Reading, CliError> {
        let mut reader = Reader::default();
        self.entries(|entry| {
            reader.add(entry);
            also(entry);
            Ok(())
        })?;
        let reading = reader.finish();
        if !reading.is_log() {
            let problem = Said::told(of_commands(self.lang).reading.no_log);
            return Err(CliError::Log { path: shown(&self.name).to_owned(), problem });
        }
        Ok(reading)
    }

    /// Gives every entry to a function, in order.
    pub fn entries(&self, mut take: impl FnMut(&Entry) -> std::io::Result<()>) -> Result<(), CliError> {
        let unreadable = |source| CliError::from(ProgramError::Unreadable { path: self.name.clone(), source });
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let bar = self.bar();
        let mut failed = None;
        let lines = Lines { bytes: BufReader::new(file), first: true, bar: bar.as_ref(), failed: &mut failed };
        let done = Entries::of(lines, self.cleaner.clone()).try_for_each(|entry| take(&entry));
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        done.map_err(CliError::Output)?;
        match failed {
            None => Ok(()),
            Some(Failed::Read(source)) => Err(unreadable(source)),
            Some(Failed::Long) => Err(CliError::Log {
                path: shown(&self.name).to_owned(),
                problem: said!("a line has more than {} MB, more than a command ever has; remove it", LONGEST >> 20),
            }),
        }
    }

    fn bar(&self) -> Option<ProgressBar> {
        if self.size < WITH_BAR || !std::io::stderr().is_terminal() {
            return None;
        }
        let bar = ProgressBar::with_draw_target(Some(self.size), ProgressDrawTarget::stderr())
            .with_prefix(of_commands(self.lang).reading.reading);
        // The template is a constant. If indicatif refused it, its default bar would be used.
        let style = ProgressStyle::with_template("{prefix} {bar:40} {bytes}/{total_bytes}");
        Some(style.map_or(bar.clone(), |style| bar.with_style(style.progress_chars("#>."))))
    }
}

fn copied(from: &mut dyn Read) -> std::io::Result<File> {
    let mut file = tempfile::tempfile()?;
    std::io::copy(from, &mut file)?;
    file.flush()?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

enum Failed {
    Read(std::io::Error),
    Long,
}

/// The lines of a file, without their ends. What is not UTF-8 becomes a sign that says so.
struct Lines<'a, R> {
    bytes: R,
    first: bool,
    bar: Option<&'a ProgressBar>,
    failed: &'a mut Option<Failed>,
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let read = Read::by_ref(&mut self.bytes).take(LONGEST).read_until(b'\n', &mut line);
        let read = match read {
            Ok(0) => return None,
            Ok(read) => read as u64,
            Err(error) => {
                *self.failed = Some(Failed::Read(error));
                return None;
            }
        };
        if read == LONGEST && !line.ends_with(b"\n") {
            *self.failed = Some(Failed::Long);
            return None;
        }
        if let Some(bar) = self.bar {
            bar.inc(read);
        }
        if line.ends_with(b"\n") {
            line.pop();
        }
        let text = match String::from_utf8(line) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        let is_first = std::mem::take(&mut self.first);
        Some(if is_first { text.trim_start_matches('\u{feff}').to_owned() } else { text })
    }
}
