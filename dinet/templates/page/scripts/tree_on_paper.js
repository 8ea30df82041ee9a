/* The tree of thousands of elements on paper: a line of text for each branch, and what hangs under
   an element once. A browser takes minutes to divide ten thousand branches with all their parts
   over sheets, and seconds for lines. */
import { makeNode } from "./making.js";
import { model } from "./page_model.js";
import { branches, listOwnFacts, listPlaceFacts, makeShared, paperTrees } from "./tree.js";
/** @import { NetworkElement, PageState } from "./types.d.ts" */

/** How far a line stands to the right of what it hangs under, in rem. */
const INDENT = 0.9;
/** Steps to the right: a longer chain would run off the paper. */
const MOST_STEPS = 20;

/**
 * What hangs under an element, and what is told of it wherever it hangs.
 * @typedef {{below: NetworkElement[], told: string[]}} Bough
 */

/**
 * Gives what makes the lines of an element and of all that hangs under it, as the tree has them.
 * @param {(element: NetworkElement) => Bough} findBough
 * @param {(trail: NetworkElement[]) => string[]} tellPlace what is told of it where it hangs
 */
function createPaperLines(findBough, tellPlace) {
  /** @type {Map<NetworkElement, Bough>} */
  const known = new Map();
  const blank = makeNode("li", "", makeNode("b", ""), " ");

  /** @param {NetworkElement[]} trail from a root to an element @param {string[]} facts */
  function makePaperLine(trail, facts) {
    const { id, title, text } = trail[trail.length - 1];
    const line = /** @type {HTMLElement} */ (blank.cloneNode(true));
    const [code, words] = /** @type {ChildNode[]} */ ([...line.childNodes]);
    code.textContent = id;
    words.textContent = ` ${[title ?? text, ...facts, ...tellPlace(trail)].join(" · ")}`;
    line.style.marginLeft = `${INDENT * Math.min(trail.length - 1, MOST_STEPS)}rem`;
    return line;
  }
  /** Without calling itself: chains are longer than calls go deep. @param {NetworkElement} root */
  function makePaperLines(root) {
    const lines = [];
    /** @type {NetworkElement[][]} */
    const trails = [[root]];
    for (let trail = trails.pop(); trail; trail = trails.pop()) {
      const passed = trail;
      const element = passed[passed.length - 1];
      const told = known.get(element);
      const bough = told ?? findBough(element);
      known.set(element, bough);
      const below = bough.below.filter((each) => !passed.includes(each));
      const isRepeated = told && below.length > 0;
      const facts = isRepeated ? [...bough.told, model.words.as_above] : bough.told;
      lines.push(makePaperLine(passed, facts));
      if (!isRepeated) trails.push(...below.reverse().map((each) => [...passed, each]));
    }
    return lines;
  }
  return makePaperLines;
}

/**
 * The names of the groves, and under each the lines of its roots.
 * @param {PageState} state
 */
function makePaperTree(state) {
  const shown = branches.findShown(state.view);
  /** @param {NetworkElement} element @returns {Bough} */
  const findBough = (element) => ({
    below: branches.listBranches(element).filter((each) => shown.has(each)),
    told: listOwnFacts(element, state).map(([words]) => words),
  });
  /** @param {NetworkElement[]} trail */
  const tellPlace = (trail) => listPlaceFacts(trail).map(([words]) => words);
  const makePaperLines = createPaperLines(findBough, tellPlace);
  const groves = branches.listGroves().flatMap(([name, roots]) => {
    const made = roots.filter((each) => shown.has(each)).flatMap((each) => makePaperLines(each));
    if (!made.length) return [];
    return [name ? makeNode("h3", "", model.words[name]) : "", makeNode("ul", "", ...made)];
  });
  return makeNode("div", "on-paper paper-tree", ...groves, makeShared());
}
paperTrees.push(makePaperTree);
