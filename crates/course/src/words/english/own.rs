use crate::words::own::OwnWords;
use crate::words::sentence::say;

pub const WORDS: OwnWords = OwnWords {
    pasted: "pasted text",
    how: "Type, paste or drop one of these, and read here what it is and what gostep knows of it:",
    unknown_head: "Not known",
    unknown: "gostep does not know what this is. It knows these, and so they are made:",
    kinds: [
        ("the log of a cold build", "GOCACHE=$PWD/cold go build -x -work -p 1 -o mine . 2> build.log"),
        ("the packages of a program", "go list -json -deps . > list.json"),
        ("a program with its build IDs", "gostep import --run-go -o mine.json ."),
        ("a lesson", "gostep lesson new mine"),
    ],
    too_large: say(
        "This is larger than {} MB, the most that the page takes. `gostep verify FILE` reads logs of any size.",
    ),
    lesson: say("A lesson that can be played: {} (steps: {})"),
    broken: "A lesson that cannot be played yet",
    place: say("line {}, column {}"),
    glossary_head: "A glossary",
    glossary: "This is a glossary. `gostep lesson check FILE` looks at it, and lessons in the same folder can mark its terms.",
    no_program: say(
        "the page does not have {}{}; `gostep import --run-go -o FILE .` writes a program: drop it here, then this lesson again",
    ),
    log: say("A log of go build, compared with the program {}"),
    other_log: "A log of a program that gostep does not have here",
    bring: say(
        "Bring the program first: `go list -json -deps . > list.json` in its directory, or `gostep import --run-go -o mine.json .`. Then bring the log again. Of the programs that are here, {} is the nearest:",
    ),
    compared: say("Compared with the program {}:"),
    no_log: "A log that cannot be compared",
    list: say("The packages of a program, as go list prints them: {}"),
    recorded: say("A recorded program: {}"),
    no_list: "JSON, but no program whose build can be simulated",
    toolchain: say("{}, {}; packages to compile: {}."),
    assumed: say("Assumed, since a package list does not tell: {}."),
    stand_ins: "Build IDs and names of cache files are stand-ins here, equal wherever the real ones are equal; `gostep import` brings the real ones.",
    kept: "Bring the log of its build next, and it is compared with this program.",
    guessed: "The release is told from the packages of the list, its last number is a guess, and the places of GOROOT and the cache are assumed; bring what `go env -json` prints, too, and they are known.",
    environment: "The environment of a toolchain, as go env prints it",
    environment_kept: "Bring what `go list -json -deps .` prints next, and both are read together.",
};
