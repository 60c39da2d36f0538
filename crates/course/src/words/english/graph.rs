use crate::words::graph::GraphWords;
use crate::words::sentence::say;

pub const WORDS: GraphWords = GraphWords {
    head: say("{}, scheduled as its action graph says, workers: {}; it takes {}"),
    packages: say("Times: those of the graph. Packages compiled: {}, from the cache: {}."),
};
