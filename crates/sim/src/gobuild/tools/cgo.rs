//! cgo: it makes Go and C files of the Go files that import `C`, and asks the C compiler what the names of C are.

use super::command::{Run, ToolError, Written};
use crate::gobuild::causes::Cause;
use crate::gobuild::files::{Content, FileName, OfCgo};
use crate::goquote::quote;

/// Runs cgo for the first time, on the files of a package.
pub fn cgo(run: &Run<'_>) -> Result<Written, ToolError> {
    if run.faults().no_c_compiler() && !run.pretends() {
        let compiler = run.made.program.toolchain.c_compiler(false).swap_remove(0);
        let quoted = quote(&compiler);
        let line = format!("cgo: C compiler {quoted} not found: exec: {quoted}: executable file not found in $PATH");
        return Err(ToolError { lines: vec![line], cause: Cause::NoCCompiler { compiler }, exact: true });
    }
    let numbers = || (0..).take(run.package.files.cgo.len());
    let names = OfCgo::OF_FIRST_RUN.into_iter().map(FileName::OfCgo);
    let names = names.chain(numbers().map(FileName::CgoGo)).chain(numbers().map(FileName::CgoC));
    Ok(names.map(|name| (run.file(name), Content::Full)).collect())
}
