import { partText } from "./packed_parts.js";
import { BrokenOffError, WorkerEndedError } from "./python_worker.js";
import { say } from "./said_words.js";

/** @typedef {import("./python_worker.js").WorkerAnswer} WorkerAnswer */
/** @typedef {{ token: string, lang: string, documents: [string, string][] }} Served */

const LINE_END = 10;
const BROKEN_OFF = 502;
const TAKEN_OVER = 409;
const TOO_LARGE = 413;

/** Why dinet did not answer, in words for the user. */
export class UnansweredError extends WorkerEndedError {}

/** What an installed dinet serves this page with; null in the one file. @returns {Served | null} */
export function servedFacts() {
  const text = partText("served");
  return text ? JSON.parse(text) : null;
}

/**
 * A call as it is sent: a line of JSON, and the bytes of a file.
 *
 * @param {string} call
 * @param {Uint8Array | null} data
 */
export function joinCall(call, data) {
  const line = new TextEncoder().encode(`${call}\n`);
  const body = new Uint8Array(line.length + (data?.length ?? 0));
  body.set(line);
  if (data) body.set(data, line.length);
  return body;
}

/**
 * What is answered: a line of JSON, and the bytes of a file.
 *
 * @param {Uint8Array<ArrayBuffer>} body
 * @returns {WorkerAnswer}
 */
export function splitAnswer(body) {
  const end = body.indexOf(LINE_END);
  const told = new TextDecoder().decode(body.subarray(0, end));
  return { told, file: body.slice(end + 1) };
}

/** @param {number} status */
function refusalOf(status) {
  if (status === BROKEN_OFF) return new BrokenOffError("ended");
  if (status === TAKEN_OVER) return new UnansweredError(say("taken_over"));
  return new UnansweredError(status === TOO_LARGE ? say("too_large") : say("no_answer"));
}

/** The installed dinet that serves this page, asked as the worker of the one file is. */
export class ServedDesk {
  /** @param {(step: string) => void} tellStep */
  constructor(tellStep) {
    this.tellStep = tellStep;
    this.memory = 0;
    this.edition = "";
    this.stopping = new AbortController();
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /** Have it start anew; when this is kept, it can be asked. Calls wait for that. */
  start() {
    this.turn = this.startDesk();
    return this.turn;
  }

  async startDesk() {
    this.tellStep("dinet");
    const { told } = splitAnswer(await this.send("start", joinCall("{}", null)));
    this.edition = JSON.parse(told).edition;
  }

  /**
   * What dinet answers to a call.
   *
   * @param {string} call
   * @param {Uint8Array | null} data
   * @returns {Promise<WorkerAnswer>}
   */
  ask(call, data = null) {
    const answer = this.turn
      .then(() => this.send("call", joinCall(call, data)))
      .then((body) => splitAnswer(body));
    this.turn = answer.catch(() => null);
    return answer;
  }

  /** @param {string} what @param {Uint8Array<ArrayBuffer>} body */
  async send(what, body) {
    const headers = {
      "Content-Type": "application/octet-stream",
      "X-Token": servedFacts()?.token ?? "",
      "X-Edition": this.edition,
    };
    const { signal } = this.stopping;
    try {
      const answer = await fetch(what, { method: "POST", headers, body, signal });
      if (!answer.ok) throw refusalOf(answer.status);
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof WorkerEndedError) throw error;
      if (signal.aborted) throw new WorkerEndedError("ended");
      throw new UnansweredError(say("no_answer"));
    }
  }

  /** Hear no more of what it is doing; it is ended when another is started. */
  end() {
    this.stopping.abort();
  }
}

/** Have dinet itself end. */
export function endServer() {
  return new ServedDesk(() => {}).send("end", joinCall("{}", null));
}
