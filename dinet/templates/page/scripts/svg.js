/* A picture as SVG: shows what is chosen, dimmed or lost, and lets the keyboard walk along the
   links. */
import { endSentence, FATE_SIGNS, findFate, makeShape } from "./making.js";
import { setAttributes, startCapital } from "./making.js";
import { model } from "./page_model.js";
/** @import { ElementBox, Link, NetworkElement, PagePicture, PageState } from "./types.d.ts" */
/** @import { Room, Scene } from "./types.d.ts" */

/** @import { createCulling } from "./culling.js" */
/** @import { Placed } from "./types.d.ts" */

/** @typedef {{path: SVGElement, start: NetworkElement, end: NetworkElement}} DrawnLink */
/** @typedef {object} Drawn
 * @property {Placed} placed
 * @property {ReturnType<typeof createCulling>} [culling] what draws the rest when it comes in sight
 */

/** The room around the picture that is left of the margins of a page, in points. */
const MARGIN = 8;
/** @type {Record<string, number>} */
const ZOOM_KEYS = { "+": 1, "=": 1, "-": -1, 0: 0 };
const ARROW_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/**
 * Where a rectangle stands, by its attributes: asking the browser would make it lay out thousands
 * of texts.
 * @param {Element} rect
 * @returns {Room}
 */
export function readPlace(rect) {
  const names = ["x", "y", "width", "height"];
  const [x, y, width, height] = names.map((name) => Number(rect.getAttribute(name)));
  return { x, y, width, height };
}

/**
 * The box of an element.
 * @param {SVGElement} shape
 */
export function findBox(shape) {
  const box = shape.querySelector(".box");
  if (box) return box;
  throw new TypeError("an element is drawn without a box");
}

/**
 * What a screen reader says of an element.
 * @param {NetworkElement} element
 * @param {string | undefined} remarks
 */
function nameElement(element, remarks) {
  const kind = startCapital(model.kinds[element.kind]);
  const served = element.serves.filter((link) => link.supports).map((link) => link.end.id);
  const parts = [endSentence(`${kind} ${element.id}: ${element.text}`), remarks];
  if (served.length) parts.push(`${model.words.serves} ${served.join(", ")}.`);
  return parts.filter(Boolean).join(" ");
}

/**
 * Makes a button of the part of an element that is not words: these are broken off and hyphenated,
 * and its name and the words under the pointer have them whole.
 * @param {SVGElement} shape
 * @param {NetworkElement} element
 */
function makeFace(shape, element) {
  const name = nameElement(element, shape.dataset.remarks);
  const role = { role: "button", tabindex: "-1", "aria-label": name };
  const face = makeShape("g", { class: "face", ...role });
  face.append(makeShape("title", {}, element.text), ...shape.querySelectorAll(":scope > rect"));
  shape.prepend(face);
  for (const words of shape.querySelectorAll("text")) words.setAttribute("aria-hidden", "true");
  return face;
}

/**
 * Takes the side margins of a page off.
 * @param {SVGSVGElement} svg
 * @returns {Room}
 */
function cropPicture(svg) {
  const [, y, wide, height] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const rects = [...svg.querySelectorAll(".band rect, .box")].map(readPlace);
  const left = rects.reduce((least, rect) => Math.min(least, rect.x - MARGIN), wide);
  const right = rects.reduce((most, rect) => Math.max(most, rect.x + rect.width + MARGIN), 0);
  const [x, width] = rects.length ? [left, right - left] : [0, wide];
  svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  return { x, y, width, height };
}

/**
 * A sign in the corner of what stopped or is lost, since colour alone tells nothing.
 * @param {SVGElement} shape
 * @param {SVGElement} face
 * @param {string} fate
 */
