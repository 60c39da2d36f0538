// The question or the task of a step. Whether an answer is right, or a goal is reached, is for the simulation to say.

import { ask } from "./answers.js";
import { around, button, el } from "./dom.js";
import { lookedAt, onLook } from "./log.js";
import { keepProgress, timeIfCounted } from "./progress.js";
import { attempt, onStep, state } from "./state.js";

const question = {
  /** @type {HTMLFormElement | null} */
  form: null,
  /** Items in the order in which they were picked. @type {string[]} */
  order: [],
  hints: 0,
  /** Lines that were tried on the machine of a task. @type {string[]} */
  tried: [],
  /** Which of them stands in the field. */
  back: 0,
  /** The goal of the task is reached. */
  done: false,
  /** Which question it is, in whatever language. */
  name: "",
  /** Shows what may be read after the answer. */
  settle: () => {},
};

/** @type {((right: boolean) => unknown)[]} */
const listeners = [];

/**
 * Calls after each answer; to have it told is a wrong one.
 * @param {(right: boolean) => unknown} listener
 */
export function onAnswer(listener) {
  listeners.push(listener);
}

/** @param {boolean} right */
function answered(right) {
  listeners.forEach((listener) => listener(right));
  question.settle();
  return keepProgress();
}

const told = el("div", { class: "told", "aria-live": "polite" });

/**
 * The form of a step's question.
 * @param {import("./replies").Step} step
 * @param {() => void} settle shows what may be read after the answer
 */
export function questionForm(step, settle) {
  const { words } = state.course;
  const form = el("form", { class: "question", onsubmit: answer, onclick: pickItem });
  form.innerHTML = step.question;
  told.replaceChildren();
  told.className = "told";
  const row = el("p", { class: "row" });
  if (step.form !== "build") {
    row.append(el("button", { type: "submit", class: "strong" }, step.form === "machine" ? words.attempt : words.answer));
  }
  if (step.form === "machine") {
    row.append(button(words.undo, words.undo, () => bringBack(-1)));
    form.querySelector(".typed")?.addEventListener("keydown", pressInLine);
  }
  if (step.hints > 0) {
    row.append(button(words.hint, words.hint, hint, { class: "hint" }));
  }
  row.append(button(words.solution, words.solution, solution));
  form.append(row, told);
  const { lesson, seed } = state.place;
  const name = `${lesson}/${step.id}/${seed}`;
  // In another language it is the same question, so what was picked or typed stays.
  const same = question.name === name;
  const before = same ? given() : {};
  const tried = same ? question.tried : [];
  Object.assign(question, { form, order: before.order?.map(String) ?? [], hints: 0, name, settle, tried, back: tried.length, done: false });
  for (const option of before.options ?? []) {
    form.querySelector(`input[value="${option}"]`)?.setAttribute("checked", "");
  }
  form.querySelector(".typed")?.setAttribute("value", before.typed ?? "");
  drawOrder();
  return form;
}

/** @param {import("./replies").Told} reply */
function tell({ right, heading, html, goal }) {
  const conditions = question.form?.querySelector(".goal");
  if (conditions && goal) {
    conditions.innerHTML = goal;
  }
  const said = el("div");
  said.innerHTML = html;
  told.replaceChildren(el("strong", {}, heading), said);
  told.className = `told ${right === null ? "" : right ? "right-answer" : "wrong-answer"}`;
  told.scrollIntoView({ block: "nearest" });
}

/** @returns {{ options?: number[], order?: number[], typed?: string, stand?: { block: number | null } }} */
function given() {
  const fields = new FormData(question.form ?? undefined);
  switch (state.step.form) {
    case "build": return { stand: { block: lookedAt() } };
    case "machine":
    case "typed": return { typed: String(fields.get("typed") ?? "") };
    case "order": return { order: question.order.map(Number) };
    default: return { options: fields.getAll("option").map(Number) };
  }
}

/** @param {SubmitEvent} event */
function answer(event) {
  event.preventDefault();
  submitAnswer();
}

/** Answers with what is picked or typed. */
export function submitAnswer() {
  return attempt(async () => {
    const answer = given();
    const reply = await ask({ ask: "answer", place: state.place, given: answer, time: timeIfCounted() });
    tell(reply);
    if (state.step.form === "machine") {
      question.tried = [...question.tried.filter((line) => line !== answer.typed), answer.typed ?? ""];
      question.back = question.tried.length - 1;
    }
    if (reply.right !== null) {
      question.done = reply.right;
      await answered(reply.right);
    }
  });
}

/**
 * Brings back a line that was tried before, or goes on to a later one.
 * @param {-1 | 1} way
 */
function bringBack(way) {
  const field = question.form?.querySelector(".typed");
  if (field instanceof HTMLInputElement && question.tried.length > 0) {
    question.back = Math.min(Math.max(question.back + way, 0), question.tried.length);
    field.value = question.tried[question.back] ?? "";
    field.focus();
  }
}

/** @param {Event} event */
function pressInLine(event) {
  const way = event instanceof KeyboardEvent ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
  if (way) {
    event.preventDefault();
    bringBack(way < 0 ? -1 : 1);
  }
}

/** Looks whether the task is done where the reader stands now. */
function judgeStand() {
  if (state.step.form === "build" && question.form?.isConnected && !question.done) {
    submitAnswer();
  }
}

onLook(judgeStand);
onStep((_, isNew) => {
  if (!isNew) {
    judgeStand();
  }
});

function hint() {
  return attempt(async () => {
    tell(await ask({ ask: "hint", place: state.place, number: question.hints }));
    question.hints += 1;
    const button = question.form?.querySelector(".hint");
    if (question.hints >= state.step.hints && button instanceof HTMLButtonElement) {
      button.disabled = true;
    }
  });
}

function solution() {
  return attempt(async () => {
    tell(await ask({ ask: "solution", place: state.place, time: timeIfCounted() }));
    await answered(false);
  });
}

/** @param {Event} event */
function pickItem(event) {
  const item = around(event, "[data-item]");
  if (item?.dataset.item !== undefined) {
    const { item: picked } = item.dataset;
    const { order } = question;
    question.order = order.includes(picked) ? order.filter((other) => other !== picked) : [...order, picked];
    drawOrder();
  }
}

function drawOrder() {
  for (const item of question.form?.querySelectorAll("[data-item]") ?? []) {
    const place = question.order.indexOf(/** @type {HTMLElement} */ (item).dataset.item ?? "");
    const sign = item.querySelector(".place");
    if (sign) {
      sign.textContent = place < 0 ? "" : String(place + 1);
    }
    item.setAttribute("aria-pressed", String(place >= 0));
  }
}

/**
 * Picks an option by its letter.
 * @param {string} key
 * @returns {boolean} whether there is one
 */
export function pickLetter(key) {
  if (!question.form?.isConnected) {
    return false;
  }
  const letters = [...question.form.querySelectorAll(".letter")];
  const option = letters.find((letter) => letter.textContent?.trim().replace(/\W/g, "") === key)?.closest(".option");
  if (!(option instanceof HTMLElement)) {
    return false;
  }
  option.click();
  option.querySelector("input")?.focus();
  return true;
}
