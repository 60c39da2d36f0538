// A text of the reader's own, in a page that is open: dropped, typed and chosen.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const gostep = resolve(process.argv[2] ?? "../../target/debug/gostep");
const written = (...args) => execFileSync(gostep, args, { encoding: "utf8" });
const lesson = (say) => `gostep_lesson: 1\nid: mine\ntitle: Mine\nsteps:\n- id: a\n  title: First\n  ${say}: x\n- id: b\n  title: Second\n  say: y\n`;

/** Back to the address of a step. */
async function backTo(page, address) {
  await page.goto(address);
  // The list of lessons is drawn last.
  await page.waitForFunction((address) => location.href === address && location.hash.startsWith(`#${document.querySelector(".lessons").value}/`), address);
}

/** A text takes the place of another one, while what is played beside that one is still on its way. */
export async function tryOwnInHaste(page) {
  const isStep = (route) => route.request().postData()?.includes('"ask":"step"');
  await page.route("**/ask", async (route) => {
    if (isStep(route)) {
      await new Promise((done) => { setTimeout(done, 1500); });
    }
    await route.continue();
  });
  const before = page.url();
  await page.focus("#explained");
  await page.keyboard.press("o");
  await page.waitForSelector("#own-text:focus");
  const walked = page.waitForRequest((request) => request.postData()?.includes('"~program"'));
  await page.fill("#own-text", written("build", "hello", "-p", "1").split("\n").slice(0, 10).join("\n"));
  await walked;
  await page.fill("#own-text", "nothing that is known");
  await page.waitForFunction(() => document.querySelector("#found:not([aria-busy])")?.textContent.includes("go list -json"), undefined, { timeout: 60000 });
  assert.equal(await page.evaluate(() => document.body.dataset.own), "told");
  assert.match(page.url(), /#\/own$/);
  // What is chosen while the step is on its way back is not lost either.
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.body.dataset.own === undefined);
  await page.focus("#explained");
  await page.keyboard.press("2");
  await page.waitForTimeout(2000);
  assert.equal(await page.getAttribute("#tab-1", "aria-selected"), "true");
  await page.unroute("**/ask");
  await backTo(page, before);
}

/** Does what brings a text, and waits for what is said to it. */
async function said(page, act) {
  await page.evaluate(() => { document.getElementById("found").replaceChildren(); });
  await act();
  await page.waitForFunction(() => document.querySelector("#found:not([aria-busy]) *"), undefined, { timeout: 60000 });
  return page.innerText("#found");
}

const type = (page, text) => said(page, () => page.fill("#own-text", text));
const choose = (page, name, text) => said(page, () => page.setInputFiles("#own-file", { name, mimeType: "text/plain", buffer: Buffer.from(text) }));
const drop = (page, name, text) => said(page, () => page.evaluate(([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const kind of ["dragover", "drop"]) {
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }
}, [name, text]));
const isPlayed = (page, title) => page.waitForFunction((title) => document.querySelector("#explained h1").textContent === title && document.querySelector("#explained").offsetParent, title);

/** All that can be brought. The page is in English, and the cursor is at the step. */
export async function tryOwn(page, lookForBarriers = async () => {}) {
  const before = page.url();
  // A log is dropped while a lesson is read.
  const log = written("build", "pair", "-p", "1");
  assert.match(await drop(page, "build.log", log), /compared with the program pair[^]*build\.log: equal: /);
  assert.match(page.url(), /#\/own$/);
  await isPlayed(page, "Before the first command");
  const differs = await choose(page, "changed.log", log.replace(" -std ", " "));
  assert.match(differs, /^✗ [^]*changed\.log:\d+: package [^]*compile differs/);
  assert.equal(await page.textContent("#found mark"), "[-std]");
  await lookForBarriers(page, "a log");

  // A lesson is typed, and is played beside the text.
  assert.match(await type(page, lesson("say")), /^✓ [^]*Mine \(steps: 2\)/);
  await isPlayed(page, "First");
  await page.click(".bottom .next");
  await isPlayed(page, "Second");
  assert.match(page.url(), /#\/own$/);
  await type(page, lesson("say").replace("Second", "Changed"));
  await isPlayed(page, "Changed");
  assert.match(await type(page, lesson("sya")), /line 7, column 3[^]*unknown name "sya"/);
  await isPlayed(page, "Changed");
  await page.click("#found [data-line]");
  assert.equal(await page.evaluate(() => document.getElementById("own-text").value.slice(document.getElementById("own-text").selectionStart).slice(0, 3)), "sya");
  await lookForBarriers(page, "a lesson with a mistake");

  // A file is dropped on another part of the page.
  await page.focus("#explained");
  await page.click(".menu summary");
  await page.click(".menu-list button >> nth=0");
  await page.waitForSelector("main#page:not([hidden])");
  await drop(page, "again.log", log);
  await page.waitForSelector("main#page", { state: "hidden" });
  assert.match(page.url(), /#\/own$/);

  // Nothing that is known; and markup that stays text.
  const unknown = await type(page, "<img src=x onerror=alert(1)>\u{1b}[2J");
  assert.match(unknown, /go list -json -deps \. > list\.json/);
  assert.equal(await page.$("#found img"), null);
  assert.equal(await page.evaluate(() => document.getElementById("explained").offsetParent), null, "an old lesson is beside another text");
  assert.match(await choose(page, "cut.json", "{\"ImportPath\": \"a\""), /cut\.json:1:\d+: the JSON is cut short/);
  assert.match(await choose(page, "large.log", "x".repeat((22 << 20) + 1)), /22 MB/);
  assert.equal(await page.inputValue("#own-text"), "");

  // A program is walked through, with all that a lesson has.
  const program = readFileSync(new URL("../../lessons/programs/pair.json", import.meta.url), "utf8");
  assert.match(await choose(page, "mine.json", program), /A recorded program: example\.com\/pair/);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} pixels are not enough`);
  }
  await page.click("#found .play");
  await page.waitForFunction(() => document.body.dataset.own === undefined && location.hash === "#~program/begin");
  await page.keyboard.press("2");
  await page.waitForSelector("#inspected .drawing svg");
  await page.focus("#explained");
  await page.keyboard.press("o");
  await page.waitForFunction(() => document.body.dataset.own === "plays" && location.hash === "#/own");
  await page.goBack();
  await page.waitForFunction(() => document.body.dataset.own === undefined && location.hash === "#~program/begin");
  await backTo(page, before);
}
