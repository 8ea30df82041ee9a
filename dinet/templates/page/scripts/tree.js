/* The network as a tree that opens and closes, with the grade of each goal and target. A branch is
   made when it is first opened: of thousands of elements only what is seen is there. */
import { createBranches } from "./branches.js";
import { gradeAfter, tellFate } from "./fates.js";
import { findFate, makeButton, makeEntry, makeNode, tellCount } from "./making.js";
import { markChip } from "./marking.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
import { isPrinted } from "./printing.js";
import { MOST_UNTOLD, actAfterPaint, workInStretches } from "./sign_of_life.js";
import { GRADE_NAMES } from "./stopping.js";
/** @import { NetworkElement, PageState, PaperTree } from "./types.d.ts" */

export const TREE_VIEW = "view-tree";
export const branches = createBranches(model);
/**
 * What makes the tree on paper instead of the tree itself, in large pages.
 * @type {PaperTree[]}
 */
export const paperTrees = [];
/** So many lines are open at first: what is seen in two windows; on a phone in one and a half. */
const [MOST_OPEN, MOST_OPEN_SMALL] = [60, 24];
/** So many lines that fit the filters are unfolded at once, and in all on paper. */
const [MOST_FITTING, MOST_LINES] = [200, 20000];
/** Of so many pairs of themes it is told what they share, and so many of these are named. */
const [MOST_PAIRS, MOST_SHARED] = [40, 30];
const PHONE = matchMedia("(max-width: 40rem)");

/** Where an element is looked at: on a phone in the tree, and else in the picture. */
export function findHomeView() {
  const hasTree = document.getElementById(TREE_VIEW);
  return PHONE.matches && hasTree ? TREE_VIEW : "view-network";
}

/** @typedef {object} Line
 * @property {NetworkElement} element
 * @property {NetworkElement[]} trail from a root to it
 * @property {Line | null} above that it hangs under
 * @property {HTMLElement} node
 * @property {HTMLElement} row
 * @property {HTMLAnchorElement} chip
 * @property {HTMLElement} facts
 * @property {string} fates in which its facts are told
 * @property {HTMLElement} twig what opens and closes
 * @property {HTMLElement} list
 * @property {NetworkElement[]} below
 * @property {Line[]} under those of them that were made
 */

/**
 * What a line tells of its element: words, and which kind of fact that is.
 * @typedef {[words: string, name?: string]} TreeFact
 */
/** @param {TreeFact} fact */
function makeTreeFact([words, name = ""]) {
  const cover = name.startsWith("cover ") ? makeNode("span", name) : null;
  return makeNode("span", cover ? "fact" : `fact ${name}`, cover, words);
}
/** How an element is covered: its word, and the name of its pattern.
 * @param {NetworkElement} element @param {PageState} state @returns {TreeFact} */
function tellBranchGrade(element, state) {
  const names = model.gradeNames[element.kind];
  if (!names || state.stopped.has(element)) return [""];
  const grade = gradeAfter(element, state);
  return [names[grade], `cover ${GRADE_NAMES[grade]}`];
}
/** How many of each kind serve an element, with itself. @param {NetworkElement} element */
function countUnder(element) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { kind } of model.listUnder(element)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
/** @param {string} kind @param {number | undefined} count */
function tellKindCount(kind, count) {
  const names = count === 1 ? model.kinds : model.manyKinds;
  return count ? `${groupThousands(count)} ${names[kind]}` : "";
}
/**
 * What a goal lacks or hangs on.
 * @param {NetworkElement} element
 * @param {boolean} isBare whether no target serves it
 * @returns {TreeFact[]}
 */
function listLacks(element, isBare) {
  const isLacking =
    isBare && element.kind === "goal" && model.elements.some(({ kind }) => kind === "target");
  const lone = branches.findLoneEffort(element);
  return [
    [isLacking ? model.words.no_target : "", "lack"],
    [lone ? fillBlanks(model.words.lone, { code: lone.id }) : "", "lone"],
  ];
}
/** @param {TreeFact[]} facts */
function listTold(facts) {
  return facts.filter(([words]) => words);
}
/** @param {NetworkElement} element @param {PageState} state */
export function listOwnFacts(element, state) {
  const { kind, findings } = element;
  const counts = countUnder(element);
  const counted = ["goal", "target", "effort"].filter((each) => each !== kind);
  return listTold([
    tellBranchGrade(element, state),
    ...listLacks(element, !counts.target),
    ...counted.map((each) => /** @type {TreeFact} */ ([tellKindCount(each, counts[each])])),
    [kind === "effort" ? (element.owners ?? []).join(", ") : ""],
    [findings.length ? tellCount("findings_count", findings.length, {}) : ""],
    [tellFate(element, state), "becomes"],
  ]);
}
/** What is told of an element where it hangs. @param {NetworkElement[]} trail from a root to it */
export function listPlaceFacts(trail) {
  const parent = trail.at(-2);
  if (!parent) return [];
  const element = trail[trail.length - 1];
  const others = branches.listParents(element).filter((each) => each !== parent);
  const codes = others.map(({ id }) => id).join(", ");
  const link = element.serves.find(({ end, supports }) => supports && end === parent);
  return listTold([
    [codes && fillBlanks(model.words.also_under, { codes })],
    [link?.weak ? link.basis : ""],
  ]);
}
/** What themes have in common. */
export function makeShared() {
  const pairs = branches
    .listShared()
    .slice(0, MOST_PAIRS)
    .map(([one, other, both]) => {
      const heading = makeNode("h4", "", makeEntry(one), makeEntry(other));
      const some = both.slice(0, MOST_SHARED);
      const shared = some.map((element) => makeNode("li", "", makeEntry(element)));
      const left = both.length - some.length;
      if (left) shared.push(makeNode("li", "", fillBlanks(model.words.more, { count: left })));
      return makeNode("div", "pair", heading, makeNode("ul", "list", ...shared));
    });
  if (!pairs.length) return null;
  const title = makeNode("h3", "", model.words.themes_share);
  return makeNode("section", "themes-share", title, makeNode("div", "pairs", ...pairs));
}

