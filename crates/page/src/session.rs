//! One function between a page and the program.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};

use super::error::PageError;
use super::learner::{self, Keeper, Memory};
use super::own::Own;
use super::place::Place;
use super::request::Request;
use super::shelf::{OwnLesson, Shelf, is_brought};
use super::what_if::{Bench, Programs};
use super::{answers, course, inspect, log, step, what_if};
use gostep_course::lesson::head::Head;
use gostep_course::player::progress::{Entry, Progress, What};
use gostep_course::player::{Frame, Player};
use gostep_course::words::Lang;

/// How many lessons, in their languages and with their numbers of workers, are kept ready.
const MOST_PLAYERS: usize = 6;

/// A reader's page: the lessons that it can play, and those that were played last.
///
/// ```
/// let mut session = gostep_page::Session::new(gostep_page::Shelf::default());
/// let reply = session.reply(r#"{"ask": "step", "place": {"lesson": "log", "lang": "en"}}"#);
/// assert!(reply.contains(r#""steps":"#));
/// assert_eq!(session.reply("{}"), r#"{"error":{"message":"not a request: missing field `ask` at line 1 column 2"}}"#);
/// ```
#[derive(Debug)]
pub struct Session {
    shelf: Shelf,
    learner: Box<dyn Keeper>,
    own: Own,
    /// The last one is the one that was used last.
    players: Vec<(Place, Arc<Player>)>,
    bench: Bench,
}

impl Default for Session {
    fn default() -> Self {
        Self::new(Shelf::default())
    }
}

impl Session {
    /// A page with these lessons, and with progress in memory.
    pub fn new(shelf: Shelf) -> Self {
        let learner = Box::new(Memory::default());
        Self { shelf, learner, own: Own::default(), players: Vec::new(), bench: Bench::default() }
    }

    /// With the progress of a learner.
    #[must_use]
    pub fn with_learner(self, learner: Box<dyn Keeper>) -> Self {
        Self { learner, ..self }
    }

    /// Answers a request in JSON with JSON: what was asked for, or `{"error": {"message": …}}`.
    pub fn reply(&mut self, request: &str) -> String {
        let request = serde_json::from_str(request).map_err(|error| PageError::new(format!("not a request: {error}")));
        let reply = request.and_then(|request| self.answer(request));
        reply.unwrap_or_else(|error| json!({ "error": error })).to_string()
    }

    /// Takes in a lesson; one of the same name is replaced.
    pub fn put(&mut self, lesson: OwnLesson) {
        self.players.retain(|(place, _)| place.lesson != lesson.name);
        self.bench.forget(&lesson.name);
        self.shelf.put(lesson);
    }

    fn answer(&mut self, request: Request) -> Result<Value, PageError> {
        match request {
            Request::Course { lang } => data(&course::course(&self.shelf, lang)),
            Request::Step { place } => {
                let (player, frame) = self.frame(&place)?;
                data(&step::step(&player, &frame))
            }
            Request::Frame { place } => data(&self.frame(&place)?.1),
            Request::Log { place, command, most } => {
                let (player, frame) = self.frame(&place)?;
                data(&log::log(&player, &frame, command, most))
            }
            Request::Find { place, text } => {
                let (player, frame) = self.frame(&place)?;
                data(&log::find(&player, &frame, &text))
            }
            Request::Inspect { place, inspector, package, file, width } => {
                let (player, frame) = self.frame(&place)?;
                let look = inspect::Look { player: &player, frame: &frame, package, file, width };
                data(&look.at(inspector))
            }
            Request::Move { place, to } => {
                let (player, frame) = self.frame(&place)?;
                data(&step::moved(&player, &frame, &to))
            }
            Request::Answer { place, given, time } => {
                let (player, frame) = self.frame(&place)?;
                let told = answers::judge(&player, &frame, &given)?;
                if let (Some(time), Some(right)) = (time, told.right) {
                    self.enter(&place, time, What::Answered(right))?;
                }
                data(&told)
            }
            Request::Hint { place, number } => {
                let (player, frame) = self.frame(&place)?;
                data(&answers::hint(&player, &frame, number)?)
            }
            Request::Solution { place, time } => {
                let told = answers::solution(&*self.player(&place)?, place.step)?;
                if let Some(time) = time {
                    self.enter(&place, time, What::Answered(false))?;
                }
                data(&told)
            }
            Request::Reached { place, time } => self.enter(&place, time, What::Reached).map(|()| json!({})),
            Request::Kept { lang, add, seed } => {
                if let Some(text) = add {
                    self.learner.merge(&learner::parse(&text, lang)?);
                }
                if let Some(seed) = seed {
                    self.learner.merge(&Progress::with_seed(seed));
                }
                data(&learner::kept(&mut *self.learner, lang)?)
            }
            Request::Forget { lang } => {
                self.learner.forget();
                data(&learner::kept(&mut *self.learner, lang)?)
            }
            Request::Progress { lang, time } => data(&learner::progress(&self.heads(lang), &*self.learner, lang, time)),
            Request::Practice { lang, time } => data(&learner::practice(&self.heads(lang), &*self.learner, lang, time)),
            Request::Score { lang, right, asked } => data(&learner::score(right, asked, lang)),
            Request::WhatIfChoices { lang } => {
                data(&what_if::choices(Programs { shelf: &self.shelf, own: &self.own }, lang))
            }
            Request::WhatIfValues(asked) => {
                let programs = Programs { shelf: &self.shelf, own: &self.own };
                data(&what_if::offered(&self.bench.program(programs, &asked.program)?.program, &asked))
            }
            Request::WhatIf(asked) => {
                let programs = Programs { shelf: &self.shelf, own: &self.own };
                data(&self.bench.answer(programs, &asked)?)
            }
            Request::Own { texts, lang, seed } => {
                let found = self.own.look(&texts, lang);
                if let Some(lesson) = found.lesson {
                    let name = lesson.name.clone();
                    self.put(lesson);
                    if let Some(checked) = found.checked {
                        let place = Place { lesson: name, lang, step: 0, workers: None, seed, events: None };
                        self.keep(place, Player::mixed(checked, seed));
                    }
                }
                data(&found.reply)
            }
        }
    }

