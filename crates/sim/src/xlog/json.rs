//! The events of a build as JSON, one object a line. The first object names the format; see `docs/events.md`.

use serde::Serialize;

use super::Transcript;
use super::paths::file_path;
use crate::gobuild::files::{Content, Stage};
use crate::gobuild::{Assumption, Build, EventKind, Mode};

/// Version of the format. It is increased when readers have to change.
pub const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Header<'a> {
    gostep_events: u32,
    program: &'a str,
    go: String,
    goos: &'a str,
    goarch: &'a str,
    work_dir: &'a str,
    dir: &'a str,
    workers: usize,
    dry_run: bool,
    packages: usize,
    actions: usize,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    assumes: &'a [Assumption],
}

#[derive(Serialize, Default)]
struct Line<'a> {
    time_us: u64,
    event: &'static str,
    action: u32,
    mode: &'static str,
    package: &'a str,
    objdir: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    worker: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tool: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_id: Option<String>,
}

/// The go command could not load the program. Only the end follows.
#[derive(Serialize)]
struct LoadFailed {
    time_us: u64,
    event: &'static str,
    text: String,
}

#[derive(Serialize)]
struct End {
    time_us: u64,
    event: &'static str,
}

/// All lines, each with a line feed. The first one also tells what the build assumes.
///
/// # Errors
/// Never in practice, since all values can be written as JSON.
pub fn lines<'a>(
    build: &'a Build,
    assumes: &'a [Assumption],
) -> impl Iterator<Item = Result<String, serde_json::Error>> + 'a {
    let toolchain = &build.program.toolchain;
    let header = Header {
        gostep_events: FORMAT,
        program: &build.program.name,
        go: toolchain.version.to_string(),
        goos: &toolchain.goos,
        goarch: &toolchain.goarch,
        work_dir: &build.options.work_dir,
        dir: &build.options.dir,
        workers: build.options.workers,
        dry_run: build.options.dry_run,
        packages: build.program.packages.len(),
        actions: build.plan.actions.len(),
        assumes,
    };
    let end = End { time_us: build.duration(), event: "end" };
    let mut transcript = Transcript::new(build);
    let load_error = build.load_error.as_ref().map(|error| LoadFailed {
        time_us: 0,
        event: "load-failed",
        text: format!("{}\n", error.output.join("\n")),
    });
    let events = build.events.iter().map(move |event| {
        let action = build.plan.action(event.action);
        let mut line = Line {
            time_us: event.time,
            event: name(event.kind),
            action: event.action.0,
            mode: action.mode.name(),
            package: &build.program.package(action.package).import_path,
            objdir: format!("b{:03}", action.objdir),
            ..Line::default()
        };
        match event.kind {
            EventKind::Started { worker } => line.worker = Some(worker),
            EventKind::Ran(step) => {
                line.tool = Some(step.tool());
                line.phase = step.phase();
                line.text = transcript.next().map(|block| block.text);
            }
            EventKind::Failed(step) => {
                line.tool = Some(step.tool());
                line.text = transcript.next().map(|block| block.text);
            }
            EventKind::Wrote { file, content } => {
                line.file = Some(file_path(build, file));
                line.content = Some(content_name(content));
            }
            EventKind::Finished if action.mode == Mode::Build => {
                let id = build.result(action.package).map(|result| result.id);
                line.action_id = id.map(|id| id.action.to_string());
                line.content_id = id.map(|id| id.content.to_string());
            }
            _ => {}
        }
        to_line(&line)
    });
    let load_error = load_error.into_iter().map(|error| to_line(&error));
    std::iter::once(to_line(&header)).chain(load_error).chain(events).chain(std::iter::once(to_line(&end)))
}

fn to_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut line = serde_json::to_string(value)?;
    line.push('\n');
    Ok(line)
}

fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Ready => "ready",
        EventKind::Started { .. } => "started",
        EventKind::CacheHit => "cache-hit",
        EventKind::UpToDate => "up-to-date",
        EventKind::Ran(_) => "ran",
        EventKind::Wrote { .. } => "wrote",
        EventKind::Failed(_) => "failed",
        EventKind::Skipped => "skipped",
        EventKind::Finished => "finished",
    }
}

fn content_name(content: Content) -> &'static str {
    match content {
        Content::Empty => "empty",
        Content::Full => "full",
        Content::Binary(Stage::Written) | Content::Spoiled(Stage::Written, _) => "written",
        Content::Binary(Stage::Packed) | Content::Spoiled(Stage::Packed, _) => "packed",
        Content::Binary(Stage::Stamped) | Content::Spoiled(Stage::Stamped, _) => "stamped",
    }
}