export function createTree() {
  const root = document.getElementById("made-tree");
  const place = makeNode("div", "chosen-aim");
  place.id = "tree-aim";
  place.hidden = true;
  /** @type {Line[]} */
  const trunk = [];
  /** @type {Line[]} */
  let lines = [];
  /** @type {Set<NetworkElement>} */
  let shown = new Set();
  /** @type {PageState} */
  let state;
  let known = "";
  /** What is switched off, as the lines tell it: else their facts stay as they are. */
  let fates = "";
  /** Whether so many lines have to tell other facts that it takes a while. */
  let isManyToTell = false;
  /** @type {Line[]} */
  let closed = [];
  const told = makeNode("span", "small");
  told.setAttribute("role", "status");

  /** @param {NetworkElement} element @param {Line | null} above @returns {Line} */
  function makeLine(element, above) {
    const trail = [...(above?.trail ?? []), element];
    const below = branches.listBranches(element).filter((each) => !trail.includes(each));
    const facts = makeNode("span", "branch-facts");
    const twig = makeNode("button", "twig", "▸");
    const entry = makeEntry(element);
    const row = makeNode(
      "div",
      below.length ? "branch-row folding" : "branch-row",
      below.length ? twig : null,
      entry,
      facts,
    );
    const chip = /** @type {HTMLAnchorElement} */ (entry.firstElementChild);
    const list = makeNode("ul", "branches");
    const node = makeNode("li", "branch", row, below.length ? list : null);
    const parts = { node, row, chip, facts, twig, list };
    /** @type {Line} */
    const line = { element, trail, above, ...parts, below, under: [], fates: "?" };
    twig.type = "button";
    twig.setAttribute("aria-label", fillBlanks(model.words.branch, { code: element.id }));
    setOpen(line, false);
    row.addEventListener("click", ({ target }) => {
      const isLink = target instanceof Element && target.closest("a");
      if (!isLink && below.length) setOpen(line, Boolean(list.hidden));
    });
    lines.push(line);
    showLine(line);
    return line;
  }
  /** @param {Line} line @param {boolean} isOpen */
  function setOpen(line, isOpen) {
    line.list.hidden = !isOpen;
    line.twig.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || line.under.length) return;
    line.under = line.below.map((each) => makeLine(each, line));
    line.list.append(...line.under.map(({ node }) => node));
  }
  function closeLines(some = lines) {
    for (const line of some) setOpen(line, false);
  }
  /** What was unfolded is let go: to hide thousands of lines takes a browser longer. */
  function foldTrunk() {
    closeLines(trunk);
    for (const line of trunk) {
      line.under = [];
      line.list.replaceChildren();
    }
    lines = [...trunk];
  }
  /** @param {Line[]} some */
  function listShownLines(some) {
    return some.filter((line) => shown.has(line.element));
  }
  /** Level by level, as long as it is not too much. @param {number} most */
  function* openByLevel(most) {
    let count = trunk.length;
    let level = listShownLines(trunk);
    while (level.length) {
      count += level.flatMap(({ below }) => below.filter((each) => shown.has(each))).length;
      if (count > most) return;
      for (const line of level) yield setOpen(line, true);
      level = listShownLines(level.flatMap(({ under }) => under));
    }
  }
  /** @param {number} most */
  function openLines(most) {
    const steps = openByLevel(most);
    while (!steps.next().done) continue;
  }
  /** Of thousands a word says first that they are coming. */
  function openAll() {
    const count = model.elements.length;
    if (count <= MOST_UNTOLD) return openLines(MOST_LINES);
    const [key, steps] = [known, openByLevel(MOST_LINES)];
    const isWanted = () => state.tab === TREE_VIEW && known === key;
    const finish = () => (told.textContent = "");
    told.textContent = fillBlanks(model.words.drawing, { count });
    actAfterPaint(() => workInStretches(steps, isWanted, finish));
  }

  function buildTree() {
    if (!root || trunk.length) return;
    const groves = branches.listGroves().flatMap(([name, roots]) => {
      if (!roots.length) return [];
      const made = roots.map((element) => makeLine(element, null));
      trunk.push(...made);
      const title = name ? makeNode("h3", "", model.words[name]) : null;
      return makeNode(
        "section",
        "",
        title,
        makeNode("ul", "trunk", ...made.map(({ node }) => node)),
      );
    });
    const open = makeButton(model.words.tree_open, openAll);
    const close = makeButton(model.words.tree_close, () => closeLines());
    const actions = makeNode("p", "actions", open, " ", close, " ", told);
    root.append(place, makeNode("div", "", actions, ...groves, makeShared()));
  }
  /** @param {Line} line */
  function showLine(line) {
    const { element, row } = line;
    line.node.hidden = !shown.has(element);
    row.classList.toggle("beside", !state.view.kept.has(element));
    row.classList.toggle("chosen", element === state.selected);
    if (!isManyToTell) tellFacts(line);
  }
  /** @param {Line} line */
  function tellFacts(line) {
    if (line.fates === fates) return;
    line.fates = fates;
    const facts = [...listOwnFacts(line.element, state), ...listPlaceFacts(line.trail)];
    line.facts.replaceChildren(...facts.map(makeTreeFact));
    markChip(line.chip, findFate(line.element, state));
  }
  /** What thousands of lines tell follows in stretches. */
  function* tellAllFacts() {
    for (const line of lines) yield tellFacts(line);
  }
  function showLines() {
    isManyToTell = lines.length > MOST_UNTOLD && lines.some((line) => line.fates !== fates);
    lines.forEach(showLine);
    if (!isManyToTell) return;
    isManyToTell = false;
    const [wanted, steps] = [fates, tellAllFacts()];
    workInStretches(
      steps,
      () => fates === wanted,
      () => {},
    );
  }
  /** Asked of the lines: asking the window would lay out thousands. @param {Line} line */
  function isInSight({ node, above }) {
    /** @type {Line | null} */
    let at = above;
    while (at && !at.list.hidden && !at.node.hidden) at = at.above;
    return !at && !node.hidden;
  }
  /** @param {NetworkElement} element */
  function findLine(element) {
    return lines.find((line) => line.element === element && isInSight(line));
  }
  /** Unfolds a way to an element. @param {NetworkElement} element */
  function revealElement(element) {
    /** @type {NetworkElement[]} */
    const trail = [];
    for (let at = element; at && !trail.includes(at); [at] = branches.listParents(at)) {
      trail.unshift(at);
    }
    let level = trunk;
    for (const step of trail.slice(0, -1)) {
      const line = level.find((each) => each.element === step);
      if (line) setOpen(line, true);
      level = line?.under ?? [];
    }
  }
  function hideEmptyGroves() {
    for (const part of root?.querySelectorAll("section:has(> .trunk)") ?? []) {
      part.toggleAttribute("hidden", !part.querySelector(":scope > .trunk > :not([hidden])"));
    }
  }
  function showTree() {
    shown = branches.findShown(state.view);
    fates = [...state.stopped].map((element) => element.number).join(" ");
    const key = state.view.key.split("|")[0];
    if (key !== known) foldTrunk();
    buildTree();
    showLines();
    hideEmptyGroves();
    if (key !== known) {
      if (state.view.filtered) openLines(MOST_FITTING);
      else openLines(PHONE.matches ? MOST_OPEN_SMALL : MOST_OPEN);
    }
    known = key;
    for (const tree of paperTrees) tree.beginTree(state);
    place.hidden = !state.selected;
    if (!state.selected || findLine(state.selected)) return;
    revealElement(state.selected);
    findLine(state.selected)?.row.scrollIntoView({ block: "center" });
  }
  const [treeTab, networkTab] = [TREE_VIEW, "view-network"].map((id) =>
    document.querySelector(`.tabs li:has([href="#${id}"])`),
  );
  if (PHONE.matches && treeTab) networkTab?.before(treeTab);
  window.addEventListener("beforeprint", () => {
    if (!root || !isPrinted("tree")) return;
    if (paperTrees.length) {
      root.before(...paperTrees.map((tree) => tree.finishTree(state)));
      return;
    }
    showTree();
    closed = lines.filter(({ list }) => list.hidden);
    openLines(MOST_LINES);
  });
  window.addEventListener("afterprint", () => {
    root?.parentElement?.querySelector(".paper-tree")?.remove();
    closeLines(closed.splice(0));
  });

  return {
    /** @param {PageState} now */
    showState(now) {
      state = now;
      if (root && state.tab === TREE_VIEW) showTree();
    },
    /** @param {NetworkElement} element */
    focusLine(element) {
      findLine(element)?.row.querySelector("a")?.focus();
    },
  };
}
