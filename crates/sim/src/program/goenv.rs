//! The JSON that `go env -json` prints.

#![allow(missing_docs, reason = "the fields are those of go list and go env, documented there")]

use serde::{Deserialize, Serialize};

use super::error::ProgramError;
use super::golist;
use crate::said::Said;

/// The variables that a build depends on. A variable that is not in the JSON is empty, since releases print different
/// ones.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE", default)]
pub struct GoEnv {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goversion: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goroot: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goos: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goarch: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gohostos: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gohostarch: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gocache: String,
    /// Not written to recorded programs: only `gostep import` needs it.
    #[serde(skip_serializing)]
    pub gomodcache: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goflags: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goexperiment: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gofips140: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gomod: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub go111module: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cc: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cxx: String,
    /// The flags that the go command gives the C compiler; they show which of those that it tries are accepted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gogccflags: String,
    /// The line with which the C compiler tells its version. Not from `go env` but from `gostep import`.
    #[serde(rename = "CC ID", skip_serializing_if = "String::is_empty")]
    pub cc_id: String,
    /// The same of the C++ compiler.
    #[serde(rename = "CXX ID", skip_serializing_if = "String::is_empty")]
    pub cxx_id: String,
    #[serde(rename = "CGO_ENABLED", skip_serializing_if = "String::is_empty")]
    pub cgo_enabled: String,
    #[serde(rename = "CGO_CFLAGS", skip_serializing_if = "String::is_empty")]
    pub cgo_cflags: String,
    #[serde(rename = "CGO_CPPFLAGS", skip_serializing_if = "String::is_empty")]
    pub cgo_cppflags: String,
    #[serde(rename = "CGO_CXXFLAGS", skip_serializing_if = "String::is_empty")]
    pub cgo_cxxflags: String,
    #[serde(rename = "CGO_LDFLAGS", skip_serializing_if = "String::is_empty")]
    pub cgo_ldflags: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub go386: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goamd64: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goarm: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goarm64: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gomips: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gomips64: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goppc64: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goriscv64: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gowasm: String,
}

impl GoEnv {
    /// Whether packages are found below GOPATH instead of in modules. Outside a module, GO111MODULE=auto means that,
    /// too.
    pub fn is_gopath_mode(&self) -> bool {
        match self.go111module.as_str() {
            "off" => true,
            "auto" => self.gomod.is_empty(),
            _ => false,
        }
    }

    /// Sets one of the variables for the architecture level, such as GOAMD64.
    pub fn set_arch_level(&mut self, variable: &str, level: &str) {
        let place = match variable {
            "GO386" => &mut self.go386,
            "GOAMD64" => &mut self.goamd64,
            "GOARM" => &mut self.goarm,
            "GOARM64" => &mut self.goarm64,
            "GOMIPS" => &mut self.gomips,
            "GOMIPS64" => &mut self.gomips64,
            "GOPPC64" => &mut self.goppc64,
            "GORISCV64" => &mut self.goriscv64,
            "GOWASM" => &mut self.gowasm,
            _ => return,
        };
        level.clone_into(place);
    }

    /// The value of one of the variables for the architecture level, such as GOAMD64.
    pub fn arch_level(&self, variable: &str) -> &str {
        match variable {
            "GO386" => &self.go386,
            "GOAMD64" => &self.goamd64,
            "GOARM" => &self.goarm,
            "GOARM64" => &self.goarm64,
            "GOMIPS" => &self.gomips,
            "GOMIPS64" => &self.gomips64,
            "GOPPC64" => &self.goppc64,
            "GORISCV64" => &self.goriscv64,
            "GOWASM" => &self.gowasm,
            _ => "",
        }
    }
}

/// Reads the output of `go env -json`.
///
/// # Errors
/// If the text is not a JSON object of strings. The message also tells a text that was cut off, and other kinds of
/// files.
pub fn parse(origin: &str, text: &str) -> Result<GoEnv, ProgramError> {
    let (text, _) = golist::without_remarks(text);
    let refuse = |line: usize, column: usize, problem: Said| {
        Err(ProgramError::Json { origin: origin.to_owned(), line, column: column.max(1), problem })
    };
    if text.contains("\"ImportPath\"") {
        let problem = said!(
            "this is what `go list -json` prints; give it with --list, and what `go env -json` prints with --env"
        );
        return refuse(1, 1, problem);
    }
    if let Some(line) = text.lines().position(|line| line.trim_start_matches("set ").starts_with("GO111MODULE=")) {
        let problem = said!("this is what `go env` prints without -json; take the output of `go env -json`");
        return refuse(line + 1, 1, problem);
    }
    serde_json::from_str(&text).or_else(|error| {
        let problem = match error.classify() {
            serde_json::error::Category::Eof => {
                said!("the JSON is cut short; write the whole output of `go env -json` again")
            }
            _ => said!("{}; expected what `go env -json` prints", golist::without_place(&error.to_string())),
        };
        refuse(error.line(), error.column(), problem)
    })
}
