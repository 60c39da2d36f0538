//! Facts about IDs, archives, the files beside them, and the executable.

use super::scene::{FactCall, FactInfo, Group, Scene, fact};
use crate::lesson::expr::{Expr, ExprError};
use crate::lesson::value::Value;
use gostep_sim::gobuild::cache::{data_file, index_file};
use gostep_sim::gobuild::{Build, PackageResult};
use gostep_sim::program::PackageId;
use gostep_sim::program::artefacts::{ExecutableArtefacts, Measured, PackageArtefacts, archive_bytes};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::did_you_mean;

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("action_id(PACKAGE)", "action ID of a package, the first half of its archive's build ID"),
    fact("content_id(PACKAGE)", "content ID of its archive, the second half of the build ID"),
    fact("build_id(PACKAGE)", "both, with a slash between them"),
    fact("link_id", "action ID of the link"),
    fact("executable_id", "the four parts of the executable's build ID"),
    fact("index_file(PACKAGE)", "name of its index entry below GOCACHE, 04/0411…-a"),
    fact("data_file(PACKAGE)", "name of its data file below GOCACHE, 61/6193…-d"),
    fact("symabis_lines(PACKAGE)", "how many lines its symabis has"),
    fact("symabis_defs(PACKAGE)", "how many of them define a symbol"),
    fact("symabis_refs(PACKAGE)", "how many of them refer to one"),
    fact("symabis_names(PACKAGE)", "how many different symbols they refer to"),
    fact("defs_with(PACKAGE, ABI)", "how many definitions of its symabis have the ABI ABI0 or ABIInternal"),
    fact("refs_with(PACKAGE, ABI)", "how many references of its symabis have that ABI"),
    fact("abi(SYMBOL)", "with which ABI some symabis defines a symbol: ABI0 or ABIInternal"),
    fact("header_lines(PACKAGE)", "how many lines its go_asm.h has"),
    fact("header_defines(PACKAGE)", "how many of them are a #define"),
    fact("header_consts(PACKAGE)", "how many constants it defines, const_NAME"),
    fact("header_sizes(PACKAGE)", "how many sizes of types it defines, TYPE__size"),
    fact("header_offsets(PACKAGE)", "how many offsets of fields it defines, TYPE_FIELD"),
    fact("header(PACKAGE, NAME)", "what its go_asm.h defines a name as, such as header('runtime', 'gobuf_sp')"),
    fact("members(PACKAGE)", "how many members its finished archive has"),
    fact("member_bytes(PACKAGE, NAME)", "size of a member, such as member_bytes('fmt', '__.PKGDEF')"),
    fact("archive_bytes(PACKAGE)", "size of its finished archive"),
    fact("compiled_bytes(PACKAGE)", "size of its archive as the compiler writes it, before pack"),
    fact("archives_bytes", "size of all archives together"),
    fact("archives_symbols", "how many text symbols all archives define together"),
    fact("functions(PACKAGE)", "how many different functions of a package its archive has"),
    fact("linked_functions(PACKAGE)", "how many text symbols of a package the executable has"),
    fact("binary_bytes", "size of the executable"),
    fact("entry", "address at which the executable starts"),
    fact("entry_symbol", "the symbol at that address"),
    fact("address(SYMBOL)", "address of a symbol of the executable"),
    fact("has_symbol(SYMBOL)", "whether the executable has a symbol"),
    fact("symbols(KIND)", "how many symbols it has of a kind, a letter of go tool nm; symbols('all') counts all"),
    fact("text_symbols", "how many of them are code, T and t"),
    fact("sections", "how many sections it has, as readelf counts them"),
    fact("section_names", "their names, without the empty one"),
    fact("section_bytes(NAME)", "size of a section, such as section_bytes('.text')"),
    fact("segments", "how many program headers it has"),
    fact("measured(KEY)", "what was measured with other flags or settings; docs/measuring.md has the keys"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let FactCall { scene, at, name, args } = *question;
    Ask { scene, build: &scene.staged().build, at }.value(name, args)
}

