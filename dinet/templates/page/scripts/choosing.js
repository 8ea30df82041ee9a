/* What the filters, the focus and the folded themes leave of the network. */
import { groupThousands } from "./model.js";
/** @import { Model } from "./model.js" */
/** @import { AddressState, Asked, FilterName, NetworkElement, View } from "./types.d.ts" */

/** With more elements than this themes begin folded, unless the page says otherwise. */
const MOST_UNFOLDED = 1000;
/** More elements than this nobody reads as boxes: they become a map. */
const MOST_AS_BOXES = 5000;
/** So many views are kept: of one step, and of the step before it. */
const MOST_VIEWS = 4;

/**
 * @param {Model} model
 * @param {number} mostUnfolded With more elements than this themes begin folded.
 */
export function createChoosing(model, mostUnfolded = MOST_UNFOLDED) {
  const isLarge = model.elements.length > mostUnfolded;

  /**
   * What a filter asks of an element; an element without an answer never passes it.
   * @type {Record<FilterName, (element: NetworkElement) => string[]>}
   */
  const FILTERS = {
    kind: (element) => [element.kind],
    level: (element) => (element.level ? [element.level] : []),
    owner: (element) => element.owners ?? [],
    phase: model.listPhases,
    source: (element) => element.sources ?? [],
    finding: (element) => element.findings.map((finding) => finding.code),
    grade: (element) => (element.grade === undefined ? [] : [String(element.grade)]),
  };
  const filterNames = /** @type {FilterName[]} */ (Object.keys(FILTERS));
  /** @type {Partial<Record<FilterName, (value: string) => string>>} */
  const NAMES = {
    kind: (value) => model.manyKinds[value],
    level: (value) => model.levels[value],
    grade: (value) => model.grades[Number(value)],
    finding: (value) => tellRule(value),
  };
  /** @param {string} code */
  function tellRule(code) {
    const about = model.data.rules?.[code];
    return about ? `${about} (${code})` : code;
  }

  /** The filters that this network has: for each its values, and how many elements have them. */
  function listFilters() {
    return filterNames
      .map((name) => ({ name, values: listValues(name) }))
      .filter(({ values }) => values.length);
  }
  /** @param {FilterName} name */
  function listValues(name) {
    const tellName = NAMES[name];
    const values = countNames(model.elements, FILTERS[name]).map(([value, count]) => ({
      value,
      count,
      words: tellName?.(value) ?? value,
      ours: Boolean(tellName),
    }));
    if (name === "grade") values.sort((a, b) => Number(a.value) - Number(b.value));
    return values;
  }

  /**
   * Whether a theme is folded.
   * @param {AddressState} state
   * @param {NetworkElement} theme
   */
  function isFolded(state, theme) {
    return isLarge ? !state.open.includes(theme.id) : state.closed.includes(theme.id);
  }
  /**
   * What makes a theme folded, or unfolded when it is folded.
   * @param {AddressState} state
   * @param {NetworkElement} theme
   */
  function toggleFold(state, theme) {
    const name = isLarge ? "open" : "closed";
    const others = state[name].filter((id) => id !== theme.id);
    return { [name]: others.length < state[name].length ? others : [...others, theme.id] };
  }
  /**
   * What unfolds a theme; of a large network that is then the only one.
   * @param {AddressState} state
   * @param {NetworkElement[]} themes
   */
  function unfoldThemes(state, themes) {
    if (isLarge) return { open: themes.slice(0, 1).map((theme) => theme.id) };
    return { closed: state.closed.filter((id) => !themes.some((theme) => theme.id === id)) };
  }

  /** @param {AddressState} state */
  function listActive(state) {
    return filterNames.filter((name) => state[name].length);
  }
  /**
   * What is asked for, in words, each with what no longer asks for it.
   * @param {AddressState} state
   * @returns {Asked[]}
   */
  function listAsked(state) {
    const [theme, focus] = [model.byId.get(state.theme), model.byId.get(state.focus)];
    const named = listActive(state).flatMap((name) =>
      state[name].map((value) => {
        const others = state[name].filter((other) => other !== value);
        const words = NAMES[name]?.(value) ?? value;
        return { name: `filter_${name}`, words, isOurs: name in NAMES, undone: { [name]: others } };
      }),
    );
    /** @param {NetworkElement} element */
    const tell = ({ id, title, text }) => `${id} ${title ?? text}`;
    const themed = theme && { name: "theme", words: tell(theme), undone: { theme: "" } };
    const near = focus && { name: "focus_on", words: tell(focus), undone: { focus: "" } };
    return [themed, near, ...named].flatMap((asked) => asked || []);
  }
  /** @param {AddressState} state */
  function isAsked(state) {
    const isNamed = model.byId.has(state.theme) || model.byId.has(state.focus);
    return isNamed || Boolean(state.only) || listActive(state).length > 0;
  }

  // folded themes

  /**
   * Takes what stands in folded themes only out of what is shown; gives for each of these themes
   * how many of each kind.
   * @param {AddressState} state
   * @param {Set<NetworkElement>} shown
   */
  function foldThemes(state, shown) {
    /** @type {Map<NetworkElement, Map<string, number>>} */
    const folded = new Map();
    for (const element of [...shown]) {
      const themes = model.findThemes(element);
      if (element.kind === "theme" && isFolded(state, element)) {
        folded.set(element, folded.get(element) ?? new Map());
      } else if (themes.length && themes.every((theme) => isFolded(state, theme))) {
        shown.delete(element);
        for (const theme of themes) {
          const counts = folded.get(theme) ?? new Map();
          folded.set(theme, counts.set(element.kind, (counts.get(element.kind) ?? 0) + 1));
        }
      }
    }
    return folded;
  }
  /** @param {Map<string, number>} counts */
  function tellFolded(counts) {
    const parts = [...counts].map(([kind, count]) => {
      const names = count === 1 ? model.kinds : model.manyKinds;
      return `${groupThousands(count)} ${names[kind]}`;
    });
    return "▸ " + parts.join(", ");
  }
  /**
   * One who asked for a part sees it unfolded, as long as it can be read.
   * @param {AddressState} state
   * @param {Set<NetworkElement>} shown
   */
  function hasFolds(state, shown) {
    const isFiltered = listActive(state).length > 0;
    const isReadable = isLarge && isFiltered && shown.size <= mostUnfolded;
    return !state.theme && !state.focus && !state.only && !isReadable;
  }

  // filters

  /**
   * What fits the filters, and what is shown besides because it hangs together with that.
   * @param {AddressState} state
   */
  function filterElements(state) {
    const [theme, focus] = [model.byId.get(state.theme), model.byId.get(state.focus)];
    const way = state.only ? model.findWay(state.way)?.all : undefined;
    const parts = [theme && model.listUnder(theme), focus && model.listAround(focus), way];
    /** @param {FilterName} name @param {NetworkElement} element */
    const passesFilter = (name, element) =>
      FILTERS[name](element).some((value) => state[name].includes(value));
    const base = model.elements.filter(
      (element) =>
        parts.every((part) => !part || part.has(element)) &&
        (!state.kind.length || passesFilter("kind", element)),
    );
    const narrow = listActive(state).filter((name) => name !== "kind");
    if (!narrow.length) return { core: base, shown: new Set(base) };
    const core = base.filter((element) => narrow.every((name) => passesFilter(name, element)));
    const hanging = state.alone ? new Set() : model.listHanging(core);
    return { core, shown: new Set([...core, ...base.filter((each) => hanging.has(each))]) };
  }

  /** The last views, by what they follow from. @type {Map<string, View>} */
  const lastViews = new Map();
  /**
   * As `makeView` makes it: one step of a reader asks for the same view several times.
   * @param {AddressState} state
   */
  function chooseView(state) {
    const { theme, focus, way, only, alone, open, closed } = state;
    const asked = filterNames.map((name) => state[name]);
    const key = JSON.stringify([theme, focus, way, only, alone, open, closed, asked]);
    const view = lastViews.get(key) ?? makeView(state);
    lastViews.delete(key);
    lastViews.set(key, view);
    const [oldest] = lastViews.keys();
    if (lastViews.size > MOST_VIEWS) lastViews.delete(oldest);
    return view;
  }
  /**
   * What is shown of the network: of this `faint` only goes with what fits; `folded` says what is
   * in folded themes. The views that are read know no folds: these show what is `kept`, under what
   * is in the `scope`, which may be of any kind.
   * @param {AddressState} state
   * @returns {View}
   */
  function makeView(state) {
    const { core, shown } = filterElements(state);
    const kept = new Set(shown);
    const scope = state.kind.length ? filterElements({ ...state, kind: [] }).shown : kept;
    const faint = new Set(shown);
    for (const element of core) faint.delete(element);
    const folds = hasFolds(state, shown) ? foldThemes(state, shown) : new Map();
    const hasBegun = isAsked(state) || state.open.length > 0;
    const isCrowd = model.elements.length > MOST_AS_BOXES && !hasBegun;
    return {
      key: `${joinNumbers(shown)}|${joinNumbers(folds.keys())}`,
      shown,
      kept,
      scope,
      faint,
      theme: model.byId.get(state.theme) ?? null,
      whole: shown.size === model.elements.length,
      crowd: isCrowd || shown.size > MOST_AS_BOXES,
      folded: new Map([...folds].map(([theme, counts]) => [theme, tellFolded(counts)])),
      fitting: core.length,
      filtered: isAsked(state),
    };
  }

  /**
   * What hides an element, undone: the least of it that helps.
   * @template {AddressState} T
   * @param {T} state
   * @param {NetworkElement} element
   * @returns {Partial<AddressState>}
   */
  function revealElement(state, element) {
    const homes = model.findHomes(element);
    const open = unfoldThemes(state, homes);
    const cleared = Object.fromEntries(filterNames.map((name) => [name, []]));
    const home = { theme: homes[0]?.id ?? "", focus: "" };
    const tries = [
      {},
      open,
      { ...open, focus: "" },
      { ...open, ...home },
      { ...open, ...cleared, focus: "", only: "" },
      { ...open, ...cleared, ...home, only: "" },
    ];
    const helping = tries.find((part) => {
      const view = chooseView({ ...state, ...part });
      return view.shown.has(element) && !view.crowd;
    });
    return helping ?? tries[tries.length - 1];
  }

  return {
    isLarge,
    filterNames,
    listFilters,
    listAsked,
    chooseView,
    revealElement,
    isFolded,
    toggleFold,
    unfoldThemes,
  };
}

/**
 * How many elements have each of the names that they are asked for, in the order of their first.
 * @param {NetworkElement[]} elements
 * @param {(element: NetworkElement) => string[]} listNames
 */
export function countNames(elements, listNames) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const element of elements) {
    for (const name of new Set(listNames(element))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts];
}

/** @param {Iterable<NetworkElement>} elements */
function joinNumbers(elements) {
  return [...elements].map((element) => element.number).join(" ");
}
