/* The matrix where it is too large to be seen at once: a part of its columns, mostly a theme, that
   one chooses from a list. */
import { findPart, makeEntry, makeHeadCell, makeNode, makeReference } from "./making.js";
import { makeText, setAttributes, startCapital } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { Change, MatrixData, MatrixPart, PageState } from "./types.d.ts" */

/** More letters do not stand upright above a column, or in the list of parts. */
const [MOST_UPRIGHT, MOST_IN_TITLE] = [64, 90];
/** How a cell looks by its way: direct, by way of a target, by way of a goal. */
const WAY_CLASSES = ["direct", "between", "goal", "shared"];

/** @typedef {{way: number, weak: number, via: number[]}} MatrixCell */

/**
 * @param {Change} change
 * @returns {{showState: (state: PageState) => void}}
 */
export function createMatrix(change) {
  const { matrix } = model.data;
  return matrix ? createPartedMatrix(matrix, change) : { showState: () => {} };
}

/** @param {MatrixData} matrix @param {Change} change */
function createPartedMatrix({ words: matrixWords, signs, parts, cells }, change) {
  const { elements } = model;
  const select = findPart("matrix-part", HTMLSelectElement);
  const room = findPart("matrix-table", HTMLElement);
  const serving = groupCells();
  const idle = listIdle();
  /** @type {MatrixPart | null} */
  let drawn = null;

  /** For each column its cells by effort. */
  function groupCells() {
    /** @type {Map<number, Map<number, MatrixCell>>} */
    const grouped = new Map();
    for (const [effort, column, way, weak, ...via] of cells) {
      const own = grouped.get(column) ?? new Map();
      grouped.set(column, own.set(effort, { way, weak, via }));
    }
    return grouped;
  }
  function listIdle() {
    const busy = new Set(cells.map(([effort]) => effort));
    const efforts = elements.filter((element) => element.kind === "effort");
    return efforts.map((element) => element.number).filter((number) => !busy.has(number));
  }

  /** @param {MatrixPart} part */
  function nameFirst([, columns]) {
    return elements[columns[0]].id;
  }
  /** @param {MatrixPart} part */
  function makeTitle([theme, columns]) {
    const named = theme === null ? null : elements[theme];
    const name = named ? `${named.id} ${named.text}` : model.words.without_theme;
    const isOneOfMore = parts.filter(([other]) => other === theme).length > 1;
    const isAlone = parts.every(([other]) => other === null);
    const range = `${elements[columns[0]].id} – ${elements[columns[columns.length - 1]].id}`;
    return (isOneOfMore || isAlone ? `${name} (${range})` : name).slice(0, MOST_IN_TITLE);
  }
  /** @param {MatrixCell} cell */
  function makeCell({ way, weak, via }) {
    const ids = via.map((number) => elements[number].id).join(", ");
    const words = WAY_CLASSES[way] === "shared" ? matrixWords.shared : matrixWords.via;
    const by = way ? fillBlanks(words, { ids }) : matrixWords.direct;
    const sign = makeNode("span", "", weak ? `(${signs[way]})` : signs[way]);
    sign.setAttribute("aria-hidden", "true");
    const told = makeNode("span", "unseen", weak ? `${by}, ${matrixWords.weak}` : by);
    return makeNode("td", WAY_CLASSES[way] + (weak ? " weak" : ""), sign, told);
  }
  /** @param {number} number */
  function makeColumnHead(number) {
    const { text } = elements[number];
    const isLong = text.length > MOST_UPRIGHT;
    const short = isLong ? text.slice(0, MOST_UPRIGHT - 1) + "…" : text;
    const upright = makeNode("span", "upright", short);
    upright.setAttribute("aria-hidden", "true");
    const whole = makeNode("span", "unseen", makeText(text));
    return makeHeadCell("col", "aim", makeReference(elements[number]), whole, upright);
  }
  /** @param {number} effort @param {number[]} columns */
  function makeRow(effort, columns) {
    const found = columns.map((column) => serving.get(column)?.get(effort));
    const name = makeEntry(elements[effort], makeText(elements[effort].text));
    const row = found.map((cell) => (cell ? makeCell(cell) : makeNode("td", "")));
    const sum = makeNode("td", "sum", String(found.filter(Boolean).length));
    return makeNode("tr", "", makeHeadCell("row", "", name), ...row, sum);
  }
  /** @param {number} column */
  function makeSum(column) {
    const all = [...(serving.get(column)?.values() ?? [])];
    const direct = all.filter(({ way }) => way === 0).length;
    const among = all.length === direct ? null : makeNode("span", "small", ` (${direct})`);
    return makeNode("td", "", String(all.length), among);
  }
  /** @param {MatrixPart} part */
  function makeTable(part) {
    const [, columns] = part;
    const efforts = columns.flatMap((column) => [...(serving.get(column)?.keys() ?? [])]);
    const numbers = [...new Set(efforts), ...(part === parts[0] ? idle : [])];
    const rows = numbers.sort((a, b) => a - b).map((effort) => makeRow(effort, columns));
    const corner = makeHeadCell("col", "corner", startCapital(matrixWords.effort));
    const total = makeHeadCell("col", "sum", matrixWords.total);
    const top = makeNode("tr", "", corner, ...columns.map(makeColumnHead), total);
    const name = makeHeadCell("row", "", matrixWords.efforts);
    const foot = makeNode("tr", "", name, ...columns.map(makeSum), makeNode("td", "sum"));
    return makeNode(
      "table",
      "matrix",
      makeNode("caption", "unseen", `${matrixWords.caption}: ${makeTitle(part)}`),
      makeNode("thead", "", top),
      makeNode("tbody", "", ...rows),
      makeNode("tfoot", "", foot),
    );
  }
  /** @param {MatrixPart} part */
  function drawPart(part) {
    drawn = part;
    select.value = nameFirst(part);
    const sheet = makeNode("div", "sheet", makeTable(part));
    const label = `${matrixWords.caption}: ${makeTitle(part)}`;
    setAttributes(sheet, { role: "region", "aria-label": label, tabindex: "0" });
    room.replaceChildren(sheet);
  }
  /**
   * The part that the address names; else that of the theme that was chosen for the network; else
   * the first.
   * @param {PageState} state
   */
  function showState({ tab, matrix: wanted, theme }) {
    if (tab !== "view-matrix") return;
    const named = parts.find((part) => nameFirst(part) === wanted);
    const ofTheme = parts.find(([number]) => number !== null && elements[number].id === theme);
    const part = named ?? ofTheme ?? parts[0];
    if (part !== drawn) drawPart(part);
  }

  select.append(...parts.map((part) => new Option(makeTitle(part), nameFirst(part))));
  select.addEventListener("change", () => change({ matrix: select.value }));
  window.addEventListener("beforeprint", () => {
    if (!drawn) drawPart(parts[0]);
  });
  return { showState };
}
