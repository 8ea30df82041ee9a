import { saveBytes } from "./elements.js";
import { DefectError } from "./engine.js";
import { WorkerEndedError } from "./python_worker.js";
import { say, spokenLanguage } from "./said_words.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {"waiting" | "reading" | "read" | "refused"} State */

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** One document that lies on the desk, with what is known of it. */
export class OpenDocument {
  /**
   * @param {Engine} engine
   * @param {string} key
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer> | null} bytes None of a document that dinet finds on disk.
   */
  constructor(engine, key, name, bytes) {
    this.engine = engine;
    this.key = key;
    this.name = name;
    this.bytes = bytes;
    /** @type {State} */
    this.state = "waiting";
    this.message = "";
    /** @type {any} */
    this.told = null;
    this.mapping = "";
    /** @type {import("./questions.js").Answers} */
    this.answers = {};
    this.redact = false;
    this.isOnDisk = bytes === null;
    /** What it was read with: another language, other limits or a new Python make it old. */
    this.edition = "";
  }

  /** What it would be read with now. */
  editionNow() {
    const { generation, limits, settled } = this.engine;
    const of = [generation, limits, settled, spokenLanguage(), this.redact, this.mapping];
    return JSON.stringify(of);
  }

  /** Read it, unless it has been read in this way. */
  async read() {
    const edition = this.editionNow();
    if (this.edition === edition) return;
    this.state = "reading";
    this.message = "";
    const { key, name, mapping, redact } = this;
    try {
      const reply = await this.engine.call(
        "read_document",
        { key, name, mapping, redact },
        this.bytes,
      );
      this.told = { ...reply.told, ...this.keptForm(reply.told) };
      this.state = "read";
    } catch (error) {
      this.state = "refused";
      // what went wrong in dinet itself is no message for who reads the page
      const isDefect = error instanceof DefectError;
      this.message = isDefect ? say("defect", { name }) : messageOf(error);
      throw error;
    } finally {
      this.edition = edition;
    }
  }

  /** The questions that it had before they were answered. @param {any} told */
  keptForm(told) {
    return this.mapping && this.told ? { questions: this.told.questions } : { form: told.form };
  }

  /**
   * A page to look at.
   *
   * @param {string} view
   * @param {OpenDocument | null} other What it is compared with.
   */
  async pageOf(view, other) {
    await this.read();
    await other?.read();
    const given = { key: this.key, view, other: other?.key ?? "" };
    return (await this.engine.call("show_view", given)).file;
  }

  /**
   * Make a file and have it saved; how it is called.
   *
   * @param {string} form
   */
  async saveOutput(form) {
    await this.read();
    const made = await this.engine.call("make_output", { key: this.key, form });
    saveBytes(made.file, made.told.name);
    return made.told.name;
  }

  /**
   * Have a file written beside the document on disk; where it is.
   *
   * @param {{ form: string } | { answers: import("./questions.js").Answers }} what
   * @returns {Promise<string>}
   */
  async saveBeside(what) {
    await this.read();
    return (await this.engine.call("save_beside", { key: this.key, ...what })).told.written;
  }

  /**
   * Make all files, and have them saved as one archive.
   *
   * @param {string[]} forms
   * @param {(form: string) => void} tell Hears of each before it is made.
   * @returns Which could not be made, and why.
   */
  async saveAll(forms, tell) {
    await this.read();
    const made = [];
    const refused = [];
    for (const form of forms) {
      tell(form);
      try {
        await this.engine.call("make_output", { key: this.key, form });
        made.push(form);
      } catch (error) {
        if (error instanceof WorkerEndedError) throw error;
        refused.push({ form, error });
      }
    }
    const archive = await this.engine.call("make_archive", { key: this.key, forms: made });
    saveBytes(archive.file, archive.told.name);
    return refused;
  }

  /**
   * Put answers into the form; the document has to be read again with it.
   *
   * @param {import("./questions.js").Answers} answers
   */
  async fillForm(answers) {
    const reply = await this.engine.call("fill_form", { key: this.key, answers });
    this.answers = answers;
    return reply;
  }
}
