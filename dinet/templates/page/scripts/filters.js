import { makeChoices } from "./choices.js";
import { choosing } from "./choosing.js";
import { fill, model } from "./model.js";

/* The panel of filters, and the choice of a theme above the picture. What they say stands in the address. */
export function makeFilters(change) {
  const said = model.words;
  const at = (id) => document.getElementById(id);
  const theme = at("theme");
  const alone = at("alone");
  const groups = new Map();
  let folding = [];

  for (const { name, values } of choosing.groups()) {
    const group = makeChoices({ name, title: said[`filter_${name}`], values, open: name === "kind" }, (now) => change({ [name]: now }));
    groups.set(name, group);
    at("filter-groups").append(group.node);
  }
  const nothing = Object.fromEntries([...choosing.filters.map((name) => [name, []]), ["theme", ""], ["focus", ""], ["alone", ""]]);
  at("filters-reset").addEventListener("click", () => change(nothing));
  alone.addEventListener("change", () => change({ alone: alone.checked ? "1" : "" }));
  theme?.addEventListener("change", () => change({ theme: theme.value }));
  at("fold")?.addEventListener("click", () => change(folding));

  /* All themes folded when one is open, and else all open; of a large network never more than can be drawn. */
  function fold(state) {
    const ids = model.elements.filter((each) => each.kind === "theme").map((each) => each.id);
    const closed = choosing.isClosed(state);
    const allClosed = ids.every((id) => closed(model.byId.get(id)));
    folding = choosing.large ? { open: allClosed ? ids : [] } : { closed: allClosed ? [] : ids };
    at("fold").textContent = allClosed ? said.unfold_all : said.fold_all;
    at("fold").hidden = Boolean(state.theme || state.focus || state.view.crowd);
  }
  function tell({ shown, filtered, fitting }) {
    const now = filtered ? fill(said.shown, { count: shown.size, total: model.elements.length }) : "";
    if (at("shown").textContent !== now) at("shown").textContent = now;
    at("fitting").textContent = fill(said.fitting, { count: fitting, more: Math.max(0, shown.size - fitting) });
    at("filters-reset").disabled = !filtered;
  }

  return {
    show(state) {
      for (const [name, group] of groups) group.set(state[name]);
      alone.checked = Boolean(state.alone);
      if (theme) theme.value = model.byId.has(state.theme) ? state.theme : "";
      const active = choosing.filters.reduce((sum, name) => sum + state[name].length, 0);
      at("filter-count").textContent = active ? String(active) : "";
      tell(state.view);
      if (at("fold")) fold(state);
    },
  };
}
