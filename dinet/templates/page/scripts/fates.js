/* What becomes of an element when others stop, in words; and of a number. */
import { makeNode } from "./making.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
/** @import { Fate, NetworkElement } from "./types.d.ts" */

/** @param {NetworkElement} element */
export function gradeBefore(element) {
  return model.useStopping().before[element.number];
}
/**
 * The grade of an element when others have stopped.
 * @param {NetworkElement} element
 * @param {Fate} fate
 */
export function gradeAfter(element, { lost }) {
  return lost.get(element) ?? gradeBefore(element);
}
/** @param {NetworkElement} element */
function listGradeNames({ kind }) {
  return model.gradeNames[kind] ?? model.gradeNames.target;
}
/**
 * From which grade to which an element falls.
 * @param {NetworkElement} element
 * @param {Fate} fate
 */
export function tellGrades(element, fate) {
  const names = listGradeNames(element);
  const grades = { before: names[gradeBefore(element)], after: names[gradeAfter(element, fate)] };
  return fillBlanks(model.words.was, grades);
}
/**
 * What becomes of an element; empty when it stays as it is.
 * @param {NetworkElement} element
 * @param {Fate} fate
 */
export function tellFate(element, fate) {
  if (fate.stopped.has(element)) return model.words.fate_stopped + ".";
  return fate.lost.has(element) ? tellGrades(element, fate) : "";
}
/**
 * A number, or what it was and becomes.
 * @param {number} before
 * @param {number} after
 */
export function tellChange(before, after) {
  return [...new Set([before, after])].map(groupThousands).join(" → ");
}

/**
 * Says in a part of a view what becomes of its elements, where that is not said by a sign alone.
 * @param {ParentNode} part
 * @param {Fate} fate
 */
export function markEntries(part, fate) {
  for (const told of part.querySelectorAll(".entry > .becomes")) told.remove();
  if (!fate.stopped.size) return;
  for (const entry of part.querySelectorAll(".entry")) {
    const element = findListed(entry);
    const words = element ? tellFate(element, fate) : "";
    if (words) entry.append(makeNode("span", "becomes", words));
  }
}
/**
 * The element whose code stands first in a part of a view.
 * @param {Element | null | undefined} part
 */
export function findListed(part) {
  return model.byId.get(part?.querySelector(".chip")?.textContent ?? "") ?? null;
}
