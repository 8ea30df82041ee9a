/* The table of a large network: for every theme its goals, what stands between, and efforts. */
import {
  joinPieces,
  listWords,
  lists,
  makeListEntry,
  makeOwnText,
  makePiece,
} from "./list_pieces.js";
/** @import { EntryCode, GroupRow } from "./types.d.ts" */

/** @typedef {[EntryCode | null, string, ...GroupRow[]]} TableGroup */

/** @param {string} words */
function makeGap(words) {
  return makePiece("span", { class: "gap" }, words);
}
/** @param {Node[][]} entries */
function makeBullets(entries) {
  return makePiece(
    "ul",
    {},
    entries.map((entry) => makePiece("li", {}, entry)),
  );
}
/** @param {EntryCode[]} codes */
function makeEntries(codes) {
  const entries = codes.map(makeListEntry);
  return entries.length > 1 ? makeBullets(entries.map((entry) => [entry])) : entries;
}
/**
 * An effort with its parts.
 * @param {EntryCode} code
 */
function makeEffort(code) {
  const parts = lists.parts[typeof code === "number" ? code : code[0]];
  const entry = makeListEntry(code);
  return parts ? [entry, makeBullets(parts.map((part) => [makeListEntry(part)]))] : [entry];
}
/** @param {number} at @param {Node | Node[]} child */
function makeColumnCell(at, child) {
  return makePiece("td", { "data-column": lists.columns[at] }, child);
}
/** @param {TableGroup} group */
function makeGoalCell([goal, label, ...rows]) {
  const span = { rowspan: rows.length };
  if (goal !== null) return makePiece("th", { scope: "rowgroup", ...span }, makeListEntry(goal));
  const heading = makePiece("span", { class: "mark" }, listWords.stood_under);
  const under = label ? joinPieces(heading, makeOwnText(label)) : [];
  return makePiece("td", { class: "no-goal", ...span }, under);
}
/**
 * What stands between a goal and its efforts, and these.
 * @param {GroupRow} row
 * @param {boolean} hasGoal
 */
function makeRowCells([between, efforts, noEffort = "", noTarget = ""], hasGoal) {
  const isMissed = hasGoal && !between.length;
  const work = efforts.length ? makeBullets(efforts.map(makeEffort)) : makeGap(noEffort);
  const middle = isMissed ? makeGap(noTarget) : makeEntries(between);
  return [makeColumnCell(1, middle), makeColumnCell(2, work)];
}
/** @param {TableGroup} group */
function makeGroup(group) {
  const [goal, , ...rows] = group;
  const lines = rows.map((row, at) => {
    const cells = makeRowCells(row, goal !== null);
    return makePiece("tr", {}, at ? null : makeGoalCell(group), cells);
  });
  return makePiece("tbody", {}, lines);
}
function makeTableHead() {
  const heads = lists.columns.map((column) => makePiece("th", { scope: "col" }, column));
  return makePiece("thead", {}, makePiece("tr", {}, heads));
}
function makeEmptyBody() {
  const cell = makePiece("td", { colspan: 3 }, makeGap(listWords.no_goals));
  return makePiece("tbody", {}, makePiece("tr", {}, cell));
}

/** A table for each theme, one after the other. @returns {Generator<Node, void>} */
export function* makeTables() {
  if (!lists.table.length) yield makePiece("p", { class: "nothing" }, listWords.nothing);
  for (const [theme, heading, ...groups] of lists.table) {
    const title = makePiece("h3", {}, theme === null ? heading : makeListEntry(theme));
    const isLoose = heading === listWords.loose;
    const about = isLoose ? makePiece("p", {}, listWords.not_said) : null;
    const caption = makePiece("caption", {}, title, about);
    const bodies = groups.length ? groups.map(makeGroup) : [makeEmptyBody()];
    const table = makePiece("table", { class: "din" }, caption, makeTableHead(), bodies);
    yield makePiece("div", { class: "drawn-in-sight" }, table);
  }
}
