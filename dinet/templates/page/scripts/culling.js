/* Of a picture of thousands of boxes only what is near the part in sight stands in the page: it
   comes at once, and moves as smoothly as a small one. */
import { makeShape } from "./making.js";
/** @import { Box, NetworkElement, Placed, Route } from "./types.d.ts" */

/** So far above and under what is in sight, in points, everything is drawn already. */
const AHEAD = 700;

/** @typedef {object} Item
 * @property {number} top
 * @property {number} foot
 * @property {boolean} isIn
 * @property {SVGElement} slot
 * @property {() => SVGElement} make
 * @property {SVGElement} [node]
 */

/**
 * @param {Placed} placed
 * @param {{makeBox: (box: Box) => SVGElement, makeRoute: (route: Route) => SVGElement}} pen
 */
export function createCulling({ boxes, routes }, pen) {
  const lines = makeShape("g", { class: "links", "aria-hidden": "true" });
  /** @type {Map<NetworkElement, Item>} */
  const byElement = new Map();
  /** @type {Item[]} */
  const items = routes.map((route) => {
    const { start, end, at } = route;
    const heights = [at, start.y + start.h / 2, end.y, ...route.through.map(([, , y]) => y)];
    const slot = makeShape("g", {});
    const make = () => pen.makeRoute(route);
    return { top: Math.min(...heights), foot: Math.max(...heights), isIn: false, slot, make };
  });
  lines.append(...items.map((item) => item.slot));
  for (const box of boxes) {
    const slot = makeShape("g", {}); // so what is drawn later keeps its place in the order
    const make = () => pen.makeBox(box);
    const item = { top: box.y, foot: box.y + box.h, isIn: false, slot, make };
    items.push(item);
    byElement.set(box.element, item);
  }
  let [from, to] = [Infinity, -Infinity];
  const culling = {
    nodes: [lines, ...[...byElement.values()].map((item) => item.slot)],
    onDraw: (/** @type {SVGElement} */ _shape) => {},
    showSight,
    drawElement,
    drawAll,
  };

  /** @param {Item} item */
  function drawItem(item) {
    const shape = item.make();
    culling.onDraw(shape);
    return shape;
  }
  /** @param {Item} item @param {boolean} isIn */
  function switchItem(item, isIn) {
    if (item.isIn === isIn) return;
    if (!isIn && item.slot.contains(document.activeElement)) return; // the focus stays
    item.isIn = isIn;
    if (!isIn) item.slot.replaceChildren();
    else item.slot.replaceChildren((item.node ??= drawItem(item)));
  }
  /** @param {number} top @param {number} foot */
  function showSight(top, foot) {
    if (top - AHEAD / 2 >= from && foot + AHEAD / 2 <= to) return;
    [from, to] = [top - AHEAD, foot + AHEAD];
    for (const item of items) switchItem(item, item.top < to && item.foot > from);
  }
  /** @param {NetworkElement} element */
  function drawElement(element) {
    const item = byElement.get(element);
    if (item) switchItem(item, true);
  }
  function drawAll() {
    [from, to] = [-Infinity, Infinity];
    for (const item of items) switchItem(item, true);
  }
  return culling;
}
