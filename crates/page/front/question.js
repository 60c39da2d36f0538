// The question of a step. Whether an answer is right is for the simulation to say.

import { ask } from "./answers.js";
import { around, button, el } from "./dom.js";
import { keepProgress, timeIfCounted } from "./progress.js";
import { attempt, state } from "./state.js";

const question = {
  /** @type {HTMLFormElement | null} */
  form: null,
  /** Items in the order in which they were picked. @type {string[]} */
  order: [],
  hints: 0,
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
  const row = el("p", { class: "row" }, el("button", { type: "submit", class: "strong" }, words.answer));
  if (step.hints > 0) {
    row.append(button(words.hint, words.hint, hint, { class: "hint" }));
  }
  row.append(button(words.solution, words.solution, solution));
  form.append(row, told);
  const { lesson, seed } = state.place;
  const name = `${lesson}/${step.id}/${seed}`;
  // In another language it is the same question, so what was picked or typed stays.
  const before = question.name === name ? given() : {};
  Object.assign(question, { form, order: before.order?.map(String) ?? [], hints: 0, name, settle });
  for (const option of before.options ?? []) {
    form.querySelector(`input[value="${option}"]`)?.setAttribute("checked", "");
  }
  form.querySelector(".typed")?.setAttribute("value", before.typed ?? "");
  drawOrder();
  return form;
}

/** @param {import("./replies").Told} reply */
function tell({ right, heading, html }) {
  const said = el("div");
  said.innerHTML = html;
  told.replaceChildren(el("strong", {}, heading), said);
  told.className = `told ${right === null ? "" : right ? "right-answer" : "wrong-answer"}`;
  told.scrollIntoView({ block: "nearest" });
}

/** @returns {{ options?: number[], order?: number[], typed?: string }} */
function given() {
  const fields = new FormData(question.form ?? undefined);
  switch (state.step.form) {
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
    const reply = await ask({ ask: "answer", place: state.place, given: given(), time: timeIfCounted() });
    tell(reply);
    await answered(reply.right);
  });
}

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
