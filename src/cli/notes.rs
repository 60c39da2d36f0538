//! `gostep notes`: the second terminal of a presenter.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use crossterm::terminal;

use super::environment;
use super::error::CliError;
use super::presentation_files::{self, RunningPresentation};
use super::screen::{self, ScreenProgram};
use super::screen_flags::LooksFlags;
use crate::lesson_files;
use crate::terminal::Painter;
use crate::terminal::notes::NotesView;
use crate::terminal::tui::{Effect, Following, Input, Prompter, Scenery, Wanted, draw_prompter, nobody};
use gostep_course::player::Player;
use gostep_course::player::presentation::Ask;
use gostep_course::words::{Lang, words};
use gostep_sim::said;
use gostep_sim::said::Said;

/// The time between two looks at the presentation.
const LOOK_INTERVAL: Duration = Duration::from_millis(150);

/// `gostep notes [LESSON]`
#[derive(Args, Debug)]
#[command(
    after_help = "Run it in a second terminal of the computer that presents, in a window that the class does not see. It finds the presentation by itself, whichever of the two begins first, and waits for the next one when it ends. Its keys step the presentation; ? shows them. Without --lang the notes are in the language of the presentation.

In a pipe it prints the notes of the current step and ends."
)]
pub struct NotesArgs {
    /// Follow the presentation of this lesson [default: the one that runs]
    #[arg(value_name = "LESSON")]
    lesson: Option<String>,
    /// Print the notes of all steps of LESSON, to read before
    #[arg(long, requires = "lesson", conflicts_with_all = ["follow", "plain"])]
    all: bool,
    /// In a pipe: go on, and print the notes of each step that comes
    #[arg(long)]
    follow: bool,
    /// Print the notes of each step one below the other, without a full screen
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    looks: LooksFlags,
}

/// Shows the notes of a presentation.
pub fn run(args: &NotesArgs, asked: Option<Lang>, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let lang = environment::lang(asked);
    if let Some(name) = &args.lesson {
        // Check the name now; otherwise a misspelt lesson would be waited for without end.
        let lesson = lesson_files::load(name, lang)?;
        if args.all {
            let view = NotesView { width: environment::width(), colour: environment::colour() };
            let text = Painter { colour: view.colour }.text(&view.all(&Player::new(lesson)));
            out.write_all(text.as_bytes()).map_err(CliError::Output)?;
            return Ok(ExitCode::SUCCESS);
        }
    }
    let unknown =
        |error| CliError::Usage(said!("there is no place where presentations could be found: {error}", error));
    let mut watch = Watch {
        directory: presentation_files::directory().map_err(unknown)?,
        name: args.lesson.clone(),
        lang: asked,
        following: None,
        player: None,
        ended: None,
    };
    if environment::has_terminal() && !args.plain && !environment::is_dumb() {
        return on_screen(watch, lang, args, out);
    }
    if environment::has_terminal() || args.follow {
        return line_by_line(&mut watch, lang, out);
    }
    watch.choose_last();
    match watch.look() {
        Scenery::Following(following) => print(&following, out),
        Scenery::Broken(why) => Err(CliError::Usage(Said::told(words(lang).present.notes.broken.with([&why])))),
        Scenery::Waiting { .. } | Scenery::Several(_) => {
            Err(CliError::Usage(Said::told(nobody(&words(lang).present, args.lesson.as_deref()))))
        }
    }
}

/// Finds a presentation and follows it.
struct Watch {
    directory: PathBuf,
    /// The lesson to follow, as the user wrote it; `None` for any.
    name: Option<String>,
    /// The language of the notes; `None` for that of the presentation.
    lang: Option<Lang>,
    following: Option<RunningPresentation>,
    /// The lesson that was loaded last: name, language, and the player or its error.
    player: Option<(String, Lang, Result<Arc<Player>, String>)>,
    /// Title of the presentation that was followed last, to say that it has ended.
    ended: Option<String>,
}

impl Watch {
    fn candidates(&self) -> Vec<RunningPresentation> {
        let key = self.name.as_deref().map(lesson_files::key);
        let mut found = presentation_files::presentations(&self.directory);
        found.retain(|found| key.as_ref().is_none_or(|key| found.presentation.lesson == *key));
        found
    }

    /// Chooses the presentation that was started last, without asking since this is not a full screen, and says so.
    fn choose_last(&mut self) {
        if self.following.is_some() {
            return;
        }
        let mut found = self.candidates();
        let several = found.len() > 1;
        let Some(last) = found.pop() else { return };
        if several {
            let words = &words(self.lang.unwrap_or(last.presentation.lang)).present;
            // If standard error is closed there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "gostep: {}", words.notes.taken.with([&last.presentation.title]));
        }
        self.following = Some(last);
    }

    /// What to show now.
    fn look(&mut self) -> Scenery {
        let mut found = self.candidates();
        if let Some(followed) = self.following.take() {
            self.following = found.iter().find(|found| found.id() == followed.id()).cloned();
            if self.following.is_none() {
                self.ended = Some(followed.presentation.title);
            }
        }
        if self.following.is_none() && found.len() == 1 {
            self.following = found.pop();
        }
        match &self.following {
            Some(followed) => self.read(followed.clone()),
            None if found.is_empty() => Scenery::Waiting { lesson: self.name.clone(), ended: self.ended.clone() },
            None => Scenery::Several(found.into_iter().map(|found| found.presentation).collect()),
        }
    }

