// Colours and language.

import { el } from "./dom.js";
import { ask } from "./answers.js";
import { attempt, go, state } from "./state.js";
import { keep, kept } from "./storage.js";

const THEMES = ["system", "light", "dark", "contrast"];

/** @param {string} theme */
function setTheme(theme) {
  document.documentElement.dataset.theme = THEMES.includes(theme) ? theme : "system";
}

setTheme(kept("gostep-theme") ?? "system");

/** A choice of colours, as a field of a form. */
export function themeField() {
  const { words } = state.course;
  const now = document.documentElement.dataset.theme;
  const options = THEMES.map((theme) => el("option", { value: theme, selected: theme === now }, words[`theme_${theme}`]));
  const field = el("select", {}, ...options);
  field.addEventListener("change", () => {
    setTheme(field.value);
    keep("gostep-theme", field.value);
  });
  return el("label", {}, el("span", {}, words.theme), field);
}

/** Where the choice of a language is kept: a page that is opened in another language is read in that one. */
export const LANGUAGE = `gostep-language-${document.body.dataset.lang}`;

/**
 * Takes over words and lessons in a language.
 * @param {string} lang
 */
export async function takeLanguage(lang) {
  state.course = await ask({ ask: "course", lang });
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : lang;
}

/**
 * One button for each other language; the step stays.
 * @param {() => unknown} draw draws the page anew
 */
export function languageButtons(draw) {
  const others = state.course.languages.filter((lang) => lang !== state.place.lang);
  return others.map((lang) => {
    const change = () => attempt(async () => {
      await takeLanguage(lang);
      keep(LANGUAGE, lang);
      state.place.lang = lang;
      draw();
      await go({}, true);
    });
    const name = state.course.words.other_language;
    return el("button", { type: "button", lang: lang === "zh" ? "zh-Hans" : lang, onclick: change }, name);
  });
}
