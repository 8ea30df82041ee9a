/* What is lost when elements stop: the same passes as dinet's own, over the same numbers.
   Nothing here knows of a page. */
/** @import { Loss } from "./types.d.ts" */

/** How well an element is covered, the best first: the order of dinet's own grades. */
export const GRADE = Object.freeze({
  direct: 0,
  own_target: 1,
  through_goal: 2,
  goal_below: 3,
  shared_target: 4,
  none: 5,
  unknown: 6,
});
export const GRADE_NAMES = Object.keys(GRADE);

const NOWHERE = -1;
const SEVERAL = -2;

/**
 * @param {string[]} kinds of the elements, by their numbers
 * @param {[number, number][]} links that carry support, from what serves to what is served
 * @param {string[]} aims the kinds that work is for
 * @param {Set<number>} unknown of what the document does not say which efforts serve it
 */
export function createStopping(kinds, links, aims, unknown = new Set()) {
  const isAim = new Set(aims);
  /** @type {number[][]} */
  const up = kinds.map(() => []);
  /** @type {number[][]} */
  const down = kinds.map(() => []);
  for (const [start, end] of links) {
    if (start === end) continue;
    up[start].push(end);
    down[end].push(start);
  }
  const efforts = listNumbers("effort");
  const goals = listNumbers("goal");
  const targets = listNumbers("target");
  const gates = findGates();
  const before = gradeElements(new Set());

  /** @param {string} kind */
  function listNumbers(kind) {
    return kinds.flatMap((each, number) => (each === kind ? [number] : []));
  }

  /** The grade of which ways may pass each element: a shared target is the last to be passed. */
  function findGates() {
    const { direct, own_target, goal_below, shared_target } = GRADE;
    const nextGoals = findNextGoals();
    return kinds.map((kind, number) => {
      if (kind === "goal") return goal_below;
      if (kind !== "target") return direct;
      return nextGoals[number] === SEVERAL ? shared_target : own_target;
    });
  }

  /** The first goal on all ways from each element; or NOWHERE, or SEVERAL. */
  function findNextGoals() {
    const next = kinds.map(() => NOWHERE);
    const todo = goals.map((goal) => [goal, goal]);
    // the list grows while it is read
    for (const [here, goal] of todo) {
      for (const below of down[here]) {
        if (next[below] === goal || next[below] === SEVERAL) continue;
        next[below] = next[below] === NOWHERE ? goal : SEVERAL;
        if (kinds[below] !== "goal") todo.push([below, next[below]]);
      }
    }
    return next;
  }

  /**
   * The grade of the best way from an effort to each element: what a way may not pass yet is held
   * until the grade comes that may.
   * @param {Set<number>} stopped nothing comes through these
   */
  function gradeWays(stopped) {
    const { direct, own_target, goal_below, shared_target, none } = GRADE;
    /** @type {number[]} */
    const grades = kinds.map((kind, number) =>
      kind === "effort" || stopped.has(number) ? direct : none,
    );
    /** @type {Map<number, number[]>} */
    const held = new Map([direct, own_target, goal_below, shared_target].map((at) => [at, []]));
    held.get(direct)?.push(...efforts.filter((effort) => !stopped.has(effort)));
    /** @param {number} served @param {number} grade */
    const enter = (served, grade) => {
      grades[served] = grade;
      held.get(Math.max(grade, gates[served]))?.push(served);
    };
    for (const [grade, todo] of held) {
      // the list grows while it is read
      for (const here of todo) {
        const fresh = up[here].filter((served) => grades[served] === none);
        for (const served of fresh) enter(served, grade);
      }
    }
    for (const number of stopped) grades[number] = none;
    return grades;
  }

  /**
   * The grade of every element when some have stopped.
   * @param {Set<number>} stopped
   */
  function gradeElements(stopped) {
    const ways = gradeWays(stopped);
    /** @type {number[]} */
    const grades = [...ways];
    for (const target of targets) {
      if (stopped.has(target)) continue;
      for (const served of up[target]) {
        if (!isAim.has(kinds[served]) || ways[served] === GRADE.none) continue;
        const through = Math.max(GRADE.through_goal, ways[served]);
        grades[target] = Math.min(grades[target], through);
      }
    }
    // what the document does not say before anything stops, it does not say then
    for (const number of unknown) grades[number] = GRADE.unknown;
    return grades;
  }

  /**
   * What falls to a lower grade, in order; what stopped itself is not counted.
   * @param {Set<number>} stopped
   * @returns {Loss[]}
   */
  function findLosses(stopped) {
    const after = gradeElements(stopped);
    const losses = kinds.map((_, number) => ({
      number,
      before: before[number],
      after: after[number],
    }));
    return losses.filter((loss) => loss.before !== loss.after && !stopped.has(loss.number));
  }

  /**
   * For everything that stopped and served an element, the shortest way by which it did so.
   * @param {number} number
   * @param {Set<number>} stopped
   * @returns {number[][]}
   */
  function findWays(number, stopped) {
    const todo = [number];
    /** @type {number[]} */
    const ends = [];
    const served = new Map([[number, -1]]); // for each element what it serves on its way
    for (const here of todo) {
      for (const server of down[here]) {
        if (served.has(server)) continue;
        served.set(server, here);
        (stopped.has(server) ? ends : todo).push(server);
      }
    }
    return ends.map((end) => followWay(end, served));
  }

  /**
   * @param {number} end
   * @param {Map<number, number>} served
   */
  function followWay(end, served) {
    const way = [];
    for (let here = end; here >= 0; here = served.get(here) ?? -1) way.push(here);
    return way;
  }

  return { before, findLosses, findWays };
}