    /// Loads the lesson of a presentation, unless it is already loaded.
    fn read(&mut self, followed: RunningPresentation) -> Scenery {
        let presentation = followed.presentation;
        let lang = self.lang.unwrap_or(presentation.lang);
        let known = self.player.take().filter(|(name, of, _)| *name == presentation.lesson && *of == lang);
        let (name, lang, player) = known.unwrap_or_else(|| {
            let player = lesson_files::load(&presentation.lesson, lang)
                .map(|lesson| Arc::new(Player::new(lesson)))
                .map_err(|error| error.to_string());
            (presentation.lesson.clone(), lang, player)
        });
        let scenery = match &player {
            Ok(player) => Scenery::Following(Box::new(Following { player: Arc::clone(player), presentation })),
            Err(why) => Scenery::Broken(why.clone()),
        };
        self.player = Some((name, lang, player));
        scenery
    }
}

fn print(following: &Following, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let [heading, notes] = texts(following);
    write!(out, "{heading}\n{notes}").and_then(|()| out.flush()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Two texts: the line with lesson and clock, and the notes.
fn texts(following: &Following) -> [String; 2] {
    let view = NotesView { width: environment::width(), colour: environment::colour() };
    let Following { player, presentation } = following;
    let heading = view.heading(player, presentation, presentation_files::now_ms());
    [heading, view.follow(player, presentation).lines].map(|lines| Painter { colour: view.colour }.text(&lines))
}

/// Prints the notes after every change of the presentation, until it is interrupted.
fn line_by_line(watch: &mut Watch, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let mut present = &words(lang).present;
    let mut said = String::new();
    loop {
        watch.choose_last();
        let (heading, text) = match watch.look() {
            Scenery::Following(following) => {
                present = &words(following.player.head().lang).present;
                let [heading, notes] = texts(&following);
                (heading + "\n", notes)
            }
            Scenery::Broken(why) => (String::new(), present.notes.broken.with([&why]) + "\n"),
            Scenery::Waiting { lesson, ended } => {
                let ended = ended.map(|title| present.notes.ended.with([&title]) + "\n").unwrap_or_default();
                (String::new(), ended + &nobody(present, lesson.as_deref()) + "\n")
            }
            Scenery::Several(_) => (String::new(), String::new()),
        };
        if text != said && !text.is_empty() {
            writeln!(out, "{heading}{text}").and_then(|()| out.flush()).map_err(CliError::Output)?;
            said = text;
        }
        std::thread::sleep(LOOK_INTERVAL);
    }
}

/// The notes on the full screen.
struct NotesScreen {
    prompter: Prompter,
    watch: Watch,
}

impl ScreenProgram for NotesScreen {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw_prompter(&self.prompter, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        let wanted = self.prompter.update(input);
        match wanted {
            Wanted::Quit => return Effect::Quit,
            Wanted::Suspend => return Effect::Suspend,
            Wanted::Follow(at) => self.watch.following = self.watch.candidates().into_iter().nth(at),
            Wanted::Ask(ask) => self.ask(ask),
            Wanted::Nothing if !matches!(input, Input::Tick(_)) => return Effect::Stay,
            Wanted::Nothing => {}
        }
        self.look();
        Effect::Stay
    }

    fn pulse(&self) -> Option<Duration> {
        Some(LOOK_INTERVAL)
    }
}

impl NotesScreen {
    fn look(&mut self) {
        self.prompter.set_time(presentation_files::now_ms());
        let scenery = self.watch.look();
        if !is_same(self.prompter.scenery(), &scenery) {
            self.prompter.set(scenery);
        }
    }

    fn ask(&mut self, ask: Ask) {
        if let Some(Err(error)) = self.watch.following.as_ref().map(|followed| followed.ask(ask)) {
            self.prompter.say_unheard(&error.to_string());
        }
    }
}

/// Whether nothing needs to be drawn again.
fn is_same(before: &Scenery, after: &Scenery) -> bool {
    match (before, after) {
        (Scenery::Following(a), Scenery::Following(b)) => a.presentation == b.presentation,
        (Scenery::Several(a), Scenery::Several(b)) => a == b,
        (Scenery::Broken(a), Scenery::Broken(b)) => a == b,
        (Scenery::Waiting { ended: a, .. }, Scenery::Waiting { ended: b, .. }) => a == b,
        _ => false,
    }
}

fn on_screen(watch: Watch, lang: Lang, args: &NotesArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let prompter = Prompter::new(lang, args.looks.settings(), size, args.lesson.clone());
    let mut scene = NotesScreen { prompter, watch };
    scene.look();
    let code = screen::show(&mut scene, &format!("gostep: {}", words(lang).present.notes.notes), false)?;
    out.flush().map_err(CliError::Output)?;
    Ok(code)
}
