// Terms: what they mean, where they are used, and all of them in a dialog.

import { addDialog, openDialog } from "./dialogs.js";
import { around, el } from "./dom.js";
import { state } from "./state.js";

const tip = el("div", { id: "tip", role: "tooltip", hidden: true });

/** @param {HTMLElement} link */
function showTip(link) {
  const term = state.course.terms[link.dataset.term ?? ""];
  if (!term) {
    return;
  }
  tip.innerHTML = term.html;
  tip.prepend(named(term));
  (link.closest("dialog") ?? document.body).append(tip);
  tip.hidden = false;
  link.setAttribute("aria-describedby", "tip");
  const at = link.getBoundingClientRect();
  const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
  tip.style.top = `${below ? at.bottom + 6 : Math.max(at.top - 6 - tip.offsetHeight, 4)}px`;
  tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8))}px`;
}

function hideTip() {
  tip.hidden = true;
  document.querySelector("[aria-describedby=tip]")?.removeAttribute("aria-describedby");
}

/** @param {import("./replies").Term} term */
function named(term) {
  const name = el("strong", {}, term.name);
  return term.english && term.english !== term.name ? el("p", {}, name, ` (${term.english})`) : el("p", {}, name);
}

/** @param {HTMLElement} body */
function drawTerms(body) {
  const list = Object.entries(state.course.terms).map(([id, term]) => {
    const about = el("div");
    about.innerHTML = term.html;
    const item = el("section", { id: `term-${id}`, tabindex: "-1" }, named(term), about);
    return item;
  });
  body.append(...list);
}

/**
 * Opens the glossary at a term.
 * @param {string} id
 */
export async function openTerm(id) {
  hideTip();
  const body = await openDialog("glossary");
  const term = body?.querySelector(`#term-${CSS.escape(id)}`);
  if (term instanceof HTMLElement) {
    term.scrollIntoView({ block: "start" });
    term.focus();
  }
}

/** Shows what a term means where it is pointed at. */
export function startGlossary() {
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const link = around(event, "a[data-term]");
      if (link) {
        showTip(link);
      } else if (!around(event, "#tip")) {
        hideTip();
      }
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hideTip(); } });
  document.addEventListener("scroll", hideTip, { capture: true, passive: true });
}

addDialog({ name: "glossary", key: "g", title: () => state.course.words.glossary, draw: drawTerms });
