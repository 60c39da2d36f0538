// What-ifs: change something in a program that was built, say what you expect, and see what the next build does.

import { Refused, ask } from "./answers.js";
import { armForm, askedOfBench, bench, programField, toggleSecondArm } from "./bench.js";
import { button, el } from "./dom.js";
import { addPage, closePage } from "./pages.js";
import { attempt, say, state } from "./state.js";

/** How many commands of a transcript are on the page at first. */
const FIRST_COMMANDS = 200;

const benchForm = el("form", { class: "bench", onsubmit: (/** @type {Event} */ event) => {
  event.preventDefault();
  tried.most = FIRST_COMMANDS;
  tryOut(true);
} });
const benchOutcome = el("section", { class: "outcome" });

const tried = {
  /** What was asked last. @type {Record<string, unknown> | null} */
  request: null,
  most: FIRST_COMMANDS,
  /** Which parts of the outcome the reader has opened or closed. @type {Record<string, boolean>} */
  open: {},
  asked: 0,
  /** The room that pictures had. @type {number | undefined} */
  width: undefined,
};

/** @param {number} at */
const titleOf = (at) => `${bench.choices.words.arm} ${"AB"[at]}`;

/** @param {HTMLElement} body */
async function drawBench(body) {
  const title = el("h1", {}, state.course.words.what_if);
  body.append(title);
  await attempt(async () => {
    bench.choices = await ask({ ask: "what_if_choices", lang: state.place.lang });
    const { words } = bench.choices;
    body.append(button(`← ${words.leave}`, `← ${words.leave}`, () => closePage()), el("p", {}, words.intro), benchForm, benchOutcome);
    drawForm();
    await redrawOutcome();
  });
}

function drawForm() {
  const { words } = bench.choices;
  const isTwo = bench.arms.length > 1;
  const second = button(isTwo ? words.remove_arm : words.add_arm, isTwo ? words.remove_arm : words.add_arm, () => {
    toggleSecondArm();
    drawForm();
    /** @type {HTMLElement | null} */ (benchForm.querySelector(isTwo ? ".second" : ".arm:last-child select"))?.focus();
  }, { class: "second" });
  // The cursor stays where it was, or near it, if what it was at is gone.
  const fields = () => [...benchForm.querySelectorAll("select, input, button")];
  const before = fields().indexOf(/** @type {Element} */ (document.activeElement));
  benchForm.replaceChildren(programField(drawForm),
    el("div", { class: isTwo ? "arms two" : "arms" }, ...bench.arms.map((arm, at) => armForm(arm, titleOf(at), drawForm))),
    el("p", { class: "row" }, el("button", { type: "submit", class: "strong" }, words.run), second));
  const near = fields()[Math.min(before, fields().length - 1)];
  if (before >= 0 && near instanceof HTMLElement) {
    near.focus();
  }
}

/** The room of a picture in one of the columns. */
function columnWidth() {
  const column = benchOutcome.querySelector(".arm-outcome") ?? benchForm.querySelector(".arm");
  return column && column.clientWidth > 0 ? column.clientWidth - 32 : undefined;
}

/**
 * Builds, and shows what came of it.
 * @param {boolean} isNew whether the form was sent, so that the reader is led to the outcome
 */
async function tryOut(isNew) {
  const request = isNew ? askedOfBench() : tried.request;
  if (!request) {
    return;
  }
  tried.request = request;
  const now = ++tried.asked;
  benchForm.setAttribute("aria-busy", "true");
  try {
    drawArms(/** @type {any} */ (request).arms.length);
    tried.width = columnWidth();
    const reply = await ask({ ask: "what_if", lang: state.place.lang, ...request, width: tried.width, most: tried.most });
    if (now === tried.asked) {
      drawOutcome(reply);
    }
  } catch (problem) {
    benchOutcome.replaceChildren();
    await attempt(() => Promise.reject(problem), problem instanceof Refused);
  } finally {
    benchForm.removeAttribute("aria-busy");
  }
  if (isNew && now === tried.asked) {
    benchOutcome.scrollIntoView({ block: "start" });
    benchOutcome.querySelector("h2")?.focus({ preventScroll: true });
  }
}

/** Shows the last outcome in the language and the width of now. */
async function redrawOutcome() {
  if (tried.request) {
    await tryOut(false);
  }
}

