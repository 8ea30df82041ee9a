/* What is shown of the network as SVG, where the page has no such picture yet: a large network, or
   a part of a small one. */
import { createCulling } from "./culling.js";
import { endSentence, makeShape } from "./making.js";
import { model } from "./page_model.js";
import { createCompactPlacing } from "./compact_placing.js";
import { BOX_PAD, createPlacing } from "./placing.js";
/** @import { Band, Box, Column, DrawingData, Placed, Route } from "./types.d.ts" */
/** @import { SmallLine, View } from "./types.d.ts" */

const LETTERS = "'Dinet Sans', 'Noto Sans', 'Open Sans', Arial, sans-serif";
/** So far a line between boxes of one column bends out of it, and at least so far any other. */
const [BEND_BESIDE, LEAST_BEND] = [26, 12];
/** Kinds whose text is bold. */
const BOLD_KINDS = ["theme", "programme"];
/** Of a picture with more boxes only what is in sight is drawn. */
const MOST_AT_ONCE = 300;

const drawing = /** @type {DrawingData} */ (model.data.drawing);
const pen = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d")
);
/** @type {HTMLElement[]} */
const standingBoxes = [...document.querySelectorAll(/** @type {"div"} */ ("#picture [data-id]"))];

/** Where everything stands, and the letters in which that is measured. */
export const placing = {
  ...createPlacing({
    model,
    drawing,
    standing: new Map(standingBoxes.map((box, at) => [box.dataset.id ?? "", at])),
    measureText(text, face) {
      pen.font = `${face} 10px ${LETTERS}`;
      return pen.measureText(text).width;
    },
  }),
  FACES: ["", "bold", "italic"].map((face) => `${face} 10px 'Dinet Sans'`),
};

const compact = createCompactPlacing(placing, drawing);

/** @param {...(number)} numbers */
function joinPoints(...numbers) {
  return numbers.map((number) => number.toFixed(1)).join(" ");
}
/**
 * From what is served to what serves it: so links that arrive together have their dashes together
 * too.
 * @param {Route} route
 */
function traceRoute({ start, end, at, through }) {
  const [left, y, right] = [start.x, start.y + start.h / 2, end.x + end.w];
  if (left <= right) {
    const bend = Math.min(left, end.x) - BEND_BESIDE;
    return `M${joinPoints(end.x, at)}C${joinPoints(bend, at, bend, y, left, y)}`;
  }
  let [here, height] = [right, at];
  let way = `M${joinPoints(right, at)}`;
  for (const [from, to, level] of [...through, [left, left, y]]) {
    const bend = Math.max(LEAST_BEND, (from - here) / 2);
    way += `C${joinPoints(here + bend, height, from - bend, level, from, level)}`;
    if (to > from) way += `H${joinPoints(to)}`;
    [here, height] = [to, level];
  }
  return way;
}

