/* The page as a whole. All of its state stands in the address and nowhere else: what changes it,
   changes the address. */
import { readAddress, writeAddress } from "./address.js";
import { createDetails } from "./details.js";
import { createFilters } from "./filters.js";
import { createGoalTiles, OVERVIEW_VIEW } from "./goal_tiles.js";
import { findPart } from "./making.js";
import { rareViews } from "./made_view.js";
import { createMarking } from "./marking.js";
import { fillBlanks } from "./model.js";
import { choosing, model } from "./page_model.js";
import { keepFocus, restoreFocus } from "./keeping_focus.js";
import { createOriginal, ORIGINAL_VIEW } from "./original.js";
import { createKeptViews } from "./kept_views.js";
import { createPanels } from "./panels.js";
import { createPresenting, createTour } from "./presenting.js";
import { createPrinting } from "./printing.js";
import { createSaving } from "./saving.js";
import { createScenarios } from "./scenarios.js";
import { createSearch } from "./search.js";
import { createSharing } from "./sharing.js";
import { createSifting } from "./sifting.js";
import { createSpacing } from "./spacing.js";
import { createTree, findHomeView, TREE_VIEW } from "./tree.js";
import { createWhatIf } from "./whatif.js";
/** @import { Change, NetworkElement, PagePicture, PageState, ReaderState } from "./types.d.ts" */
/** @import { Room, Zoom } from "./types.d.ts" */

/** @typedef {{showState: (state: PageState) => void}} Shown */

const NETWORK_VIEW = "view-network";
/** The views that have the panel with details. */
const DETAILED = new Set([NETWORK_VIEW, OVERVIEW_VIEW, TREE_VIEW, ORIGINAL_VIEW]);
/** @type {[string, Zoom][]} */
const ZOOM_BUTTONS = [
  ["larger", 1],
  ["smaller", -1],
  ["fit", 0],
  ["whole", "whole"],
];

/** On a phone the tabs stand in a row that scrolls. */
function revealTab() {
  const tab = document.querySelector(".tabs [aria-current]");
  const row = tab?.closest("ul");
  if (!tab || !row || row.scrollWidth <= row.clientWidth) return;
  const [here, room] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += (here.left + here.right - room.left - room.right) / 2;
}

/** On a phone the row of buttons at the foot lies over the page, which leaves room for it. */
function measureBar() {
  /** @type {HTMLElement | null} */
  const bar = document.querySelector(".asides");
  if (!bar) return;
  const { style } = document.documentElement;
  const watcher = new ResizeObserver(() => {
    style.setProperty("--bar-height", `${bar.offsetHeight}px`);
  });
  watcher.observe(bar);
}

/**
 * When a long list, if the view has one, has been made to its end.
 * @param {string} view
 * @param {() => void} act
 */
function whenListed(view, act) {
  queueMicrotask(() => {
    const isBusy = document.querySelector(`#${view} [aria-busy]`);
    if (isBusy) document.addEventListener("listed", () => whenListed(view, act), { once: true });
    else act();
  });
}

/**
 * @param {(root: HTMLElement) => PagePicture} createPicture
 * @param {(change: Change) => Shown} [createMatrix] where the page may hold its matrix in parts
 */
