// The learner's progress and practice, in a page that is open.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const gostep = resolve(process.argv[2] ?? "../../target/debug/gostep");
const seen = (text) => Object.values(JSON.parse(text).lessons).map(({ seen }) => Object.keys(seen).length).reduce((a, b) => a + b, 0);

async function openProgress(page) {
  await page.focus("#explained");
  await page.keyboard.press("m");
  await page.waitForSelector("dialog.progress table");
}

/** Saves the progress to a file, and gives back what is in it. */
async function save(page, file) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("dialog.progress .save")]);
  await download.saveAs(file);
  return readFileSync(file, "utf8");
}

async function read(page, file) {
  await page.evaluate(() => { document.querySelector("dialog .said").textContent = ""; });
  await page.setInputFiles("#progress-file", file);
  await page.waitForFunction(() => document.querySelector("dialog .said")?.textContent);
  return page.textContent("dialog .said");
}

/** Plays some practice: a wrong answer, one that is asked for, and on to the end. */
async function practise(page) {
  const before = page.url();
  await page.click(".menu summary");
  await page.click(".menu-list button:has-text('Practise'), .menu-list button:has-text('练习')");
  await page.waitForSelector(".practice:not([hidden]) strong");
  const count = Number((await page.textContent(".practice strong")).match(/1 \/ (\d+)$/)[1]);
  assert.ok(count > 1);
  await page.click("form.question .row button:last-child");
  await page.waitForSelector(".told strong");
  await page.click(".bottom .next");
  await page.waitForFunction((count) => document.querySelector(".practice strong").textContent.endsWith(`2 / ${count}`), count);
  assert.equal(await page.$(".told strong"), null, "what was said to another question is still there");
  await page.click(".practice button:last-child");
  await page.waitForSelector(".practice", { state: "hidden" });
  await page.waitForFunction(() => /0\D+1/.test(document.getElementById("said").textContent));
  await page.waitForFunction((before) => location.href === before, before);
}

/** Goes a step back, so that it is not the last one, and opens the page anew, without an address of a step. */
async function leaveAndReturn(page, stored) {
  const before = page.url();
  await page.click((await page.isDisabled(".bottom .back")) ? ".bottom .next" : ".bottom .back");
  await page.waitForFunction((before) => location.href !== before, before);
  const left = page.url();
  const step = decodeURIComponent(left.split("/").at(-1));
  for (let tries = 0; !(await stored()).includes(`"left_at": "${step}"`); tries += 1) {
    assert.ok(tries < 600, `where the learner left is not kept: ${step}`);
    await page.waitForTimeout(50);
  }
  // It is reloaded, so that it is known not to be opened first (see `open` in page.mjs).
  await page.evaluate(() => history.replaceState(null, "", location.pathname + location.search));
  await page.reload();
  await page.waitForSelector("body.live #explained h1");
  await page.waitForFunction((left) => location.href === left, left);
}

/** Everything that can be done with progress; at the end there is none. */
export async function tryProgress(page, { scratch, isServed }) {
  await practise(page);
  await openProgress(page);
  const file = join(scratch, "saved.json");
  const saved = await save(page, file);
  assert.ok(seen(saved) > 5);
  const stored = async () => (isServed ? readFileSync(join(process.env.GOSTEP_DATA_DIR, "progress.json"), "utf8") : page.evaluate(() => localStorage.getItem("gostep-progress")));
  assert.equal(saved, await stored());

  await page.click("dialog.progress .forget");
  await page.click("dialog.progress .sure");
  await page.waitForFunction(() => !document.querySelector("dialog.progress table"));
  await page.keyboard.press("Escape");
  await leaveAndReturn(page, stored);
  await openProgress(page);
  const broken = join(scratch, "broken.json");
  writeFileSync(broken, saved.slice(0, saved.length / 2));
  assert.match(await read(page, broken), /gostep: \S+|gostep 的进度文件：/);
  writeFileSync(broken, "x".repeat((4 << 20) + 10));
  assert.match(await read(page, broken), /4194304/);
  await read(page, file);
  await page.waitForSelector("dialog.progress table");
  assert.equal(seen(await save(page, join(scratch, "again.json"))), seen(saved));
  await page.keyboard.press("Escape");

  // The terminal understands the file as well.
  const terminal = { ...process.env, GOSTEP_DATA_DIR: join(scratch, "terminal") };
  const told = execFileSync(gostep, ["progress", "--add", file, "--json"], { env: terminal, encoding: "utf8" });
  assert.ok(JSON.parse(told).lessons.reduce((sum, lesson) => sum + lesson.seen, 0) > 5, told);
}
