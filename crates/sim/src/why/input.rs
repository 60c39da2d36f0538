//! What an action of the go command depends on, one input after the other.

use std::collections::BTreeMap;

use serde::Serialize;

/// One input of a compile or a link. Its name is that of the go command: a flag, a variable, a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "input", content = "name", rename_all = "snake_case")]
pub enum Input {
    /// The release of the go command.
    Release,
    /// GOOS and GOARCH.
    System,
    /// The directory of the package. It counts unless `-trimpath` is given or the package is of GOROOT.
    Directory,
    /// The module that provides the package, with its version.
    Module,
    /// The version in the `go` line of the module.
    Language,
    /// How the package was found and named: outside of modules, or as a library.
    Origin,
    /// `-trimpath`.
    Trimpath,
    /// `-gcflags`, as they apply to the package.
    Gcflags,
    /// `-asmflags`, likewise.
    Asmflags,
    /// `-ldflags`.
    Ldflags,
    /// Flags that the build mode or `-race` and its like force upon a tool; the tool.
    Forced(String),
    /// A tool of Go, by its version.
    Tool(String),
    /// The variable that names a C tool: CC, CXX, FC.
    CTool(String),
    /// The C tool itself, as it tells its version; the variable that names it.
    CToolVersion(String),
    /// Flags of C tools: CGO_CFLAGS and so on, with what the sources ask for.
    CFlags(String),
    /// `-cover`.
    Cover,
    /// A setting in the build info that main carries, such as `vcs.revision`.
    BuildInfo(String),
    /// The variable of the architecture level, such as GOAMD64.
    Level(String),
    /// GOEXPERIMENT.
    Experiment,
    /// Another variable of the environment.
    Variable(String),
    /// A file of the package. Where only names are known, the value is empty.
    File(String),
    /// The profile (`-pgo`).
    Profile,
    /// `-buildmode`.
    Buildmode,
    /// The GODEBUG settings that go into the executable.
    Godebug,
    /// GOROOT, which the linker writes into the executable.
    Goroot,
    /// That another package is imported.
    Import(String),
    /// A field of `go list`.
    Field(String),
    /// Something that gostep does not know.
    Other(String),
}

/// The inputs of one action with their values.
pub type Inputs = BTreeMap<Input, String>;

/// An input that differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// Which one.
    #[serde(flatten)]
    pub input: Input,
    /// Its value before; `None` if it was not there.
    pub before: Option<String>,
    /// Its value after; `None` if it is not there any more.
    pub after: Option<String>,
}

/// The inputs that two actions do not share.
pub fn differences(before: &Inputs, after: &Inputs) -> Vec<Difference> {
    let names: std::collections::BTreeSet<&Input> = before.keys().chain(after.keys()).collect();
    let values = names.into_iter().map(|input| (input, before.get(input), after.get(input)));
    values
        .filter(|(_, before, after)| before != after)
        .map(|(input, before, after)| Difference {
            input: input.clone(),
            before: before.cloned(),
            after: after.cloned(),
        })
        .collect()
}

/// Adds a value; of an input that is there already both are kept.
pub fn add(inputs: &mut Inputs, input: Input, value: &str) {
    inputs
        .entry(input)
        .and_modify(|known| {
            known.push('\n');
            known.push_str(value);
        })
        .or_insert_with(|| value.to_owned());
}
