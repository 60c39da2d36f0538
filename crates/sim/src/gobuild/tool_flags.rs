//! The flags that the tools know, in any of the modelled releases.

use crate::said::Said;
use crate::suggest::did_you_mean;

/// A tool whose flags the user can set.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// Its name in messages.
    name: fn() -> Said,
    /// Flags without a value.
    switches: &'static [&'static str],
    /// Flags with a value, after `=` or in the next word.
    valued: &'static [&'static str],
}

/// The compiler, whose flags `-gcflags` sets.
pub const COMPILER: Tool = Tool {
    name: || said!("compiler"),
    switches: &[
        "%",
        "+",
        "B",
        "C",
        "E",
        "K",
        "L",
        "N",
        "S",
        "V",
        "W",
        "asan",
        "clobberdead",
        "clobberdeadreg",
        "complete",
        "dwarf",
        "dwarfbasentries",
        "dwarflocationlists",
        "dynlink",
        "e",
        "errorurl",
        "h",
        "j",
        "l",
        "linkshared",
        "live",
        "m",
        "msan",
        "nolocalimports",
        "pack",
        "r",
        "race",
        "shared",
        "smallframes",
        "std",
        "t",
        "u",
        "v",
        "w",
        "wb",
    ],
    valued: &[
        "D",
        "I",
        "asmhdr",
        "bench",
        "blockprofile",
        "buildid",
        "c",
        "coveragecfg",
        "cpuprofile",
        "d",
        "embedcfg",
        "env",
        "gendwarfinl",
        "goversion",
        "importcfg",
        "installsuffix",
        "json",
        "lang",
        "linkobj",
        "memprofile",
        "memprofilerate",
        "mutexprofile",
        "o",
        "p",
        "pgoprofile",
        "spectre",
        "symabis",
        "traceprofile",
        "trimpath",
    ],
};

/// The linker, whose flags `-ldflags` sets.
pub const LINKER: Tool = Tool {
    name: || said!("linker"),
    switches: &[
        "V",
        "a",
        "asan",
        "aslr",
        "bindnow",
        "c",
        "checklinkname",
        "compressdwarf",
        "d",
        "debugnosplit",
        "dumpdep",
        "e",
        "f",
        "g",
        "h",
        "linkshared",
        "msan",
        "n",
        "pruneweakmap",
        "race",
        "s",
        "v",
        "w",
    ],
    valued: &[
        "B",
        "D",
        "E",
        "H",
        "I",
        "L",
        "R",
        "T",
        "X",
        "benchmark",
        "benchmarkprofile",
        "buildid",
        "buildmode",
        "capturehostobjs",
        "cpuprofile",
        "debugtextsize",
        "debugtramp",
        "extar",
        "extld",
        "extldflags",
        "fipso",
        "funcalign",
        "importcfg",
        "installsuffix",
        "k",
        "libgcc",
        "linkmode",
        "macos",
        "macsdk",
        "memprofile",
        "memprofilerate",
        "o",
        "pluginpath",
        "r",
        "randlayout",
        "strictdups",
        "tmpdir",
    ],
};

/// The assembler, whose flags `-asmflags` sets.
pub const ASSEMBLER: Tool = Tool {
    name: || said!("assembler"),
    switches: &[
        "S",
        "V",
        "compiling-runtime",
        "debug",
        "dynlink",
        "e",
        "gensymabis",
        "linkshared",
        "shared",
        "std",
        "v",
    ],
    valued: &["D", "I", "d", "o", "p", "spectre", "trimpath"],
};

impl Tool {
    /// Looks for words that the tool would refuse with its usage text.
    ///
    /// # Errors
    /// Names the first such word and the nearest flag.
    pub fn check(&self, words: &[String]) -> Result<(), Said> {
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let Some(flag) = word.strip_prefix("--").or_else(|| word.strip_prefix('-')) else {
                return Err(said!("{word} is no flag of the {}: flags begin with -", (self.name)(), word));
            };
            let (name, value) = flag.split_once('=').map_or((flag, None), |(name, value)| (name, Some(value)));
            if self.valued.contains(&name) {
                if value.is_none() && words.next().is_none() {
                    return Err(said!("-{name} of the {} needs a value", (self.name)(), name));
                }
            } else if !self.switches.contains(&name) {
                let known = self.switches.iter().chain(self.valued).copied();
                let hint = did_you_mean(name, known);
                return Err(said!("the {} has no flag -{name}{hint}", (self.name)(), name, hint));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tool: Tool, words: &str) -> Result<(), String> {
        tool.check(&words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>())
            .map_err(|problem| problem.to_string())
    }

    #[test]
    fn what_the_tools_take_is_taken() {
        for words in ["", "-s -w", "--s", "-X main.v=-5", "-X=main.v=1", "-extldflags -static", "-linkmode=internal"] {
            assert_eq!(check(LINKER, words), Ok(()), "{words}");
        }
        for words in ["-N -l", "-m=2", "-l=4", "-d=ssa/check_bce", "-d panic", "-lang go1.20"] {
            assert_eq!(check(COMPILER, words), Ok(()), "{words}");
        }
        assert_eq!(check(ASSEMBLER, "-D NAME=1 -S"), Ok(()));
    }

    #[test]
    fn what_they_refuse_is_named() {
        assert_eq!(check(LINKER, "-nope").unwrap_err(), "the linker has no flag -nope");
        assert!(check(LINKER, "-s -linkmod=internal").unwrap_err().contains("did you mean \"linkmode\"?"));
        assert_eq!(check(LINKER, "-X").unwrap_err(), "-X of the linker needs a value");
        assert_eq!(check(COMPILER, "-N l").unwrap_err(), "l is no flag of the compiler: flags begin with -");
    }
}
