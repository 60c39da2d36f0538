//! The CPU profile by which a build is optimized (`-pgo`).

use super::options::BuildOptions;
use super::origin::simulated;
use super::profile_choice::ProfileChoice;
use super::rules::Rules;
use crate::hash::{Hash, Hasher, ShortId};
use crate::program::{Profile, Program, clean_path, join_path};

/// The file beside main that is used if no other one is named.
pub const DEFAULT: &str = "default.pgo";

/// The absolute path of the profile of a build; `None` without one. A `default.pgo` is known if it was there when the
/// program was recorded.
pub fn path(program: &Program, options: &BuildOptions) -> Option<String> {
    match &options.profile {
        ProfileChoice::Off => None,
        ProfileChoice::File(file) => Some(clean_path(&join_path(&options.dir, file))),
        ProfileChoice::Auto => {
            // With several roots each main has its own profile, and its own variants of what it imports.
            let [root] = program.roots[..] else { return None };
            let root = program.package(root);
            let default = join_path(&root.dir, DEFAULT);
            (root.is_main() && known(program, &default).is_some()).then_some(default)
        }
    }
}

/// What is known of a profile.
fn known<'a>(program: &'a Program, path: &str) -> Option<&'a Profile> {
    program.surroundings.as_ref()?.profile.as_ref().filter(|known| known.path == path)
}

/// Whether what the compiler reads of a profile is known, so that action IDs can be the real ones.
pub fn is_known(program: &Program, path: &str) -> bool {
    let prepares = Rules::of(&program.toolchain.version).prepares_profile();
    known(program, path).is_some_and(|known| !prepares || known.prepared.is_some())
}

/// The SHA-256 of the prepared profile: the name of its file in the cache.
pub fn prepared(program: &Program, path: &str) -> Hash {
    let known = known(program, path).and_then(|known| known.prepared);
    known.unwrap_or_else(|| simulated("prepared profile", &[path.as_bytes()]))
}

/// The hash of the file that compilers read: the prepared profile, before go1.23 the profile itself.
pub fn hash(program: &Program, path: &str) -> ShortId {
    if Rules::of(&program.toolchain.version).prepares_profile() {
        return prepared(program, path).short();
    }
    known(program, path).map_or_else(|| simulated("profile", &[path.as_bytes()]), |known| known.hash).short()
}

/// The action hash of the preparation. The go command's also covers the tool, which is the same in all builds.
pub fn action_hash(program: &Program, path: &str) -> Hash {
    let mut hasher = Hasher::default();
    let input = known(program, path).map_or_else(|| simulated("profile", &[path.as_bytes()]), |known| known.hash);
    hasher.write(b"preprocess PGO profile\n");
    hasher.write(&input.0);
    hasher.finish()
}
