// Tasks on the page: on the machine by typing and with keys, in the build by its bar and by clicks on the log.

import assert from "node:assert/strict";

/** Goes to a step by its name. */
async function goTo(page, lesson, step) {
  await page.evaluate((hash) => { location.hash = hash; }, `#${lesson}/${step}`);
  await page.waitForFunction((hash) => location.hash === hash && document.querySelector("form.question .goal"), `#${lesson}/${step}`);
}

const signs = (page) => page.$eval(".goal", (goal) => (goal.textContent.match(/[✓✗·]/g) ?? []).join(""));
const told = (page) => page.$eval(".told", (told) => told.className);
const isRevealed = (page) => page.$eval("#explained", (step) => step.classList.contains("revealed"));

/** Tries a line, and waits for what is said to it. */
async function attempt(page, line) {
  await page.$eval(".told", (told) => told.replaceChildren());
  await page.fill("form.question .typed", line);
  await page.press("form.question .typed", "Enter");
  await page.waitForSelector(".told strong");
}

/** A task of each kind, in whatever language the page is. */
export async function tryTasks(page, lookForBarriers = async () => {}) {
  await goTo(page, "rebuild", "three");
  assert.equal(await signs(page), "··");
  await attempt(page, "body=os");
  assert.equal(await signs(page), "✗✓");
  assert.equal(await told(page), "told ");
  assert.equal(await isRevealed(page), false);
  await attempt(page, "no-such-change");
  await lookForBarriers(page, "a task");
  await page.press("form.question .typed", "ArrowUp");
  assert.equal(await page.inputValue("form.question .typed"), "body=os");
  await attempt(page, "export=os");
  assert.equal(await signs(page), "✓✓");
  assert.equal(await told(page), "told right-answer");
  assert.equal(await isRevealed(page), true);

  await goTo(page, "runtime", "only-runtime");
  // Enter hands nothing in here, and the keys of the build go on to the goal.
  await page.focus("#explained");
  for (let at = 0; at < 80 && !(await isRevealed(page)); at += 1) {
    const before = await page.$eval("#time", (time) => time.getAttribute("aria-valuetext"));
    await page.keyboard.press("]");
    await page.waitForFunction((before) => document.querySelector("#time").getAttribute("aria-valuetext") !== before, before);
    await page.waitForFunction(() => document.querySelector(".told strong"));
  }
  assert.equal(await signs(page), "✓✓");
  assert.equal(await told(page), "told right-answer");

  await goTo(page, "assembly", "find-pack");
  await page.fill("#search", "pack r");
  await page.press("#search", "Enter");
  await page.waitForSelector(".told strong");
  await page.waitForSelector('#log .rows [data-command].current');
  await page.fill("#search", "internal/bytealg");
  await page.press("#search", "Enter");
  assert.equal(await isRevealed(page), false);
}
