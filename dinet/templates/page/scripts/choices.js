/* A list of boxes to tick, folded under its name; a long one can be searched, and shows what is
   ticked first. */
import { makeNode, makeText, startCapital } from "./making.js";
import { fillBlanks, simplifyText, groupThousands } from "./model.js";
import { model } from "./page_model.js";
/** @import { Choice } from "./types.d.ts" */

/** Lists with more values than this can be searched. */
const MOST_UNSEARCHED = 15;
/** So many boxes are made at once. */
const MOST_BOXES = 60;

/**
 * @param {{name: string, title: string, values: Choice[], open?: boolean}} about
 * @param {(values: string[]) => void} onChange
 */
export function createChoices({ name, title, values, open = false }, onChange) {
  const count = makeNode("span", "many");
  const list = makeNode("div", "boxes");
  const rest = makeNode("p", "small");
  const find = makeNode("input", "");
  const node = makeNode("details", "choices", makeNode("summary", "", title, " ", count));
  /** @type {Set<string>} */
  let chosen = new Set();
  let isDrawn = false;

  /** @param {Choice} choice */
  function makeBox({ value, words, count: many, ours }) {
    const input = makeNode("input", "");
    Object.assign(input, { type: "checkbox", name, value, checked: chosen.has(value) });
    input.addEventListener("change", () => {
      const next = new Set(chosen);
      if (input.checked) next.add(value);
      else next.delete(value);
      onChange([...next]);
    });
    const label = makeNode("span", "", ours ? startCapital(words) : makeText(words));
    const number = many === undefined ? null : makeNode("span", "many", groupThousands(many));
    return makeNode("label", "", input, " ", label, number);
  }

  function listFitting() {
    const wanted = simplifyText(find.value);
    const fitting = values.filter(
      (each) => !wanted || simplifyText(`${each.value} ${each.words}`).includes(wanted),
    );
    if (fitting.length <= MOST_BOXES) return fitting;
    const ticked = fitting.filter((each) => chosen.has(each.value));
    return [...ticked, ...fitting.filter((each) => !chosen.has(each.value))];
  }
  function drawBoxes() {
    isDrawn = true;
    const fitting = listFitting();
    const left = fitting.length - MOST_BOXES;
    list.replaceChildren(...fitting.slice(0, MOST_BOXES).map(makeBox));
    rest.textContent = left > 0 ? fillBlanks(model.words.more_choices, { count: left }) : "";
  }

  /** @param {Iterable<string>} now */
  function setChosen(now) {
    chosen = new Set(now);
    count.textContent = chosen.size ? String(chosen.size) : "";
    if (chosen.size) node.open = true;
    if (!isDrawn) return;
    for (const box of list.querySelectorAll("input")) box.checked = chosen.has(box.value);
  }

  const field = makeNode("fieldset", "", makeNode("legend", "unseen", title));
  if (values.length > MOST_UNSEARCHED) {
    Object.assign(find, { type: "search", autocomplete: "off" });
    find.placeholder = fillBlanks(model.words.find_in, { name: title });
    find.setAttribute("aria-label", find.placeholder);
    find.addEventListener("input", drawBoxes);
    field.append(find);
  }
  field.append(list, rest);
  node.append(field);
  node.addEventListener("toggle", () => {
    if (node.open && !isDrawn) drawBoxes();
  });
  node.open = open;

  return { node, setChosen };
}
