/* Before an audience: the overview and then each theme, in large letters; bare for a frame in
   another page; and a short tour for who asks for it. */
import { findPart, makeButton, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { Change, PageState, ReaderState } from "./types.d.ts" */

/** How far each key goes: those of a keyboard, and of a pointer that presenters hold. */
const STEPS = Object.freeze({ PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 });
/** What takes arrows for itself. */
const OWN_KEYS = ".picture, input, select, textarea, dialog";

/**
 * @param {Change} change
 * @param {() => (ReaderState & {name: string})[]} listKept the views that the reader kept
 */
export function createPresenting(change, listKept) {
  const { words } = model;
  const root = document.documentElement;
  const told = makeNode("span", "");
  const forth = makeButton("›", () => goStep(1));
  const back = makeButton("‹", () => goStep(-1));
  const bar = makeNode("div", "present-bar", back, told, forth, makeButton(words.present_end, end));
  /** @type {PageState} */
  let state;
  back.setAttribute("aria-label", words.step_back);
  forth.setAttribute("aria-label", words.step_forth);
  told.setAttribute("role", "status");

  /** The steps: what was kept; else all of it, each theme, and the scenarios.
   * @returns {(Partial<ReaderState> & {name?: string})[]} */
  function listSteps() {
    const kept = listKept();
    if (kept.length) return kept;
    const themes = model.elements.filter((element) => element.kind === "theme");
    const parts = themes.length ? themes.map(({ id }) => id) : [""];
    const pictures = parts.map((theme) => ({ tab: "view-network", theme }));
    const last = state.scenario.length ? [{ tab: "view-scenarios", theme: "" }] : [];
    return [{ tab: "view-overview", theme: "" }, ...pictures, ...last];
  }
  /** @param {number} way */
  function goStep(way) {
    const steps = listSteps();
    const at = Math.min(steps.length, Math.max(1, Number(state.show) + way));
    change({ focus: "", selected: null, ...steps[at - 1], show: String(at) });
  }
  function end() {
    change({ show: "" });
  }
  /** @param {PageState} now */
  function showState(now) {
    state = now;
    const isShown = Number(state.show) > 0;
    root.classList.toggle("bare", Boolean(state.bare) || isShown);
    root.classList.toggle("presenting", isShown);
    bar.hidden = !isShown;
    const { theme } = state.view;
    const steps = listSteps();
    const ofTheme = theme ? `${theme.id} ${theme.title ?? theme.text}` : "";
    const name = steps[Number(state.show) - 1]?.name ?? ofTheme;
    const counts = { number: state.show, count: steps.length };
    told.textContent = isShown ? `${fillBlanks(words.sheet_of, counts)} ${name}` : "";
  }
  document.addEventListener("keydown", (event) => {
    const way = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    const isOwn = event.target instanceof Element && event.target.closest(OWN_KEYS);
    if (!way || !Number(state.show) || (isOwn && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    goStep(way);
  });
  document.body.append(bar);
  findPart("present", HTMLElement).addEventListener("click", () => goStep(1));
  return { showState, end };
}

/** Five steps in a dialog, which opens only when it is asked for. */
export function createTour() {
  const { words } = model;
  const [count, text] = [makeNode("h2", ""), makeNode("p", "")];
  let at = 0;
  /** @param {number} way */
  const go = (way) => {
    at += way;
    const number = at + 1;
    count.textContent = fillBlanks(words.tour, { number });
    text.textContent = words[`tour_${number}`];
    back.disabled = at === 0;
    forth.disabled = number === 5;
  };
  const back = makeButton(words.step_back, () => go(-1));
  const forth = makeButton(words.step_forth, () => go(1));
  const shut = makeButton(words.close, () => dialog.close());
  const dialog = makeNode(
    "dialog",
    "tour",
    count,
    text,
    makeNode("p", "actions", back, forth, shut),
  );
  count.id = "heading-tour";
  text.setAttribute("role", "status");
  dialog.setAttribute("aria-labelledby", count.id);
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  findPart("help", HTMLElement).addEventListener("click", () => {
    go(-at);
    dialog.showModal();
  });
}
