//! A machine on which one program is built several times with changes between the builds.

use std::sync::Arc;

use super::change::Change;
use super::change_error::ChangeError;
use crate::gobuild::ProfileChoice;
use crate::gobuild::machine::Machine;
use crate::gobuild::tools::object_header::ARCHITECTURES;
use crate::gobuild::{
    Assume, Build, BuildOptions, Costs, Damage, Edit, EditKind, FaultSpec, Faults, ToolFlags, executable_name,
    is_for_some,
};
use crate::program::{PackageId, Program, load_for_arch};
use crate::said::{self, Said};
use crate::suggest::did_you_mean;

/// The present sources, cache, output and flags, and the last build.
#[derive(Clone, Debug)]
pub struct Scenario {
    machine: Machine,
    /// The program as it was before any edit.
    original: Arc<Program>,
    program: Arc<Program>,
    options: BuildOptions,
    /// Settings that apply only to the next build.
    next_only: NextBuildOnly,
    last: Option<Arc<Build>>,
    /// Whether the effects of all edits so far were known exactly.
    exact: bool,
}

/// Settings that a change makes for the next build only.
#[derive(Clone, Debug, Default)]
struct NextBuildOnly {
    all: bool,
    verify_cache: bool,
    cache_off: bool,
    faults: Vec<FaultSpec>,
    /// Names of the settings that changes have made for the next build, to refuse a second one.
    set: Vec<&'static str>,
}

/// The message with which the go command refuses GOCACHE=off.
pub const CACHE_OFF: &str = "build cache is disabled by GOCACHE=off, but required as of Go 1.12";

impl Scenario {
    /// A machine with an empty cache.
    pub fn new(program: &Arc<Program>, options: BuildOptions, assume: Assume) -> Self {
        let mut machine = Machine::default();
        machine.sources.assume = assume;
        Self {
            machine,
            original: Arc::clone(program),
            program: Arc::clone(program),
            options,
            next_only: NextBuildOnly::default(),
            last: None,
            exact: true,
        }
    }

    /// A machine on which the program was built and then changed, and the last build so far.
    ///
    /// # Errors
    /// If a change is not possible.
    pub fn after(
        program: &Arc<Program>,
        options: &BuildOptions,
        changes: &[Change],
        assume: Assume,
    ) -> Result<(Self, Arc<Build>), ChangeError> {
        let mut scenario = Self::new(program, options.clone(), assume);
        let mut last = scenario.build()?;
        for change in changes {
            scenario.apply(change)?;
            if *change == Change::Then
                && let Some(build) = scenario.last()
            {
                last = Arc::clone(build);
            }
        }
        Ok((scenario, last))
    }

    /// A copy of the machine that uses another bound for edits that were not measured.
    #[must_use]
    pub fn assuming(&self, assume: Assume) -> Self {
        let mut other = self.clone();
        other.machine.sources.assume = assume;
        other
    }

    /// The program in its present form.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The machine in its present state.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The flags of all next builds, without settings for the next build only.
    pub fn options(&self) -> &BuildOptions {
        &self.options
    }

    /// The name of the executable without `-o`.
    pub fn default_output(&self) -> String {
        executable_name(&self.program, &self.options, self.program.root())
    }

    /// Sets the flags of all next builds.
    pub fn set_options(&mut self, options: BuildOptions) {
        self.options = options;
    }

    /// The last build.
    pub fn last(&self) -> Option<&Arc<Build>> {
        self.last.as_ref()
    }

    /// The edits that apply now.
    pub fn edits(&self) -> &[Edit] {
        self.machine.sources.edits()
    }

