import { fill, model } from "./model.js";

/* The search field: counts what it finds, and goes to the next and the last. */
export function makeSearch(sought, choose) {
  const { words: said } = model;
  const at = (id) => document.getElementById(id);
  const field = at("search");
  const search = {
    hits: [],
    /* What the address says is sought. */
    show({ find }) {
      if (field.value === find) return;
      field.value = find;
      look();
    },
  };
  let hit = -1;

  function counted(count) {
    if (!count) return said.no_hits;
    return count === 1 ? said.one_hit : fill(said.hits, { count });
  }
  function look() {
    search.hits = model.search(field.value);
    hit = -1;
    at("hits").textContent = field.value.trim() ? counted(search.hits.length) : "";
    at("previous").disabled = at("next").disabled = !search.hits.length;
  }
  function typed() {
    look();
    sought(field.value);
  }
  function go(direction) {
    const count = search.hits.length;
    if (!count) return;
    hit = hit < 0 && direction < 0 ? count - 1 : (hit + direction + count) % count;
    at("hits").textContent = fill(said.hit_of, { number: hit + 1, count });
    choose(search.hits[hit]);
  }

  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape" && field.value) {
      field.value = "";
      typed();
    }
  });
  at("next").addEventListener("click", () => go(1));
  at("previous").addEventListener("click", () => go(-1));
  at("previous").disabled = at("next").disabled = true;
  return search;
}
