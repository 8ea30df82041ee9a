/* What takes long begins with a word that it is coming, and leaves the page time to answer. */

import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";

/** With more elements than this the reader is told that something is coming. */
export const MOST_UNTOLD = 700;
/** So many milliseconds are worked at a stretch: a reader does not notice these. */
export const STRETCH = 60;

/**
 * Does something once what was told before has been painted.
 * @param {() => void} act
 */
export function actAfterPaint(act) {
  requestAnimationFrame(() => setTimeout(act));
}

/**
 * Does what takes long for thousands of elements; then first a word that it is coming.
 * @param {(words: string) => void} tell
 * @param {() => void} act
 */
export function actAfterTelling(tell, act) {
  const count = model.elements.length;
  if (count <= MOST_UNTOLD) return act();
  tell(fillBlanks(model.words.preparing, { count }));
  actAfterPaint(act);
}

/**
 * Takes the steps of a work in stretches, with a breath after each; a page that goes on to
 * something else ends it.
 * @param {Iterator<unknown>} steps
 * @param {() => boolean} isWanted
 * @param {() => void} finish
 */
export function workInStretches(steps, isWanted, finish) {
  if (!isWanted()) return;
  const end = performance.now() + STRETCH;
  while (performance.now() < end) {
    if (!steps.next().done) continue;
    finish();
    return;
  }
  setTimeout(() => workInStretches(steps, isWanted, finish));
}
