// Pages of their own beside the lessons: each has an address, a button in the menu and, if it wants, a key.

import { el } from "./dom.js";
import { onStep, state, stepAddress } from "./state.js";

/**
 * @typedef {{
 *   name: string,
 *   key?: string,
 *   title: () => string,
 *   draw: (body: HTMLElement) => unknown,
 * }} Page
 */

/** @type {Page[]} */
export const pages = [];

/** @param {Page} page */
export function addPage(page) {
  pages.push(page);
}

/** Where the lessons were left. @type {import("./replies").Place | undefined} */
let left;
/** The address that they had. */
let leftAddress = "";

const holder = el("main", { id: "page", hidden: true });

/** The page that is open. */
export function openedPage() {
  return pages.find(({ name }) => name === document.body.dataset.page);
}

/** Where pages are shown; what is open is drawn anew. */
export function pageHolder() {
  drawOpened();
  return holder;
}

function drawOpened() {
  const page = openedPage();
  holder.hidden = !page;
  if (page) {
    const body = el("div", { class: "inside" });
    holder.replaceChildren(body);
    document.title = `${page.title()} · gostep`;
    page.draw(body);
  }
}

/**
 * Opens a page by its name.
 * @param {string} name
 * @param {boolean} [address] whether the address becomes that of the page
 */
export function openPage(name, address = true) {
  document.body.dataset.page = name;
  left = state.step && state.place;
  leftAddress = pages.some((page) => location.hash === `#${page.name}`) ? leftAddress : location.hash;
  if (address && location.hash !== `#${name}`) {
    history.pushState(null, "", `#${name}`);
  }
  drawOpened();
  const title = holder.querySelector("h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

/**
 * Back to the lessons.
 * @param {boolean} [address] whether the address becomes that of the step
 */
export function closePage(address = true) {
  if (!openedPage()) {
    return;
  }
  delete document.body.dataset.page;
  holder.hidden = true;
  holder.replaceChildren();
  if (state.step) {
    document.title = `${state.step.title} · ${state.step.lesson}`;
  }
  if (address && state.step) {
    history.pushState(null, "", leftAddress || stepAddress());
  }
  // What was drawn without room is drawn again.
  dispatchEvent(new Event("resize"));
  document.getElementById("explained")?.focus();
}

onStep((_, isNew) => {
  const page = openedPage();
  left ??= state.place;
  if (page && isNew && (left.lesson !== state.place.lesson || left.step !== state.place.step)) {
    // The reader has gone to another step.
    closePage(false);
  } else if (page) {
    document.title = `${page.title()} · gostep`;
  }
});
