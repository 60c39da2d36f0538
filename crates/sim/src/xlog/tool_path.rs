//! The paths of the toolchain's tools.

/// GOROOT, the system that the toolchain runs on, and the name of a tool, of its path: in `/` as in `\`, and without `.exe`.
pub fn split_tool(path: &str) -> Option<(&str, &str, &str)> {
    let (goroot, rest) = path.rsplit_once("/pkg/tool/").or_else(|| path.rsplit_once("\\pkg\\tool\\"))?;
    let (host, tool) = rest.split_once(['/', '\\'])?;
    // So a message of the tool begins.
    if tool.ends_with(':') {
        return None;
    }
    Some((goroot, host, tool.strip_suffix(".exe").unwrap_or(tool)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_found_on_every_system() {
        let windows = "C:\\Program Files\\Go\\pkg\\tool\\windows_amd64\\compile.exe";
        assert_eq!(split_tool(windows), Some(("C:\\Program Files\\Go", "windows_amd64", "compile")));
        assert_eq!(split_tool("/go/pkg/tool/linux_amd64/asm"), Some(("/go", "linux_amd64", "asm")));
        assert_eq!(split_tool("/usr/bin/asm"), None);
        assert_eq!(split_tool("/go/pkg/tool/linux_amd64/link:"), None);
    }
}
