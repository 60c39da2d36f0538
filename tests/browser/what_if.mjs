// What-ifs on a page: by keys, with an expectation, with two builds, on a phone.

import assert from "node:assert/strict";

/** Chooses in the last field of a kind, and waits until the parts behind it are there. */
async function choose(page, field, value, parts) {
  await page.selectOption(field, value);
  const row = field.split(" ").slice(0, -1).join(" ");
  await page.waitForFunction(([row, parts]) => document.querySelectorAll(`${row} .parts .field`).length === parts, [row.replace(/ \.parts.*/, ""), parts]);
}

/** Builds, and waits for what came of it. */
async function build(page) {
  const before = await page.$(".arm-outcome > h2");
  await page.click(".bench button[type=submit]");
  await page.waitForFunction((before) => {
    const now = document.querySelector(".arm-outcome > h2");
    return now && now !== before && !document.querySelector(".bench[aria-busy]");
  }, before);
}

/**
 * Tries what-ifs, and goes back to where it was.
 * @param {(page: any, name: string) => Promise<void>} [look] looks for what keeps readers out
 */
export async function tryWhatIfs(page, look = async () => {}) {
  const lesson = page.url();
  await page.focus("#explained");
  await page.keyboard.press("w");
  await page.waitForSelector("#page .arm .kind");
  assert.match(page.url(), /#what-if$/);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  assert.ok(!(await page.isVisible(".panes")));

  const first = ".arm:first-child li:first-child";
  await choose(page, `${first} .kind`, "export", 2);
  await choose(page, `${first} .parts select`, "fmt", 2);
  await page.fill(".arm .short", "2");
  await build(page);
  assert.match(await page.textContent("#page .told"), /^✓.*2/);
  assert.match(await page.textContent(".report"), /export=fmt\/?[^=]*53/);
  assert.ok(await page.$(".arm-outcome svg.lanes"));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H2");

  await page.click(".second");
  const second = ".arm:last-child li:first-child";
  await choose(page, `${second} .kind`, "syntax-error", 1);
  await choose(page, `${second} .parts select`, "fmt", 1);
  await build(page);
  assert.equal(await page.$$eval(".arm-outcome", (arms) => arms.length), 2);
  assert.ok((await page.$$(".differences li")).length >= 3);
  await page.click(".arm-outcome:last-child details:nth-of-type(2) summary");
  assert.equal(await page.textContent(".arm-outcome:last-child .failed .sign"), "✗");
  assert.match(await page.textContent(".arm-outcome:last-child pre code"), /^gostep whatif hello syntax-error=fmt$/);

  const tops = () => page.$$eval(".arm-outcome", (arms) => arms.map((arm) => Math.round(arm.getBoundingClientRect().top)));
  const [left, right] = await tops();
  assert.equal(left, right, "side by side where there is room");
  await look(page, "what if");
  await page.setViewportSize({ width: 360, height: 800 });
  const [above, below] = await tops();
  assert.ok(below > above + 200, "below each other on a phone");
  for (const details of await page.$$("#page details")) {
    await details.evaluate((details) => { details.open = true; });
  }
  const wide = () => page.evaluate(() => [document.documentElement.scrollWidth, document.getElementById("page").scrollWidth].every((width) => width <= innerWidth));
  await page.waitForFunction(() => document.querySelector(".arm-outcome svg.lanes").getBoundingClientRect().width <= innerWidth);
  assert.ok(await wide(), "360 pixels are not enough for what-ifs");
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok(await wide());

  // What is wrong is said where it is, and the other build all the same.
  await choose(page, `${second} .kind`, "undo", 1);
  await build(page);
  assert.match(await page.textContent(".arm-outcome:last-child [role=alert]"), /^undo/);
  assert.ok(await page.$(".arm-outcome:first-child .report"));

  await page.focus("#page h1");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".panes", { state: "visible" });
  assert.equal(page.url(), lesson);
  await page.goBack();
  await page.waitForSelector("#page .arm-outcome .report");
  await page.goForward();
  await page.waitForSelector(".panes", { state: "visible" });
}
