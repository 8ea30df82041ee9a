/* The coverage of a large network: how many goals and targets have efforts, and which do not. */
import { listWords, lists, makeCount, makeLine, makeNumberedReference } from "./list_pieces.js";
import { makeOwnText, makePiece } from "./list_pieces.js";
import { startCapital } from "./making.js";
import { model } from "./page_model.js";
import { makeGradeBar } from "./sift_coverage.js";
import { GRADE, GRADE_NAMES } from "./stopping.js";
import { groupThousands } from "./model.js";

/** The tallies of a large network, in their order: that of targets, and of goals. */
const PARTS = ["target", "goal"];

/** @param {number} grade */
function makeKey(grade) {
  return makePiece("span", { class: `key ${GRADE_NAMES[grade]}` });
}
/** @param {(Node | string)[][]} lines */
function makeItems(lines) {
  const items = lines.map((line) => makePiece("li", {}, line));
  return makePiece("ul", { class: "list" }, items);
}
/** @param {number} at the number of the tally */
function nameGrades(at) {
  const names = model.gradeNames[PARTS[at]];
  return lists.coverage.columns[at].map((grade) => ({ grade, name: startCapital(names[grade]) }));
}
/** @param {number} at the number of the tally */
function makeSharesHead(at) {
  const numbers = nameGrades(at).map(({ grade, name }) =>
    makePiece(
      "th",
      { scope: "col", class: "number", "data-grade": GRADE_NAMES[grade] },
      makeKey(grade),
      name,
    ),
  );
  const theme = makePiece("th", { scope: "col" }, listWords.theme);
  const share = makePiece("th", { scope: "col", class: "share" }, listWords.share);
  return makePiece("thead", {}, makePiece("tr", {}, theme, share, numbers));
}
/**
 * @param {string} theme the id of a theme, or "*" for all
 * @param {Node | string} title
 * @param {number[]} tally how many have each grade
 * @param {number} at the number of the tally
 */
function makeTallyRow(theme, title, tally, at) {
  const numbers = nameGrades(at).map(({ grade, name }) =>
    makePiece("td", { class: "number", "data-column": name }, groupThousands(tally[grade])),
  );
  const name = makePiece("th", { scope: "row" }, title);
  const share = makePiece("td", { class: "share" }, makeGradeBar("bar", tally));
  return makePiece("tr", { "data-theme": theme }, name, share, numbers);
}
/** @param {string} heading @param {0 | 1} at of its tally: that of targets, or of goals */
function makeTallies(heading, at) {
  const { total, themes, meanings } = lists.coverage;
  if (!total[at].some(Boolean)) return [];
  const rows = themes.map(([theme, ...tallies]) => {
    const title = theme === null ? listWords.without_theme : makeLine(theme);
    const id = theme === null ? "" : model.elements[theme].id;
    return makeTallyRow(id, title, tallies[at], at);
  });
  const table = makePiece(
    "table",
    { class: "covered", "data-kind": PARTS[at] },
    makePiece("caption", {}, makePiece("h3", {}, heading)),
    makeSharesHead(at),
    makePiece("tbody", {}, rows),
    makePiece("tfoot", {}, makeTallyRow("*", listWords.total, total[at], at)),
  );
  const terms = meanings[at].map(([name, meaning]) =>
    makePiece("div", {}, makePiece("dt", {}, startCapital(name)), makePiece("dd", {}, meaning)),
  );
  return [table, makePiece("dl", { class: "meanings" }, terms)];
}
/**
 * The goals or targets of a grade; what has efforts of its own is folded.
 * @param {number} grade
 * @param {string} heading
 * @param {0 | 1} at the number of the tally
 */
function makeGraded(grade, heading, at) {
  const name = model.gradeNames[PARTS[at]][grade];
  const number = model.grades.indexOf(name);
  const found = model.elements.filter((each) => each.kind === PARTS[at] && each.grade === number);
  const lines = found.map((element) => {
    const proof = lists.coverage.proofs[element.number];
    const evidence = proof ? [" ", makePiece("span", { class: "evidence" }, proof)] : [];
    return [makeLine(element.number), ...evidence];
  });
  const none = makePiece("p", { class: "nothing" }, listWords.none_graded);
  const title = makePiece("h3", {}, makeKey(grade), `${heading}: ${name} `, makeCount(found));
  const body = found.length ? makeItems(lines) : none;
  const about = { class: "grade", "data-kind": PARTS[at], "data-grade": GRADE_NAMES[grade] };
  const node = makePiece("details", about, makePiece("summary", {}, title), body);
  node.open = grade !== GRADE.direct;
  return node;
}
/** @param {string} heading @param {0 | 1} at the number of the tally */
function makeGrades(heading, at) {
  const { total, columns } = lists.coverage;
  if (!total[at].some(Boolean)) return [];
  // the worst first
  return columns[at].map((grade) => makeGraded(grade, heading, at)).reverse();
}
/**
 * A target that misses an effort under one of its goals.
 * @param {[number, number, number]} remark a target, a goal, and the grade that it has there
 */
function makeRemark([target, goal, grade]) {
  /** @type {Record<string, Node | string>} */
  const blanks = {
    "{target}": makeNumberedReference(target),
    "{goal}": makeNumberedReference(goal),
    "{grade}": model.gradeNames.target[grade],
  };
  const parts = listWords.target_under.split(/(\{\w+\})/);
  const { title, text } = model.elements[target];
  const named = makePiece("span", { class: "evidence" }, makeOwnText(title ?? text));
  return [...parts.map((part) => blanks[part] ?? part), " ", named];
}
function makeMissed() {
  const { remarks } = lists.coverage;
  if (!remarks.length) return [];
  const title = makePiece("h3", {}, listWords.missed, " ", makeCount(remarks));
  return [makePiece("section", { class: "grade" }, title, makeItems(remarks.map(makeRemark)))];
}

/** The tallies and then each grade, one after the other. @returns {Generator<Node, void>} */
export function* makeCoverage() {
  yield* makeTallies(listWords.targets, 0);
  yield* makeTallies(listWords.goals, 1);
  if (lists.coverage.themes.length > 1) yield makePiece("p", { class: "small" }, listWords.twice);
  yield* makeGrades(listWords.targets, 0);
  yield* makeGrades(listWords.goals, 1);
  yield* makeMissed();
}
