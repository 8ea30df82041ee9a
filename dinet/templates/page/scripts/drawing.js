/* What is shown of the network as SVG, where the page has no such picture yet: a large network, or
   a part of a small one. */
import { makeShape, startCapital } from "./making.js";
import { model } from "./page_model.js";
import { BOX_PAD, createPlacing } from "./placing.js";
/** @import { Band, Box, Column, DrawingData, Route, SmallLine, View } from "./types.d.ts" */

const LETTERS = "'Dinet Sans', 'Noto Sans', 'Open Sans', Arial, sans-serif";
/** So far a line between boxes of one column bends out of it, and at least so far any other. */
const [BEND_BESIDE, LEAST_BEND] = [26, 12];
/** Kinds whose text is bold. */
const BOLD_KINDS = ["theme", "programme"];

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
  const { start, end, name, basis, weak } = route;
  const path = drawShape("path", {
    class: `link ${name}${weak ? " weak" : ""}`,
    "data-from": start.element.id,
    "data-to": end.element.id,
    "data-kind": name,
    "data-basis": basis,
    "aria-hidden": "true",
    d: traceRoute(route),
  });
  path.setAttribute("marker-start", `url(#head-${drawing.heads[name]})`);
  if (weak) path.setAttribute("marker-end", "url(#head-weak)");
  return path;
}
/**
 * What a screen reader says of a box.
 * @param {Box} box
 */
function nameBox({ element, remarks }) {
  const kind = startCapital(model.kinds[element.kind]);
  const served = element.serves.filter((link) => link.supports).map((link) => link.end.id);
  const serves = served.length ? [`${model.words.serves} ${served.join(", ")}`] : [];
  const parts = [`${kind} ${element.id}: ${element.text}`, ...remarks, ...serves];
  return parts.map((part) => part.replace(/[ .]+$/, "") + ".").join(" ");
}
/** @param {SmallLine} line @param {number} x @param {number} y */
function drawRemark({ text, face }, x, y) {
  /** @type {Record<string, string>} */
  const look = face === "bold" ? { "font-weight": "bold" } : { "font-style": "italic" };
  return drawShape("tspan", { class: "remark", x, y, "font-size": 8, ...look }, text + " ");
}
/** @param {Box} box */
function drawBox(box) {
  const { element, x, y, w, h, bar, lines, small } = box;
  const left = x + bar + BOX_PAD;
  const foot = y + 12 + 12 * lines.length; // of the text
  /** @type {Record<string, string>} */
  const weight = BOLD_KINDS.includes(element.kind) ? { "font-weight": "bold" } : {};
  const code = { "font-size": 9, "text-anchor": "middle", "font-weight": "bold" };
  const middle = { x: x + bar / 2, y: y + h / 2 + 3.3 };
  return drawShape(
    "g",
    {
      class: `element ${element.kind}`,
      "data-id": element.id,
      role: "button",
      tabindex: "-1",
      "aria-label": nameBox(box),
    },
    drawShape("title", {}, element.text),
    drawShape("rect", { class: "box", x, y, height: h, rx: 2, width: w }),
    drawShape("rect", { class: "bar", x, y, height: h, rx: 2, width: bar }),
    drawShape("text", { class: "code", ...middle, ...code }, placing.shortenCode(element) + " "),
    drawShape(
      "text",
      { class: "text", ...weight },
      ...lines.map((line, at) => drawShape("tspan", { x: left, y: y + 13 + 12 * at }, line + " ")),
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
function drawBand({ y, foot }, width) {
  const ground = drawShape("rect", { x: 1, y, width: width - 2, height: foot - y, rx: 8 });
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
 * The picture of what a view shows.
 * @param {View} view
 */
export function drawView(view) {
  const { boxes, routes, bands, columns, width, height } = placing.placeView(view);
  const title = document.querySelector("h1")?.textContent ?? "";
  const name = view.theme ? `${view.theme.id} ${view.theme.text}` : title;
  const captioned = bands.filter((band) => band.caption);
  return drawShape(
    "svg",
    {
      viewBox: `0 0 ${width} ${height.toFixed(2)}`,
      role: "group",
      "aria-label": name,
      lang: model.data.textLang,
      "font-family": LETTERS,
      "font-size": "10",
    },
    drawShape("defs", {}, ...Object.keys(drawing.ends).map(drawEnd)),
    ...bands.map((band) => drawBand(band, width)),
    drawShape("g", { class: "links", "aria-hidden": "true" }, ...routes.map(drawRoute)),
    ...boxes.map(drawBox),
    drawShape(
      "g",
      { class: "words", "aria-hidden": "true" },
      ...drawHeadings(columns),
      ...captioned.map(drawCaption),
    ),
  );
}
