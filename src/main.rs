//! The `gostep` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    gostep::cli::main()
}
