// The transcript: the commands around the current one, and a search in it.

import { ask } from "./answers.js";
import { around, button, el } from "./dom.js";
import { attempt, goMoment, onStep, say, state } from "./state.js";

/** How many commands are on the page at first. */
const WINDOW = 120;

const log = {
  /** The command that is current. @type {number | null} */
  command: null,
  most: WINDOW,
  /** Commands in which the text that was searched for is. @type {number[]} */
  found: [],
};

const rows = el("div", { class: "rows", tabindex: "0", onclick: goToRow });
const search = el("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false" });
const count = el("span", { class: "count dim" });

/** @type {(() => unknown)[]} */
const looks = [];

/**
 * Calls when another command is looked at, at the same moment of the build.
 * @param {() => unknown} look
 */
export function onLook(look) {
  looks.push(look);
}

/** The command that is looked at. */
export function lookedAt() {
  return log.command;
}

/** The pane of the transcript. */
export function logPane() {
  const { words } = state.course;
  search.placeholder = words.search;
  search.setAttribute("aria-label", words.search);
  rows.setAttribute("aria-label", words.log);
  const bar = el("div", { class: "pane-head" }, el("h2", {}, words.log), count, search,
    button("↑", words.match_back, () => match(-1)), button("↓", words.match_next, () => match(1)));
  return el("section", { id: "log", class: "pane", "aria-label": words.log }, bar, rows);
}

async function drawLog() {
  const { html, from, to, all } = await ask({ ask: "log", place: state.place, command: log.command, most: log.most });
  rows.innerHTML = html;
  const more = () => {
    log.most *= 3;
    return attempt(drawLog);
  };
  const { words } = state.course;
  if (from > 0) {
    rows.prepend(el("button", { type: "button", class: "more", onclick: more }, `${words.more} (${from})`));
  }
  if (to < all) {
    rows.append(el("button", { type: "button", class: "more", onclick: more }, `${words.more} (${all - to})`));
  }
  mark();
}

/** Marks the current command and brings it into sight, without moving the page. */
function mark() {
  rows.querySelector(".current")?.classList.remove("current");
  const row = rows.querySelector(`[data-command="${log.command}"]`);
  if (row instanceof HTMLElement) {
    row.classList.add("current");
    const room = Math.max((rows.clientHeight - row.offsetHeight) / 3, 0);
    rows.scrollTop = Math.max(row.offsetTop - rows.offsetTop - room, 0);
  }
}

/** @param {MouseEvent} event */
function goToRow(event) {
  const row = around(event, "[data-command]");
  if (row && !getSelection()?.toString()) {
    goMoment({ block: Number(row.dataset.command) });
  }
}

/** Puts the cursor into the search. */
export function focusSearch() {
  search.focus();
  search.select();
}

async function find() {
  await attempt(async () => {
    const { commands } = await ask({ ask: "find", place: state.place, text: search.value });
    log.found = commands;
    count.textContent = "";
    if (search.value && commands.length === 0) {
      say(state.course.words.not_found);
    } else if (commands.length > 0) {
      const now = log.command ?? 0;
      await match(commands.includes(now) ? 0 : 1, now - (commands.includes(now) ? 0 : 1));
    }
  });
}

/**
 * To the next place where the text is, or the one before.
 * @param {-1 | 0 | 1} way
 * @param {number} [from]
 */
export async function match(way, from = log.command ?? 0) {
  const { found } = log;
  if (found.length === 0) {
    return;
  }
  const at = way < 0 ? found.findLastIndex((command) => command < from) : found.findIndex((command) => (way > 0 ? command > from : command >= from));
  const index = at >= 0 ? at : way < 0 ? found.length - 1 : 0;
  log.command = found[index] ?? null;
  count.textContent = `${index + 1} / ${found.length}`;
  await attempt(drawLog);
  looks.forEach((look) => look());
}

search.addEventListener("change", find);
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    rows.focus();
  } else if (event.key === "Enter") {
    find().then(() => rows.focus());
  }
});

onStep((step, isNew) => {
  log.command = step.away ? step.moment.commands - 1 : step.command;
  if (isNew) {
    log.most = WINDOW;
    log.found = [];
    count.textContent = "";
  }
  return drawLog();
});