function showFate(shape, face, fate) {
  for (const name of Object.keys(FATE_SIGNS)) {
    shape.classList.toggle(`fate-${name}`, name === fate);
  }
  const badge = shape.querySelector(".badge");
  if (!fate) {
    badge?.remove();
    face.removeAttribute("aria-description");
    return;
  }
  const { x, y, width } = readPlace(findBox(shape));
  const sign = badge ?? shape.appendChild(makeShape("text", { class: "badge" }));
  setAttributes(sign, { x: x + width - 4, y: y + 11, "text-anchor": "end", "aria-hidden": "true" });
  sign.textContent = FATE_SIGNS[fate];
  face.setAttribute("aria-description", model.words[`fate_${fate}`]);
}

/**
 * Where the boxes stand that the page placed.
 * @param {Drawn} [drawn]
 * @returns {[NetworkElement, Room][]}
 */
function listPlaces(drawn) {
  const boxes = drawn?.placed.boxes ?? [];
  return boxes.map(({ element, x, y, w, h }) => [element, { x, y, width: w, height: h }]);
}

/**
 * A picture that is made by dinet or by the page, as something that shows the state of the page.
 * @param {SVGSVGElement} svg
 * @param {PagePicture} picture
 * @param {Drawn} [drawn] how it was drawn, if the page did so
 * @returns {Scene & {svg: SVGSVGElement}}
 */
