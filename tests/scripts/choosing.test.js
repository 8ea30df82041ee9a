import assert from "node:assert/strict";
import { test } from "node:test";
import { countNames, createChoosing } from "../../dinet/templates/page/scripts/choosing.js";
import { createChance, listIds, makeAnyModel, makeModel, makeState } from "./networks.js";
/** @import { NetworkElement } from "../../dinet/templates/page/scripts/types.d.ts" */

const SPORT = makeModel(
  [
    ...["T1", "T2", "D1", "D2"],
    { id: "S1", grade: 0 },
    { id: "I1", owners: ["GGD", "Sport"], phase: "start" },
    { id: "I2", owners: ["GGD"], phase: "klaar" },
    { id: "I3", owners: ["Wijkteam"] },
  ],
  ["D1 > T1", "D2 > T2", "S1 > D1", "S1 > D2", "I1 > S1", "I2 > D2", "I3 > D1"],
);
const choosing = createChoosing(SPORT);
/** @param {Parameters<typeof makeState>[0]} part */
function showIds(part) {
  return listIds(choosing.chooseView(makeState(part)).shown).sort();
}

test("everything is shown when nothing is asked", () => {
  const view = choosing.chooseView(makeState());
  assert.equal(view.whole, true);
  assert.equal(view.filtered, false);
  assert.equal(view.fitting, SPORT.elements.length);
  assert.equal(view.faint.size, 0);
});

test("a filter takes any of its values, and all filters have to fit", () => {
  const alone = { alone: "1" };
  assert.deepEqual(showIds({ owner: ["Sport", "Wijkteam"], ...alone }), ["I1", "I3"]);
  assert.deepEqual(showIds({ owner: ["GGD"], phase: ["klaar"], ...alone }), ["I2"]);
  assert.deepEqual(showIds({ kind: ["goal"], owner: ["GGD"], ...alone }), []);
  assert.deepEqual(showIds({ grade: ["0"], ...alone }), ["S1"]);
});

test("what hangs together with what fits is shown faintly", () => {
  const view = choosing.chooseView(makeState({ phase: ["klaar"] }));
  assert.deepEqual(listIds(view.shown).sort(), ["D2", "I2", "T2"]);
  assert.deepEqual(listIds(view.faint).sort(), ["D2", "T2"]);
  assert.equal(view.fitting, 1);
});

test("a theme shows what serves it, and a focus what is near", () => {
  assert.deepEqual(showIds({ theme: "T1" }), ["D1", "I1", "I3", "S1", "T1"]);
  assert.deepEqual(showIds({ focus: "I2" }), ["D2", "I2", "S1", "T2"]);
  assert.deepEqual(showIds({ theme: "gone" }), listIds(SPORT.elements).sort());
});

test("a folded theme takes along what no open theme has, and says how much", () => {
  const view = choosing.chooseView(makeState({ closed: ["T1"] }));
  assert.deepEqual(listIds(view.shown).sort(), ["D2", "I1", "I2", "S1", "T1", "T2"]);
  assert.deepEqual([...view.folded.values()], ["▸ 1 goal, 1 effort"]);
  const both = choosing.chooseView(makeState({ closed: ["T1", "T2"] }));
  assert.deepEqual(listIds(both.shown), ["T1", "T2"]);
});

test("folding and unfolding a theme come back to the same", () => {
  const theme = /** @type {NetworkElement} */ (SPORT.byId.get("T2"));
  const state = makeState({ closed: ["T1"] });
  const folded = { ...state, ...choosing.toggleFold(state, theme) };
  assert.equal(choosing.isFolded(folded, theme), true);
  assert.deepEqual({ ...folded, ...choosing.toggleFold(folded, theme) }, state);
});

test("filters are only those that this network has, with how many elements answer", () => {
  const owners = choosing.listFilters().find(({ name }) => name === "owner");
  const counts = owners?.values.map(({ value, count }) => [value, count]);
  assert.deepEqual(
    counts,
    countNames(SPORT.elements, (each) => each.owners ?? []),
  );
  assert.deepEqual(counts?.[0], ["GGD", 2]);
  assert.equal(
    choosing.listFilters().some(({ name }) => name === "source"),
    false,
  );
});

test("themes begin folded in a large network, and one of thousands begins as a map", () => {
  const efforts = Array.from({ length: 6000 }, (_, at) => `I${at}`);
  const links = efforts.map((id, at) => `${id} > T${at % 2}`);
  const large = createChoosing(
    makeModel(["T0", "T1", ...efforts.slice(0, 1200)], links.slice(0, 1200)),
  );
  assert.deepEqual(listIds(large.chooseView(makeState()).shown), ["T0", "T1"]);
  assert.equal(large.chooseView(makeState({ open: ["T0"] })).shown.size, 602);
  const strict = createChoosing(
    makeModel(["T0", "T1", ...efforts.slice(0, 3)], links.slice(0, 3)),
    4,
  );
  assert.deepEqual(listIds(strict.chooseView(makeState()).shown), ["T0", "T1"]);
  const huge = createChoosing(makeModel(["T0", "T1", ...efforts], links));
  assert.equal(huge.chooseView(makeState()).crowd, true);
  assert.equal(huge.chooseView(makeState({ theme: "T0" })).crowd, false);
});

test("whatever hides an element, it can be revealed; and nothing changes when it is seen", () => {
  const chance = createChance(21);
  let hidden = 0;
  for (let round = 0; round < 300; round += 1) {
    const model = makeAnyModel(chance);
    const any = createChoosing(model);
    const ids = listIds(model.elements);
    const state = makeState({
      closed: chance.some(ids, 0.5),
      theme: chance.choose(["", "", ...ids]),
      focus: chance.choose(["", "", ...ids]),
      owner: chance.choose([[], ["A"], ["B", "A"]]),
      kind: chance.choose([[], ["effort"], ["goal", "theme"]]),
      alone: chance.choose(["", "1"]),
    });
    const element = chance.choose(model.elements);
    const part = any.revealElement(state, element);
    assert.ok(any.chooseView({ ...state, ...part }).shown.has(element));
    const isSeen = any.chooseView(state).shown.has(element);
    assert.equal(Object.keys(part).length === 0, isSeen);
    hidden += isSeen ? 0 : 1;
  }
  assert.ok(hidden > 50);
});

test("what is kept knows no folds, and its scope is of every kind", () => {
  const view = choosing.chooseView(makeState({ theme: "T1", closed: ["T1"], kind: ["effort"] }));
  assert.deepEqual(listIds(view.kept).sort(), ["I1", "I3"]);
  assert.deepEqual(listIds(view.scope).sort(), ["D1", "I1", "I3", "S1", "T1"]);
});

test("each thing that is asked for can be undone alone", () => {
  const state = makeState({ theme: "T1", owner: ["GGD", "Sport"], focus: "gone" });
  const asked = choosing.listAsked(state);
  assert.deepEqual(
    asked.map(({ name }) => name),
    ["theme", "filter_owner", "filter_owner"],
  );
  assert.deepEqual(asked[0].undone, { theme: "" });
  assert.deepEqual(asked[1].undone, { owner: ["Sport"] });
});
