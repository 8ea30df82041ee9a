/* The planning of the efforts that the filters leave. */
import { findListed } from "./fates.js";
import { makeNode } from "./making.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
/** @import { PageState, View } from "./types.d.ts" */

/**
 * How many of a group whose table may not have been made are left.
 * @param {HTMLElement} group
 * @param {View} view
 */
function siftGroupCount(group, { kept }) {
  const numbers = (group.dataset.efforts ?? "").split(" ").map(Number);
  const left = numbers.filter((number) => kept.has(model.elements[number])).length;
  const count = group.querySelector("summary .many");
  if (count) count.textContent = groupThousands(left);
  group.hidden = !left;
}

/** @param {HTMLElement} part @param {PageState} state */
function siftRows(part, { view, stopped }) {
  for (const row of part.querySelectorAll("tbody tr")) {
    const effort = findListed(row);
    const isStopped = Boolean(effort && stopped.has(effort));
    row.toggleAttribute("hidden", Boolean(effort && !view.kept.has(effort)));
    row.classList.toggle("gone", isStopped);
  }
  for (const table of part.querySelectorAll(":scope > table.planning")) {
    table.toggleAttribute("hidden", !table.querySelector("tbody tr:not([hidden])"));
  }
}

/** @param {PageState} state */
export function siftPlanning(state) {
  const part = document.getElementById("view-planning");
  if (!part) return true;
  siftRows(part, state);
  /** @type {NodeListOf<HTMLElement>} */
  const groups = part.querySelectorAll("details[data-efforts]");
  for (const group of groups) siftGroupCount(group, state.view);
  const efforts = model.elements.filter((element) => element.kind === "effort");
  const count = efforts.filter((element) => state.view.kept.has(element)).length;
  const total = efforts.length;
  part.querySelector(".part-shown")?.remove();
  part.querySelector(".lead")?.toggleAttribute("hidden", count < total);
  if (count < total) {
    const words = fillBlanks(model.words.efforts_shown, { count, total });
    part.querySelector("h2")?.after(makeNode("p", "part-shown", words));
  }
  return count > 0;
}