/// A question about the artefacts of a build.
struct Ask<'a> {
    scene: &'a Scene<'a>,
    build: &'a Build,
    /// Where the fact stands in its text.
    at: usize,
}

impl Ask<'_> {
    fn value(&self, name: &str, args: &[Expr]) -> Result<Value, ExprError> {
        match args {
            [] => self.plain(name),
            [package, arg] => {
                let package = self.scene.package(package)?;
                self.of_package_and(name, package, arg.at, &self.text(arg)?)
            }
            [arg, ..]
                if matches!(name, "abi" | "address" | "has_symbol" | "symbols" | "section_bytes" | "measured") =>
            {
                self.of_text(name, arg.at, &self.text(arg)?)
            }
            [package, ..] => self.of_package(name, self.scene.package(package)?),
        }
    }

    fn text(&self, arg: &Expr) -> Result<String, ExprError> {
        match self.scene.value(arg)? {
            Value::Text(text) => Ok(text),
            other => Err(ExprError::new(
                arg.at,
                said!("a name is wanted here, not {}", other.kind()),
                said!("write it in quotes"),
            )),
        }
    }

    fn plain(&self, name: &str) -> Result<Value, ExprError> {
        match name {
            "link_id" => {
                let link = self
                    .build
                    .link_hash(self.build.program.root())
                    .ok_or_else(|| self.error(said!("this build does not get to the link")))?;
                Ok(Value::Text(link.short().to_string()))
            }
            "archives_bytes" => self.sum(PackageArtefacts::bytes),
            "archives_symbols" => self.sum(|artefacts| u64::from(artefacts.text_symbols)),
            _ => self.executable().map(|executable| of_executable(name, executable)),
        }
    }

    fn sum(&self, of: impl Fn(&PackageArtefacts) -> u64) -> Result<Value, ExprError> {
        let packages = self.scene.staged().packages.iter();
        packages.map(|&package| Ok(of(self.archive(package)?))).sum::<Result<u64, _>>().map(large)
    }

    fn of_package(&self, name: &str, package: PackageId) -> Result<Value, ExprError> {
        match name {
            "action_id" => Ok(Value::Text(self.result(package)?.id.action.to_string())),
            "content_id" => Ok(Value::Text(self.result(package)?.id.content.to_string())),
            "build_id" => Ok(Value::Text(self.result(package)?.id.to_string())),
            "index_file" => Ok(Value::Text(index_file(&self.result(package)?.action))),
            "data_file" => Ok(Value::Text(data_file(&self.result(package)?.output))),
            "members" => Ok(Value::number(self.archive(package)?.members.len())),
            "archive_bytes" => Ok(large(self.archive(package)?.bytes())),
            "compiled_bytes" => Ok(large(archive_bytes(self.archive(package)?.members.iter().take(2)))),
            "functions" => Ok(Value::Number(self.archive(package)?.functions.into())),
            "linked_functions" => {
                let path = self.build.program.display_path(package);
                Ok(Value::number(self.executable()?.functions_of(path)))
            }
            _ if name.starts_with("header") => Ok(of_header(name, self.header(package)?)),
            _ => Ok(of_symabis(name, self.symabis(package)?)),
        }
    }

    fn of_package_and(&self, name: &str, package: PackageId, at: usize, arg: &str) -> Result<Value, ExprError> {
        let path = self.build.program.display_path(package);
        match name {
            "header" => {
                let defines = || self.header(package).map(|lines| lines.iter().filter_map(|line| define(line)));
                let found = defines()?.find(|(known, _)| *known == arg);
                let (_, value) = found.ok_or_else(|| {
                    let hint = defines().map_or_else(|_| Said::default(), |all| did_you_mean(arg, all.map(|(n, _)| n)));
                    ExprError::misfit(
                        at,
                        said!("go_asm.h of {path} does not define {arg:?}{hint}", path, arg, hint),
                        "",
                    )
                })?;
                Ok(value.parse().map_or_else(|_| Value::Text(value.to_owned()), Value::Number))
            }
            "member_bytes" => {
                let members = &self.archive(package)?.members;
                let (_, bytes) = members.iter().find(|(member, _)| member == arg).ok_or_else(|| {
                    let hint = did_you_mean(arg, members.iter().map(|(member, _)| member.as_str()));
                    ExprError::misfit(
                        at,
                        said!("the archive of {path} has no member {arg:?}{hint}", path, arg, hint),
                        "",
                    )
                })?;
                Ok(large(*bytes))
            }
            _ => {
                if !["ABI0", "ABIInternal"].contains(&arg) {
                    return Err(ExprError::new(at, format!("unknown ABI {arg:?}"), "known: ABI0, ABIInternal"));
                }
                let word = if name == "defs_with" { "def" } else { "ref" };
                let fits = |line: &&String| entry(line).is_some_and(|(kind, _, abi)| (kind, abi) == (word, arg));
                Ok(Value::count(self.symabis(package)?.iter().filter(fits)))
            }
        }
    }

    fn of_text(&self, name: &str, at: usize, arg: &str) -> Result<Value, ExprError> {
        match name {
            "abi" => self.abi(at, arg),
            "measured" => self.measured(at, arg),
            "symbols" => {
                let kinds = self.executable()?.symbols.iter().map(|symbol| symbol.kind);
                let count = if arg == "all" { kinds.count() } else { kinds.filter(|k| k.to_string() == arg).count() };
                if count == 0 {
                    let message = said!("the executable has no symbols of the kind {arg:?}", arg);
                    return Err(ExprError::misfit(
                        at,
                        message,
                        said!("give a letter that go tool nm prints, such as T"),
                    ));
                }
                Ok(Value::number(count))
            }
            "has_symbol" => Ok(Value::Truth(self.executable()?.symbols.iter().any(|symbol| symbol.name == arg))),
            "section_bytes" => {
                let sections = &self.executable()?.sections;
                let (_, _, bytes) = sections.iter().find(|(section, ..)| section == arg).ok_or_else(|| {
                    let hint = did_you_mean(arg, sections.iter().map(|(section, ..)| section.as_str()));
                    ExprError::misfit(at, said!("the executable has no section {arg:?}{hint}", arg, hint), "")
                })?;
                Ok(large(*bytes))
            }
            _ => {
                let symbols = &self.executable()?.symbols;
                let symbol = symbols.iter().find(|symbol| symbol.name == arg).ok_or_else(|| {
                    let hint = did_you_mean(arg, symbols.iter().map(|symbol| symbol.name.as_str()));
                    ExprError::misfit(at, said!("the executable has no symbol {arg:?}{hint}", arg, hint), "")
                })?;
                Ok(Value::Text(format!("0x{}", symbol.address)))
            }
        }
    }

    fn abi(&self, at: usize, symbol: &str) -> Result<Value, ExprError> {
        let packages = self.scene.staged().packages.iter();
        let lines = packages.filter_map(|&package| self.build.symabis(package)).flatten();
        let defs = lines.filter_map(|line| entry(line)).filter(|(kind, ..)| *kind == "def");
        let found = defs.clone().find(|(_, name, _)| *name == symbol);
        found.map(|(_, _, abi)| Value::Text(abi.to_owned())).ok_or_else(|| {
            let hint = did_you_mean(symbol, defs.map(|(_, name, _)| name));
            ExprError::misfit(
                at,
                said!("no symabis defines {symbol:?}{hint}", symbol, hint),
                said!("write it as in symabis: runtime.gogo"),
            )
        })
    }

    fn measured(&self, at: usize, key: &str) -> Result<Value, ExprError> {
        let name = &self.build.program.name;
        let all = self.build.program.artefacts.measured();
        let all =
            all.ok_or_else(|| self.error(said!("nothing was measured of program {name} with other settings", name)))?;
        let value = all.get(key).ok_or_else(|| {
            let hint = did_you_mean(key, all.keys().map(String::as_str));
            ExprError::misfit(
                at,
                said!("nothing was measured as {key:?}{hint}", key, hint),
                said!("docs/measuring.md has all keys"),
            )
        })?;
        Ok(match value.clone() {
            Measured::Truth(truth) => Value::Truth(truth),
            Measured::Number(number) => Value::Number(number),
            Measured::Text(text) => Value::Text(text),
            Measured::List(items) => Value::List(items),
        })
    }

    fn result(&self, package: PackageId) -> Result<&PackageResult, ExprError> {
        let path = self.build.program.display_path(package);
        self.build.result(package).ok_or_else(|| self.error(said!("this build does not get as far as {path}", path)))
    }

    fn symabis(&self, package: PackageId) -> Result<&[String], ExprError> {
        self.build.symabis(package).ok_or_else(|| self.unknown_beside(package, "symabis"))
    }

    fn header(&self, package: PackageId) -> Result<&[String], ExprError> {
        self.build.asm_header(package).ok_or_else(|| self.unknown_beside(package, "go_asm.h"))
    }

    fn archive(&self, package: PackageId) -> Result<&PackageArtefacts, ExprError> {
        self.build.archive_artefacts(package).ok_or_else(|| {
            let path = self.build.program.display_path(package);
            self.error(said!("what is in the archive of {path} is not known in this build", path))
        })
    }

    fn executable(&self) -> Result<&ExecutableArtefacts, ExprError> {
        self.build.executable().ok_or_else(|| self.error(said!("what is in the executable is not known in this build")))
    }

    fn unknown_beside(&self, package: PackageId, file: &str) -> ExprError {
        let path = self.build.program.display_path(package);
        if self.build.program.package(package).files.asm.is_empty() {
            return ExprError::misfit(self.at, said!("{path} has no assembly, so there is no {file}", path, file), "");
        }
        self.error(said!("what is in {file} of {path} is not known in this build", file, path))
    }

    fn error(&self, message: impl Into<Said>) -> ExprError {
        ExprError::misfit(self.at, message, said!("ask it of an earlier build with in_build(1, …), or leave it out"))
    }
}

