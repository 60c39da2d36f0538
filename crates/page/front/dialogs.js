// Dialogs: whatever is opened above the step registers here, and gets a button in the menu and, if it wants, a key.

import { button, el } from "./dom.js";
import { state } from "./state.js";

/**
 * @typedef {{
 *   name: string,
 *   key?: string,
 *   title: () => string,
 *   draw: (body: HTMLElement) => unknown,
 * }} Dialog
 */

/** @type {Dialog[]} */
export const dialogs = [];

/** @param {Dialog} dialog */
export function addDialog(dialog) {
  dialogs.push(dialog);
}

/**
 * Opens a dialog by its name.
 * @param {string} name
 * @returns {Promise<HTMLElement | undefined>} what it shows
 */
export async function openDialog(name) {
  const dialog = dialogs.find((dialog) => dialog.name === name);
  if (!dialog) {
    return undefined;
  }
  closeDialog();
  const body = el("div", { class: "inside" });
  const title = el("h2", { id: "dialog-title" }, dialog.title());
  const close = button("✕", state.course.words.close, closeDialog);
  const shown = el("dialog", { class: `dialog ${name}`, "aria-labelledby": "dialog-title" }, el("header", {}, title, close), body, el("p", { class: "said", role: "status" }));
  shown.addEventListener("close", () => shown.remove());
  shown.addEventListener("click", (event) => { if (event.target === shown) { closeDialog(); } });
  document.body.append(shown);
  await dialog.draw(body);
  shown.showModal();
  return body;
}

/** Closes the dialog that is open. */
export function closeDialog() {
  document.querySelector("dialog")?.close();
}
