import { model } from "./model.js";

/* What the filters, the focus and the folded themes leave of the network. */
export const choosing = (() => {
  const MANY = 1000; // with more elements than this themes begin folded
  const TOO_MANY = 5000; // more than this nobody reads as boxes: they become a map
  const large = model.elements.length > MANY;

  /** What a filter asks of an element; an element without an answer never passes it. */
  const GROUPS = {
    kind: (element) => [element.kind],
    level: (element) => (element.level ? [element.level] : []),
    owner: (element) => element.owners ?? [],
    phase: model.phases,
    source: (element) => element.sources ?? [],
    finding: (element) => element.findings.map((each) => each.code),
    grade: (element) => (element.grade ? [String(model.grades.indexOf(element.grade))] : []),
  };
  const names = {
    kind: (value) => model.manyKinds[value],
    level: (value) => model.levels[value],
    grade: (value) => model.grades[value],
    finding: (value) => value,
  };

  /* The filters that this network has: for each its values with what they are called and how many elements have them. */
  function groups() {
    return Object.entries(GROUPS).flatMap(([name, ask]) => {
      const counts = new Map();
      for (const element of model.elements) for (const value of new Set(ask(element))) counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts].map(([value, count]) => ({ value, count, words: names[name]?.(value) ?? value, ours: name in names }));
      if (name === "grade") values.sort((a, b) => a.value - b.value);
      return values.length ? [{ name, values }] : [];
    });
  }

  const isClosed = (state) => (large ? (theme) => !state.open.includes(theme.id) : (theme) => state.closed.includes(theme.id));
  const active = (state) => Object.keys(GROUPS).filter((name) => state[name].length);
  const named = (id) => (id ? model.byId.get(id) : undefined);

  // folded themes

  /* Takes what stands in folded themes only out of what is shown; gives for each of these themes how many of each kind. */
  function folded(state, shown) {
    const found = new Map();
    const closed = isClosed(state);
    for (const element of [...shown]) {
      const homes = model.homes().get(element).filter((theme) => theme !== element);
      if (element.kind === "theme" && closed(element)) found.set(element, found.get(element) ?? new Map());
      else if (homes.length && homes.every(closed)) {
        shown.delete(element);
        for (const theme of homes) found.set(theme, more(found.get(theme), element.kind));
      }
    }
    return found;
  }
  function more(counts = new Map(), kind = "") {
    return counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  function told(counts) {
    const said = ([kind, count]) => `${count} ${(count === 1 ? model.kinds : model.manyKinds)[kind]}`;
    return "▸ " + [...counts].map(said).join(", ");
  }
  /* One who asked for a part sees it unfolded, as long as it can be read. */
  function folds(state, shown) {
    return !state.theme && !state.focus && !(large && active(state).length && shown.size <= MANY);
  }

  // filters

  /* What fits the filters, and what is shown besides because it hangs together with that. */
  function fitting(state) {
    const [theme, focus] = [named(state.theme), named(state.focus)];
    const inside = [theme && model.under(theme), focus && model.around(focus)].filter(Boolean);
    const fits = (name, element) => GROUPS[name](element).some((value) => state[name].includes(value));
    const ofKind = (element) => !state.kind.length || fits("kind", element);
    const base = model.elements.filter((each) => inside.every((set) => set.has(each)) && ofKind(each));
    const narrow = active(state).filter((name) => name !== "kind");
    if (!narrow.length) return { core: base, shown: new Set(base) };
    const core = base.filter((each) => narrow.every((name) => fits(name, each)));
    const hanging = state.alone ? new Set() : model.hanging(core);
    return { core, shown: new Set([...core, ...base.filter((each) => hanging.has(each))]) };
  }
  const asked = (state) => Boolean(named(state.theme) || named(state.focus) || active(state).length);

  /** What is shown of the network: of this `faint` only goes with what fits; `folded` says what is in folded themes. */
  function chosen(state) {
    const { core, shown } = fitting(state);
    const faint = new Set(shown);
    for (const each of core) faint.delete(each);
    const counts = folds(state, shown) ? folded(state, shown) : new Map();
    const numbers = (some) => [...some].map((each) => each.number).join(" ");
    const begins = model.elements.length > TOO_MANY && !asked(state) && !state.open.length;
    return {
      key: `${numbers(shown)}|${numbers(counts.keys())}`,
      shown,
      faint,
      theme: named(state.theme) ?? null,
      whole: shown.size === model.elements.length,
      crowd: begins || shown.size > TOO_MANY,
      folded: new Map([...counts].map(([each, count]) => [each, told(count)])),
      fitting: core.length,
      filtered: asked(state),
    };
  }

  // what hides an element, undone: the least of it that helps

  function revealing(state, element) {
    const homes = model.homes().get(element);
    const open = large ? { open: homes.slice(0, 1).map((theme) => theme.id) } : { closed: state.closed.filter((id) => !homes.some((theme) => theme.id === id)) };
    const cleared = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, []]));
    const theme = { theme: homes[0]?.id ?? "", focus: "" };
    const tries = [{}, open, { ...open, focus: "" }, { ...open, ...theme }, { ...open, ...cleared, focus: "" }, { ...open, ...cleared, ...theme }];
    const seen = (part) => {
      const view = chosen({ ...state, ...part });
      return view.shown.has(element) && !view.crowd;
    };
    return tries.find(seen) ?? tries.at(-1);
  }

  return { groups, chosen, revealing, isClosed, large, filters: Object.keys(GROUPS) };
})();
