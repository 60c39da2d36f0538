//! How many threads (`-c`) the go command gives each compile.

use super::options::BuildOptions;
use super::rules::Rules;

/// The threads that compiles get at the most where they do not share a pool, and at the least where they do.
const FEW: usize = 4;

/// What is given out, and what is left of the pool that compiles share since go1.26
/// (`cmd/go/internal/work/gc.go`, `compilerConcurrency`).
#[derive(Debug)]
pub struct Threads {
    /// GOMAXPROCS: no compile gets more.
    most: usize,
    /// What every compile gets.
    least: usize,
    /// The value of `-p`.
    workers: usize,
    pool: Option<Pool>,
}

#[derive(Debug)]
struct Pool {
    left: usize,
    compiles: usize,
}

impl Threads {
    /// Those of a build that has not begun.
    pub fn new(options: &BuildOptions, rules: Rules) -> Self {
        let (most, workers) = (options.gomaxprocs, options.workers.max(1));
        let pools = rules.pools_compiler_threads() && workers > 1;
        // Without other compiles there is no limit; older releases do not ask whether -n runs any.
        let least = if workers == 1 { most } else { most.min(FEW) };
        let pool = Pool { left: most.saturating_mul(2).saturating_add(least.saturating_mul(workers)), compiles: 0 };
        Self { most, least, workers, pool: pools.then_some(pool) }
    }

    /// Takes what the next compile gets: half of what is left when the least for all other workers is set aside.
    pub fn take(&mut self) -> usize {
        let Some(pool) = &mut self.pool else { return self.least };
        pool.compiles += 1;
        let set_aside = self.workers.saturating_sub(pool.compiles).saturating_mul(self.least);
        let taken = (pool.left.saturating_sub(set_aside) / 2).min(self.most).max(self.least);
        pool.left = pool.left.saturating_sub(taken);
        taken
    }

    /// Gives back what an ended compile had taken.
    pub fn give_back(&mut self, taken: usize) {
        if let Some(pool) = &mut self.pool {
            pool.compiles -= 1;
            pool.left = pool.left.saturating_add(taken);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{self, GoVersion};

    fn threads(release: &str, workers: usize, gomaxprocs: usize) -> Threads {
        let program = program::load_embedded(program::SAMPLE).unwrap();
        let options = BuildOptions { workers, gomaxprocs, ..BuildOptions::for_program(&program) };
        Threads::new(&options, Rules::of(&GoVersion::parse(release).unwrap()))
    }

    #[test]
    fn compiles_share_a_pool_since_1_26() {
        let mut pool = threads("go1.27.3", 4, 16);
        // 48 in the pool: 12 of them set aside for three others, then 8 for two, and so on.
        let taken: Vec<usize> = (0..4).map(|_| pool.take()).collect();
        assert_eq!(taken, [16, 12, 8, 6]);
        for taken in taken {
            pool.give_back(taken);
        }
        assert_eq!(pool.take(), 16);
    }

    #[test]
    fn others_get_a_number_of_their_own() {
        for (release, workers, gomaxprocs, expected) in [
            ("go1.25.5", 4, 16, 4),
            ("go1.25.5", 1, 16, 16),
            ("go1.25.5", 4, 2, 2),
            ("go1.27.3", 1, 16, 16),
            ("go1.27.3", 8, 3, 3),
        ] {
            let mut threads = threads(release, workers, gomaxprocs);
            let taken: Vec<usize> = (0..workers).map(|_| threads.take()).collect();
            assert_eq!(taken, vec![expected; workers], "{release} -p {workers}");
        }
    }
}
