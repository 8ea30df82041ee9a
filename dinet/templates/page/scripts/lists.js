/* The long lists of a large network, made from the data: each when its view is first opened, and
   what is printed for paper. */
import { makeCoverage } from "./list_coverage.js";
import { joinPieces, listWords, lists, makeCount, makeOwnText } from "./list_pieces.js";
import { makePiece, ownLanguage } from "./list_pieces.js";
import { makeTables } from "./list_table.js";
import { makeReference } from "./making.js";
import { model } from "./page_model.js";
import { isPrinted } from "./printing.js";
import { STRETCH } from "./sign_of_life.js";
/** @import { FindingRow } from "./types.d.ts" */

/** So many rows are laid out at once in 20 milliseconds, also when only one of them is seen. */
const MOST_ROWS = 200;

/** @typedef {[...FindingRow, string]} Spot a finding and where it was found */

/**
 * A table with a caption that is only heard; a browser lays it out when it comes into sight.
 * @param {string} title
 * @param {[string, string][]} columns classes and names
 * @param {Node} body
 */
function makeListTable(title, columns, body) {
  const heads = columns.map(([name, words]) => {
    return makePiece("th", { scope: "col", class: name }, words);
  });
  const caption = makePiece("caption", { class: "unseen" }, title);
  const head = makePiece("thead", {}, makePiece("tr", {}, heads));
  const table = makePiece("table", { class: "found" }, caption, head, body);
  return makePiece("div", { class: "drawn-in-sight" }, table);
}
/** @param {string} words */
function makeGoodNews(words) {
  return makePiece("p", { class: "nothing good" }, words);
}

// findings

/** @param {string[]} ids */
function makeReferences(ids) {
  const ends = ids.map((id) => makeReference(model.byId.get(id) ?? { id, kind: "" }));
  return joinPieces(...ends);
}
/** @param {Spot} spot */
function makeFindingRow([, , , sentence, ids, place]) {
  return makePiece(
    "tr",
    {},
    makePiece("td", { class: "about" }, makeReferences(ids)),
    makePiece("td", { class: "wide" }, sentence),
    makePiece("td", { class: "place" }, place),
  );
}
/** @param {Spot[]} spots */
function makeSpots(spots) {
  const items = spots.map(([, , , , ids, place]) => {
    const where = makePiece("span", { class: "place" }, place);
    const names = ids.map((id) => model.byId.get(id)).filter((element) => element !== undefined);
    const told = names.map(({ title, text }) => makeOwnText(title ?? text));
    return makePiece("li", {}, joinPieces(...makeReferences(ids), ...told, where));
  });
  return makePiece("ul", { class: "spots" }, items);
}
/**
 * What one rule found: that it says the same of many elements is said once, and many rows stand in
 * several parts.
 * @param {string} about
 * @param {boolean} isAlike
 * @param {Spot[]} spots
 * @returns {Generator<HTMLElement, void>}
 */
function* makeRuleBodies(about, isAlike, spots) {
  const [[severity, level, code]] = spots;
  const badge = makePiece("span", { class: `level ${severity}` }, level);
  const title = joinPieces(badge, about, makePiece("small", {}, code), makeCount(spots));
  const heading = makePiece("th", { scope: "rowgroup", colspan: 3 }, title);
  const head = makePiece("tr", {}, heading);
  const makeOnce = () => makePiece("tr", {}, makePiece("td", { colspan: 3 }, makeSpots(spots)));
  const rows = isAlike ? [makeOnce()] : spots.map(makeFindingRow);
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const part = rows.slice(at, at + MOST_ROWS);
    yield makePiece("tbody", { "data-code": code }, at ? null : head, part);
  }
}
/** What is told above the findings. */
function makeFindingLead() {
  const reading = lists.reading.map((words) => makePiece("p", { class: "lead" }, words));
  reading.push(makePiece("p", { class: "small" }, lists.as_of));
  if (!lists.found.length) return [...reading, makeGoodNews(listWords.no_findings)];
  const counts = lists.severities.map(([severity, told]) => {
    return makePiece("span", { class: `level ${severity}` }, told);
  });
  return [...reading, makePiece("p", { class: "lead" }, joinPieces(...counts))];
}
/** A table for each rule, one after the other. @returns {Generator<Node, void>} */
function* makeFindingList() {
  yield* makeFindingLead();
  /** @type {[string, string][]} */
  const columns = [
    ["about", listWords.element],
    ["wide", listWords.finding],
    ["place", listWords.places],
  ];
  let first = 0;
  for (const [about, isAlike, ...places] of lists.found) {
    const found = model.data.findings.slice(first, first + places.length);
    first += places.length;
    const spots = found.map((row, at) => /** @type {Spot} */ ([...row, places[at]]));
    for (const body of makeRuleBodies(about, isAlike, spots)) {
      yield makeListTable(about, columns, body);
    }
  }
}

