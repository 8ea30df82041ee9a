import assert from "node:assert/strict";
import { test } from "node:test";
import { carryParts } from "./carried_parts.js";

carryParts({ words: "{}", served: "{}" });
const { DefectError, Engine, RefusedError } =
  await import("../../dinet/templates/onefile/scripts/engine.js");
const { BrokenOffError } = await import("../../dinet/templates/onefile/scripts/python_worker.js");

/** @param {unknown[]} answers In the order in which they are given; an error is thrown. */
function engineThatAnswers(answers) {
  const engine = new Engine(() => {});
  /** @type {string[]} */
  const asked = [];
  Object.assign(engine.worker, {
    ask: async (/** @type {string} */ call) => {
      asked.push(call);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return { told: JSON.stringify(answer), file: Uint8Array.of(5) };
    },
  });
  return { engine, asked };
}

test("a call tells the language and the limits, and gives data with a file", async () => {
  const { engine, asked } = engineThatAnswers([{ name: "plan.csv" }]);
  engine.limits = "cells=9";
  const { told, file } = await engine.call("make_output", { form: "csv" });
  assert.deepEqual([told.name, file[0]], ["plan.csv", 5]);
  assert.deepEqual(JSON.parse(asked[0]), {
    method: "make_output",
    arguments: { lang: "nl", limits: "cells=9", form: "csv" },
  });
});

test("what dinet refuses and where it fails are told apart", async () => {
  const { engine } = engineThatAnswers([{ error: "te groot" }, { defect: "KeyError" }]);
  await assert.rejects(engine.call("read_document"), RefusedError);
  await assert.rejects(engine.call("read_document"), DefectError);
});

test("what only the page can do is handed in, and the same call is made again", async () => {
  const wanted = { key: "k", kind: "pdf", asked: "[]", seconds: 1 };
  const { engine, asked } = engineThatAnswers([{ wanted: [wanted] }, {}, { name: "x" }]);
  await engine.call("read_document");
  assert.equal(asked[0], asked[2]);
  assert.equal(JSON.parse(asked[1]).answer, "k");
});

test("a dinet that broke off is started anew, and the call is told as ended", async () => {
  const { engine } = engineThatAnswers([new BrokenOffError("ended")]);
  let started = 0;
  Object.assign(engine, { restart: async () => (started += 1) });
  await assert.rejects(engine.call("read_document"), BrokenOffError);
  assert.equal(started, 1);
});
