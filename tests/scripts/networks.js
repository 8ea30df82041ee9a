/* Networks for tests: small ones in a few words, and many of any shape. */
import { createModel } from "../../dinet/templates/page/scripts/model.js";
import { GRADE_NAMES } from "../../dinet/templates/page/scripts/stopping.js";
/** @import { AddressState, ElementData } from "../../dinet/templates/page/scripts/types.d.ts" */
/** @import { PageData } from "../../dinet/templates/page/scripts/types.d.ts" */

/** @type {[string, string, string, number][]} */
const LINK_KINDS = [
  ["contributes_to", "contributes to", "is served by", 1],
  ["measures", "measures", "is measured by", 1],
  ["part_of", "part of", "consists of", 1],
  ["depends_on", "depends on", "is needed by", 0],
];
export const AIMS = ["goal", "target", "benefit"];
/** @type {Record<string, string>} */
const KIND_OF = { P: "programme", T: "theme", D: "goal", B: "benefit", S: "target", I: "effort" };

/**
 * What a page would be told of a network.
 * @param {(string | Partial<ElementData> & {id: string})[]} elements ids, whose first letter tells
 *   the kind, or an id with more facts
 * @param {string[]} links as `I1 > S1`, or `I1 > S1 depends_on`
 * @param {Partial<PageData>} more
 * @returns {PageData}
 */
export function describeNetwork(elements, links = [], more = {}) {
  const facts = elements.map((each) => (typeof each === "string" ? { id: each } : each));
  const whole = facts.map((each) => ({ kind: KIND_OF[each.id[0]], text: each.id, ...each }));
  const numbers = new Map(whole.map(({ id }, number) => [id, number]));
  const rows = links.map((link) => {
    const [start, , end, kind = "contributes_to"] = link.split(" ");
    const at = LINK_KINDS.findIndex(([name]) => name === kind);
    return [numbers.get(start) ?? -1, numbers.get(end) ?? -1, at, 0, 0];
  });
  const names = Object.fromEntries(Object.values(KIND_OF).map((kind) => [kind, kind]));
  const manyNames = Object.fromEntries(Object.values(KIND_OF).map((kind) => [kind, `${kind}s`]));
  return {
    lang: "nl",
    textLang: "nl",
    words: {},
    kinds: names,
    manyKinds: manyNames,
    levels: { strategic: "strategic" },
    grades: ["direct", "own_target", "through_goal", "none"],
    gradeNames: { goal: GRADE_NAMES, target: GRADE_NAMES },
    aims: AIMS,
    linkKinds: LINK_KINDS,
    bases: ["stated in the document", "inferred"],
    weakBases: [1],
    elements: whole,
    links: rows,
    places: ["plan.docx, table 1"],
    findings: [],
    ...more,
  };
}

/** @param {Parameters<typeof describeNetwork>} about */
export function makeModel(...about) {
  return createModel(describeNetwork(...about));
}

/**
 * The state of a page on which nothing was chosen.
 * @param {Partial<AddressState>} part
 * @returns {AddressState}
 */
export function makeState(part = {}) {
  const places = { first: "", at: "", matrix: "", tiles: "", bare: "", show: "" };
  const words = { ...places, theme: "", focus: "", alone: "", find: "", only: "" };
  const filters = { kind: [], level: [], owner: [], phase: [], source: [], finding: [], grade: [] };
  return {
    ...words,
    ...filters,
    stop: [],
    way: [],
    noowner: [],
    nosource: [],
    scenario: [],
    kept: [],
    closed: [],
    open: [],
    ...part,
  };
}

/**
 * Chances that are the same every time.
 * @param {number} seed
 */
export function createChance(seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  /** @param {number} below */
  const number = (below) => Math.floor(next() * below);
  return {
    next,
    number,
    /** @template T @param {T[]} values */
    choose: (values) => values[number(values.length)],
    /** @template T @param {T[]} values @param {number} share */
    some: (values, share) => values.filter(() => next() < share),
  };
}

/**
 * A network of any shape, with cycles, links to oneself and several links between a pair.
 * @param {ReturnType<typeof createChance>} chance
 * @param {number} most
 */
export function makeAnyModel(chance, most = 24) {
  const letters = ["P", "T", "T", "D", "D", "B", "S", "S", "I", "I", "I"];
  const size = 1 + chance.number(most);
  const elements = Array.from({ length: size }, (_, at) => {
    const text = "werk aan de buurt ".repeat(1 + chance.number(12));
    return { id: `${chance.choose(letters)}${at}`, text, owners: chance.some(["A", "B"], 0.4) };
  });
  const links = Array.from({ length: chance.number(3 * size) }, () => {
    const [start, end] = [chance.choose(elements), chance.choose(elements)];
    return `${start.id} > ${end.id} ${chance.choose(LINK_KINDS)[0]}`;
  });
  return makeModel(elements, links);
}

/** @param {Iterable<{id: string}>} elements */
export function listIds(elements) {
  return [...elements].map(({ id }) => id);
}
