//! Opens the browser.

use std::process::{Command, Stdio};

/// Opens an address in the user's browser, and returns whether some program took it. This can last as long as the
/// browser is open.
pub fn open_browser(address: &str) -> bool {
    open::commands(address).iter_mut().any(|command| {
        apart(command);
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        silent.status().is_ok_and(|status| status.success())
    })
}

/// Lets Ctrl-C in the terminal end gostep but not the browser.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// Lets Ctrl-C in the terminal end gostep but not the browser.
#[cfg(windows)]
fn apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
    command.creation_flags(CREATE_NEW_PROCESS_GROUP);
}
