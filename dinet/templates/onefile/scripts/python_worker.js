import { takePart, unpackPart } from "./packed_parts.js";

/** @typedef {{ told: string, file: Uint8Array<ArrayBuffer> }} WorkerAnswer */

/** Why a call got no answer: it was ended, or there is no worker. */
export class WorkerEndedError extends Error {}

/** What did the work broke down over a call; it has to be started anew. */
export class BrokenOffError extends WorkerEndedError {}

/** @type {Promise<string> | undefined} */
let workerAddress;

async function addressOfWorker() {
  const source = await unpackPart("worker");
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

/** Python in a worker of its own. It answers one call after another, and can be ended. */
export class PythonWorker {
  /**
   * @param {"desk" | "pdf"} role
   * @param {(step: string) => void} tellStep Hears how far it is with starting.
   */
  constructor(role, tellStep) {
    this.role = role;
    this.tellStep = tellStep;
    /** Of the memory that Python has, in bytes. */
    this.memory = 0;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {{ resolve: (answer: any) => void, reject: (error: Error) => void } | null} */
    this.waiting = null;
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /** Start it; when this is kept, Python is ready. Calls wait for that. */
  start() {
    this.turn = this.startWorker();
    return this.turn;
  }

  async startWorker() {
    workerAddress ??= addressOfWorker();
    const worker = new Worker(await workerAddress);
    this.worker = worker;
    worker.onerror = (event) => this.fail(new BrokenOffError(event.message || "Worker"));
    worker.onmessage = ({ data }) => this.hear(data);
    const [runtime, memory, site] = ["runtime", "memory", "site"].map(takePart);
    const pdf = this.role === "pdf" ? takePart("pdf") : null;
    await this.send({ role: this.role, runtime, memory, site, pdf });
  }

  /**
   * What Python answers to a call.
   *
   * @param {string} call
   * @param {Uint8Array | null} data
   * @returns {Promise<WorkerAnswer>}
   */
  ask(call, data = null) {
    const answer = this.turn.then(() => this.send({ call, data }));
    this.turn = answer.catch(() => null);
    return answer;
  }

  /** @param {Record<string, unknown>} message */
  send(message) {
    return new Promise((resolve, reject) => {
      if (!this.worker) {
        reject(new WorkerEndedError("ended"));
        return;
      }
      this.waiting = { resolve, reject };
      this.worker.postMessage(message);
    });
  }

  /** @param {any} message */
  hear(message) {
    if (message.step) {
      this.tellStep(message.step);
      return;
    }
    this.memory = message.bytes ?? this.memory;
    // what a document can do to Python is answered; where it throws, it is of no more use
    if (message.failure) this.fail(new BrokenOffError(message.failure));
    else this.waiting?.resolve(message);
  }

  /** @param {Error} error */
  fail(error) {
    this.waiting?.reject(error);
    this.waiting = null;
  }

  /** End it, whatever it is doing; who waits for it hears so. */
  end() {
    this.worker?.terminate();
    this.worker = null;
    this.fail(new WorkerEndedError("ended"));
  }
}
