/* The network as a tree: what hangs under what, whole and without ends that go round. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBranches } from "../../dinet/templates/page/scripts/branches.js";
import { createChoosing } from "../../dinet/templates/page/scripts/choosing.js";
import { makeModel, makeState } from "./networks.js";
/** @import { NetworkElement } from "../../dinet/templates/page/scripts/types.d.ts" */

/** @param {Iterable<NetworkElement> | undefined} some */
const ids = (some) => [...(some ?? [])].map(({ id }) => id);
const CHAIN = ["D1 > T1", "D2 > T2", "S1 > D1 measures", "S1 > D2 measures", "I1 > S1", "I2 > D2"];
const NAMES = ["T1", "T2", "D1", "D2", "D3", "S1", "S2", "I1", "I2", "I3"];

test("every element hangs under a root, also one that serves nothing", () => {
  const branches = createBranches(makeModel(NAMES, CHAIN));
  const groves = branches.listGroves().map(([name, roots]) => [name, ids(roots)]);
  assert.deepEqual(groves, [
    ["", ["T1", "T2"]],
    ["without_theme", ["D3"]],
    ["unsaid", ["S2", "I3"]],
  ]);
});

test("elements that serve each other in a ring have a root too", () => {
  const branches = createBranches(makeModel(["D1", "D2", "I1"], ["D1 > D2", "D2 > D1", "I1 > D2"]));
  assert.deepEqual(ids(branches.listGroves()[1][1]), ["D1"]);
});

test("targets hang under a goal before efforts do, and only by links that support", () => {
  const links = ["I1 > D1", "S1 > D1 measures", "I2 > D1 depends_on"];
  const model = makeModel(["D1", "S1", "I1", "I2"], links);
  const goal = /** @type {NetworkElement} */ (model.byId.get("D1"));
  assert.deepEqual(ids(createBranches(model).listBranches(goal)), ["S1", "I1"]);
});

test("a filter leaves what it hangs under, and of a theme nothing outside it", () => {
  const model = makeModel(NAMES, CHAIN);
  const branches = createBranches(model);
  const { chooseView } = createChoosing(model);
  const ofKind = chooseView(makeState({ kind: ["effort"] }));
  const wanted = ["D1", "D2", "I1", "I2", "I3", "S1", "T1", "T2"];
  assert.deepEqual(ids(branches.findShown(ofKind)).sort(), wanted);
  const ofTheme = chooseView(makeState({ theme: "T1" }));
  assert.deepEqual(ids(branches.findShown(ofTheme)).sort(), ["D1", "I1", "S1", "T1"]);
});

test("a goal hangs on one effort only when exactly one leads to it", () => {
  const model = makeModel(NAMES, CHAIN);
  const { findLoneEffort } = createBranches(model);
  /** @param {string} id */
  const lone = (id) => findLoneEffort(/** @type {NetworkElement} */ (model.byId.get(id)))?.id;
  assert.equal(lone("D1"), "I1");
  assert.equal(lone("D2"), undefined);
  assert.equal(lone("D3"), undefined);
});

test("themes share what serves both", () => {
  const shared = createBranches(makeModel(NAMES, CHAIN)).listShared();
  assert.deepEqual(
    shared.map(([one, other, both]) => [one.id, other.id, ids(both)]),
    [["T1", "T2", ["S1", "I1"]]],
  );
});
