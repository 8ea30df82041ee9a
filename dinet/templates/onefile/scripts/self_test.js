import { newButton, newElement, saveBytes } from "./elements.js";
import { say } from "./said_words.js";

const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const PATIENCE_MS = 5000;

function hasWebAssembly() {
  return typeof WebAssembly === "object" && Boolean(new WebAssembly.Module(EMPTY_MODULE));
}

async function startsWorkers() {
  const source = new Blob(["postMessage(1)"], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(address);
  try {
    return await new Promise((keep) => {
      worker.onmessage = () => keep(true);
      worker.onerror = () => keep(false);
      setTimeout(() => keep(false), PATIENCE_MS);
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

async function unpacksGzip() {
  return Boolean(new DecompressionStream("gzip"));
}

async function drawsPictures() {
  return Boolean(document.createElement("canvas").getContext("2d"));
}

/** What the browser must be able to do, each with the key of its words. */
const DEMANDS = [
  { key: "webassembly", holds: async () => hasWebAssembly() },
  { key: "workers", holds: startsWorkers },
  { key: "gzip", holds: unpacksGzip },
  { key: "canvas", holds: drawsPictures },
];

/** @param {() => Promise<unknown>} holds */
async function holdsHere(holds) {
  try {
    return Boolean(await holds());
  } catch {
    return false;
  }
}

/** Which demands the browser does not meet; empty when dinet can run. */
export async function unmetDemands() {
  const unmet = [];
  for (const { key, holds } of DEMANDS) if (!(await holdsHere(holds))) unmet.push(key);
  return unmet;
}

/**
 * Show what the browser can do, and what to ask of the administrator where it cannot.
 *
 * @param {HTMLElement} panel
 * @param {string} trial What reading the built-in example gave; empty when it was not tried.
 */
export async function showSelfTest(panel, trial) {
  const unmet = await unmetDemands();
  const list = newElement("ul", "", { class: "tests" });
  for (const { key } of DEMANDS) {
    const fine = !unmet.includes(key);
    const row = newElement("li", "", { class: fine ? "fine" : "wrong" });
    row.append(newElement("b", fine ? say("yes") : say("no")), ` ${say(`test_${key}`)}`);
    if (!fine) row.append(newElement("p", say(`ask_${key}`)));
    list.append(row);
  }
  if (trial) list.append(newElement("li", trial));
  panel.replaceChildren(
    newElement("p", unmet.length ? say("test_failed") : say("test_passed"), { class: "lead" }),
    list,
    newButton(say("save_test"), () => {
      const lines = [...list.querySelectorAll("li")].map((row) => row.textContent);
      const told = [navigator.userAgent, ...lines].join("\n");
      saveBytes(new TextEncoder().encode(`${told}\n`), "dinet-zelftest.txt");
    }),
  );
}
