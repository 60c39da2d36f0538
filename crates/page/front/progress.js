// The learner's progress: a program that serves the page has it in a file, otherwise the browser keeps it.

import { Refused, ask } from "./answers.js";
import { addDialog, closeDialog, openDialog } from "./dialogs.js";
import { button, el } from "./dom.js";
import { attempt, go, onStep, say, state } from "./state.js";
import { keep, kept } from "./storage.js";

const STORED = "gostep-progress";
/** When all of it was forgotten, for other windows. */
const FORGOTTEN = "gostep-progress-forgotten";
/** A longer file is no progress file; so much of it is enough to say so. */
const MOST_BYTES = (4 << 20) + 1;

/** @type {import("./replies").Kept | undefined} */
let known;

/** The time in seconds since 1970. */
export function now() {
  return Math.floor(Date.now() / 1000);
}

/** The time, for what counts: what a class is shown does not. */
export function timeIfCounted() {
  return document.body.classList.contains("presenting") ? undefined : now();
}

/** A number for the order of options; 0 would be the author's order. */
export function randomSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0] || 1;
}

/**
 * What is known by now, kept where nobody else does.
 * @param {string | null} stored what the browser has, perhaps from another window
 * @param {number} [seed] for a learner who has none
 */
async function takeKept(stored, seed) {
  const { lang } = state.place;
  try {
    known = await ask({ ask: "kept", lang, add: stored ?? undefined, seed });
  } catch (problem) {
    if (!(problem instanceof Refused) || stored === null) {
      throw problem;
    }
    keep(`${STORED}-aside`, stored);
    say(state.course.words.put_aside, true);
    known = await ask({ ask: "kept", lang, seed });
  }
  keepKnown();
}

function keepKnown() {
  if (known?.file === null) {
    keep(STORED, known.text);
  }
  sayProblem();
}

function sayProblem() {
  const [problem] = known?.problems ?? [];
  if (problem) {
    say(problem, true);
  }
}

/** Begins with what is kept. */
export async function startProgress() {
  known = await ask({ ask: "kept", lang: state.place.lang });
  sayProblem();
  if (known?.file === null) {
    await takeKept(kept(STORED), randomSeed());
  }
  state.place.seed = known?.seed;
  addEventListener("storage", ({ key }) => {
    if (key === FORGOTTEN) {
      attempt(() => ask({ ask: "forget", lang: state.place.lang }));
    }
  });
}

/** Keeps what has just happened. */
export function keepProgress() {
  return takeKept(known?.file === null ? kept(STORED) : null);
}

/** The order of options that this learner has. */
export function ownSeed() {
  return known?.seed;
}

/** Where the learner left; nothing if all is new, or done. */
export async function nextPlace() {
  const { next } = await ask({ ask: "progress", lang: state.place.lang, time: now() });
  return next?.begun ? { lesson: next.lesson, step: next.step } : undefined;
}

onStep((step, isNew) => {
  const time = timeIfCounted();
  if (isNew && time !== undefined) {
    const place = { ...state.place, step: step.step };
    attempt(async () => {
      await ask({ ask: "reached", place, time });
      await keepProgress();
    });
  }
});

function saveFile() {
  const file = URL.createObjectURL(new Blob([known?.text ?? ""], { type: "application/json" }));
  el("a", { href: file, download: "gostep-progress.json" }).click();
  setTimeout(() => URL.revokeObjectURL(file), 60000);
}

/** @param {string | undefined} text text of a progress file */
async function addText(text) {
  if (text !== undefined) {
    known = await ask({ ask: "kept", lang: state.place.lang, add: text });
    keepKnown();
    await openDialog("progress");
    say(state.course.words.was_read);
  }
}

async function forgetAll() {
  known = await ask({ ask: "forget", lang: state.place.lang });
  keepKnown();
  // Other windows forget it as well.
  keep(FORGOTTEN, String(Date.now()));
  await openDialog("progress");
}

addDialog({
  name: "progress",
  key: "m",
  title: () => state.course.words.progress,
  draw: async (body) => {
    const { words } = state.course;
    /** @type {import("./replies").Progress} */
    const { html, next } = await ask({ ask: "progress", lang: state.place.lang, time: now() });
    const leave = (/** @type {Partial<import("./replies").Place>} */ place) => {
      closeDialog();
      return go({ ...place, events: undefined, workers: undefined });
    };
    const table = el("div");
    table.innerHTML = html;
    for (const lesson of table.querySelectorAll("button")) {
      lesson.addEventListener("click", () => leave({ lesson: lesson.dataset.lesson, step: Number(lesson.dataset.step) }));
    }
    const file = el("input", { type: "file", accept: ".json,application/json", class: "unseen", id: "progress-file" });
    file.addEventListener("change", () => attempt(async () => {
      const chosen = file.files?.[0];
      const text = await chosen?.slice(0, MOST_BYTES).text();
      // So that the same file can be chosen again.
      file.value = "";
      await addText(text);
    }));
    const sure = button(words.forget_sure, words.forget_sure, () => attempt(forgetAll), { class: "sure", hidden: true });
    const forget = button(words.forget, words.forget, () => {
      [forget.hidden, sure.hidden] = [true, false];
      sure.focus();
    }, { class: "forget" });
    const title = `${words.go_on}${next?.title}`;
    const goOn = next ? [button(title, title, () => leave({ lesson: next.lesson, step: next.step }), { class: "strong" })] : [];
    body.append(table, ...(known?.file === null ? [el("p", { class: "dim" }, words.kept_here)] : []),
      el("p", { class: "row" }, ...goOn, button(words.save, words.save, saveFile, { class: "save" }), file, el("label", { class: "button", for: "progress-file" }, words.read), forget, sure));
  },
});
