/* The coverage of what the filters leave, with what becomes of it when something stops. */
import { findListed, gradeAfter, gradeBefore, tellChange } from "./fates.js";
import { makeEntry, makeHeadCell, makeNode, makeShape, startCapital } from "./making.js";
import { model } from "./page_model.js";
import { GRADE_NAMES } from "./stopping.js";
import { groupThousands } from "./model.js";
/** @import { NetworkElement, PageState } from "./types.d.ts" */

/** How many have each grade. @typedef {{before: number[], after: number[]}} Tally */

/**
 * @param {NetworkElement[]} elements
 * @param {PageState} state
 * @returns {Tally}
 */
function tallyGrades(elements, state) {
  const left = elements.filter((element) => !state.stopped.has(element));
  /** @param {NetworkElement[]} some @param {(element: NetworkElement) => number} grade */
  const countGrades = (some, grade) =>
    GRADE_NAMES.map((_, at) => some.filter((element) => grade(element) === at).length);
  return {
    before: countGrades(elements, gradeBefore),
    after: countGrades(left, (element) => gradeAfter(element, state)),
  };
}
/** @param {string} className @param {number[]} counts */
export function makeGradeBar(className, counts) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!total) return "";
  let x = 0;
  const shares = counts.map((count, at) => {
    const width = (100 * count) / total;
    const place = { x: `${x}%`, width: `${width}%`, height: "100%" };
    x += width;
    return makeShape("rect", { class: GRADE_NAMES[at], ...place });
  });
  return makeShape("svg", { class: className, "aria-hidden": "true" }, ...shares);
}
/** @param {string} kind @param {number} grade */
function nameGrade(kind, grade) {
  return startCapital(model.gradeNames[kind][grade]);
}

/**
 * The elements of a kind that are kept, by the ids of their themes; all under "*".
 * @param {string} kind
 * @param {PageState} state
 */
function listKeptByTheme(kind, { view }) {
  const kept = model.elements.filter((element) => element.kind === kind && view.kept.has(element));
  /** @type {Map<string, NetworkElement[]>} */
  const groups = new Map([["*", kept]]);
  for (const element of kept) {
    const themes = model.findThemes(element).map((theme) => theme.id);
    for (const id of themes.length ? themes : [""]) {
      const group = groups.get(id) ?? [];
      group.push(element);
      groups.set(id, group);
    }
  }
  return groups;
}
/** @param {HTMLTableRowElement} row @param {Tally} tally @param {number[]} grades */
function fillRow(row, { before, after }, grades) {
  const kind = row.closest("table")?.dataset.kind ?? "";
  const numbers = grades.map((grade) => {
    const cell = makeNode("td", "number", tellChange(before[grade], after[grade]));
    cell.dataset.column = nameGrade(kind, grade);
    return cell;
  });
  const isOther = before.some((count, at) => count !== after[at]);
  const was = isOther ? makeGradeBar("bar was", before) : "";
  const share = makeNode("td", "share", was, makeGradeBar("bar", after));
  row.replaceChildren(row.cells[0], share, ...numbers);
}