export function startPage(createPicture, createMatrix) {
  const { classList } = document.documentElement;
  classList.add("lively"); // from here on the window has its shape
  classList.toggle("ends-follow-lines", CSS.supports("fill", "context-stroke"));
  /** @type {HTMLElement[]} */
  const views = [...document.querySelectorAll(/** @type {"section"} */ (".view"))];
  const tabs = [...document.querySelectorAll(/** @type {"a"} */ (".tabs a"))];
  const root = findPart("picture", HTMLElement);
  const picture = createPicture(root);
  const panels = createPanels();
  const filters = createFilters(changeState);
  const whatIf = createWhatIf(changeState);
  const details = createDetails(changeState);
  const sifting = createSifting();
  const search = createSearch({ takeSearch, chooseElement, changeState, openSpot });
  const matrix = createMatrix?.(changeState);
  const goalTiles = createGoalTiles(changeState);
  const tree = createTree();
  const original = createOriginal();
  const rare = rareViews.map((createView) => createView(changeState));
  const showScenarios = createScenarios(changeState, (asked) => {
    const stopped = whatIf.findStopped(asked);
    return { stopped, lost: whatIf.findLost(stopped) };
  });
  const marking = createMarking(openWhatIf);
  const saving = createSaving(picture);
  const spacing = createSpacing(picture);
  const printing = createPrinting(picture, showAll);
  const keptViews = createKeptViews(changeState, readState);
  const presenting = createPresenting(changeState, keptViews.listSteps);
  const sharing = createSharing(printing.printAll, () => panels.openPanel("share"));
  /** @type {PageState} */
  let state;
  let isStarted = false;
  /** @type {Room | null} */
  let pointedAt = null; // where in the window the reader points while something follows from that

  /** @returns {ReaderState} */
  function readState(hash = location.hash) {
    const raw = readAddress(hash.slice(1));
    const element = model.byId.get(raw.first);
    const isBare = hash.length < 2; // what says nothing opens on the overview
    const tab = element ? findHomeView() : findView(isBare ? OVERVIEW_VIEW : raw.first);
    return { ...raw, tab, selected: element ?? model.byId.get(raw.at) ?? null };
  }
  /** @param {string} id */
  function findView(id) {
    return views.some((view) => view.id === id) ? id : findHomeView();
  }
  /** @param {ReaderState} of */
  function writeState(of) {
    const id = of.selected?.id ?? "";
    if (of.tab !== findHomeView()) return writeAddress({ ...of, first: of.tab, at: id });
    return writeAddress({ ...of, first: id || of.tab, at: "" });
  }
  /** @param {ReaderState} next @param {boolean} replace */
  function goTo(next, replace = false) {
    const hash = writeState(next);
    if (location.hash === hash) return;
    try {
      if (replace) history.replaceState(null, "", hash);
      else history.pushState(null, "", hash);
      if (!replace) followAddress();
    } catch {
      location.hash = hash; // a page inside a mail reader may not touch its history
    }
  }
  /**
   * Another state: the same but for some parts. What that hides is no longer chosen.
   * @type {Change}
   */
  function changeState(part) {
    const next = { ...state, ...part };
    const { selected } = next;
    if (selected && !("selected" in part)) {
      const isShown = choosing.chooseView(next).shown.has(selected);
      next.selected = isShown ? selected : null;
    }
    const isOnWay = !selected || model.findWay(next.way)?.holds(selected);
    if ("selected" in part && !isOnWay) Object.assign(next, { way: [], only: "" });
    goTo(next);
  }
  /**
   * Every letter that is typed changes the address, but is no step to go back to.
   * @param {string} find
   */
  function takeSearch(find) {
    state.find = find;
    goTo(state, true);
    showPicture();
    goalTiles.siftTiles(state);
    sifting.showState(state);
  }
  /**
   * A view that is read, at one of its parts; what hides that is undone.
   * @param {string} tab
   * @param {() => HTMLElement | undefined} findSpot
   */
  function openSpot(tab, findSpot) {
    changeState({ tab });
    whenListed(tab, () => {
      const spot = findSpot();
      if (!spot) return;
      if (!spot.checkVisibility()) changeState(filters.nothing);
      queueMicrotask(() => {
        spot.tabIndex = -1;
        spot.focus();
        spot.scrollIntoView({ block: "center" });
      });
    });
  }
  /** @param {NetworkElement | null} element */
  function chooseElement(element) {
    const tab = state.tab === NETWORK_VIEW ? NETWORK_VIEW : findHomeView();
    changeState({ selected: element, tab });
  }
  function openWhatIf() {
    panels.openPanel("whatif");
    findPart("heading-whatif", HTMLElement).focus();
  }

  /** @param {string} name */
  function openView(name) {
    for (const view of views) view.hidden = view.id !== name;
    document.documentElement.dataset.tab = name; // a style that looks into views would cost time
    const ofDetails = document.querySelector("[data-panel=details][aria-controls]");
    ofDetails?.toggleAttribute("hidden", name !== NETWORK_VIEW);
    for (const tab of tabs) {
      if (tab.hash === "#" + name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    requestAnimationFrame(revealTab);
  }
  /**
   * What follows from what an address tells.
   * @param {ReaderState} told
   * @returns {PageState}
   */
  function completeState(told) {
    const stopped = whatIf.findStopped(told);
    const lost = whatIf.findLost(stopped);
    return {
      ...told,
      view: choosing.chooseView(told),
      path: model.findWay(told.way) ?? (told.selected && model.findPath(told.selected)),
      stopped,
      lost,
      told: whatIf.tellSum(stopped, lost),
      get hits() {
        return search.listHits();
      },
    };
  }
  function followAddress() {
    keepFocus(() => followState(state));
  }
  /** @param {PageState | null} before */
  function followState(before) {
    const told = readState();
    openView(told.tab);
    const sought = told.tab === NETWORK_VIEW ? told.selected : null;
    const hidden = sought ? choosing.revealElement(told, sought) : {};
    if (Object.keys(hidden).length) goTo({ ...told, ...hidden }, true);
    state = completeState({ ...told, ...hidden });
    showState(before);
  }
  /** @param {PageState | null} before */
  function showState(before) {
    const isOther = state.selected !== (before?.selected ?? null);
    showViews();
    const isTold = state.stopped.size > 0 && state.tab === NETWORK_VIEW; // elsewhere a banner does
    if (!before && isTold) panels.openPanel("whatif");
    else if (isOther) panels.followChoice(state.selected);
    showPicture();
    spacing.showState();
    saving.showState();
    startPicture();
    if (state.selected && isOther) showChosen(state.selected);
  }
  /** Everything but the picture, which is only drawn when it is seen. */
  function showViews() {
    filters.showState(state);
    whatIf.showState(state);
    search.showState(state);
    matrix?.showState(state);
    tree.showState(state);
    original.showState(state);
    goalTiles.showState(state);
    sifting.showState(state);
    for (const showView of rare) showView(state);
    showScenarios(state);
    keptViews.showState(state);
    presenting.showState(state);
    sharing.showState(state);
    marking.showState(state);
    details.showState(state);
  }
  /**
   * What is chosen comes into sight; what the reader points at is there, and stays where it is.
   * @param {NetworkElement} element
   */
  function showChosen(element) {
    if (!pointedAt) picture.revealElement(element);
    const place = pointedAt ?? picture.findPlace(element);
    if (place) panels.keepClear(place);
  }
  /** Not before it is first seen. */
  function showPicture() {
    if (state.tab === NETWORK_VIEW || isStarted) picture.showState(state);
  }
  /** What has not been seen yet too, for paper. */
  function showAll() {
    picture.showState(state);
    sifting.siftAll();
    marking.markAll();
  }
  /** Only when the picture is first seen, and so has a size. */
  function startPicture() {
    if (state.tab !== NETWORK_VIEW || isStarted) return;
    isStarted = true;
    zoomPicture(null);
  }
  /** @param {Zoom} direction */
  function zoomPicture(direction) {
    showScale(picture.zoomPicture(direction));
  }
  /** @param {number} percent */
  function showScale(percent) {
    const scale = findPart("scale", HTMLOutputElement);
    scale.textContent = fillBlanks(model.words.zoom, { percent });
  }

  // what the picture asks for

  /** @param {NetworkElement | null} element */
  function toggleChoice(element) {
    if (element && state.view.folded.has(element)) {
      const unfolded = choosing.unfoldThemes(state, [element]);
      changeState({ ...unfolded, selected: element, tab: NETWORK_VIEW });
    } else chooseElement(element === state.selected ? null : element);
  }
  /** @param {() => void} act @param {Room | undefined} place */
  function pointAt(act, place) {
    pointedAt = place ?? null;
    act();
    pointedAt = null;
  }
  picture.onSelect = (element, place) => pointAt(() => toggleChoice(element), place);
  picture.onFocus = (element, place) => {
    pointAt(() => changeState({ selected: element, focus: element.id }), place);
    picture.focusElement(element);
  };
  picture.onEnter = (element) => {
    if (element === state.selected) picture.onFocus(element);
    else picture.onSelect(element);
    picture.focusElement(element);
  };
  picture.onZoom = zoomPicture;
  picture.onScale = showScale;
  for (const [id, direction] of ZOOM_BUTTONS) {
    document.getElementById(id)?.addEventListener("click", () => zoomPicture(direction));
  }

  /** @param {HTMLAnchorElement} link */
  function followLink(link) {
    const isInPanel = link.closest(".panel"); // asked before the details make way for others
    const { first } = readAddress(link.hash.slice(1));
    const element = model.byId.get(first);
    if (!element) {
      changeState({ tab: findView(first) });
      /** @type {HTMLElement | null} */
      const heading = document.querySelector(".view:not([hidden]) h2");
      heading?.focus();
      return;
    }
    const isTile = state.tab === OVERVIEW_VIEW && link.dataset.aim !== undefined;
    if (
      isTile ||
      (DETAILED.has(state.tab) && isInPanel) ||
      link.closest("#view-tree, #view-original")
    ) {
      changeState({ selected: element === state.selected ? null : element });
    } else chooseElement(element);
    if (isInPanel) details.heading.focus();
    else focusElement(element);
  }
  /** @param {NetworkElement} element */
  function focusElement(element) {
    if (state.tab === OVERVIEW_VIEW) goalTiles.focusTile(element);
    else if (state.tab === TREE_VIEW) tree.focusLine(element);
    else if (state.tab === ORIGINAL_VIEW) original.focusWords(element);
    else picture.focusElement(element);
  }
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href*="#"]');
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || isElsewhere) return;
    event.preventDefault();
    followLink(link);
  });

  function closeDetails() {
    const last = state.selected;
    changeState({ selected: null });
    panels.openPanel("details", true);
    if (last) focusElement(last);
    if (document.activeElement === document.body) details.heading.focus();
  }
  function isShowingDetails() {
    return DETAILED.has(state.tab) && (state.selected || panels.isDetailsOpen());
  }
  /** The least that is open is closed first. @param {KeyboardEvent} event */
  function takeEscape(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (state.show) presenting.end();
    else if (!panels.shutOpened()) leave(event);
  }
  /** @param {KeyboardEvent} event */
  function leave(event) {
    const isPicture = event.target instanceof Node && root.contains(event.target);
    if (state.focus && (isPicture || !state.selected)) changeState({ focus: "" });
    else if (isShowingDetails()) closeDetails();
  }
  findPart("close", HTMLElement).addEventListener("click", closeDetails);
  document.addEventListener("keydown", takeEscape);

  createTour();
  measureBar();
  window.addEventListener("popstate", followAddress);
  window.addEventListener("hashchange", () => {
    followAddress();
    restoreFocus();
  });
  followState(null);
}
