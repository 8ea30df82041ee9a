/* The goals as tiles: how much they tell, which of them is chosen, and its details beside them. */
import { encodeWord } from "./address.js";
import { tellGrades } from "./fates.js";
import { FATE_SIGNS, findFate, findPart, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { Change, NetworkElement, PageState } from "./types.d.ts" */

/** Where a long word may break; what is copied has none. */
const SOFT_HYPHEN = "\u00ad";
export const OVERVIEW_VIEW = "view-overview";
/** Where what stands out has room beside the tiles, and so all of them can be seen at once. */
const DESK = "(min-width: 64rem) and (min-height: 36rem)";
/**
 * How high the tiles of a level may stand, in windows, before the next level takes their place:
 * what tells less has to be worth it.
 * @type {Readonly<Record<string, number>>}
 */
const MOST_WINDOWS = Object.freeze({
  ...{ sentences: 1.15, titles: 1.15, gaps: 1.15, codes: 1.1 },
  themes: Infinity,
});

/** @param {Change} change */
export function createGoalTiles(change) {
  const root = findPart("tiles", HTMLElement);
  const place = findPart("chosen-aim", HTMLElement);
  const onward = findPart("onward", HTMLAnchorElement);
  const salient = findPart("salient", HTMLElement);
  /** The themes that are not seen at first. */
  const more = /** @type {HTMLDetailsElement | null} */ (document.getElementById("more-groups"));
  const panel = findPart("details-panel", HTMLElement);
  const stage = /** @type {HTMLElement} */ (panel.parentElement);
  const beforePanel = panel.previousElementSibling;
  const desk = window.matchMedia(DESK);
  /** @type {HTMLAnchorElement[]} */
  const tiles = [...root.querySelectorAll(/** @type {"a"} */ (".tile"))];
  /** @type {HTMLButtonElement[]} */
  const buttons = [...document.querySelectorAll(/** @type {"button"} */ ("#tile-levels button"))];
  const levels = buttons.map((button) => button.dataset.tiles ?? "");
  const firstLevel = root.dataset.level ?? "";
  let isMarked = false;
  let isFitted = false;
  let asked = "";

  /** @param {string} level */
  function setLevel(level) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.tiles === level));
    }
    if (root.dataset.level === level) return;
    root.dataset.level = level;
    for (const group of root.querySelectorAll("details")) group.open = level !== "themes";
  }
  function isTooHigh() {
    const foot = root.getBoundingClientRect().bottom + window.scrollY;
    return foot > window.innerHeight * MOST_WINDOWS[root.dataset.level ?? ""];
  }
  /**
   * The level that so many goals ask for, or one that tells less where that does not fit the
   * window. On a small screen everything stands below each other and nothing fits.
   */
  function fitLevel() {
    for (const level of levels.slice(levels.indexOf(firstLevel))) {
      setLevel(level);
      if (!desk.matches || !isTooHigh()) return;
    }
  }
  function fitWindow() {
    if (isFitted && !asked) fitLevel();
  }

  /** The details stand beside what is read, else at the picture. @param {string} tab */
  function movePanel(tab) {
    const name = tab.replace("view-", "");
    const home = tab === OVERVIEW_VIEW ? place : document.getElementById(`${name}-aim`);
    if ((home ?? stage) === panel.parentElement) return;
    if (home) home.append(panel);
    else if (beforePanel) beforePanel.after(panel);
    else stage.prepend(panel);
  }
  /** @param {NetworkElement | null} element */
  function showChosen(element) {
    place.hidden = !element;
    salient.hidden = Boolean(element);
    if (element) onward.href = "#" + encodeWord(element.id);
    for (const tile of tiles) {
      if (element && tile.dataset.aim === element.id) tile.setAttribute("aria-current", "true");
      else tile.removeAttribute("aria-current");
    }
  }
  /** @param {HTMLElement} tile */
  function findAim(tile) {
    return model.byId.get(tile.dataset.aim ?? "");
  }
  /**
   * Leaves the tiles that fit; a theme says how many of its tiles these are.
   * @param {PageState} state
   */
  function siftTiles({ view, hits }) {
    const found = new Set(hits);
    if (more && view.filtered) more.open = true;
    for (const group of root.querySelectorAll(/** @type {"details"} */ (".tile-group"))) {
      /** @type {NodeListOf<HTMLElement>} */
      const own = group.querySelectorAll(".tile");
      const left = [...own].filter((tile) => showTile(tile, view.kept, found)).length;
      group.hidden = view.filtered && !left;
      group.querySelector(".left-out")?.remove();
      const counts = { count: left, total: own.length };
      const told = makeNode("span", "left-out", fillBlanks(model.words.part_of, counts));
      if (left < own.length) group.querySelector("h4")?.after(told);
    }
    if (more) more.hidden = !more.querySelector(".tile-group:not([hidden])");
  }
  /**
   * @param {HTMLElement} tile
   * @param {Set<NetworkElement>} kept
   * @param {Set<NetworkElement>} found
   */
  function showTile(tile, kept, found) {
    const aim = findAim(tile);
    const isLeft = !aim || kept.has(aim);
    tile.parentElement?.toggleAttribute("hidden", !isLeft);
    tile.classList.toggle("hit", Boolean(aim && found.has(aim)));
    return isLeft;
  }
  /** @param {NetworkElement} element @param {PageState} state */
  function tellOnTile(element, state) {
    const fate = findFate(element, state);
    if (!fate) return null;
    const grades = state.lost.has(element) ? tellGrades(element, state) : "";
    return { sign: FATE_SIGNS[fate], words: `${model.words[`fate_${fate}`]}. ${grades}`.trim() };
  }
  /** @param {PageState} state */
  function markFates(state) {
    if (!state.stopped.size && !isMarked) return;
    isMarked = state.stopped.size > 0;
    for (const tile of tiles) {
      const element = findAim(tile);
      const told = element && tellOnTile(element, state);
      if (told) {
        tile.dataset.fate = told.sign;
        tile.setAttribute("aria-description", told.words);
      } else {
        delete tile.dataset.fate;
        tile.removeAttribute("aria-description");
      }
    }
  }
  /** @param {PageState} state */
  function showState(state) {
    const isHere = state.tab === OVERVIEW_VIEW;
    movePanel(state.tab);
    if (!isHere) return;
    showChosen(state.selected);
    siftTiles(state);
    markFates(state);
    const isOther = asked !== state.tiles;
    asked = levels.includes(state.tiles) ? state.tiles : "";
    if (asked) setLevel(asked);
    else if (!isFitted || isOther) fitLevel();
    isFitted = true;
  }
  /** @param {NetworkElement} element */
  function focusTile(element) {
    tiles.find((tile) => tile.dataset.aim === element.id)?.focus();
  }

  root.addEventListener("copy", (event) => {
    const words = String(window.getSelection());
    if (!words.includes(SOFT_HYPHEN)) return;
    event.clipboardData?.setData("text/plain", words.replaceAll(SOFT_HYPHEN, ""));
    event.preventDefault();
  });
  for (const button of buttons) {
    button.addEventListener("click", () => change({ tiles: button.dataset.tiles ?? "" }));
  }
  window.addEventListener("beforeprint", () => more && (more.open = true));
  window.addEventListener("resize", fitWindow);
  return { root, showState, siftTiles, focusTile };
}
