//! GOEXPERIMENT: parts of the toolchain that are switched on or off (`internal/buildcfg`, `internal/goexperiment`).

use super::error::ProgramError;
use super::golist::ListedPackage;

/// The package whose files show what is on: it has `exp_NAME_on.go` or `exp_NAME_off.go` of each experiment.
const PACKAGE: &str = "internal/goexperiment";

/// All experiments of the modelled releases, in the order in which the go command lists them.
const ORDER: [&str; 35] = [
    "fieldtrack",
    "preemptibleloops",
    "staticlockranking",
    "boringcrypto",
    "regabiwrappers",
    "regabiargs",
    "heapminimum512kib",
    "coverageredesign",
    "arenas",
    "pagetrace",
    "cgocheck2",
    "loopvar",
    "cacheprog",
    "newinliner",
    "rangefunc",
    "range",
    "allocheaders",
    "exectracer2",
    "aliastypeparams",
    "swissmap",
    "spinbitmutex",
    "synchashtriemap",
    "synctest",
    "dwarf5",
    "jsonv2",
    "greenteagc",
    "randomizedheapbase64",
    "runtimefreegc",
    "sizespecializedmalloc",
    "goroutineleakprofile",
    "simd",
    "runtimesecret",
    "mapsplitgroup",
    "regabi",
    "none",
];

/// What GOEXPERIMENT says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Experiments {
    /// Its value.
    pub given: String,
    /// The experiments that are on or off (`noNAME`) otherwise than the release has them by default.
    pub changed: Vec<String>,
}

impl Experiments {
    /// Reads them from a package list, for a minor version and a system. `given` is the value of the environment; without an environment the list alone
    /// tells what differs.
    ///
    /// # Errors
    /// If the environment says something else than the list shows.
    pub fn of_list(
        listed: &[ListedPackage],
        given: Option<&str>,
        (minor, goos, goarch): (u32, &str, &str),
    ) -> Result<Self, ProgramError> {
        let package = listed.iter().find(|package| package.standard && package.import_path == PACKAGE);
        let has = |name: &str, what: &str| {
            let file = format!("exp_{name}_{what}.go");
            package.is_some_and(|package| package.go_files.contains(&file))
        };
        let by_default = baseline(minor, goos, goarch);
        let differs = |name: &&str| has(name, if by_default.contains(name) { "off" } else { "on" });
        let spelled = |name: &str| if has(name, "on") { name.to_owned() } else { format!("no{name}") };
        let changed: Vec<String> = ORDER.into_iter().filter(differs).map(spelled).collect();
        let given = given.map_or_else(|| changed.join(","), str::to_owned);
        let asks = given.split(',').filter(|part| !matches!(*part, "" | "none" | "regabi" | "noregabi"));
        let is_so = |part: &str| match part.strip_prefix("no").filter(|name| ORDER.contains(name)) {
            Some(name) => has(name, "off"),
            None => has(part, "on"),
        };
        let contradicts = given.is_empty() && !changed.is_empty();
        if contradicts || !asks.into_iter().all(is_so) {
            return Err(ProgramError::Setting(said!(
                "GOEXPERIMENT is {given:?} in the environment, and the list is of another ({:?}): make both with the same setting",
                changed.join(","),
                given
            )));
        }
        Ok(Self { given, changed })
    }

    /// What tools add to their version, with a space before it.
    pub fn suffix(&self) -> String {
        if self.changed.is_empty() { String::new() } else { format!(" X:{}", self.changed.join(",")) }
    }

    /// All that is on for an architecture, in the go command's order.
    pub fn on(&self, minor: u32, goos: &str, goarch: &str) -> Vec<&'static str> {
        let by_default = baseline(minor, goos, goarch);
        let is_on = |name: &&str| {
            let off = format!("no{name}");
            !self.changed.contains(&off) && (by_default.contains(name) || self.changed.iter().any(|on| on == name))
        };
        ORDER.into_iter().filter(is_on).collect()
    }
}

/// The experiments that a release switches on by default for a system.
fn baseline(minor: u32, goos: &str, goarch: &str) -> Vec<&'static str> {
    let register_abi = match goarch {
        "amd64" | "arm64" | "ppc64" | "ppc64le" | "riscv64" => true,
        "loong64" => minor >= 22,
        "s390x" => minor >= 26,
        _ => false,
    };
    let mut on = if register_abi { vec!["regabiwrappers", "regabiargs"] } else { Vec::new() };
    let spinning = matches!(goarch, "386" | "amd64" | "arm" | "arm64" | "ppc64" | "ppc64le");
    on.extend_from_slice(match minor {
        ..=21 | 23 => &["coverageredesign"],
        22 => &["coverageredesign", "allocheaders", "exectracer2"],
        24 if spinning => &["coverageredesign", "aliastypeparams", "swissmap", "spinbitmutex", "synchashtriemap"],
        24 => &["coverageredesign", "aliastypeparams", "swissmap", "synchashtriemap"],
        25 => &["aliastypeparams", "swissmap", "synchashtriemap", "dwarf5"],
        26 => &["dwarf5", "greenteagc", "randomizedheapbase64"],
        _ => &["dwarf5", "jsonv2", "greenteagc", "randomizedheapbase64", "sizespecializedmalloc"],
    });
    on.retain(|name| *name != "dwarf5" || !matches!(goos, "darwin" | "ios" | "aix"));
    on
}

#[cfg(test)]
mod tests {
    use super::super::golist::parse;
    use super::*;

    fn read(files: &[&str], given: Option<&str>) -> Result<Experiments, ProgramError> {
        let list = format!(
            "{{\"ImportPath\": \"internal/goexperiment\", \"Name\": \"x\", \"Standard\": true, \"GoFiles\": {files:?}}}"
        );
        Experiments::of_list(&parse("list", &list).unwrap(), given, (23, "linux", "amd64"))
    }

    #[test]
    fn a_list_shows_what_is_not_as_by_default() {
        let files = ["exp_arenas_on.go", "exp_coverageredesign_off.go", "exp_regabiargs_on.go", "exp_rangefunc_off.go"];
        let changed = ["nocoverageredesign", "arenas"].map(str::to_owned).to_vec();
        for (given, said) in [
            (None, "nocoverageredesign,arenas"),
            (Some("arenas,nocoverageredesign"), "arenas,nocoverageredesign"),
            (Some("none,regabi,arenas"), "none,regabi,arenas"),
        ] {
            let read = read(&files, given).unwrap();
            assert_eq!(read, Experiments { given: said.to_owned(), changed: changed.clone() });
        }
        let read = read(&files, None).unwrap();
        assert_eq!(read.suffix(), " X:nocoverageredesign,arenas");
        assert_eq!(read.on(23, "linux", "amd64"), ["regabiwrappers", "regabiargs", "arenas"]);
        assert_eq!(Experiments::default().on(23, "linux", "386"), ["coverageredesign"]);
    }

    #[test]
    fn an_environment_of_another_list_is_refused() {
        let files = ["exp_arenas_on.go", "exp_rangefunc_off.go"];
        for given in ["", "rangefunc", "noarenas", "arenas,rangefunc", "unheardof"] {
            let said = read(&files, Some(given)).unwrap_err().to_string();
            assert!(said.contains("make both with the same setting"), "{said}");
        }
        assert_eq!(read(&["exp_arenas_off.go"], Some("")).unwrap(), Experiments::default());
        assert!(read(&[], Some("arenas")).is_err(), "nothing shows it");
    }
}