    /// Enters into the learner's progress what happened at a step.
    fn enter(&mut self, place: &Place, time: u64, what: What) -> Result<(), PageError> {
        let player = self.player(place)?;
        let steps = &player.head().steps;
        let step = steps.get(place.step).or(steps.last());
        if let Some(step) = step.map(|step| step.id.clone())
            && !is_brought(&place.lesson)
        {
            self.learner.enter(Entry { time, lesson: self.shelf.key(&place.lesson), step, what });
        }
        Ok(())
    }

    /// The heads of the lessons that progress is about.
    fn heads(&self, lang: Lang) -> Vec<Head> {
        self.shelf.heads(lang).into_iter().filter(|head| !is_brought(&head.name)).collect()
    }

    /// The lesson of a place, ready to be played.
    fn player(&mut self, place: &Place) -> Result<Arc<Player>, PageError> {
        let wanted = Place { step: 0, events: None, ..place.clone() };
        if let Some(at) = self.players.iter().position(|(place, _)| *place == wanted) {
            let found = self.players.remove(at);
            self.players.push(found);
        } else {
            let player = match place.workers {
                // Changing the workers of a lesson that is ready takes a part of the time, and can be refused.
                Some(workers) => {
                    let lesson = self.player(&Place { workers: None, ..wanted.clone() })?;
                    lesson.with_workers(workers).map_err(PageError::new)?
                }
                None => Player::mixed(self.shelf.lesson(&place.lesson, place.lang)?, place.seed),
            };
            self.keep(wanted, player);
        }
        let last = self.players.last().map(|(_, player)| Arc::clone(player));
        last.ok_or_else(|| PageError::new("no lesson"))
    }

    /// Keeps a lesson ready.
    fn keep(&mut self, place: Place, player: Player) {
        if self.players.len() == MOST_PLAYERS {
            self.players.remove(0);
        }
        self.players.push((place, Arc::new(player)));
    }

    /// The frame of a place.
    fn frame(&mut self, place: &Place) -> Result<(Arc<Player>, Frame), PageError> {
        let player = self.player(place)?;
        let frame = match place.events {
            Some(events) => player.frame_at(place.step, events),
            None => player.frame(place.step),
        };
        let frame = frame.ok_or_else(|| PageError::new(format!("{} has no steps", place.lesson)))?;
        Ok((player, frame))
    }
}

fn data<T: Serialize>(reply: &T) -> Result<Value, PageError> {
    serde_json::to_value(reply).map_err(PageError::new)
}

#[cfg(test)]
mod tests {
    use super::super::shelf::OwnText;
    use super::*;

    fn ask(session: &mut Session, request: &Value) -> Value {
        serde_json::from_str(&session.reply(&request.to_string())).unwrap()
    }

    /// A session can be handed from thread to thread.
    #[test]
    fn a_session_can_be_shared() {
        fn is_send<T: Send>() {}
        is_send::<Session>();
    }

