/* The document as it stands, beside what was read of it. Words about an element lead to its
   details, and are lit when it is chosen in any view. */
import { encodeWord } from "./address.js";
import { makeNode, makeText } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
import { isPrinted } from "./printing.js";
/** @import { NetworkElement, OriginalCell, OriginalRun, OriginalText } from "./types.d.ts" */
/** @import { PageState } from "./types.d.ts" */

export const ORIGINAL_VIEW = "view-original";
/** So often it is tried to bring words into sight: usually twice is enough. */
const MOST_REVEALS = 12;
/** So many rows of a long table are laid out together: more than a window has. */
const ROWS_TOGETHER = 60;

/** The element that a run is about. @param {OriginalRun} run */
function findSubject(run) {
  const number = Array.isArray(run) ? run[0] : run;
  return typeof number === "number" ? model.elements[number] : undefined;
}
/** @type {Set<NetworkElement> | undefined} */
let subjects;
/** Whether the document, as it stands here, has words about an element.
 * @param {NetworkElement} element */
export function isInOriginal(element) {
  subjects ??= new Set(
    listTexts().flatMap(([, ...runs]) => runs.flatMap((run) => findSubject(run) ?? [])),
  );
  return subjects.has(element);
}
/** @returns {OriginalText[]} */
function listTexts() {
  return (model.data.original?.parts ?? []).flatMap(([, rows, texts]) => [
    ...rows.flat().flatMap(listCellTexts),
    ...texts,
  ]);
}
/** @param {OriginalCell} cell @returns {OriginalText[]} */
function listCellTexts([, , ...texts]) {
  return texts;
}

/**
 * A long table in pieces, of which a browser lays out what is in sight; nothing that spans rows is
 * cut.
 * @param {OriginalCell[][]} rows
 */
function cutRows(rows) {
  if (rows.length < 2 * ROWS_TOGETHER) return [rows];
  /** @type {OriginalCell[][][]} */
  const pieces = [];
  let first = 0;
  let spanned = 0;
  rows.forEach((row, at) => {
    if (at - first >= ROWS_TOGETHER && at >= spanned) {
      pieces.push(rows.slice(first, at));
      first = at;
    }
    spanned = Math.max(spanned, ...row.map(([height]) => at + height));
  });
  return [...pieces, rows.slice(first)];
}

export function createOriginal() {
  const root = document.getElementById("made-original");
  const place = makeNode("div", "chosen-aim");
  place.id = "original-aim";
  place.hidden = true;
  /** @type {Map<NetworkElement, HTMLAnchorElement[]>} */
  const said = new Map();
  /** @type {NetworkElement | null} */
  let lit = null;
  let isMade = false;

  /** @param {NetworkElement} element @param {string} words */
  function makeSaid(element, words) {
    const link = makeNode("a", `worded ${element.kind}`, words);
    link.href = `#${encodeWord(element.id)}`;
    if (words.trim() !== element.id) link.dataset.code = element.id;
    const known = said.get(element);
    if (known) known.push(link);
    else said.set(element, [link]);
    return link;
  }
  /** @param {OriginalRun} run */
  function makeRun(run) {
    if (typeof run === "string") return run;
    const element = findSubject(run);
    if (!Array.isArray(run)) return element ? makeSaid(element, element.text) : "";
    const words = String(run.at(-1));
    if (element) return makeSaid(element, words);
    const told = makeNode("span", "unseen", ` (${model.words.original_unread})`);
    return makeNode("span", "unread", words, told);
  }
  /** @param {OriginalText} text */
  function makeParagraph([rank, ...runs]) {
    const line = makeText("");
    line.append(...runs.map(makeRun));
    const paragraph = makeNode("p", rank < 0 ? "head" : "", line);
    if (rank > 0) paragraph.style.setProperty("--depth", String(rank));
    return paragraph;
  }
  /** @param {OriginalCell} cell */
  function makeCell([rows, columns, ...texts]) {
    const cell = makeNode("td", "", ...texts.map(makeParagraph));
    cell.rowSpan = rows;
    cell.colSpan = columns;
    return cell;
  }
  /** @param {string} title @param {OriginalCell[][]} rows */
  function makeTable(title, rows) {
    const tables = cutRows(rows).map((some) => {
      const lines = some.map((row) => makeNode("tr", "", ...row.map(makeCell)));
      const table = makeNode("table", "", makeNode("tbody", "", ...lines));
      return some === rows ? table : makeNode("div", "drawn-in-sight", table);
    });
    const scroll = makeNode("div", "scroll", ...tables);
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", title);
    return scroll;
  }
  function makeDocument() {
    const original = model.data.original;
    if (!root || !original || isMade) return;
    isMade = true;
    const parts = original.parts.map(([title, rows, texts]) => {
      const inside = rows.length ? [makeTable(title, rows)] : texts.map(makeParagraph);
      return makeNode("section", "", makeNode("h3", "", title), ...inside);
    });
    const { words } = model;
    const left = fillBlanks(words.original_left, { count: original.left });
    const told = original.left ? makeNode("p", "nothing", left) : null;
    const aside = makeNode("div", "aside", makeNode("p", "lead", words.original_lead), place);
    root.append(aside, makeNode("div", "as-it-stands", ...parts, told));
  }
  /** @param {NetworkElement | null} element @param {boolean} on */
  function markWords(element, on) {
    for (const link of (element && said.get(element)) ?? []) {
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      link.closest("td")?.classList.toggle("lit", on);
    }
  }
  /** @param {NetworkElement} element */
  function listWords(element) {
    return said.get(element) ?? [];
  }
  /** @param {PageState} state */
  function showState({ tab, selected, view }) {
    if (!root || tab !== ORIGINAL_VIEW) return;
    makeDocument();
    for (const [element, links] of said) {
      for (const link of links) link.classList.toggle("beside", !view.kept.has(element));
    }
    place.hidden = !selected;
    if (selected === lit) return;
    markWords(lit, false);
    markWords(selected, true);
    lit = selected;
    if (selected && !listWords(selected).some(isInSight)) {
      reveal(listWords(selected)[0], MOST_REVEALS);
    }
  }
  window.addEventListener("beforeprint", () => {
    if (isPrinted("original")) makeDocument();
  });

  return {
    showState,
    /** @param {NetworkElement} element */
    focusWords(element) {
      listWords(element)[0]?.focus();
    },
  };
}
/**
 * Brings words into sight; what was not laid out yet may push them away again.
 * @param {HTMLElement | undefined} part
 * @param {number} times
 */
function reveal(part, times) {
  if (!part || !times) return;
  if (!isInSight(part)) part.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => reveal(part, times - 1));
}
/** @param {HTMLElement} part */
function isInSight(part) {
  const { top, bottom } = part.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
