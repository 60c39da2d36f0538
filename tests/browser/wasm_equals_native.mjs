// The simulation in a page says what the program says, byte for byte: every step of every lesson in every language, its
// frame, its pictures and its answer, and requests that are refused.
//
//     node tests/browser/wasm_equals_native.mjs target/debug/gostep target/gostep.wasm.gz
//
// Both are made from the same source: tools/wasm, and then cargo build. Needs Node and no browser.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";

const gostep = resolve(process.argv[2] ?? "target/debug/gostep");
const packed = resolve(process.argv[3] ?? "target/gostep.wasm.gz");
const INSPECTORS = ["step", "graph", "lanes", "files", "cache"];
const LANGS = ["en", "zh"];

/** The simulation, with the lessons that come with gostep. */
async function simulation() {
  const { instance } = await WebAssembly.instantiate(gunzipSync(readFileSync(packed)), {});
  const wasm = instance.exports;
  const say = (what, text) => {
    const bytes = new TextEncoder().encode(text);
    const at = wasm.input(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    wasm[what]();
    return Buffer.from(new Uint8Array(wasm.memory.buffer, wasm.output(), wasm.length()));
  };
  assert.equal(String(say("open", "{}")), "");
  return (request) => say("ask", request);
}

/** The program, and where it answers. */
async function program() {
  const served = spawn(gostep, ["serve", "--no-open", "--port", "0", "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done, fail) => {
    served.once("exit", () => fail(new Error("gostep serve has ended")));
    served.stdout.on("data", (text) => {
      const found = String(text).match(/http:\S+/);
      if (found) { done(new URL("ask", found[0])); }
    });
  });
  const ask = async (request) => {
    const reply = await fetch(address, { method: "POST", body: request });
    assert.equal(reply.status, 200, request);
    return Buffer.from(await reply.arrayBuffer());
  };
  return { ask, end: () => served.kill() };
}

const local = await simulation();
const { ask, end } = await program();
let compared = 0;
let bytes = 0;

/** Asks both, and gives the reply. */
async function both(request) {
  const text = JSON.stringify(request);
  const [here, there] = [local(text), await ask(text)];
  if (!here.equals(there)) {
    const at = here.findIndex((byte, at) => byte !== there[at]);
    const around = (reply) => String(reply.subarray(Math.max(0, at - 80), at + 80));
    assert.fail(`${text} at byte ${at}:\nwasm:   ${around(here)}\nnative: ${around(there)}`);
  }
  compared += 1;
  bytes += here.length;
  return JSON.parse(String(here));
}

try {
  for (const lang of LANGS) {
    const { lessons } = await both({ ask: "course", lang });
    assert.ok(lessons.length > 5, "no lessons");
    for (const { name } of lessons) {
      const { steps } = await both({ ask: "step", place: { lesson: name, lang } });
      assert.ok(steps > 1, name);
      for (let step = 0; step < steps; step += 1) {
        const place = { lesson: name, lang, step };
        const { moment } = await both({ ask: "frame", place });
        await both({ ask: "step", place });
        await both({ ask: "solution", place });
        await both({ ask: "hint", place, number: 0 });
        await both({ ask: "log", place, most: 40 });
        for (const inspector of INSPECTORS) {
          await both({ ask: "inspect", place, inspector, width: 700 });
        }
        // Another order of options, and the build in the middle of its way.
        await both({ ask: "step", place: { ...place, seed: 7 } });
        await both({ ask: "frame", place: { ...place, events: Math.floor(moment.events / 2) } });
      }
      await both({ ask: "frame", place: { lesson: name, lang, step: steps - 1, workers: 3 } });
    }
  }
  for (const lang of LANGS) {
    const { programs, groups } = await both({ ask: "what_if_choices", lang });
    for (const { lesson, brought, name } of programs) {
      const program = { lesson, brought, name };
      for (const { name: change, parts } of groups.flatMap(({ kinds }) => kinds)) {
        const [first] = parts.length ? (await both({ ask: "what_if_values", program, change })).values : [];
        const written = first === undefined ? change : `${change}=${first}`;
        await both({ ask: "what_if", lang, program, width: 700, arms: [{ changes: [written], expects: { compiled: "1" } }, { changes: ["all"], flags: { p: 2 } }] });
      }
    }
  }
  await both({ ask: "step", place: { lesson: "nowhere", lang: "en" } });
  await both({ ask: "nothing" });
} finally {
  end();
}
console.log(`wasm equals native: ${compared} replies, ${bytes} bytes`);
