//! Words of the comparison of a log with the simulation.

use super::sentence::{Counted, Sentence};

/// All of them.
#[derive(Debug)]
pub struct VerifyWords {
    /// Before what can be tried.
    pub hint: Sentence<1>,
    /// Packages whose warnings are left out.
    pub not_compared: Sentence<1>,
    /// A package with warnings, and the line.
    pub warning_at: Sentence<2>,
    /// Settings that the log has.
    pub taken: Sentence<1>,
    /// The log has other settings than were given.
    pub against: Sentence<1>,
    /// The log is of another release than the program.
    pub other_release: Sentence<1>,
    /// A command whose actions ran side by side.
    pub any_order: Sentence<1>,
    /// Lines around the log.
    pub noise: Counted,
    /// It agrees: log, lines, commands, packages, how, release, what was passed over.
    pub equal: Sentence<7>,
    /// Lines.
    pub lines: Counted,
    /// Commands.
    pub commands: Counted,
    /// Packages.
    pub packages: Counted,
    /// Programs that are linked.
    pub programs: Counted,
    /// Workers.
    pub workers: Counted,
    /// How many programs there are to link.
    pub expected: Counted,
    /// A log of something else: log, line, command.
    pub foreign: Sentence<3>,
    /// A build that is not modelled: log, line, with what, what to do.
    pub foreign_build: Sentence<4>,
    /// The beginning is missing.
    pub no_start: Sentence<1>,
    /// Several logs: log, line, how many.
    pub several_logs: Sentence<3>,
    /// Nothing was built: log, line, what the log says.
    pub nothing_built: Sentence<3>,
    /// The log links other programs: log, line, how many, how many there are.
    pub several_programs: Sentence<4>,
    /// There is no command.
    pub all_cached: Sentence<1>,
    /// Some came out of the cache: log, how many, which.
    pub warm: Sentence<3>,
    /// The build failed: log, line, package, message.
    pub failed: Sentence<4>,
    /// What can be compared.
    pub only_good: &'static str,
    /// Another toolchain: log, its release and system, program, its release and system.
    pub other_toolchain: Sentence<6>,
    /// Other instruments: log, its own, program, its own.
    pub other_instruments: Sentence<4>,
    /// Other experiments: log, its own, program, its own.
    pub other_experiments: Sentence<4>,
    /// Settings that cannot be compared: log, settings.
    pub refused: Sentence<2>,
    /// Another program: log, program.
    pub other_program: Sentence<2>,
    /// Before packages of the log.
    pub only_log: &'static str,
    /// Before packages of the simulation.
    pub only_ours: &'static str,
    /// The end is missing, which is one command: log, last package, commands, packages.
    pub cut_short_one: Sentence<4>,
    /// The end is missing, which is more than one.
    pub cut_short: Sentence<4>,
    /// Before the command that would be next: its package.
    pub next: Sentence<1>,
    /// Why main may be missing.
    pub was_up_to_date: &'static str,
    /// Further lines that differ.
    pub more_lines: Counted,
    /// Packages of these lines.
    pub more_in: Sentence<1>,
    /// Before what differs in a package.
    pub in_package: Sentence<1>,
    /// A command is another one.
    pub differs: Sentence<1>,
    /// It differs in blanks.
    pub blanks: Sentence<1>,
    /// Lines that are not shown.
    pub rest: Sentence<1>,
    /// A command is not in the log.
    pub missing: Sentence<1>,
    /// It is elsewhere in the log: the line.
    pub elsewhere: Sentence<1>,
    /// A command is not behind a line.
    pub lacks: Sentence<1>,
    /// A command is not in the simulation.
    pub extra: Sentence<1>,
    /// It belongs elsewhere: the line.
    pub belongs: Sentence<1>,
    /// A line with the name of a package.
    pub package_name: &'static str,
    /// A line that is no command.
    pub line: &'static str,
    /// A file is written.
    pub writing: Sentence<1>,
    /// A file whose name is not known.
    pub a_file: &'static str,
    /// A command by its tool.
    pub tool: Sentence<1>,
    /// Before a line of the simulation.
    pub side_ours: &'static str,
    /// Before a line of the log.
    pub side_log: &'static str,
    /// A command has a name that does not fit: command, what is wrong.
    pub name: Sentence<2>,
    /// A build ID, and more than one.
    pub build_id: [&'static str; 2],
    /// A file of the cache.
    pub cache_file: [&'static str; 2],
    /// A checksum of a module.
    pub module_sum: [&'static str; 2],
    /// A name is known otherwise: kind, name, the known one.
    pub known: Sentence<3>,
    /// Two names should be one: kind, names.
    pub twins: Sentence<3>,
    /// A name is another one in another line: kind, name, line, its name.
    pub other_line: Sentence<4>,
    /// A name stands for two things: kind, name, line.
    pub stands_for: Sentence<3>,
    /// A package starts too early: line, package, what it needs, line of that.
    pub too_early: Sentence<4>,
    /// Too many at once: line, packages, workers, which.
    pub too_many: Sentence<4>,
    /// Another one is first in the queue: line, package, the other, its line, the line where it is ready.
    pub not_first: Sentence<5>,
    /// A change of directory is missing: line, command.
    pub cd_missing: Sentence<2>,
    /// A change of directory is wrong: line, command.
    pub cd_extra: Sentence<2>,
    /// The order of the packages is not known.
    pub name_roots: &'static str,
    /// The compiler has no -c.
    pub no_threads: &'static str,
    /// The compiler has another -c: it, GOMAXPROCS, -p.
    pub threads: Sentence<3>,
    /// All of main is missing.
    pub was_in_place: &'static str,
    /// There are more workers than were given.
    pub see_p: &'static str,
    /// The program is of another toolchain: release, system, architecture.
    pub describe_toolchain: Sentence<3>,
    /// The program has other instruments: the command.
    pub describe_instruments: Sentence<1>,
    /// The program has other experiments.
    pub describe_experiments: Sentence<1>,
    /// The program is another one.
    pub name_program: &'static str,
    /// A build without instruments.
    pub without_any: &'static str,
    /// A build with instruments.
    pub with_these: Sentence<1>,
    /// Between flags.
    pub and: &'static str,
    /// Behind names: how many more.
    pub and_more: Sentence<1>,
}
