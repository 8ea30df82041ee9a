/**
 * What runs beside the page: Python, with dinet in it. The page posts one message at a time.
 *
 * Above this stands what the builder adds: `startPyodide`, which gives Python for the files that it
 * is handed, and never asks anything of a network.
 */
/* global startPyodide */

const SITE_ARCHIVE = "/site.zip";
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
def places():
    with open("/site.zip", "rb") as data, zipfile.ZipFile(data) as parts:
        for part in parts.infolist():
            data.seek(part.header_offset + 26) # where its head says how long its name is
            lengths = [int.from_bytes(data.read(2), "little") for _ in range(2)]
            yield part.filename, part.header_offset + 30 + sum(lengths), part.file_size
sys.path[:0] = ["/site", "/site/libraries.zip"]
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
list(places())
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

/** @param {Blob} part */
function unpackedStream(part) {
  return part.stream().pipeThrough(new DecompressionStream("gzip"));
}

/**
 * Let the files of an archive that is not compressed stand in a folder. They share its memory.
 *
 * @param {[string, number, number][]} places Of each file: its name, where it begins, its length.
 */
function spreadArchive(places) {
  const { FS } = python;
  const whole = FS.lookupPath(SITE_ARCHIVE).node.contents;
  const folders = new Set();
  for (const [name, begin, size] of places) {
    const path = `/site/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(path, whole.subarray(begin, begin + size), { canOwn: true });
  }
  FS.unlink(SITE_ARCHIVE);
}

async function start({ role, runtime, standard, site }) {
  postMessage({ step: "python" });
  python = await startPyodide({
    "pyodide.asm.wasm": unpackedStream(runtime),
    "python_stdlib.zip": unpackedStream(standard),
  });
  postMessage({ step: "libraries" });
  const packed = new Uint8Array(await site.arrayBuffer());
  python.FS.writeFile(`${SITE_ARCHIVE}.zst`, packed, { canOwn: true });
  const places = python.runPython(START);
  spreadArchive(places.toJs());
  places.destroy();
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
