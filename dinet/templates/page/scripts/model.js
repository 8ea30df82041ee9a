import { makeStopping } from "./stopping.js";

/* The network as the page knows it: elements with their links, and what hangs on what. Texts are only ever shown as text. */
export const model = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const supporting = new Set(["contributes_to", "measures", "part_of"]);
  const elements = data.elements;
  elements.forEach((element, number) => Object.assign(element, { number, serves: [], servedBy: [], findings: [] }));
  const byId = new Map(elements.map((element) => [element.id, element]));
  const carrying = [];

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
    if (link.supports) carrying.push([start, end]);
  }
  for (const [severity, level, code, sentence, ids] of data.findings) {
    for (const id of new Set(ids)) byId.get(id)?.findings.push({ severity, level, code, sentence });
  }

  function reach(from, next) {
    const found = new Set();
    const todo = [from].flat();
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
  const beside = (element) => [...element.serves.map((link) => link.end), ...element.servedBy.map((link) => link.start)];

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  }
  function haystack(element) {
    const lists = ["wordings", "sources", "owners", "joint_with", "partners"].flatMap((name) => element[name] ?? []);
    return plain([element.id, element.text, element.title, element.group, element.phase, ...lists].filter(Boolean).join("\n"));
  }
  function phases(element) {
    return [...new Set([element.phase, ...(element.planning ?? []).map(([, phase]) => phase)].filter(Boolean))];
  }

  let themes = null;
  /* For every element all themes that it serves in the end. */
  function homes() {
    if (themes) return themes;
    themes = new Map(elements.map((element) => [element, []]));
    for (const theme of elements) {
      if (theme.kind === "theme") for (const each of new Set([theme, ...reach(theme, below)])) themes.get(each).push(theme);
    }
    return themes;
  }
  let stopping = null;

  return {
    data,
    elements,
    byId,
    words: data.words,
    kinds: data.kinds,
    manyKinds: data.manyKinds,
    levels: data.levels,
    grades: data.grades,
    textLang: data.textLang === data.lang ? "" : data.textLang,
    places: (element) => (element.places ?? []).map((number) => data.places[number]),
    homes,
    phases,
    plain,
    themes: (element) => homes().get(element).filter((theme) => theme !== element),
    under: (element) => new Set([element, ...reach(element, below)]),
    get stopping() {
      stopping ??= makeStopping(elements.map((element) => element.kind), carrying);
      return stopping;
    },

    /* Everything that an element serves and that serves it, and whether a link lies on the way. */
    path(element) {
      const up = new Set([element, ...reach(element, above)]);
      const down = new Set([element, ...reach(element, below)]);
      return {
        all: new Set([...up, ...down]),
        holds: (other) => up.has(other) || down.has(other),
        joins: (start, end) => (up.has(start) && up.has(end)) || (down.has(start) && down.has(end)),
      };
    },

    /* Everything that some elements serve, and everything that serves them. */
    hanging: (some) => new Set([...reach(some, above), ...reach(some, below)]),

    /* An element with everything that is at most two links away from it. */
    around(element) {
      const near = new Set([element, ...beside(element)]);
      return new Set([...near, ...[...near].flatMap(beside)]);
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

export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}
