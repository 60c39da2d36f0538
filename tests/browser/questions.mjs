// Every question is answered wrong and right on the page, in the words of the terminal.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const gostep = resolve(process.argv[2] ?? "../../target/debug/gostep");
const letter = (index) => String.fromCharCode(97 + index);
const text = (html) => html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
const each = (html, pattern) => [...html.matchAll(pattern)].map(([, inside]) => text(inside));

/** What could be an answer, from all options, or from what the solution says. */
function candidates(form, question, solution) {
  const all = [...each(question, /<span class="body">(.*?)<\/span>\s*<\/(?:label|button)>/gs).keys()];
  switch (form) {
    case "one": return all.map((option) => ({ options: [option] }));
    case "many": return [...Array(1 << all.length).keys()].slice(1).map((bits) => ({ options: all.filter((at) => bits & (1 << at)) }));
    case "order": {
      const items = each(question, /<span class="body">(.*?)<\/span>\s*<\/button>/gs);
      const order = each(solution, /<li>(.*?)<\/li>/gs).map((item) => items.indexOf(item));
      return [order, order.toReversed()].map((order) => ({ order }));
    }
    default: {
      const [first] = solution.match(/<p>.*?<\/p>/s) ?? [""];
      const listed = each(solution, /<li><p><code>(.*?)<\/code>/gs);
      const typed = [listed.join(" "), each(first, /<code>(.*?)<\/code>/gs).join(" "), ...each(solution, /<code>(.*?)<\/code>/gs), ...each(solution, /<strong>(.*?)<\/strong>/gs), "-"];
      return [...typed, "99999", "main", "fmt", "go.mod"].filter(Boolean).map((typed) => ({ typed }));
    }
  }
}

/** A right and a wrong answer to each question of a served page: the simulation judges, so nothing here knows an answer. */
export async function judged(address, lang) {
  const ask = async (request) => (await fetch(new URL("ask", address), { method: "POST", body: JSON.stringify(request) })).json();
  const found = [];
  const { lessons } = await ask({ ask: "course", lang });
  for (const lesson of lessons) {
    for (const [step] of [...lesson.steps.entries()].filter(([, { asks }]) => asks)) {
      const place = { lesson: lesson.name, lang, step };
      const { form, question } = await ask({ ask: "step", place });
      const { html } = await ask({ ask: "solution", place });
      const options = each(question, /<span class="body">(.*?)<\/span>\s*<\/(?:label|button)>/gs);
      const known = { lesson: lesson.name, step, form, options };
      for (const given of candidates(form, question, html)) {
        const { right } = await ask({ ask: "answer", place, given });
        if (right !== undefined) {
          known[right ? "right" : "wrong"] ??= given;
        }
      }
      found.push(known);
    }
  }
  return found;
}

/** The answer as a line that is typed at a terminal, where some options go by their names. */
const line = ({ options, order, typed }, names) => typed ?? (options ?? order).map((at) => names?.[at] ?? letter(at)).join(" ");

/** What the terminal says when it practises these questions, without blanks and marks. */
function terminal(lesson, questions, lang, scratch) {
  const data = join(scratch, `practice-${lesson}`);
  mkdirSync(data, { recursive: true });
  const { lessons: [{ frames }] } = JSON.parse(execFileSync(gostep, ["export", lesson, "--to", "json", "--lang", lang], { encoding: "utf8", maxBuffer: 1 << 28 }));
  const seen = Object.fromEntries(frames.map(({ id }) => [id, 1]));
  writeFileSync(join(data, "progress.json"), JSON.stringify({ gostep_progress: 1, lessons: { [lesson]: { left_at: frames[0].id, left: 1, seen } } }));
  const input = questions.flatMap(({ step, options, wrong, right }) => {
    const names = frames[step].question.form.form === "pick" ? options : undefined;
    return [line(wrong, names), line(right, names)];
  }).join("\n");
  const env = { ...process.env, GOSTEP_DATA_DIR: data, GOSTEP_SEED: "0", COLUMNS: "100", NO_COLOR: "1" };
  return plain(execFileSync(gostep, ["practice", lesson, "--plain", "--lang", lang], { input: `${input}\n`, encoding: "utf8", env }));
}

/** Without blanks, marks, and the signs before items of a list. */
const plain = (text) => text.replace(/[\s`*_•-]+/g, "");

/** Gives an answer as a reader does, and reads what is said. */
async function give(page, { options, order, typed }) {
  const fields = await page.$$("form.question .option");
  if (typed !== undefined) {
    await page.fill("form.question .typed", typed);
  }
  for (const box of await page.$$("form.question input[type=checkbox]:checked")) {
    await box.uncheck();
  }
  for (const picked of await page.$$("form.question [aria-pressed=true]")) {
    await picked.click();
  }
  for (const at of options ?? order ?? []) {
    await fields[at].click();
  }
  await page.$eval(".told", (told) => told.replaceChildren());
  await page.click("form.question button[type=submit]");
  await page.waitForSelector(".told strong");
  return page.$eval(".told", (told) => ({ kind: told.className, said: told.querySelector("div").textContent }));
}

/** Answers all questions of some lessons, on a page that has options in the author's order. */
export async function tryQuestions(page, { known, lessons, lang, scratch }) {
  const kinds = new Set();
  let count = 0;
  for (const lesson of lessons) {
    const questions = known.filter((question) => question.lesson === lesson);
    const heard = terminal(lesson, questions, lang, scratch);
    for (const question of questions) {
      const { step, form, wrong, right } = question;
      const where = `${lesson} ${step + 1}`;
      assert.ok(wrong && right, `${where}: no wrong or no right answer was found`);
      await page.evaluate((hash) => { location.hash = hash; }, `#${lesson}/${step + 1}`);
      await page.waitForFunction(([lesson, step]) => document.querySelector(".lessons").value === lesson && document.querySelector(".steps").value === String(step), [lesson, step]);
      for (const [given, kind] of [[wrong, "wrong-answer"], [right, "right-answer"]]) {
        const { kind: shown, said } = await give(page, given);
        assert.ok(shown.includes(kind), `${where}: ${JSON.stringify(given)} is told as ${shown}`);
        assert.ok(heard.includes(plain(said)), `${where}: the terminal does not say: ${said}`);
      }
      kinds.add(form);
      count += 1;
    }
  }
  return { kinds: [...kinds].sort(), count };
}
