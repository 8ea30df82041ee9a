/* The panel of filters, and the choice of a theme above the picture. What they say stands in the
   address. */
import { createChoices } from "./choices.js";
import { findPart } from "./making.js";
import { fillBlanks } from "./model.js";
import { choosing, model } from "./page_model.js";
/** @import { Change, FilterName, PageState, ReaderState, View } from "./types.d.ts" */

/** @param {Change} change */
export function createFilters(change) {
  const filterWords = model.words;
  const theme = document.getElementById("theme"); // not in a network without themes
  const fold = document.getElementById("fold"); // nor where nothing can be drawn anew
  const alone = findPart("alone", HTMLInputElement);
  const reset = findPart("filters-reset", HTMLButtonElement);
  const shownCount = findPart("shown", HTMLElement);
  const groups = choosing.listFilters().map(({ name, values }) => {
    const about = { name, title: filterWords[`filter_${name}`], values, open: name === "kind" };
    const choices = createChoices(about, (chosen) => change({ [name]: chosen }));
    return /** @type {[FilterName, typeof choices]} */ ([name, choices]);
  });
  const nothing = {
    ...Object.fromEntries(choosing.filterNames.map((name) => [name, []])),
    ...{ theme: "", focus: "", alone: "" },
  };
  /** @type {Partial<ReaderState>} */
  let nextFolds = {};

  /**
   * All themes folded when one is open, and else all open; of a large network never more than can
   * be drawn.
   * @param {HTMLElement} button
   * @param {PageState} state
   */
  function showFolds(button, state) {
    const themes = model.elements.filter((element) => element.kind === "theme");
    const ids = themes.map((element) => element.id);
    const areFolded = themes.every((element) => choosing.isFolded(state, element));
    if (choosing.isLarge) nextFolds = { open: areFolded ? ids : [] };
    else nextFolds = { closed: areFolded ? [] : ids };
    button.textContent = areFolded ? filterWords.unfold_all : filterWords.fold_all;
    button.hidden = Boolean(state.theme || state.focus || state.view.crowd);
  }
  /** @param {View} view */
  function showCounts({ shown, filtered, fitting }) {
    const counts = { count: shown.size, total: model.elements.length };
    const now = filtered ? fillBlanks(filterWords.shown, counts) : "";
    if (shownCount.textContent !== now) shownCount.textContent = now;
    const more = Math.max(0, shown.size - fitting);
    const told = fillBlanks(filterWords.fitting, { count: fitting, more });
    findPart("fitting", HTMLElement).textContent = told;
    reset.disabled = !filtered;
  }
  /** @param {PageState} state */
  function showState(state) {
    for (const [name, choices] of groups) choices.setChosen(state[name]);
    alone.checked = Boolean(state.alone);
    const known = model.byId.has(state.theme) ? state.theme : "";
    if (theme instanceof HTMLSelectElement) theme.value = known;
    const active = choosing.filterNames.reduce((sum, name) => sum + state[name].length, 0);
    findPart("filter-count", HTMLElement).textContent = active ? String(active) : "";
    showCounts(state.view);
    if (fold) showFolds(fold, state);
  }

  findPart("filter-groups", HTMLElement).append(...groups.map(([, choices]) => choices.node));
  reset.addEventListener("click", () => change(nothing));
  alone.addEventListener("change", () => change({ alone: alone.checked ? "1" : "" }));
  if (theme instanceof HTMLSelectElement) {
    theme.addEventListener("change", () => change({ theme: theme.value }));
  }
  fold?.addEventListener("click", () => change(nextFolds));

  return { showState };
}
