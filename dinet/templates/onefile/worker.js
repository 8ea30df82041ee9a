/**
 * What runs beside the page: Python, with dinet in it. The page posts one message at a time.
 *
 * Above this stands what the builder adds: `startPyodide`, which gives Python for the files that it
 * is handed, and never asks anything of a network.
 */
/* global startPyodide */

const START = `
import os, shutil, sys, zipfile
from compression import zstd
# from file to file: the memory of Python itself never becomes smaller again
with open("/site.zip.zst", "rb") as packed, open("/site.zip", "wb") as unpacked:
    unpacked.truncate(zstd.get_frame_info(packed.read(64)).decompressed_size)
    packed.seek(0)
    with zstd.open(packed) as parts:
        shutil.copyfileobj(parts, unpacked, 1 << 20)
os.remove("/site.zip.zst")
with zipfile.ZipFile("/site.zip") as parts:
    parts.extractall("/site")
os.remove("/site.zip")
sys.path[:0] = ["/site", "/site/libraries.zip"]
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
`;
const DESK = `
from pathlib import Path
from dinet.onefile.desk import Desk, answer_page
from dinet.onefile.warm_up import load_usual_parts
load_usual_parts()
desk = Desk(Path("/desk"))
def answer(call, data):
    told, file = answer_page(desk, call, bytes(data) if data else b"")
    return told, memoryview(file)
`;
const PDF = `
import json
from dinet.limits import Limits
from dinet.readers.pdf_pages import pages
from dinet.readers.pdf_pages.child import answer_for
def answer(call, data):
    bullets, limits = json.loads(call)
    return "", memoryview(answer_for(bytes(data), frozenset(bullets), Limits(*limits)))
`;

let python = null;
let answer = null;

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

async function unpack(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start({ role, runtime, standard, site }) {
  const [code, library] = await Promise.all([runtime, standard].map(unpack));
  postMessage({ step: "python" });
  python = await startPyodide({ "pyodide.asm.wasm": code, "python_stdlib.zip": library });
  postMessage({ step: "libraries" });
  python.FS.writeFile("/site.zip.zst", bytesOf(site), { canOwn: true });
  python.runPython(START);
  postMessage({ step: "dinet" });
  python.runPython(role === "pdf" ? PDF : DESK);
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
