// How fast the page is: from navigation to the first step, from a key to the changed screen, and its memory.
//
//     cargo build --release && node tests/browser/figures.mjs target/release/gostep
//
// Each for a page that is served and for one that is a file, with the lessons log and rebuild and a lesson about a
// program of 2,000 packages that are made up. Medians, in milliseconds. CHROMIUM names another browser.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const gostep = resolve(process.argv[2] ?? "target/release/gostep");
const scratch = mkdtempSync(join(tmpdir(), "gostep-figures-"));
process.env.GOSTEP_DATA_DIR = join(scratch, "data");
const PACKAGES = 2000;
const LOADS = 7;
const KEYS = 30;

/** A lesson about a program in which each package imports some of those before it. */
function largeLesson() {
  const path = (at) => (at === 0 ? "runtime" : `example.com/module/part${at}`);
  const packages = [...Array(PACKAGES).keys()].map((at) => ({
    Dir: `/src/${path(at)}`, ImportPath: path(at), Name: at + 1 === PACKAGES ? "main" : `p${at}`, DepOnly: at + 1 < PACKAGES,
    Imports: [1, 7, 40, 300].filter((back) => back <= at).map((back) => path(at - back)), GoFiles: ["a.go", "b.go", "c.go", "d.go"],
  }));
  const env = { GOVERSION: "go1.23.9", GOROOT: "/usr/local/go", GOOS: "linux", GOARCH: "amd64", GOHOSTOS: "linux", GOHOSTARCH: "amd64", GOCACHE: "/home/gopher/.cache/go-build" };
  writeFileSync(join(scratch, "large.json"), JSON.stringify({ gostep_program: 1, about: "made up", env, dir: "/src", durations_ms: {}, packages }));
  const steps = [0, 400, 800, 1200, 1600, 1999].map((at) => `- id: s${at}\n  title: "${path(at)}"\n  to: { package: ${path(at)}, state: done }\n  say: "x"\n`);
  steps[steps.length - 1] = `- id: end\n  title: "The end"\n  to: end\n  say: "x"\n`;
  const lesson = join(scratch, "large.yaml");
  writeFileSync(lesson, `gostep_lesson: 1\nid: large\ntitle: "Large"\nprogram: large.json\nsteps:\n${steps.join("")}`);
  return lesson;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1].toFixed(0);

async function measure(name, address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--enable-precise-memory-info"] });
  const first = [];
  let page;
  for (let load = 0; load < LOADS; load += 1) {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    // The page itself looks at the clock as soon as a step is there; it counts from the begin of the navigation.
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (document.querySelector("body.live #explained h1")) {
          look.disconnect();
          requestAnimationFrame(() => { window.firstStep = performance.now(); });
        }
      });
      look.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => window.firstStep, undefined, { timeout: 120000 });
    first.push(await page.evaluate(() => window.firstStep));
  }
  const keys = [];
  for (let press = 0; press < KEYS; press += 1) {
    const way = press % 10 < 5 ? "PageDown" : "PageUp";
    const took = await page.evaluate((key) => new Promise((done) => {
      const title = document.querySelector("#explained");
      const begun = performance.now();
      const look = new MutationObserver(() => {
        look.disconnect();
        requestAnimationFrame(() => done(performance.now() - begun));
      });
      look.observe(title, { childList: true, subtree: true });
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }), way);
    keys.push(took);
    await page.waitForTimeout(100);
  }
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
  console.log(`${name.padEnd(24)} first step ${median(first).padStart(6)} ms   key ${median(keys).padStart(5)} ms   heap ${heap.toFixed(1)} MB`);
  await browser.close();
}

try {
  const large = largeLesson();
  for (const lesson of ["log", "rebuild", large]) {
    const name = lesson === large ? `${PACKAGES} packages` : lesson;
    const program = spawn(gostep, ["serve", lesson, "--no-open", "--port", "0", "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
    const served = await new Promise((done, fail) => {
      program.once("exit", () => fail(new Error("gostep serve has ended")));
      program.stdout.once("data", (data) => done(String(data).match(/http:\S+/)[0]));
    });
    await measure(`served, ${name}`, served);
    program.removeAllListeners("exit");
    program.kill("SIGINT");
    const file = join(scratch, "page.html");
    execFileSync(gostep, ["export", lesson, "--lang", "en", "-o", file], { stdio: ["ignore", "ignore", "inherit"] });
    await measure(`file, ${name}`, pathToFileURL(file).href);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
