/* What if: efforts, owners and sources are switched off, and what then loses its support is told by
   grade, with the ways. */
import { createChoices } from "./choices.js";
import { countNames } from "./choosing.js";
import { gradeAfter, gradeBefore, tellChange, tellGrades } from "./fates.js";
import { findPart, makeCountedList, makeEntry, makeHeadCell, makeNode } from "./making.js";
import { makeReference, makeText, startCapital } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
import { GRADE } from "./stopping.js";
/** @import { AddressLists, Change, Choice, NetworkElement, PageState } from "./types.d.ts" */

/** So many ways are told of each loss. */
const MOST_WAYS = 5;
/** What is judged, in the order in which it is told. */
const JUDGED = ["target", "goal"];

/** @typedef {"stop" | "noowner" | "nosource"} SwitchName */
/** @typedef {Set<NetworkElement>} Stopped */
/** @typedef {Map<NetworkElement, number>} Lost */

/** @param {NetworkElement} element */
function listOwners(element) {
  return element.kind === "effort" ? (element.owners ?? []) : [];
}
/** @param {NetworkElement} element */
function listSources(element) {
  return element.kind === "target" ? (element.sources ?? []) : [];
}
/**
 * Whether there are names, and none of them is left.
 * @param {string[]} names
 * @param {Set<string>} gone
 */
function isBereft(names, gone) {
  return names.length > 0 && names.every((name) => gone.has(name));
}
/** @param {(element: NetworkElement) => string[]} listNames @returns {Choice[]} */
function listSwitches(listNames) {
  const counts = countNames(model.elements, listNames);
  return counts.map(([value, count]) => ({ value, count, words: value }));
}
/** @param {Iterable<NetworkElement>} elements */
function collectNumbers(elements) {
  return new Set([...elements].map((element) => element.number));
}

