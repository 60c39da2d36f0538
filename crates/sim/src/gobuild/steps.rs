//! The steps of each kind of action, in order.

use super::cgo::{self, Flags};
use super::files::general_header_name;
use super::go_command::GoCommand;
use super::options::BuildOptions;
use super::rules::Rules;
use super::step::Step;
use crate::program::{Package, Toolchain};

/// The steps that make the sources of a package count what runs.
pub const OF_COVER: [Step; 3] = [Step::WriteCoverConfig, Step::WriteCoverOutputs, Step::Cover];

/// The steps of a package that has to be compiled. Since go1.26 some of them belong to earlier actions.
pub fn of_build(package: &Package, toolchain: &Toolchain, options: &BuildOptions) -> Vec<Step> {
    let rules = Rules::of(&toolchain.version);
    let assembly = package.files.asm.len();
    let mut steps = Vec::new();
    if !rules.checks_cache_in_own_action() {
        steps.push(Step::MakeObjdir);
    }
    if !package.cover.is_empty() && !rules.checks_cache_in_own_action() {
        steps.extend(OF_COVER);
    }
    if package.uses_cgo() {
        steps.extend(of_cgo(package, toolchain, rules));
    }
    if assembly > 0 {
        steps.extend([Step::WriteEmptyAsmHeader, Step::ScanAssembly]);
    }
    steps.push(Step::WriteImportcfg);
    if !package.embed_patterns.is_empty() {
        steps.push(Step::WriteEmbedcfg);
    }
    steps.push(Step::Compile);
    for (header, number) in package.files.headers.iter().zip(0..) {
        if general_header_name(header, toolchain).is_some() {
            steps.push(Step::CopyHeader(number));
        }
    }
    steps.extend((0..).take(assembly).map(Step::Assemble));
    if assembly + package.files.syso.len() > 0 || package.uses_cgo() {
        steps.push(Step::Pack);
    }
    steps.push(Step::StampBuildId);
    if !options.dry_run {
        steps.push(Step::StoreInCache);
    }
    steps
}

/// The steps before the compile that are there because of cgo.
fn of_cgo(package: &Package, toolchain: &Toolchain, rules: Rules) -> Vec<Step> {
    let mut steps = Vec::new();
    if Flags::of(package, toolchain).ask_for_external_linking(rules) {
        steps.push(Step::WritePreferExternal);
    }
    if !rules.compiles_c_in_own_actions() {
        steps.push(Step::RunCgo);
        steps.extend((0..).take(cgo::sources(package, rules).len()).map(Step::CompileC));
    }
    steps.extend([Step::CompileCgoMain, Step::LinkCgo]);
    if rules.says_cgo_linked() {
        steps.push(Step::SayCgoLinked);
    }
    steps.push(Step::ReadCgoImports);
    steps
}

/// The steps of preparing the profile.
pub fn of_profile(options: &BuildOptions) -> Vec<Step> {
    let mut steps = vec![Step::MakeObjdir, Step::PrepareProfile];
    if !options.dry_run {
        steps.push(Step::StoreProfile);
    }
    steps
}

/// The steps of a link. `main_compiled` tells whether this build has already made main's object directory.
pub fn of_link(main_compiled: bool, options: &BuildOptions, rules: Rules) -> Vec<Step> {
    let mut steps = Vec::with_capacity(6);
    if !main_compiled {
        steps.push(Step::MakeObjdir);
    }
    steps.extend([Step::WriteLinkImportcfg, Step::MakeExeDir, Step::Link]);
    if options.command != GoCommand::Run || rules.caches_programs_that_run() {
        steps.push(Step::StampBuildId);
    }
    if options.command == GoCommand::Run && rules.caches_programs_that_run() && !options.dry_run {
        steps.push(Step::CacheExecutable);
    }
    steps
}

/// The steps that move the header of a library for C. With -n cgo has made none.
pub fn of_header(makes_dir: bool, options: &BuildOptions, exports: bool) -> Vec<Step> {
    match (options.dry_run, exports) {
        (true, _) => Vec::new(),
        (false, false) => vec![Step::SayNoHeader],
        (false, true) if makes_dir => vec![Step::MakeTargetDir, Step::MoveHeader],
        (false, true) => vec![Step::MoveHeader],
    }
}

/// The steps that move a result to its target.
pub fn of_install(makes_dir: bool, options: &BuildOptions, removes_in_dry_run: bool) -> Vec<Step> {
    let mut steps = Vec::with_capacity(3);
    if makes_dir {
        steps.push(Step::MakeTargetDir);
    }
    steps.push(Step::MoveToTarget);
    if !options.keep_work && (!options.dry_run || removes_in_dry_run) {
        steps.push(Step::RemoveObjdir);
    }
    steps
}
