//! The commands of a package that uses cgo: the cgo tool, and the C compilers.

use super::shell::{env_prefix, join};
use crate::gobuild::cgo::{self, CSource, Compiler, Flags, Trial, object_name};
use crate::gobuild::cover;
use crate::gobuild::{Action, Build, Mode, Step};
use crate::hash::Hasher;
use crate::program::{Package, c_arch_flags, join_path};

/// The directory in which a command runs, empty if that does not matter, and its text.
type InDirectory = (String, String);

/// Composes the commands of one package.
pub(super) struct CgoComposer<'a> {
    build: &'a Build,
    package: &'a Package,
    action: &'a Action,
    obj: &'a str,
    flags: Flags,
}

impl<'a> CgoComposer<'a> {
    pub(super) fn new(build: &'a Build, action: &'a Action, obj: &'a str) -> Self {
        let package = build.program.package(action.package);
        let mut flags = Flags::of(package, &build.program.toolchain);
        let sanitizers = build.program.instruments.iter().filter_map(|instrument| instrument.c_flag());
        for flag in sanitizers {
            flags.c.insert(0, flag.to_owned());
            flags.ld.insert(0, flag.to_owned());
        }
        Self { build, package, action, obj, flags }
    }

    /// `cgo -objdir`. `level_env` is the variable for the architecture level, where tools get it.
    pub(super) fn run_cgo(&self, level_env: &str) -> InDirectory {
        let Self { build, package, obj, flags, .. } = self;
        let quoted: Vec<String> = flags.ld.iter().map(|flag| crate::goquote::quote(flag)).collect();
        let ldflags = quoted.join(" ");
        let as_argument = build.rules().gives_cgo_ldflags();
        let mut args = vec![build.program.toolchain.tool("cgo"), "-objdir".into(), (*obj).to_owned()];
        args.extend(["-importpath".into(), package.import_path.clone()]);
        if package.is_runtime_cgo() {
            args.push("-import_runtime_cgo=false".into());
        }
        if package.lacks_syscall() {
            args.push("-import_syscall=false".into());
        }
        if build.flags.made.is_for_c() {
            args.push(format!("-exportheader={obj}_cgo_install.h"));
        }
        if as_argument && !ldflags.is_empty() {
            args.push(format!("-ldflags={ldflags}"));
        }
        args.push("--".into());
        args.extend(self.c_flags(Compiler::C));
        let source = |file: &String| {
            let covered = format!("{obj}{}", cover::covered_name(file));
            match (package.cover.as_str(), self.build.options.dry_run) {
                ("", _) => package.path_of(file),
                // With -n the work directory has no absolute path, so the go command takes it for one below the package.
                (_, true) => format!("{}/{covered}", package.dir),
                (_, false) => covered,
            }
        };
        args.extend(package.files.cgo.iter().map(source));
        let variable = match (ldflags.is_empty(), as_argument) {
            (true, _) => String::new(),
            (false, true) => env_prefix("CGO_LDFLAGS", ""),
            (false, false) => env_prefix("CGO_LDFLAGS", &ldflags),
        };
        let text = format!("{}{level_env}{variable}{}", env_prefix("TERM", "dumb"), join(args));
        (package.dir.clone(), text)
    }

    /// A run of a compiler that shows whether it accepts a flag.
    pub(super) fn try_flag(&self, compiler: Compiler, trial: Trial) -> InDirectory {
        let toolchain = &self.build.program.toolchain;
        let mut args = if trial.with_all_flags() {
            self.compiler(compiler)
        } else {
            toolchain.c_compiler(compiler == Compiler::Cxx)
        };
        args.push(trial.flag().into());
        if trial == Trial::NoGcSections {
            args.extend(toolchain.cgo_environment("CGO_LDFLAGS"));
        } else {
            args.extend(toolchain.cgo_environment("CGO_CFLAGS"));
            args.push("-c".into());
        }
        args.extend(["-x", "c", "-", "-o", "/dev/null"].map(str::to_owned));
        (self.build.options.work_dir.clone(), format!("{} || true", join(args)))
    }

    /// The compile of a source.
    pub(super) fn compile(&self, number: u32) -> InDirectory {
        let sources = cgo::sources(self.package, self.build.rules());
        let source = sources.get(number as usize).copied().unwrap_or(CSource::Export);
        let name = source.name(self.package);
        let dir = if source.is_generated() { self.obj } else { self.package.dir.as_str() };
        let object = format!("{}{}", self.obj, object_name(number));
        self.compile_file(source.compiler(), &join_path(dir, &name), &object)
    }

