/* The matrix, of which the filters leave rows and columns; its sums are those of what is left, and
   say what becomes of them when something stops. */
import { findListed, tellChange } from "./fates.js";
import { makeNode } from "./making.js";
import { model } from "./page_model.js";
/** @import { NetworkElement, PageState } from "./types.d.ts" */

/** How often something is served: in all, and directly. @typedef {[number, number]} Served */

/**
 * What an effort still serves when others have stopped.
 * @param {NetworkElement} effort
 * @param {Set<NetworkElement>} stopped
 */
export function listStillServed(effort, stopped) {
  return stopped.has(effort)
    ? new Set(/** @type {NetworkElement[]} */ ([]))
    : model.listServedBy(effort, stopped);
}
/**
 * Marks a cell of what is served no longer.
 * @param {HTMLElement} cell
 * @param {boolean} isGone
 */
export function markGone(cell, isGone) {
  if (cell.classList.contains("gone") === isGone) return;
  cell.classList.toggle("gone", isGone);
  cell.querySelector(".falls-away")?.remove();
  if (isGone) cell.append(makeNode("span", "unseen falls-away", `, ${model.words.falls_away}`));
}
/**
 * What a sum says: all, and between brackets those that are direct, before and after.
 * @param {Served} before
 * @param {Served} after
 */
export function tellServed(before, after) {
  const direct = before[0] === before[1] ? "" : ` (${tellChange(before[1], after[1])})`;
  return [tellChange(before[0], after[0]), direct];
}

/** @param {HTMLTableElement} table @param {boolean[]} fits @param {HTMLTableRowElement} head */
function siftColumns(table, fits, head) {
  for (const row of table.rows) {
    if (row.parentElement === table.tHead && row !== head) continue;
    fits.forEach((isFitting, at) => (row.cells[at + 1].hidden = !isFitting));
  }
  let first = 0;
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const spans = table.querySelectorAll("thead .span");
  for (const span of spans) {
    span.dataset.many ??= String(span.colSpan);
    const many = Number(span.dataset.many);
    const left = fits.slice(first, first + many).filter(Boolean).length;
    first += many;
    span.hidden = !left;
    span.colSpan = left || 1;
  }
}
/**
 * @param {HTMLTableRowElement} row
 * @param {(NetworkElement | null)[]} columns
 * @param {boolean[]} fits
 * @param {PageState} state
 */
function siftServing(row, columns, fits, { view, stopped }) {
  const effort = findListed(row);
  row.hidden = Boolean(effort && !view.kept.has(effort));
  const served = effort && stopped.size ? listStillServed(effort, stopped) : null;
  const cells = columns.map((column, at) => {
    const cell = row.cells[at + 1];
    const isFilled = cell.className !== "" && cell.childElementCount > 0;
    const isGone = isFilled && Boolean(served && column && !served.has(column));
    markGone(cell, isGone);
    const isCounted = isFilled && !row.hidden && fits[at];
    return { isCounted, isGone, isDirect: cell.classList.contains("direct") };
  });
  const all = cells.filter(({ isCounted }) => isCounted);
  const left = all.filter(({ isGone }) => !isGone);
  row.cells[row.cells.length - 1].textContent = tellChange(all.length, left.length);
  return cells;
}

/** @param {PageState} state */
export function siftMatrix(state) {
  const table = document.querySelector("#view-matrix .sheet > table.matrix");
  const isMadeHere = document.getElementById("matrix-table");
  if (!(table instanceof HTMLTableElement) || isMadeHere) return true;
  const head = /** @type {HTMLTableRowElement} */ (table.querySelector("thead tr:last-child"));
  const columns = [...head.querySelectorAll(".aim")].map((cell) => findListed(cell));
  const fits = columns.map((column) => !column || state.view.kept.has(column));
  siftColumns(table, fits, head);
  const rows = [...table.tBodies[0].rows].map((row) => siftServing(row, columns, fits, state));
  const foot = table.tFoot?.rows[0];
  columns.forEach((_, at) => {
    const cells = rows.map((row) => row[at]).filter(({ isCounted }) => isCounted);
    const left = cells.filter(({ isGone }) => !isGone);
    /** @param {typeof cells} some @returns {Served} */
    const count = (some) => [some.length, some.filter(({ isDirect }) => isDirect).length];
    const [all, direct] = tellServed(count(cells), count(left));
    const among = direct && makeNode("span", "small", direct);
    foot?.cells[at + 1].replaceChildren(all, among);
  });
  const isAny = fits.some(Boolean) && [...table.tBodies[0].rows].some((row) => !row.hidden);
  table.hidden = !isAny;
  return isAny;
}
