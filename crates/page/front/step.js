// The explanation of a step, with its question.

import { el } from "./dom.js";
import { questionForm } from "./question.js";
import { onStep, state } from "./state.js";

const inside = el("article", { class: "inside", tabindex: "-1", id: "explained" });

/** The pane of the explanation. */
export function explanationPane() {
  return el("section", { id: "explanation", class: "pane", "aria-label": state.course.words.explanation }, inside);
}

/** Puts the cursor where reading begins. */
export function focusExplanation() {
  inside.focus();
}

/**
 * HTML of a reply in an element of its own.
 * @param {string} kind
 * @param {string} html
 */
function part(kind, html) {
  const made = el("div", { class: kind });
  made.innerHTML = html;
  return made;
}

/** Shows what is held back until it is asked for. */
export function reveal() {
  inside.classList.add("revealed");
}

onStep((step, isNew) => {
  const shows = part("shows", step.shows);
  if (!isNew) {
    inside.querySelector(".shows")?.replaceWith(shows);
    return;
  }
  const { words } = state.course;
  const later = part("text", step.text);
  const ask = el("button", { type: "button", class: "reveal", onclick: reveal }, words.explanation);
  inside.className = step.form ? "inside asks" : "inside";
  inside.replaceChildren(
    el("p", { class: "where dim" }, `${step.lesson} · ${step.step + 1} / ${step.steps}`),
    el("h1", {}, step.title),
    ...(step.untranslated ? [el("p", { class: "dim" }, step.untranslated)] : []),
    part("lead", step.lead), shows,
    ...(step.form ? [questionForm(step, reveal)] : []),
    ...(step.text ? [ask, later] : []),
  );
  inside.parentElement?.scrollTo(0, 0);
  document.title = `${step.title} · ${step.lesson}`;
});
