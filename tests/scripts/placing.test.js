import assert from "node:assert/strict";
import { test } from "node:test";
import { createChoosing } from "../../dinet/templates/page/scripts/choosing.js";
import { createPlacing, spreadBoxes } from "../../dinet/templates/page/scripts/placing.js";
import { createChance, listIds, makeAnyModel, makeModel, makeState } from "./networks.js";
/** @import { Box } from "../../dinet/templates/page/scripts/types.d.ts" */
/** @import { Model } from "../../dinet/templates/page/scripts/model.js" */

const DRAWING = {
  columns: ["programme", "theme", "goal", "subgoal", "benefit", "target", "effort"],
  gaps: {},
  heads: { contributes_to: "arrow" },
  ends: {},
  headings: {},
  levels: {},
  homeless: "Without a theme",
  shared: "shared with theme {id}",
};
const BOX_GAP = 7;

/** @param {string} text @param {string} face */
function measureText(text, face) {
  return text.length * (face === "bold" ? 6.5 : 6);
}
/** @param {Model} model @param {string[]} order ids as they stand in the picture of the whole */
function makePlacing(model, order = []) {
  const standing = new Map(order.map((id, at) => [id, at]));
  return createPlacing({ model, drawing: DRAWING, standing, measureText });
}
/** @param {Model} model @param {Parameters<typeof makeState>[0]} part @param {string[]} order */
function placeState(model, part = {}, order = []) {
  const view = createChoosing(model).chooseView(makeState(part));
  return { view, ...makePlacing(model, order).placeView(view) };
}

const SPORT = makeModel(
  ["T1", "T2", "D1", "D2", "S1", "I1", "I2", "I3"],
  ["D1 > T1", "D2 > T2", "S1 > D1", "I1 > S1", "I1 > D1", "I2 > D2", "I2 > D1", "I3 > T1"],
);

test("everything that is shown has a box in the column of its kind", () => {
  const chance = createChance(31);
  for (let round = 0; round < 150; round += 1) {
    const model = makeAnyModel(chance);
    const themes = listIds(model.elements.filter((each) => each.kind === "theme"));
    const theme = chance.choose(["", ...themes]);
    const { view, boxes } = placeState(model, { theme, closed: chance.some(themes, 0.3) });
    assert.deepEqual(new Set(boxes.map((box) => box.element)), view.shown);
    for (const { element, column } of boxes) {
      assert.ok(
        column.name === element.kind || (element.kind === "goal" && column.name === "subgoal"),
      );
    }
  }
});

test("no box lies on another or outside its band, and bands follow each other", () => {
  const chance = createChance(32);
  for (let round = 0; round < 150; round += 1) {
    const { boxes, bands, width, height } = placeState(makeAnyModel(chance, 40));
    for (const column of new Set(boxes.map((box) => box.column))) {
      const inside = boxes.filter((box) => box.column === column).sort((a, b) => a.y - b.y);
      for (const [at, box] of inside.entries()) {
        const above = inside[at - 1];
        assert.ok(!above || box.y >= above.y + above.h);
        assert.ok(box.y >= box.band.y && box.y + box.h <= box.band.foot);
        assert.ok(box.x >= 0 && box.x + box.w <= width);
      }
    }
    const edges = bands.flatMap(({ y, foot }) => [y, foot]);
    assert.deepEqual(
      edges,
      [...edges].sort((a, b) => a - b),
    );
    assert.ok(edges.every((edge) => edge <= height));
  }
});

test("a link is drawn once, unless a longer way shows it already", () => {
  const { routes } = placeState(SPORT);
  const drawn = routes.map(({ start, end }) => `${start.element.id} > ${end.element.id}`);
  assert.deepEqual(drawn, [
    "D1 > T1",
    "D2 > T2",
    "S1 > D1",
    "I1 > S1",
    "I2 > D2",
    "I2 > D1",
    "I3 > T1",
  ]);
});

test("only weak evidence has a sign: neither another theme nor a column between has one", () => {
  const model = makeModel(
    ["T1", "T2", "D1", "D2", "S1", "I1", "I2", "I3"],
    ["D1 > T1", "D2 > T2", "S1 > D1", "I1 > S1", "I2 > D2", "I2 > D1", "I3 > S1"],
  );
  const last = model.data.links[model.data.links.length - 1];
  last[3] = 1;
  const { routes } = placeState(model);
  const weak = routes.filter((route) => route.weak);
  const ids = weak.map(({ start, end }) => `${start.element.id} > ${end.element.id}`);
  assert.deepEqual(ids, ["I3 > S1"]);
});

