use crate::words::sentence::say;
use crate::words::translate::TranslateWords;

pub const WORDS: TranslateWords = TranslateWords {
    remarks: "\
# Below each of: stand the originals, below them the same texts once more: translate these, and leave of: alone. It tells
# gostep what you have translated. Facts between {{ and }}, `code` and term: links stay as they are.
",
    wrote: say("\
wrote {0}: {1} texts to translate

  gostep lesson check {2}           says what is not translated yet
  gostep play {2} --lang {3}        plays it
  gostep lesson translate {2} {3}   says later what has changed in the original
"),
    counts: say("{}: texts: {}; of the original as it is now: {}; still in the words of the original: {}"),
    added: say("steps that were added with their originals: {}"),
    all_well: "nothing to do",
    stale: say("{}: the original has changed"),
    unsaid: say("{}: it is not said which original this translates"),
    missing: say("{}: not translated"),
    not_kept: "  (of: has only the fingerprint of the old original)",
    now: "  the original now:",
    original: "  the original:",
    translation: "  the translation:",
    when_it_fits: say("when the translations fit: gostep lesson translate {} {}{}"),
    accepted: say("{}: of: says what its texts are now"),
    accepted_head: "title and summary: of: says what they are now",
    no_step: say("the translation has no step {}; without --accept, its steps and what has changed are listed"),
    in_braces: say("step {} stands in braces; write its texts in lines of their own, so that of: has a place"),
    all_in_braces: say("{}: steps: stands in braces; write it in lines of its own, so that new steps have a place"),
    own_language: say("{} is itself written in this language ({}); name the language of the translation"),
    nothing_yet: say("there is no {} yet; without --accept it is begun"),
    head: "title and summary",
    place: say("step {}, {}"),
    unknown_step: say("{} has no step {}{}; its steps: {}"),
    embedded: say("{} comes with gostep; name the file of a lesson of yours"),
};
