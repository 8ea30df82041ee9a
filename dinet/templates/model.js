"use strict";

/* The network as the page knows it: elements with their links, and what hangs on what. Texts are only ever shown as text. */
const model = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const supporting = new Set(["contributes_to", "measures", "part_of"]);
  const elements = data.elements;
  for (const element of elements) {
    element.serves = [];
    element.servedBy = [];
    element.findings = [];
  }
  const byId = new Map(elements.map((element) => [element.id, element]));

  for (const [start, end, kind, basis, ...places] of data.links) {
    const [name, forth, back] = data.linkKinds[kind];
    const link = {
      start: elements[start],
      end: elements[end],
      forth,
      back,
      supports: supporting.has(name),
      basis: data.bases[basis],
      places: places.map((number) => data.places[number]),
    };
    link.start.serves.push(link);
    link.end.servedBy.push(link);
  }
  for (const [severity, level, code, sentence, ids] of data.findings) {
    for (const id of new Set(ids)) byId.get(id)?.findings.push({ severity, level, code, sentence });
  }

  function reach(from, next) {
    const found = new Set();
    const todo = [from];
    while (todo.length) {
      for (const other of next(todo.pop())) {
        if (!found.has(other)) {
          found.add(other);
          todo.push(other);
        }
      }
    }
    return found;
  }
  const above = (element) => element.serves.filter((link) => link.supports).map((link) => link.end);
  const below = (element) => element.servedBy.filter((link) => link.supports).map((link) => link.start);

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  }
  function haystack(element) {
    const lists = ["wordings", "sources", "owners", "joint_with", "partners"].flatMap((name) => element[name] ?? []);
    return plain([element.id, element.text, element.title, element.group, element.phase, ...lists].filter(Boolean).join("\n"));
  }

  return {
    elements,
    byId,
    words: data.words,
    kinds: data.kinds,
    textLang: data.textLang === data.lang ? "" : data.textLang,
    places: (element) => (element.places ?? []).map((number) => data.places[number]),
    themes: (element) => elements.filter((each) => each.kind === "theme" && reach(element, above).has(each)),
    under: (element) => new Set([element, ...reach(element, below)]),

    /* Everything that an element serves and that serves it, and whether a link lies on the way. */
    path(element) {
      const up = new Set([element, ...reach(element, above)]);
      const down = new Set([element, ...reach(element, below)]);
      return {
        holds: (other) => up.has(other) || down.has(other),
        joins: (start, end) => (up.has(start) && up.has(end)) || (down.has(start) && down.has(end)),
      };
    },

    search(words) {
      const parts = plain(words).split(/\s+/).filter(Boolean);
      if (!parts.length) return [];
      return elements.filter((element) => {
        element.haystack ??= haystack(element);
        return parts.every((part) => element.haystack.includes(part));
      });
    },
  };
})();

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}
