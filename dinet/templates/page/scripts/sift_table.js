/* The table, of which the filters leave a part: what stands under a theme and a goal that fit. A
   cell says how much of it is not shown. */
import { findListed } from "./fates.js";
import { makeNode, tellCount } from "./making.js";
/** @import { NetworkElement, PageState, View } from "./types.d.ts" */

const GOAL_CELL = ":scope > tr > :is(th[scope=rowgroup], .no-goal)";

/** @param {NetworkElement | null} element @param {Set<NetworkElement>} set */
function isAmong(element, set) {
  return !element || set.has(element);
}
/**
 * Hides what is not kept of the entries of a cell.
 * @param {HTMLElement} cell
 * @param {View} view
 * @returns {[number, number]} how many are left, of how many
 */
function siftCell(cell, { kept }) {
  /** @type {NodeListOf<HTMLElement>} */
  const entries = cell.querySelectorAll(":scope > .entry, li");
  for (const entry of entries) {
    const chips = [...entry.querySelectorAll(":scope > .chip, .entry > .chip")];
    entry.hidden = !chips.some((chip) => isAmong(findListed(chip.parentElement), kept));
  }
  const left = [...entries].filter((entry) => !entry.hidden).length;
  cell.querySelector(":scope > .left-out")?.remove();
  const away = entries.length - left;
  if (away) cell.append(makeNode("span", "left-out", tellCount("left_out", away, {})));
  return [left, entries.length];
}
/**
 * Whether anything of a row is left; of one that names nothing, when its goal is.
 * @param {HTMLTableRowElement} row
 * @param {Element | null} goalCell
 * @param {View} view
 */
function siftRow(row, goalCell, view) {
  const cells = [...row.cells].filter((cell) => cell !== goalCell);
  const counts = cells.map((cell) => siftCell(cell, view));
  const isEmpty = counts.every(([, all]) => !all);
  const goal = findListed(goalCell);
  if (isEmpty) return goal ? view.kept.has(goal) : !view.filtered;
  return counts.some(([left]) => left > 0);
}
/**
 * Puts the cell of the goal where the first row now is.
 * @param {Element | null} goalCell
 * @param {HTMLTableRowElement[]} rows
 */
function placeGoal(goalCell, rows) {
  if (!(goalCell instanceof HTMLTableCellElement) || !rows.length) return;
  if (goalCell.parentElement !== rows[0]) rows[0].prepend(goalCell);
  goalCell.rowSpan = rows.length;
}
/** @param {HTMLTableSectionElement} body @param {View} view */
function siftGroup(body, view) {
  const goalCell = body.querySelector(GOAL_CELL);
  const goal = findListed(goalCell);
  if (!isAmong(goal, view.scope)) return false;
  const rows = [...body.rows];
  for (const row of rows) row.hidden = !siftRow(row, goalCell, view);
  if (goal && view.kept.has(goal) && rows.every((row) => row.hidden)) rows[0].hidden = false;
  const left = rows.filter((row) => !row.hidden);
  placeGoal(goalCell, left);
  return left.length > 0;
}
/** @param {HTMLTableElement} table @param {View} view */
function siftSection(table, view) {
  const theme = findListed(table.querySelector("caption"));
  const isInScope = isAmong(theme, view.scope);
  const bodies = [...table.tBodies];
  for (const body of bodies) body.hidden = !(isInScope && siftGroup(body, view));
  const hasAny = bodies.some((body) => !body.hidden);
  table.hidden = !hasAny && !(theme && view.kept.has(theme));
  return !table.hidden;
}

/** @param {PageState} state */
export function siftTables({ view }) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll("#view-table .din");
  return [...tables].map((table) => siftSection(table, view)).some(Boolean);
}
