// What the browser keeps: choices, and progress that no file has.

import { say, state } from "./state.js";

let refused = false;

/**
 * @param {string} name
 * @returns {string | null}
 */
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Keeps a text; `null` is no text. Says it once if the browser keeps nothing.
 * @param {string} name
 * @param {string | null} text
 */
export function keep(name, text) {
  try {
    if (text === null) {
      localStorage.removeItem(name);
    } else {
      localStorage.setItem(name, text);
    }
  } catch {
    if (!refused && state.course) {
      refused = true;
      say(state.course.words.no_storage);
    }
  }
}
