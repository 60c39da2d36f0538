//! Replies to requests.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};

/// What is sent back.
pub type Reply = Response<Full<Bytes>>;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
/// What is no page may load nothing.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// The page, and what it may load.
pub fn page(html: Bytes, policy: HeaderValue) -> Reply {
    with(StatusCode::OK, HTML, policy, html)
}

/// Data.
pub fn json(text: String) -> Reply {
    with(StatusCode::OK, JSON, NOTHING, text)
}

/// A sentence that says why there is nothing else.
pub fn refusal(status: StatusCode, sentence: &str) -> Reply {
    with(status, TEXT, NOTHING, format!("{sentence}\n"))
}

/// Another address.
pub fn moved(target: HeaderValue) -> Reply {
    let mut reply = with(StatusCode::PERMANENT_REDIRECT, TEXT, NOTHING, Bytes::new());
    reply.headers_mut().insert(header::LOCATION, target);
    reply
}

fn with(status: StatusCode, kind: HeaderValue, policy: HeaderValue, body: impl Into<Bytes>) -> Reply {
    let mut reply = Response::new(Full::new(body.into()));
    *reply.status_mut() = status;
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    reply
}
