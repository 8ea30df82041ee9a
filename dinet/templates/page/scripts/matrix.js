/* The matrix where it is too large to be seen at once: a part of its columns, mostly a theme, that
   one chooses from a list. */
import { tellChange } from "./fates.js";
import { findPart, makeEntry, makeHeadCell, makeNode, makeReference } from "./making.js";
import { makeText, setAttributes, startCapital } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
import { isPrinted } from "./printing.js";
import { listStillServed, markGone, tellServed } from "./sift_matrix.js";
/** @import { Change, MatrixData, MatrixPart, NetworkElement } from "./types.d.ts" */
/** @import { PageState, View } from "./types.d.ts" */

/** More letters do not stand upright above a column, or in the list of parts. */
const [MOST_UPRIGHT, MOST_IN_TITLE] = [64, 90];
/** How a cell looks by its way: direct, by way of a target, by way of a goal. */
const WAY_CLASSES = ["direct", "between", "goal", "shared"];

/** @typedef {{way: number, weak: number, via: number[]}} MatrixCell */
/** What efforts still serve when something has stopped. */
/** @typedef {Map<number, Set<NetworkElement>>} StillServed */

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
  /** @type {PageState | null} */
  let last = null;
  let drawn = "";

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
  /**
   * Whether an effort serves a column no longer when others have stopped.
   * @param {number} effort
   * @param {number} column
   * @param {StillServed} still
   */
  function isGone(effort, column, still) {
    const served = still.get(effort);
    return Boolean(served && !served.has(elements[column]));
  }
  /** @param {number} effort @param {number[]} columns @param {StillServed} still */
  function makeRow(effort, columns, still) {
    const found = columns.map((column) => serving.get(column)?.get(effort));
    const name = makeEntry(elements[effort], makeText(elements[effort].text));
    const row = found.map((cell, at) => {
      const node = cell ? makeCell(cell) : makeNode("td", "");
      if (cell) markGone(node, isGone(effort, columns[at], still));
      return node;
    });
    const count = found.filter(Boolean).length;
    const gone = row.filter((node) => node.classList.contains("gone")).length;
    const sum = makeNode("td", "sum", tellChange(count, count - gone));
    return makeNode("tr", "", makeHeadCell("row", "", name), ...row, sum);
  }
  /** @param {number} column @param {number[]} efforts @param {StillServed} still */
  function makeSum(column, efforts, still) {
    const found = efforts.filter((effort) => serving.get(column)?.has(effort));
    const left = found.filter((effort) => !isGone(effort, column, still));
    /** @param {number[]} some @returns {[number, number]} */
    const count = (some) => {
      const direct = some.filter((effort) => serving.get(column)?.get(effort)?.way === 0);
      return [some.length, direct.length];
    };
    const [all, direct] = tellServed(count(found), count(left));
    return makeNode("td", "", all, direct ? makeNode("span", "small", direct) : null);
  }
  /** @param {MatrixPart} part @param {PageState} state */
  function listPartEfforts(part, { view }) {
    const efforts = part[1].flatMap((column) => [...(serving.get(column)?.keys() ?? [])]);
    const numbers = [...new Set(efforts), ...(part === parts[0] ? idle : [])];
    return numbers.filter((number) => view.kept.has(elements[number])).sort((a, b) => a - b);
  }
  /** @param {number[]} efforts @param {PageState} state @returns {StillServed} */
  function findStillServed(efforts, { stopped }) {
    if (!stopped.size) return new Map();
    return new Map(efforts.map((number) => [number, listStillServed(elements[number], stopped)]));
  }
  /** @param {MatrixPart} part @param {PageState} state */
  function makeTable(part, state) {
    const columns = part[1].filter((number) => state.view.kept.has(elements[number]));
    const numbers = listPartEfforts(part, state);
    const still = findStillServed(numbers, state);
    const rows = numbers.map((effort) => makeRow(effort, columns, still));
    const corner = makeHeadCell("col", "corner", startCapital(matrixWords.effort));
    const total = makeHeadCell("col", "sum", matrixWords.total);
    const top = makeNode("tr", "", corner, ...columns.map(makeColumnHead), total);
    const name = makeHeadCell("row", "", matrixWords.efforts);
    const sums = columns.map((column) => makeSum(column, numbers, still));
    const foot = makeNode("tr", "", name, ...sums, makeNode("td", "sum"));
    return makeNode(
      "table",
      "matrix",
      makeNode("caption", "unseen", `${matrixWords.caption}: ${makeTitle(part)}`),
      makeNode("thead", "", top),
      makeNode("tbody", "", ...rows),
      makeNode("tfoot", "", foot),
    );
  }
  /** @param {PageState} state */
  function nameFitting({ view }) {
    const fitting = parts.filter((part) => hasFitting(part, view));
    const shown = fitting.length ? fitting : parts;
    select.replaceChildren(...shown.map((part) => new Option(makeTitle(part), nameFirst(part))));
  }
  /** @param {MatrixPart} part @param {View} view */
  function hasFitting([, columns], view) {
    return columns.some((number) => view.kept.has(elements[number]));
  }
  /** @param {MatrixPart} part @param {PageState} state */
  function drawPart(part, state) {
    const stops = [...state.stopped].map((element) => element.number);
    const key = `${nameFirst(part)}|${state.view.key}|${stops.join(" ")}`;
    if (key === drawn) return;
    drawn = key;
    nameFitting(state);
    select.value = nameFirst(part);
    const sheet = makeNode("div", "sheet", makeTable(part, state));
    const label = `${matrixWords.caption}: ${makeTitle(part)}`;
    setAttributes(sheet, { role: "region", "aria-label": label, tabindex: "0" });
    room.replaceChildren(sheet);
  }
  /**
   * The part that the address names; else that of the theme that was chosen; else the first of
   * which the filters leave anything.
   * @param {PageState} state
   */
  function choosePart({ matrix: wanted, theme, view }) {
    const fitting = parts.filter((part) => hasFitting(part, view));
    const named = fitting.find((part) => nameFirst(part) === wanted);
    const ofTheme = fitting.find(([number]) => number !== null && elements[number].id === theme);
    return named ?? ofTheme ?? fitting[0] ?? parts[0];
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    if (state.tab === "view-matrix") drawPart(choosePart(state), state);
  }

  select.addEventListener("change", () => change({ matrix: select.value }));
  window.addEventListener("beforeprint", () => {
    if (last && isPrinted("matrix")) drawPart(choosePart(last), last);
  });
  return { showState };
}
