// For a class: the step large and quiet, and the notes in a second window.

import { ask } from "./answers.js";
import { el } from "./dom.js";
import { attempt, goSteps, lesson, onStep, say, state } from "./state.js";

/** @type {Window | null} */
let notes = null;
let since = 0;

/** Begins or ends the presentation. */
export function togglePresent() {
  const on = document.body.classList.toggle("presenting");
  if (on) {
    document.documentElement.requestFullscreen?.().catch(() => {});
  } else if (document.fullscreenElement) {
    document.exitFullscreen().catch(() => {});
  }
  dispatchEvent(new CustomEvent("presenting"));
}

/** Opens the window with the notes. */
export function openNotes() {
  notes = window.open("", "gostep-notes", "popup,width=760,height=640");
  if (!notes) {
    say(state.course.words.no_window);
    return;
  }
  since = Date.now();
  const { document: page } = notes;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dataset.theme = document.documentElement.dataset.theme;
  page.head.replaceChildren(el("style", {}, document.querySelector("style")?.textContent ?? ""));
  page.body.className = "notes";
  page.onkeydown = (event) => {
    const way = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (way) {
      event.preventDefault();
      goSteps(way);
    }
  };
  attempt(drawNotes);
}

async function drawNotes() {
  if (!notes || notes.closed) {
    return;
  }
  const { words } = state.course;
  const { step, place } = state;
  const shown = el("main", {}, el("p", { class: "dim" }, `${step.step + 1} / ${step.steps} `, el("span", { class: "clock" })), el("h1", {}, step.title));
  const note = el("section", { class: "note" });
  note.innerHTML = step.note || "";
  shown.append(step.note ? note : el("p", { class: "dim" }, words.no_notes));
  if (step.form) {
    const solution = await ask({ ask: "solution", place });
    const answer = el("section", { class: "told" });
    answer.innerHTML = solution.html;
    shown.append(el("h2", {}, solution.heading), answer);
  }
  if (step.text) {
    const text = el("section");
    text.innerHTML = step.text;
    shown.append(el("h2", {}, words.explanation), text);
  }
  const next = lesson()?.steps[step.step + 1];
  if (next) {
    shown.append(el("p", { class: "next" }, `${words.next}: ${next.title ?? next.id}`));
  }
  notes.document.title = `${words.notes} · ${step.title}`;
  notes.document.body.replaceChildren(shown);
  tick();
}

function tick() {
  const clock = notes && !notes.closed ? notes.document.querySelector(".clock") : null;
  if (clock) {
    const passed = Math.floor((Date.now() - since) / 1000);
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    const now = new Date();
    clock.textContent = `· ${two(now.getHours())}:${two(now.getMinutes())} · ${two(Math.floor(passed / 60))}:${two(passed % 60)}`;
  }
}

setInterval(tick, 1000);
onStep((_, isNew) => (isNew ? drawNotes() : undefined));
