//! What a study of workers says, in words.

use unicode_width::UnicodeWidthStr;

use super::inline::wrap_below;
use super::lay::{Chart, NO_LETTER, chart};
use super::paint::Painter;
use gostep_course::words::graph::GraphWords;
use gostep_course::words::{Lang, Words, of_commands, words};
use gostep_sim::gobuild::analysis::{LoneAction, released_by};
use gostep_sim::gobuild::plan::{ActionId, Mode};
use gostep_sim::gobuild::waits::Waits;
use gostep_sim::program::GraphProgram;
use gostep_sim::whatif::workers::{Limit, Study, WithWorkers};
use gostep_view::blocks::{LaneChart, WorkerLane, WorkerSpan};
use gostep_view::look::GLUE;
use gostep_view::look::{Look, Span};

/// Names of one list that are written out; the rest is counted.
const NAMES: usize = 8;
/// Below this width, tables have fewer columns.
const NARROW: usize = 60;
/// Stretches of one action alone that are shown, the longest ones.
const LONE: usize = 5;

/// A study and what is asked of it.
#[derive(Debug)]
pub struct Story<'a> {
    /// The study.
    pub study: &'a Study,
    /// How many packages have a recorded time.
    pub recorded: usize,
    /// The action graph that is all that is known of the program, if that is so.
    pub graph: Option<&'a GraphProgram>,
    /// A moment to look at.
    pub at: Option<&'a Waits>,
}

/// The whole text, for a width in columns.
pub fn text(story: &Story, lang: Lang, width: usize) -> String {
    let mut page = StudyText { out: String::new(), words: words(lang), study: story.study, width };
    match story.graph {
        Some(graph) => page.head_of_graph(graph, &of_commands(lang).graph),
        None => page.head(story.recorded),
    }
    page.chart();
    page.critical_path();
    page.lone();
    page.table();
    if let Some(waits) = story.at {
        page.moment(waits);
    }
    page.out
}

struct StudyText<'a> {
    out: String,
    words: &'static Words,
    study: &'a Study,
    width: usize,
}

