// The address: `#LESSON/STEP`, where a step is named by its id or its number, `#term/ID`, `#PAGE`, and that of a text of one's
// own.

import { openTerm } from "./glossary.js";
import { OWN, isOpen, leaveOwn, openOwn } from "./own.js";
import { closePage, openPage, openedPage, pages } from "./pages.js";
import { go, lesson, onStep, state, stepAddress } from "./state.js";

/**
 * Where an address leads.
 * @param {string} hash
 * @returns {{ lesson: string, step: number } | undefined}
 */
export function placeOf(hash) {
  const [name, step = ""] = decoded(hash).split("/");
  const named = state.course.lessons.find((lesson) => lesson.name === name);
  if (!named) {
    return undefined;
  }
  const byId = named.steps.findIndex(({ id }) => id === step);
  const byNumber = /^\d+$/.test(step) ? Number(step) - 1 : 0;
  const last = Math.max(named.steps.length - 1, 0);
  return { lesson: named.name, step: Math.min(Math.max(byId < 0 ? byNumber : byId, 0), last) };
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash.replace(/^#/, ""));
  } catch {
    return "";
  }
}

/** The page that an address names. */
function pageAt() {
  return pages.find(({ name }) => name === decoded(location.hash));
}

/** Follows the address, now and when it changes. */
export function startAddress() {
  const named = pageAt();
  if (named) {
    openPage(named.name, false);
  }
  addEventListener("popstate", () => {
    const page = pageAt();
    if (page) {
      openPage(page.name, false);
      return;
    }
    const term = decoded(location.hash).match(/^term\/(.+)$/);
    const place = placeOf(location.hash);
    if (term?.[1]) {
      openTerm(term[1]);
      return;
    }
    closePage(false);
    if (location.hash === OWN) {
      openOwn(true);
    } else if (place && (place.lesson !== state.place.lesson || place.step !== state.place.step)) {
      go({ ...place, events: undefined, workers: place.lesson === state.place.lesson ? state.place.workers : undefined });
    } else if (place && isOpen()) {
      leaveOwn();
    } else if (!place) {
      history.replaceState(null, "", stepAddress());
    }
  });
}

onStep((_, isNew) => {
  const hash = stepAddress();
  if (isNew && lesson() && hash !== location.hash && !isOpen() && !openedPage()) {
    history[placeOf(location.hash) || location.hash === OWN ? "pushState" : "replaceState"](null, "", hash);
  }
});
