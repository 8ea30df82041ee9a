import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { carryParts } from "./carried_parts.js";

carryParts({
  words: JSON.stringify({
    taken_over: { nl: "ander tabblad", en: "another tab" },
    too_large: { nl: "te groot", en: "too large" },
    no_answer: { nl: "geen antwoord", en: "no answer" },
  }),
  served: JSON.stringify({ token: "T", lang: "nl", documents: [] }),
});
const { ServedDesk, UnansweredError, joinCall, servedFacts, splitAnswer } =
  await import("../../dinet/templates/onefile/scripts/served_desk.js");

const { BrokenOffError } = await import("../../dinet/templates/onefile/scripts/python_worker.js");

const fetchOfNode = globalThis.fetch;
/** @type {{ what: string, headers: any, body: Uint8Array }[]} */
const asked = [];

/** @param {(what: string) => Promise<Response> | Response} answer */
function answerWith(answer) {
  asked.length = 0;
  globalThis.fetch = async (what, given) => {
    asked.push({
      what: String(what),
      headers: given?.headers,
      body: /** @type {Uint8Array} */ (given?.body),
    });
    return answer(String(what));
  };
}

/** @param {string} what */
function usualAnswer(what) {
  const told = what === "start" ? '{"edition": "7"}' : '{"name": "x"}';
  return new Response(`${told}\nbytes\nmore`);
}

afterEach(() => {
  globalThis.fetch = fetchOfNode;
});

test("a call keeps its bytes, whatever they are", () => {
  const data = Uint8Array.of(10, 0, 255, 10);
  const { told, file } = splitAnswer(joinCall('{"a": "é"}', data));
  assert.equal(told, '{"a": "é"}');
  assert.deepEqual(file, data);
  assert.equal(splitAnswer(joinCall("{}", null)).file.length, 0);
});

test("the desk is asked with what only this page knows", async () => {
  assert.deepEqual(servedFacts()?.token, "T");
  answerWith(usualAnswer);
  const desk = new ServedDesk(() => {});
  desk.start();
  const { told, file } = await desk.ask("{}", null);
  assert.equal(told, '{"name": "x"}');
  assert.equal(new TextDecoder().decode(file), "bytes\nmore");
  assert.deepEqual(
    asked.map(({ what, headers }) => [what, headers["X-Token"], headers["X-Edition"]]),
    [
      ["start", "T", ""],
      ["call", "T", "7"],
    ],
  );
});

for (const [status, kind, words] of /** @type {const} */ ([
  [409, UnansweredError, "ander tabblad"],
  [413, UnansweredError, "te groot"],
  [403, UnansweredError, "geen antwoord"],
  [502, BrokenOffError, "ended"],
])) {
  test(`status ${status} is told as what it is`, async () => {
    answerWith(() => new Response("", { status }));
    const desk = new ServedDesk(() => {});
    await assert.rejects(desk.ask("{}"), (error) => {
      assert.ok(error instanceof kind);
      assert.equal(error.message, words);
      return true;
    });
  });
}

test("a server that is gone is told, and a call that was ended is no failure of it", async () => {
  answerWith(() => Promise.reject(new TypeError("failed to fetch")));
  const desk = new ServedDesk(() => {});
  await assert.rejects(desk.ask("{}"), UnansweredError);
  desk.end();
  await assert.rejects(desk.ask("{}"), (error) => !(error instanceof UnansweredError));
});

test("calls wait for each other, and one that fails holds up none", async () => {
  let number = 0;
  answerWith(() => {
    number += 1;
    return new Response(`{"n": ${number}}\n`, { status: number === 1 ? 502 : 200 });
  });
  const desk = new ServedDesk(() => {});
  const first = desk.ask("{}");
  const second = desk.ask("{}");
  await assert.rejects(first, BrokenOffError);
  assert.equal((await second).told, '{"n": 2}');
});