    #[test]
    fn every_request_has_an_answer_at_every_step_of_the_course() {
        let mut session = Session::default();
        let course = ask(&mut session, &json!({ "ask": "course", "lang": "zh" }));
        for lesson in course["lessons"].as_array().unwrap() {
            for step in 0..lesson["steps"].as_array().unwrap().len() {
                let place = json!({ "lesson": lesson["name"], "lang": "zh", "step": step });
                let shown = ask(&mut session, &json!({ "ask": "step", "place": place }));
                assert_eq!(shown["step"], step, "{shown}");
                let frame = ask(&mut session, &json!({ "ask": "frame", "place": place }));
                assert_eq!(frame["step"], step, "{frame}");
                let log = ask(&mut session, &json!({ "ask": "log", "place": place, "most": 50 }));
                assert!(log["html"].is_string(), "{log}");
                for inspector in ["step", "graph", "lanes", "files", "cache"] {
                    let request = json!({ "ask": "inspect", "place": place, "inspector": inspector });
                    let seen = ask(&mut session, &request);
                    assert!(seen["html"].is_string(), "{inspector}: {seen}");
                }
                if shown["form"].is_string() {
                    let told = ask(&mut session, &json!({ "ask": "solution", "place": place }));
                    assert!(told["html"].as_str().is_some_and(|html| !html.is_empty()), "{told}");
                }
            }
        }
    }

    #[test]
    fn a_lesson_that_was_saved_takes_the_place_of_the_old_one() {
        let mut session = Session::default();
        let lesson = |text: &str| OwnLesson {
            name: "mine".to_owned(),
            script: OwnText { file: "mine.yaml".to_owned(), text: text.to_owned(), ..OwnText::default() },
            ..OwnLesson::default()
        };
        let step = json!({ "ask": "step", "place": { "lesson": "mine", "lang": "en" } });
        session.put(lesson("gostep_lesson: 1\nid: mine\ntitle: Mine\nsteps:\n- id: a\n  title: A\n  say: x\n"));
        assert_eq!(ask(&mut session, &step)["title"], "A");
        session.put(lesson("gostep_lesson: 1\ntitle: [\n"));
        let wrong = ask(&mut session, &step);
        assert!(wrong["error"]["message"].as_str().is_some_and(|said| said.contains("mine.yaml:")), "{wrong}");
        let course = ask(&mut session, &json!({ "ask": "course", "lang": "en" }));
        assert!(course["lessons"].as_array().is_some_and(|lessons| lessons.len() > 5));
    }

    /// Whatever a page asks that no page of ours would ask has an answer: what was asked for, or one sentence.
    #[test]
    fn no_request_breaks_a_session() {
        let mut session = Session::default();
        let far = usize::MAX;
        let mut asked = 0;
        for lesson in ["log", "order", "rebuild", "faults", "nowhere", "../x"] {
            for step in (0..30).chain([far]) {
                for workers in [None, Some(0), Some(3), Some(far)] {
                    if workers.is_some() && step != 1 {
                        continue;
                    }
                    let place = json!({ "lesson": lesson, "lang": "en", "step": step, "workers": workers });
                    let mut away = place.clone();
                    away["events"] = json!(far);
                    let given = [
                        json!({ "options": [] }),
                        json!({ "options": [far] }),
                        json!({ "options": [0, 0, 1, far] }),
                        json!({ "order": [] }),
                        json!({ "order": [far, 0] }),
                        json!({ "order": [0, 0, 0, 0, 0] }),
                        json!({ "typed": "\u{1b}[2J \u{202e} 99999999999999999999999" }),
                    ];
                    let given = given.map(|given| json!({ "ask": "answer", "place": place, "given": given }));
                    let to = [json!({ "block": far }), json!({ "start": far }), json!({ "share": u64::MAX })];
                    let to = to.map(|to| json!({ "ask": "move", "place": away, "to": to }));
                    let looks = ["step", "graph", "lanes", "files", "cache"].map(|inspector| {
                        json!({ "ask": "inspect", "place": away, "inspector": inspector, "package": far, "file": far })
                    });
                    let others = [
                        json!({ "ask": "log", "place": away, "command": far, "most": 0 }),
                        json!({ "ask": "find", "place": place, "text": "\u{0}" }),
                        json!({ "ask": "hint", "place": place, "number": far }),
                        json!({ "ask": "solution", "place": place }),
                    ];
                    // Every question is answered badly; the rest depends little on the step.
                    let rest = to.iter().chain(&looks).chain(&others).filter(|_| step % 10 == 1 || step == far);
                    for request in given.iter().chain(rest) {
                        assert!(ask(&mut session, request).is_object(), "{request}");
                        asked += 1;
                    }
                }
            }
        }
        assert!(asked > 1000);
        for text in ["", "[]", "null", "{\"ask\":\"step\"", "{\"ask\":\"fly\"}", &"[".repeat(1 << 20)] {
            let reply: Value = serde_json::from_str(&session.reply(text)).unwrap();
            assert!(reply["error"]["message"].is_string(), "{reply}");
        }
    }
}