impl StudyText<'_> {
    fn say(&mut self, text: &str) {
        push_wrapped(&mut self.out, "", text, self.width);
    }

    fn name(&self, action: ActionId) -> String {
        self.study.build.action_name(action).into_owned()
    }

    /// How many packages are compiled.
    fn packages(&self) -> usize {
        self.study.build.plan.actions.iter().filter(|action| action.mode == Mode::Build).count()
    }

    fn head(&mut self, recorded: usize) {
        let analysis = &self.study.analysis;
        let time = ms(analysis.makespan);
        let program = self.study.build.program.name.clone();
        match self.study.build.options.workers.max(1) {
            1 => self.say(&self.words.workers.head_one.with([&program, &time])),
            workers => self.say(&self.words.workers.head.with([&program, &workers, &time])),
        }
        let all = self.packages();
        match recorded {
            0 => self.say(self.words.workers.modelled),
            _ if recorded == all => self.say(&self.words.workers.recorded.with([&all])),
            _ => self.say(&self.words.workers.some_recorded.with([&recorded, &all])),
        }
        self.say(&self.words.workers.work.with([&ms(analysis.work)]));
        self.out.push('\n');
    }

    fn head_of_graph(&mut self, graph: &GraphProgram, own: &GraphWords) {
        let analysis = &self.study.analysis;
        let workers = self.study.build.options.workers.max(1);
        self.say(&own.head.with([&graph.package, &workers, &ms(analysis.makespan)]));
        self.say(&own.packages.with([&graph.compiled, &graph.cached]));
        self.say(&self.words.workers.work.with([&ms(analysis.work)]));
        self.out.push('\n');
    }

    /// The lanes of the workers that had something to do.
    fn lanes(&self) -> LaneChart {
        let analysis = &self.study.analysis;
        let span = |span: &gostep_sim::gobuild::analysis::Span| WorkerSpan {
            name: self.name(span.action),
            from_us: span.start,
            to_us: span.end,
            look: Look::Plain,
            on_path: false,
        };
        let busy = (1..).zip(&analysis.lanes).filter(|(_, lane)| lane.busy() > 0);
        let lanes = busy.map(|(number, lane)| WorkerLane { number, spans: lane.spans.iter().map(span).collect() });
        LaneChart { total_us: analysis.makespan, now: None, lanes: lanes.collect(), with_key: true }
    }

    fn chart(&mut self) {
        let Chart { lines, key, out_of_letters, too_short } = chart(&self.lanes(), self.width);
        self.out.push_str(&Painter { colour: false }.text(&lines));
        if !key.is_empty() {
            self.out.push('\n');
            let named: Vec<String> = key.iter().map(|(letter, name)| format!("{letter} {name}")).collect();
            push_items(&mut self.out, "  ", &named, "  ", self.width);
        }
        if out_of_letters {
            self.say(&self.words.workers.no_letter.with([&NO_LETTER]));
        }
        if too_short > 0 {
            self.say(&self.words.workers.too_short.with([&too_short]));
        }
        let workers = self.study.build.options.workers.max(1);
        let unused = workers.saturating_sub(self.study.analysis.workers_used());
        if unused > 0 {
            self.say(&self.words.workers.unused.with([&unused, &workers]));
        }
        self.out.push('\n');
    }

    fn critical_path(&mut self) {
        let analysis = &self.study.analysis;
        self.say(&self.words.workers.path.with([&ms(analysis.least_time())]));
        let mut rows = vec![self.words.workers.path_columns.map(str::to_owned)];
        for span in self.study.analysis.path_of_packages(&self.study.build.plan) {
            rows.push([self.name(span.action), digits(span.duration()), digits(span.start)]);
        }
        let column = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
        let numbers = [column(1), column(2)];
        let first = column(0).min(self.width.saturating_sub("      ".len() + numbers[0] + numbers[1]));
        for [name, time, from] in &rows {
            let padding = first.saturating_sub(name.width());
            self.out.push_str(&format!("  {name}{}", " ".repeat(padding)));
            if name.width() > first {
                self.out.push_str(&format!("\n  {}", " ".repeat(first)));
            }
            for (number, width) in [time, from].into_iter().zip(numbers) {
                self.out.push_str(&format!("  {}{number}", " ".repeat(width - number.width())));
            }
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn lone(&mut self) {
        let analysis = &self.study.analysis;
        if self.study.build.options.workers <= 1 {
            self.say(self.words.workers.lone_one_worker);
        } else if analysis.lone.is_empty() {
            self.say(self.words.workers.lone_none);
        } else {
            let all: u64 = analysis.lone.iter().map(duration).sum();
            self.say(&self.words.workers.lone.with([&ms(all), &ms(analysis.makespan)]));
            if analysis.lone.len() > LONE {
                self.say(self.words.workers.lone_longest);
            }
            let mut longest: Vec<&LoneAction> = analysis.lone.iter().collect();
            longest.sort_by_key(|lone| std::cmp::Reverse(duration(lone)));
            longest.truncate(LONE);
            longest.sort_by_key(|lone| lone.start);
            let rows: Vec<(String, String)> =
                longest.iter().map(|lone| (self.name(lone.action), self.lone_text(lone))).collect();
            self.rows(&rows);
        }
        self.out.push('\n');
    }

    fn lone_text(&self, lone: &LoneAction) -> String {
        let words = &self.words.workers;
        let mut text = words.lone_row.with([&ms(duration(lone)), &ms(lone.start), &ms(lone.end)]);
        if lone.packages_after > 0 {
            text.push_str(&words.after.with([&lone.packages_after, &self.packages()]));
        }
        let plan = &self.study.build.plan;
        let mut released = released_by(&self.study.build, lone.action);
        released.retain(|&action| matches!(plan.action(action).mode, Mode::Build | Mode::CheckCache));
        if !released.is_empty() {
            text.push_str(&words.released.with([&self.names(&released).join(self.words.small.comma)]));
        }
        text
    }

    fn table(&mut self) {
        let words = &self.words.workers;
        self.say(words.table);
        let mut cells = vec![words.columns.map(str::to_owned)];
        cells.extend(self.study.rows.iter().map(|row| self.cells(row)));
        // A narrow line has no room for what the times tell as well.
        let shown: &[usize] = if self.width < NARROW { &[0, 1] } else { &[0, 1, 2, 3] };
        let widths: Vec<usize> =
            (0..4).map(|column| cells.iter().map(|row| row[column].width()).max().unwrap_or(0)).collect();
        for row in &cells {
            let mut head = " ".to_owned();
            for &column in shown {
                head.push_str(&" ".repeat(1 + widths[column] - row[column].width()));
                head.push_str(&row[column]);
                head.push(' ');
            }
            head.push(' ');
            push_wrapped(&mut self.out, &head, &row[4], self.width);
        }
        if let Some(enough) = self.study.enough() {
            self.say(&words.enough.with([&enough, &ms(self.study.analysis.least_time())]));
        }
        self.say(&words.most.with([&self.study.most_at_once]));
    }

    fn cells(&self, row: &WithWorkers) -> [String; 5] {
        let words = &self.words.workers;
        let why = match row.limit {
            Limit::Work { share_us } => words.by_work.with([&ms(share_us)]),
            Limit::Waiting { over_us } => words.by_waiting.with([&ms(over_us)]),
            Limit::CriticalPath => words.by_path.to_owned(),
        };
        [
            row.workers.map_or_else(|| words.unlimited.to_owned(), |workers| workers.to_string()),
            ms(row.makespan_us),
            format!("{:.2}×", row.speed_up),
            format!("{:.0}%", row.utilisation * 100.0),
            why,
        ]
    }

    fn moment(&mut self, waits: &Waits) {
        let words = &self.words.workers;
        self.out.push('\n');
        let counts = [waits.over, waits.running.len(), waits.ready.len(), waits.waiting.len()];
        let [over, running, ready, waiting] = &counts;
        self.say(&words.at.with([&ms(waits.time), over, running, ready, waiting]));
        if waits.running.is_empty() && waits.ready.is_empty() && waits.waiting.is_empty() {
            self.say(words.over);
            return;
        }
        self.section(words.running);
        let lanes = u32::try_from(self.study.analysis.lanes.len()).unwrap_or(u32::MAX);
        let mut rows = Vec::new();
        for worker in 0..lanes.min(u32::try_from(self.study.most_at_once.max(1)).unwrap_or(u32::MAX)) {
            let action = waits.running.iter().find(|(number, _)| *number == worker).map(|(_, action)| *action);
            let what = action.map_or_else(|| words.idle.to_owned(), |action| self.at_work(action));
            rows.push(((worker + 1).to_string(), what));
        }
        self.rows(&rows);
        self.section(words.ready);
        let rows: Vec<_> = waits.ready.iter().map(|&action| (self.name(action), words.for_worker.to_owned())).collect();
        self.rows_or_nobody(&rows);
        self.section(words.waiting);
        if waits.waiting.is_empty() {
            push_wrapped(&mut self.out, "  ", words.nobody, self.width);
        }
        let first = self.first_column(waits.waiting.iter().map(|waiting| self.name(waiting.action)));
        for waiting in &waits.waiting {
            let head = row_head(&self.name(waiting.action), first);
            let names = self.names(&waiting.missing);
            push_items(&mut self.out, &head, &names, self.words.small.comma, self.width);
        }
    }

    fn at_work(&self, action: ActionId) -> String {
        let since = self.study.analysis.spans[action.index()].map_or(0, |span| span.start);
        self.words.workers.since.with([&self.name(action), &ms(since)])
    }

    /// The first few of some names, and how many there are besides.
    fn names(&self, actions: &[ActionId]) -> Vec<String> {
        let mut names: Vec<String> = actions.iter().take(NAMES).map(|&action| self.name(action)).collect();
        let more = actions.len() - names.len();
        if more > 0 {
            names.push(self.words.workers.and_more.with([&more]));
        }
        names
    }

    fn section(&mut self, title: &str) {
        self.out.push_str(title);
        self.out.push('\n');
    }

    fn rows_or_nobody(&mut self, rows: &[(String, String)]) {
        if rows.is_empty() {
            push_wrapped(&mut self.out, "  ", self.words.workers.nobody, self.width);
        }
        self.rows(rows);
    }

    /// Two columns of text.
    fn rows(&mut self, rows: &[(String, String)]) {
        let first = self.first_column(rows.iter().map(|(name, _)| name.as_str()));
        for (name, what) in rows {
            push_wrapped(&mut self.out, &row_head(name, first), what, self.width);
        }
    }

    /// Width of the first of two columns: it leaves more than half of the line to the second.
    fn first_column(&self, names: impl Iterator<Item = impl AsRef<str>>) -> usize {
        names.map(|name| name.as_ref().width()).max().unwrap_or(0).min(self.width * 2 / 5)
    }
}

fn row_head(name: &str, first: usize) -> String {
    format!("  {name}{}  ", " ".repeat(first.saturating_sub(name.width())))
}

/// Adds items behind a head, as many to a line as fit; none is broken, because import paths are one word.
fn push_items(out: &mut String, head: &str, items: &[String], separator: &str, width: usize) {
    const LEAST_INDENT: usize = 4;
    let mut line = head.to_owned();
    for (at, item) in items.iter().enumerate() {
        let separator = if at + 1 < items.len() { separator } else { "" };
        let room = item.width() + separator.trim_end().width();
        if line.width() + room > width && !line.trim().is_empty() {
            out.push_str(line.trim_end());
            out.push('\n');
            let below = head.width() + room <= width;
            line = " ".repeat(if below { head.width() } else { LEAST_INDENT });
        }
        line.push_str(item);
        line.push_str(separator);
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

/// Adds a text behind a head; further lines are indented to stand below its first word.
fn push_wrapped(out: &mut String, head: &str, text: &str, width: usize) {
    let indent = head.width().min(width / 2);
    // A number and its unit stay together.
    let text = text.replace(" ms", &format!("{GLUE}ms")).replace(" B)", &format!("{GLUE}B)"));
    for line in wrap_below(&[Span::plain(text)], &Span::plain(head), indent, width.max(20)) {
        let line: String = line.iter().map(|span| span.text.as_str()).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn duration(lone: &LoneAction) -> u64 {
    lone.end - lone.start
}

/// A time in milliseconds.
fn ms(micros: u64) -> String {
    format!("{} ms", digits(micros))
}

/// A number of milliseconds; short times have a digit behind the point.
fn digits(micros: u64) -> String {
    const EXACT_BELOW: u64 = 9_950;
    if micros >= EXACT_BELOW || micros == 0 {
        return ((micros + 500) / 1000).to_string();
    }
    let tenths = (micros + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded() {
        assert_eq!(
            [0, 49, 50, 949, 9_949, 9_950, 1_234_500].map(ms),
            ["0 ms", "0.0 ms", "0.1 ms", "0.9 ms", "9.9 ms", "10 ms", "1235 ms"]
        );
    }
}
