/* Paper: what is printed is the view that is open, as it is filtered, or everything. What is larger
   than a sheet is divided over several. */
import { findPart, makeEntry, makeNode, makeShape, makeText, setAttributes } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
import { cutSheets, divideColumns } from "./paper_cuts.js";
/** @import { PagePicture } from "./types.d.ts" */
/** @import { Span } from "./paper_cuts.js" */

/** What a sheet of A4 that lies holds of a picture within margins of 10 mm, in points. */
const SHEET = Object.freeze({ width: 780, height: 435 });
/** Smaller than this letters of 10 points cannot be read. */
const LEAST_PRINTED_SCALE = 0.7;
/** The height of the names of columns above a picture, in its own points. */
const HEADS_HEIGHT = 28;
/** More columns of a matrix than this are narrower than 8 mm on a sheet that lies. */
const MOST_COLUMNS = 24;
/** More letters do not fit above a column there. */
const MOST_UPRIGHT_ON_PAPER = 34;
/** With more links a browser takes minutes: on each sheet it asks where all of them stand. */
const MOST_LINKS_ON_PAPER = 1000;

/**
 * Whether a view goes on paper.
 * @param {string} name
 */
export function isPrinted(name) {
  const view = document.getElementById(`view-${name}`);
  return document.documentElement.dataset.print === "all" || Boolean(view && !view.hidden);
}

/** @param {SVGGraphicsElement} shape */
function measureShape(shape) {
  const { x, y, width, height } = shape.getBBox();
  return { shape, x, y, width, height };
}
/** @typedef {{x: number, y: number, width: number, height: number}} Area */
/** @param {Area} one @param {Area} other */
function isWithinSheet(one, other) {
  const isBeside = one.x > other.x + other.width || one.x + one.width < other.x;
  return !isBeside && one.y <= other.y + other.height && one.y + one.height >= other.y;
}

/**
 * The parts of a picture, one for each sheet, with the names of the columns above each.
 * @param {SVGSVGElement} svg
 */
function makeSheets(svg) {
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const scale = Math.max(LEAST_PRINTED_SCALE, Math.min(1, SHEET.width / width));
  /** @type {NodeListOf<SVGGraphicsElement>} */
  const found = svg.querySelectorAll(".band, .link, .element, svg > text, .heading");
  const shapes = [...found].map(measureShape);
  const boxes = shapes.filter(({ shape }) => shape.classList.contains("element"));
  const room = { width: SHEET.width / scale, height: SHEET.height / scale };
  /** @type {Span[]} */
  const tall = boxes.map((box) => [box.y, box.y + box.height]);
  /** @type {Span[]} */
  const wide = boxes.map((box) => [box.x, box.x + box.width]);
  const rows = cutSheets(tall, [y + HEADS_HEIGHT, y + height], room.height - HEADS_HEIGHT);
  const columns = cutSheets(wide, [x, x + width], room.width);
  const heads = shapes.filter(
    (box) => !boxes.includes(box) && box.y + box.height < y + HEADS_HEIGHT,
  );
  return rows.flatMap((top) =>
    columns.map((left) => {
      const across = { x: left, width: Math.min(room.width, x + width - left) };
      const deep = Math.min(room.height - HEADS_HEIGHT, y + height - top);
      return [
        makeTile(svg, heads, { ...across, y, height: HEADS_HEIGHT }, scale),
        makeTile(svg, shapes, { ...across, y: top, height: deep }, scale),
      ];
    }),
  );
}
/**
 * @param {SVGSVGElement} svg
 * @param {(Area & {shape: SVGGraphicsElement})[]} shapes
 * @param {Area} area
 * @param {number} scale
 */
function makeTile(svg, shapes, area, scale) {
  const tile = /** @type {SVGSVGElement} */ (svg.cloneNode(false));
  tile.removeAttribute("aria-labelledby");
  setAttributes(tile, {
    role: "presentation",
    viewBox: `${area.x} ${area.y} ${area.width} ${area.height}`,
    width: `${area.width * scale}pt`,
    height: `${area.height * scale}pt`,
  });
  const defs = svg.querySelector("defs")?.cloneNode(true) ?? makeShape("defs", {});
  const lines = svg.querySelector(".links");
  const links = lines ? /** @type {Element} */ (lines.cloneNode(false)) : makeShape("g", {});
  tile.append(defs, links);
  for (const { shape, ...place } of shapes) {
    if (!isWithinSheet(place, area)) continue;
    const isLink = shape.classList.contains("link");
    if (shape.classList.contains("band")) tile.insertBefore(shape.cloneNode(true), links);
    else (isLink ? links : tile).append(shape.cloneNode(true));
  }
  return tile;
}
/** @param {SVGSVGElement} svg */
function layOutPicture(svg) {
  const sheets = makeSheets(svg);
  const pages = sheets.map((tiles, at) => {
    const counts = { number: at + 1, count: sheets.length };
    const words = sheets.length > 1 ? fillBlanks(model.words.sheet_of, counts) : "";
    return makeNode("div", "sheet-page", makeNode("p", "small", words), ...tiles);
  });
  return makeNode("div", "picture on-paper", ...pages);
}

