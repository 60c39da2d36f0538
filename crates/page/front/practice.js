// Practice: questions that the learner has met, once more.

import { ask } from "./answers.js";
import { closeDialog } from "./dialogs.js";
import { button, el } from "./dom.js";
import { now, ownSeed, randomSeed } from "./progress.js";
import { onAnswer } from "./question.js";
import { attempt, go, onStep, say, state } from "./state.js";

/** @type {import("./replies").Task[]} */
let tasks = [];
const practice = {
  at: 0,
  right: 0,
  /** Tasks that have an answer; only the first one of each counts. @type {Set<number>} */
  asked: new Set(),
  seed: 0,
  /** Where the learner was before. @type {import("./replies").Place | undefined} */
  before: undefined,
};

const bar = el("section", { class: "practice", hidden: true });

/** The bar that is shown while there are questions. */
export function practiceBar() {
  return bar;
}

/** Begins, if there is something to practise. */
export function startPractice() {
  return attempt(async () => {
    closeDialog();
    if (tasks.length > 0) {
      await endPractice();
    }
    /** @type {import("./replies").Practice} */
    const reply = await ask({ ask: "practice", lang: state.place.lang, time: now() });
    if (reply.tasks.length === 0) {
      say(reply.nothing, true);
      return;
    }
    tasks = reply.tasks;
    Object.assign(practice, { at: 0, right: 0, asked: new Set(), seed: randomSeed(), before: { ...state.place } });
    state.route = goTasks;
    await goTask();
  });
}

function goTask() {
  return go({ ...tasks[practice.at], seed: practice.seed, events: undefined, workers: undefined });
}

/**
 * So many questions on, or back; past the last one it ends.
 * @param {number} steps
 */
function goTasks(steps) {
  practice.at = Math.max(practice.at + steps, 0);
  return practice.at < tasks.length ? goTask() : endPractice();
}

async function endPractice() {
  const { right, asked, before } = practice;
  tasks = [];
  state.route = undefined;
  bar.hidden = true;
  await go({ ...before, lang: state.place.lang, seed: ownSeed() });
  if (asked.size > 0) {
    const { text } = await ask({ ask: "score", lang: state.place.lang, right, asked: asked.size });
    say(text, true);
  }
}

onAnswer((right) => {
  if (tasks.length > 0 && !practice.asked.has(practice.at)) {
    practice.asked.add(practice.at);
    practice.right += right ? 1 : 0;
  }
});

onStep(() => {
  bar.hidden = tasks.length === 0;
  if (tasks.length > 0) {
    const { words } = state.course;
    bar.setAttribute("aria-label", words.practice);
    bar.replaceChildren(el("strong", {}, `${words.practice}: ${practice.at + 1} / ${tasks.length}`),
      button(words.next_question, words.next_question, () => goTasks(1)), button(words.practice_end, words.practice_end, () => attempt(endPractice)));
  }
});
