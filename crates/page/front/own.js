// A text of the reader's own: typed, pasted, chosen or dropped; what it is, and its build or lesson beside it.

import { ask } from "./answers.js";
import { around, button, el } from "./dom.js";
import { closePage } from "./pages.js";
import { attempt, go, onStep, say, state } from "./state.js";
import { keep, kept } from "./storage.js";
import { takeLanguage } from "./theme.js";

/** @typedef {{ name?: string, text?: string, bytes?: string, size?: number }} BroughtText */

/** The address of this part of the page; no lesson has it, since each has a name. */
export const OWN = "#/own";
const TYPED = "gostep-own";
/** So much of a typed text is kept by the browser. */
const MOST_KEPT = 200000;
/** How long a reader has stopped typing, in milliseconds. */
const PAUSE = 400;

const own = {
  /** What is looked at. @type {BroughtText[]} */
  texts: [],
  /** The name of the file that is typed on. @type {string | undefined} */
  name: undefined,
  /** What is played beside it. @type {string | undefined} */
  lesson: undefined,
  lang: "",
  asked: 0,
  /** Ends when what is told is shown, with what is played beside it. */
  shown: Promise.resolve(),
  /** @type {number | undefined} */
  pause: undefined,
};

const field = el("textarea", { id: "own-text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", rows: 8 });
const file = el("input", { type: "file", multiple: true, class: "unseen", id: "own-file" });
const files = el("p", { class: "files-brought dim", role: "status" });
const found = el("div", { id: "found", class: "inside", role: "region", "aria-live": "polite", tabindex: "0", onclick: goToProblem });

/** The pane of the text, and of what is said to it. */
export function ownPane() {
  const { words } = state.course;
  const served = document.body.dataset.answers === "server";
  field.setAttribute("aria-label", words.own_text);
  field.placeholder = words.own_text;
  file.setAttribute("aria-label", words.own_file);
  found.setAttribute("aria-label", words.own_found);
  const bar = el("div", { class: "pane-head" }, el("h2", {}, words.own), file, el("label", { class: "choose", for: "own-file" }, words.own_file),
    button("✕", words.own_leave, leaveOwn, { class: "leave" }));
  const side = el("div", { class: "own-side" }, el("p", { class: "dim where-to" }, served ? words.own_served : words.own_here), files, field);
  if (isOpen() && own.lang !== state.place.lang) {
    tellOf(own.texts);
  }
  return el("section", { id: "own", class: "pane", "aria-label": words.own }, bar, el("div", { class: "own-sides" }, side, found));
}

/** Whether the text is what the reader has before them. */
export function isOpen() {
  return document.body.dataset.own !== undefined;
}

/** Opens it. @param {boolean} [isThere] whether the address is already this one */
export function openOwn(isThere = false) {
  if (!isOpen() && !isThere) {
    history.pushState(null, "", OWN);
  }
  document.body.dataset.own = own.lesson && own.lesson === state.place.lesson ? "plays" : "told";
  document.title = `${state.course.words.own} · gostep`;
  if (own.texts.length === 0) {
    field.value = kept(TYPED) ?? "";
    own.texts = [{ text: field.value }];
    tellOf(own.texts);
  }
  field.focus();
}

/** Back to the lessons; what is played stays. */
export function leaveOwn() {
  delete document.body.dataset.own;
  return go({}, true);
}

field.addEventListener("input", () => {
  clearTimeout(own.pause);
  // What is told is about an earlier text.
  found.setAttribute("aria-busy", "true");
  own.pause = setTimeout(() => {
    if (field.value === "") {
      own.name = undefined;
    }
    keep(TYPED, field.value.length > 0 && field.value.length <= MOST_KEPT ? field.value : null);
    const large = field.value.length > state.course.most_bytes;
    tellOf([large ? { name: own.name, size: field.value.length } : { name: own.name, text: field.value }]);
  }, PAUSE);
});

file.addEventListener("change", () => {
  const chosen = [...file.files ?? []];
  // So that the same file can be chosen again.
  file.value = "";
  bring(chosen);
});

/**
 * Takes in files.
 * @param {File[]} chosen
 */
