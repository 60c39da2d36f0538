//! `gostep lesson schema`

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::super::error::CliError;
use gostep_course::lesson::schema;

/// `gostep lesson schema [KIND]`
#[derive(Args, Debug)]
#[command(after_help = "\
An editor that speaks YAML completes and explains the names of a lesson whose first line is

  # yaml-language-server: $schema=lesson.schema.json

with the schema in a file of that name beside the lesson; `gostep lesson new` writes both.")]
pub struct SchemaArgs {
    /// Which files: lessons, their translations, or glossaries
    #[arg(value_name = "KIND", value_parser = schema::NAMES, default_value = "lesson")]
    kind: String,
}

/// Prints a schema.
pub fn run(args: &SchemaArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let text = schema::text(&args.kind).unwrap_or_default();
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
