//! What `go list -json -deps` shows of packages: where they are, the names of their files, imports, flags for C. With
//! `-export` it also tells the build ID, and with it whether anything differs that it does not show.

use serde_json::{Map, Value};

use super::input::{Input, add};
use super::unit::{Action, Kind, Side, Unit};
use crate::program::{GoVersion, golist, guess};

/// Fields that hold names of files which go into an action ID.
const FILES: [&str; 13] = [
    "GoFiles",
    "CgoFiles",
    "CompiledGoFiles",
    "CFiles",
    "CXXFiles",
    "MFiles",
    "HFiles",
    "FFiles",
    "SFiles",
    "SwigFiles",
    "SwigCXXFiles",
    "SysoFiles",
    "EmbedFiles",
];

/// Fields with flags of C tools, and the variables that add to them.
const C_FLAGS: [(&str, &str); 5] = [
    ("CgoCFLAGS", "CGO_CFLAGS"),
    ("CgoCPPFLAGS", "CGO_CPPFLAGS"),
    ("CgoCXXFLAGS", "CGO_CXXFLAGS"),
    ("CgoFFLAGS", "CGO_FFLAGS"),
    ("CgoLDFLAGS", "CGO_LDFLAGS"),
];

/// Reads a list.
///
/// # Errors
/// With the message of the JSON reader.
pub fn read(text: &str) -> Result<Side, String> {
    let mut side = Side::new(Kind::List);
    let mut mains = Vec::new();
    for object in serde_json::Deserializer::from_str(text).into_iter::<Map<String, Value>>() {
        let object = object.map_err(|problem| problem.to_string())?;
        let Some(path) = text_of(&object, "ImportPath") else {
            return Err("an object has no ImportPath".to_owned());
        };
        // It has no files, and is never compiled.
        if path == "unsafe" {
            continue;
        }
        if text_of(&object, "Name") == Some("main") && !is(&object, "DepOnly") {
            mains.push((path.to_owned(), names(&object, "Deps")));
        }
        side.add(Action::Compile(path.to_owned()), unit(&object));
    }
    for (path, dependencies) in mains {
        let imports = dependencies
            .into_iter()
            .chain([path.clone()])
            .filter(|package| package != "unsafe")
            .map(|package| (package, None))
            .collect();
        side.add(Action::Link(path), Unit { imports, ..Unit::default() });
    }
    fill_contents(&mut side);
    add_toolchain(&mut side, text);
    Ok(side)
}

/// The minor version of the release, GOOS and GOARCH, where the files of the runtime show them.
fn add_toolchain(side: &mut Side, text: &str) {
    let Ok(listed) = golist::parse("list", text) else { return };
    if listed.iter().all(|package| package.import_path != "runtime") {
        return;
    }
    let shown = guess::environment(&listed);
    let release = GoVersion::parse(&shown.goversion).map(|version| version.language());
    for (_, unit) in side.units.iter_mut().filter(|(action, _)| !action.is_link()) {
        if !shown.goos.is_empty() && !shown.goarch.is_empty() {
            unit.inputs.insert(Input::System, format!("{}/{}", shown.goos, shown.goarch));
        }
        unit.inputs.extend(release.clone().map(|release| (Input::Release, release)));
    }
}

/// What an import's content is, if its build ID tells.
fn fill_contents(side: &mut Side) {
    let contents: std::collections::BTreeMap<String, String> = side
        .units
        .iter()
        .filter_map(|(action, unit)| Some((action.package().to_owned(), unit.inputs.get(&build_id())?.clone())))
        .filter_map(|(package, id)| Some((package, id.rsplit_once('/')?.1.to_owned())))
        .collect();
    for unit in side.units.values_mut() {
        for (package, content) in &mut unit.imports {
            *content = contents.get(package).cloned();
        }
        unit.inputs.remove(&build_id());
    }
}

fn build_id() -> Input {
    Input::Field("BuildID".to_owned())
}

fn unit(object: &Map<String, Value>) -> Unit {
    let mut unit = Unit { standard: is(object, "Standard"), ..Unit::default() };
    let inputs = &mut unit.inputs;
    if let Some(dir) = text_of(object, "Dir").filter(|_| !is(object, "Goroot")) {
        add(inputs, Input::Directory, dir);
    }
    for field in FILES {
        for name in names(object, field) {
            // Generated files have names in the cache.
            if !name.contains('/') || field == "EmbedFiles" {
                inputs.insert(Input::File(name), String::new());
            }
        }
    }
    for (field, variable) in C_FLAGS {
        let flags = names(object, field);
        if !flags.is_empty() {
            add(inputs, Input::CFlags(variable.to_owned()), &flags.join(" "));
        }
    }
    for field in ["CgoPkgConfig", "EmbedPatterns"] {
        let values = names(object, field);
        if !values.is_empty() {
            add(inputs, Input::Field(field.to_owned()), &values.join(" "));
        }
    }
    if let Some(settings) = text_of(object, "DefaultGODEBUG") {
        add(inputs, Input::Godebug, settings);
    }
    if let Some(Value::Object(module)) = object.get("Module") {
        module_of(&mut unit, module);
    }
    if let Some(id) = text_of(object, "BuildID") {
        unit.inputs.insert(build_id(), id.to_owned());
        unit.id = id.split_once('/').map(|(action, _)| action.to_owned());
    }
    let map = object.get("ImportMap").and_then(Value::as_object);
    let real = |path: String| map.and_then(|map| map.get(&path)).and_then(Value::as_str).map_or(path, str::to_owned);
    unit.imports = names(object, "Imports")
        .into_iter()
        .filter(|path| path != "C" && path != "unsafe")
        .map(|path| (real(path), None))
        .collect();
    unit
}

fn module_of(unit: &mut Unit, module: &Map<String, Value>) {
    let named = |module: &Map<String, Value>| {
        let (path, version) = (text_of(module, "Path").unwrap_or_default(), text_of(module, "Version"));
        version.map_or(path.to_owned(), |version| format!("{path}@{version}"))
    };
    let mut name = named(module);
    if let Some(Value::Object(replace)) = module.get("Replace") {
        name = format!("{name} => {}", named(replace));
    }
    add(&mut unit.inputs, Input::Module, &name);
    if let Some(version) = text_of(module, "GoVersion") {
        add(&mut unit.inputs, Input::Language, version);
    }
}

fn text_of<'a>(object: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str)
}

fn is(object: &Map<String, Value>, field: &str) -> bool {
    object.get(field).and_then(Value::as_bool) == Some(true)
}

/// The texts in an array.
fn names(object: &Map<String, Value>, field: &str) -> Vec<String> {
    let values = object.get(field).and_then(Value::as_array);
    values.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
