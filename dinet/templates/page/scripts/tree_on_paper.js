/* The tree of thousands of elements on paper: a line of text for each branch, and what hangs under
   an element once. A browser takes minutes to divide ten thousand branches with all their parts
   over sheets, and seconds for lines. */
import { makeNode } from "./making.js";
import { model } from "./page_model.js";
import { branches, listOwnFacts, listPlaceFacts, makeShared, paperTrees } from "./tree.js";
/** @import { NetworkElement, PageState } from "./types.d.ts" */

/** How far a line stands to the right of what it hangs under, in rem. */
const INDENT = 0.9;

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
    line.style.marginLeft = `${INDENT * (trail.length - 1)}rem`;
    return line;
  }
  /** @param {NetworkElement[]} trail @returns {HTMLElement[]} */
  function makePaperLines(trail) {
    const element = trail[trail.length - 1];
    const told = known.get(element);
    const bough = told ?? findBough(element);
    known.set(element, bough);
    const below = bough.below.filter((each) => !trail.includes(each));
    if (told && below.length) return [makePaperLine(trail, [...bough.told, model.words.as_above])];
    const under = below.flatMap((each) => makePaperLines([...trail, each]));
    return [makePaperLine(trail, bough.told), ...under];
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
    const made = roots.filter((each) => shown.has(each)).flatMap((each) => makePaperLines([each]));
    if (!made.length) return [];
    return [name ? makeNode("h3", "", model.words[name]) : "", makeNode("ul", "", ...made)];
  });
  return makeNode("div", "on-paper paper-tree", ...groves, makeShared());
}
paperTrees.push(makePaperTree);
