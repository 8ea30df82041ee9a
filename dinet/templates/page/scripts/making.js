/* Makes pieces of the page. Everything is made of texts, so a text can never become markup. */
import { encodeWord } from "./address.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
import { GRADE } from "./stopping.js";
/** @import { Fate, NetworkElement } from "./types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The part of the page with an id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type what it has to be
 * @returns {T}
 */
export function findPart(id, type) {
  const part = document.getElementById(id);
  if (part instanceof type) return part;
  throw new TypeError(`there is no ${type.name} #${id}`);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 * @param {...(Node | string | null | undefined)} children
 */
export function makeNode(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function makeShape(tag, attributes, ...children) {
  const shape = document.createElementNS(SVG, tag);
  setAttributes(shape, attributes);
  shape.append(...children);
  return shape;
}

/** @param {Element} node @param {Record<string, string | number>} attributes */
export function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}

/**
 * Words of the document, which may be in another language than the page.
 * @param {string} text
 */
export function makeText(text) {
  const node = makeNode("span", "text", text);
  if (model.textLang) node.lang = model.textLang;
  return node;
}

/** @param {string} label @param {() => void} onPress */
export function makeButton(label, onPress) {
  const button = makeNode("button", "", label);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}

/** @param {string} scope @param {string} className @param {...(Node | string | null)} children */
export function makeHeadCell(scope, className, ...children) {
  const cell = makeNode("th", className, ...children);
  cell.scope = scope;
  return cell;
}

/**
 * The words with a capital at the start and the rest as it is.
 * @param {string} words
 */
export function startCapital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {string} words */
export function endSentence(words) {
  return words.replace(/[ .]+$/, "") + ".";
}

/** This page, as what others call it: an address that begins with # would mean what has that id. */
const PAGE_ADDRESS = location.href.replace(/#.*/, "");

/**
 * The code of an element, as a link to its place in the network.
 * @param {{id: string, kind: string}} element
 */
export function makeReference({ id, kind }) {
  const link = makeNode("a", `chip ${kind}`, id);
  link.href = `${PAGE_ADDRESS}#${encodeWord(id)}`;
  return link;
}

/**
 * The code of an element and other words on one line.
 * @param {NetworkElement} element
 * @param {Node} words
 */
export function makeEntry(element, words = makeText(element.title ?? element.text)) {
  return makeNode("span", "entry", makeReference(element), " ", words);
}

/**
 * A heading with a number behind it, and the lines that it counts.
 * @param {string} title
 * @param {HTMLElement[]} lines
 * @param {"h3" | "h4"} heading
 */
export function makeCountedList(title, lines, heading = "h4") {
  const count = makeNode("span", "many", groupThousands(lines.length));
  return [makeNode(heading, "", title, " ", count), makeNode("ul", "links", ...lines)];
}

/**
 * The sign of what becomes of an element when others stop: colour alone tells nothing.
 * @type {Readonly<Record<string, string>>}
 */
export const FATE_SIGNS = Object.freeze({ stopped: "✕", none: "✕", lower: "±" });

/**
 * What becomes of an element when others stop, in one word; empty when nothing does.
 * @param {NetworkElement} element
 * @param {Fate} fate
 */
export function findFate(element, { stopped, lost }) {
  if (stopped.has(element)) return "stopped";
  const grade = lost.get(element);
  if (grade === undefined) return "";
  return grade === GRADE.none ? "none" : "lower";
}

/**
 * The value of a colour of the page.
 * @param {string} name
 */
export function readColour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The kinds that have colours of their own in the style sheets. */
const COLOURED = new Set(["theme", "goal", "target", "effort"]);
/**
 * The name of the colour of a kind.
 * @param {string} kind
 */
export function nameColour(kind) {
  return COLOURED.has(kind) ? kind : "other";
}

/**
 * Words for one and for more than one of what is counted.
 * @param {string} name of the words for more
 * @param {number} count
 * @param {Record<string, unknown>} values
 */
export function tellCount(name, count, values) {
  const single = model.words[`${name}_one`];
  const words = count === 1 && single ? single : model.words[name];
  return fillBlanks(words, { count, ...values });
}
