// The page: what keys, clicks and the address do. The simulation answers; nothing here knows Go.

import { placeOf, startAddress } from "./address.js";
import { followChanges } from "./changes.js";
import { dialogs, openDialog } from "./dialogs.js";
import { button, el } from "./dom.js";
import { startGlossary } from "./glossary.js";
import { inspectorPane } from "./inspectors.js";
import { startKeys } from "./keys.js";
import { logPane } from "./log.js";
import { openOwn, ownPane, startOwn } from "./own.js";
import { closePage, openPage, pageHolder, pages } from "./pages.js";
import { openNotes, togglePresent } from "./present.js";
import { explanationPane, focusExplanation } from "./step.js";
import { go, goSteps, lesson, onStep, state } from "./state.js";
import { practiceBar, startPractice } from "./practice.js";
import { nextPlace, startProgress } from "./progress.js";
import { kept } from "./storage.js";
import { LANGUAGE, languageButtons, takeLanguage, themeField } from "./theme.js";
import { travelBar } from "./travel.js";

const app = el("div", { id: "app" });
const lessons = el("select", { class: "lessons" });
const steps = el("select", { class: "steps" });
const back = el("button", { type: "button", class: "back", onclick: () => goSteps(-1) });
const next = el("button", { type: "button", class: "next strong", onclick: () => goSteps(1) });

lessons.addEventListener("change", () => go({ lesson: lessons.value, step: 0, events: undefined, workers: undefined }));
steps.addEventListener("change", () => go({ step: Number(steps.value), events: undefined }));

/** @param {"explanation" | "log" | "inspector"} pane */
function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const tab of app.querySelectorAll(".pane-tabs button")) {
    tab.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (tab).dataset.shows === pane));
  }
}

function menu() {
  const { words } = state.course;
  const act = (/** @type {string} */ name, /** @type {() => unknown} */ does) => button(name, name, () => {
    list.open = false;
    does();
  });
  const actAtStep = (/** @type {string} */ name, /** @type {() => unknown} */ does) => act(name, () => {
    closePage();
    does();
  });
  const list = el("details", { class: "menu" }, el("summary", { "aria-label": words.menu, title: words.menu }, "☰"));
  list.append(el("div", { class: "menu-list" },
    ...pages.map(({ name, title }) => act(title(), () => openPage(name))),
    ...dialogs.map(({ name, title }) => act(title(), () => openDialog(name))),
    actAtStep(words.practice, startPractice), actAtStep(words.own, () => openOwn()), actAtStep(words.present, togglePresent), actAtStep(words.notes, openNotes), act(words.print, () => print()),
    themeField(), ...languageButtons(drawPage)));
  list.addEventListener("keydown", (event) => { if (event.key === "Escape") { list.open = false; } });
  return list;
}

function drawLessons() {
  lessons.replaceChildren(...state.course.lessons.map(({ name, title }, at) => el("option", { value: name }, `${at + 1}. ${title}`)));
  lessons.value = state.place.lesson;
}

addEventListener("shelf", drawLessons);

/** Draws all that does not depend on the step. */
function drawPage() {
  const { words } = state.course;
  const skip = el("a", { class: "skip", href: "#explanation", onclick: (/** @type {Event} */ event) => {
    event.preventDefault();
    focusExplanation();
  } }, words.skip);
  lessons.setAttribute("aria-label", words.course);
  drawLessons();
  steps.setAttribute("aria-label", words.contents);
  back.setAttribute("aria-label", words.back);
  back.replaceChildren("←", el("span", {}, ` ${words.back}`));
  next.replaceChildren(el("span", {}, `${words.next} `), "→");
  next.setAttribute("aria-label", words.next);
  const panes = /** @type {const} */ ([["explanation", words.explanation], ["log", words.log], ["inspector", words.inspect]]);
  const tabs = panes.map(([pane, name]) => el("button", { type: "button", "data-shows": pane, onclick: () => showPane(pane) }, name));
  const end = button("✕", words.present_end, togglePresent, { class: "present-end" });
  app.replaceChildren(skip,
    el("header", { class: "top" }, el("strong", { class: "brand" }, "gostep"), lessons, steps, end, menu()),
    practiceBar(),
    el("div", { class: "pane-tabs", role: "group", "aria-label": words.contents }, ...tabs),
    el("main", { class: "panes" }, ownPane(), explanationPane(), logPane(), inspectorPane()),
    pageHolder(),
    el("footer", { class: "bottom" }, back, travelBar(), next),
    el("div", { id: "said", role: "status" }));
  showPane("explanation");
}

onStep((step, isNew) => {
  lessons.value = state.place.lesson;
  back.disabled = !state.route && step.step === 0;
  next.disabled = !state.route && step.step + 1 === step.steps;
  if (isNew) {
    const played = lesson();
    steps.replaceChildren(...(played?.steps ?? []).map(({ id, title }, at) => el("option", { value: at }, `${at + 1}. ${title ?? id}`)));
    if (matchMedia("(max-width: 799px)").matches) {
      showPane("explanation");
      scrollTo(0, 0);
    }
  }
  steps.value = String(step.step);
});

/** Where the reader begins: at the address, where they left, or at the first lesson. */
async function beginning() {
  const [first] = state.course.lessons;
  return placeOf(location.hash) ?? await nextPlace() ?? { lesson: first?.name ?? "", step: 0 };
}

async function start() {
  const readable = document.getElementById("readable");
  if (document.body.dataset.answers === "nowhere") {
    return;
  }
  const wanted = kept(LANGUAGE) ?? document.body.dataset.lang ?? "en";
  const lang = ["en", "zh"].includes(wanted) ? wanted : "en";
  await takeLanguage(lang);
  state.place.lang = lang;
  await startProgress();
  const place = await beginning();
  drawPage();
  document.body.append(app);
  if (readable) {
    readable.hidden = true;
  }
  document.body.classList.add("live");
  startAddress();
  startGlossary();
  startKeys();
  const begins = location.hash;
  await go({ ...place, lang });
  startOwn(begins);
  followChanges(drawPage);
}

start().catch((problem) => {
  document.body.prepend(el("p", { class: "not-started", role: "alert" }, problem instanceof Error ? problem.message : ""));
});
