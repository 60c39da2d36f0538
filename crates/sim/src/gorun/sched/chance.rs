//! What can come out in more than one way: how long things take, and what the runtime leaves to chance.

/// How often, of a thousand times, the kernel lets a thread wait for longer, and for how many nanoseconds at most.
const DELAYS: [(u32, u64); 2] = [(40, 200_000), (3, 5_000_000)];

/// The source of chance. Without a seed everything takes its usual time, and of several ways the first is taken.
#[derive(Clone, Debug)]
pub struct Chance(Option<fastrand::Rng>);

impl Chance {
    /// The run that a seed stands for.
    pub fn new(seed: Option<u64>) -> Self {
        Self(seed.map(fastrand::Rng::with_seed))
    }

    /// How long something takes that usually takes so many nanoseconds.
    pub fn takes(&mut self, usual: u64) -> u64 {
        let Some(random) = &mut self.0 else { return usual };
        if usual == 0 {
            return 0;
        }
        let takes = usual / 2 + random.u64(0..=usual);
        let once = random.u32(0..1_000);
        match DELAYS.iter().rev().find(|(often, _)| once < *often) {
            Some((_, longest)) => takes + random.u64(0..*longest),
            None => takes,
        }
    }

    /// Some numbers in the order in which they are tried.
    pub fn order(&mut self, number: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..number).collect();
        if let Some(random) = &mut self.0 {
            random.shuffle(&mut order);
        }
        order
    }
}
