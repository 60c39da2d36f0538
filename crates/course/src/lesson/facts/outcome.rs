//! Facts of what a whole build did: what it compiled, reused and linked, why, what failed, and what took long.

use super::scene::{FactCall, FactInfo, Group, Scene, fact};
use crate::lesson::expr::ExprError;
use crate::lesson::staged::StagedBuild;
use crate::lesson::value::Value;
use gostep_sim::gobuild::analysis::{Analysis, Span};
use gostep_sim::gobuild::{Mode, Step};
use gostep_sim::program::PackageId;
use gostep_sim::said;
use gostep_sim::whatif::{FailureReport, LinkReport, Outcome, PackageReport};

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("compiled", "packages that this build compiles"),
    fact("reused", "packages whose archive comes from the cache, or is not needed"),
    fact("reason(PACKAGE)", "why this build compiles a package, in words"),
    fact("linked", "whether this build links the program"),
    fact("succeeded", "whether this build ends well"),
    fact("exit_code", "exit code of the go command"),
    fact("error", "the first line that the failed tool of this build says"),
    fact("messages", "all lines that the failed tools say"),
    fact("failed_tool", "the tool that fails: compile, asm, pack, link, or go for the go command itself"),
    fact("failed_package", "the package on which it fails"),
    fact("skipped", "packages that are not started, because something that they need failed"),
    fact("flag(PACKAGE, FLAG)", "the value of a flag in a package's compile command"),
    fact("has_flag(PACKAGE, FLAG)", "whether a package's compile command has a flag"),
    fact("complete", "packages that are compiled with -complete: all their functions have a body in Go"),
    fact("without_complete", "packages that are compiled without -complete"),
    fact("critical_path", "the longest chain of actions each of which needs the one before; link is the link"),
    fact("critical_ms", "how long that chain takes, in milliseconds"),
    fact("alone_ms", "how long only one action is at work although there are more workers, in milliseconds"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let scene = question.scene;
    let staged = scene.staged();
    let report = &staged.report;
    let names = |fits: &dyn Fn(&Outcome) -> bool| {
        let packages = report.packages.iter().filter(|package| fits(&package.outcome));
        Value::List(packages.map(|package| package.package.clone()).collect())
    };
    Ok(match question.name {
        "compiled" => names(&|outcome| matches!(outcome, Outcome::Compiled { .. })),
        "skipped" => names(&|outcome| matches!(outcome, Outcome::NotStarted { .. })),
        "reused" => reused(scene),
        "reason" => reason(question)?,
        "linked" => Value::Truth(matches!(report.link, LinkReport::Linked(_))),
        "succeeded" => Value::Truth(report.exit_code == 0),
        "exit_code" => Value::Number(i64::from(report.exit_code)),
        "error" => Value::Text(failure(question)?.said().to_owned()),
        "messages" => Value::List(report.failures.iter().flat_map(|failure| failure.output.clone()).collect()),
        "failed_tool" => Value::Text(failure(question)?.tool.to_owned()),
        "failed_package" => Value::Text(failure(question)?.package.clone().unwrap_or_default()),
        "flag" => flag(question)?,
        "has_flag" => {
            let (flag, _) = question.text(1, &said!("a flag"), "'-complete'")?;
            Value::Truth(compile_words(question)?.iter().any(|word| name_of(word) == flag))
        }
        "complete" => scene.list_where(|package| staged.build.made().promises_bodies(package)),
        "without_complete" => scene.list_where(|package| !staged.build.made().promises_bodies(package)),
        "critical_path" => critical_path(staged),
        "critical_ms" => Value::millis(Analysis::of(&staged.build).least_time()),
        _ => Value::millis(Analysis::of(&staged.build).lone.iter().map(|lone| lone.end - lone.start).sum()),
    })
}

/// What is neither compiled nor failed nor skipped.
fn reused(scene: &Scene<'_>) -> Value {
    let staged = scene.staged();
    let told = |package: PackageId| {
        let path = staged.build.program.display_path(package);
        staged.report.packages.iter().any(|told| told.package == path)
    };
    if staged.build.load_error.is_some() { Value::List(Vec::new()) } else { scene.list_where(|package| !told(package)) }
}

fn reason(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let staged = question.scene.staged();
    let path = staged.build.program.display_path(question.package(0)?);
    let told = staged.report.packages.iter().find(|told| told.package == path);
    let Some(PackageReport { outcome: Outcome::Compiled { reason, .. }, .. }) = told else {
        return Err(question
            .misfit(said!("this build does not compile {path}", path), said!("ask only about packages in compiled")));
    };
    Ok(Value::Reason(reason.clone()))
}

fn failure<'a>(question: &FactCall<'a>) -> Result<&'a FailureReport, ExprError> {
    let help = said!("ask succeeded, or start a build that fails with build: {{fault: …}}");
    question
        .scene
        .staged()
        .report
        .failures
        .first()
        .ok_or_else(|| question.misfit(said!("nothing fails in this build"), help))
}

fn flag(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let (flag, at) = question.text(1, &said!("a flag"), "'-lang'")?;
    let words = compile_words(question)?;
    let Some(number) = words.iter().position(|word| name_of(word) == flag) else {
        let message = said!("the compile command has no {flag}", flag);
        return Err(ExprError::misfit(at, message, said!("ask has_flag(…) if it may be missing")));
    };
    let value = words[number].split_once('=').map(|(_, value)| value);
    let next = words.get(number + 1).filter(|next| !next.starts_with('-'));
    match value.or(next.map(String::as_str)) {
        Some(value) => Ok(Value::Text(value.trim_matches('"').to_owned())),
        None => Err(ExprError::misfit(at, said!("{flag} has no value", flag), said!("ask has_flag(…)"))),
    }
}

fn name_of(word: &str) -> &str {
    word.split('=').next().unwrap_or(word)
}

/// The words of a package's compile command.
fn compile_words(question: &FactCall<'_>) -> Result<Vec<String>, ExprError> {
    let staged = question.scene.staged();
    let package = question.package(0)?;
    let Some(block) = staged.block_of(package, |step| step == Step::Compile) else {
        let path = staged.build.program.display_path(package);
        return Err(
            question.misfit(said!("{path} is not compiled in this build", path), said!("ask about one that is"))
        );
    };
    let text = &staged.transcript[block].text;
    let line = text.lines().find(|line| !line.starts_with("cd ")).unwrap_or_default();
    // Of quotes the go command writes only "…", which the splitter of flag lists takes as well.
    Ok(gostep_sim::program::go_flags::split_quoted(line).unwrap_or_default())
}

fn critical_path(staged: &StagedBuild) -> Value {
    let path = Analysis::of(&staged.build).critical_path;
    // Putting the executable in its place is the end of the link.
    let mode = |span: &&Span| staged.build.plan.action(span.action).mode;
    let told = path.iter().filter(|span| span.end > span.start && mode(span) != Mode::Install);
    Value::List(told.map(|span| staged.build.action_name(span.action).into_owned()).collect())
}
