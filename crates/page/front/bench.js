// What is asked in a what-if: programs, changes part by part, flags, and what one expects. The simulation says what can be
// chosen.

import { ask } from "./answers.js";
import { button, el } from "./dom.js";
import { attempt } from "./state.js";

/** @typedef {{ kind: string, values: string[] }} BenchChange */
/** @typedef {{ changes: BenchChange[], flags: Record<string, any>, compiled: string, linked: string }} BenchArm */

/** @returns {BenchArm} */
const newArm = () => ({ changes: [{ kind: "", values: [] }], flags: {}, compiled: "", linked: "" });

/** What the reader has chosen; it stays while the page is drawn anew. */
export const bench = {
  /** @type {import("./replies").WhatIfChoices} */
  choices: /** @type {any} */ (undefined),
  /** The program that is chosen, by its key. */
  program: "",
  arms: [newArm()],
};

/** Adds the second build, or takes it away. */
export function toggleSecondArm() {
  const [first] = bench.arms;
  bench.arms = first && bench.arms.length > 1 ? [first] : [...bench.arms, newArm()];
}

const changeKinds = () => bench.choices.groups.flatMap((group) => group.kinds);

/** @param {BenchChange} change */
const kindOf = (change) => changeKinds().find(({ name }) => name === change.kind);

/** @param {import("./replies").WhatIfProgram} program */
const programKey = ({ lesson, brought, name }) => JSON.stringify({ lesson, brought, name });

/** The program as requests name it: the one that is chosen, if it is still there. */
function benchProgram() {
  const { programs } = bench.choices;
  const keys = programs.map(programKey);
  return JSON.parse(keys.find((key) => key === bench.program) ?? keys[0] ?? "{}");
}

/**
 * A change as it is written in a terminal.
 * @param {BenchChange} change
 */
function writtenChange(change) {
  const parts = kindOf(change)?.parts ?? [];
  const given = parts.map(({ before }, at) => (change.values[at] ? before + change.values[at] : ""));
  const end = given.indexOf("");
  return change.kind + (end < 0 ? given : given.slice(0, end)).join("");
}

/** All that is asked. */
export function askedOfBench() {
  const arms = bench.arms.map(({ changes, flags, compiled, linked }) => ({
    changes: changes.filter(({ kind }) => kind).map(writtenChange),
    flags,
    expects: compiled.trim() || linked ? { compiled, linked: linked ? linked === "yes" : null } : null,
  }));
  return { program: benchProgram(), arms };
}

/**
 * A field with its name.
 * @param {string} name
 * @param {HTMLElement} field
 * @param {string} [kind]
 */
const labelled = (name, field, kind = "") => el("label", { class: `field ${kind}` }, el("span", {}, name), field);

/**
 * A choice.
 * @param {[value: string, text: string][]} options
 * @param {string} now
 * @param {(value: string) => unknown} choose
 */
function choiceField(options, now, choose) {
  const field = el("select", {}, ...options.map(([value, text]) => el("option", { value, selected: value === now }, text)));
  field.addEventListener("change", () => choose(field.value));
  return field;
}

/**
 * The program.
 * @param {() => unknown} redraw
 */
export function programField(redraw) {
  const options = bench.choices.programs.map((program) => /** @type {[string, string]} */ ([programKey(program), program.title]));
  return labelled(bench.choices.words.program, choiceField(options, bench.program, (value) => {
    bench.program = value;
    redraw();
  }));
}

let benchLists = 0;

/**
 * The field of a part. What stands behind it is drawn anew when it changes.
 * @param {import("./replies").ChangePart} part
 * @param {import("./replies").Offered} offered
 * @param {BenchChange} change
 * @param {number} at
 * @param {() => unknown} redraw
 */
function partField(part, offered, change, at, redraw) {
  /** @param {string} value */
  const take = (value) => {
    change.values = [...change.values.slice(0, at), value];
    redraw();
  };
  if (!offered.free) {
    const open = part.optional ? [/** @type {[string, string]} */ (["", bench.choices.words.left_out])] : [];
    return labelled(part.name, choiceField([...open, ...offered.values.map((value) => /** @type {[string, string]} */ ([value, value]))], change.values[at] ?? "", take));
  }
  benchLists += 1;
  const field = el("input", { value: change.values[at] ?? "", list: `values-${benchLists}`, autocomplete: "off", spellcheck: "false", autocapitalize: "off" });
  field.addEventListener("input", () => { change.values[at] = field.value; });
  const list = el("datalist", { id: `values-${benchLists}` }, ...offered.values.map((value) => el("option", { value })));
  return labelled(part.name, el("span", {}, field, list));
}

/**
 * The parts of a change, as far as those before them are chosen.
 * @param {HTMLElement} place
 * @param {BenchChange} change
 * @param {number} from
 */
