/* What is lost when elements stop: the same passes as dinet's own, over the same numbers.
   Nothing here knows of a page. */
/** @import { Loss } from "./types.d.ts" */

/** How well an element is covered, the best first: the order of dinet's own grades. */
export const GRADE = Object.freeze({ direct: 0, through: 1, none: 2 });
export const GRADE_NAMES = Object.keys(GRADE);

/**
 * @param {string[]} kinds of the elements, by their numbers
 * @param {[number, number][]} links that carry support, from what serves to what is served
 * @param {string[]} aims the kinds that work is for
 */
export function createStopping(kinds, links, aims) {
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
  const before = gradeElements(new Set());

  /** @param {string} kind */
  function listNumbers(kind) {
    return kinds.flatMap((each, number) => (each === kind ? [number] : []));
  }

  /**
   * Marks everything that is served by what is to do; walls are marked, but not passed.
   * @param {Uint8Array} seen
   * @param {number[]} todo
   * @param {string} wall the kind that is not passed, if any
   */
  function spreadSupport(seen, todo, wall = "") {
    // the list grows while it is read
    for (const here of todo) {
      for (const served of up[here]) {
        if (seen[served]) continue;
        seen[served] = 1;
        if (kinds[served] !== wall) todo.push(served);
      }
    }
    return seen;
  }

  /**
   * The grade of every element when some have stopped.
   * @param {Set<number>} stopped
   */
  function gradeElements(stopped) {
    /** @param {number} number */
    const isWorking = (number) => !stopped.has(number);
    const isPassed = (/** @type {string} */ kind, /** @type {number} */ number) =>
      Number(kind === "effort" || stopped.has(number)); // nothing comes through what stopped
    const direct = Uint8Array.from(kinds, isPassed);
    spreadSupport(direct, efforts.filter(isWorking), "goal");
    const onward = goals.filter((goal) => direct[goal] && isWorking(goal));
    const covered = spreadSupport(direct.slice(), onward);
    for (const number of stopped) direct[number] = covered[number] = 0;
    const grades = direct.map((here, number) => GRADE.none - here - covered[number]);
    for (const target of targets) {
      const hasAim = up[target].some((served) => covered[served] && isAim.has(kinds[served]));
      if (!covered[target] && hasAim) grades[target] = GRADE.through;
    }
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
