import { model } from "./model.js";
import { placing } from "./placing.js";

/* What is shown of the network as SVG, where the page has no such picture yet: a large network, or a part of a small one. */
export const drawing = (() => {
  const { drawing: said, words, kinds, textLang } = model.data;
  const { FONT, PAD, coded } = placing;

  /* From what is served to what serves it: so links that arrive together have their dashes together too. */
  function curve({ start, end, at, through }) {
    const [left, y, beside] = [start.x, start.y + start.h / 2, start.x <= end.x + end.w];
    if (beside) {
      const bend = Math.min(left, end.x) - 26;
      return `M${end.x.toFixed(1)} ${at.toFixed(1)}C${bend.toFixed(1)} ${at.toFixed(1)} ${bend.toFixed(1)} ${y.toFixed(1)} ${left.toFixed(1)} ${y.toFixed(1)}`;
    }
    let [here, height, way] = [end.x + end.w, at, `M${(end.x + end.w).toFixed(1)} ${at.toFixed(1)}`];
    for (const [from, to, level] of [...through, [left, left, y]]) {
      const bend = Math.max(12, (from - here) / 2);
      way += `C${(here + bend).toFixed(1)} ${height.toFixed(1)} ${(from - bend).toFixed(1)} ${level.toFixed(1)} ${from.toFixed(1)} ${level.toFixed(1)}`;
      if (to > from) way += `H${to.toFixed(1)}`;
      [here, height] = [to, level];
    }
    return way;
  }

  function shape(tag, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, typeof value === "number" ? value.toFixed(2) : value);
    made.append(...children);
    return made;
  }
  function line(route) {
    const { start, end, name, basis, dashed } = route;
    const head = name === "part_of" ? {} : { "marker-start": "url(#head)" };
    const ends = { "data-from": start.element.id, "data-to": end.element.id, "data-kind": name, "data-basis": basis };
    return shape("path", { class: `link ${name}${dashed ? " dashed" : ""}`, ...ends, "aria-hidden": "true", d: curve(route), ...head });
  }
  function label({ element, remarks }) {
    const named = kinds[element.kind].charAt(0).toUpperCase() + kinds[element.kind].slice(1);
    const parts = [`${named} ${element.id}: ${element.text}`, ...remarks];
    const served = element.serves.filter((link) => link.supports).map((link) => link.end.id);
    if (served.length) parts.push(`${words.serves} ${served.join(", ")}`);
    return parts.map((each) => each.replace(/[ .]+$/, "") + ".").join(" ");
  }
  function card(each) {
    const { element, x, y, w, h, bar, lines, small } = each;
    const left = x + bar + PAD;
    const bold = ["theme", "programme"].includes(element.kind) ? { "font-weight": "bold" } : {};
    const faces = { bold: { "font-weight": "bold" }, italic: { "font-style": "italic" } };
    const remark = ({ text, face }, at) =>
      shape("tspan", { class: "remark", x: left, y: y + 12 + 12 * lines.length + 11 * at, "font-size": 8, ...faces[face] }, text + " ");
    return shape("g", { class: `element ${element.kind}`, "data-id": element.id, role: "button", tabindex: "-1", "aria-label": label(each) },
      shape("title", {}, element.text),
      shape("rect", { class: "box", x, y, height: h, rx: 2, width: w, ...(each.dashed ? { "stroke-dasharray": "4 3" } : {}) }),
      shape("rect", { class: "bar", x, y, height: h, rx: 2, width: bar }),
      shape("text", { class: "code", x: x + bar / 2, y: y + h / 2 + 3.3, "font-size": 9, "text-anchor": "middle", "font-weight": "bold" }, coded(element) + " "),
      shape("text", { class: "text", ...bold }, ...lines.map((text, at) => shape("tspan", { x: left, y: y + 13 + 12 * at }, text + " ")), ...small.map(remark)));
  }
  function headings(columns) {
    const levels = columns.some(({ name }) => name === "subgoal") && model.elements.some((each) => each.level === "strategic");
    const known = levels ? { ...said.headings, ...said.levels } : said.headings;
    return columns.map(({ name, x }) => shape("text", { class: "heading", x, y: 18, "font-size": 12, "font-weight": "bold" }, known[name]));
  }
  function ground({ y, foot }, width) {
    return shape("g", { class: "band", "aria-hidden": "true" }, shape("rect", { x: 1, y, width: width - 2, height: foot - y, rx: 8 }));
  }
  function arrow() {
    const size = { markerWidth: "7", markerHeight: "5.5", markerUnits: "userSpaceOnUse" };
    return shape("marker", { id: "head", viewBox: "0 0 8 6", refX: "8", refY: "3", ...size, orient: "auto-start-reverse" }, shape("path", { d: "M0 0L8 3L0 6z" }));
  }

  /** The picture of what a view shows. */
  return (view) => {
    const { boxes, routes, bands, columns, width, height } = placing.placed(view);
    const name = view.theme ? `${view.theme.id} ${view.theme.text}` : document.querySelector("h1").textContent;
    const captions = bands.filter(({ caption }) => caption).map(({ y }) => shape("text", { class: "caption", x: 8, y: y + 14, "font-weight": "bold" }, said.homeless));
    const room = { viewBox: `0 0 ${width} ${height.toFixed(2)}`, role: "group", "aria-label": name, lang: textLang };
    return shape("svg", { ...room, "font-family": FONT, "font-size": "10" },
      shape("defs", {}, arrow()),
      ...bands.map((band) => ground(band, width)),
      shape("g", { class: "links", "aria-hidden": "true" }, ...routes.map(line)),
      ...boxes.map(card),
      shape("g", { class: "words", "aria-hidden": "true" }, ...headings(columns), ...captions));
  };
})();
