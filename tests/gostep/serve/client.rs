//! A client that sends what no browser would.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::run::command;

/// A running `gostep serve`, which ends with the test.
pub struct Served {
    child: Child,
    port: u16,
    /// The path of the page, with the token.
    pub path: String,
}

impl Served {
    /// Starts it on a free port.
    pub fn start(args: &[&str]) -> Self {
        Self::start_as(command(), args)
    }

    /// Starts it for the learner of a command.
    pub fn start_as(mut serve: Command, args: &[&str]) -> Self {
        serve.args(["serve", "--no-open", "--port", "0"]).args(args).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = serve.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_once("http://127.0.0.1:").expect(&line).1.split(' ').next().unwrap();
        let (port, path) = address.split_at(address.find('/').unwrap());
        Self { child, port: port.parse().unwrap(), path: path.to_owned() }
    }

    /// What the Host header has to say.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Connects, and sends these bytes.
    pub fn connect(&self, request: impl AsRef<[u8]>) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        // A server that refuses what is too long does not read it to its end.
        let _ = stream.write_all(request.as_ref());
        stream
    }

    /// Sends a request, and reads until the server closes the connection.
    pub fn send(&self, request: impl AsRef<[u8]>) -> String {
        let mut bytes = Vec::new();
        let _ = self.connect(request).read_to_end(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    /// Sends a request with the right host.
    pub fn ask(&self, method: &str, target: &str, header: Option<(&str, &str)>, body: &str) -> String {
        let header = header.map(|(name, value)| format!("{name}: {value}\r\n")).unwrap_or_default();
        let (host, length) = (self.host(), body.len());
        self.send(format!(
            "{method} {target} HTTP/1.1\r\nHost: {host}\r\n{header}Content-Length: {length}\r\n\r\n{body}"
        ))
    }

    /// Sends bytes that are no text.
    pub fn ask_bytes(&self, method: &str, target: &str, body: &[u8]) -> String {
        let (host, length) = (self.host(), body.len());
        let head = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n\r\n");
        self.send([head.as_bytes(), body].concat())
    }

    /// Gets something inside.
    pub fn get(&self, inside: &str) -> String {
        self.ask("GET", &format!("{}{inside}", self.path), None, "")
    }

    /// Asks as the page does.
    pub fn post(&self, question: &str) -> String {
        let origin = format!("http://{}", self.host());
        self.ask("POST", &format!("{}ask", self.path), Some(("Origin", &origin)), question)
    }

    /// Presses Ctrl-C; gives the exit code.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The status of a reply; 0 if there is none.
pub fn status(reply: &str) -> u16 {
    reply.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

/// A header of a reply.
pub fn head<'a>(reply: &'a str, name: &str) -> Option<&'a str> {
    let lines = reply.split("\r\n\r\n").next()?.lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}
