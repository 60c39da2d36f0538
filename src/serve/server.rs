//! Connections, and what is done with a request.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time;

use super::changes;
use super::desk::{Counter, Desk};
use super::door::{Door, Refusal, Route};
use super::limits::Limits;
use super::reply::{self, Reply};
use gostep_course::words::serve::ServeWords;

/// What is handed out.
#[derive(Debug)]
pub struct Page {
    /// The page.
    pub html: String,
    /// What the page may load: its Content-Security-Policy.
    pub policy: String,
}

/// A server that has its port, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    door: Door,
    limits: Limits,
}

impl Server {
    /// Takes a port of this machine; 0 stands for one that is free.
    ///
    /// # Errors
    /// If the port is in use or may not be used.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let door = Door::new(listener.local_addr()?.port())?;
        Ok(Self { listener, door, limits: Limits::default() })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.door.address()
    }

    /// Answers until Ctrl-C.
    ///
    /// # Errors
    /// If the operating system does not let it listen, or the policy of the page is no header.
    pub fn run(self, page: Page, desk: Box<dyn Desk>, words: &'static ServeWords) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (policy, path) = (header_value(page.policy)?, header_value(self.door.path())?);
        let counter = Counter::open(desk)?;
        let answering =
            Answering { door: self.door, limits: self.limits, page: page.html.into(), policy, path, counter, words };
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::spawn(accept(listener, Arc::new(answering)));
            tokio::signal::ctrl_c().await
        })
    }
}

fn header_value(text: String) -> io::Result<HeaderValue> {
    HeaderValue::try_from(text).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))
}

/// What every request needs.
struct Answering {
    door: Door,
    limits: Limits,
    page: Bytes,
    policy: HeaderValue,
    path: HeaderValue,
    counter: Counter,
    words: &'static ServeWords,
}

/// Takes connections, for ever.
async fn accept(listener: tokio::net::TcpListener, answering: Arc<Answering>) {
    /// A connection that cannot be taken is over, or there are too many open files: then some time has to pass.
    const PAUSE: Duration = Duration::from_millis(50);
    let places = Arc::new(Semaphore::new(answering.limits.connections));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            time::sleep(PAUSE).await;
            continue;
        };
        let answering = Arc::clone(&answering);
        tokio::spawn(async move {
            serve(stream, answering).await;
            drop(place);
        });
    }
}

/// Answers the one request of a connection. If the other side goes away or takes too long, nobody has to be told.
async fn serve(stream: TcpStream, answering: Arc<Answering>) {
    let limits = answering.limits;
    let service = service_fn(move |request| {
        let answering = Arc::clone(&answering);
        async move { Ok::<_, Infallible>(answering.reply(request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_header_size(limits.head)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    let _ = time::timeout(limits.whole_time, connection).await;
}

impl Answering {
    async fn reply(&self, request: Request<Incoming>) -> Reply {
        let (head, body) = request.into_parts();
        match self.door.route(&head) {
            Ok(Route::Page) => reply::page(self.page.clone(), self.policy.clone()),
            Ok(Route::WithoutSlash) => reply::moved(self.path.clone()),
            Ok(Route::Ask) => match self.text(body).await {
                Ok(text) => match self.counter.ask(text).await {
                    Some(answer) => reply::json(answer),
                    None => self.refusal(StatusCode::INTERNAL_SERVER_ERROR),
                },
                Err(status) => self.refusal(status),
            },
            Ok(Route::Changes(since)) => {
                let told = changes::after(self.counter.history.clone(), since, self.limits.patience).await;
                match serde_json::to_string(&told) {
                    Ok(text) => reply::json(text),
                    Err(_) => self.refusal(StatusCode::INTERNAL_SERVER_ERROR),
                }
            }
            Err(refused) => {
                let mut reply = self.refusal(refused.status());
                if let Refusal::OtherWay(allowed) = refused {
                    reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
                }
                reply
            }
        }
    }

    /// The text of a body, or why it is refused.
    async fn text(&self, body: Incoming) -> Result<String, StatusCode> {
        let longest = self.limits.body;
        // What says at once that it is too long is not read.
        if body.size_hint().lower() > longest as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let read = time::timeout(self.limits.body_time, Limited::new(body, longest).collect()).await;
        let bytes = match read.map_err(|_| StatusCode::REQUEST_TIMEOUT)? {
            Ok(body) => body.to_bytes(),
            Err(error) if error.is::<LengthLimitError>() => return Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => return Err(StatusCode::BAD_REQUEST),
        };
        String::from_utf8(bytes.into()).map_err(|_| StatusCode::BAD_REQUEST)
    }

    fn refusal(&self, status: StatusCode) -> Reply {
        let words = self.words;
        let sentence = match status {
            StatusCode::NOT_FOUND => words.not_here.to_owned(),
            StatusCode::FORBIDDEN => words.foreign.to_owned(),
            StatusCode::METHOD_NOT_ALLOWED => words.other_way.to_owned(),
            StatusCode::PAYLOAD_TOO_LARGE => words.too_long.with([&(self.limits.body >> 20)]),
            StatusCode::REQUEST_TIMEOUT => words.too_slow.with([&self.limits.body_time.as_secs()]),
            StatusCode::BAD_REQUEST => words.no_text.to_owned(),
            _ => words.failed.to_owned(),
        };
        reply::refusal(status, &sentence)
    }
}