// notes

function makeNoteList() {
  const lead = [
    makePiece("p", { class: "lead" }, listWords.reading),
    makePiece("p", { class: "small" }, listWords.unfiltered),
  ];
  if (!lists.notes.length) return [...lead, makeGoodNews(listWords.no_notes)];
  const rows = lists.notes.map(([place, message, kind]) =>
    makePiece(
      "tr",
      {},
      makePiece("td", { class: "place" }, place),
      makePiece("td", { class: "wide", ...ownLanguage }, message),
      makePiece("td", { class: "rule" }, kind),
    ),
  );
  /** @type {[string, string][]} */
  const columns = [
    ["place", listWords.places],
    ["wide", listWords.note],
    ["rule", listWords.kind],
  ];
  return [...lead, makeListTable(listWords.all_notes, columns, makePiece("tbody", {}, rows))];
}

/** Makes each list when its view is opened, and all of them before the page is printed. */
export function startLists() {
  /** @type {[string, () => Iterable<Node>][]} */
  const made = [
    ["table", makeTables],
    ["coverage", makeCoverage],
    ["findings", makeFindingList],
    ["notes", makeNoteList],
  ];
  const waiting = new Map(made);
  /** What is not made to its end yet. @type {Map<Element, Iterator<Node>>} */
  const unfinished = new Map();

  /** @param {string} name @param {() => Iterable<Node>} makeList */
  function putList(name, makeList) {
    waiting.delete(name);
    const room = document.querySelector(`#view-${name} .later`);
    if (!room) return;
    room.replaceChildren();
    unfinished.set(room, makeList()[Symbol.iterator]());
    putParts(room, STRETCH);
  }
  /**
   * Goes on with a list for a while, and after a breath with the rest.
   * @param {Element} room
   * @param {number} most milliseconds
   */
  function putParts(room, most) {
    const parts = unfinished.get(room);
    if (!parts) return;
    const end = performance.now() + most;
    for (let part = parts.next(); !part.done; part = parts.next()) {
      room.append(part.value);
      if (performance.now() < end) continue;
      room.setAttribute("aria-busy", "true");
      setTimeout(() => putParts(room, STRETCH));
      return;
    }
    unfinished.delete(room);
    if (!room.hasAttribute("aria-busy")) return;
    room.removeAttribute("aria-busy");
    document.dispatchEvent(new Event("listed"));
  }
  function putOpened() {
    for (const [name, makeList] of [...waiting]) {
      const view = document.getElementById(`view-${name}`);
      if (view && !view.hidden) putList(name, makeList);
    }
  }
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const watcher = new MutationObserver(putOpened);
  watcher.observe(main, { subtree: true, attributeFilter: ["hidden"] });
  window.addEventListener("beforeprint", () => {
    for (const [name, makeList] of [...waiting]) if (isPrinted(name)) putList(name, makeList);
    for (const room of [...unfinished.keys()]) putParts(room, Infinity);
  });
}
