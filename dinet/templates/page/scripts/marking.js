import { SIGNS, fateOf } from "./making.js";
import { model } from "./model.js";

/* What the what-if switches off, in the views that are read: told above them, and a sign at every code. */
export function makeMarking(opened) {
  const scenario = document.getElementById("scenario");
  const [told] = scenario.children;
  scenario.querySelector("button").addEventListener("click", opened);
  let marked = false;

  function mark(chip, what) {
    if (!what) {
      delete chip.dataset.fate;
      chip.removeAttribute("aria-description");
      return;
    }
    chip.dataset.fate = SIGNS[what];
    chip.setAttribute("aria-description", model.words["fate_" + what]);
  }
  function markAll(state) {
    for (const chip of document.querySelectorAll(".view:not(.network) a.chip")) {
      const element = model.byId.get(chip.textContent);
      if (element) mark(chip, fateOf(element, state));
    }
    marked = state.stopped.size > 0;
  }

  return {
    show(state) {
      const some = state.stopped.size > 0;
      scenario.hidden = !some || state.tab === "view-network";
      told.textContent = state.told;
      if (some || marked) queueMicrotask(() => markAll(state)); // after the lists of this view have been made
    },
  };
}
