//! How the go command shows what a tool printed: with `$WORK`, and with paths below the current directory relative.

use crate::gobuild::options::BuildOptions;

/// A line that a tool printed, as the go command shows it. `package_dir` is the directory in which the tool ran.
pub fn shown(options: &BuildOptions, package_dir: &str, line: &str) -> String {
    let mut line = replace_prefix(line, &options.work_dir, "$WORK");
    let mut dir = package_dir;
    while !dir.is_empty() {
        let short = short_path(&options.dir, dir);
        if short != dir {
            line = replace_prefix(&line, dir, &short);
        }
        let Some(slash) = dir.rfind('/') else { break };
        dir = &dir[..slash];
    }
    line
}

/// Replaces a path at the start of a line, after a tab at the start, and after any space.
fn replace_prefix(line: &str, old: &str, new: &str) -> String {
    let line = line.replace(&format!(" {old}"), &format!(" {new}"));
    let (indent, rest) = line.strip_prefix('\t').map_or(("", line.as_str()), |rest| ("\t", rest));
    rest.strip_prefix(old).map(|rest| format!("{indent}{new}{rest}")).unwrap_or(line)
}

/// The path relative to the current directory, if that is shorter.
pub fn short_path(current: &str, path: &str) -> String {
    let elements = |path: &str| -> Vec<String> {
        path.split('/').filter(|element| !element.is_empty()).map(str::to_owned).collect()
    };
    let (from, to) = (elements(current), elements(path));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut relative = vec!["..".to_owned(); from.len() - common];
    relative.extend_from_slice(&to[common..]);
    let relative = if relative.is_empty() { ".".to_owned() } else { relative.join("/") };
    if relative.len() < path.len() { relative } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_where_that_is_shorter() {
        assert_eq!(short_path("/home/g/pair", "/home/g/pair"), ".");
        assert_eq!(short_path("/home/g/pair", "/home/g/pair/p"), "p");
        assert_eq!(short_path("/home/g/pair/cmd", "/home/g/pair/p"), "../p");
        assert_eq!(short_path("/home/g/pair", "/usr/local/go"), "/usr/local/go");
    }

    #[test]
    fn prefixes_are_replaced_at_the_start_and_after_spaces() {
        let line = "/src/p/a.s:2: #include: open /src/p/x.h (/src/p)";
        assert_eq!(replace_prefix(line, "/src/p", "p"), "p/a.s:2: #include: open p/x.h (/src/p)");
        assert_eq!(replace_prefix("\t/src/p/a.go", "/src", "s"), "\ts/p/a.go");
    }
}