    /// The compile of `_cgo_main.c`.
    pub(super) fn compile_main(&self) -> InDirectory {
        self.compile_file(Compiler::C, &format!("{}_cgo_main.c", self.obj), &format!("{}_cgo_main.o", self.obj))
    }

    fn compile_file(&self, compiler: Compiler, path: &str, object: &str) -> InDirectory {
        let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut args = self.compiler(compiler);
        args.extend(self.c_flags(compiler));
        if !self.build.options.dry_run {
            args.extend(self.prefix_map());
            args.push(format!("-frandom-seed={}", self.seed(path, dir)));
        }
        args.extend(["-o".into(), object.to_owned(), "-c".into(), name.to_owned()]);
        (dir.to_owned(), format!("{}{}", env_prefix("TERM", "dumb"), join(args)))
    }

    /// What takes the place of chance in the compiler: the action ID of the package, or of the compile alone.
    fn seed(&self, path: &str, dir: &str) -> String {
        let Some(result) = self.build.result(self.action.package) else { return String::new() };
        if !matches!(self.action.mode, Mode::CompileC(_)) {
            return result.action.short().to_string();
        }
        // Sources of the package are known by their names, those that cgo makes by their paths.
        let file = if dir == self.package.dir { &path[dir.len() + 1..] } else { path };
        let mut hasher = Hasher::default();
        hasher.write(b"subkey:");
        hasher.write(&result.action.0);
        hasher.write(format!("cgo compile {file}").as_bytes());
        hasher.finish().short().to_string()
    }

    /// The link of `_cgo_.o`.
    pub(super) fn link(&self) -> InDirectory {
        let text = format!("{}{}", env_prefix("TERM", "dumb"), join(self.link_args()));
        (self.build.options.dir.clone(), text)
    }

    /// The same command again, with its outcome.
    pub(super) fn say_linked(&self) -> InDirectory {
        let text = format!("{} # test for internal linking errors (succeeded)", join(self.link_args()));
        (String::new(), text)
    }

    fn link_args(&self) -> Vec<String> {
        let Self { build, package, obj, .. } = self;
        let compiler = if package.files.cxx.is_empty() { Compiler::C } else { Compiler::Cxx };
        let mut args = self.compiler(compiler);
        args.extend(["-o".into(), format!("{obj}_cgo_.o"), format!("{obj}_cgo_main.o")]);
        args.extend(self.objects());
        args.extend(self.ready_made_objects());
        let mut flags = self.flags.ld.clone();
        if build.program.toolchain.goarch == "arm" {
            if !flags.iter().any(|flag| flag == "-no-pie") {
                flags.push("-pie".into());
            }
            if flags.iter().any(|flag| flag == "-pie") {
                flags.retain(|flag| flag != "-static");
            }
        }
        args.extend(flags);
        args
    }

    /// The `.syso` files of the package and of all that it needs, sorted.
    fn ready_made_objects(&self) -> Vec<String> {
        let program = &self.build.program;
        let mut seen = vec![false; program.packages.len()];
        let mut queue = vec![self.action.package];
        let mut paths = Vec::new();
        while let Some(id) = queue.pop() {
            if !std::mem::replace(&mut seen[id.index()], true) {
                let package = program.package(id);
                paths.extend(package.files.syso.iter().map(|file| package.path_of(file)));
                queue.extend(&package.imports);
            }
        }
        paths.sort_unstable();
        paths
    }

    /// What the C compiler made for the archive.
    pub(super) fn objects(&self) -> Vec<String> {
        if !self.package.uses_cgo() {
            return Vec::new();
        }
        let rules = self.build.rules();
        let mut objects = Vec::new();
        if self.flags.ask_for_external_linking(rules) {
            objects.push(format!("{}preferlinkext", self.obj));
        }
        let numbers = (0..).take(cgo::sources(self.package, rules).len());
        objects.extend(numbers.map(|number| format!("{}{}", self.obj, object_name(number))));
        objects
    }

    /// `cgo -dynimport`.
    pub(super) fn read_imports(&self) -> InDirectory {
        let Self { build, package, obj, .. } = self;
        let mut args = vec![build.program.toolchain.tool("cgo")];
        args.extend(["-dynpackage".into(), package.name.clone()]);
        args.extend(["-dynimport".into(), format!("{obj}_cgo_.o")]);
        args.extend(["-dynout".into(), format!("{obj}_cgo_import.go")]);
        if package.is_runtime_cgo() {
            args.push("-dynlinker".into());
        }
        (build.options.dir.clone(), format!("{}{}", env_prefix("TERM", "dumb"), join(args)))
    }

