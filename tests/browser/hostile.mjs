// A lesson, a glossary and a program that somebody wrote to do harm stay text on the page.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HARM = [
  "<script>window.harmed = 1</script>",
  "</script><script>window.harmed = 2</script>",
  "<img src=x onerror='window.harmed = 3'>",
  "<svg onload='window.harmed = 4'></svg>",
  "<!--<script>",
];
const harm = HARM.join(" ");
const text = JSON.stringify(`${harm} \`${harm}\` <https://example.com/\"onclick=harmed=5>`);
const option = (right) => `{ text: ${text}, why: ${text}${right ? ", right: true" : ""} }`;

/** Writes the lesson, and says where. */
export function hostileLesson(scratch) {
  const folder = join(scratch, "hostile");
  mkdirSync(folder, { recursive: true });
  const env = { GOVERSION: "go1.23.9", GOROOT: "/usr/local/go", GOOS: "linux", GOARCH: "amd64", GOHOSTOS: "linux", GOHOSTARCH: "amd64", GOCACHE: "/tmp/cache" };
  const [, , tag] = HARM;
  const packages = [
    { Dir: "/usr/local/go/src/runtime", ImportPath: "runtime", Name: "runtime", Standard: true, Goroot: true, DepOnly: true, GoFiles: ["proc.go"] },
    { Dir: `/home/${tag}`, ImportPath: `example.com/${tag.replaceAll(" ", "")}`, Name: "p", DepOnly: true, Imports: ["runtime"], GoFiles: [`${tag}.go`, "</script>.go"] },
    { Dir: "/home/x", ImportPath: "command-line-arguments", Name: "main", Imports: ["runtime", `example.com/${tag.replaceAll(" ", "")}`], GoFiles: ["main.go"] },
  ];
  writeFileSync(join(folder, "hostile.json"), JSON.stringify({ gostep_program: 1, about: harm, env, dir: "/home/x", durations_ms: {}, packages }));
  const lesson = join(folder, "hostile.yaml");
  writeFileSync(lesson, `gostep_lesson: 1
id: hostile
title: ${text}
program: hostile.json
steps:
- id: all
  title: ${text}
  to: end
  lead: ${text}
  note: ${text}
  say: ${text}
- id: asks
  title: ${text}
  ask:
    kind: choice
    text: ${text}
    options: [${option(true)}, ${option(false)}]
    hints: [${text}]
  say: ${text}
`);
  return lesson;
}

/** Looks at all of it. */
export async function tryHostile(page) {
  const unharmed = async (where) => assert.equal(await page.evaluate(() => window.harmed), undefined, where);
  await unharmed("at first");
  for (const key of ["1", "2", "3", "4", "5"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
    await unharmed(`inspector ${key}`);
  }
  assert.ok((await page.textContent("#explained")).includes(HARM[0]), "what was written is not shown as text");
  assert.deepEqual(await page.$$eval("#app [href]", (links) => links.map((link) => link.getAttribute("href")).filter((href) => /javascript/i.test(href))), []);
  assert.deepEqual(await page.$$eval("#app *", (all) => all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on")))), []);
  await page.keyboard.press("PageDown");
  await page.waitForSelector("form.question");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".told strong");
  await unharmed("an answer");
  const [notes] = await Promise.all([page.waitForEvent("popup"), page.click(".menu summary").then(() => page.click(".menu-list button:has-text('Notes window')"))]);
  await notes.waitForSelector("main h1");
  assert.equal(await notes.evaluate(() => window.harmed), undefined, "notes");
  await notes.close();
}
