//! `gostep lesson new`

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::super::error::CliError;
use super::super::play::lang;
use crate::author::template::{SCHEMA_FILE, lesson};
use crate::lesson::{Lang, is_id, schema};

/// `gostep lesson new NAME`
#[derive(Args, Debug)]
pub struct NewArgs {
    /// Name of the lesson, in lower-case letters, digits and dashes; its file gets this name. May have a folder
    /// before it
    #[arg(value_name = "NAME")]
    name: String,
    /// Language of remarks and texts [default: that of the locale]
    #[arg(long, value_name = "LANG", value_parser = ["en", "zh"])]
    lang: Option<String>,
}

/// Writes a lesson, and the schema beside it. Nothing that exists is overwritten.
pub fn run(args: &NewArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let lang = lang(args.lang.as_deref());
    let name = args.name.strip_suffix(".yaml").unwrap_or(&args.name);
    let path = PathBuf::from(format!("{name}.yaml"));
    let id = Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if !is_id(id) {
        let message = format!("{id:?} cannot be the name of a lesson; use lower-case letters, digits and dashes");
        return Err(CliError::Usage(message));
    }
    write_new(&path, &lesson(id, lang))?;
    let schema_path = path.with_file_name(SCHEMA_FILE);
    if !schema_path.exists() {
        write_new(&schema_path, &schema::text("lesson").unwrap_or_default())?;
    }
    let shown = path.display();
    let text = match lang {
        Lang::En => format!(
            "wrote {shown}\n\n  gostep play {shown}            plays it\n  gostep lesson watch {shown}    plays it \
             while you write\n  gostep lesson check {shown}    finds everything that is wrong\n"
        ),
        Lang::Zh => format!(
            "已写好 {shown}\n\n  gostep play {shown}            播放\n  gostep lesson watch {shown}    边写边看\n  \
             gostep lesson check {shown}    找出所有问题\n"
        ),
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn write_new(path: &Path, text: &str) -> Result<(), CliError> {
    let error = |source: std::io::Error| {
        if source.kind() == ErrorKind::AlreadyExists {
            let message = format!("{} exists; give another name, or remove it first", path.display());
            return CliError::Usage(message);
        }
        CliError::Write { path: path.display().to_string(), source }
    };
    File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(error)
}
