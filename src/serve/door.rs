//! Who is let in, and to what.
//!
//! The listening socket is bound to 127.0.0.1, so only this machine connects; what remains are pages of other sites in
//! the browser of this machine, and other users of it. The token keeps out those who do not know it. The Host header
//! keeps out names that somebody else makes point to this machine, and the Origin header other pages.

use hyper::http::request::Parts;
use hyper::{StatusCode, header};
use subtle::ConstantTimeEq;

/// The address: which port, and the token that stands in the path.
#[derive(Clone, Debug)]
pub struct Door {
    port: u16,
    token: String,
}

/// What is asked for.
#[derive(Debug, PartialEq)]
pub enum Route {
    Page,
    /// The address without the slash at its end.
    WithoutSlash,
    Ask,
    /// What has changed since this version.
    Changes(Option<u64>),
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// It does not come from the page, or not to this server.
    Foreign,
    /// There is nothing at this address.
    NotHere,
    /// It is asked for by other methods: these.
    OtherWay(&'static str),
}

impl Refusal {
    /// What HTTP calls it.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::NotHere => StatusCode::NOT_FOUND,
            Self::OtherWay(_) => StatusCode::METHOD_NOT_ALLOWED,
        }
    }
}

impl Door {
    /// A door with a token that nobody can guess.
    ///
    /// # Errors
    /// If the operating system has no random numbers.
    pub fn new(port: u16) -> std::io::Result<Self> {
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(std::io::Error::other)?;
        Ok(Self { port, token: format!("{:032x}", u128::from_ne_bytes(random)) })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.token)
    }

    /// The path of the page.
    pub fn path(&self) -> String {
        format!("/{}/", self.token)
    }

    /// What a request asks for, or why it is refused.
    pub fn route(&self, request: &Parts) -> Result<Route, Refusal> {
        if !self.is_own(request) {
            return Err(Refusal::Foreign);
        }
        let path = request.uri.path().strip_prefix('/').ok_or(Refusal::NotHere)?;
        let (token, inside) = path.split_at(path.find('/').unwrap_or(path.len()));
        if !bool::from(token.as_bytes().ct_eq(self.token.as_bytes())) {
            return Err(Refusal::NotHere);
        }
        let (route, allowed): (Route, &'static str) = match inside {
            "" => (Route::WithoutSlash, "GET, HEAD"),
            "/" => (Route::Page, "GET, HEAD"),
            "/ask" => (Route::Ask, "POST"),
            "/changes" => (Route::Changes(since(request.uri.query())), "GET"),
            _ => return Err(Refusal::NotHere),
        };
        if !allowed.split(", ").any(|method| request.method == method) {
            return Err(Refusal::OtherWay(allowed));
        }
        Ok(route)
    }

    /// Whether the request names this server as its host, exactly once, and comes from no other page.
    fn is_own(&self, request: &Parts) -> bool {
        let mut hosts = request.headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
        let Ok(host) = host.to_str() else { return false };
        let is_named = ["127.0.0.1", "localhost"].iter().any(|name| {
            // A browser leaves out the port of the protocol.
            host == format!("{name}:{}", self.port) || self.port == 80 && host == *name
        });
        let same_target = request.uri.authority().is_none_or(|target| target == host);
        let own_page = format!("http://{host}");
        let mut origins = request.headers.get_all(header::ORIGIN).iter();
        is_named && same_target && origins.all(|origin| origin == own_page.as_str())
    }
}

/// The number in `since=NUMBER`.
fn since(query: Option<&str>) -> Option<u64> {
    query?.split('&').find_map(|pair| pair.strip_prefix("since=")?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::Request;

    fn door() -> Door {
        Door { port: 8080, token: "abc".to_owned() }
    }

    fn ask(method: &str, target: &str, headers: &[(&str, &str)]) -> Result<Route, Refusal> {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        door().route(&request.body(()).unwrap().into_parts().0)
    }

    const HOST: (&str, &str) = ("host", "127.0.0.1:8080");

    #[test]
    fn what_is_there_is_found_and_nothing_else() {
        assert_eq!(ask("GET", "/abc/", &[HOST]), Ok(Route::Page));
        assert_eq!(ask("HEAD", "/abc/?x", &[HOST]), Ok(Route::Page));
        assert_eq!(ask("GET", "/abc", &[HOST]), Ok(Route::WithoutSlash));
        assert_eq!(ask("POST", "/abc/ask", &[HOST]), Ok(Route::Ask));
        assert_eq!(ask("GET", "/abc/changes", &[HOST]), Ok(Route::Changes(None)));
        assert_eq!(ask("GET", "/abc/changes?since=7", &[HOST]), Ok(Route::Changes(Some(7))));
        for target in [
            "/",
            "/abcd/",
            "/abd/",
            "/ab",
            "//abc/",
            "/abc/../abc/",
            "/abc/..%2f",
            "/abc/%2e%2e/etc/passwd",
            "/ABC/",
            "/abc//",
            "/abc/ask/",
            "*",
            "/abc/Cargo.toml",
            "/%61bc/",
        ] {
            assert_eq!(ask("GET", target, &[HOST]), Err(Refusal::NotHere), "{target}");
        }
    }

    #[test]
    fn every_path_has_its_methods() {
        for (method, target) in [
            ("POST", "/abc/"),
            ("PUT", "/abc/"),
            ("DELETE", "/abc/ask"),
            ("GET", "/abc/ask"),
            ("OPTIONS", "/abc/ask"),
            ("POST", "/abc/changes"),
            ("TRACE", "/abc/"),
            ("BREW", "/abc"),
        ] {
            let asked = ask(method, target, &[HOST]);
            assert!(matches!(asked, Err(Refusal::OtherWay(_))), "{method} {target}: {asked:?}");
        }
    }

    #[test]
    fn a_foreign_host_or_origin_is_refused_before_anything_else() {
        let own = ("origin", "http://127.0.0.1:8080");
        assert_eq!(ask("POST", "/abc/ask", &[HOST, own]), Ok(Route::Ask));
        let (named, own_name) = (("host", "localhost:8080"), ("origin", "http://localhost:8080"));
        assert_eq!(ask("POST", "/abc/ask", &[named, own_name]), Ok(Route::Ask));
        assert_eq!(ask("GET", "http://localhost:8080/abc/", &[named]), Ok(Route::Page));
        let foreign = |target: &str, headers: &[(&str, &str)]| {
            assert_eq!(ask("POST", target, headers), Err(Refusal::Foreign), "{target} {headers:?}");
        };
        foreign("/abc/ask", &[]);
        foreign("/wrong/", &[("host", "example.org")]);
        for host in ["example.org:8080", "127.0.0.1", "127.0.0.1:8081", "127.0.0.1.example.org:8080", "[::1]:8080", ""]
        {
            foreign("/abc/ask", &[("host", host)]);
        }
        foreign("/abc/ask", &[HOST, ("host", "example.org")]);
        foreign("http://example.org/abc/ask", &[HOST]);
        for origin in ["null", "http://example.org", "http://localhost:8080", "https://127.0.0.1:8080", ""] {
            foreign("/abc/ask", &[HOST, ("origin", origin)]);
        }
        foreign("/abc/ask", &[HOST, own, ("origin", "null")]);
    }

    #[test]
    fn no_two_tokens_are_equal() {
        let (one, other) = (Door::new(1).unwrap(), Door::new(1).unwrap());
        assert_ne!(one.token, other.token);
        assert_eq!(one.token.len(), 32);
    }
}
