/* The path between two elements: asked for in the details of one of them. */
import { makeButton, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { Change, NetworkElement, PageState } from "./types.d.ts" */

/** Of a larger network no list of all codes helps. */
const MOST_LISTED = 600;

/**
 * @param {NetworkElement} element
 * @param {PageState} state
 * @param {Change} change
 */
export function makeWay(element, state, change) {
  const { words } = model;
  const input = makeNode("input", "");
  input.setAttribute("aria-label", words.path_code);
  input.setAttribute("list", "way-codes");
  input.size = 8;
  const told = makeNode("p", "", tellWay(state));
  told.setAttribute("role", "status");
  const ask = () => {
    const other = model.byId.get(input.value.trim());
    if (other) change({ way: [element.id, other.id] });
    else told.textContent = fillBlanks(words.path_unknown, { id: input.value.trim() });
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") ask();
  });
  const show = makeButton(words.path_show, ask);
  const asking = makeNode("div", "actions", input, show, makeCodes());
  const heading = makeNode("summary", "", words.path_to);
  const room = makeNode("details", "way-to", heading, asking, told, makeSteps(state, change));
  room.open = state.way.length > 0;
  return room;
}
function makeCodes() {
  const listed = model.elements.length > MOST_LISTED ? [] : model.elements;
  const options = listed.map(({ id, title, text }) => {
    const option = makeNode("option", "");
    option.value = id;
    option.label = title ?? text.slice(0, 60);
    return option;
  });
  const codes = makeNode("datalist", "", ...options);
  codes.id = "way-codes";
  return codes;
}
/** @param {PageState} state */
function tellWay({ way: [start, end], path }) {
  if (!end) return "";
  const isFound = Boolean(model.findWay([start, end]));
  const words = isFound ? model.words.path_told : model.words.path_none;
  return fillBlanks(words, { start, end, count: path?.all.size ?? 0 });
}
/** @param {PageState} state @param {Change} change */
function makeSteps(state, change) {
  if (!model.findWay(state.way)) return null;
  const only = makeButton(model.words.path_only, () => change({ only: state.only ? "" : "1" }));
  only.setAttribute("aria-pressed", String(Boolean(state.only)));
  const end = makeButton(model.words.path_end, () => change({ way: [], only: "" }));
  return makeNode("div", "actions", only, end);
}
