import { address } from "./address.js";
import { choosing } from "./choosing.js";
import { details } from "./details.js";
import { makeFilters } from "./filters.js";
import { makeMarking } from "./marking.js";
import { makeMatrix } from "./matrix.js";
import { fill, model } from "./model.js";
import { makePanels } from "./panels.js";
import { makeSaving } from "./saving.js";
import { makeSearch } from "./search.js";
import { makeWhatIf } from "./whatif.js";

/* The page as a whole. All of its state stands in the address and nowhere else: what changes it, changes the address. */
export function startPage(makePicture) {
  document.documentElement.classList.add("lively"); // from here on the window has its shape
  const NETWORK = "view-network";
  const views = [...document.querySelectorAll(".view")];
  const tabs = [...document.querySelectorAll(".tabs a")];
  const at = (id) => document.getElementById(id);
  const picture = makePicture(at("picture"));
  const panels = makePanels();
  const filters = makeFilters(change);
  const whatIf = makeWhatIf(change);
  const search = makeSearch(sought, choose);
  const matrix = makeMatrix(change);
  const marking = makeMarking(() => {
    change({ tab: NETWORK });
    panels.open("whatif");
    at("heading-whatif").focus();
  });
  const saving = makeSaving(picture);
  let state = null;
  let started = false;

  function read() {
    const raw = address.read(location.hash.slice(1));
    const element = model.byId.get(raw.first) ?? null;
    const tab = !element && views.some((each) => each.id === raw.first) ? raw.first : NETWORK;
    return { ...raw, tab, selected: element ?? model.byId.get(raw.at) ?? null };
  }
  function written(of) {
    const inside = of.tab === NETWORK;
    const id = of.selected?.id ?? "";
    return address.written({ ...of, first: inside ? id || NETWORK : of.tab, at: inside ? "" : id });
  }
  function go(next, replace) {
    const hash = written(next);
    if (location.hash === hash) return;
    try {
      history[replace ? "replaceState" : "pushState"](null, "", hash);
      if (!replace) route();
    } catch {
      location.hash = hash; // a page inside a mail reader may not touch its history
    }
  }
  /* Another state: the same but for some parts. What that hides is no longer chosen. */
  function change(part) {
    const next = { ...state, ...part };
    if (next.selected && !("selected" in part) && !choosing.chosen(next).shown.has(next.selected)) next.selected = null;
    go(next);
  }
  /* Every letter that is typed changes the address, but is no step to go back to. */
  function sought(find) {
    state.find = find;
    go(state, true);
    picture.show(state);
  }
  function choose(element) {
    change({ selected: element, tab: NETWORK });
  }

  function open(name) {
    for (const view of views) view.hidden = view.id !== name;
    for (const tab of tabs) {
      if (tab.hash === "#" + name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
  }
  function route() {
    const before = state;
    state = read();
    open(state.tab);
    const hidden = state.selected && state.tab === NETWORK ? choosing.revealing(state, state.selected) : {};
    if (Object.keys(hidden).length) {
      state = { ...state, ...hidden };
      go(state, true);
    }
    state.view = choosing.chosen(state);
    state.path = state.selected && model.path(state.selected);
    state.stopped = whatIf.stopped(state);
    state.lost = whatIf.lost(state.stopped);
    state.told = whatIf.summed(state.stopped, state.lost);
    Object.defineProperty(state, "hits", { get: () => search.hits });
    show(before);
  }
  function show(before) {
    const { selected } = state;
    filters.show(state);
    whatIf.show(state);
    search.show(state);
    matrix.show(state);
    marking.show(state);
    details.show(selected, state, change);
    if (!before && state.stopped.size) panels.open("whatif");
    else if (selected !== (before?.selected ?? null)) panels.follow(selected);
    picture.show(state);
    saving.show();
    if (state.tab === NETWORK && !started) {
      started = true; // only now does the picture have a size
      zoom(null);
    }
    if (selected && selected !== before?.selected) picture.reveal(selected);
  }
  function zoom(direction) {
    scaled(picture.zoom(direction));
  }
  function scaled(percent) {
    at("scale").textContent = fill(model.words.zoom, { percent });
  }

  // what the picture asks for

  function unfolded(theme) {
    return choosing.large ? { open: [theme.id] } : { closed: state.closed.filter((id) => id !== theme.id) };
  }
  picture.onSelect = (element) => {
    if (state.view.folded.has(element)) change({ ...unfolded(element), selected: element, tab: NETWORK });
    else choose(element === state.selected ? null : element);
  };
  picture.onFocus = (element) => {
    change({ selected: element, focus: state.focus === element.id ? "" : element.id });
    picture.focus(element);
  };
  picture.onEnter = (element) => {
    if (element === state.selected) picture.onFocus(element);
    else picture.onSelect(element);
    picture.focus(element);
  };
  picture.onZoom = zoom;
  picture.onScale = scaled;
  const zooms = { larger: 1, smaller: -1, fit: 0, whole: "whole" };
  for (const [id, direction] of Object.entries(zooms)) at(id)?.addEventListener("click", () => zoom(direction));

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const inside = link.closest(".panel"); // asked before the details make way for others
    const { first } = address.read(link.hash.slice(1));
    const element = model.byId.get(first);
    change(element ? { selected: element, tab: NETWORK } : { tab: views.some((each) => each.id === first) ? first : NETWORK });
    if (!element) document.querySelector(".view:not([hidden]) h2").focus();
    else if (inside) details.heading.focus();
    else picture.focus(element);
  });

  function close() {
    const last = state.selected;
    choose(null);
    panels.open("details", true);
    if (last) picture.focus(last);
  }
  at("close").addEventListener("click", close);
  for (const part of [at("picture"), at("details-panel")]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || (!state.selected && !state.focus)) return;
      if (state.focus && part.id === "picture") change({ focus: "" });
      else close();
    });
  }

  window.addEventListener("popstate", route);
  window.addEventListener("hashchange", route);
  route();
}
