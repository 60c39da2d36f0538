//! Action IDs: hashes of everything that a compile or a link depends on.
//!
//! The hashed texts are those of the go command, which prints them with `GODEBUG=gocachehash=1`. So an action ID is the
//! real one wherever the hashes of the files are known.

use std::fmt::Write;

use super::cgo::Flags;
use super::flags::ToolFlags;
use super::modinfo::BuildInfos;
use super::options::BuildOptions;
use super::plan::{Action, ActionId, Mode, Plan};
use super::profile;
use super::rules::Rules;
use crate::goquote::{quote, quote_list};
use crate::hash::{Hash, Hasher, ShortId};
use crate::program::{Package, Program};

/// The build ID of an archive, written `actionID/contentID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuildId {
    /// Action ID: hash of everything that the archive is made from.
    pub action: ShortId,
    /// Content ID: hash of the archive itself.
    pub content: ShortId,
}

impl std::fmt::Display for BuildId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.action, self.content)
    }
}

/// What the hashed texts are composed from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The program that is built.
    pub program: &'a Program,
    /// The flags of the build.
    pub options: &'a BuildOptions,
    /// The flags, divided among the tools.
    pub flags: &'a ToolFlags,
    /// The action graph.
    pub plan: &'a Plan,
    /// The build info of the executables. `None` leaves it out of the hashes of main packages.
    pub modinfos: Option<&'a BuildInfos>,
}

/// Writes a line of a hashed text. Writing into a hasher cannot fail, so the result is dropped.
macro_rules! line {
    ($hasher:expr, $($arg:tt)*) => {{ let _ = writeln!($hasher, $($arg)*); }};
}