    /// The Go files that cgo made, for Go's compiler.
    pub(super) fn go_files(&self) -> Vec<String> {
        let Self { package, obj, .. } = self;
        if !package.uses_cgo() {
            return Vec::new();
        }
        let mut files = vec![format!("{obj}_cgo_gotypes.go")];
        files.extend(package.files.cgo.iter().map(|file| format!("{obj}{}.cgo1.go", cgo::stem(package, file))));
        files.push(format!("{obj}_cgo_import.go"));
        files
    }

    /// A compiler with the flags that it always gets.
    fn compiler(&self, compiler: Compiler) -> Vec<String> {
        let Self { build, package, obj, .. } = self;
        let toolchain = &build.program.toolchain;
        // With -n every flag on trial counts as refused.
        let asked = !build.options.dry_run;
        let mut args = toolchain.c_compiler(compiler == Compiler::Cxx);
        args.extend(["-I".into(), package.dir.clone(), "-fPIC".into()]);
        args.extend(c_arch_flags(toolchain).iter().map(|&flag| flag.to_owned()));
        args.push("-pthread".into());
        if asked {
            args.push(Trial::NoGcSections.flag().into());
        }
        args.push("-fmessage-length=0".into());
        if asked {
            args.push(format!("-ffile-prefix-map={}=/tmp/go-build", obj.trim_end_matches('/')));
            args.push(Trial::NoRecordedSwitches.flag().into());
        }
        args
    }

    /// The flags for a language.
    fn c_flags(&self, compiler: Compiler) -> Vec<String> {
        let own = if compiler == Compiler::Cxx { &self.flags.cxx } else { &self.flags.c };
        let include = ["-I".to_owned(), self.obj.to_owned()];
        [&self.flags.cpp[..], &include, own].concat()
    }

    /// The flag that keeps the place of the sources out of objects: for the standard library, and with `-trimpath`.
    fn prefix_map(&self) -> Option<String> {
        let package = self.package;
        if !package.goroot && !self.build.options.trimpath {
            return None;
        }
        let (from, to) = match &package.module {
            None if package.goroot => (self.build.program.toolchain.goroot.clone(), "GOROOT".to_owned()),
            None if package.command_line_files => (package.dir.clone(), package.import_path.clone()),
            None => {
                let inside = format!("/src/{}", package.import_path);
                match package.dir.strip_suffix(&inside) {
                    Some(root) => (root.to_owned(), "GOPATH".to_owned()),
                    None => (package.dir.clone(), package.import_path.clone()),
                }
            }
            Some(_) if package.is_vendored() => {
                let vendor = package.dir.strip_suffix(&package.import_path).unwrap_or(&package.dir);
                (vendor.trim_end_matches('/').to_owned(), "vendor".to_owned())
            }
            Some(module) => {
                let version = if module.version.is_empty() { String::new() } else { format!("@{}", module.version) };
                let below = package.import_path.strip_prefix(&module.path).unwrap_or_default();
                let root = package.dir.strip_suffix(below).unwrap_or(&package.dir);
                (root.to_owned(), format!("{}{version}", module.path))
            }
        };
        Some(format!("-ffile-prefix-map={from}=/_/{to}"))
    }
}

/// The command of a step that is there because of cgo.
pub(super) fn command(composer: &CgoComposer<'_>, level_env: &str, step: Step) -> InDirectory {
    match step {
        Step::RunCgo => composer.run_cgo(level_env),
        Step::Try(compiler, trial) => composer.try_flag(compiler, trial),
        Step::CompileC(number) => composer.compile(number),
        Step::CompileCgoMain => composer.compile_main(),
        Step::LinkCgo => composer.link(),
        Step::SayCgoLinked => composer.say_linked(),
        Step::ReadCgoImports => composer.read_imports(),
        _ => {
            let file = format!("{}preferlinkext", composer.obj);
            let rules = composer.build.rules();
            let text = if rules.writes_prefer_external_as_file() {
                super::shell::write_file(&file, "", rules.writes_with_echo())
            } else {
                format!("echo > {file}")
            };
            (String::new(), text)
        }
    }
}
