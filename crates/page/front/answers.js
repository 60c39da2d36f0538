// Where answers come from: the program that serves the page, or the simulation inside of it.

/** A request that was refused, with a sentence for the reader. */
export class Refused extends Error {}

/** @type {Promise<(request: string) => string> | undefined} */
let simulation;

/**
 * Asks the simulation.
 * @param {Record<string, unknown>} request
 * @returns {Promise<any>}
 */
export async function ask(request) {
  const text = JSON.stringify(request);
  const reply = JSON.parse(await (document.body.dataset.answers === "server" ? post(text) : local(text)));
  if (reply.error) {
    throw new Refused(reply.error.message);
  }
  return reply;
}

/** @param {string} request */
async function post(request) {
  const reply = await fetch("./ask", { method: "POST", body: request });
  if (!reply.ok) {
    throw new Error(`${reply.status} ${reply.statusText}`);
  }
  return reply.text();
}

/** @param {string} request */
async function local(request) {
  simulation ??= startSimulation();
  try {
    return (await simulation)(request);
  } catch (problem) {
    simulation = undefined;
    throw problem;
  }
}

/** The compressed module, which is in the page or beside it. */
async function packed() {
  const { answers, beside } = document.body.dataset;
  if (answers === "beside" && beside) {
    const reply = await fetch(beside);
    if (!reply.ok || !reply.body) {
      throw new Error(`${beside}: ${reply.status} ${reply.statusText}`);
    }
    return reply.body;
  }
  const inside = document.getElementById("wasm")?.textContent;
  if (!inside) {
    throw new Error("no simulation");
  }
  return new Blob([unlettered(inside.trim())]).stream();
}

/**
 * The bytes of letters, as `letters.rs` writes them: two of 91 letters are thirteen bits, a last one alone is six.
 * @param {string} text
 */
function unlettered(text) {
  const values = new Uint8Array(128);
  for (let code = 33, value = 0; code < 127; code += 1) {
    values[code] = value;
    value += "&<>".includes(String.fromCharCode(code)) ? 0 : 1;
  }
  const single = text.length % 2;
  const bytes = new Uint8Array(Math.floor((((text.length - single) / 2) * 13 + single * 6) / 8));
  let [bits, count, at] = [0, 0, 0];
  for (let pair = 0; pair < text.length; pair += 2) {
    const high = pair + 1 < text.length ? values[text.charCodeAt(pair + 1)] : 0;
    bits |= (values[text.charCodeAt(pair)] + high * 91) << count;
    count += pair + 1 < text.length ? 13 : 6;
    for (; count >= 8; count -= 8) {
      bytes[at] = bits & 255;
      at += 1;
      bits >>>= 8;
    }
  }
  return bytes;
}

/** Starts the simulation with the lessons of the page. */
async function startSimulation() {
  const unpacked = (await packed()).pipeThrough(new DecompressionStream("gzip"));
  const module = await WebAssembly.instantiate(await new Response(unpacked).arrayBuffer(), {});
  const wasm = /** @type {any} */ (module.instance.exports);
  /** @param {"open" | "ask"} what @param {string} text */
  const say = (what, text) => {
    const bytes = new TextEncoder().encode(text);
    const at = wasm.input(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    wasm[what]();
    return new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.output(), wasm.length()));
  };
  const problem = say("open", document.getElementById("shelf")?.textContent || "{}");
  if (problem) {
    throw new Error(problem);
  }
  /** @param {string} request */
  return (request) => say("ask", request);
}
