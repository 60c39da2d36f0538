//! Which file of the source takes something from which other, read from the files themselves: through `use`, through
//! paths in the code, and through what a module passes on with `pub use`. Tests in the source do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, UseTree, Visibility};

/// From file to file, and by what name.
pub type Imports = BTreeMap<(String, String), BTreeSet<String>>;

/// Every file of the workspace: crates, modules and what they define.
#[derive(Default)]
pub struct Workspace {
    modules: BTreeMap<Vec<String>, Module>,
}

#[derive(Default)]
struct Module {
    file: String,
    defined: BTreeSet<String>,
    /// What other names stand for: `use a::b as c` and `pub use`.
    aliases: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// What the file itself needs: its private `use`s, and every path in its code.
    paths: BTreeSet<Vec<String>>,
}

impl Workspace {
    /// Reads the source of a crate; `src` is its folder, relative to `root`.
    pub fn add(&mut self, name: &str, root: &Path, src: &str) {
        let mut folders = vec![root.join(src)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ext| ext == "rs") {
                    let inside = path.strip_prefix(root.join(src)).unwrap();
                    let file = path.strip_prefix(root).unwrap().display().to_string();
                    self.add_text(module_of(name, inside), file, &std::fs::read_to_string(&path).unwrap());
                }
            }
        }
    }

    pub fn add_text(&mut self, module: Vec<String>, file: String, text: &str) {
        if module.last().is_some_and(|name| name == "tests" || name == "main") {
            return;
        }
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut found = Module { file, ..Module::default() };
        found.read(&parsed.items);
        self.modules.insert(module, found);
    }

    pub fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (at, module) in &self.modules {
            for path in &module.paths {
                if let Some((file, name)) = self.defined(at, path, 0)
                    && file != module.file
                {
                    imports.entry((module.file.clone(), file)).or_default().insert(name);
                }
            }
        }
        imports
    }

    /// The file that defines what a path in a module names. None for other crates, for local names, and for modules.
    fn defined(&self, at: &[String], path: &[String], depth: usize) -> Option<(String, String)> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => at[..1].to_vec(),
            "self" => at.to_vec(),
            "super" => at[..at.len() - 1].to_vec(),
            name if self.modules.contains_key(&[name.to_owned()][..]) => vec![name.to_owned()],
            _ => {
                rest = path;
                at.to_vec()
            }
        };
        while let Some((name, after)) = rest.split_first() {
            let module = self.modules.get(&at)?;
            let mut child = at.clone();
            child.push(name.clone());
            if name == "super" {
                at.pop();
            } else if !after.is_empty() && self.modules.contains_key(&child) {
                at = child;
            } else if module.defined.contains(name) {
                return Some((module.file.clone(), name.clone()));
            } else {
                return self.passed_on(&at, module, rest, depth + 1);
            }
            rest = after;
        }
        None
    }

    /// What a name in a module stands for that the module took from elsewhere.
    fn passed_on(&self, at: &[String], module: &Module, path: &[String], depth: usize) -> Option<(String, String)> {
        if depth > 16 {
            return None;
        }
        if let Some(alias) = module.aliases.get(&path[0]) {
            if alias == path {
                return None;
            }
            let whole: Vec<String> = alias.iter().chain(&path[1..]).cloned().collect();
            return self.defined(at, &whole, depth);
        }
        module.globs.iter().find_map(|glob| {
            let whole: Vec<String> = glob.iter().chain(path).cloned().collect();
            self.defined(at, &whole, depth)
        })
    }
}

fn module_of(name: &str, inside: &Path) -> Vec<String> {
    let mut module = vec![name.to_owned()];
    let stem: PathBuf = inside.with_extension("");
    let parts = stem.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    module.extend(parts.filter(|part| part != "mod" && part != "lib"));
    module
}

impl Module {
    fn read(&mut self, items: &[Item]) {
        for item in items {
            if is_test(item) {
                continue;
            }
            if let Some(name) = name_of(item) {
                self.defined.insert(name);
            }
            match item {
                Item::Use(item) => {
                    let private = matches!(item.vis, Visibility::Inherited);
                    self.take(&item.tree, &mut Vec::new(), private);
                }
                Item::Mod(inner) => {
                    if let Some((_, items)) = &inner.content {
                        self.read(items);
                    }
                }
                Item::Impl(block) => {
                    let mut block = block.clone();
                    block.items.retain(|item| !matches!(item, syn::ImplItem::Fn(f) if has_test(&f.attrs)));
                    self.scan(block.to_token_stream());
                }
                other => self.scan(other.to_token_stream()),
            }
        }
    }

    /// A `use`: what the file needs, or, where it is public, only passes on.
    fn take(&mut self, tree: &UseTree, path: &mut Vec<String>, private: bool) {
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.take(&step.tree, path, private);
                path.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.take(tree, path, private);
                }
            }
            UseTree::Glob(_) => self.globs.push(path.clone()),
            UseTree::Name(name) if name.ident == "self" => {
                if let Some(last) = path.last() {
                    self.aliases.insert(last.clone(), path.clone());
                }
            }
            UseTree::Name(name) => self.named(&name.ident.to_string(), name.ident.to_string(), path, private),
            UseTree::Rename(name) => self.named(&name.ident.to_string(), name.rename.to_string(), path, private),
        }
    }

    fn named(&mut self, name: &str, as_name: String, path: &[String], private: bool) {
        let mut whole = path.to_vec();
        if name != "self" {
            whole.push(name.to_owned());
        }
        if private {
            self.paths.insert(whole.clone());
        }
        self.aliases.insert(as_name, whole);
    }

    /// Collects paths such as `a::b::C`, also inside of macros. A lone name counts where it can be a name from a `use`.
    fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.scan(group.stream()),
                TokenTree::Ident(first) => {
                    let after_dot = at > 0 && is_sign(&tokens[at - 1], '.');
                    let mut path = vec![first.to_string()];
                    while let [colon, second, TokenTree::Ident(next), ..] = &tokens[at + 1..]
                        && is_sign(colon, ':')
                        && is_sign(second, ':')
                    {
                        path.push(next.to_string());
                        at += 3;
                    }
                    let is_called = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                    let is_type = path[0].starts_with(char::is_uppercase);
                    if !after_dot && (path.len() > 1 || is_called || is_type) {
                        self.paths.insert(path);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_test(item: &Item) -> bool {
    match item {
        Item::Mod(item) => has_test(&item.attrs),
        Item::Fn(item) => has_test(&item.attrs),
        Item::Impl(item) => has_test(&item.attrs),
        Item::Use(item) => has_test(&item.attrs),
        _ => false,
    }
}

/// `#[cfg(test)]`
fn has_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|one| one.path().is_ident("cfg") && one.to_token_stream().to_string().contains("test"))
}

fn name_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}
