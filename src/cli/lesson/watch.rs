//! `gostep lesson watch`

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use clap::Args;
use crossterm::{Command, cursor, terminal};

use super::super::error::CliError;
use super::super::keyboard::Keyboard;
use super::super::{play, screen};
use crate::author::changes::first_changed_step;
use crate::lesson::{Lang, LoadError, Problem, Severity, load};
use crate::player::Player;
use crate::view::plain::Plain;
use crate::view::problems::Problems;

/// `gostep lesson watch FILE`
#[derive(Args, Debug)]
#[command(after_help = "\
Save the file in your editor: the first step that looks different is shown, or what is wrong. Enter goes to the next \
step, b and Enter back, the number or name of a step goes there, q ends.")]
pub struct WatchArgs {
    /// The lesson file
    #[arg(value_name = "FILE")]
    file: String,
    /// Language of the texts [default: the lesson's own]
    #[arg(long, value_name = "LANG", value_parser = ["en", "zh"])]
    lang: Option<String>,
    /// Begin with this step, by number or name
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
}

/// How often the files are looked at. Looking works on every file system and with every way to save.
const PAUSE: Duration = Duration::from_millis(200);
/// A file is read when it has not changed for so long, so that none is read half written.
const SETTLED: Duration = Duration::from_millis(60);

/// Shows the lesson, and shows it again whenever it is saved.
pub fn run(args: &WatchArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let path = PathBuf::from(&args.file);
    let lang = args.lang.as_deref().and_then(Lang::parse);
    // Without the file there is nothing to wait for: a slip of the finger.
    if let Err(error @ LoadError::Unreadable { .. }) = load::source(&args.file, lang.unwrap_or_default()) {
        return Err(error.into());
    }
    if !load::is_path(&args.file) {
        return Err(CliError::Usage(format!("{} is not a file; it comes with gostep and does not change", args.file)));
    }
    let mut watch = Watch { name: args.file.clone(), lang, player: None, step: 0, problems: Vec::new(), out };
    let mut seen = Seen::of(&path);
    watch.load();
    if let (Some(step), Some(player)) = (&args.step, &watch.player) {
        watch.step = player.find(step).unwrap_or(0);
    }
    watch.draw()?;
    let keyboard = Keyboard::open();
    loop {
        match keyboard.line_within(PAUSE).as_deref() {
            Some("q") => return Ok(ExitCode::SUCCESS),
            Some(line) => watch.go(line)?,
            None => {}
        }
        let mut now = Seen::of(&path);
        if now == seen || !path.is_file() {
            continue;
        }
        while let settled = Seen::after(SETTLED, &path)
            && settled != now
        {
            now = settled;
        }
        seen = now;
        watch.load();
        watch.draw()?;
    }
}

/// What there is of a lesson's folder: lessons, translations and programs, with their sizes and times.
#[derive(PartialEq)]
struct Seen(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl Seen {
    fn of(lesson: &Path) -> Self {
        const MOST: usize = 500;
        let folder = lesson.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let entries = folder.read_dir().into_iter().flatten().take(MOST).filter_map(Result::ok);
        let of_lessons = |path: &PathBuf| {
            path.extension().is_some_and(|extension| ["yaml", "yml", "json"].iter().any(|known| extension == *known))
        };
        let paths = entries.map(|entry| entry.path()).filter(of_lessons);
        let mut seen: Vec<_> = paths
            .filter_map(|path| {
                let metadata = path.metadata().ok()?;
                Some((path, metadata.len(), metadata.modified().ok()))
            })
            .collect();
        seen.sort();
        Self(seen)
    }

    fn after(time: Duration, lesson: &Path) -> Self {
        std::thread::sleep(time);
        Self::of(lesson)
    }
}

struct Watch<'a> {
    name: String,
    lang: Option<Lang>,
    /// The last version without mistakes.
    player: Option<Player>,
    /// The step that is shown.
    step: usize,
    /// What is wrong with the version that was saved last.
    problems: Vec<Problem>,
    out: &'a mut dyn Write,
}

impl Watch<'_> {
    /// Reads the lesson. The version before stays if this one has mistakes.
    fn load(&mut self) {
        let own = || load::source(&self.name, Lang::En).map_or(Lang::En, |source| source.own_lang());
        let lang = self.lang.unwrap_or_else(own);
        match load(&self.name, lang) {
            Ok(lesson) => {
                self.problems.clone_from(&lesson.notices);
                let player = Player::new(lesson);
                let changed = self.player.as_ref().and_then(|old| first_changed_step(old, &player));
                self.step = changed.unwrap_or(self.step).min(player.len().saturating_sub(1));
                self.player = Some(player);
            }
            Err(LoadError::Problems(problems)) => self.problems = problems,
            Err(error) => self.problems = vec![Problem::of_file(&self.name, Severity::Error, error.to_string(), "")],
        }
    }

    /// Does what was typed.
    fn go(&mut self, word: &str) -> Result<(), CliError> {
        let Some(player) = &self.player else { return Ok(()) };
        self.step = match word {
            "" | "n" => (self.step + 1).min(player.len().saturating_sub(1)),
            "b" => self.step.saturating_sub(1),
            word => player.find(word).unwrap_or(self.step),
        };
        self.draw()
    }

    fn draw(&mut self) -> Result<(), CliError> {
        let (width, colour) = (screen::width(), play::colour());
        let mut text = String::new();
        let is_broken = self.problems.iter().any(|problem| problem.severity == Severity::Error);
        let words = words(self.player.as_ref().map_or(self.lang.unwrap_or_default(), |player| player.head().lang));
        if let Some(player) = &self.player
            && let Some(frame) = player.frame(self.step)
        {
            let plain = Plain { width, colour, notes: true };
            text.push_str(&plain.frame(player, &frame));
            text.push('\n');
            if is_broken {
                text.push_str(&format!("{}\n\n", words.0));
            }
        }
        for problem in &self.problems {
            text.push_str(&Problems { width, colour }.text(problem));
        }
        if !self.problems.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{}\n", words.1.replace("{}", &self.name)));
        self.show(&text).map_err(CliError::Output)
    }

    /// On a terminal in place of what was there, else below it.
    fn show(&mut self, text: &str) -> std::io::Result<()> {
        if std::io::stdout().is_terminal() {
            let mut clear = String::new();
            let _ = terminal::Clear(terminal::ClearType::All).write_ansi(&mut clear);
            let _ = cursor::MoveTo(0, 0).write_ansi(&mut clear);
            self.out.write_all(clear.as_bytes())?;
        } else {
            self.out.write_all(b"\n")?;
        }
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}

/// What is said of an older version, and what can be typed.
fn words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => (
            "↑ the last version without mistakes. What is wrong now:",
            "watching {} · Enter: next step · b: back · number or name: go there · q: end",
        ),
        Lang::Zh => (
            "↑ 上面是最后一个没有错误的版本。现在的问题：",
            "正在监视 {} · 回车：下一步 · b：上一步 · 编号或名字：跳到该步 · q：结束",
        ),
    }
}
