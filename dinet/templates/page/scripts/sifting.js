/* What the filters and the what-if leave of the views that are read. */
import { writeAddress } from "./address.js";
import { markEntries } from "./fates.js";
import { makeNode } from "./making.js";
import { model } from "./page_model.js";
import { createCoverageSifter } from "./sift_coverage.js";
import { siftFindings } from "./sift_findings.js";
import { siftMatrix } from "./sift_matrix.js";
import { siftPlanning } from "./sift_planning.js";
import { siftTables } from "./sift_table.js";
/** @import { PageState } from "./types.d.ts" */

/** Leaves what fits; says whether anything did. @typedef {(state: PageState) => boolean} Sifter */

/** In what is seen: another view is marked when it is opened. @param {PageState} state */
function markHits(state) {
  for (const marked of document.querySelectorAll(".chip.hit")) marked.classList.remove("hit");
  const ids = new Set(state.hits.map((element) => element.id));
  if (!ids.size) return;
  for (const chip of document.querySelectorAll(".view:not(.network, [hidden]) a.chip")) {
    if (ids.has(chip.textContent ?? "")) chip.classList.add("hit");
  }
}

export function createSifting() {
  /** @type {Map<string, Sifter>} */
  const sifters = new Map([
    ["view-table", siftTables],
    ["view-matrix", siftMatrix],
    ["view-coverage", createCoverageSifter()],
    ["view-findings", siftFindings],
    ["view-planning", siftPlanning],
  ]);
  /** The state in which each view was sifted. @type {Map<string, string>} */
  const done = new Map();
  /** @type {PageState | null} */
  let last = null;

  /** @param {PageState} state */
  function writeKey(state) {
    const aside = {
      first: "",
      at: "",
      find: "",
      matrix: "",
      bare: "",
      show: "",
      open: [],
      closed: [],
    };
    return writeAddress({ ...state, ...aside });
  }
  /** @param {string} name @param {PageState} state @param {boolean} again */
  function siftView(name, state, again = false) {
    const sift = sifters.get(name);
    const view = document.getElementById(name);
    const key = writeKey(state);
    if (!sift || !view || (done.get(name) ?? "#") === key) {
      if (!again) return;
    }
    if (!sift || !view) return;
    done.set(name, key);
    const hasAny = sift(state);
    tellNothing(view, hasAny || !state.view.filtered);
    markEntries(view, state);
  }
  /** @param {HTMLElement} view @param {boolean} hasAny */
  function tellNothing(view, hasAny) {
    view.querySelector(":scope > .nothing.sifted")?.remove();
    if (hasAny) return;
    const told = makeNode("p", "nothing sifted", model.words.nothing_fits);
    view.querySelector("h2")?.after(told);
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    // after the lists of this view have been made
    queueMicrotask(() => {
      siftView(state.tab, state);
      markHits(state);
    });
  }
  /** What was made in the meantime has not been sifted yet. */
  function siftListed() {
    if (!last) return;
    done.delete(last.tab);
    siftView(last.tab, last);
    markHits(last);
  }
  document.addEventListener("listed", siftListed);
  /** All views, which are to be printed. */
  function siftAll() {
    for (const name of sifters.keys()) if (last) siftView(name, last);
    if (last) markHits(last);
  }
  document.addEventListener(
    "toggle",
    ({ target }) => {
      const view = target instanceof Element ? target.closest(".view.planning") : null;
      if (!view || !last?.view.filtered) return;
      setTimeout(() => last && siftView(view.id, last, true)); // after its table was made
    },
    true,
  );
  return { showState, siftAll };
}
