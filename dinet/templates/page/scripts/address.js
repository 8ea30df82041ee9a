/* The state of the page as its address, and back: `#S7?stop=I1,I2`. What a reader shares is all
   there is. */
/** @import { AddressLists, AddressState, AddressWords } from "./types.d.ts" */

/**
 * The parts of an address that are lists of words, in their order in it.
 * @type {(keyof AddressLists)[]}
 */
const ADDRESS_LISTS = [
  "kind",
  "level",
  "owner",
  "phase",
  "source",
  "finding",
  "grade",
  "stop",
  "noowner",
  "nosource",
  "closed",
  "open",
  "way",
];
/** @type {(keyof AddressWords)[]} */
const ADDRESS_WORDS = [
  "theme",
  "focus",
  "alone",
  "find",
  "matrix",
  "tiles",
  "at",
  "only",
  "bare",
  "show",
];

/**
 * The state that an address tells.
 * @param {string} hash what stands behind the #; what cannot be understood is left out
 * @returns {AddressState}
 */
export function readAddress(hash) {
  const [first, query = ""] = hash.split("?", 2);
  const state = createEmptyState(decodeWord(first));
  for (const part of query.split("&")) {
    const [name, value = ""] = part.split("=", 2);
    const list = ADDRESS_LISTS.find((each) => each === name);
    const single = ADDRESS_WORDS.find((each) => each === name);
    if (name === "scenario" || name === "kept") state[name].push(value);
    else if (list) state[list] = [...new Set(value.split(",").map(decodeWord))];
    else if (single) state[single] = decodeWord(value);
  }
  return state;
}

/**
 * The address of a state; the shortest that says it.
 * @param {AddressState} state
 */
export function writeAddress(state) {
  const lists = ADDRESS_LISTS.filter((name) => state[name].length);
  const singles = ADDRESS_WORDS.filter((name) => state[name]);
  const parts = [
    ...lists.map((name) => `${name}=${state[name].map(encodeWord).join(",")}`),
    ...singles.map((name) => `${name}=${encodeWord(state[name])}`),
    ...state.scenario.map((written) => `scenario=${written}`),
    ...state.kept.map((written) => `kept=${written}`),
  ];
  const query = parts.length ? "?" + parts.join("&") : "";
  return "#" + encodeWord(state.first) + query;
}

/**
 * A word as it may stand in an address.
 * @param {string} word half a character in it becomes a mark, since no address can hold it
 */
export function encodeWord(word) {
  const whole = word.isWellFormed?.() === false ? word.toWellFormed?.() : word;
  return encodeURIComponent(whole ?? word);
}

/** @param {string} word */
export function decodeWord(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return "";
  }
}

/** @param {string} first @returns {AddressState} */
function createEmptyState(first) {
  const places = { matrix: "", tiles: "", at: "" };
  const looks = { bare: "", show: "" };
  const words = { ...places, ...looks, theme: "", focus: "", alone: "", find: "", only: "" };
  const filters = { kind: [], level: [], owner: [], phase: [], source: [], finding: [], grade: [] };
  const switched = { stop: [], noowner: [], nosource: [], scenario: [], kept: [] };
  return { first, ...words, ...filters, ...switched, closed: [], open: [], way: [] };
}