export function createCoverageSifter() {
  /** What stood in each row at first. @type {Map<HTMLTableRowElement, Element[]>} */
  const standing = new Map();

  /** @param {HTMLTableRowElement} row */
  function restoreRow(row) {
    const cells = standing.get(row);
    if (cells) row.replaceChildren(...cells);
    else standing.set(row, [...row.children]);
    row.hidden = false;
  }
  /** @param {HTMLTableElement} table @param {number[]} grades */
  function fillHead(table, grades) {
    const row = table.tHead?.rows[0];
    if (!row) return;
    restoreRow(row);
    const names = grades.map((grade) => {
      const key = makeNode("span", `key ${GRADE_NAMES[grade]}`);
      return makeHeadCell("col", "number", key, nameGrade(table.dataset.kind ?? "", grade));
    });
    row.replaceChildren(...[...row.cells].slice(0, 2), ...names);
  }
  /** @param {HTMLTableElement} table @param {PageState} state */
  function siftTally(table, state) {
    const rows = [...table.tBodies, table.tFoot].flatMap((part) => [...(part?.rows ?? [])]);
    for (const row of rows) restoreRow(row);
    if (table.tHead) restoreRow(table.tHead.rows[0]);
    table.hidden = false;
    if (!state.view.filtered && !state.stopped.size) return true;
    const groups = listKeptByTheme(table.dataset.kind ?? "", state);
    const kept = rows.map((row) => groups.get(row.dataset.theme ?? "") ?? []);
    const tallies = kept.map((elements) => tallyGrades(elements, state));
    const heads = [...(table.tHead?.querySelectorAll("[data-grade]") ?? [])];
    const named = heads.map((head) => /** @type {HTMLElement} */ (head).dataset.grade ?? "");
    const grades = GRADE_NAMES.map((_, at) => at).filter(
      (at) => named.includes(GRADE_NAMES[at]) || tallies.some(({ after }) => after[at]),
    );
    fillHead(table, grades);
    rows.forEach((row, at) => {
      fillRow(row, tallies[at], grades);
      const home = model.byId.get(row.dataset.theme ?? "");
      row.hidden = !kept[at].length || Boolean(home && !state.view.scope.has(home));
    });
    table.hidden = rows.every((row) => row.hidden);
    return !table.hidden;
  }

  /**
   * The elements of one grade: who comes to it says from where, who goes says whereto.
   * @param {HTMLElement} group
   * @param {PageState} state
   */
  function siftGrade(group, state) {
    const { kind = "", grade = "" } = group.dataset;
    for (const arrived of group.querySelectorAll(".arrived")) arrived.remove();
    const items = [...group.querySelectorAll("li")];
    for (const item of items) {
      const element = findListed(item);
      item.hidden = Boolean(element && !state.view.kept.has(element));
    }
    const left = items.filter((item) => !item.hidden);
    const at = GRADE_NAMES.indexOf(grade);
    const coming = [...state.lost.keys()].filter(
      (each) => each.kind === kind && state.view.kept.has(each) && gradeAfter(each, state) === at,
    );
    const going = left.filter((item) => {
      const element = findListed(item);
      return element && (state.stopped.has(element) || gradeAfter(element, state) !== at);
    });
    addArrived(group, coming);
    const count = tellChange(left.length, left.length - going.length + coming.length);
    const many = group.querySelector(".many");
    if (many) many.textContent = count;
    group.hidden = state.view.filtered && !left.length && !coming.length;
  }
  /** @param {HTMLElement} group @param {NetworkElement[]} coming */
  function addArrived(group, coming) {
    if (!coming.length) return;
    const list = makeNode("ul", "list arrived");
    for (const element of coming) {
      list.append(makeNode("li", "arrived", makeEntry(element)));
    }
    group.append(list);
  }
  /** @param {HTMLElement} remarks @param {PageState} state */
  function siftRemarks(remarks, { view, stopped }) {
    for (const item of remarks.querySelectorAll("li")) {
      const ids = [...item.querySelectorAll(".chip")].map((chip) => chip.textContent ?? "");
      const about = ids.map((id) => model.byId.get(id));
      item.hidden = about.some((element) => element && !view.kept.has(element));
    }
    const left = remarks.querySelectorAll("li:not([hidden])").length;
    const many = remarks.querySelector(".many");
    if (many) many.textContent = groupThousands(left);
    remarks.hidden = !left;
    remarks.querySelector(".small")?.remove();
    if (!stopped.size) return;
    remarks.querySelector("h3")?.after(makeNode("p", "small", model.words.of_the_whole));
  }

  return /** @param {PageState} state */ function siftCoverage(state) {
    const view = document.getElementById("view-coverage");
    if (!view) return true;
    /** @type {NodeListOf<HTMLTableElement>} */
    const tables = view.querySelectorAll("table.covered");
    const hasAny = [...tables].map((table) => siftTally(table, state)).some(Boolean);
    /** @type {NodeListOf<HTMLElement>} */
    const groups = view.querySelectorAll("details[data-grade]");
    for (const group of groups) siftGrade(group, state);
    const remarks = view.querySelector("section.grade");
    if (remarks instanceof HTMLElement) siftRemarks(remarks, state);
    return hasAny;
  };
}
