//! Progress bars while a lesson plays by itself line by line: one for the whole build and one for each worker.

use std::io::Write;
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::environment::has_unicode;
use super::keyboard::Keyboard;
use gostep_course::player::{Frame, Player};
use gostep_course::words::frame::FrameWords;
use gostep_course::words::words;
use gostep_view::seconds::seconds;

/// The time between two drawings of the bars.
const TICK: Duration = Duration::from_millis(100);
/// With more workers than this, single workers have no bars.
const MOST_WORKERS: usize = 8;
/// The build runs during this part (half) of a step's time; then it stands at the moment of the step.
const RUNNING: u128 = 2;

/// Waits for `time` and meanwhile runs the build from the previous step's moment to this one's. The bars are removed
/// afterwards. Enter pauses and resumes them; `q` ends the lesson. Returns whether to go on with the next step.
pub fn wait(player: &Player, step: usize, time: Duration, keyboard: &Keyboard, held: &str) -> bool {
    let at = player.at(step);
    let before = step.checked_sub(1).map(|before| player.at(before)).filter(|before| before.build == at.build);
    let from = before.map_or(0, |before| before.events).min(at.events);
    let bars = Bars::new(player, step);
    let mut over = Duration::ZERO;
    while over < time {
        let part = over.as_millis() * RUNNING;
        let now = (at.events - from) as u128 * part / time.as_millis().max(1);
        let events = from + usize::try_from(now).unwrap_or(usize::MAX).min(at.events - from);
        if let (Some(bars), Some(frame)) = (&bars, player.frame_at(step, events)) {
            bars.show(&frame);
        }
        let before = Instant::now();
        let typed = keyboard.line_within(TICK.min(time.saturating_sub(over)));
        over += before.elapsed();
        if typed.is_some_and(|line| line == "q" || !go_on(keyboard, held)) {
            bars.iter().for_each(Bars::clear);
            return false;
        }
    }
    bars.iter().for_each(Bars::clear);
    true
}

/// Waits until a line is typed; `false` if it is `q`.
fn go_on(keyboard: &Keyboard, held: &str) -> bool {
    // If standard error is closed there are no bars to pause.
    let _ = writeln!(std::io::stderr(), "{held}");
    loop {
        if let Some(line) = keyboard.line_within(TICK) {
            return line != "q";
        }
    }
}

struct Bars {
    all: MultiProgress,
    whole: ProgressBar,
    workers: Vec<ProgressBar>,
    /// The frame at the end of the build, whose lanes tell when each action ends.
    end: Frame,
    words: &'static FrameWords,
    /// The separator in a bar's text.
    dot: char,
}

impl Bars {
    fn new(player: &Player, step: usize) -> Option<Self> {
        let words = &words(player.head().lang).frame;
        let build = player.builds().get(player.at(step).build)?;
        let end = player.frame_at(step, build.events)?;
        // The templates are constants. If indicatif refused one, its default bar would be used.
        let (chars, dot) = if has_unicode(|name| std::env::var(name).ok()) { ("█▌·", '·') } else { ("#>.", '|') };
        let style =
            |template: &str| ProgressStyle::with_template(template).ok().map(|style| style.progress_chars(chars));
        let all = MultiProgress::with_draw_target(ProgressDrawTarget::stderr());
        let add = |length: u64, template: &str, name: String| {
            let mut bar = ProgressBar::new(length).with_prefix(name);
            if let Some(style) = style(template) {
                bar = bar.with_style(style);
            }
            all.add(bar)
        };
        let whole = add(build.duration_us, "{bar:40} {msg}", String::new());
        let lanes = end.lanes.iter().take(MOST_WORKERS);
        let worker = |number: usize| words.worker.with([&(number + 1)]);
        let workers = lanes.map(|lane| add(1, "{prefix} {bar:24} {msg}", worker(lane.worker))).collect();
        Some(Self { all, whole, workers, end, words, dot })
    }

    fn show(&self, frame: &Frame) {
        let moment = frame.moment;
        self.whole.set_position(moment.time_us);
        let packages = frame.states.len();
        self.whole.set_message(format!("{}/{packages} {} {}", moment.done, self.dot, seconds(moment.time_us)));
        for ((bar, lane), whole) in self.workers.iter().zip(&frame.lanes).zip(&self.end.lanes) {
            let running = lane.spans.iter().zip(&whole.spans).next_back().filter(|(now, _)| now.to_us.is_none());
            if let Some((span, whole)) = running {
                let name = if span.link { self.words.link } else { &span.package };
                bar.set_length(whole.to_us.unwrap_or(moment.time_us).saturating_sub(span.from_us).max(1));
                bar.set_position(moment.time_us.saturating_sub(span.from_us));
                bar.set_message(name.to_owned());
            } else {
                bar.set_position(0);
                bar.set_message(self.words.idle);
            }
        }
    }

    fn clear(&self) {
        // If standard error is closed there is nothing to clear.
        let _ = self.all.clear();
    }
}
