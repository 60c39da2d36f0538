// A picture of a page in a browser, for the README: node picture.mjs FILE#LESSON/STEP PICTURE.png
//
// CHROMIUM names another browser.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [address, picture] = process.argv.slice(2);
const [file, place] = address.split("#");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(`${pathToFileURL(file)}#${place}`);
  await page.waitForSelector("body.live #explained h1");
  // The workers beside the explanation.
  await page.keyboard.press("3");
  await page.waitForSelector("body.live svg.picture");
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
}
