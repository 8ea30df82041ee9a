/* The planning of a large network: a table for each theme or owner, made when it is unfolded, and
   all of them for paper. */
import { findPart, makeEntry, makeHeadCell, makeNode, makeShape } from "./making.js";
import { makeText, startCapital } from "./making.js";
import { model } from "./page_model.js";
import { isPrinted } from "./printing.js";
import { groupThousands } from "./model.js";
/** @import { PlanningData, PlanningLine } from "./types.d.ts" */

/** The heights of a lane and of a bar in it, in pixels. */
const [LANE_HEIGHT, BAR_HEIGHT] = [22, 18];

export function startPlanning() {
  const { planning } = model.data;
  if (!planning) return;
  const groups = planning.groups.map((group, at) => makePlanningGroup(planning, group, at === 0));
  findPart("planning-groups", HTMLElement).append(...groups);
}

/**
 * @param {PlanningData} planning
 * @param {number} lanes
 * @param {number[][]} bars
 */
function makeTimeBars({ years, fills, reference }, lanes, bars) {
  const whole = makeShape("svg", {
    class: "time",
    height: LANE_HEIGHT * lanes,
    "aria-hidden": "true",
    focusable: "false",
  });
  for (let year = 1; year < years.length; year += 1) {
    const x = `${(100 * year) / years.length}%`;
    whole.append(makeShape("line", { class: "year", x1: x, x2: x, y1: 0, y2: "100%" }));
  }
  for (const [from, to, lane, phase] of bars) {
    const place = { x: `${from}%`, y: LANE_HEIGHT * lane + 2, width: `${to - from}%` };
    const look = { class: "phase", height: BAR_HEIGHT, fill: fills[phase] };
    whole.append(makeShape("rect", { ...look, ...place }));
  }
  if (reference) {
    const x = `${reference}%`;
    whole.append(makeShape("line", { class: "reference", x1: x, x2: x, y1: 0, y2: "100%" }));
  }
  return whole;
}
/**
 * @param {string} className
 * @param {string} column
 * @param {...(Node | string | null)} children
 */
function makeNamedCell(className, column, ...children) {
  const cell = makeNode("td", className, ...children);
  cell.dataset.column = column;
  return cell;
}
/** @param {PlanningData} planning @param {PlanningLine} line */
function makePlanningLine(planning, [number, told, lanes, ...bars]) {
  const element = model.elements[number];
  const owners = element.owners?.join(", ") || element.vacant || "";
  const name = makeEntry(element, makeText(element.text));
  const drawn = bars.length ? makeTimeBars(planning, lanes, bars) : null;
  return makeNode(
    "tr",
    "",
    makeHeadCell("row", "", name),
    makeNamedCell("who", planning.words.owner, makeText(owners)),
    makeNamedCell("when", planning.words.planning, drawn, makeNode("span", "said", told)),
  );
}
/**
 * @param {PlanningData} planning
 * @param {string} heading
 * @param {PlanningLine[]} lines
 */
function makePlanningTable(planning, heading, lines) {
  const { words: planningWords, years } = planning;
  const names = years.map((year) => makeNode("span", "", String(year)));
  const scale = years.length ? makeNode("span", "years", ...names) : null;
  scale?.setAttribute("aria-hidden", "true");
  const top = makeNode(
    "tr",
    "",
    makeHeadCell("col", "", startCapital(planningWords.effort)),
    makeHeadCell("col", "who", planningWords.owner),
    makeHeadCell("col", "when", planningWords.planning, scale),
  );
  return makeNode(
    "table",
    "planning",
    makeNode("caption", "unseen", heading),
    makeNode("thead", "", top),
    makeNode("tbody", "", ...lines.map((line) => makePlanningLine(planning, line))),
  );
}
/**
 * @param {PlanningData} planning
 * @param {[string, ...PlanningLine[]]} group
 * @param {boolean} open
 */
function makePlanningGroup(planning, [heading, ...lines], open) {
  const count = makeNode("span", "many", groupThousands(lines.length));
  const title = makeNode("h3", "", makeText(startCapital(heading)), " ", count);
  const group = makeNode("details", "grade", makeNode("summary", "", title));
  const fillGroup = () => {
    if (!group.open || group.children.length > 1) return;
    group.append(makePlanningTable(planning, heading, lines));
  };
  group.addEventListener("toggle", fillGroup);
  group.open = open;
  let isUnfolded = false;
  group.dataset.efforts = lines.map(([number]) => number).join(" ");
  window.addEventListener("beforeprint", () => {
    if (!isPrinted("planning") || group.open) return;
    isUnfolded = true;
    group.open = true;
    fillGroup();
  });
  window.addEventListener("afterprint", () => {
    if (isUnfolded) group.open = false;
    isUnfolded = false;
  });
  return group;
}
