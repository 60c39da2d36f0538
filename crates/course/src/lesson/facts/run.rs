//! Facts of the run of a program, and the moment at which it stands.

use super::scene::{FactCall, FactInfo, Group, fact};
use crate::lesson::expr::ExprError;
use crate::lesson::staged_run::{RunNow, StagedRun};
use crate::lesson::value::Value;
use gostep_sim::gorun::{Event, EventKind, GStatus, State};
use gostep_sim::said;

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("all_printed", "in a run: the lines that the program writes to standard output, to its end"),
    fact("all_complaints", "in a run: the lines that it writes to standard error, to its end"),
    fact("exit_status", "in a run: its exit status"),
    fact("run_ms", "in a run: how long it takes, in milliseconds"),
    fact("run_events", "in a run: how many lines its log has"),
    fact("all_started", "in a run: the goroutines in the order in which they get to run, to its end"),
    fact("printed", "in a run: the lines written to standard output so far"),
    fact("time_us", "in a run: its clock at this moment, in microseconds"),
    fact("calls(NAME)", "in a run: how many system calls with this name so far, as in calls('write')"),
    fact("all_calls", "in a run: how many system calls so far"),
    fact("threads", "in a run: the threads so far"),
    fact("goroutines", "in a run: the goroutines so far, dead ones too"),
    fact("goroutines_in(STATUS)", "in a run: those that are now 'runnable', 'running', 'syscall', 'waiting' or 'dead'"),
    fact("status_of(NUMBER)", "in a run: the status of a goroutine at this moment, as in status_of(6)"),
    fact("waits_on(NUMBER)", "in a run: the reason for which a goroutine waits"),
    fact("function_of(NUMBER)", "in a run: the function of a goroutine"),
    fact("maker_of(NUMBER)", "in a run: the goroutine whose go statement made it"),
    fact("thread_of(NUMBER)", "in a run: the thread that a goroutine has"),
    fact("run_next", "in a run: the goroutines in the runnext places of the Ps"),
    fact("run_queue", "in a run: the goroutines in the queues of the Ps, in order"),
    fact("timers", "in a run: the goroutines that timers will wake, the next one first"),
    fact("next_goroutine", "in a run: the goroutine that gets to run next"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let now =
        question.scene.run.ok_or_else(|| question.misfit("no program runs at this step", "start one with run:"))?;
    let whole = &now.staged.events;
    Ok(match question.name {
        "all_printed" => lines(&written(whole, 1)),
        "all_complaints" => lines(&written(whole, 2)),
        "exit_status" => Value::number(exit_status(whole)),
        "run_ms" => Value::millis(whole.last().map_or(0, |event| event.time) / 1_000),
        "run_events" => Value::number(whole.len()),
        "all_started" => Value::List(started(now.staged, 0)),
        "next_goroutine" => {
            let next = started(now.staged, now.events).into_iter().next();
            Value::Text(next.ok_or_else(|| question.misfit("no goroutine gets to run any more", ""))?)
        }
        "calls" => {
            let (name, _) = question.text(0, &said!("the name of a system call"), "'write'")?;
            Value::number(calls(&whole[..now.events], Some(&name)))
        }
        "all_calls" => Value::number(calls(&whole[..now.events], None)),
        "status_of" | "waits_on" | "function_of" | "maker_of" | "thread_of" => of_goroutine(question, &now)?,
        "goroutines_in" => {
            let (status, _) = question.text(0, &said!("a status"), "'waiting'")?;
            let state = now.state();
            let fits = state.gs.iter().filter(|g| g.status.word() == status);
            Value::List(fits.map(|g| name(g.goid)).collect())
        }
        name => of_moment(name, &now),
    })
}

fn of_moment(fact: &str, now: &RunNow<'_>) -> Value {
    let state = now.state();
    let named = |g: &gostep_sim::gorun::GId| name(state.gs[g.0].goid);
    match fact {
        "printed" => lines(&state.stdout),
        "time_us" => Value::Number(i64::try_from(state.time / 1_000).unwrap_or(i64::MAX)),
        "threads" => Value::List((0..state.ms.len()).map(|m| format!("m{m}")).collect()),
        "goroutines" => Value::List(state.gs.iter().map(|g| name(g.goid)).collect()),
        "run_next" => Value::List(state.ps.iter().filter_map(|p| p.next.as_ref()).map(named).collect()),
        "run_queue" => Value::List(state.ps.iter().flat_map(|p| &p.queue).map(named).collect()),
        _ => {
            let mut timers: Vec<_> = state.ps.iter().flat_map(|p| &p.timers).collect();
            timers.sort();
            Value::List(timers.into_iter().map(|(_, g)| named(g)).collect())
        }
    }
}

/// A fact of one goroutine.
fn of_goroutine(question: &FactCall<'_>, now: &RunNow<'_>) -> Result<Value, ExprError> {
    let Some(arg) = question.args.first() else { return Err(question.error("which goroutine?", "")) };
    let Value::Number(goid) = question.scene.value(arg)? else {
        return Err(ExprError::new(arg.at, "not the number of a goroutine", format!("write {}(6)", question.name)));
    };
    let state = now.state();
    let Some(g) = state.gs.iter().find(|g| i64::try_from(g.goid) == Ok(goid)) else {
        let message = format!("there is no goroutine {goid} at this moment");
        return Err(ExprError::misfit(arg.at, message, "advance the run with to:"));
    };
    let none = |what: &str| question.misfit(format!("G{goid} {what} at this moment"), "");
    Ok(Value::Text(match question.name {
        "status_of" => g.status.word().to_owned(),
        "waits_on" => match g.status {
            GStatus::Waiting(reason) => reason.to_owned(),
            _ => return Err(none("does not wait")),
        },
        "function_of" => g.function.clone(),
        "maker_of" => {
            g.parent.map(|parent| name(state.gs[parent.0].goid)).ok_or_else(|| none("was made by no other"))?
        }
        _ => g.m.map(|m| m.to_string()).ok_or_else(|| none("has no thread"))?,
    }))
}

fn name(goid: u64) -> String {
    format!("G{goid}")
}

fn lines(text: &str) -> Value {
    Value::List(text.lines().map(str::to_owned).collect())
}

fn written(events: &[Event], to: u8) -> String {
    let texts = events.iter().filter_map(|event| match &event.kind {
        EventKind::Wrote { fd, text } if *fd == to => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn exit_status(events: &[Event]) -> usize {
    let status = |event: &Event| if let EventKind::Exited(status) = event.kind { Some(status) } else { None };
    events.iter().rev().find_map(status).unwrap_or_default().into()
}

/// The goroutines that get to run from a moment on, in order.
fn started(run: &StagedRun, from: usize) -> Vec<String> {
    let state: State = run.state_after(run.events.len());
    let started = run.events[from..].iter().filter_map(|event| match event.kind {
        EventKind::GStarted { g, .. } => Some(name(state.gs[g.0].goid)),
        _ => None,
    });
    started.collect()
}

fn calls(events: &[Event], wanted: Option<&str>) -> usize {
    let wanted = events.iter().filter(|event| wanted.is_none() || event.kind.call_name() == wanted);
    let times = |event: &Event| if let EventKind::Called { times, .. } = event.kind { times as usize } else { 0 };
    wanted.map(times).sum()
}
