// The page in a real browser, as it is served, as a file from disk and as a site.
//
//     cd tests/browser && npm ci && node page.mjs ../../target/debug/gostep
//
// Needs a gostep that was built with the simulation for pages (tools/wasm). CHROMIUM names another browser.

import assert from "node:assert/strict";
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { tryOwn, tryOwnInHaste } from "./own.mjs";
import { hostileLesson, tryHostile } from "./hostile.mjs";
import { tryProgress } from "./progress.mjs";
import { judged, tryQuestions } from "./questions.mjs";
import { tryTasks } from "./tasks.mjs";
import { tryWhatIfs } from "./what_if.mjs";

const gostep = resolve(process.argv[2] ?? "../../target/debug/gostep");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "gostep-browser-"));
// The learner of these tests is nobody else, and has options in the author's order.
process.env.GOSTEP_DATA_DIR = join(scratch, "data");
process.env.GOSTEP_SEED = "0";
const learner = JSON.stringify({ gostep_progress: 1, seed: 0, lessons: {} });
const run = (...args) => execFileSync(gostep, args, { stdio: ["ignore", "inherit", "inherit"] });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page that fails the test at the first error, warning, or request to elsewhere. */
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.addInitScript((learner) => {
    // Only where the page is opened first: a script that runs as early as this one may be told that nothing is kept,
    // although there is, and would overwrite it.
    if (performance.getEntriesByType("navigation")[0]?.type === "reload") {
      return;
    }
    try {
      localStorage.setItem("gostep-progress", localStorage.getItem("gostep-progress") ?? learner);
    } catch {
      // A page that is not there yet keeps nothing.
    }
  }, learner);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) { wrong.push(message.text()); } });
  page.on("request", (request) => { if (new URL(request.url()).origin !== new URL(address).origin) { wrong.push(request.url()); } });
  await page.goto(address);
  const close = async () => {
    assert.deepEqual(wrong, []);
    await context.close();
  };
  return { page, close };
}

const live = (page) => page.waitForSelector("body.live #explained h1");
const shown = (page) => page.evaluate(() => document.querySelector("#explained").innerHTML);

/** Does what leads to another step, and waits for it. */
async function arrive(page, act) {
  const before = page.url();
  await act();
  await page.waitForFunction((before) => location.href !== before, before);
  await page.waitForFunction(() => document.querySelector(".steps").selectedIndex + 1 === Number(document.querySelector(".where").textContent.match(/(\d+) \/ \d+$/)[1]));
}

/** Plays lessons to their ends by keys and by clicks, and back again. */
async function play(page, lessons) {
  let steps = 0;
  for (const lesson of lessons) {
    if ((await page.inputValue(".lessons")) !== lesson) {
      await arrive(page, () => page.selectOption(".lessons", lesson));
    }
    const count = await page.$$eval(".steps option", (options) => options.length);
    const met = [await shown(page)];
    for (let step = 1; step < count; step += 1) {
      await arrive(page, () => (step % 2 ? page.keyboard.press("PageDown") : page.click(".bottom .next")));
      met.push(await shown(page));
      if (await page.$("form.question")) {
        await page.click("form.question .row button:last-child");
        await page.waitForSelector(".told strong");
        await page.focus("#explained");
      }
    }
    assert.ok(await page.isDisabled(".bottom .next"));
    for (let step = count - 2; step >= 0; step -= 1) {
      await arrive(page, () => (step % 2 ? page.keyboard.press("PageUp") : page.click(".bottom .back")));
      const again = await shown(page);
      const differs = [...again].findIndex((letter, at) => letter !== [...met[step]][at]);
      assert.ok(again === met[step], `${lesson}: another step ${step + 1} on the way back, from: ${again.slice(Math.max(differs - 20, 0), differs + 120)}`);
    }
    steps += count;
  }
  return steps;
}

