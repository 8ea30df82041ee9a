import assert from "node:assert/strict";
import { test } from "node:test";
import { createStopping, GRADE } from "../../dinet/templates/page/scripts/stopping.js";
import { AIMS, createChance } from "./networks.js";

const KINDS = ["theme", "goal", "target", "benefit", "effort", "effort"];

/** @param {ReturnType<typeof createChance>} chance */
function makeCase(chance) {
  const size = 2 + chance.number(20);
  const kinds = Array.from({ length: size }, () => chance.choose(KINDS));
  /** @type {[number, number][]} */
  const links = Array.from({ length: chance.number(2 * size) }, () => [
    chance.number(size),
    chance.number(size),
  ]);
  const numbers = kinds.map((_, number) => number);
  return { kinds, links, numbers, stopping: createStopping(kinds, links, AIMS) };
}

test("a target is covered directly, through its goal, or not at all", () => {
  const kinds = ["effort", "effort", "target", "target", "goal", "target"];
  const stopping = createStopping(
    kinds,
    [
      [0, 2],
      [2, 4],
      [1, 4],
      [3, 4],
    ],
    AIMS,
  );
  const { direct, through_goal: through, none } = GRADE;
  assert.deepEqual([...stopping.before].slice(2), [direct, through, direct, none]);
  assert.deepEqual(stopping.findLosses(new Set([0])), [
    { number: 2, before: direct, after: through },
  ]);
  const all = stopping.findLosses(new Set([0, 1])).map(({ number, after }) => [number, after]);
  assert.deepEqual(all, [
    [2, none],
    [3, none],
    [4, none],
  ]);
});

test("a goal that only borrows an effort by a shared target is told apart", () => {
  const kinds = ["effort", "target", "goal", "goal"];
  /** @type {[number, number][]} */
  const links = [
    [0, 1],
    [1, 2],
    [1, 3],
    [0, 3],
  ];
  const stopping = createStopping(kinds, links, AIMS);
  const { direct, own_target, shared_target } = GRADE;
  assert.deepEqual([...stopping.before], [direct, direct, shared_target, direct]);
  assert.deepEqual(stopping.findLosses(new Set([3])), []);
  const alone = createStopping(kinds, links.slice(0, 2), AIMS);
  assert.deepEqual([...alone.before].slice(2, 3), [own_target]);
});

test("what is unknown stays so when efforts stop", () => {
  const unknown = new Set([1, 2]);
  const stopping = createStopping(["effort", "target", "goal"], [[1, 2]], AIMS, unknown);
  assert.deepEqual([...stopping.before], [GRADE.direct, GRADE.unknown, GRADE.unknown]);
  assert.deepEqual(stopping.findLosses(new Set([0])), []);
});

test("nothing is lost when nothing stops", () => {
  const chance = createChance(11);
  for (let round = 0; round < 200; round += 1) {
    assert.deepEqual(makeCase(chance).stopping.findLosses(new Set()), []);
  }
});

test("stopping more never gives anything a better grade", () => {
  const chance = createChance(12);
  let losing = 0;
  for (let round = 0; round < 400; round += 1) {
    const { stopping, numbers } = makeCase(chance);
    const fewer = new Set(chance.some(numbers, 0.2));
    const more = new Set([...fewer, ...chance.some(numbers, 0.2)]);
    const after = new Map(stopping.findLosses(more).map((loss) => [loss.number, loss]));
    for (const { number, before, after: grade } of stopping.findLosses(fewer)) {
      if (more.has(number)) continue;
      assert.ok(grade > before);
      assert.ok((after.get(number)?.after ?? before) >= grade);
      losing += 1;
    }
  }
  assert.ok(losing > 100);
});

/**
 * How many steps the shortest way takes from each element to one, not through what stopped.
 * @param {[number, number][]} links
 * @param {number} goal
 * @param {Set<number>} stopped
 */
function measureSteps(links, goal, stopped) {
  const steps = new Map([[goal, 0]]);
  for (let round = 0; round < links.length; round += 1) {
    for (const [start, end] of links) {
      const here = steps.get(end);
      if (here === undefined || (stopped.has(end) && end !== goal)) continue;
      steps.set(start, Math.min(steps.get(start) ?? Infinity, here + 1));
    }
  }
  return steps;
}

test("for all that stopped and served an element there is one way, and none is shorter", () => {
  const chance = createChance(13);
  let told = 0;
  for (let round = 0; round < 400; round += 1) {
    const { stopping, numbers, links } = makeCase(chance);
    const stopped = new Set(chance.some(numbers, 0.25));
    const goal = chance.choose(numbers.filter((number) => !stopped.has(number)));
    if (goal === undefined) continue;
    const steps = measureSteps(links, goal, stopped);
    const ways = stopping.findWays(goal, stopped);
    const begins = ways.map(([first]) => first).sort((a, b) => a - b);
    const reached = [...stopped].filter((number) => steps.has(number)).sort((a, b) => a - b);
    assert.deepEqual(begins, reached);
    for (const way of ways) {
      assert.equal(way.length - 1, steps.get(way[0]));
      assert.equal(way[way.length - 1], goal);
      const hops = way.slice(1).map((number, at) => [way[at], number]);
      const isLink = ([start, end] = [-1, -1]) => links.some(([a, b]) => a === start && b === end);
      assert.ok(hops.every((hop) => isLink(/** @type {[number, number]} */ (hop))));
      told += 1;
    }
  }
  assert.ok(told > 100);
});
