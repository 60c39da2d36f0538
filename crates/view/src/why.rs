//! Why something was built again, as blocks: causes first, then what follows from them.

use super::blocks::Block;
use super::look::{Look, Span};
use super::report::said;
use gostep_course::player::sanitize;
use gostep_course::words::why::WhyWords;
use gostep_sim::why::{Action, Cause, CauseKind, Difference, Input, Kind, Report};

/// How many names stand in one line.
const MOST_NAMES: usize = 6;
/// How many causes and consequences are told; the JSON has all of them.
const MOST_ROWS: usize = 20;

/// The whole answer.
pub fn report(report: &Report, all: &WhyWords, comma: &str) -> Vec<Block> {
    let told = Told { why: all, comma, report };
    let mut blocks = vec![said(&told.summary())];
    let nothing = match report.kind {
        Kind::Hashes => all.same_hashes,
        Kind::Log => all.same_log,
        Kind::List => all.same_list,
    };
    if report.is_same() {
        blocks.push(said(nothing));
        return blocks;
    }
    for cause in report.causes.iter().take(MOST_ROWS) {
        blocks.push(Block::Gap);
        blocks.extend(told.cause(cause));
    }
    blocks.extend(told.and_more(report.causes.len()));
    blocks.extend(told.consequences());
    for (actions, sentence) in [(&report.new, all.new), (&report.gone, all.gone)] {
        if !actions.is_empty() {
            let names = told.names(actions);
            blocks.extend([Block::Gap, said(&sentence.with([&actions.len(), &names]))]);
        }
    }
    let advice = told.advice();
    if !advice.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(advice.into_iter().map(said));
    }
    blocks
}

struct Told<'a> {
    why: &'a WhyWords,
    /// Between names.
    comma: &'a str,
    report: &'a Report,
}

