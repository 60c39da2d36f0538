// Where the reader is, and who draws when that changes.

import { Refused, ask } from "./answers.js";

/** @typedef {import("./replies").Place} Place */
/** @typedef {import("./replies").Step} Step */

/** What all parts of the page look at. */
export const state = {
  /** @type {Place} */
  place: { lesson: "", lang: "en", step: 0 },
  /** @type {import("./replies").Course} */
  course: /** @type {any} */ (undefined),
  /** @type {Step} */
  step: /** @type {any} */ (undefined),
  /** Leads on and back where the next step is another one than in the lesson. @type {((steps: number) => unknown) | undefined} */
  route: undefined,
};

/** @type {((step: Step, isNew: boolean) => unknown)[]} */
const draws = [];

/**
 * Draws whenever another step or moment is shown; `isNew` is said if it is another step or language.
 * @param {(step: Step, isNew: boolean) => unknown} draw
 */
export function onStep(draw) {
  draws.push(draw);
}

/** The address of the step that is shown. */
export function stepAddress() {
  return `#${encodeURIComponent(state.place.lesson)}/${encodeURIComponent(state.step.id)}`;
}

/** The lesson that is played. */
export function lesson() {
  return state.course.lessons.find(({ name }) => name === state.place.lesson);
}

let asked = 0;
/** Whether a new step was begun to be drawn and another place came in between. */
let unfinished = false;
/** The step that was asked for last, and may not be there yet. @type {number | undefined} */
let awaited;

/** Whether another step was asked for and is not shown yet. */
export function isOnItsWay() {
  return awaited !== undefined;
}

/**
 * Goes to another place. Of several requests at once, the last one counts.
 * @param {Partial<Place>} change
 * @param {boolean} [again] whether all of it is drawn, even at the same place
 */
export async function go(change, again = false) {
  const place = { ...state.place, ...change };
  const now = ++asked;
  awaited = place.step;
  await attempt(async () => {
    const step = await ask({ ask: "step", place });
    if (now !== asked) {
      return;
    }
    const before = state.place;
    const isNew = again || unfinished || !state.step || ["lesson", "lang", "step", "seed"].some((key) => Reflect.get(before, key) !== Reflect.get(place, key));
    state.place = { ...place, step: step.step };
    state.step = step;
    unfinished = isNew;
    for (const draw of draws) {
      await draw(step, isNew);
      if (now !== asked) {
        return;
      }
    }
    unfinished = false;
    if (again) {
      say("");
    }
  }, again);
  if (now === asked) {
    awaited = undefined;
  }
}

/**
 * A number of steps on, or back.
 * @param {number} steps
 */
export function goSteps(steps) {
  if (state.route) {
    return state.route(steps);
  }
  // Keys can come faster than steps are drawn; each counts.
  const from = awaited ?? state.place.step;
  const wanted = Math.min(Math.max(from + steps, 0), state.step.steps - 1);
  return wanted === from ? Promise.resolve() : go({ step: wanted, events: undefined });
}

/**
 * To another moment of the build.
 * @param {unknown} to
 */
export function goMoment(to) {
  return attempt(async () => {
    const { events } = await ask({ ask: "move", place: state.place, to });
    await go({ events });
  });
}

/**
 * Does something, and says why if it cannot be done.
 * @param {() => Promise<unknown>} act
 * @param {boolean} [lasts] whether that stays until something else is said
 */
export async function attempt(act, lasts = false) {
  try {
    await act();
  } catch (problem) {
    if (problem instanceof Refused) {
      say(problem.message, lasts);
    } else {
      const { gone, not_started } = state.course.words;
      say(document.body.dataset.answers === "server" ? gone : not_started);
    }
  }
}

/** @type {number | undefined} */
let silence;

/**
 * Says something to all readers, for a while.
 * @param {string} text
 * @param {boolean} [lasts] whether it stays until something else is said
 */
export function say(text, lasts = false) {
  // What is beside an open dialog cannot be read.
  const place = document.querySelector("dialog[open] .said") ?? document.getElementById("said");
  if (place) {
    place.textContent = text;
    clearTimeout(silence);
    silence = lasts ? undefined : setTimeout(() => { place.textContent = ""; }, 8000);
  }
}
