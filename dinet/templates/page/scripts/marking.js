/* What the what-if switches off, in the views that are read: told above them, and a sign at every
   code. */
import { FATE_SIGNS, findFate, findPart } from "./making.js";
import { model } from "./page_model.js";
/** @import { PageState } from "./types.d.ts" */

/** @param {HTMLElement} chip @param {string} fate */
export function markChip(chip, fate) {
  if (!fate) {
    delete chip.dataset.fate;
    chip.removeAttribute("aria-description");
    return;
  }
  chip.dataset.fate = FATE_SIGNS[fate];
  chip.setAttribute("aria-description", model.words[`fate_${fate}`]);
}

/** @param {() => void} onOpen */
export function createMarking(onOpen) {
  const scenario = findPart("scenario", HTMLElement);
  const [told] = scenario.children;
  /** The views that have signs. @type {Set<string>} */
  const marked = new Set();
  /** @type {PageState} */
  let last;

  /** What is not seen is marked when it is opened. @param {string} name of a view */
  function markView(name) {
    const hasStopped = last.stopped.size > 0;
    if ((!hasStopped && !marked.has(name)) || name === "view-network") return;
    if (hasStopped) marked.add(name);
    else marked.delete(name);
    /** @type {NodeListOf<HTMLElement>} */
    const chips = document.querySelectorAll(`#${CSS.escape(name)} a.chip`);
    for (const chip of chips) {
      const element = model.byId.get(chip.textContent ?? "");
      if (element) markChip(chip, findFate(element, last));
    }
  }
  /** All views, which are to be printed. */
  function markAll() {
    for (const view of document.querySelectorAll(".view")) markView(view.id);
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    const hasStopped = state.stopped.size > 0;
    scenario.hidden = !hasStopped || state.tab === "view-network";
    told.textContent = state.told;
    // after the lists of this view have been made
    queueMicrotask(() => markView(state.tab));
  }

  /** A code says what it stands for when one points at it. @param {Event} event */
  function nameChip({ target }) {
    const chip = target instanceof Element ? target.closest("a.chip") : null;
    if (!(chip instanceof HTMLElement) || chip.title) return;
    const element = model.byId.get(chip.textContent ?? "");
    if (element) chip.title = element.title ?? element.text;
  }

  document.addEventListener("pointerover", nameChip);
  scenario.querySelector("button")?.addEventListener("click", onOpen);
  return { showState, markAll };
}
