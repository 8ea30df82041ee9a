// Starts the Python of the file under Node, and has it compile what goes into the file. Then starts
// it once more, has it import dinet, and keeps the memory of that: the browser goes on from there.
// Arguments: the folder of Pyodide, a folder with archives of sources, one for what comes out, and
// the script that compiles.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, sources, results, script] = process.argv.slice(2).map((each) => path.resolve(each));
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")).href);
const ENVIRONMENT = {
  HOME: "/home/pyodide",
  PYDANTIC_DISABLE_PLUGINS: "__all__",
  PYTHONHASHSEED: "0", // the same memory each time
  PYTHONNODEBUGRANGES: "1", // a tenth of the code says in which column it stood
  TZ: "UTC",
};
const FREE_SIZES = [20, 18, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4].map((power) => 2 ** power);
const HOLD = `
import os, sys, zipfile
with zipfile.ZipFile("/site.zip") as parts:
    parts.extractall("/site")
os.remove("/site.zip")
sys.path[:0] = ["/site", "/site/libraries.zip"]
from dinet.onefile.kept_memory import answer_page_here, settle_memory
settle_memory()
`;

/** @param {Record<string, unknown>} options */
function startPython(options = {}) {
  const indexURL = runtime + path.sep;
  return loadPyodide({ indexURL, env: ENVIRONMENT, _sysExecutable: "python", ...options });
}

/** Let no clock and no chance into the memory that is kept: the browser gives Python new chance. */
function holdClocks() {
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length ? given : [0]));
    }
    static now() {
      return 0;
    }
  };
  performance.now = () => 0;
  Math.random = () => 0.5;
  let last = 1;
  const fill = (view) => {
    for (let place = 0; place < view.length; place += 1) {
      last = (last * 48271) % 2147483647; // the minimal standard of Park and Miller
      view[place] = last;
    }
    return view;
  };
  crypto.randomFillSync = fill;
  globalThis.crypto.getRandomValues = fill;
}

/** Nothing in the memory that nobody uses: it would only take room. */
function clearFreeMemory(module) {
  const end = () => module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  const held = [];
  for (const size of FREE_SIZES) {
    for (const before = end(); end() === before;) {
      const place = module._malloc(size);
      module.HEAPU8.fill(0, place, place + size);
      held.push(place);
    }
  }
  for (const place of held) module._free(place);
  module.HEAPU8.fill(0, end());
}

/** The memory of a Python that has imported dinet, and what the browser must know of it. */
async function keepMemory(compiler) {
  const standard = path.join(results, "standard.zip");
  fs.writeFileSync(standard, compiler.FS.readFile("/out/standard.zip"));
  holdClocks();
  const python = await startPython({ stdLibURL: standard, _makeSnapshot: true });
  fs.unlinkSync(standard);
  const module = python._module;
  python.FS.writeFile("/site.zip", compiler.FS.readFile("/out/site.zip"));
  const modules = python.runPython(HOLD);
  clearFreeMemory(module);
  const facts = { places: module.libraryPlaces, bytes: module.HEAPU8.length };
  compiler.FS.writeFile("/in/modules.json", modules);
  compiler.FS.writeFile("/in/libraries.json", JSON.stringify(facts));
  compiler.FS.writeFile("/out/memory", python.makeMemorySnapshot());
}

const python = await startPython();
for (const folder of ["/in", "/out"]) python.FS.mkdir(folder);
for (const name of fs.readdirSync(sources)) {
  python.FS.writeFile(`/in/${name}`, fs.readFileSync(path.join(sources, name)));
}
try {
  const globals = python.toPy({ __name__: "compile_site" });
  python.runPython(fs.readFileSync(script, "utf8"), { globals });
  python.runPython("compile_all()", { globals });
  await keepMemory(python);
  python.runPython("pack_all()", { globals });
} catch (error) {
  console.error(String(error.message).slice(-2000)); // without the source of the runtime
  process.exit(1);
}
for (const name of python.FS.readdir("/out")) {
  if (name.startsWith(".")) continue;
  fs.writeFileSync(path.join(results, name), python.FS.readFile(`/out/${name}`));
}
