"use strict";

const MANY = 1000; // with more elements than this the picture begins with its first theme

/* Search, filters and zoom above and below the picture. */
function makeTools(picture, state, changed, choose) {
  const { words } = model;
  const at = (id) => document.getElementById(id);
  const kinds = [...document.querySelectorAll('input[name="kind"]')];
  const search = at("search");
  const theme = at("theme");
  const found = at("found");

  function filter() {
    const shown = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    const chosen = theme?.value ? model.under(model.byId.get(theme.value)) : null;
    const seen = (element) =>
      shown.has(element.kind) && (!chosen || chosen.has(element)) && (!found?.checked || element.findings.length > 0);
    state.hidden = new Set(model.elements.filter((element) => !seen(element)));
    const count = model.elements.length - state.hidden.size;
    at("shown").textContent = state.hidden.size ? fill(words.shown, { count, total: model.elements.length }) : "";
    look();
    if (theme?.value) picture.reveal(model.byId.get(theme.value));
  }

  function look() {
    state.hits = model.search(search.value);
    state.hit = -1;
    at("hits").textContent = search.value.trim() ? counted(state.hits.length) : "";
    at("previous").disabled = at("next").disabled = !state.hits.length;
    changed();
  }

  function counted(count) {
    if (!count) return words.no_hits;
    return count === 1 ? words.one_hit : fill(words.hits, { count });
  }

  function go(direction) {
    const count = state.hits.length;
    if (!count) return;
    state.hit = state.hit < 0 && direction < 0 ? count - 1 : (state.hit + direction + count) % count;
    at("hits").textContent = fill(words.hit_of, { number: state.hit + 1, count });
    choose(state.hits[state.hit]);
  }

  function zoom(direction) {
    at("scale").textContent = fill(words.zoom, { percent: picture.zoom(direction) });
  }

  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
  });
  at("next").addEventListener("click", () => go(1));
  at("previous").addEventListener("click", () => go(-1));
  for (const control of [...kinds, theme, found]) control?.addEventListener("change", filter);
  at("larger").addEventListener("click", () => zoom(1));
  at("smaller").addEventListener("click", () => zoom(-1));
  at("fit").addEventListener("click", () => zoom(0));

  return {
    start() {
      if (model.elements.length > MANY && theme) theme.selectedIndex = 1;
      filter();
      zoom(null);
    },
    /* Makes an element visible that a filter hides. */
    unhide(element) {
      if (!state.hidden.has(element)) return;
      for (const box of kinds) box.checked = true;
      if (theme?.value) theme.value = model.themes(element)[0]?.id ?? "";
      if (found) found.checked = false;
      filter();
    },
  };
}
