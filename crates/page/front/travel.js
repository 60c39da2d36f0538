// Through the build: by command, by package, by time, and with another number of workers.

import { button, el } from "./dom.js";
import { go, goMoment, onStep, state } from "./state.js";

const time = el("input", { type: "range", min: 0, max: 1000, step: 1, id: "time" });
const workers = el("output", { id: "workers" });
const status = el("p", { class: "status" });
const home = el("button", { type: "button", class: "home" });
const group = el("div", { class: "workers", role: "group" });

time.addEventListener("input", () => goMoment({ share: Number(time.value) }));
home.addEventListener("click", goHome);

/** Back to the step's own moment. */
export function goHome() {
  return go({ events: undefined });
}

/** @param {boolean} back */
export function goCommand(back) {
  return goMoment({ command: { back } });
}

/** @param {boolean} back */
export function goPackage(back) {
  return goMoment({ package: { back } });
}

/**
 * Some workers more or less; the build is another one then, so the moment is the step's own.
 * @param {number} more
 */
export function addWorkers(more) {
  const wanted = state.step.workers + more;
  return state.step.live_workers && wanted > 0 ? go({ workers: wanted, events: undefined }) : Promise.resolve();
}

/** The bar below the panes. */
export function travelBar() {
  const { words } = state.course;
  time.setAttribute("aria-label", words.time);
  time.title = words.time;
  home.textContent = `⟲ ${words.to_step}`;
  group.setAttribute("aria-label", words.workers);
  group.replaceChildren(el("span", {}, words.workers), button("−", `${words.workers} −1`, () => addWorkers(-1)), workers, button("+", `${words.workers} +1`, () => addWorkers(1)));
  const moves = el("div", { class: "moves" },
    button("|◂", words.package_back, () => goPackage(true)), button("◂", words.command_back, () => goCommand(true)),
    time,
    button("▸", words.next_command, () => goCommand(false)), button("▸|", words.next_package, () => goPackage(false)));
  return el("section", { class: "travel", "aria-label": words.time }, moves, status, home, group);
}

onStep((step) => {
  time.value = String(step.share);
  time.setAttribute("aria-valuetext", step.status.join(", "));
  status.textContent = step.status.join(" · ");
  workers.textContent = String(step.workers);
  home.hidden = !step.away;
  for (const change of group.querySelectorAll("button")) {
    change.disabled = !step.live_workers;
  }
});