impl Inputs<'_> {
    /// The action hash of a package. `file_hash` gives the hash of one of its files, `content` the content ID of a
    /// dependency (`None` for `unsafe`).
    pub fn package_hash(
        &self,
        action: &Action,
        file_hash: impl Fn(&Package, &str) -> ShortId,
        content: impl Fn(ActionId) -> Option<ShortId>,
    ) -> Hash {
        let mut h = Hasher::default();
        self.write_package(&mut h, action, file_hash, content);
        h.finish()
    }

    /// The text whose SHA-256 is the action hash of a package.
    pub fn write_package(
        &self,
        h: &mut impl Write,
        action: &Action,
        file_hash: impl Fn(&Package, &str) -> ShortId,
        content: impl Fn(ActionId) -> Option<ShortId>,
    ) {
        let toolchain = &self.program.toolchain;
        let package = self.program.package(action.package);
        let version = &toolchain.version;
        line!(h, "{version}compile");
        if self.options.trimpath {
            if let Some(module) = &package.module {
                line!(h, "module {}@{}", module.path, module.version);
            }
        } else if !package.goroot {
            line!(h, "dir {}", package.dir);
        }
        if let Some(module) = &package.module {
            line!(h, "go {}", module.go_version);
        }
        self.write_target(h, package, false);
        if self.options.trimpath {
            line!(h, "trimpath");
        }
        if package.uses_cgo() {
            self.write_cgo(h, package);
        }
        if !package.cover.is_empty() {
            let tool = quote(&format!("cover version {}", toolchain.tool_version()));
            line!(h, "cover {} {tool}", quote(&package.cover));
        }
        if let Some(modinfo) = self.modinfos.and_then(|infos| infos.of(action.package)) {
            line!(h, "modinfo {}", quote(modinfo));
        }
        let forced = quote_list(&self.flags.forced_compile);
        let gcflags = quote_list(self.flags.gcflags(self.program, action.package));
        let tools = toolchain.tool_version();
        line!(h, "compile compile version {tools} {forced} {gcflags}");
        if !(package.files.asm.is_empty() && package.files.c_asm.is_empty()) {
            let forced = quote_list(&self.flags.forced);
            let asmflags = quote_list(self.flags.asmflags(self.program, action.package));
            line!(h, "asm \"asm version {tools}\" {forced} {asmflags}");
        }
        self.write_levels(h);
        let profile = profile::path(self.program, self.options).map(|path| profile::hash(self.program, &path));
        let is_prepared = Rules::of(version).prepares_profile();
        for file in package.files.hashed() {
            line!(h, "file {file} {}", file_hash(package, file));
        }
        if let Some(profile) = profile.filter(|_| !is_prepared) {
            line!(h, "pgofile {profile}");
        }
        for &dep in &action.deps {
            let dep_action = self.plan.action(dep);
            if matches!(dep_action.mode, Mode::Build | Mode::BuiltIn) {
                let path = &self.program.package(dep_action.package).import_path;
                let _ = write!(h, "import {path} ");
                match content(dep) {
                    Some(content) => line!(h, "{content}"),
                    None => line!(h, ""),
                }
            }
        }
        if let Some(profile) = profile.filter(|_| is_prepared) {
            // With -n nothing is prepared, and a file that is not there has no hash.
            let made = if self.options.dry_run { String::new() } else { profile.to_string() };
            line!(h, "pgofile {made}");
        }
    }

    /// The action hash of the link. `build_id` gives the build ID of an archive, `None` if the archive cannot be read.
    pub fn link_hash(&self, action: &Action, build_id: impl Fn(ActionId) -> Option<BuildId>) -> Hash {
        let mut h = Hasher::default();
        self.write_link(&mut h, action, build_id);
        h.finish()
    }

    /// The text whose SHA-256 is the action hash of the link.
    pub fn write_link(&self, h: &mut impl Write, action: &Action, build_id: impl Fn(ActionId) -> Option<BuildId>) {
        let toolchain = &self.program.toolchain;
        let rules = Rules::of(&toolchain.version);
        let root = self.program.package(action.package);
        let version = &toolchain.version;
        line!(h, "{version}link");
        let mode = self.flags.made.name();
        let _ = write!(h, "buildmode {} ", self.options.buildmode);
        self.write_target(h, root, rules.link_hashes_default_godebug());
        if self.options.trimpath {
            line!(h, "trimpath");
        }
        let tools = toolchain.tool_version();
        line!(h, "link link version {tools} {} {mode}", quote_list(&self.flags.forced_link));
        line!(h, "linkflags {}", quote_list(self.flags.ldflags(self.program, action.package)));
        self.write_levels(h);
        let goroot = match (self.options.trimpath, rules.link_sets_goroot()) {
            (false, _) => toolchain.goroot.as_str(),
            (true, true) => "",
            (true, false) => "$GOROOT",
        };
        line!(h, "GOROOT={goroot}");
        line!(h, "GO_EXTLINK_ENABLED=");
        for &dep in &action.deps {
            let dep_package = self.plan.action(dep).package;
            let path = &self.program.package(dep_package).import_path;
            // The build ID of an archive that cannot be read is empty.
            let (id, content) = build_id(dep).map(|id| (id.to_string(), id.content.to_string())).unwrap_or_default();
            line!(h, "packagefile {path}={content}");
            if dep_package == action.package {
                line!(h, "packagemain {id}");
            }
        }
    }

    /// The cgo tool, the C compilers, and the flags for them.
    fn write_cgo(&self, h: &mut impl Write, package: &Package) {
        let toolchain = &self.program.toolchain;
        let Flags { cpp, c, cxx, ld } = Flags::of(package, toolchain);
        line!(h, "cgo {}", quote(&format!("cgo version {}", toolchain.tool_version())));
        let lists = [&cpp, &c, &ld].map(|flags| quote_list(flags)).join(" ");
        line!(h, "CC={} {lists}", quote_list(&toolchain.c_compiler(false)));
        if let Some(id) = &toolchain.cc_id {
            line!(h, "CC ID={}", quote(id));
        }
        if !package.files.cxx.is_empty() {
            line!(h, "CXX={} {}", quote_list(&toolchain.c_compiler(true)), quote_list(&cxx));
            if let Some(id) = &toolchain.cxx_id {
                line!(h, "CXX ID={}", quote(id));
            }
        }
    }

    fn write_target(&self, h: &mut impl Write, package: &Package, default_godebug: bool) {
        let toolchain = &self.program.toolchain;
        line!(h, "goos {} goarch {}", toolchain.goos, toolchain.goarch);
        line!(h, "import {}", quote(&package.import_path));
        let prefix = quote(package.local_prefix.as_deref().unwrap_or_default());
        let omits_debug = package.is_main() && self.options.command.omits_debug();
        line!(h, "omitdebug {omits_debug} standard {} local {} prefix {prefix}", package.standard, package.is_local());
        if default_godebug {
            line!(h, "defaultgodebug {}", quote(&package.default_godebug));
        }
    }

    fn write_levels(&self, h: &mut impl Write) {
        match self.program.toolchain.arch_level() {
            Some((variable, value)) => line!(h, "{variable}={value}"),
            None => line!(h, "="),
        }
        let changed = &self.program.toolchain.experiments.changed;
        if !changed.is_empty() {
            line!(h, "GOEXPERIMENT={}", quote(&changed.join(",")));
        }
    }
}

/// Whether the linker makes no debug information (DWARF) for this target.
pub fn omits_dwarf(program: &Program) -> bool {
    program.toolchain.goarch == "wasm" || program.toolchain.goos == "plan9"
}