function bring(chosen) {
  if (chosen.length === 0) {
    return Promise.resolve();
  }
  return attempt(async () => {
    const large = chosen.reduce((sum, { size }) => sum + size, 0) > state.course.most_bytes;
    const texts = await Promise.all(chosen.map(async (one) => (large ? { name: one.name, size: one.size } : { name: one.name, bytes: await inBase64(one) })));
    files.textContent = chosen.map(({ name, size }) => `${name} (${Math.ceil(size / 1000)} kB)`).join(", ");
    const reply = await tellOf(texts);
    own.name = reply?.text ? chosen.at(-1)?.name : undefined;
    field.value = reply?.text ?? "";
  });
}

/**
 * @param {File} one
 * @returns {Promise<string>}
 */
function inBase64(one) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(one);
  });
}

/**
 * Asks what texts are, and plays what can be played of them.
 * @param {BroughtText[]} texts
 * @returns {Promise<import("./replies").Own | undefined>}
 */
async function tellOf(texts) {
  const now = ++own.asked;
  own.texts = texts;
  own.lang = state.place.lang;
  if (texts.every(({ text }) => text !== undefined)) {
    files.textContent = own.name ?? "";
  }
  found.setAttribute("aria-busy", "true");
  /** @type {import("./replies").Own | undefined} */
  let reply;
  // A simulation in the page holds it up for a large text; that something is done has to be seen before.
  await new Promise((done) => { setTimeout(done, 30); });
  await attempt(async () => {
    const told = await ask({ ask: "own", texts, lang: own.lang, seed: state.place.seed });
    if (now === own.asked) {
      reply = told;
      // A lesson that is on its way is shown first, or it would come beside what is told of another text.
      const shown = own.shown.then(() => show(told));
      own.shown = shown.catch(() => {});
      await shown;
    }
  });
  found.removeAttribute("aria-busy");
  return reply;
}

/** @param {import("./replies").Own} reply */
async function show({ heading, good, html, lesson, keeps }) {
  const said = el("div");
  said.innerHTML = html;
  const sign = good === null ? "" : good ? "✓ " : "✗ ";
  found.replaceChildren(...(heading ? [el("h3", {}, sign + heading)] : []), said);
  found.dataset.good = String(good);
  if (lesson) {
    said.before(el("p", {}, el("button", { type: "button", class: "strong play", onclick: leaveOwn }, state.course.words.own_play)));
    const { scrollTop } = document.getElementById("explanation") ?? { scrollTop: 0 };
    const same = own.lesson === lesson && state.place.lesson === lesson;
    own.lesson = lesson;
    await takeLanguage(own.lang);
    dispatchEvent(new CustomEvent("shelf"));
    await go({ lesson, step: same ? state.place.step : 0, events: undefined, workers: undefined }, true);
    document.getElementById("explanation")?.scrollTo(0, same ? scrollTop : 0);
  } else if (!keeps) {
    own.lesson = undefined;
  }
  if (isOpen()) {
    document.body.dataset.own = own.lesson ? "plays" : "told";
  }
}

/** To the place of a problem in the text. @param {MouseEvent} event */
function goToProblem(event) {
  const place = around(event, "[data-line]");
  if (!place || field.value === "") {
    return;
  }
  const before = field.value.split("\n").slice(0, Number(place.dataset.line) - 1);
  // Columns count characters, and some characters are two for a browser.
  const line = [...field.value.split("\n")[before.length] ?? ""];
  const at = before.reduce((sum, { length }) => sum + length + 1, 0) + line.slice(0, Number(place.dataset.column) - 1).join("").length;
  field.focus();
  field.setSelectionRange(at, at);
  field.scrollTop = Math.max(before.length - 3, 0) * (field.scrollHeight / field.value.split("\n").length);
}

/**
 * Files can be dropped anywhere on the page.
 * @param {string} hash the address with which the page was opened
 */
export function startOwn(hash) {
  const hasFiles = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => { if (hasFiles(event)) { event.preventDefault(); } });
  document.addEventListener("drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      const dropped = [...event.dataTransfer?.files ?? []];
      closePage();
      openOwn();
      bring(dropped);
    }
  });
  if (hash === OWN) {
    openOwn();
  }
}

onStep((step, isNew) => {
  if (isOpen() && state.place.lesson !== own.lesson) {
    delete document.body.dataset.own;
  } else if (isNew && isOpen()) {
    say("");
  }
});
