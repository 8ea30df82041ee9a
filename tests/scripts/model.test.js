import assert from "node:assert/strict";
import { test } from "node:test";
import { fillBlanks, simplifyText } from "../../dinet/templates/page/scripts/model.js";
import { createChance, listIds, makeAnyModel, makeModel } from "./networks.js";
/** @import { NetworkElement } from "../../dinet/templates/page/scripts/types.d.ts" */
/** @import { Model } from "../../dinet/templates/page/scripts/model.js" */

const SPORT = makeModel(
  [
    "T1",
    "T2",
    "D1",
    "D2",
    { id: "S1", text: "Eén café per wijk", sources: ["CBS"] },
    { id: "I1", owners: ["GGD"], planning: [["2026", "start"]], phase: "start", places: [0] },
    "I2",
    "I3",
  ],
  [
    "D1 > T1 part_of",
    "D2 > T2 part_of",
    "S1 > D1 measures",
    "S1 > D2 measures",
    "I1 > S1",
    "I2 > D2",
    "I3 > I2 depends_on",
  ],
  { findings: [["error", "Fout", "DC103", "Geen doel.", ["I3", "I3", "X9"]]] },
);
/** @param {string} id */
function get(id) {
  return /** @type {NetworkElement} */ (SPORT.byId.get(id));
}

test("an element serves every theme that it reaches over links that carry support", () => {
  assert.deepEqual(listIds(SPORT.findHomes(get("I1"))), ["T1", "T2"]);
  assert.deepEqual(listIds(SPORT.findHomes(get("I2"))), ["T2"]);
  assert.deepEqual(listIds(SPORT.findHomes(get("I3"))), []);
  assert.deepEqual(listIds(SPORT.findHomes(get("T1"))), ["T1"]);
  assert.deepEqual(listIds(SPORT.findThemes(get("T1"))), []);
});

test("the way of an element is what it serves, what serves it, and the links between", () => {
  const path = SPORT.findPath(get("D2"));
  assert.deepEqual(new Set(listIds(path.all)), new Set(["D2", "T2", "S1", "I1", "I2"]));
  assert.equal(path.joins(get("S1"), get("D2")), true);
  assert.equal(path.joins(get("S1"), get("D1")), false);
  assert.equal(path.holds(get("I3")), false);
});

test("near is what at most two links of any kind join", () => {
  assert.deepEqual(new Set(listIds(SPORT.listAround(get("I3")))), new Set(["I3", "I2", "D2"]));
});

test("a search finds every word, whatever its capitals and accents", () => {
  assert.deepEqual(listIds(SPORT.searchElements("WIJK een cafe")), ["S1"]);
  assert.deepEqual(listIds(SPORT.searchElements("cbs")), ["S1"]);
  assert.deepEqual(listIds(SPORT.searchElements("ggd")), ["I1"]);
  assert.deepEqual(SPORT.searchElements("cafe ggd"), []);
  assert.deepEqual(SPORT.searchElements("  "), []);
  assert.equal(simplifyText("ÀÉÎÕÜ"), "aeiou");
});

test("an element knows its findings once, its phases once, and its places in words", () => {
  assert.deepEqual(listIds(SPORT.elements.filter((each) => each.findings.length)), ["I3"]);
  assert.equal(get("I3").findings.length, 1);
  assert.deepEqual(SPORT.listPhases(get("I1")), ["start"]);
  assert.deepEqual(SPORT.listPlaces(get("I1")), ["plan.docx, table 1"]);
});

test("what stops is judged by links that carry support only", () => {
  const lost = SPORT.useStopping().findLosses(new Set([get("I2").number, get("I3").number]));
  // its own effort goes, and the target that it shares with the other goal stays
  assert.deepEqual(
    lost.map(({ number }) => SPORT.elements[number].id),
    ["T2", "D2"],
  );
  const more = SPORT.useStopping().findLosses(new Set([get("I1").number]));
  assert.deepEqual(more.map(({ number }) => SPORT.elements[number].id).sort(), ["D1", "S1", "T1"]);
});

test("blanks are filled and unknown ones stay", () => {
  assert.equal(
    fillBlanks("{count} of {total}, {other}", { count: 0, total: 3 }),
    "0 of 3, {other}",
  );
});

/** @param {Model} model @param {NetworkElement} from */
function climbSlowly(model, from) {
  const reached = new Set([from]);
  for (let round = 0; round < model.elements.length; round += 1) {
    for (const { start, end, supports } of model.elements.flatMap((each) => each.serves)) {
      if (supports && reached.has(start)) reached.add(end);
    }
  }
  return reached;
}

test("up and down are each other's mirror in networks of any shape", () => {
  const chance = createChance(5);
  for (let round = 0; round < 60; round += 1) {
    const model = makeAnyModel(chance);
    const one = chance.choose(model.elements);
    const up = climbSlowly(model, one);
    for (const other of model.elements) {
      assert.equal(model.listUnder(other).has(one), up.has(other));
    }
    const path = model.findPath(one);
    assert.deepEqual(path.all, new Set([...model.listHanging([one]), one]));
    const homes = [...up].filter((each) => each.kind === "theme");
    assert.deepEqual(new Set(model.findHomes(one)), new Set(homes));
  }
});

test("the way between two elements is all ways along which one serves the other", () => {
  const model = makeModel(
    ["D1", "S1", "S2", "I1", "I2"],
    ["S1 > D1", "S2 > D1", "I1 > S1", "I1 > S2", "I2 > S2"],
  );
  assert.deepEqual(listIds(model.findWay(["I1", "D1"])?.all ?? []).sort(), [
    "D1",
    "I1",
    "S1",
    "S2",
  ]);
  assert.deepEqual(model.findWay(["D1", "I1"])?.all, model.findWay(["I1", "D1"])?.all);
  const chain = listIds(model.findWay(["I1", "I2"])?.all ?? []).sort();
  assert.deepEqual(chain, ["I1", "I2", "S2"]);
  const apart = makeModel(["D1", "D2", "I1"], ["I1 > D1"]);
  assert.equal(apart.findWay(["I1", "D2"]), null);
});
