//! Words of the answer to why something was built again.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct WhyWords {
    /// Nothing differs: how many actions.
    pub same: Sentence<1>,
    /// Of hashes: so many actions of so many have another action ID.
    pub again_hashes: Sentence<2>,
    /// Of logs: so many actions ran in the second build.
    pub again_log: Sentence<1>,
    /// Of lists: so many actions of so many are done again, or can be.
    pub again_list: Sentence<2>,
    /// What same hashes mean where something was compiled all the same.
    pub same_hashes: &'static str,
    /// What a log without any tool means.
    pub same_log: &'static str,
    /// What a list does not show.
    pub same_list: &'static str,
    /// An input has another value: input, before, after.
    pub changed: Sentence<3>,
    /// The content of a file is another: the file.
    pub file_changed: Sentence<1>,
    /// A file is new.
    pub file_new: Sentence<1>,
    /// A file is gone.
    pub file_gone: Sentence<1>,
    /// An import is new: the package.
    pub import_new: Sentence<1>,
    /// An import is gone.
    pub import_gone: Sentence<1>,
    /// The inputs are the same, and the result is not.
    pub other_result: &'static str,
    /// The action ID is the same, and the tool ran.
    pub not_cached: &'static str,
    /// A log does not show it.
    pub not_shown_log: &'static str,
    /// Hashes, or a list with build IDs, do not show it.
    pub not_shown: &'static str,
    /// Lines of the text are missing.
    pub torn: &'static str,
    /// The result is another one, and the action is not in the text.
    pub not_in_text: &'static str,
    /// In place of a value that is not there.
    pub no_value: &'static str,
    /// Before the actions that have a cause themselves.
    pub has: &'static str,
    /// Before the way of a difference to the link.
    pub way: &'static str,
    /// Behind a way that ends before main: the importers see no difference.
    pub stops: &'static str,
    /// Behind some names: how many more.
    pub and_more: Sentence<1>,
    /// Before the actions that are done again because of others.
    pub consequences: Sentence<1>,
    /// The same where it is not certain.
    pub possible: Sentence<1>,
    /// An action and those it is done again for: action, others.
    pub because: Sentence<2>,
    /// Packages that only the second build has: how many, names.
    pub new: Sentence<2>,
    /// Packages that only the first one has.
    pub gone: Sentence<2>,
    /// A link.
    pub link: Sentence<1>,
    /// What to ask for if a text does not show contents.
    pub use_hashes: &'static str,
    /// Names of inputs.
    pub inputs: InputWords,
    /// What can be done about a cause.
    pub advice: AdviceWords,
}

/// Names of inputs that have none in the go command.
#[derive(Debug)]
pub struct InputWords {
    /// The release of Go.
    pub release: &'static str,
    /// The directory of a package.
    pub directory: &'static str,
    /// Its module and the version.
    pub module: &'static str,
    /// The `go` line of the module.
    pub language: &'static str,
    /// How the package was found and named.
    pub origin: &'static str,
    /// Flags that are forced upon a tool.
    pub forced: Sentence<1>,
    /// The version of a tool.
    pub tool: Sentence<1>,
    /// The version of a C compiler, by its variable.
    pub c_tool: Sentence<1>,
    /// A setting of the build info.
    pub build_info: Sentence<1>,
    /// A profile.
    pub profile: &'static str,
    /// GODEBUG settings in the executable.
    pub godebug: &'static str,
    /// A field of go list.
    pub field: Sentence<1>,
    /// Something unknown.
    pub other: Sentence<1>,
}

/// What can be done, one sentence a kind of cause.
#[derive(Debug)]
pub struct AdviceWords {
    /// About another release.
    pub release: &'static str,
    /// About a directory.
    pub directory: &'static str,
    /// About a commit that is stamped in.
    pub stamp: &'static str,
    /// About `-ldflags`.
    pub ldflags: &'static str,
    /// About a C compiler and its flags.
    pub c_tools: &'static str,
    /// About variables and flags.
    pub flags: &'static str,
    /// About a result that is not in the cache.
    pub not_cached: &'static str,
    /// About a result that is not reproducible.
    pub other_result: &'static str,
}
