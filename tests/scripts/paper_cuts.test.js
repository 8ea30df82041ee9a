import assert from "node:assert/strict";
import { test } from "node:test";
import { cutSheets, divideColumns } from "../../dinet/templates/page/scripts/paper_cuts.js";
import { createChance } from "./networks.js";
/** @import { Span } from "../../dinet/templates/page/scripts/paper_cuts.js" */

test("a picture that fits is on one sheet", () => {
  assert.deepEqual(cutSheets([[10, 90]], [0, 100], 100), [0]);
});

test("a box that a sheet would cut begins the next", () => {
  assert.deepEqual(cutSheets([[80, 130]], [0, 180], 100).slice(0, 2), [0, 74]);
});

test("every box is whole on a sheet, and the sheets hold all", () => {
  const chance = createChance(14);
  for (let round = 0; round < 200; round += 1) {
    /** @type {Span[]} */
    const boxes = Array.from({ length: 1 + chance.number(40) }, () => {
      const from = chance.number(2000);
      return [from, from + 5 + chance.number(55)];
    });
    const end = Math.max(...boxes.map(([, to]) => to));
    const starts = cutSheets(boxes, [0, end], 200);
    const holds = (/** @type {Span} */ [from, to]) =>
      starts.some((start) => start <= from && to <= start + 200);
    assert.ok(boxes.every(holds));
    assert.ok(starts[starts.length - 1] + 200 >= end);
  }
});

test("a box that is larger than a sheet does not hold it up", () => {
  assert.deepEqual(cutSheets([[0, 1000]], [0, 250], 100), [0, 100, 200]);
});

test("columns are divided evenly, each in one part", () => {
  assert.deepEqual(divideColumns(25, 24), [
    [0, 13],
    [13, 25],
  ]);
  assert.deepEqual(divideColumns(24, 24), [[0, 24]]);
  assert.deepEqual(divideColumns(0, 24), [[0, 0]]);
});
