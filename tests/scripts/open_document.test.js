import assert from "node:assert/strict";
import { test } from "node:test";
import { carryParts } from "./carried_parts.js";

carryParts({ words: "{}" });
const { OpenDocument } = await import("../../dinet/templates/onefile/scripts/open_document.js");

/** A dinet that answers what is set, and remembers what it was asked. */
class AnsweringEngine {
  constructor() {
    this.generation = 1;
    this.limits = "";
    /** @type {[string, any, unknown][]} */
    this.asked = [];
    /** @type {Record<string, unknown> | Error} */
    this.told = { form: "vraag", questions: [1] };
  }

  /** @param {string} method @param {any} given @param {unknown} data */
  async call(method, given = {}, data = null) {
    this.asked.push([method, given, data]);
    if (this.told instanceof Error) throw this.told;
    return { told: this.told, file: new Uint8Array() };
  }
}

/** @param {Uint8Array<ArrayBuffer> | null} bytes */
function laidDown(bytes = Uint8Array.of(1)) {
  const engine = new AnsweringEngine();
  const one = new OpenDocument(/** @type {any} */ (engine), "1", "plan.md", bytes);
  return { engine, one };
}

test("a document is read once for every way in which it can be read", async () => {
  const { engine, one } = laidDown();
  await one.read();
  await one.read();
  assert.equal(engine.asked.length, 1);
  one.redact = true;
  await one.read();
  engine.generation += 1; // a new Python has forgotten it
  await one.read();
  engine.limits = "pdf-seconds=3";
  await one.read();
  assert.equal(engine.asked.length, 4);
});

test("questions stay after they were answered, so that an answer can be changed", async () => {
  const { engine, one } = laidDown();
  await one.read();
  one.mapping = "koppeling: 1";
  engine.told = { form: "", questions: [] };
  await one.read();
  assert.deepEqual(one.told.questions, [1]);
});

test("a document that is refused says why, and is asked again only in another way", async () => {
  const { engine, one } = laidDown();
  engine.told = new Error("plan.md: leeg");
  await assert.rejects(one.read());
  assert.deepEqual([one.state, one.message], ["refused", "plan.md: leeg"]);
  await one.read();
  assert.equal(engine.asked.length, 1);
});

test("what is on disk is not sent, and its files go beside it", async () => {
  const { engine, one } = laidDown(null);
  engine.told = { form: "", questions: [], written: "/map/plan.csv" };
  assert.equal(one.isOnDisk, true);
  assert.equal(await one.saveBeside({ form: "csv" }), "/map/plan.csv");
  assert.deepEqual(
    engine.asked.map(([method, , data]) => [method, data]),
    [
      ["read_document", null],
      ["save_beside", null],
    ],
  );
});

test("what is compared is read first", async () => {
  const { one } = laidDown();
  const { engine, one: other } = laidDown();
  await one.pageOf("compare", other);
  assert.deepEqual(
    engine.asked.map(([method]) => method),
    ["read_document"],
  );
});
