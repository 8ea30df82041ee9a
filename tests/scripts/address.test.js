import assert from "node:assert/strict";
import { test } from "node:test";
import {
  encodeWord,
  readAddress,
  writeAddress,
} from "../../dinet/templates/page/scripts/address.js";
import { createChance, makeState } from "./networks.js";
/** @import { AddressLists, AddressWords } from "../../dinet/templates/page/scripts/types.d.ts" */

const HARD_WORDS = ["I1", "a,b", "a&b=c", "50%", "#?", "é ü", "<b>", "🏊", " ", "100% ja?"];

test("an address gives back the state that it was made of", () => {
  const chance = createChance(3);
  /** @type {(keyof AddressLists)[]} */
  const lists = ["kind", "owner", "phase", "finding", "stop", "nosource", "closed", "open"];
  /** @type {(keyof AddressWords)[]} */
  const words = ["first", "theme", "focus", "alone", "find", "matrix", "at"];
  for (let round = 0; round < 500; round += 1) {
    const state = makeState();
    for (const name of chance.some(lists, 0.4)) state[name] = chance.some(HARD_WORDS, 0.3);
    for (const name of chance.some(words, 0.4)) state[name] = chance.choose(HARD_WORDS);
    assert.deepEqual(readAddress(writeAddress(state).slice(1)), state);
  }
});

test("an address says only what is chosen", () => {
  assert.equal(writeAddress(makeState({ first: "S7" })), "#S7");
  const chosen = makeState({ first: "S7", stop: ["I1", "I2"], find: "zwem" });
  assert.equal(writeAddress(chosen), "#S7?stop=I1,I2&find=zwem");
});

test("what cannot be understood in an address is left out", () => {
  assert.deepEqual(
    readAddress("%E0%A4%A?colour=red&stop=I1,I1&theme"),
    makeState({ stop: ["I1"] }),
  );
  assert.deepEqual(readAddress(""), makeState());
});

test("a state cannot be changed by names that every object has", () => {
  assert.deepEqual(readAddress("x?__proto__=1&constructor=2"), makeState({ first: "x" }));
});

test("half a character becomes a mark in an address and not an error", () => {
  assert.equal(decodeURIComponent(encodeWord("a\ud800b")), "a\ufffdb");
});
