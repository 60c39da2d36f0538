// Keys and swipes.

import { addDialog, closeDialog, dialogs, openDialog } from "./dialogs.js";
import { around, el } from "./dom.js";
import { inspect } from "./inspectors.js";
import { focusSearch, match } from "./log.js";
import { isOpen, leaveOwn, openOwn } from "./own.js";
import { closePage, openPage, openedPage, pages } from "./pages.js";
import { togglePresent } from "./present.js";
import { pickLetter, submitAnswer } from "./question.js";
import { go, goSteps, state } from "./state.js";
import { addWorkers, goCommand, goHome, goPackage } from "./travel.js";

/** @type {Record<string, () => unknown>} */
const KEYS = {
  ArrowRight: () => goSteps(1),
  PageDown: () => goSteps(1),
  " ": () => goSteps(1),
  ArrowLeft: () => goSteps(-1),
  PageUp: () => goSteps(-1),
  Home: () => go({ step: 0, events: undefined }),
  End: () => goSteps(state.step.steps),
  "]": () => goCommand(false),
  "[": () => goCommand(true),
  "}": () => goPackage(false),
  "{": () => goPackage(true),
  0: goHome,
  1: () => inspect(0),
  2: () => inspect(1),
  3: () => inspect(2),
  4: () => inspect(3),
  5: () => inspect(4),
  "+": () => addWorkers(1),
  "-": () => addWorkers(-1),
  "/": focusSearch,
  n: () => match(1),
  N: () => match(-1),
  p: togglePresent,
  o: () => openOwn(),
};

/** Whether a key already means something where the cursor is. @param {KeyboardEvent} event */
function isTaken(event) {
  const { key } = event;
  if (around(event, "textarea, select, input:not([type=radio], [type=checkbox], [type=range])")) {
    return true;
  }
  if (around(event, "button, summary, a[href], input[type=checkbox]") && [" ", "Enter"].includes(key)) {
    return true;
  }
  return around(event, "input[type=radio], input[type=range]") !== null && [" ", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"].includes(key);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key } = event;
  if (key === "Escape" && around(event, "#own textarea") && !event.isComposing) {
    leaveOwn();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]") || isTaken(event)) {
    return;
  }
  const dialog = dialogs.find((dialog) => dialog.key === key);
  const page = pages.find((page) => page.key === key);
  if (openedPage() && !dialog) {
    // Beside the lessons, no key goes through them.
    if (key === "Escape") {
      closePage();
    }
  } else if (document.body.dataset.own === "told" && !dialog && !page && key !== "Escape") {
    // Without a lesson beside the text there are no steps to go.
  } else if (!openedPage() && pickLetter(key)) {
    event.preventDefault();
  } else if (key === "Enter" && state.step.form && state.step.form !== "build" && !around(event, "form")) {
    event.preventDefault();
    submitAnswer();
  } else if (key === "Escape" && document.body.classList.contains("presenting")) {
    togglePresent();
  } else if (key === "Escape" && isOpen()) {
    leaveOwn();
  } else if (dialog) {
    event.preventDefault();
    openDialog(dialog.name);
  } else if (page) {
    event.preventDefault();
    openPage(page.name);
  } else if (Object.hasOwn(KEYS, key)) {
    event.preventDefault();
    KEYS[key]?.();
  }
}

/** Listens to keys, and to swipes over the page. */
export function startKeys() {
  document.addEventListener("keydown", press);
  /** @type {Touch | undefined} */
  let begun;
  document.addEventListener("touchstart", (event) => {
    const scrolls = around(event, "pre, .scroll, .rows, .tabs, input, dialog");
    begun = event.touches.length === 1 && !scrolls && !openedPage() ? event.touches[0] : undefined;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const ended = event.changedTouches[0];
    if (begun && ended) {
      const [x, y] = [ended.clientX - begun.clientX, ended.clientY - begun.clientY];
      if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) {
        goSteps(x < 0 ? 1 : -1);
      }
    }
    begun = undefined;
  }, { passive: true });
  document.addEventListener("click", (event) => { if (around(event, "dialog a[href^='#']")) { closeDialog(); } });
}

addDialog({
  name: "keys",
  key: "?",
  title: () => state.course.words.keys,
  draw: (body) => {
    const rows = state.course.words.key_list.map(([keys, does]) => {
      const names = keys.split(" ").flatMap((key) => [el("kbd", {}, key), " "]);
      return el("tr", {}, el("th", { scope: "row" }, ...names), el("td", {}, does));
    });
    body.append(el("table", {}, el("tbody", {}, ...rows)));
  },
});