async function drawParts(place, change, from) {
  const parts = kindOf(change)?.parts ?? [];
  while (place.children.length > from) {
    place.lastElementChild?.remove();
  }
  const turn = String(Number(place.dataset.turn ?? 0) + 1);
  place.dataset.turn = turn;
  const { kind } = change;
  const program = benchProgram();
  for (const [at, part] of parts.entries()) {
    if (at < from) {
      continue;
    }
    const offered = /** @type {import("./replies").Offered} */ (await ask({ ask: "what_if_values", program, change: kind, written: change.values.slice(0, at) }));
    // Meanwhile something else may have been chosen.
    if (place.dataset.turn !== turn) {
      return;
    }
    const value = change.values[at] ?? "";
    if (!offered.free && !offered.values.includes(value)) {
      change.values[at] = part.optional ? "" : (offered.values[0] ?? "");
    }
    place.append(partField(part, offered, change, at, () => attempt(() => drawParts(place, change, at + 1))));
    if (!change.values[at]) {
      return;
    }
  }
}

/**
 * One change: what it is, its parts, and a button that removes it.
 * @param {BenchArm} arm
 * @param {BenchChange} change
 * @param {() => unknown} redraw
 */
function changeRow(arm, change, redraw) {
  const { words, groups } = bench.choices;
  if (!kindOf(change)) {
    change.kind = changeKinds()[0]?.name ?? "";
    change.values = [];
  }
  const groupOf = (/** @type {import("./replies").WhatIfChoices["groups"][0]} */ { title, kinds }) => el("optgroup", { label: title }, ...kinds.map(({ name, help }) => el("option", { value: name, selected: name === change.kind }, `${name} · ${help}`)));
  const select = el("select", { class: "kind", "aria-label": words.change }, ...groups.map(groupOf));
  const parts = el("div", { class: "parts" });
  const help = el("p", { class: "dim" });
  const show = () => {
    help.textContent = kindOf(change)?.help ?? "";
    return attempt(() => drawParts(parts, change, 0));
  };
  select.addEventListener("change", () => {
    change.kind = select.value;
    change.values = [];
    show();
  });
  const remove = button("✕", words.remove, () => {
    arm.changes = arm.changes.filter((other) => other !== change);
    redraw();
  }, { disabled: arm.changes.length === 1 });
  show();
  return el("li", {}, el("div", { class: "row" }, select, remove), help, parts);
}

/**
 * The field of a flag.
 * @param {BenchArm} arm
 * @param {import("./replies").Flag} flag
 */
function flagField({ flags }, { name, flag, help, field }) {
  const about = el("span", { class: "dim" }, help);
  if (field.kind === "switch") {
    const box = el("input", { type: "checkbox", checked: flags[name] === true });
    box.addEventListener("change", () => { flags[name] = box.checked; });
    return el("label", { class: "field switch" }, box, el("code", {}, flag), about);
  }
  if (field.kind === "choice") {
    const options = ["", ...field.of].map((value) => /** @type {[string, string]} */ ([value, value || bench.choices.words.left_out]));
    return el("label", { class: "field" }, el("code", {}, flag), about, choiceField(options, flags[name] ?? "", (value) => { flags[name] = value; }));
  }
  const isNumber = field.kind === "number";
  const input = el("input", { type: isNumber ? "number" : "text", min: isNumber ? 1 : undefined, value: flags[name] ?? "", autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", () => { flags[name] = isNumber ? input.valueAsNumber || undefined : input.value; });
  return el("label", { class: "field" }, el("code", {}, flag), about, input);
}

/**
 * What one expects of a build.
 * @param {BenchArm} arm
 */
function expectation(arm) {
  const { words } = bench.choices;
  const compiled = el("input", { inputmode: "numeric", class: "short", value: arm.compiled, autocomplete: "off" });
  compiled.addEventListener("input", () => { arm.compiled = compiled.value; });
  const linked = choiceField([["", words.unsaid], ["yes", words.yes], ["no", words.no]], arm.linked, (value) => { arm.linked = value; });
  return el("fieldset", { class: "expects" }, el("legend", {}, words.predict), labelled(words.predict_compiled, compiled), labelled(words.predict_linked, linked));
}

/**
 * All fields of a build.
 * @param {BenchArm} arm
 * @param {string} title
 * @param {() => unknown} redraw
 */
export function armForm(arm, title, redraw) {
  const { words } = bench.choices;
  const add = () => {
    arm.changes.push({ kind: "", values: [] });
    redraw();
  };
  const flags = el("details", { open: Object.values(arm.flags).some(Boolean) }, el("summary", {}, words.flags), ...bench.choices.flags.map((flag) => flagField(arm, flag)));
  return el("fieldset", { class: "arm" }, el("legend", {}, title),
    el("h2", {}, words.changes), el("ol", {}, ...arm.changes.map((change) => changeRow(arm, change, redraw))),
    button(words.add, words.add, add, { class: "add" }), flags, expectation(arm));
}
