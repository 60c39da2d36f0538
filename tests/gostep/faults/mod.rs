//! Every fault that was tried on the real go1.23.9, with the words of the real tools.

mod every_fault;
mod runtime;
mod small_package;
mod sources;

use gostep_sim::gobuild::{Build, BuildOptions, EventKind, FaultSpec, Faults, Machine, Step};
use gostep_sim::xlog::Transcript;

use crate::support::programs::embedded;

fn specs(faults: &str) -> Vec<FaultSpec> {
    faults.split(' ').map(|fault| fault.replace('@', "example.com/pair/p").parse().unwrap()).collect()
}

/// Builds with faults; `@` stands for the package of `pair` with assembly.
fn build(name: &str, faults: &str) -> Build {
    let program = embedded(name);
    let mut options = BuildOptions::for_program(&program);
    options.output = Some("main_bin".to_owned());
    options.faults = Faults::resolve(&specs(faults), &program).unwrap();
    Machine::default().build(&program, options).unwrap()
}

/// What is printed beside the commands.
fn said(build: &Build) -> String {
    let header = Transcript::new(build).header();
    let mut said = header.split_once('\n').unwrap().1.to_owned();
    for block in Transcript::new(build) {
        if matches!(build.events[block.event].kind, EventKind::Failed(_)) {
            said.push_str(&block.text);
        }
    }
    said
}

/// The step that fails, if one does.
fn failed(build: &Build) -> Option<Step> {
    build.failures.first().map(|failure| failure.step)
}

fn linked(build: &Build) -> bool {
    build
        .plan
        .link()
        .is_some_and(|link| build.events.iter().any(|event| event.action == link && event.kind == EventKind::Finished))
}

/// A fault that ends the build at a step with this output.
#[track_caller]
fn fails(name: &str, faults: &str, step: Step, output: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), output, "{faults}");
    assert_eq!(failed(&build), Some(step), "{faults}");
    assert_eq!(build.exit_code(), 1);
    assert!(build.failures.iter().all(|failure| failure.exact), "{faults}: places are known");
    assert!(!linked(&build));
}

/// A fault that the go command sees before anything runs.
#[track_caller]
fn does_not_load(name: &str, faults: &str, output: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), output, "{faults}");
    assert!(build.events.is_empty());
    assert_eq!(build.exit_code(), 1);
}

/// A fault that nobody notices.
#[track_caller]
fn goes_unnoticed(name: &str, faults: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), "", "{faults}");
    assert_eq!(build.exit_code(), 0);
    assert_eq!(build.unnoticed().len(), build.options.faults.iter().count());
}

const LINK: &str = "/usr/local/go/pkg/tool/linux_amd64/link";
