/* The findings that are about what the filters leave; above them what the what-if adds. */
import { makeCountedList, makeEntry, makeNode } from "./making.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
/** @import { PageState } from "./types.d.ts" */

/** Every finding of a part in the order of the page. @param {ParentNode} part */
export function listSpots(part) {
  /** @type {NodeListOf<HTMLElement>} */
  const spots = part.querySelectorAll("tbody > tr:not(:has(> th)):not(:has(.spots)), .spots > li");
  return [...spots];
}
/** @param {HTMLElement} spot @param {PageState} state @param {string} code */
function isAsked(spot, { view, finding }, code) {
  if (finding.length && !finding.includes(code)) return false;
  const about = [...spot.querySelectorAll(".chip")];
  // what is about the programme as a whole is about no part of it
  if (!about.length) return !view.filtered || finding.includes(code);
  return about.some((chip) => {
    const element = model.byId.get(chip.textContent ?? "");
    return !element || view.kept.has(element);
  });
}
/** @param {HTMLElement} spot */
const isLeft = (spot) => !spot.hidden;
/** All that one rule found. @param {HTMLTableSectionElement[]} bodies @param {PageState} state */
function siftRule(bodies, state) {
  const spots = bodies.flatMap(listSpots);
  const code = bodies[0].dataset.code ?? "";
  for (const spot of spots) spot.hidden = !isAsked(spot, state, code);
  const left = spots.filter(isLeft).length;
  const count = bodies[0].querySelector("th .many");
  const told = { count: left, total: spots.length };
  const part = left === spots.length ? groupThousands(left) : fillBlanks(model.words.part_of, told);
  if (count) count.textContent = part;
  bodies.forEach((body, at) => {
    body.hidden = at ? !listSpots(body).some(isLeft) : !left; // the first has the heading of all
  });
  return [left, spots.length];
}
/** The parts of the table, by the rule. @param {Element} view */
function groupByRule(view) {
  /** @type {NodeListOf<HTMLTableSectionElement>} */
  const bodies = view.querySelectorAll("table.found > tbody");
  /** @type {Map<string, HTMLTableSectionElement[]>} */
  const rules = new Map();
  for (const body of bodies) {
    const rule = rules.get(body.dataset.code ?? "") ?? [];
    rule.push(body);
    rules.set(body.dataset.code ?? "", rule);
  }
  return [...rules.values()];
}
/**
 * What is lost, which no rule has said yet.
 * @param {PageState} state
 */
function makeLosses(state) {
  const lost = [...state.lost.keys()].filter((element) => state.view.kept.has(element));
  const lines = lost.map((element) => {
    return makeNode("li", "", makeEntry(element)); // with what becomes of it, as everywhere
  });
  const about = makeNode("p", "small", model.words.of_the_whole);
  const losses = lines.length ? makeCountedList(model.words.by_what_if, lines, "h3") : [];
  return makeNode("div", "losses", ...losses, about);
}

/** @param {PageState} state */
export function siftFindings(state) {
  const view = document.getElementById("view-findings");
  if (!view) return true;
  const counts = groupByRule(view).map((bodies) => siftRule(bodies, state));
  const count = counts.reduce((sum, [left]) => sum + left, 0);
  const total = counts.reduce((sum, [, all]) => sum + all, 0);
  for (const told of view.querySelectorAll(".losses, .part-shown")) told.remove();
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = view.querySelectorAll("table.found");
  for (const table of tables) table.hidden = [...table.tBodies].every((body) => body.hidden);
  const levels = view.querySelector(":scope > .lead:has(.level), .later > .lead:has(.level)");
  levels?.toggleAttribute("hidden", count !== total);
  if (count !== total) {
    const words = fillBlanks(model.words.findings_shown, { count, total });
    view.querySelector("h2")?.after(makeNode("p", "part-shown", words));
  }
  if (state.stopped.size) view.querySelector("h2")?.after(makeLosses(state));
  return count > 0 || !total;
}