/** @param {Change} change */
export function createWhatIf(change) {
  const stopWords = model.words;
  const results = findPart("whatif-results", HTMLElement);
  const status = findPart("whatif-said", HTMLElement);
  const reset = findPart("whatif-reset", HTMLButtonElement);
  const groups = listGroups();
  let known = "";

  function listGroups() {
    const efforts = model.elements
      .filter((element) => element.kind === "effort")
      .map(({ id, text }) => ({ value: id, words: `${id} ${text}` }));
    /** @type {[SwitchName, string, Choice[]][]} */
    const switches = [
      ["stop", stopWords.filter_effort, efforts],
      ["noowner", stopWords.filter_owner, listSwitches(listOwners)],
      ["nosource", stopWords.filter_source, listSwitches(listSources)],
    ];
    const used = switches.filter(([, , values]) => values.length);
    return used.map(([name, title, values]) => {
      const about = { name, title, values, open: name === "stop" };
      return { name, choices: createChoices(about, (chosen) => change({ [name]: chosen })) };
    });
  }

  /**
   * What stops: what is named, and what has no owner or source left.
   * @param {Pick<AddressLists, SwitchName>} state
   * @returns {Stopped}
   */
  function findStopped({ stop, noowner, nosource }) {
    const [ids, owners, sources] = [new Set(stop), new Set(noowner), new Set(nosource)];
    return new Set(
      model.elements.filter(
        (element) =>
          ids.has(element.id) ||
          isBereft(listOwners(element), owners) ||
          isBereft(listSources(element), sources),
      ),
    );
  }
  /**
   * What falls, and to what grade.
   * @param {Stopped} stopped
   * @returns {Lost}
   */
  function findLost(stopped) {
    if (!stopped.size) return new Map();
    const losses = model.useStopping().findLosses(collectNumbers(stopped));
    return new Map(losses.map(({ number, after }) => [model.elements[number], after]));
  }
  /**
   * All of it in a sentence; empty when nothing stopped.
   * @param {Stopped} stopped
   * @param {Lost} lost
   */
  function tellSum(stopped, lost) {
    if (!stopped.size) return "";
    /** @param {number} grade */
    const countGrade = (grade) => [...lost.values()].filter((each) => each === grade).length;
    const none = countGrade(GRADE.none);
    const counts = { none, lower: lost.size - none };
    return fillBlanks(stopWords.whatif_said, { stopped: stopped.size, ...counts });
  }

  // in words

  /** @param {number[]} numbers */
  function makeWay(numbers) {
    const steps = numbers.flatMap((number) => [" → ", makeReference(model.elements[number])]);
    return makeNode("span", "way", ...steps.slice(1));
  }
  /** @param {NetworkElement} element @param {Stopped} stopped @param {Lost} lost */
  function makeLoss(element, stopped, lost) {
    const ways = model.useStopping().findWays(element.number, collectNumbers(stopped));
    const before = tellGrades(element, { stopped, lost });
    const left = ways.length - MOST_WAYS;
    const rest = left > 0 ? fillBlanks(stopWords.more, { count: left }) : "";
    const told = makeNode(
      "span",
      "",
      makeText(element.title ?? element.text),
      makeNode("span", "evidence", before, " ", stopWords.lost_ways, " "),
      ...ways.slice(0, MOST_WAYS).map(makeWay),
      rest ? makeNode("span", "small", rest) : null,
    );
    return makeNode("li", "", makeEntry(element, told));
  }
  /**
   * How many elements of a kind have each grade, before and after.
   * @param {string} kind
   * @param {Stopped} stopped
   * @param {Lost} lost
   */
  function makeCoverageTable(kind, stopped, lost) {
    const all = model.elements.filter((each) => each.kind === kind);
    if (!all.length) return null;
    const left = all.filter((each) => !stopped.has(each));
    const after = left.map((each) => gradeAfter(each, { stopped, lost }));
    const used = new Set([GRADE.direct, GRADE.none, ...all.map(gradeBefore), ...after]);
    const grades = Object.values(GRADE).filter((grade) => used.has(grade));
    const kindName = startCapital(model.manyKinds[kind]);
    const rows = grades.map((grade) => {
      const name = startCapital(model.gradeNames[kind][grade]);
      const before = all.filter((each) => gradeBefore(each) === grade).length;
      const count = tellChange(before, after.filter((each) => each === grade).length);
      return makeNode("tr", "", makeHeadCell("row", "", name), makeNode("td", "number", count));
    });
    const counts = makeHeadCell("col", "number", stopWords.was_becomes);
    const heads = [makeHeadCell("col", "", kindName), counts];
    return makeNode(
      "table",
      "before",
      makeNode("caption", "unseen", `${stopWords.coverage}: ${kindName}`),
      makeNode("thead", "", makeNode("tr", "", ...heads)),
      makeNode("tbody", "", ...rows),
    );
  }
  /** @param {string} title @param {HTMLElement[]} lines */
  function makePart(title, lines) {
    return lines.length ? makeCountedList(title, lines) : [];
  }
  /** @param {Stopped} stopped @param {Lost} lost */
  function makeResults(stopped, lost) {
    /** @param {NetworkElement} element */
    const rankKind = (element) => JUDGED.indexOf(element.kind);
    /** @param {boolean} isAll whether all efforts are lost */
    const listLosses = (isAll) =>
      [...lost.keys()]
        .filter((element) => (lost.get(element) === GRADE.none) === isAll)
        .sort((a, b) => rankKind(b) - rankKind(a) || a.number - b.number)
        .map((element) => makeLoss(element, stopped, lost));
    const off = [...stopped].map((element) => makeNode("li", "", makeEntry(element)));
    return [
      ...makePart(stopWords.fate_none, listLosses(true)),
      ...makePart(stopWords.fate_lower, listLosses(false)),
      ...JUDGED.flatMap((kind) => makeCoverageTable(kind, stopped, lost) ?? []),
      ...makePart(stopWords.switched_off, off),
    ];
  }

  /** @param {PageState} state */
  function showState(state) {
    for (const { name, choices } of groups) choices.setChosen(state[name]);
    const { stopped, lost } = state;
    findPart("whatif-count", HTMLElement).textContent = stopped.size ? String(stopped.size) : "";
    reset.disabled = !(state.stop.length + state.noowner.length + state.nosource.length);
    findPart("whatif", HTMLElement).classList.toggle("active", stopped.size > 0);
    const now = [...collectNumbers(stopped)].join(" ");
    if (now === known) return;
    known = now;
    results.replaceChildren(...(stopped.size ? makeResults(stopped, lost) : []));
    status.textContent = state.told;
  }

  findPart("whatif-choices", HTMLElement).append(...groups.map(({ choices }) => choices.node));
  reset.addEventListener("click", () => change({ stop: [], noowner: [], nosource: [] }));

  return { findStopped, findLost, tellSum, showState };
}
