//! The page as a WebAssembly module: what JavaScript calls to ask a [`Session`].
//!
//! ```text
//! input(n) ─► where to write n bytes        open() or ask()        output() ─► where the reply is, length() ─► its bytes
//! ```
//!
//! All texts are UTF-8. They lie in the memory that JavaScript shares with the module, and no pointer is followed here:
//! all that needs the word `unsafe` is that names are exported. The module imports nothing:
//!
//! ```js
//! function say(what, text) {                        // `what` is "open" or "ask"
//!   const bytes = new TextEncoder().encode(text);
//!   const at = wasm.input(bytes.length);            // before the buffer is looked at: the memory may have grown
//!   new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
//!   wasm[what]();
//!   return new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.output(), wasm.length()));
//! }
//! ```
//!
//! A panic is a `WebAssembly.RuntimeError` in JavaScript. A reply that tells of it (`{"error": …}`) is then in place of
//! the one that was wanted. The instance is of no more use, but a new one can be opened at once, and asked whatever does
//! not lead there.

#![allow(unsafe_code, reason = "`no_mangle`: the name could be that of something else. None of these is.")]

use std::cell::RefCell;

use gostep_page::{PageError, Session};
use serde_json::json;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = RefCell::default();
    static SESSION: RefCell<Session> = RefCell::default();
    static OUTPUT: RefCell<String> = RefCell::default();
}

/// Makes room for a text of so many bytes, and says where. What was there is gone.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

/// Begins anew, with the shelf that was written as JSON. The reply is empty, or a sentence: what is wrong with it.
#[unsafe(no_mangle)]
pub extern "C" fn open() {
    std::panic::set_hook(Box::new(|panic| {
        OUTPUT.set(json!({ "error": PageError::new(panic) }).to_string());
    }));
    OUTPUT.set(match serde_json::from_slice(&INPUT.take()) {
        Ok(shelf) => {
            SESSION.set(Session::new(shelf));
            String::new()
        }
        Err(error) => error.to_string(),
    });
}

/// Answers the request that was written as JSON. The reply is JSON, too.
#[unsafe(no_mangle)]
pub extern "C" fn ask() {
    let request = INPUT.take();
    OUTPUT.set(SESSION.with_borrow_mut(|session| session.reply(&String::from_utf8_lossy(&request))));
}

/// Where the last reply is.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    OUTPUT.with_borrow(String::len)
}
