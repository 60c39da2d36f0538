// What the browser keeps: choices, and where the reader left.

import { lesson, onStep, say, state } from "./state.js";

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
 * Keeps a text. Says it once if the browser keeps nothing.
 * @param {string} name
 * @param {string} text
 */
export function keep(name, text) {
  try {
    localStorage.setItem(name, text);
  } catch {
    if (!refused && state.course) {
      refused = true;
      say(state.course.words.no_storage);
    }
  }
}

onStep((step, isNew) => {
  const played = lesson();
  if (isNew && played) {
    keep("gostep-place", `${encodeURIComponent(played.name)}/${encodeURIComponent(step.id)}`);
  }
});
