/* What is lost when elements stop: the same passes as dinet's own, over the same numbers. Nothing here knows of a page. */

/** How well an element is covered, the best first. */
export const GRADE = Object.freeze({ direct: 0, through: 1, none: 2 });

/**
 * @param {string[]} kinds  of the elements, by their numbers
 * @param {[number, number][]} links  that carry support, from what serves to what is served
 */
export function makeStopping(kinds, links) {
  const AIMS = new Set(["goal", "target", "benefit", "capability", "result"]);
  const up = kinds.map(() => []);
  const down = kinds.map(() => []);
  for (const [start, end] of links) {
    if (start === end) continue;
    up[start].push(end);
    down[end].push(start);
  }
  const numbered = (kind) => kinds.flatMap((each, number) => (each === kind ? [number] : []));
  const [efforts, goals, targets] = ["effort", "goal", "target"].map(numbered);

  /* Marks everything that is served by what is to do; goals are marked, but not passed, when they are walls. */
  function spread(seen, todo, walls) {
    for (const here of todo) { // the list grows while it is read
      for (const each of up[here]) {
        if (seen[each]) continue;
        seen[each] = 1;
        if (!walls || kinds[each] !== "goal") todo.push(each);
      }
    }
    return seen;
  }

  /** The grade of every element when some have stopped. @param {Set<number>} stopped */
  function grades(stopped) {
    const working = (each) => !stopped.has(each);
    const direct = Uint8Array.from(kinds, (kind, number) => Number(kind === "effort" || stopped.has(number)));
    spread(direct, efforts.filter(working), true);
    const covered = spread(direct.slice(), goals.filter((each) => direct[each] && working(each)), false);
    for (const each of stopped) direct[each] = covered[each] = 0;
    const found = direct.map((here, number) => GRADE.none - here - covered[number]);
    for (const target of targets) {
      if (!covered[target] && up[target].some((each) => covered[each] && AIMS.has(kinds[each]))) found[target] = GRADE.through;
    }
    return found;
  }

  const before = grades(new Set());

  return {
    before,

    /** What falls to a lower grade, in order; what stopped itself is not counted. @param {Set<number>} stopped */
    losses(stopped) {
      const after = grades(stopped);
      const fallen = kinds.flatMap((_, number) => (before[number] !== after[number] && !stopped.has(number) ? [number] : []));
      return fallen.map((number) => ({ number, before: before[number], after: after[number] }));
    },

    /** For everything that stopped and served an element, the shortest way by which it did so. @returns {number[][]} */
    ways(number, stopped) {
      const [todo, found, from] = [[number], [], new Map([[number, null]])];
      for (const here of todo) {
        for (const each of down[here]) {
          if (from.has(each)) continue;
          from.set(each, here);
          if (stopped.has(each)) found.push(each);
          else todo.push(each);
        }
      }
      return found.map((each) => {
        const way = [each];
        while (from.get(way.at(-1)) !== null) way.push(from.get(way.at(-1)));
        return way;
      });
    },
  };
}
