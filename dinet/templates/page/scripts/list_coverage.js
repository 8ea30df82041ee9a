/* The coverage of a large network: how many goals and targets have efforts, and which do not. */
import { listWords, lists, makeCount, makeLine, makeNumberedReference } from "./list_pieces.js";
import { makePiece } from "./list_pieces.js";
import { makeShape, startCapital } from "./making.js";
import { model } from "./page_model.js";
import { GRADE_NAMES } from "./stopping.js";

/** @param {string} grade */
function makeKey(grade) {
  return makePiece("span", { class: `key ${grade}` });
}
/** @param {(Node | string)[][]} lines */
function makeItems(lines) {
  const items = lines.map((line) => makePiece("li", {}, line));
  return makePiece("ul", { class: "list" }, items);
}
function makeSharesHead() {
  const numbers = GRADE_NAMES.map((grade, at) => {
    const name = startCapital(model.grades[at]);
    return makePiece("th", { scope: "col", class: "number" }, makeKey(grade), name);
  });
  const theme = makePiece("th", { scope: "col" }, listWords.theme);
  const share = makePiece("th", { scope: "col", class: "share" }, listWords.share);
  return makePiece("thead", {}, makePiece("tr", {}, theme, share, numbers));
}
/** @param {Node | string} title @param {number[]} tally how many have each grade */
function makeTallyRow(title, tally) {
  const numbers = tally.map((count, at) => {
    const column = startCapital(model.grades[at]);
    return makePiece("td", { class: "number", "data-column": column }, String(count));
  });
  const name = makePiece("th", { scope: "row" }, title);
  return makePiece("tr", {}, name, makePiece("td", { class: "share" }, makeBar(tally)), numbers);
}
/** @param {number[]} tally */
function makeBar(tally) {
  const total = tally.reduce((sum, count) => sum + count, 0);
  if (!total) return "";
  let x = 0;
  const shares = GRADE_NAMES.map((grade, at) => {
    const share = makeShape("rect", { class: grade, x, width: tally[at], height: 1 });
    x += tally[at];
    return share;
  });
  const view = { viewBox: `0 0 ${total} 1`, preserveAspectRatio: "none" };
  return makeShape("svg", { class: "bar", ...view, "aria-hidden": "true" }, ...shares);
}
/** @param {string} heading @param {0 | 1} at of its tally: that of targets, or of goals */
function makeTallies(heading, at) {
  const { total, themes } = lists.coverage;
  const rows = themes.map(([theme, ...tallies]) => {
    const title = theme === null ? listWords.without_theme : makeLine(theme);
    return makeTallyRow(title, tallies[at]);
  });
  return makePiece(
    "table",
    { class: "covered" },
    makePiece("caption", {}, makePiece("h3", {}, heading)),
    makeSharesHead(),
    makePiece("tbody", {}, rows),
    makePiece("tfoot", {}, makeTallyRow(listWords.total, total[at])),
  );
}
/**
 * The goals and targets of a grade; what has efforts of its own is folded.
 * @param {string} grade
 * @param {number} at its number, the best first
 */
function makeGraded(grade, at) {
  const found = ["target", "goal"].flatMap((kind) =>
    model.elements.filter((each) => each.kind === kind && each.grade === model.grades[at]),
  );
  const lines = found.map((element) => [makeLine(element.number)]);
  const none = makePiece("p", { class: "nothing" }, listWords.none_graded);
  const name = startCapital(model.grades[at]);
  const title = makePiece("h3", {}, makeKey(grade), name, " ", makeCount(found));
  const body = found.length ? makeItems(lines) : none;
  const node = makePiece("details", { class: "grade" }, makePiece("summary", {}, title), body);
  node.open = at > 0;
  return node;
}
/**
 * A target that misses an effort under one of its goals.
 * @param {[number, number, boolean]} remark a target, a goal, whether it has efforts elsewhere
 */
function makeRemark([target, goal, through]) {
  /** @type {Record<string, number>} */
  const blanks = { "{target}": target, "{goal}": goal };
  const words = through ? listWords.through_other : listWords.at_all;
  const parts = words.split(/(\{\w+\})/);
  return parts.map((part) => (part in blanks ? makeNumberedReference(blanks[part]) : part));
}
function makeMissed() {
  const { remarks } = lists.coverage;
  if (!remarks.length) return [];
  const title = makePiece("h3", {}, listWords.missed, " ", makeCount(remarks));
  return [makePiece("section", { class: "grade" }, title, makeItems(remarks.map(makeRemark)))];
}

export function makeCoverage() {
  const isTwice = lists.coverage.themes.length > 1;
  const graded = GRADE_NAMES.map(makeGraded).reverse(); // the worst first
  return [
    makePiece("p", { class: "lead" }, listWords.grades),
    makeTallies(listWords.targets, 0),
    makeTallies(listWords.goals, 1),
    ...(isTwice ? [makePiece("p", { class: "small" }, listWords.twice)] : []),
    ...graded,
    ...makeMissed(),
  ];
}
