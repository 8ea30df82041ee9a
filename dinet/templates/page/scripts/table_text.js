/* The tables of the open view as text for a spreadsheet: what is seen of them, cell by cell. */

/** What is in a cell for one who cannot see it, or only marks something that stands beside it. */
const UNSEEN = ".bar, .time, .key, noscript";
/** What begins a formula: a text from a document must never become one. */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {string} tab */
function listTables(tab) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll(`#${CSS.escape(tab)} table`);
  return [...tables].filter((table) => !table.hidden);
}
/** @param {string} tab */
export function hasTables(tab) {
  return tab !== "view-network" && listTables(tab).length > 0;
}
/**
 * The words of a cell, in one line.
 * @param {Element} cell
 */
function readCell(cell) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const part of copy.querySelectorAll(`${UNSEEN}, [hidden]`)) part.remove();
  // a sign with its meaning in words behind it: the words say it
  for (const sign of copy.querySelectorAll("[aria-hidden]")) {
    if (sign.nextElementSibling?.classList.contains("unseen")) sign.remove();
    else if (sign.previousElementSibling?.classList.contains("unseen")) sign.remove();
  }
  for (const item of copy.querySelectorAll("li")) item.append("; ");
  const words = (copy.textContent ?? "").replace(/\s+/g, " ").trim().replace(/;$/, "");
  return FORMULA.test(words) ? `'${words}` : words;
}
/**
 * Whether a row is left by the filters and not folded away. To ask a browser what it shows would
 * lay out the table for each row.
 * @param {HTMLTableRowElement} row
 */
function isShown(row) {
  return !row.closest("[hidden], details:not([open])");
}
/**
 * The rows of a table as a grid; what spans several rows or columns stands in each of them.
 * @param {HTMLTableElement} table
 */
function readGrid(table) {
  /** @type {string[][]} */
  const grid = [];
  const rows = [...table.rows].filter(isShown);
  rows.forEach((row, at) => {
    grid[at] ??= [];
    let column = 0;
    for (const cell of row.cells) {
      if (cell.hidden) continue;
      while (grid[at][column] !== undefined) column += 1;
      fillSpan(grid, { at, column, last: rows.length }, cell);
    }
  });
  return grid;
}
/**
 * @param {string[][]} grid
 * @param {{at: number, column: number, last: number}} place
 * @param {HTMLTableCellElement} cell
 */
function fillSpan(grid, { at, column, last }, cell) {
  const words = readCell(cell);
  const isHead = cell.closest("thead") || cell.scope === "rowgroup";
  for (let down = 0; down < cell.rowSpan && at + down < last; down += 1) {
    const row = (grid[at + down] ??= []);
    for (let right = 0; right < cell.colSpan; right += 1) {
      row[column + right] = isHead || (!down && !right) ? words : "";
    }
  }
}
/** @type {Record<string, string>} */
const MARKUP_ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** @param {string} words */
function escapeMarkup(words) {
  return words.replace(/[&<>]/g, (sign) => MARKUP_ESCAPES[sign]);
}
/** @param {string[][]} grid */
function writeMarkup(grid) {
  const rows = grid.map(
    (row) => `<tr>${row.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join("")}</tr>`,
  );
  return `<table>${rows.join("")}</table>`;
}

/** The tables of the open view, each under its title. */
export function copyTables() {
  const view = document.querySelector(".view:not([hidden])");
  const grids = listTables(view?.id ?? "").map((table) => {
    const title = table.caption ? readCell(table.caption) : "";
    return [[title], ...readGrid(table)];
  });
  const heading = view?.querySelector("h2")?.textContent ?? "";
  const asked = [...document.querySelectorAll("#applied li > span, #scenario:not([hidden]) p")];
  const about = [document.title, heading, ...asked.map((part) => part.textContent ?? "")];
  const all = [
    [about.filter(Boolean).join(" – ")],
    [""],
    ...grids.flatMap((grid) => [...grid, [""]]),
  ];
  return { plain: all.map((row) => row.join("\t")).join("\r\n"), markup: writeMarkup(all) };
}
