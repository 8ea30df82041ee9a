/* The tree of thousands of elements on paper: a line of text for each branch, and what hangs under
   an element once. A browser takes minutes to divide ten thousand branches with all their parts
   over sheets, and seconds for lines. */
import { workWhileIdle } from "./idle_work.js";
import { makeNode } from "./making.js";
import { model } from "./page_model.js";
import { branches, listOwnFacts, listPlaceFacts, makeShared, paperTrees } from "./tree.js";
/** @import { NetworkElement, PageState, PaperTree } from "./types.d.ts" */

/** How far a line stands to the right of what it hangs under, in rem. */
const INDENT = 0.9;
/** Steps to the right: a longer chain would run off the paper. */
const MOST_STEPS = 20;

/**
 * What hangs under an element, and what is told of it wherever it hangs.
 * @typedef {{below: NetworkElement[], told: string[]}} Bough
 */

/**
 * A line without words: a copy of it costs less than to say anew where it begins.
 * @param {number} steps
 */
function makeBlankLine(steps) {
  const blank = makeNode("li", "", makeNode("b", ""), " ");
  blank.style.marginLeft = `${INDENT * steps}rem`;
  return blank;
}
/**
 * Gives what makes the lines of an element and of all that hangs under it, as the tree has them.
 * @param {(element: NetworkElement) => Bough} findBough
 * @param {(trail: NetworkElement[]) => string[]} tellPlace what is told of it where it hangs
 */
function createPaperLines(findBough, tellPlace) {
  /** @type {Map<NetworkElement, Bough>} */
  const known = new Map();
  const blanks = Array.from({ length: MOST_STEPS + 1 }, (_, steps) => makeBlankLine(steps));

  /** @param {NetworkElement[]} trail from a root to an element @param {string[]} facts */
  function makePaperLine(trail, facts) {
    const { id, title, text } = trail[trail.length - 1];
    const blank = blanks[Math.min(trail.length - 1, MOST_STEPS)];
    const line = /** @type {HTMLElement} */ (blank.cloneNode(true));
    const [code, words] = /** @type {ChildNode[]} */ ([...line.childNodes]);
    code.textContent = id;
    words.textContent = ` ${[title ?? text, ...facts, ...tellPlace(trail)].join(" · ")}`;
    return line;
  }
  /** Without calling itself: chains are longer than calls go deep. @param {NetworkElement} root */
  function* makePaperLines(root) {
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
      yield makePaperLine(passed, facts);
      if (!isRepeated) trails.push(...below.reverse().map((each) => [...passed, each]));
    }
  }
  return makePaperLines;
}

/**
 * The names of the groves, and under each the lines of its roots: one for each step.
 * @param {PageState} state
 * @param {HTMLElement} paper in which they are put
 */
function* fillPaperTree(state, paper) {
  const shown = branches.findShown(state.view);
  /** @param {NetworkElement} element @returns {Bough} */
  const findBough = (element) => ({
    below: branches.listBranches(element).filter((each) => shown.has(each)),
    told: listOwnFacts(element, state).map(([words]) => words),
  });
  /** @param {NetworkElement[]} trail */
  const tellPlace = (trail) => listPlaceFacts(trail).map(([words]) => words);
  const makePaperLines = createPaperLines(findBough, tellPlace);
  for (const [name, roots] of branches.listGroves()) {
    const grown = roots.filter((each) => shown.has(each));
    if (!grown.length) continue;
    const list = makeNode("ul", "");
    paper.append(name ? makeNode("h3", "", model.words[name]) : "", list);
    for (const root of grown) {
      for (const line of makePaperLines(root)) yield list.append(line);
    }
  }
  yield paper.append(makeShared() ?? "");
}

/**
 * The tree on paper, which is made while the reader looks at the tree: a browser that prints waits
 * for it, and says nothing meanwhile.
 * @returns {PaperTree}
 */
function createPaperTree() {
  let known = "";
  let paper = makeNode("div", "on-paper paper-tree");
  /** @type {Iterator<unknown>} */
  let steps = [][Symbol.iterator]();

  /** @param {PageState} state */
  function beginTree(state) {
    const off = [...state.stopped].map(({ number }) => number);
    const key = `${state.view.key} ${off.join(" ")}`;
    if (key === known) return;
    known = key;
    paper = makeNode("div", "on-paper paper-tree");
    steps = fillPaperTree(state, paper);
    const own = steps;
    workWhileIdle(own, () => steps === own);
  }
  return {
    beginTree,
    finishTree(state) {
      beginTree(state);
      while (!steps.next().done) continue;
      return paper;
    },
  };
}
paperTrees.push(createPaperTree());
