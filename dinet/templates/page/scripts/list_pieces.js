/* What the long lists of a large network are made of. */
import { makeReference, setAttributes, startCapital } from "./making.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
/** @import { ElementData, EntryCode, ListData, Mark } from "./types.d.ts" */

/** So many codes are named after a mark; of the others the number is told. */
const MOST_CODES = 12;
/** Kinds of which a column or heading says what they are. */
const HEADED_KINDS = new Set(["theme", "goal", "target", "effort"]);

export const lists = /** @type {ListData} */ (model.data.lists);
export const listWords = lists.words;
/** @type {ElementData[]} */
const listedElements = [...model.elements, ...lists.doubles];
/** What says that words are in the language of the document. @type {Record<string, string>} */
export const ownLanguage = model.textLang ? { lang: model.textLang } : {};

/** @typedef {Node | string | null} Piece */

/**
 * An element of the page; what is empty is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Piece | Piece[])} children
 */
export function makePiece(tag, attributes, ...children) {
  const piece = document.createElement(tag);
  setAttributes(piece, attributes);
  for (const child of children.flat()) if (child) piece.append(child);
  return piece;
}
/**
 * Pieces with spaces between them.
 * @param {Piece[]} pieces
 */
export function joinPieces(...pieces) {
  const there = pieces.filter((piece) => piece !== null && piece !== "");
  return there.flatMap((piece) => [" ", piece]).slice(1);
}
/** @param {unknown[]} values */
export function makeCount(values) {
  return makePiece("span", { class: "many" }, groupThousands(values.length));
}
/** @param {string} words */
export function makeOwnText(words) {
  return makePiece("span", { class: "text", ...ownLanguage }, words);
}
/** @param {number} number */
export function makeNumberedReference(number) {
  return makeReference(listedElements[number]);
}
/**
 * The code and the text of an element.
 * @param {number} number
 */
export function makeLine(number) {
  const text = makeOwnText(listedElements[number].text);
  return makePiece("span", { class: "entry" }, makeNumberedReference(number), " ", text);
}

/** @param {Mark} mark */
function makeMark([words, numbers, names]) {
  const left = numbers.length - MOST_CODES;
  const pieces = joinPieces(
    words,
    ...numbers.slice(0, MOST_CODES).map(makeNumberedReference),
    names.length ? makePiece("span", ownLanguage, names.join(", ")) : null,
    left > 0 ? fillBlanks(listWords.more, { count: left }) : null,
  );
  return makePiece("span", { class: "mark" }, pieces);
}
/** @param {ElementData} element */
function makeSources({ sources }) {
  if (!sources) return null;
  const names = makePiece("span", ownLanguage, sources.join("; "));
  return makePiece("em", { class: "source" }, `${listWords.sources}: `, names);
}
/**
 * Everything that the table says of an element: its number, or its number and its marks.
 * @param {EntryCode} code
 */
export function makeListEntry(code) {
  const [number, ...marks] = typeof code === "number" ? [code] : code;
  const element = listedElements[number];
  const { kind, level, text } = element;
  const kindName = HEADED_KINDS.has(kind) ? "" : startCapital(model.kinds[kind]);
  const pieces = joinPieces(
    kindName ? makePiece("span", { class: "kind" }, kindName) : null,
    makeOwnText(text),
    level ? makePiece("span", { class: "kind" }, `(${model.levels[level]})`) : null,
    makeSources(element),
    ...marks.map(makeMark),
  );
  const told = makePiece("span", {}, pieces);
  return makePiece("span", { class: "entry" }, makeNumberedReference(number), " ", told);
}