/**
 * Columns to measure, if there are none of this number yet.
 * @param {number} count
 */
function drawArms(count) {
  if (benchOutcome.querySelectorAll(".arm-outcome").length !== count) {
    benchOutcome.replaceChildren(el("div", { class: count > 1 ? "arms two" : "arms" }, ...Array.from({ length: count }, () => el("section", { class: "arm-outcome" }))));
  }
}

/**
 * HTML of a reply in an element of its own.
 * @param {string} html
 * @param {Record<string, unknown>} [attributes]
 */
function repliedHtml(html, attributes = {}) {
  const made = el("div", attributes);
  made.innerHTML = html;
  return made;
}

/** @param {import("./replies").WhatIf} reply */
function drawOutcome(reply) {
  const { words } = bench.choices;
  const scrolled = [...benchOutcome.querySelectorAll(".rows")].map((rows) => rows.scrollTop);
  const isTwo = reply.arms.length > 1;
  benchOutcome.replaceChildren(
    ...(reply.differences ? [el("h2", { tabindex: "-1" }, words.differences), repliedHtml(reply.differences, { class: "differences" })] : []),
    el("div", { class: isTwo ? "arms two" : "arms" }, ...reply.arms.map((arm, at) => drawArm(arm, isTwo ? titleOf(at) : words.result))));
  benchOutcome.querySelectorAll(".rows").forEach((rows, at) => { rows.scrollTop = scrolled[at] ?? 0; });
}

/**
 * A part that the reader opens and closes.
 * @param {string} title
 * @param {boolean} isOpen whether it is open at first
 * @param {...(Node | string)} inside a text belongs to the title
 */
function foldedPart(title, isOpen, ...inside) {
  const more = inside.filter((part) => typeof part === "string");
  const made = el("details", { open: tried.open[title] ?? isOpen }, el("summary", {}, title, ...more), ...inside.filter((part) => typeof part !== "string"));
  made.addEventListener("toggle", () => { tried.open[title] = made.open; });
  return made;
}

/**
 * @param {import("./replies").WhatIfArm} arm
 * @param {string} title
 */
function drawArm(arm, title) {
  const { words } = bench.choices;
  const made = el("section", { class: "arm-outcome" }, el("h2", { tabindex: "-1" }, title));
  if (arm.error) {
    made.append(el("p", { class: "told wrong-answer", role: "alert" }, arm.error));
    return made;
  }
  if (arm.judged) {
    const { right, heading, html } = arm.judged;
    const kind = right === null ? "" : right ? "right-answer" : "wrong-answer";
    made.append(el("div", { class: `told ${kind}` }, el("strong", {}, heading), repliedHtml(html)));
  }
  const [shown, all] = arm.commands;
  const more = () => {
    tried.most *= 4;
    return tryOut(false);
  };
  const rows = repliedHtml(arm.transcript, { class: "rows", tabindex: "0", role: "region", "aria-label": `${words.transcript}, ${title}` });
  if (shown < all) {
    rows.append(el("button", { type: "button", class: "more", onclick: more }, `${state.course.words.more} (${all - shown})`));
  }
  made.append(repliedHtml(arm.report, { class: "report" }),
    ...(arm.lanes ? [foldedPart(words.workers, true, repliedHtml(arm.lanes, { class: "drawing", tabindex: "0" }))] : []),
    foldedPart(words.transcript ?? "", false, ` (${all})`, rows),
    foldedPart(words.command, true, el("pre", { tabindex: "0" }, el("code", {}, arm.command)),
      ...(arm.note ? [el("p", { class: "dim" }, arm.note)] : []),
      button(words.copy, words.copy, () => copyCommand(arm.command))));
  return made;
}

/** @param {string} command */
async function copyCommand(command) {
  const { words } = bench.choices;
  try {
    await navigator.clipboard.writeText(command);
    say(words.copied);
  } catch {
    say(words.not_copied);
  }
}

/** @type {number | undefined} */
let outcomeLater;
addEventListener("resize", () => {
  clearTimeout(outcomeLater);
  outcomeLater = setTimeout(() => { if (benchOutcome.isConnected && columnWidth() !== tried.width) { redrawOutcome(); } }, 300);
});

addPage({ name: "what-if", key: "w", title: () => state.course.words.what_if, draw: drawBench });
