/* The bar above all views, with the choice of a theme and what is asked for, and the panel of
   filters. What they say stands in the address. */
import { createChoices } from "./choices.js";
import { findPart, makeButton, makeNode, makeText, startCapital } from "./making.js";
import { tellCount } from "./making.js";
import { fillBlanks } from "./model.js";
import { choosing, model } from "./page_model.js";
/** @import { Asked, Change, FilterName, PageState, ReaderState } from "./types.d.ts" */

/** On a small screen the choice of a theme stands among the filters: the bar has no room for it. */
const SMALL_SCREEN = "(max-width: 40rem)";

/** @param {HTMLElement} theme */
function placeThemes(theme) {
  const choose = theme.closest(".choose");
  const find = document.querySelector(".find");
  const small = matchMedia(SMALL_SCREEN);
  const place = () => {
    if (!choose) return;
    if (small.matches) findPart("filter-groups", HTMLElement).before(choose);
    else find?.after(choose);
  };
  small.addEventListener("change", place);
  place();
}

/** @param {Change} change */
export function createFilters(change) {
  const filterWords = model.words;
  const theme = document.getElementById("theme"); // not in a network without themes
  const fold = document.getElementById("fold"); // nor where nothing can be drawn anew
  const alone = findPart("alone", HTMLInputElement);
  const reset = findPart("filters-reset", HTMLButtonElement);
  const shownCount = findPart("shown", HTMLElement);
  const applied = findPart("applied", HTMLElement);
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
  let told = "";

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
    const isElsewhere = state.tab !== "view-network";
    button.hidden = Boolean(isElsewhere || state.theme || state.focus || state.view.crowd);
  }
  /** @param {PageState} state */
  function showCounts({ tab, view }) {
    const { shown, kept, filtered, fitting } = view;
    const count = tab === "view-network" ? shown.size : kept.size;
    const total = model.elements.length;
    const now = filtered ? fillBlanks(filterWords.shown, { count, total }) : "";
    if (shownCount.textContent !== now) shownCount.textContent = now;
    const more = Math.max(0, shown.size - fitting);
    const counted = tellCount("fitting", fitting, { more });
    findPart("fitting", HTMLElement).textContent = counted;
    reset.disabled = !filtered;
  }
  /** @param {Asked} asked */
  function makeAsked({ name, words, isOurs, undone }) {
    const title = `${filterWords[name]}: `;
    const value = isOurs ? startCapital(words) : makeText(words);
    const drop = makeButton("✕", () => change(undone));
    drop.setAttribute("aria-label", fillBlanks(filterWords.drop, { name: title + words }));
    return makeNode("li", "", makeNode("span", "", title, value), drop);
  }
  /** @param {PageState} state */
  function showAsked(state) {
    const asked = choosing.listAsked(state);
    applied.hidden = !asked.length;
    const now = asked.map(({ name, words }) => `${name} ${words}`).join("\n");
    if (now === told) return;
    told = now;
    applied.replaceChildren(...asked.map(makeAsked));
  }
  /** @param {PageState} state */
  function showState(state) {
    for (const [name, choices] of groups) choices.setChosen(state[name]);
    alone.checked = Boolean(state.alone);
    const known = model.byId.has(state.theme) ? state.theme : "";
    if (theme instanceof HTMLSelectElement) theme.value = known;
    const active = choosing.filterNames.reduce((sum, name) => sum + state[name].length, 0);
    findPart("filter-count", HTMLElement).textContent = active ? String(active) : "";
    showCounts(state);
    showAsked(state);
    if (fold) showFolds(fold, state);
  }

  findPart("filter-groups", HTMLElement).append(...groups.map(([, choices]) => choices.node));
  reset.addEventListener("click", () => change(nothing));
  alone.addEventListener("change", () => change({ alone: alone.checked ? "1" : "" }));
  if (theme instanceof HTMLSelectElement) {
    theme.addEventListener("change", () => change({ theme: theme.value }));
  }
  fold?.addEventListener("click", () => change(nextFolds));
  if (theme) placeThemes(theme);

  return { showState, nothing };
}
