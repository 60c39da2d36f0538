//! A whole build as players show it: its packages, its transcript, and what each worker did.

use std::collections::HashMap;

use super::frame::{BuildView, Lane, LaneSpan, PackageView, TranscriptBlock};
use super::sanitize;
use crate::lesson::{MAX_WORKERS, StagedBuild};
use gostep_sim::gobuild::{EventKind, Mode};
use gostep_sim::program::PackageId;
use gostep_sim::xlog::Transcript;

/// A build as players show it.
pub fn build_view(staged: &StagedBuild) -> BuildView {
    let build = &staged.build;
    let index = |package: &PackageId| staged.index_of(*package);
    let packages = staged.packages.iter().zip(staged.layers()).map(|(&package, layer)| PackageView {
        path: sanitize(build.program.display_path(package)),
        objdir: format!("$WORK/b{:03}", build.plan.action(build.plan.build_of(package)).objdir),
        imports: staged.imports(package).iter().filter_map(index).collect(),
        importers: staged.importers(package).iter().filter_map(index).collect(),
        layer,
    });
    let transcript = staged.transcript.iter().zip(&staged.lines).map(|(block, &line)| TranscriptBlock {
        package: staged.index_of(build.plan.action(block.action).package),
        tool: block.step.tool().to_owned(),
        internal: !block.step.starts_program(),
        line,
        text: sanitize(&block.text),
    });
    BuildView {
        command: sanitize(&staged.command),
        workers: build.options.workers,
        packages: packages.collect(),
        header: Transcript::new(build).header().lines().map(sanitize).collect(),
        transcript: transcript.collect(),
        is_run: false,
        events: build.events.len(),
        duration_us: build.duration(),
    }
}

/// The lanes of all workers after `events` events. Actions without commands take no time and are left out.
pub fn lanes(staged: &StagedBuild, events: usize) -> Vec<Lane> {
    let build = &staged.build;
    // No worker that was never needed is worth its memory, however many there are.
    let workers = build.options.workers.min(build.plan.actions.len().max(MAX_WORKERS as usize));
    let mut lanes: Vec<Lane> = (0..workers).map(|worker| Lane { worker, spans: Vec::new() }).collect();
    let mut open = HashMap::new();
    for event in &build.events[..events.min(build.events.len())] {
        let action = build.plan.action(event.action);
        let link = matches!(action.mode, Mode::Link | Mode::Install);
        if !link && !matches!(action.mode, Mode::Build | Mode::Cover | Mode::RunCgo | Mode::CompileC(_)) {
            continue;
        }
        match event.kind {
            EventKind::Started { worker } => {
                let Some(lane) = lanes.get_mut(worker as usize) else { continue };
                open.insert(event.action, (worker as usize, lane.spans.len()));
                let package = sanitize(build.program.display_path(action.package));
                lane.spans.push(LaneSpan { package, link, from_us: event.time, to_us: None });
            }
            EventKind::Finished | EventKind::Failed(_) => {
                if let Some((worker, span)) = open.remove(&event.action) {
                    lanes[worker].spans[span].to_us = Some(event.time);
                }
            }
            _ => {}
        }
    }
    lanes
}
