//! What a log of `go build -x` or `-n` shows of the actions that ran: their flags, the names of their files, what they
//! import. It does not show what is in the files.

use std::collections::BTreeMap;

use super::hash_lines::build_info;
use super::input::{Input, add};
use super::unit::{Action, Kind as SideKind, Side, Unit};
use crate::goquote::unquote;
use crate::xlog::canonical::{NameKind, Shape};
use crate::xlog::objdir_in;
use crate::xlog::parse::{Kind, Log};
use crate::xlog::places::{absolute, tool_of};
use crate::xlog::tool_line::{Compiled, Tool, ToolLine};
use crate::xlog::words::words;

/// Reads the compiles and links that ran.
pub fn read(log: &Log) -> Side {
    let mut reader = Reader::default();
    for item in &log.items {
        if let Kind::WriteFile { head, body, .. } = &item.kind {
            reader.see_file(head, body);
        }
        if let Kind::Command(line) = &item.kind {
            reader.see_stored(line);
        }
    }
    for item in &log.items {
        match &item.kind {
            Kind::ChangeDir(dir) => dir.clone_into(&mut reader.here),
            Kind::Command(line) => reader.see_command(line),
            _ => {}
        }
    }
    reader.finish()
}

/// An importcfg: packages and their archives.
type Importcfg = Vec<(String, String)>;

#[derive(Default)]
struct Reader {
    here: String,
    /// The names of packages by the number of their object directory.
    names: BTreeMap<u32, String>,
    /// The cache files of archives that were made, likewise.
    stored: BTreeMap<u32, String>,
    importcfgs: BTreeMap<u32, Importcfg>,
    link_importcfgs: BTreeMap<u32, Importcfg>,
    /// The text of the build info of the program that is linked there.
    build_infos: BTreeMap<u32, String>,
    units: BTreeMap<Action, Unit>,
    order: Vec<Action>,
}

impl Reader {
    fn see_file(&mut self, head: &str, body: &str) {
        let Some(objdir) = objdir_in(head) else { return };
        let entries = body.lines().filter_map(|line| line.strip_prefix("packagefile ")?.split_once('='));
        let entries: Importcfg = entries.map(|(package, file)| (package.to_owned(), file.to_owned())).collect();
        for (package, file) in &entries {
            if let Some(made) = objdir_in(file) {
                self.names.insert(made, package.clone());
            }
        }
        if head.contains("importcfg.link") {
            let text = body.lines().find_map(|line| unquote(line.strip_prefix("modinfo ")?));
            let text = text.and_then(|text| text.find("path\t").map(|start| text[start..].to_owned()));
            self.build_infos.extend(text.map(|text| (objdir, text)));
            self.link_importcfgs.insert(objdir, entries);
        } else if head.contains("/importcfg ") {
            self.importcfgs.insert(objdir, entries);
        }
    }

    /// `cp $WORK/b002/_pkg_.a CACHE/8d/8d…-d # internal`
    fn see_stored(&mut self, line: &str) {
        let words = words(line);
        if let [copy, from, to, ..] = words.as_slice()
            && copy.text == "cp"
            && from.text.ends_with("/_pkg_.a")
            && let Some(objdir) = objdir_in(&from.text)
            && let Some(file) = cache_file(&to.text)
        {
            self.stored.insert(objdir, file);
        }
    }