impl Told<'_> {
    fn summary(&self) -> String {
        let (why, again, all) = (self.why, self.report.again.len(), self.report.actions);
        match self.report.kind {
            Kind::Log => why.again_log.with([&again]),
            _ if self.report.is_same() => why.same.with([&all]),
            Kind::Hashes => why.again_hashes.with([&again, &all]),
            Kind::List => why.again_list.with([&again, &all]),
        }
    }

    fn cause(&self, cause: &Cause) -> Vec<Block> {
        let why = self.why;
        let what = match &cause.kind {
            CauseKind::Input(difference) => self.difference(difference),
            CauseKind::OtherResult => why.other_result.to_owned(),
            CauseKind::NotCached => why.not_cached.to_owned(),
            CauseKind::Torn => why.torn.to_owned(),
            CauseKind::NotInText => why.not_in_text.to_owned(),
            CauseKind::NotShown if self.report.kind == Kind::Log => why.not_shown_log.to_owned(),
            CauseKind::NotShown => why.not_shown.to_owned(),
        };
        let mut blocks = vec![Block::text(vec![Span::new(sanitize(&what), Look::Strong)])];
        let is_alone = cause.actions.len() == 1;
        let is_known = matches!(cause.kind, CauseKind::Input(_));
        let stops = is_known
            && self.report.kind == Kind::Hashes
            && is_alone
            && cause.way.len() == 1
            && !cause.actions[0].is_link();
        let end = if stops { why.stops } else { "" };
        blocks.push(below(&format!("{}{}{end}", why.has, self.names(&cause.actions))));
        if cause.way.last().is_some_and(|last| !cause.actions.contains(last)) {
            let way: Vec<String> = cause.way.iter().map(|action| self.name(action)).collect();
            blocks.push(below(&format!("{}{}", why.way, way.join(" → "))));
        }
        blocks
    }

    fn difference(&self, difference: &Difference) -> String {
        let why = self.why;
        match (&difference.input, &difference.before, &difference.after) {
            (Input::File(name), Some(_), Some(_)) => why.file_changed.with([name]),
            (Input::File(name), None, _) => why.file_new.with([name]),
            (Input::File(name), ..) => why.file_gone.with([name]),
            (Input::Import(path), None, _) => why.import_new.with([path]),
            (Input::Import(path), ..) => why.import_gone.with([path]),
            (input, before, after) => {
                let (before, after) = around_difference(before.as_deref(), after.as_deref());
                let value = |text: Option<String>| {
                    text.filter(|text| !text.is_empty()).unwrap_or_else(|| why.no_value.to_owned()).replace('\n', "; ")
                };
                why.changed.with([&self.input(input), &value(before), &value(after)])
            }
        }
    }

    fn input(&self, input: &Input) -> String {
        let names = &self.why.inputs;
        match input {
            Input::Release => names.release.to_owned(),
            Input::System => "GOOS/GOARCH".to_owned(),
            Input::Directory => names.directory.to_owned(),
            Input::Module => names.module.to_owned(),
            Input::Language => names.language.to_owned(),
            Input::Origin => names.origin.to_owned(),
            Input::Trimpath => "-trimpath".to_owned(),
            Input::Gcflags => "-gcflags".to_owned(),
            Input::Asmflags => "-asmflags".to_owned(),
            Input::Ldflags => "-ldflags".to_owned(),
            Input::Forced(tool) => names.forced.with([tool]),
            Input::Tool(tool) => names.tool.with([tool]),
            Input::CToolVersion(variable) => names.c_tool.with([variable]),
            Input::CTool(name)
            | Input::CFlags(name)
            | Input::Level(name)
            | Input::Variable(name)
            | Input::File(name)
            | Input::Import(name) => name.clone(),
            Input::Cover => "-cover".to_owned(),
            Input::BuildInfo(setting) => names.build_info.with([setting]),
            Input::Experiment => "GOEXPERIMENT".to_owned(),
            Input::Profile => names.profile.to_owned(),
            Input::Buildmode => "-buildmode".to_owned(),
            Input::Godebug => names.godebug.to_owned(),
            Input::Goroot => "GOROOT".to_owned(),
            Input::Field(name) => names.field.with([name]),
            Input::Other(word) => names.other.with([word]),
        }
    }

    fn name(&self, action: &Action) -> String {
        match action {
            Action::Compile(package) => package.clone(),
            Action::Link(package) => self.why.link.with([package]),
        }
    }

    fn names(&self, actions: &[Action]) -> String {
        let shown: Vec<String> = actions.iter().take(MOST_NAMES).map(|action| self.name(action)).collect();
        let more = actions.len().saturating_sub(MOST_NAMES);
        let end = if more > 0 { self.why.and_more.with([&more]) } else { String::new() };
        format!("{}{end}", shown.join(self.comma))
    }

    fn consequences(&self) -> Vec<Block> {
        let (why, found) = (self.why, &self.report.consequences);
        if found.is_empty() {
            return Vec::new();
        }
        let head = if found.iter().all(|one| one.certain) { why.consequences } else { why.possible };
        let mut blocks = vec![Block::Gap, said(&head.with([&found.len()]))];
        for one in found.iter().take(MOST_ROWS) {
            blocks.push(below(&why.because.with([&self.name(&one.action), &self.names(&one.because_of)])));
        }
        blocks.extend(self.and_more(found.len()));
        blocks
    }

    /// How many rows are not told.
    fn and_more(&self, rows: usize) -> Option<Block> {
        let more = rows.saturating_sub(MOST_ROWS);
        (more > 0).then(|| below(&format!("…{}", self.why.and_more.with([&more]))))
    }

    /// What can be done, each once.
    fn advice(&self) -> Vec<&'static str> {
        let (why, advice) = (self.why, &self.why.advice);
        let mut sentences = Vec::new();
        for cause in &self.report.causes {
            let sentence = match &cause.kind {
                CauseKind::OtherResult => Some(advice.other_result),
                CauseKind::NotInText | CauseKind::Torn => None,
                CauseKind::NotCached => Some(advice.not_cached),
                CauseKind::NotShown => (self.report.kind != Kind::Hashes).then_some(why.use_hashes),
                CauseKind::Input(difference) => match &difference.input {
                    Input::Release => Some(advice.release),
                    Input::Directory => Some(advice.directory),
                    Input::BuildInfo(name) if name.starts_with("vcs") => Some(advice.stamp),
                    Input::Ldflags => Some(advice.ldflags),
                    Input::CTool(_) | Input::CToolVersion(_) | Input::CFlags(_) => Some(advice.c_tools),
                    Input::Gcflags
                    | Input::Asmflags
                    | Input::Trimpath
                    | Input::Level(_)
                    | Input::Variable(_)
                    | Input::Experiment
                    | Input::Buildmode => Some(advice.flags),
                    _ => None,
                },
            };
            sentences.extend(sentence.filter(|sentence| !sentences.contains(sentence)));
        }
        if self.report.kind == Kind::List && !sentences.contains(&why.same_list) {
            sentences.push(why.same_list);
        }
        sentences
    }
}

/// A line below a cause.
fn below(text: &str) -> Block {
    Block::led(Span::plain("  "), vec![Span::plain(sanitize(text))])
}

/// Two values, of long ones only what is around the first difference.
fn around_difference(before: Option<&str>, after: Option<&str>) -> (Option<String>, Option<String>) {
    const LONG: usize = 120;
    const AROUND: usize = 40;
    let (Some(one), Some(other)) = (before, after) else {
        let short = |text: Option<&str>| text.map(|text| cut(text, 0, LONG));
        return (short(before), short(after));
    };
    if one.chars().count() <= LONG && other.chars().count() <= LONG {
        return (Some(one.to_owned()), Some(other.to_owned()));
    }
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(AROUND);
    (Some(cut(one, from, LONG)), Some(cut(other, from, LONG)))
}

/// So many characters of a text from one on, with marks where something is left out.
fn cut(text: &str, from: usize, most: usize) -> String {
    let part: String = text.chars().skip(from).take(most).collect();
    let end = if text.chars().count() > from + most { "…" } else { "" };
    format!("{}{part}{end}", if from > 0 { "…" } else { "" })
}
