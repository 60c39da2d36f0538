// A lesson that is saved while it is shown: the program that serves the page tells of it.

import { takeLanguage } from "./theme.js";
import { attempt, go, say, state } from "./state.js";

/**
 * Shows a lesson anew, from its first changed step on, whenever its file is saved.
 * @param {() => unknown} draw draws what does not depend on the step
 */
export async function followChanges(draw) {
  let address = "./changes";
  while (document.body.dataset.answers === "server") {
    try {
      const reply = await fetch(address);
      if (!reply.ok) {
        throw new Error(reply.statusText);
      }
      const { now, changes } = await reply.json();
      address = `./changes?since=${now}`;
      for (const { lesson, step } of changes) {
        await attempt(async () => {
          await takeLanguage(state.place.lang);
          draw();
          if (lesson === state.place.lesson) {
            await go({ step: step ?? state.place.step, events: undefined }, true);
          } else {
            await go({}, true);
          }
        }, true);
      }
    } catch {
      say(state.course.words.gone);
      return;
    }
  }
}
