/* The mapping form as text: YAML in which everything that a form said before stays said. Nothing
   here knows of a page. */
/** @import { PlainValue } from "./types.d.ts" */

/** The lists of a form in which links are stated. */
export const LINK_LISTS = ["groepen", "inspanningen", "smart-doelen", "doelen"];
/** The lists in which pairs of elements are stated to be one, or not. */
export const [SAME, APART] = ["zelfde", "niet-zelfde"];
const FORM_HEAD = ["koppeling", "document"];
/** An id that is YAML as it stands. */
const PLAIN_ID = /^[A-Za-z]+[0-9][\w.-]*$/;

/** Ends of lines to YAML, though not to JSON. */
const OTHER_LINE_ENDS = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** A text between quotation marks, as YAML has it. @param {string} text */
function quoteText(text) {
  return JSON.stringify(text).replace(
    OTHER_LINE_ENDS,
    (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"),
  );
}
/** @param {PlainValue} value @returns {string} */
function writeFlow(value) {
  if (value === null) return "";
  if (typeof value === "string") return PLAIN_ID.test(value) ? value : quoteText(value);
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(", ")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${quoteText(key)}: ${writeFlow(member)}`,
  );
  return `{${members.join(", ")}}`;
}
/** @param {string} name @param {PlainValue} value */
function listLines(name, value) {
  const isFields = value !== null && typeof value === "object" && !Array.isArray(value);
  if (!isFields) return [`${name}: ${writeFlow(value)}`];
  const members = Object.entries(value);
  return [
    `${name}:`,
    ...members.map(([key, member]) => `  ${quoteText(key)}: ${writeFlow(member)}`),
  ];
}

/** The two ids, or the two texts, that a pair stands under. @param {string} key */
export function readPair(key) {
  /** @type {string[]} */
  const names = key.startsWith("[") ? JSON.parse(key) : key.split(" ");
  return names;
}
/** The groups of elements that one list of a form states. @param {PlainValue} groups */
function listGroups(groups) {
  return Array.isArray(groups) ? groups.filter((each) => Array.isArray(each)) : [];
}
/** @param {PlainValue[]} group @param {string[]} pair */
function isPair(group, pair) {
  return group.length === pair.length && pair.every((id) => group.includes(id));
}
/**
 * Which list of a form states a pair; none when it is open.
 * @param {Record<string, PlainValue>} answers
 * @param {string[]} pair
 */
export function readVerdict(answers, pair) {
  return [SAME, APART].filter((list) =>
    listGroups(answers[list] ?? null).some((group) => isPair(group, pair)),
  );
}
/**
 * What one list states after what was chosen.
 * @param {string} list
 * @param {PlainValue} before
 * @param {{key: string, ids: string[]}[]} judged
 */
function stateGroups(list, before, judged) {
  const pairs = judged.map(({ key }) => readPair(key));
  const kept = listGroups(before).filter((group) => !pairs.some((pair) => isPair(group, pair)));
  const chosen = judged.filter(({ ids }) => ids.includes(list)).map(({ key }) => readPair(key));
  return [...kept, ...chosen];
}

/**
 * @param {object} form
 * @param {string} form.document its name
 * @param {string[]} form.remarks what stands above it
 * @param {Record<string, PlainValue>} form.answers what it said before
 * @param {{list: string, key: string, ids: string[]}[]} form.choices of all questions
 */
export function writeForm({ document, remarks, answers, choices }) {
  /** @type {Record<string, PlainValue>} */
  const lists = {};
  for (const [name, value] of Object.entries(answers)) {
    if (!FORM_HEAD.includes(name)) lists[name] = value;
  }
  for (const name of LINK_LISTS) {
    const chosen = choices.filter(({ list }) => list === name);
    if (!chosen.length) continue;
    const before = /** @type {Record<string, PlainValue>} */ (lists[name] ?? {});
    lists[name] = { ...before, ...Object.fromEntries(chosen.map(({ key, ids }) => [key, ids])) };
  }
  const judged = choices.filter(({ list }) => list === SAME);
  for (const name of judged.length ? [SAME, APART] : []) {
    const groups = stateGroups(name, lists[name] ?? null, judged);
    if (groups.length) lists[name] = groups;
    else delete lists[name];
  }
  const lines = Object.entries(lists).flatMap(([name, value]) => listLines(name, value));
  return [
    ...remarks.map((remark) => `# ${remark.replace(/\s+/g, " ")}`),
    "koppeling: 1",
    `document: ${quoteText(document)}`,
    ...lines,
    "",
  ].join("\n");
}