export function enlivenPicture(svg, picture, drawn) {
  /** @type {Map<NetworkElement, SVGElement>} */
  const shapes = new Map();
  /** @type {Map<NetworkElement, SVGElement>} */
  const faces = new Map();
  /** @type {DrawnLink[]} */
  const links = [];
  /** @type {NetworkElement[]} */
  let order = [];
  /** @type {PageState | null} */
  let last = null;
  /** @type {Map<NetworkElement, Room>} */
  const places = new Map();

  for (const [element, place] of listPlaces(drawn)) places.set(element, place);
  /** @type {NodeListOf<SVGElement>} */
  const ready = svg.querySelectorAll(".element, .link");
  for (const shape of ready) adoptDrawn(shape);
  const culling = drawn?.culling;
  if (culling) culling.onDraw = adoptDrawn;
  const room = cropPicture(svg);

  /** @param {SVGElement} shape */
  function adoptDrawn(shape) {
    if (shape.dataset.id === undefined) adoptLink(shape);
    else adoptShape(shape);
  }
  /** @param {SVGElement} shape */
  function adoptShape(shape) {
    const element = model.byId.get(shape.dataset.id ?? "");
    if (!element) return;
    shapes.set(element, shape);
    faces.set(element, makeFace(shape, element));
    if (!places.has(element)) places.set(element, readPlace(findBox(shape)));
    if (last) showElement(element, shape, last);
  }
  /** @param {SVGElement} path */
  function adoptLink(path) {
    const start = model.byId.get(path.dataset.from ?? "");
    const end = model.byId.get(path.dataset.to ?? "");
    if (!start || !end) return;
    links.push({ path, start, end });
    if (last) showLink({ path, start, end }, last);
  }
  /** @param {NetworkElement} element @returns {ElementBox} */
  function placeElement(element) {
    const place = places.get(element) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { element, ...place };
  }
  /** @param {NetworkElement} element */
  function findShape(element) {
    if (places.has(element)) culling?.drawElement(element);
    return shapes.get(element);
  }

  // what is seen

  /** @param {NetworkElement} element @param {PageState} state */
  function isDim(element, { path, view }) {
    return path ? !path.holds(element) : view.faint.has(element);
  }
  /** @type {Set<NetworkElement>} */
  let hits = new Set();
  /** @param {NetworkElement} element @param {SVGElement} shape @param {PageState} state */
  function showElement(element, shape, state) {
    const isChosen = element === state.selected;
    const face = faces.get(element) ?? shape;
    shape.classList.toggle("dim", isDim(element, state));
    shape.classList.toggle("hit", hits.has(element));
    shape.classList.toggle("chosen", isChosen);
    face.setAttribute("aria-pressed", String(isChosen));
    showFate(shape, face, findFate(element, state));
  }
  /** @param {DrawnLink} link @param {PageState} state */
  function showLink({ path, start, end }, state) {
    const isJoined = Boolean(state.path?.joins(start, end));
    const hasDimEnd = isDim(start, state) || isDim(end, state);
    const fates = [findFate(start, state), findFate(end, state)];
    path.classList.toggle("dim", state.path ? !isJoined : hasDimEnd);
    path.classList.toggle("joined", isJoined);
    path.classList.toggle("cut", fates.includes("stopped") || fates.includes("none"));
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    hits = new Set(state.hits);
    for (const [element, shape] of shapes) showElement(element, shape, state);
    for (const link of links) showLink(link, state);
    const { selected } = state;
    if (selected && places.has(selected)) moveTabStop(selected);
    else if (!svg.querySelector('.face[tabindex="0"]')) moveTabStop(readOrder()[0]);
  }
  /** @param {NetworkElement} element @param {boolean} on */
  function markNear(element, on) {
    for (const { path, start, end } of links) {
      if (start === element || end === element) path.classList.toggle("near", on);
    }
  }
  /** @param {NetworkElement | undefined} element */
  function focusElement(element) {
    if (!element || !places.has(element)) return;
    moveTabStop(element);
    faces.get(element)?.focus();
  }

  // the keyboard: one tab stop, arrows along the links and down the columns

  /** @param {NetworkElement | undefined} element */
  function moveTabStop(element) {
    const stops = svg.querySelectorAll('.face[tabindex="0"]');
    for (const face of stops) face.setAttribute("tabindex", "-1");
    if (element && findShape(element)) faces.get(element)?.setAttribute("tabindex", "0");
  }
  /** The elements by column, each from top to bottom. */
  function readOrder() {
    if (order.length) return order;
    const sorted = [...places].sort(([, a], [, b]) => a.x - b.x || a.y - b.y);
    order = sorted.map(([element]) => element);
    return order;
  }
  /**
   * The nearest in height at the other end of links.
   * @param {NetworkElement} element
   * @param {Link[]} ways
   * @param {"start" | "end"} end
   */
  function findNeighbour(element, ways, end) {
    const { y } = placeElement(element);
    /** @param {NetworkElement} other */
    const measureAway = (other) => Math.abs(placeElement(other).y - y);
    const others = ways.map((link) => link[end]);
    const drawnOthers = others.filter((other) => other !== element && places.has(other));
    return drawnOthers.sort((a, b) => measureAway(a) - measureAway(b))[0];
  }
  /** @param {NetworkElement} element @param {string} key */
  function stepFrom(element, key) {
    if (key === "ArrowLeft") return findNeighbour(element, element.serves, "end");
    if (key === "ArrowRight") return findNeighbour(element, element.servedBy, "start");
    const way = readOrder();
    const at = way.indexOf(element);
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: way.length - 1 };
    return /** @type {NetworkElement | undefined} */ (way[steps[key]]);
  }

  /** @param {Event} event */
  function findElement(event) {
    if (!(event.target instanceof Element)) return undefined;
    /** @type {SVGElement | null} */
    const shape = event.target.closest(".element");
    return model.byId.get(shape?.dataset.id ?? "");
  }
  /**
   * Does what a key asks of an element; false when it asks nothing.
   * @param {NetworkElement} element
   * @param {string} key
   */
  function pressKey(element, key) {
    if (key === "Enter") picture.onEnter(element);
    else if (key === " ") picture.onSelect(element);
    else if (key in ZOOM_KEYS) picture.onZoom(ZOOM_KEYS[key]);
    else if (ARROW_KEYS.includes(key)) focusElement(stepFrom(element, key));
    else return false;
    return true;
  }
  svg.addEventListener("keydown", (event) => {
    const element = findElement(event);
    if (!element || event.altKey || event.ctrlKey || event.metaKey) return;
    if (pressKey(element, event.key)) event.preventDefault();
  });
  return {
    ...room,
    node: svg,
    svg,
    resizePicture: (width, height) => setAttributes(svg, { width, height }),
    listBoxes: () => [...places.keys()].map(placeElement),
    showSight: culling?.showSight,
    completePicture: culling?.drawAll,
    findShape,
    findElement,
    markNear,
    showState,
    focusElement,
  };
}
