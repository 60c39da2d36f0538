//! What gostep says of the same changes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// What is read off the data of `gostep whatif --json`.
#[derive(Debug)]
pub struct Ours {
    /// Packages that are compiled in any case, or whose compiler fails.
    pub least: BTreeSet<String>,
    /// Those that may be.
    pub most: BTreeSet<String>,
    /// Packages of which a tool fails.
    pub failed: BTreeSet<String>,
    /// Whether the archives of packages that are compiled came out the same, where that is said.
    pub archives: BTreeMap<String, bool>,
    /// Whether it says to know exactly.
    pub exact: bool,
    /// Whether the linker runs: surely, perhaps.
    pub link: (bool, bool),
    pub exit_code: i64,
}

impl Ours {
    pub fn parse(json: &str) -> Self {
        let data: Value = serde_json::from_str(json).unwrap();
        let is = |package: &&Value, outcomes: &[&str]| outcomes.contains(&package["outcome"].as_str().unwrap());
        let name = |package: &Value| package["package"].as_str().unwrap().to_owned();
        let packages = data["packages"].as_array().unwrap();
        let built = packages.iter().filter(|p| is(p, &["compiled", "failed"]));
        let certain = |package: &&Value| package["certainty"] == "certain";
        let runs = matches!(data["link"]["outcome"].as_str(), Some("linked" | "failed"));
        Self {
            least: built.clone().filter(certain).map(name).collect(),
            most: built.clone().map(name).collect(),
            failed: packages.iter().filter(|p| is(p, &["failed"])).map(name).collect(),
            archives: built.clone().filter_map(|p| Some((name(p), p["same_archive"].as_bool()?))).collect(),
            exact: data["exact"].as_bool().unwrap(),
            link: (runs && data["link_certainty"] == "certain", runs),
            exit_code: data["exit_code"].as_i64().unwrap(),
        }
    }
}
