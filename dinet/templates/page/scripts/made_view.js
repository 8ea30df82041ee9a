/* A view that is made from the data: when it is opened, when what is asked for changes, and whole
   for paper. */
import { writeAddress } from "./address.js";
import { markEntries } from "./fates.js";
import { isPrinted } from "./printing.js";
/** @import { Change, PageState } from "./types.d.ts" */

/**
 * What begins the views that only some pages have.
 * @type {((change: Change) => (state: PageState) => void)[]}
 */
export const rareViews = [];

/**
 * @param {string} name
 * @param {(state: PageState) => (Node | null)[]} makeContent
 */
export function createMadeView(name, makeContent) {
  const root = document.getElementById(`made-${name}`);
  /** @type {PageState} */
  let state;
  let known = "";
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];

  /** @param {Node} part @param {number} at */
  function isInView(part, at) {
    return part === root?.childNodes[at];
  }
  function fillView() {
    if (!root) return;
    const parts = makeContent(state).filter((part) => part !== null);
    const isAsItWas = parts.length === root.childNodes.length && parts.every(isInView);
    if (!isAsItWas) root.replaceChildren(...parts);
    markEntries(root, state);
  }
  /** What is there stays, and with it what the reader unfolded. */
  function showView() {
    const key = writeAddress({ ...state, first: "", at: "", find: "", bare: "", show: "" });
    if (key !== known) fillView();
    known = key;
  }
  window.addEventListener("beforeprint", () => {
    if (!root || !isPrinted(name)) return;
    showView();
    unfolded = [...root.querySelectorAll("details")].filter((part) => !part.open);
    for (const part of unfolded) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of unfolded.splice(0)) part.open = false;
  });
  /** @param {PageState} now */
  return (now) => {
    state = now;
    if (root && state.tab === `view-${name}`) showView();
  };
}
