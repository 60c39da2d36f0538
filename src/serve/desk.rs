//! Where the page's questions are answered: one thread, one question after the other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use super::changes::{Change, History};

/// Who answers.
pub trait Desk: Send {
    /// The answer to what the page sent. Both are JSON.
    fn answer(&mut self, question: &str) -> String;

    /// Looks whether something has changed; called regularly. Whatever is asked after a change was told is answered by
    /// what has changed.
    fn look(&mut self) -> Vec<Change>;
}

/// The time between two looks.
const PAUSE: Duration = Duration::from_millis(200);
/// The stack of the thread: as large as that of a program's first thread, since the simulation can run there as well.
const STACK: usize = 8 << 20;

/// The way to the desk.
#[derive(Clone, Debug)]
pub struct Counter {
    questions: Sender<Question>,
    /// What has changed so far.
    pub history: watch::Receiver<History>,
}

struct Question {
    text: String,
    reply: oneshot::Sender<String>,
}

impl Counter {
    /// Opens the desk in a thread of its own, which ends when nobody can ask any more.
    ///
    /// # Errors
    /// If there can be no other thread.
    pub fn open(mut desk: Box<dyn Desk>) -> std::io::Result<Self> {
        let (questions, asked) = channel();
        let (told, history) = watch::channel(History::default());
        let thread = thread::Builder::new().name("desk".to_owned()).stack_size(STACK);
        thread.spawn(move || work(&mut *desk, &asked, &told))?;
        Ok(Self { questions, history })
    }

    /// Asks, and waits for the answer. `None` if the desk could not answer.
    pub async fn ask(&self, text: String) -> Option<String> {
        let (reply, answer) = oneshot::channel();
        self.questions.send(Question { text, reply }).ok()?;
        answer.await.ok()
    }
}

fn work(desk: &mut dyn Desk, questions: &Receiver<Question>, told: &watch::Sender<History>) {
    let mut looked = Instant::now();
    loop {
        match questions.recv_timeout(PAUSE.saturating_sub(looked.elapsed())) {
            // A page that was closed in the meantime needs no answer.
            Ok(question) if question.reply.is_closed() => {}
            Ok(question) => {
                if let Some(answer) = unbroken(|| desk.answer(&question.text)) {
                    let _ = question.reply.send(answer);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if looked.elapsed() >= PAUSE {
            for change in unbroken(|| desk.look()).unwrap_or_default() {
                told.send_modify(|history| history.add(change));
            }
            looked = Instant::now();
        }
    }
}

/// A desk does not panic. If one does for a question that nobody has thought of, the next question is still answered:
/// the page keeps what it shows, and the desk keeps nothing that an answer could leave half done.
fn unbroken<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