    fn see_command(&mut self, line: &str) {
        let Some(objdir) = objdir_in(line) else { return };
        let Some(read) = ToolLine::of(line) else {
            // A line that is not as the go command writes it still tells that the tool ran.
            if tool_of(line).is_some_and(|(_, tool)| tool == "compile")
                && let Some(name) = self.names.get(&objdir)
            {
                self.add(Action::Compile(name.clone()), Unit { ran: true, ..Unit::default() });
            }
            return;
        };
        let flags = read.flags.join(" ");
        let mut unit = Unit { ran: true, id: read.id, ..Unit::default() };
        for (name, value) in &read.variables {
            let input = if name == "GOROOT" { Input::Goroot } else { Input::Level(name.clone()) };
            add(&mut unit.inputs, input, value);
        }
        if !read.instruments.is_empty() {
            let flags: Vec<&str> = read.instruments.iter().map(|instrument| instrument.flag()).collect();
            let tool = if matches!(read.tool, Tool::Link { .. }) { "link" } else { "compile" };
            add(&mut unit.inputs, Input::Forced(tool.to_owned()), &flags.join(" "));
        }
        if let Some(suffix) = &read.install_suffix {
            add(&mut unit.inputs, Input::Other("-installsuffix".to_owned()), suffix);
        }
        match read.tool {
            Tool::Compile(compiled) => {
                let name = self.names.get(&objdir).unwrap_or(&compiled.package).clone();
                add(&mut unit.inputs, Input::Gcflags, &flags);
                self.read_compile(&mut unit, &compiled);
                unit.imports = self.imports(self.importcfgs.get(&objdir));
                if let Some(text) = self.build_infos.get(&objdir) {
                    build_info(&mut unit.inputs, text);
                }
                self.add(Action::Compile(name), unit);
            }
            Tool::Assemble { package, system: (goos, goarch) } => {
                let name = self.names.get(&objdir).unwrap_or(&package).clone();
                if let Some(unit) = self.units.get_mut(&Action::Compile(name)) {
                    unit.inputs.insert(Input::Asmflags, flags);
                    unit.inputs.insert(Input::System, format!("{goos}/{goarch}"));
                }
            }
            Tool::Link { mode, .. } => {
                let name = self.names.get(&objdir).map_or("main", String::as_str).to_owned();
                add(&mut unit.inputs, Input::Ldflags, &flags);
                add(&mut unit.inputs, Input::Buildmode, &mode);
                unit.imports = self.imports(self.link_importcfgs.get(&objdir));
                self.add(Action::Link(name), unit);
            }
        }
    }

    fn read_compile(&self, unit: &mut Unit, compiled: &Compiled) {
        let inputs = &mut unit.inputs;
        unit.standard = compiled.standard;
        for (input, value) in [(Input::Release, &compiled.release), (Input::Language, &compiled.language)] {
            if let Some(value) = value {
                add(inputs, input, value);
            }
        }
        if compiled.trims {
            add(inputs, Input::Trimpath, "true");
        } else if !compiled.standard
            && let Some(first) = compiled.files.first()
        {
            let path = absolute(first, Some(&self.here));
            add(inputs, Input::Directory, path.rsplit_once('/').map_or("", |(dir, _)| dir));
        }
        for file in &compiled.files {
            let name = file.rsplit('/').next().unwrap_or_default();
            inputs.insert(Input::File(name.to_owned()), String::new());
        }
    }

    /// Imports with the cache files of their archives, where these are shown.
    fn imports(&self, importcfg: Option<&Importcfg>) -> BTreeMap<String, Option<String>> {
        let content = |file: &str| match objdir_in(file) {
            Some(made) => self.stored.get(&made).cloned(),
            None => cache_file(file),
        };
        importcfg.into_iter().flatten().map(|(package, file)| (package.clone(), content(file))).collect()
    }

    fn add(&mut self, action: Action, unit: Unit) {
        if !self.units.contains_key(&action) {
            self.order.push(action.clone());
            self.units.insert(action, unit);
        }
    }

    fn finish(mut self) -> Side {
        let mut side = Side::new(SideKind::Log);
        for action in self.order {
            if let Some(unit) = self.units.remove(&action) {
                side.add(action, unit);
            }
        }
        side
    }
}

/// The name of the cache file in a path, if it is one.
fn cache_file(path: &str) -> Option<String> {
    let shape = Shape::of(path);
    let name = shape.names.iter().find(|name| name.kind == NameKind::CacheFile)?;
    Some(name.text.to_owned())
}
