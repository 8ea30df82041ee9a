/* The network as a tree: what serves an element hangs under it, and what serves two things hangs
   under both. Nothing here knows of a page. */
/** @import { Model } from "./model.js" */
/** @import { NetworkElement, View } from "./types.d.ts" */

/** What a tree begins with: these are for nothing else. */
const TOPS = ["programme", "theme"];

/** @typedef {[NetworkElement, NetworkElement, NetworkElement[]]} Pair themes and what both need */

/** @param {Model} model */
export function createBranches(model) {
  const order = Object.keys(model.kinds);
  const aimKind = model.elements.some((element) => element.kind === "goal") ? "goal" : "target";

  /** @param {NetworkElement[]} some */
  function sortByKind(some) {
    /** @param {NetworkElement} element */
    const rank = ({ kind, number }) => order.indexOf(kind) * model.elements.length + number;
    return [...new Set(some)].sort((a, b) => rank(a) - rank(b));
  }
  /** What hangs under an element. @param {NetworkElement} element */
  function listBranches(element) {
    return sortByKind(element.servedBy.filter((link) => link.supports).map((link) => link.start));
  }
  /** What an element hangs under. @param {NetworkElement} element */
  function listParents(element) {
    const parents = element.serves.filter((link) => link.supports).map((link) => link.end);
    return sortByKind(parents).filter((parent) => parent !== element);
  }
  /** What hangs under nothing; of a ring of elements that serve each other the first. */
  function findRoots() {
    const roots = model.elements.filter((element) => !listParents(element).length);
    const reached = new Set(roots.flatMap((root) => [...model.listUnder(root)]));
    for (const element of model.elements) {
      if (reached.has(element)) continue;
      roots.push(element);
      for (const under of model.listUnder(element)) reached.add(under);
    }
    return roots;
  }
  /**
   * The roots, each list under the name of the words above it: themes, other goals, and the rest.
   * @returns {[string, NetworkElement[]][]}
   */
  function listGroves() {
    const roots = findRoots();
    const tops = roots.filter((root) => TOPS.includes(root.kind));
    const goals = roots.filter((root) => root.kind === "goal");
    const rest = roots.filter((root) => !tops.includes(root) && !goals.includes(root));
    return [
      ["", tops],
      [tops.length ? "without_theme" : "", goals],
      ["unsaid", rest],
    ];
  }
  /**
   * What is shown when only a part is kept: that, and what it hangs under within a theme.
   * @param {View} view
   */
  function findShown({ kept, theme }) {
    const base = theme && model.listUnder(theme);
    const shown = new Set(kept);
    for (const element of shown) {
      for (const parent of listParents(element)) if (!base || base.has(parent)) shown.add(parent);
    }
    return shown;
  }
  /**
   * The only effort that leads to a goal, if it hangs on one; to a target only where there are no
   * goals: with these others may come to it through its goal.
   * @param {NetworkElement} aim
   */
  function findLoneEffort(aim) {
    if (aim.kind !== aimKind || model.isUnknown(aim)) return null;
    const efforts = [...model.listUnder(aim)].filter((each) => each.kind === "effort");
    return efforts.length === 1 ? efforts[0] : null;
  }
  /** What two themes both need, the most first. */
  function listShared() {
    /** @type {Map<string, Pair>} */
    const pairs = new Map();
    for (const element of model.elements) {
      const homes = model.findThemes(element);
      const twos = homes.flatMap((one, at) => homes.slice(at + 1).map((other) => [one, other]));
      for (const [one, other] of twos) {
        const key = `${one.number} ${other.number}`;
        /** @type {Pair} */
        const pair = pairs.get(key) ?? [one, other, []];
        pair[2].push(element);
        pairs.set(key, pair);
      }
    }
    return [...pairs.values()].sort((a, b) => b[2].length - a[2].length);
  }
  return { listBranches, listParents, listGroves, findShown, findLoneEffort, listShared };
}
