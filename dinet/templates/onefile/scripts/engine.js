import { drawDots, endPdf, takePdfApart } from "./handed_in.js";
import { BrokenOffError, PythonWorker } from "./python_worker.js";
import { spokenLanguage } from "./said_words.js";
import { ServedDesk, servedFacts } from "./served_desk.js";

/** What dinet says about a document or a wish that it refuses, in words for the user. */
export class RefusedError extends Error {}

/** A fault of dinet itself, with its trace. */
export class DefectError extends Error {}

/** @typedef {{ told: any, file: Uint8Array<ArrayBuffer> }} Reply */

/**
 * Who does the work: the installed dinet that serves the page, or else Python in a worker.
 *
 * @param {(step: string) => void} tellStep
 */
function newDesk(tellStep) {
  return servedFacts() ? new ServedDesk(tellStep) : new PythonWorker("desk", tellStep);
}

/** dinet at work, with what only the page can do for it. */
export class Engine {
  /** @param {(step: string) => void} tellStep */
  constructor(tellStep) {
    this.tellStep = tellStep;
    this.worker = newDesk(tellStep);
    /** How often it was started: what an earlier one had read is forgotten. */
    this.generation = 0;
    /** @type {Promise<unknown>} */
    this.ready = Promise.resolve();
    /** Limits with other values, as the command line takes them. */
    this.limits = "";
    /**
     * Files that say how documents are audited or drawn, with what each is used for.
     *
     * @type {{ name: string, bytes: Uint8Array<ArrayBuffer>, use: string }[]}
     */
    this.settings = [];
    /** How often these were changed: what was read before is read again. */
    this.settled = 0;
  }

  /** Start Python; `ready` is kept when it can be asked. */
  start() {
    this.generation += 1;
    this.worker = newDesk(this.tellStep);
    this.ready = this.worker.start().then(() => this.settleAgain());
    return this.ready;
  }

  /** Give one that was started anew the settings of before. */
  async settleAgain() {
    for (const { name, bytes } of this.settings) {
      const call = { method: "take_setting", arguments: { name } };
      await this.worker.ask(JSON.stringify(call), bytes);
    }
  }

  /**
   * Have all documents audited or drawn as a file says, which may take the place of another.
   *
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async takeSetting(name, bytes) {
    const { use } = (await this.call("take_setting", { name }, bytes)).told;
    this.settings = this.settings.filter((one) => one.name !== name);
    this.settings.push({ name, bytes, use });
    this.settled += 1;
  }

  /** Have no document audited or drawn in another way than usual. */
  async dropSettings() {
    await this.call("drop_settings");
    this.settings = [];
    this.settled += 1;
  }

  /** End whatever is being done, and start anew. */
  restart() {
    endPdf();
    this.worker.end();
    return this.start();
  }

  /**
   * Read a document for nobody: what Python does for the first time takes it three times as long.
   *
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  warmUpReading(bytes) {
    return this.askForNobody("read_document", bytes);
  }

  /**
   * Draw that document for nobody, and put it away.
   *
   * @param {() => boolean} isIdle Whether still nobody asks anything.
   */
  async warmUpDrawing(isIdle) {
    if (isIdle()) await this.askForNobody("show_view");
    await this.askForNobody("close_document");
  }

  /** @param {string} method @param {Uint8Array<ArrayBuffer> | null} data */
  askForNobody(method, data = null) {
    const given = { key: "warm", name: "warm.docx", lang: spokenLanguage(), view: "network" };
    return this.worker.ask(JSON.stringify({ method, arguments: given }), data);
  }

  /**
   * What a method of the desk answers.
   *
   * @param {string} method
   * @param {Record<string, unknown>} given
   * @param {Uint8Array | null} data
   * @returns {Promise<Reply>}
   */
  async call(method, given = {}, data = null) {
    await this.ready;
    const shared = { lang: spokenLanguage(), limits: this.limits };
    const call = JSON.stringify({ method, arguments: { ...shared, ...given } });
    const { worker } = this; // a call that was stopped does not go on in the next worker
    for (;;) {
      const { told, file } = await this.askOf(worker, call, data);
      const reply = JSON.parse(told);
      if (!reply.wanted) return this.checkReply(reply, file);
      for (const wanted of reply.wanted) await this.handIn(worker, wanted, data);
    }
  }

  /**
   * @param {PythonWorker | ServedDesk} worker
   * @param {string} call
   * @param {Uint8Array | null} data
   */
  async askOf(worker, call, data) {
    try {
      return await worker.ask(call, data);
    } catch (error) {
      if (error instanceof BrokenOffError) await this.restart();
      throw error;
    }
  }

  /**
   * @param {any} told
   * @param {Uint8Array<ArrayBuffer>} file
   * @returns {Reply}
   */
  checkReply(told, file) {
    if (told.error) throw new RefusedError(told.error);
    if (told.defect) throw new DefectError(told.defect);
    return { told, file };
  }

  /**
   * @param {PythonWorker | ServedDesk} worker
   * @param {import("./handed_in.js").Wanted} wanted
   * @param {Uint8Array | null} data
   */
  async handIn(worker, wanted, data) {
    const made =
      wanted.kind === "pdf"
        ? await takePdfApart(wanted, data ?? new Uint8Array())
        : { ...(await drawDots(wanted)), failure: "" };
    const answer = { answer: wanted.key, failure: made.failure ?? "" };
    await worker.ask(JSON.stringify(answer), made.file ?? null);
  }
}
