/* What-ifs with names in an address: what is written is read back, whatever stands in it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../../dinet/templates/page/scripts/address.js";
import { readScenario, writeScenario } from "../../dinet/templates/page/scripts/scenario.js";

test("a scenario that was typed by hand is understood", () => {
  const { scenario } = readAddress("view-scenarios?scenario=Zonder+sport:I20,I21,!Team%20Sport");
  assert.deepEqual(scenario.map(readScenario), [
    { name: "Zonder sport", stop: ["I20", "I21"], noowner: ["Team Sport"], nosource: [] },
  ]);
});

test("scenarios are read back as they were, with every sign in their names", () => {
  const strange = ["", "a:b,c", "!x", "~y", "50% & meer=+?#", "\u00e9\u4e2d", "a+b"];
  const some = strange.map((name) => {
    return { name, stop: ["!I1", "~I2", "I,3"], noowner: strange.slice(1), nosource: ["~CBS"] };
  });
  const state = { ...readAddress("view-table"), scenario: some.map(writeScenario) };
  const read = readAddress(writeAddress(state).slice(1)).scenario;
  assert.deepEqual(read.map(readScenario), some);
});

test("what is no scenario switches nothing off", () => {
  assert.deepEqual(readScenario("%E0%A4"), { name: "", stop: [], noowner: [], nosource: [] });
});
