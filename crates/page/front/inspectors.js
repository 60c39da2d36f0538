// Looks at the build beside the explanation: a tab for each.

import { ask } from "./answers.js";
import { around, el } from "./dom.js";
import { attempt, isOnItsWay, onStep, state } from "./state.js";

const INSPECTORS = ["step", "graph", "lanes", "files", "cache"];

const look = {
  at: 0,
  /** The step at which it was chosen. */
  step: "",
  /** Whether it was chosen for a step that is on its way. */
  stays: false,
  /** @type {number | undefined} */
  package: undefined,
  /** @type {number | undefined} */
  file: undefined,
};

const tabs = el("div", { class: "tabs", role: "tablist" });
const shown = el("div", { id: "inspected", class: "inside", role: "tabpanel", tabindex: "0", onclick: lookAt });

/** The pane of the inspectors. */
export function inspectorPane() {
  const { inspectors, words } = state.course;
  tabs.replaceChildren(...inspectors.map((name, at) => el("button", {
    type: "button", role: "tab", id: `tab-${at}`, "aria-controls": "inspected", onclick: () => inspect(at),
  }, el("kbd", { "aria-hidden": "true" }, String(at + 1)), ` ${name}`)));
  tabs.onkeydown = (event) => {
    const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (way) {
      event.stopPropagation();
      inspect((look.at + way + INSPECTORS.length) % INSPECTORS.length);
      document.getElementById(`tab-${look.at}`)?.focus();
    }
  };
  tabs.setAttribute("aria-label", words.inspect);
  return el("section", { id: "inspector", class: "pane", "aria-label": words.inspect }, tabs, shown);
}

/**
 * Shows an inspector.
 * @param {number} at
 */
export function inspect(at) {
  look.at = at;
  look.stays = isOnItsWay();
  shown.scrollTop = 0;
  return attempt(drawLook);
}

async function drawLook() {
  const style = getComputedStyle(shown);
  const room = shown.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const zoom = Number(style.getPropertyValue("--picture-zoom")) || 1;
  const width = Math.max(Math.floor(room / zoom), 0) || undefined;
  const request = { ask: "inspect", place: state.place, inspector: INSPECTORS[look.at], package: look.package, file: look.file, width };
  const { html } = await ask(request);
  const { scrollTop } = shown;
  shown.innerHTML = html || "";
  shown.scrollTop = scrollTop;
  shown.setAttribute("aria-labelledby", `tab-${look.at}`);
  for (const [at, tab] of [...tabs.children].entries()) {
    tab.setAttribute("aria-selected", String(at === look.at));
    tab.setAttribute("tabindex", at === look.at ? "0" : "-1");
  }
}

/** @param {MouseEvent} event */
function lookAt(event) {
  const chosen = around(event, "[data-package], [data-file]");
  if (!chosen) {
    return;
  }
  const { package: pack, file } = chosen.dataset;
  if (file !== undefined) {
    look.file = Number(file);
  } else {
    look.package = Number(pack);
    if (INSPECTORS[look.at] !== "graph") {
      look.at = INSPECTORS.indexOf("cache");
    }
  }
  attempt(async () => {
    await drawLook();
    const again = shown.querySelector(file === undefined ? `button[data-package="${pack}"]` : `button[data-file="${file}"]`);
    if (again instanceof HTMLElement) {
      again.focus({ preventScroll: true });
    }
  });
}

/** @type {number | undefined} */
let redraw;
for (const kind of ["resize", "presenting"]) {
  addEventListener(kind, () => {
    clearTimeout(redraw);
    redraw = setTimeout(() => { if (state.step) { attempt(drawLook); } }, 150);
  });
}

onStep((_, isNew) => {
  if (isNew) {
    const { lesson, step, seed } = state.place;
    const shownStep = JSON.stringify([lesson, step, seed]);
    // The same step in another language keeps what is looked at, and so does a key that was faster than the step.
    look.at = look.stays || shownStep === look.step ? look.at : 0;
    look.step = shownStep;
    look.package = undefined;
    look.file = undefined;
    shown.scrollTop = 0;
  }
  look.stays = false;
  return drawLook();
});
