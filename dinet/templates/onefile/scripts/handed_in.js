import { PythonWorker } from "./python_worker.js";
import { servedFacts } from "./served_desk.js";

/**
 * @typedef {{ key: string, kind: string, svg: string, width: number, height: number,
 *   asked: string, seconds: number }} Wanted
 */

const IDLE_MS = 5000;

/** @type {PythonWorker | null} */
let pdfWorker = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idleClock;

/** Start the worker for PDF before it is needed; an installed dinet needs none. */
export function preparePdf() {
  if (pdfWorker || servedFacts()) return;
  const worker = new PythonWorker("pdf", () => {});
  pdfWorker = worker;
  worker.start().catch(() => endPdf());
}

/** End the worker for PDF; the next PDF gets a new one. */
export function endPdf() {
  pdfWorker?.end();
  pdfWorker = null;
}

/**
 * A PDF taken apart in a worker of its own, which is ended when it takes too long.
 *
 * @param {Wanted} wanted
 * @param {Uint8Array} data
 * @returns {Promise<{ file?: Uint8Array, failure?: string }>}
 */
export async function takePdfApart(wanted, data) {
  preparePdf();
  clearTimeout(idleClock);
  const worker = /** @type {PythonWorker} */ (pdfWorker);
  try {
    await worker.turn;
  } catch {
    return { failure: "not_started" };
  }
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    endPdf();
  }, wanted.seconds * 1000);
  try {
    return { file: (await worker.ask(wanted.asked, data)).file };
  } catch {
    endPdf(); // it was ended, or its memory is full: nothing of it can be used again
    return late ? { failure: "too_late" } : { file: new Uint8Array() };
  } finally {
    clearTimeout(clock);
    idleClock = setTimeout(endPdf, IDLE_MS); // it holds a hundred MB that nobody uses
  }
}

/**
 * A drawing as a picture of dots, by the canvas of the browser.
 *
 * @param {Wanted} wanted
 */
export async function drawDots({ svg, width, height }) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("canvas");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.drawImage(image, 0, 0, width, height);
    /** @type {Blob | null} */
    const blob = await new Promise((keep) => canvas.toBlob(keep, "image/png"));
    if (!blob) throw new Error("canvas");
    return { file: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    URL.revokeObjectURL(address);
  }
}