fn of_executable(name: &str, executable: &ExecutableArtefacts) -> Value {
    match name {
        "executable_id" => Value::Text(executable.id.clone()),
        "binary_bytes" => large(executable.bytes),
        "entry" => Value::Text(executable.entry.clone()),
        "entry_symbol" => Value::Text(executable.entry_symbol().unwrap_or_default().to_owned()),
        "text_symbols" => Value::count(executable.symbols.iter().filter(|symbol| symbol.is_text())),
        "sections" => Value::number(executable.sections.len()),
        "section_names" => {
            let names = executable.sections.iter().map(|(name, ..)| name.clone());
            Value::List(names.filter(|name| !name.is_empty()).collect())
        }
        _ => Value::number(executable.segments.len()),
    }
}

fn of_symabis(name: &str, lines: &[String]) -> Value {
    let of_kind = |wanted: &'static str| lines.iter().filter_map(|line| entry(line)).filter(move |e| e.0 == wanted);
    match name {
        "symabis_defs" => Value::count(of_kind("def")),
        "symabis_refs" => Value::count(of_kind("ref")),
        "symabis_names" => {
            let names: std::collections::BTreeSet<_> = of_kind("ref").map(|(_, name, _)| name).collect();
            Value::number(names.len())
        }
        _ => Value::number(lines.len()),
    }
}

fn of_header(name: &str, lines: &[String]) -> Value {
    let names = || lines.iter().filter_map(|line| define(line)).map(|(name, _)| name);
    let is_const = |name: &&str| name.starts_with("const_");
    let is_size = |name: &&str| name.ends_with("__size");
    match name {
        "header_defines" => Value::count(names()),
        "header_consts" => Value::count(names().filter(is_const)),
        "header_sizes" => Value::count(names().filter(|name| !is_const(name) && is_size(name))),
        "header_offsets" => Value::count(names().filter(|name| !is_const(name) && !is_size(name))),
        _ => Value::number(lines.len()),
    }
}

/// Name and value of a `#define`.
fn define(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("#define ")?.split_once(' ')
}

/// The three words of a line of symabis.
fn entry(line: &str) -> Option<(&str, &str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?, words.next()?))
}

fn large(number: u64) -> Value {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
