"use strict";

/* The page as a whole: which view is open and which element is chosen. Both stand in the address and nowhere else. */
(() => {
  document.documentElement.classList.add("lively"); // from here on the window has its shape
  const views = [...document.querySelectorAll(".view")];
  const tabs = [...document.querySelectorAll(".tabs a")];
  const state = { selected: null, path: null, hits: [], hit: -1, hidden: new Set() };
  const picture = makePicture(document.getElementById("picture"));
  const tools = makeTools(picture, state, () => picture.show(state), choose);
  let started = false;

  function open(name) {
    for (const view of views) view.hidden = view.id !== name;
    for (const tab of tabs) {
      if (tab.hash === "#" + name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    if (name === "view-network" && !started) {
      started = true; // only now does the picture have a size
      tools.start();
    }
  }

  function select(element) {
    state.selected = element;
    state.path = element && model.path(element);
    details.show(element);
    if (element) tools.unhide(element);
    picture.show(state);
  }

  function chosen() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  function route() {
    const name = chosen();
    const element = model.byId.get(name) ?? null;
    const view = !element && views.some((each) => each.id === name) ? name : "view-network";
    open(view);
    if (view === "view-network" && element !== state.selected) select(element);
    if (element) picture.reveal(element);
  }

  function go(hash) {
    if (location.hash === hash) return;
    try {
      history.pushState(null, "", hash);
      route();
    } catch {
      location.hash = hash; // a page inside a mail reader may not touch its history
    }
  }

  function choose(element) {
    go(element ? "#" + encodeURIComponent(element.id) : "#view-network");
  }

  picture.onSelect = (element) => choose(element === state.selected ? null : element);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const inside = link.closest("#details"); // asked before the details make way for others
    go(link.getAttribute("href"));
    const element = model.byId.get(chosen());
    if (!element) document.querySelector(".view:not([hidden]) h2").focus();
    else if (inside) details.heading.focus();
    else picture.focus(element);
  });

  function close() {
    const last = state.selected;
    choose(null);
    if (last) picture.focus(last);
  }
  details.closer.addEventListener("click", close);
  for (const part of [document.getElementById("picture"), details.panel]) {
    part.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && state.selected) close();
    });
  }

  window.addEventListener("popstate", route);
  window.addEventListener("hashchange", route);
  route();
})();