test("links arrive inside the box, in the order of where they come from", () => {
  const chance = createChance(33);
  for (let round = 0; round < 100; round += 1) {
    const { routes } = placeState(makeAnyModel(chance));
    for (const end of new Set(routes.map((route) => route.end))) {
      const arriving = routes.filter((route) => route.end === end).sort((a, b) => a.at - b.at);
      assert.ok(arriving.every(({ at }) => at > end.y && at < end.y + end.h));
      const heights = arriving.map(({ start }) => start.y);
      assert.deepEqual(
        heights,
        [...heights].sort((a, b) => a - b),
      );
    }
  }
});

test("a part keeps the order of the picture of the whole", () => {
  const efforts = ["I1", "I2", "I3", "I4"];
  const model = makeModel(
    ["D1", ...efforts],
    efforts.map((id) => `${id} > D1`),
  );
  const order = ["D1", "I3", "I1", "I4", "I2"];
  const { boxes } = placeState(model, { kind: ["effort"] }, order);
  const sorted = boxes.sort((a, b) => a.y - b.y);
  assert.deepEqual(
    sorted.map((box) => box.element.id),
    ["I3", "I1", "I4", "I2"],
  );
});

test("a goal under a goal stands in a column of its own", () => {
  const { boxes } = placeState(makeModel(["D1", "D2", "I1"], ["D2 > D1", "I1 > D2"]));
  const names = Object.fromEntries(boxes.map((box) => [box.element.id, box.column.name]));
  assert.deepEqual(names, { D1: "goal", D2: "subgoal", I1: "effort" });
});

test("what is shared says with which themes, and of many only the first", () => {
  const themes = Array.from({ length: 9 }, (_, at) => `T${at}`);
  const model = makeModel(
    [...themes, "D1"],
    themes.map((id) => `D1 > ${id}`),
  );
  const { boxes } = placeState(model, { theme: "T3" });
  const goal = /** @type {Box} */ (boxes.find((box) => box.element.id === "D1"));
  assert.deepEqual(goal.remarks, ["shared with theme T0, T1, T2, T4, T5, T6, …"]);
});

test("lines hold all letters in order, and are no wider than their room", () => {
  const chance = createChance(34);
  const { wrapText } = makePlacing(SPORT);
  const words = ["de", "Wmo", "doelmatigheidsonderzoeksprogramma", "a", "wijk", "x".repeat(90)];
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: chance.number(15) }, () => chance.choose(words)).join(" ");
    const room = 4 + chance.number(160);
    const lines = wrapText(text, room);
    assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    assert.ok(lines.every((line) => measureText(line, "") <= room || line.length === 1));
  }
  assert.deepEqual(wrapText("", 100), [""]);
});

/** @param {{want: number, y: number}[]} column */
function measurePull(column) {
  return column.reduce((sum, { want, y }) => sum + (want - y) ** 2, 0);
}

test("boxes stand where they want when there is room", () => {
  const column = [20, 60, 200].map((want) => ({ want, h: 30, y: 0 }));
  assert.equal(spreadBoxes(column, 10), 237);
  assert.deepEqual(
    column.map(({ y }) => y),
    [20, 60, 200],
  );
});

test("boxes keep their order and no other places are nearer to where they want to be", () => {
  const chance = createChance(35);
  for (let round = 0; round < 200; round += 1) {
    const column = Array.from({ length: 1 + chance.number(6) }, () => ({
      want: 500 + chance.number(300),
      h: 10 + chance.number(40),
      y: 0,
    }));
    spreadBoxes(column, 0);
    const pull = measurePull(column);
    for (const [at, box] of column.entries()) {
      const above = column[at - 1];
      assert.ok(!above || box.y >= above.y + above.h + BOX_GAP - 1e-9);
    }
    for (let attempt = 0; attempt < 50; attempt += 1) {
      let next = 0;
      const other = column.map((box) => {
        const y = Math.max(next, box.y + (chance.next() - 0.5) * 30);
        next = y + box.h + BOX_GAP;
        return { ...box, y };
      });
      assert.ok(measurePull(other) >= pull - 1e-6);
    }
  }
});
