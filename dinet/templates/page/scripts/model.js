/* The network as the page knows it: elements with their links, and what hangs on what. Nothing
   here knows of a page, and texts are only ever told as text. */
import { createStopping, GRADE } from "./stopping.js";
/** @import { Link, NetworkElement, PageData, Path } from "./types.d.ts" */

/** Made once: to make it takes as long as hundreds of numbers. */
const numberFormat = new Intl.NumberFormat(globalThis.document?.documentElement.lang || "nl");

/**
 * A number of things with a sign between its thousands, in the language of the page.
 * @param {number} count
 */
export function groupThousands(count) {
  return numberFormat.format(count);
}
/**
 * Words with values in their blanks; a blank without a value stays.
 * @param {string} words
 * @param {Record<string, unknown>} values
 */
export function fillBlanks(words, values) {
  return words.replace(/\{(\w+)\}/g, (blank, name) => {
    const value = values[name] ?? blank;
    return typeof value === "number" ? groupThousands(value) : String(value);
  });
}

/**
 * A text as it is searched: without capitals and accents.
 * @param {string} text
 */
export function simplifyText(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Everything that is reached from some elements by steps; these themselves only when a step leads
 * back to them.
 * @param {Iterable<NetworkElement>} from
 * @param {(element: NetworkElement) => NetworkElement[]} step
 */
function reachElements(from, step) {
  /** @type {Set<NetworkElement>} */
  const reached = new Set();
  const todo = [...from];
  for (let here = todo.pop(); here; here = todo.pop()) {
    for (const other of step(here)) {
      if (reached.has(other)) continue;
      reached.add(other);
      todo.push(other);
    }
  }
  return reached;
}
/** @param {NetworkElement} element */
function listServed(element) {
  return element.serves.filter((link) => link.supports).map((link) => link.end);
}
/** @param {NetworkElement} element */
function listServing(element) {
  return element.servedBy.filter((link) => link.supports).map((link) => link.start);
}
/** @param {NetworkElement} element */
function listNeighbours(element) {
  const served = element.serves.map((link) => link.end);
  return [...served, ...element.servedBy.map((link) => link.start)];
}

/** @param {PageData} data @returns {NetworkElement[]} */
function joinElements(data) {
  const elements = data.elements.map((facts, number) => ({
    ...facts,
    number,
    serves: /** @type {Link[]} */ ([]),
    servedBy: /** @type {Link[]} */ ([]),
    findings: [],
  }));
  for (const [number, [start, end, kind, basis, ...places]] of data.links.entries()) {
    const [, forth, back, supports] = data.linkKinds[kind];
    const link = {
      start: elements[start],
      end: elements[end],
      forth,
      back,
      supports: Boolean(supports),
      basis: data.bases[basis],
      weak: data.weakBases.includes(basis),
      weight: data.weights?.[number],
      places: places.map((place) => data.places[place]),
    };
    link.start.serves.push(link);
    link.end.servedBy.push(link);
  }
  return elements;
}

/** @typedef {ReturnType<typeof createModel>} Model */

/** @param {PageData} data */
export function createModel(data) {
  const elements = joinElements(data);
  const byId = new Map(elements.map((element) => [element.id, element]));
  for (const [severity, level, code, sentence, ids] of data.findings) {
    for (const id of new Set(ids)) byId.get(id)?.findings.push({ severity, level, code, sentence });
  }

  /** @type {Map<NetworkElement, NetworkElement[]> | null} */
  let homes = null;
  /**
   * All themes that an element serves in the end; of a theme also itself.
   * @param {NetworkElement} element
   */
  function findHomes(element) {
    homes ??= gatherHomes();
    return homes.get(element) ?? [];
  }
  function gatherHomes() {
    /** @type {Map<NetworkElement, NetworkElement[]>} */
    const gathered = new Map(elements.map((element) => [element, []]));
    for (const theme of elements) {
      if (theme.kind !== "theme") continue;
      for (const member of listUnder(theme)) gathered.get(member)?.push(theme);
    }
    return gathered;
  }

  /** @param {NetworkElement} element */
  function findThemes(element) {
    return findHomes(element).filter((theme) => theme !== element);
  }
  /** @param {NetworkElement} element */
  function listPhases(element) {
    const phases = [element.phase ?? "", ...(element.planning ?? []).map(([, phase]) => phase)];
    return [...new Set(phases.filter(Boolean))];
  }
  /** @param {NetworkElement} element */
  function listPlaces(element) {
    return (element.places ?? []).map((number) => data.places[number]);
  }

  /**
   * An element with everything that serves it.
   * @param {NetworkElement} element
   */
  function listUnder(element) {
    return new Set([element, ...reachElements([element], listServing)]);
  }
  /**
   * An element with everything that is at most two links away from it.
   * @param {NetworkElement} element
   */
  function listAround(element) {
    const near = new Set([element, ...listNeighbours(element)]);
    return new Set([...near, ...[...near].flatMap(listNeighbours)]);
  }
  /**
   * Everything that some elements serve, and everything that serves them.
   * @param {NetworkElement[]} some
   */
  function listHanging(some) {
    return new Set([...reachElements(some, listServed), ...reachElements(some, listServing)]);
  }
  /**
   * Everything that an element still serves when others have stopped.
   * @param {NetworkElement} element
   * @param {Set<NetworkElement>} stopped
   */
  function listServedBy(element, stopped) {
    return reachElements([element], (here) =>
      listServed(here).filter((served) => !stopped.has(served)),
    );
  }
  /**
   * Everything that an element serves and that serves it, and whether a link lies on the way.
   * @param {NetworkElement} element
   * @returns {Path}
   */
  function findPath(element) {
    const up = new Set([element, ...reachElements([element], listServed)]);
    const down = listUnder(element);
    return {
      all: new Set([...up, ...down]),
      holds: (other) => up.has(other) || down.has(other),
      joins: (start, end) => (up.has(start) && up.has(end)) || (down.has(start) && down.has(end)),
    };
  }

  /**
   * What lies on the ways between two elements: all ways along which one serves the other, or else
   * the shortest chain of links; null when there is none.
   * @param {string[]} ends their ids
   * @returns {Path | null}
   */
  function findWay([from, to]) {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (!start || !end) return null;
    const all = findBetween(start, end) ?? findBetween(end, start) ?? findChain(start, end);
    if (!all) return null;
    /** @param {NetworkElement} other */
    const holds = (other) => all.has(other);
    return { all, holds, joins: (one, other) => holds(one) && holds(other) };
  }
  /** @param {NetworkElement} start @param {NetworkElement} end */
  function findBetween(start, end) {
    const up = new Set([start, ...reachElements([start], listServed)]);
    const down = listUnder(end);
    return up.has(end) ? new Set([...up].filter((element) => down.has(element))) : null;
  }
  /** @param {NetworkElement} start @param {NetworkElement} end */
  function findChain(start, end) {
    /** @type {Map<NetworkElement, NetworkElement | null>} */
    const before = new Map([[start, null]]);
    for (const here of before.keys()) {
      for (const other of listNeighbours(here)) if (!before.has(other)) before.set(other, here);
    }
    if (!before.has(end)) return null;
    const chain = new Set([end]);
    for (let at = before.get(end); at; at = before.get(at)) chain.add(at);
    return chain;
  }

  /** @param {NetworkElement} element */
  function gatherHaystack(element) {
    const { id, text, title, group, phase, wordings, sources, owners } = element;
    const lists = [wordings, sources, owners, element.joint_with, element.partners];
    const words = [id, text, title, group, phase, ...lists.flatMap((list) => list ?? [])];
    return simplifyText(words.filter(Boolean).join("\n"));
  }
  /**
   * The elements in which every word is found, in order; none when there are no words.
   * @param {string} words
   */
  function searchElements(words) {
    const parts = simplifyText(words).split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    return elements.filter((element) => {
      const haystack = (element.haystack ??= gatherHaystack(element));
      return parts.every((part) => haystack.includes(part));
    });
  }

  /**
   * Whether the document does not say which efforts serve an element.
   * @param {NetworkElement} element
   */
  function isUnknown({ kind, grade }) {
    return grade !== undefined && data.grades[grade] === data.gradeNames[kind]?.[GRADE.unknown];
  }

  /** @type {ReturnType<typeof createStopping> | null} */
  let stopping = null;
  /** What is lost when elements stop; made when it is first asked for. */
  function useStopping() {
    stopping ??= createStopping(
      elements.map((element) => element.kind),
      data.links
        .filter(([, , kind]) => data.linkKinds[kind][3])
        .map(([start, end]) => [start, end]),
      data.aims,
      new Set(elements.filter(isUnknown).map((element) => element.number)),
    );
    return stopping;
  }

  return {
    data,
    elements,
    byId,
    words: data.words,
    kinds: data.kinds,
    manyKinds: data.manyKinds,
    levels: data.levels,
    grades: data.grades,
    gradeNames: data.gradeNames,
    textLang: data.textLang === data.lang ? "" : data.textLang,
    findHomes,
    findThemes,
    findPath,
    findWay,
    listPhases,
    listPlaces,
    listUnder,
    listServedBy,
    listAround,
    listHanging,
    searchElements,
    isUnknown,
    useStopping,
  };
}