/**
 * A copy of a matrix with some of its columns.
 * @param {HTMLTableElement} table
 * @param {Span} part
 */
function copyColumns(table, [first, last]) {
  const copy = /** @type {HTMLTableElement} */ (table.cloneNode(true));
  for (const upright of copy.querySelectorAll(".upright")) {
    const words = upright.textContent ?? "";
    if (words.length > MOST_UPRIGHT_ON_PAPER)
      upright.textContent = words.slice(0, MOST_UPRIGHT_ON_PAPER - 1).trim() + "…";
  }
  for (const hidden of copy.querySelectorAll(":is(tr, th, td)[hidden]")) hidden.remove();
  for (const row of copy.rows) {
    if (row.querySelector(".span")) cutSpans(row, first, last);
    else
      [...row.cells]
        .slice(1, -1)
        .forEach((cell, at) => (at < first || at >= last) && cell.remove());
  }
  return copy;
}
/** @param {HTMLTableRowElement} row @param {number} first @param {number} last */
function cutSpans(row, first, last) {
  let begin = 0;
  for (const span of [...row.cells].slice(1, -1)) {
    const end = begin + span.colSpan;
    const left = Math.min(end, last) - Math.max(begin, first);
    if (left > 0) span.colSpan = left;
    else span.remove();
    begin = end;
  }
}
/**
 * A matrix in parts that fit on a sheet; what its columns are stands whole under it.
 * @param {HTMLTableElement} table
 */
function layOutMatrix(table) {
  const columns = [...table.querySelectorAll("thead .aim:not([hidden])")];
  const parts = divideColumns(columns.length, MOST_COLUMNS).map((part) => copyColumns(table, part));
  const named = columns.map((column) => {
    const element = model.byId.get(column.querySelector(".chip")?.textContent ?? "");
    return element ? makeNode("li", "", makeEntry(element, makeText(element.text))) : null;
  });
  return makeNode("div", "on-paper", ...parts, makeNode("ul", "list", ...named));
}

/**
 * @param {PagePicture} picture
 * @param {() => void} siftAll
 */
export function createPrinting(picture, siftAll) {
  const root = document.documentElement;
  /** @type {HTMLElement[]} */
  const views = [...document.querySelectorAll(/** @type {"section"} */ (".view"))];
  /** @type {HTMLElement[]} */
  let laid = [];
  /** @type {HTMLElement[]} */
  let opened = [];
  /** @type {[HTMLAnchorElement, string][]} */
  let unlinked = [];

  function layOut() {
    clearAway();
    if (root.dataset.print === "all") {
      opened = views.filter((view) => view.hidden);
      for (const view of opened) view.hidden = false;
      siftAll();
    }
    const svg = isPrinted("network") ? picture.findSvg() : null;
    if (svg) lay(layOutPicture(svg), findPart("picture", HTMLElement));
    const table = document.querySelector("#view-matrix table.matrix");
    if (isPrinted("matrix") && table instanceof HTMLTableElement && !table.hidden) {
      const sheet = table.closest(".sheet");
      if (sheet instanceof HTMLElement) lay(layOutMatrix(table), sheet);
    }
    unlink();
  }
  function unlink() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll(".view:not([hidden]) a[href]");
    if (links.length <= MOST_LINKS_ON_PAPER) return;
    unlinked = [...links].map((link) => [link, link.getAttribute("href") ?? ""]);
    for (const link of links) link.removeAttribute("href");
  }
  /** @param {HTMLElement} paper @param {HTMLElement} instead of what it is printed */
  function lay(paper, instead) {
    instead.before(paper);
    instead.classList.add("off-paper");
    laid.push(paper);
  }
  function clearAway() {
    for (const paper of laid) paper.remove();
    for (const view of opened) view.hidden = true;
    for (const [link, href] of unlinked) link.setAttribute("href", href);
    for (const part of document.querySelectorAll(".off-paper")) part.classList.remove("off-paper");
    [laid, opened, unlinked] = [[], [], []];
  }
  /** @param {boolean} isAll */
  function printAll(isAll) {
    if (isAll) root.dataset.print = "all";
    window.print();
  }

  window.addEventListener("beforeprint", layOut);
  window.addEventListener("afterprint", () => {
    clearAway();
    delete root.dataset.print;
  });
  return { printAll };
}
