/**
 * What runs beside the page: Python, with dinet in it. The page posts one message at a time.
 *
 * Python does not start here: it goes on from a memory in which dinet was imported when the file
 * was made. Above this stands what the builder adds: `startPyodide`, which gives Python for such a
 * memory, and never asks anything of a network.
 */
/* global startPyodide */

const LIBRARIES = "libraries.json";
const CHUNK = 1 << 17;
/** In bytes: what WebAssembly knows of a buffer is where it is, its size and how far it got. */
const BUFFER_FACTS = 12;
const END_OF_FOLDER = 0x06054b50;
const END_SIZE = 22;
/** Names of files for a moment must not be the same in every browser. */
const AWAKE = `
import sys
if "random" in sys.modules:
    sys.modules["random"].seed()
answer = answer_page_here
`;
const AWAKE_FOR_PDF = `
from dinet.onefile.kept_memory import answer_pdf as answer
from dinet.readers.pdf_pages import pages
`;
const PDF_LIBRARY = "/site/pypdfium2_raw/libpdfium.so";

let python = null;
let answer = null;

/** @param {Blob} part */
function unpackedStream(part) {
  return part.stream().pipeThrough(new DecompressionStream("gzip"));
}

/** A part that was packed by Zstandard: its size, and what was packed. @param {Blob} part */
async function packedPart(part) {
  const bytes = new Uint8Array(await part.arrayBuffer());
  return { size: new DataView(bytes.buffer).getUint32(0, true), packed: bytes.subarray(4) };
}

/**
 * Unpack with the code for it that Python has, which runs before there is a Python.
 *
 * @param {any} runtime
 * @param {Uint8Array} packed
 * @param {Uint8Array} target
 */
function unpackInto(runtime, packed, target) {
  const context = runtime._ZSTD_createDCtx();
  const [given, made] = [runtime._malloc(CHUNK), runtime._malloc(CHUNK)];
  const facts = runtime._malloc(2 * BUFFER_FACTS);
  const state = () => new Uint32Array(runtime.HEAPU8.buffer, facts, 6);
  let reached = 0;
  for (let begin = 0; begin < packed.length; begin += CHUNK) {
    const piece = packed.subarray(begin, begin + CHUNK);
    runtime.HEAPU8.set(piece, given);
    state().set([made, CHUNK, 0, given, piece.length, 0]);
    let isFull = true;
    while (isFull || state()[5] < piece.length) {
      state()[2] = 0;
      const left = runtime._ZSTD_decompressStream(context, facts, facts + BUFFER_FACTS);
      if (runtime._ZSTD_isError(left)) throw new Error("a part of this file is damaged");
      const size = state()[2];
      target.set(runtime.HEAPU8.subarray(made, made + size), reached);
      reached += size;
      isFull = size === CHUNK;
    }
  }
  for (const place of [given, made, facts]) runtime._free(place);
  runtime._ZSTD_freeDCtx(context);
  return target;
}

/**
 * The files of a ZIP in which nothing is compressed. They share its memory.
 *
 * @param {Uint8Array} archive
 * @returns {Generator<[string, Uint8Array]>}
 */
function* storedFiles(archive) {
  const data = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = archive.length - END_SIZE;
  if (data.getUint32(end, true) !== END_OF_FOLDER)
    throw new Error("a part of this file is damaged");
  let place = data.getUint32(end + 16, true);
  for (let left = data.getUint16(end + 10, true); left; left -= 1) {
    const [size, nameSize] = [data.getUint32(place + 24, true), data.getUint16(place + 28, true)];
    const head = data.getUint32(place + 42, true);
    const name = new TextDecoder().decode(archive.subarray(place + 46, place + 46 + nameSize));
    const begin = head + 30 + data.getUint16(head + 26, true) + data.getUint16(head + 28, true);
    yield [name, archive.subarray(begin, begin + size)];
    place += 46 + nameSize + data.getUint16(place + 30, true) + data.getUint16(place + 32, true);
  }
}

/** @param {any} FS @param {string} path @param {Uint8Array} data */
function writeFile(FS, path, data) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, data, { canOwn: true });
}

/**
 * Make the surroundings what they were when the memory was kept: files, libraries, size.
 *
 * @param {any} runtime
 * @param {Uint8Array} site
 * @param {Uint8Array} memory
 */
async function surround(runtime, site, memory) {
  for (const [name, data] of storedFiles(site)) writeFile(runtime.FS, `/${name}`, data);
  const told = runtime.FS.readFile(`/${LIBRARIES}`, { encoding: "utf8" });
  const { places, bytes } = JSON.parse(told);
  runtime.keptPlaces = places;
  for (const name of Object.keys(places)) {
    const how = { global: false, nodelete: true, loadAsync: true, allowUndefined: false };
    await runtime.loadDynamicLibrary(name, how, {}, 0);
  }
  runtime.keptPlaces = null;
  if (runtime.HEAPU8.length < bytes) runtime.growMemory(bytes);
  runtime.HEAPU8.fill(0, bytes);
  return memory;
}

async function start({ role, runtime: program, memory, site, pdf }) {
  postMessage({ step: "python" });
  const [kept, files] = await Promise.all([memory, site].map(packedPart));
  const whole = new Uint8Array(kept.size);
  python = await startPyodide(unpackedStream(program), whole, async (runtime) => {
    postMessage({ step: "libraries" });
    unpackInto(runtime, kept.packed, whole);
    const archive = unpackInto(runtime, files.packed, new Uint8Array(files.size));
    postMessage({ step: "dinet" });
    await surround(runtime, archive, whole);
    if (!pdf) return;
    const library = await packedPart(pdf);
    const bytes = new Uint8Array(library.size);
    writeFile(runtime.FS, PDF_LIBRARY, unpackInto(runtime, library.packed, bytes));
  });
  python._api.config._loadSnapshot = null;
  // each is of no more use, and none of them is let go of soon
  for (const bytes of [whole, kept.packed, files.packed]) bytes.buffer.transfer?.(0);
  python._module.addTrampoline();
  python.runPython(role === "pdf" ? AWAKE_FOR_PDF : AWAKE);
  answer = python.globals.get("answer");
  postMessage({ ready: true, bytes: python._module.HEAPU8.length });
}

function answerCall({ call, data }) {
  const given = answer(call, data ? python.toPy(data) : null);
  const [told, file] = given.toJs();
  given.destroy();
  const bytes = file.slice ? file.slice() : new Uint8Array(file);
  postMessage({ told, file: bytes, bytes: python._module.HEAPU8.length }, [bytes.buffer]);
}

onmessage = async ({ data: message }) => {
  try {
    if (message.role) await start(message);
    else answerCall(message);
  } catch (error) {
    postMessage({ failure: String((error && error.message) || error).slice(-4000) });
  }
};
postMessage({ step: "unpack" });