/**
 * A shape with numbers of two decimals.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function drawShape(tag, attributes, ...children) {
  const rounded = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === "number" ? value.toFixed(2) : value,
  ]);
  return makeShape(tag, Object.fromEntries(rounded), ...children);
}
/** @param {Route} route */
function drawRoute(route) {
  const { start, end, name, weak } = route;
  const path = drawShape("path", {
    class: `link ${name}${weak ? " weak" : ""}`,
    "data-from": start.element.id,
    "data-to": end.element.id,
    d: traceRoute(route),
  });
  path.setAttribute("marker-start", `url(#head-${drawing.heads[name]})`);
  if (weak) path.setAttribute("marker-end", "url(#head-weak)");
  return path;
}
/** @param {SmallLine} line @param {number} x @param {number} y */
function drawRemark({ text, face }, x, y) {
  /** @type {Record<string, string>} */
  const look = face === "bold" ? { "font-weight": "bold" } : { "font-style": "italic" };
  return drawShape("tspan", { class: "remark", x, y, "font-size": 8, ...look }, text + " ");
}
/** @param {Box} box */
function drawBox(box) {
  const { element, x, y, w, h, bar, lines, small, drop = 13 } = box;
  const left = x + bar + BOX_PAD;
  const foot = y + 12 + 12 * lines.length; // of the text
  /** @type {Record<string, string>} */
  const weight = BOLD_KINDS.includes(element.kind) ? { "font-weight": "bold" } : {};
  const middle = { x: x + bar / 2, y: y + h / 2 + 3.3 };
  return drawShape(
    "g",
    {
      class: `element ${element.kind}`,
      "data-id": element.id,
      "data-remarks": box.remarks.map(endSentence).join(" "),
    },
    drawShape("rect", { class: "box", x, y, height: h, rx: 2, width: w }),
    drawShape("rect", { class: "bar", x, y, height: h, rx: 2, width: bar }),
    drawShape("text", { class: "code", ...middle }, placing.shortenCode(element) + " "),
    drawShape(
      "text",
      { class: "text", ...weight },
      ...lines.map((line, at) =>
        drawShape("tspan", { x: left, y: y + drop + 12 * at }, line + " "),
      ),
      ...small.map((line, at) => drawRemark(line, left, foot + 11 * at)),
    ),
  );
}
/** @param {Column[]} columns */
function drawHeadings(columns) {
  const hasSubgoals = columns.some(({ name }) => name === "subgoal");
  const hasLevels = model.elements.some((element) => element.level === "strategic");
  const levels = hasSubgoals && hasLevels ? drawing.levels : {};
  const names = { ...drawing.headings, ...levels };
  const look = { class: "heading", y: 18, "font-size": 12, "font-weight": "bold" };
  return columns.map(({ name, x }) => drawShape("text", { ...look, x }, names[name]));
}
/** @param {Band} band @param {number} width */
function drawBand({ x = 1, y, w, foot }, width) {
  const place = { x, y, width: w ?? width - 2, height: foot - y };
  const ground = drawShape("rect", { ...place, rx: 8 });
  return drawShape("g", { class: "band", "aria-hidden": "true" }, ground);
}
/** @param {Band} band */
function drawCaption({ y }) {
  const look = { class: "caption", x: 8, y: y + 14, "font-weight": "bold" };
  return drawShape("text", look, drawing.homeless);
}
/** @param {string} name */
function drawEnd(name) {
  const [d, fill] = drawing.ends[name];
  const marker = {
    id: `head-${name}`,
    class: fill,
    viewBox: "0 0 8 6",
    refX: "8",
    refY: "3",
    markerWidth: "7",
    markerHeight: "5.5",
    markerUnits: "userSpaceOnUse",
    orient: "auto-start-reverse",
  };
  return drawShape("marker", marker, drawShape("path", { d }));
}

/**
 * The picture of what a view shows, as it was placed.
 * @param {View} view
 * @param {Placed} placed
 * @param {Node[]} [content] the lines and boxes, when these are drawn by another
 */
function drawPlaced(view, placed, content) {
  const { boxes, routes, bands, columns, width, height } = placed;
  const title = document.querySelector("h1")?.textContent ?? "";
  const name = view.theme ? `${view.theme.id} ${view.theme.text}` : title;
  const captioned = bands.filter((band) => band.caption);
  const drawn = content ?? [
    drawShape("g", { class: "links", "aria-hidden": "true" }, ...routes.map(drawRoute)),
    ...boxes.map(drawBox),
  ];
  return drawShape(
    "svg",
    {
      viewBox: `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`,
      role: "group",
      "aria-label": name,
      lang: model.data.textLang,
      "font-family": LETTERS,
      "font-size": "10",
    },
    drawShape("defs", {}, ...Object.keys(drawing.ends).map(drawEnd)),
    ...bands.map((band) => drawBand(band, width)),
    ...drawn,
    drawShape(
      "g",
      { class: "words", "aria-hidden": "true" },
      ...drawHeadings(columns),
      ...captioned.map(drawCaption),
    ),
  );
}
/**
 * The picture of what a view shows. Of a large one the boxes and lines are left to `culling`.
 * @param {View} view
 */
export function drawView(view) {
  const placed = placing.placeView(view);
  return drawAnyPlaced(view, placed);
}
/** @param {View} view @param {Placed} placed */
function drawAnyPlaced(view, placed) {
  if (placed.boxes.length <= MOST_AT_ONCE) return { svg: drawPlaced(view, placed), placed };
  const culling = createCulling(placed, { makeBox: drawBox, makeRoute: drawRoute });
  return { svg: drawPlaced(view, placed, culling.nodes), placed, culling };
}
/**
 * The whole of what a view shows as it fits a room, with as many words as can be read there;
 * null when nothing can.
 * @param {View} view
 * @param {{width: number, height: number}} room in pixels
 */
export function drawWhole(view, room) {
  const placed = compact.placeWhole(view, room);
  if (!placed) return null;
  const svg = drawPlaced(view, placed);
  svg.classList.add("compact");
  if (!placed.columns.length) svg.classList.add("codes");
  return { svg, placed };
}