    /// The message with which the go command refuses the next build, if it does. The build after that is not refused.
    pub fn refusal(&mut self) -> Option<&'static str> {
        std::mem::take(&mut self.next_only.cache_off).then_some(CACHE_OFF)
    }

    /// Whether all builds so far are the same whatever effect the edits have.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Builds with what earlier builds left on the machine.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn build(&mut self) -> Result<Arc<Build>, ChangeError> {
        let next_only = std::mem::take(&mut self.next_only);
        let mut options = self.options.clone();
        options.all |= next_only.all;
        options.verify_cache |= next_only.verify_cache;
        if !next_only.faults.is_empty() {
            let standing = options.faults.iter().map(|(spec, _)| spec.clone());
            options.faults = Faults::resolve(&standing.chain(next_only.faults).collect::<Vec<_>>(), &self.program)?;
        }
        let costs = Costs::new(&self.program, &self.program.durations_ms);
        let recorded = ToolFlags::new(&self.program, &options)?.compile_main_only();
        let is_exact = |edit: &Edit| edit.effect(&self.program, Assume::Least, recorded).exact;
        self.exact &= self.edits().iter().all(is_exact);
        let build = Arc::new(self.machine.build_with(&self.program, options, &costs)?);
        self.last = Some(Arc::clone(&build));
        Ok(build)
    }

    /// Makes a change; [`Change::Then`] builds.
    ///
    /// # Errors
    /// If it is not possible here.
    pub fn apply(&mut self, change: &Change) -> Result<(), ChangeError> {
        if let Some(setting) = change.setting() {
            if self.next_only.set.contains(&setting) {
                return Err(ChangeError::Contradiction(said!(
                    "{setting} is set twice for one build; leave one out, or write `then` between them",
                    setting
                )));
            }
            self.next_only.set.push(setting);
        }
        match change {
            // The go command reads only the build ID of an executable, so it does not notice a changed byte.
            Change::Nothing => {}
            Change::AlterOutput => {
                if !self.machine.targets.contains_key(&self.target()) {
                    return Err(ChangeError::Contradiction(said!("alter-output: there is no executable to alter")));
                }
            }
            Change::Then => {
                if self.refusal().is_none() {
                    self.build()?;
                } else {
                    // The build was refused, so settings for this build only are dropped.
                    self.next_only = NextBuildOnly::default();
                }
            }
            Change::Edit(edit) => self.edit(edit)?,
            Change::Undo(package) => self.undo(*package)?,
            Change::DeleteOutput => {
                if self.machine.targets.remove(&self.target()).is_none() {
                    return Err(ChangeError::Contradiction(said!("delete-output: there is no executable to delete")));
                }
            }
            Change::Output(name) => self.options.output = Some(name.clone()),
            Change::Spoil(package, damage) => self.spoil(*package, *damage)?,
            Change::CleanCache => {
                if self.machine.cache.is_empty() {
                    return Err(ChangeError::Contradiction(said!("clean-cache: the cache is empty already")));
                }
                self.machine.cache.clear();
            }
            Change::CacheOff => self.next_only.cache_off = true,
            Change::VerifyCache => self.next_only.verify_cache = true,
            Change::Dir(path) => self.move_to(path)?,
            Change::All => self.next_only.all = true,
            Change::Fault(spec) => self.fault(spec)?,
            Change::Trimpath => self.options.trimpath = true,
            Change::Ldflags(flags) => self.options.ldflags = vec![flags.clone()],
            Change::Gcflags(flags) if is_for_some(flags) => {
                return Err(ChangeError::Contradiction(said!(
                    "gcflags={flags}: which importers' archives change with the flags of some packages was not \
                     measured; write gcflags=all=FLAGS, or gcflags=FLAGS for the main package",
                    flags
                )));
            }
            Change::Gcflags(flags) => self.options.gcflags = vec![flags.clone()],
            Change::Buildmode(mode) => self.options.buildmode.clone_from(mode),
            Change::Profile(profile) => self.options.profile = ProfileChoice::parse(profile),
            Change::Workers(workers) => self.options.workers = *workers,
            Change::Cgo(enabled) => self.set_cgo(*enabled)?,
            Change::Goarch(goarch) => self.set_goarch(goarch)?,
            Change::Cc(cc) => self.set_cc(cc)?,
        }
        Ok(())
    }

    /// Adds a fault to the next build.
    fn fault(&mut self, spec: &FaultSpec) -> Result<(), ChangeError> {
        let standing = self.options.faults.iter().map(|(spec, _)| spec);
        let all: Vec<FaultSpec> = standing.chain(&self.next_only.faults).chain([spec]).cloned().collect();
        Faults::resolve(&all, &self.program)?;
        self.next_only.faults.push(spec.clone());
        Ok(())
    }

    fn target(&self) -> String {
        self.last.as_ref().and_then(|build| build.plan.target()).unwrap_or_default().to_owned()
    }

    /// Changes both the edited and the original program.
    fn with_program(&mut self, change: impl Fn(&mut Program)) {
        change(Arc::make_mut(&mut self.original));
        change(Arc::make_mut(&mut self.program));
    }

    fn edit(&mut self, edit: &Edit) -> Result<(), ChangeError> {
        if let EditKind::Import(path) = &edit.kind {
            self.program = Arc::new(import(&self.program, edit.package, path)?);
        }
        self.machine.sources.edit(edit.clone());
        Ok(())
    }

    fn undo(&mut self, package: Option<PackageId>) -> Result<(), ChangeError> {
        let undone = |edit: &Edit| package.is_none_or(|package| edit.package == package);
        if !self.edits().iter().any(undone) {
            let Some(package) = package else {
                return Err(ChangeError::Contradiction(said!("undo: there is no edit to take back")));
            };
            let mut edited: Vec<&str> =
                self.edits().iter().map(|edit| self.program.display_path(edit.package)).collect();
            edited.dedup();
            let name = self.program.display_path(package);
            let choice = if edited.is_empty() { said!("nothing was") } else { said!("edited: {}", said::list(edited)) };
            return Err(ChangeError::Contradiction(said!(
                "undo={name}: {name} was not edited; {choice}",
                name,
                choice
            )));
        }
        self.machine.sources.undo(package);
        self.program = Arc::clone(&self.original);
        for edit in self.machine.sources.edits() {
            if let EditKind::Import(path) = &edit.kind {
                self.program = Arc::new(import(&self.program, edit.package, path)?);
            }
        }
        Ok(())
    }

    fn spoil(&mut self, package: PackageId, damage: Damage) -> Result<(), ChangeError> {
        let name = self.program.display_path(package);
        let impossible = |problem: Said| Err(ChangeError::Contradiction(problem));
        let action = self.last.as_ref().and_then(|build| build.result(package)).map(|result| result.action);
        let Some((action, entry)) = action.and_then(|action| Some((action, self.machine.cache.entry(&action)?))) else {
            let built = self.last.iter().flat_map(|build| build.program.ids().map(move |id| (build, id)));
            let has = |(build, id): &(&Arc<Build>, PackageId)| {
                build.result(*id).is_some_and(|result| self.machine.cache.entry(&result.action).is_some())
            };
            let others =
                if built.into_iter().any(|pair| has(&pair)) { Said::default() } else { said!("; the cache is empty") };
            return impossible(said!("the cache has no entry of {name} to spoil{others}", name, others));
        };
        if entry.damage.is_some() {
            return impossible(said!(
                "the cache entry of {name} is spoiled already; write `then` between the two",
                name
            ));
        }
        self.machine.cache.damage(&action, damage);
        Ok(())
    }

    /// Moves main's sources to another directory; all other packages stay where they are.
    fn move_to(&mut self, path: &str) -> Result<(), ChangeError> {
        let root = self.program.root();
        if self.program.package(root).dir == path {
            return Err(ChangeError::Contradiction(said!("dir={path}: that is where the sources are already", path)));
        }
        if self.program.package(root).local_prefix.is_some() {
            return Err(ChangeError::Contradiction(said!(
                "dir={path}: without modules, what is compiled depends on the directory; list it again from there",
                path
            )));
        }
        if !self.program.package(root).command_line_files {
            return Err(ChangeError::Contradiction(said!(
                "dir={path}: {} belongs to a module, whose packages would all move; list it again from there",
                self.program.package(root).import_path,
                path
            )));
        }
        self.with_program(|program| {
            program.packages[root.index()].dir = path.to_owned();
            program.dir = path.to_owned();
        });
        path.clone_into(&mut self.options.dir);
        // A relative output name is now in the new directory, which does not contain it yet.
        self.machine.targets.retain(|name, _| name.starts_with('/'));
        Ok(())
    }

    fn set_cgo(&mut self, enabled: bool) -> Result<(), ChangeError> {
        // With cgo these packages consist of other files, which the package list does not tell.
        const HAVE_CGO_VARIANTS: [&str; 3] = ["net", "os/user", "runtime/cgo"];
        if let Some(package) = HAVE_CGO_VARIANTS.into_iter().find(|path| self.program.find(path).is_some()) {
            return Err(ChangeError::Contradiction(said!(
                "CGO_ENABLED={}: package {package} has other files then; list the program again with that setting",
                u8::from(enabled),
                package
            )));
        }
        self.with_program(|program| program.toolchain.cgo_enabled = enabled);
        Ok(())
    }

    fn set_cc(&mut self, cc: &str) -> Result<(), ChangeError> {
        if let Some(package) = self.program.packages.iter().find(|package| package.uses_cgo()) {
            return Err(ChangeError::Contradiction(said!(
                "CC={cc}: {} uses cgo, and what this compiler accepts is not known; list the program again with it",
                package.import_path,
                cc
            )));
        }
        self.with_program(|program| cc.clone_into(&mut program.toolchain.cc));
        Ok(())
    }

    fn set_goarch(&mut self, goarch: &str) -> Result<(), ChangeError> {
        if self.program.toolchain.goarch == goarch {
            return Ok(());
        }
        if !self.edits().is_empty() {
            return Err(ChangeError::Contradiction(said!(
                "GOARCH={goarch} does not go together with edits made before it; write it first, or `undo` them",
                goarch
            )));
        }
        let Some(program) = load_for_arch(&self.original.name, goarch)? else {
            if !ARCHITECTURES.contains(&goarch) {
                let hint = did_you_mean(goarch, ARCHITECTURES.into_iter());
                let known = said::list(ARCHITECTURES);
                return Err(ChangeError::Contradiction(said!(
                    "GOARCH={goarch}: there is no such architecture{hint}; known are {known}",
                    goarch,
                    hint,
                    known
                )));
            }
            return Err(ChangeError::Contradiction(said!(
                "GOARCH={goarch}: which files {} has there is not known; list it with GOARCH={goarch} and build that",
                self.original.name,
                goarch
            )));
        };
        self.program = Arc::new(program);
        self.original = Arc::clone(&self.program);
        Ok(())
    }
}

fn import(program: &Program, package: PackageId, path: &str) -> Result<Program, ChangeError> {
    program.with_import(package, path).map_err(|source| ChangeError::Import {
        package: program.display_path(package).to_owned(),
        import: path.to_owned(),
        source,
    })
}