/** Looks for what keeps readers out. */
async function lookForBarriers(page, where) {
  const problems = await page.evaluate(async (axe) => {
    if (!window.axe) { new Function(axe)(); }
    const { violations } = await window.axe.run(document);
    return violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, axe).catch((error) => [String(error)]);
  assert.deepEqual(problems, [], where);
}

/** What goes on beside the steps. */
async function lookAround(page, address) {
  for (const key of ["2", "3", "4", "5", "1"]) {
    await page.keyboard.press(key);
    await page.waitForSelector(`#tab-${key - 1}[aria-selected=true]`);
    if (key !== "1") {
      await page.waitForSelector("#inspected .drawing svg, #inspected button, #inspected figure");
    }
  }
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open] kbd");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("mkdir");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /\d+ \/ \d+/.test(document.querySelector(".count").textContent));
  await page.click("summary");
  const [notes] = await Promise.all([page.waitForEvent("popup"), page.click("text=Notes window")]);
  await notes.waitForSelector("main h1");
  await notes.close();
  await page.keyboard.press("p");
  await page.waitForSelector("body.presenting");
  await page.keyboard.press("Escape");
  await page.waitForSelector("body:not(.presenting)");
  for (const theme of ["dark", "contrast", "light"]) {
    await page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);
    for (const width of [360, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} pixels are not enough`);
    }
    await lookForBarriers(page, theme);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.click("summary");
  await page.click(".menu-list button[lang=zh-Hans]");
  await page.waitForFunction(() => /[\u4e00-\u9fff]/.test(document.querySelector("#explained h1").textContent));
  await page.goto(`${address.split("#")[0]}#log/2`);
  await page.waitForFunction(() => document.querySelector(".steps").value === "1");
}

/** A folder as any web server has it. */
function serveFolder(folder) {
  const types = { html: "text/html; charset=utf-8", gz: "application/gzip" };
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url, "http://x").pathname) || "index.html";
    try {
      const bytes = readFileSync(join(folder, name));
      response.writeHead(200, { "Content-Type": types[name.split(".").at(-1)] ?? "text/plain" }).end(bytes);
    } catch {
      response.writeHead(name === "favicon.ico" ? 204 : 404).end();
    }
  });
  return new Promise((done) => { server.listen(0, "127.0.0.1", () => done(server)); });
}

const programs = [];

/** Serves lessons, and gives back the address. */
function serve(...args) {
  const program = spawn(gostep, ["serve", "--no-open", "--port", "0", "--lang", "en", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  programs.push(program);
  return new Promise((done, fail) => {
    program.once("exit", () => fail(new Error("gostep serve has ended")));
    program.stdout.once("data", (data) => done(String(data).match(/http:\S+/)[0]));
  });
}

let server;
try {
  const served = await serve();
  const { page, close } = await open(served);
  await live(page);
  const lessons = await page.$$eval(".lessons option", (options) => options.map(({ value }) => value));
  const steps = await play(page, lessons);
  const known = await judged(served, "en");
  const inEnglish = await tryQuestions(page, { known, lessons, lang: "en", scratch });
  await tryTasks(page, lookForBarriers);
  await page.focus("#explained");
  await tryWhatIfs(page, lookForBarriers);
  await page.focus("#explained");
  await tryOwn(page, lookForBarriers);
  await page.focus("#explained");
  await tryOwnInHaste(page);
  await lookAround(page, served);
  // It is Chinese now.
  const inChinese = await tryQuestions(page, { known: await judged(served, "zh"), lessons, lang: "zh", scratch });
  for (const { kinds, count } of [inEnglish, inChinese]) {
    assert.deepEqual([kinds, count], [["many", "one", "order", "typed"], known.length]);
  }
  await tryProgress(page, { scratch, isServed: true });
  await close();
  console.log(`served: ${lessons.length} lessons, ${steps} steps, ${known.length} questions in two languages`);

  const file = join(scratch, "course.html");
  run("export", "course", "--lang", "en", "-o", file);
  const site = join(scratch, "site");
  run("export", "--site", site, "course", "--lang", "en");
  server = await serveFolder(site);
  const root = `http://127.0.0.1:${server.address().port}/`;

  for (const address of [pathToFileURL(file).href, `${root}log.html`]) {
    const { page, close } = await open(address);
    await live(page);
    const here = await page.$$eval(".lessons option", (options) => options.map(({ value }) => value));
    const lessons = address.startsWith("file:") ? ["order", "faults"] : here.slice(0, 1);
    const steps = await play(page, lessons);
    await tryQuestions(page, { known, lessons, lang: "en", scratch });
    await page.focus("#explained");
    await tryWhatIfs(page);
    await tryOwn(page);
    await tryProgress(page, { scratch, isServed: false });
    await close();
    console.log(`${address.startsWith("file:") ? "a file" : "a site"}: ${steps} steps`);
  }
  for (const address of [pathToFileURL(file).href, `${root}order.html`, root]) {
    const { page, close } = await open(address, { javaScriptEnabled: false });
    assert.ok((await page.textContent("main#readable")).length > 500, `${address} cannot be read without a script`);
    await close();
  }
  console.log("all of it can be read without a script");

  const hostile = hostileLesson(scratch);
  const hostileFile = join(scratch, "hostile.html");
  run("export", hostile, "--lang", "en", "-o", hostileFile);
  for (const address of [await serve(hostile), pathToFileURL(hostileFile).href]) {
    const { page, close } = await open(address);
    await live(page);
    await tryHostile(page);
    await close();
  }
  console.log("a hostile lesson stays text");
} finally {
  programs.forEach((program) => program.kill("SIGINT"));
  server?.close();
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
