/* What-ifs with names, beside each other: each goal with what it was and becomes. What hangs on one
   effort is where one begins. */
import { gradeAfter, gradeBefore } from "./fates.js";
import {
  makeButton,
  makeEntry,
  makeHeadCell,
  makeNode,
  makeReference,
  makeText,
  startCapital,
} from "./making.js";
import { createMadeView } from "./made_view.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
import { readScenario, writeScenario } from "./scenario.js";
import { GRADE } from "./stopping.js";
import { branches } from "./tree.js";
/** @import { Scenario } from "./scenario.js" */
/** @import { Change, Fate, NetworkElement, PageState } from "./types.d.ts" */

/** Of more goals only those are shown of which something changes. */
const MOST_UNCHANGED = 40;
/** So many letters of an effort stand above a column: two lines. */
const MOST_LETTERS = 48;

/** @typedef {Scenario & Fate & {written: string}} Followed a scenario with what follows from it */

/** @param {NetworkElement} element */
function makeShort({ title, text }) {
  const words = title ?? text;
  const cut = words.slice(0, MOST_LETTERS).trimEnd() + "…";
  return makeText(words.length > MOST_LETTERS ? cut : words);
}
/** @param {NetworkElement} element @param {Fate} fate */
function tellBecomes(element, fate) {
  if (fate.stopped.has(element)) return model.words.fate_stopped;
  const names = model.gradeNames[element.kind];
  const grades = [gradeBefore(element), gradeAfter(element, fate)];
  return [...new Set(grades.map((grade) => names[grade]))].join(" → ");
}
/** @param {NetworkElement} element @param {Fate} fate */
function isHit(element, { stopped, lost }) {
  return stopped.has(element) || lost.has(element);
}

/**
 * @param {Change} change
 * @param {(asked: Scenario) => Fate} followUp
 */
export function createScenarios(change, followUp) {
  const { words } = model;

  /** @param {PageState} state @param {Scenario} scenario */
  function keepScenario(state, scenario) {
    const others = state.scenario.filter((each) => readScenario(each).name !== scenario.name);
    change({ scenario: [...others, writeScenario(scenario)] });
  }
  /** @param {PageState} state */
  function makeKeeping(state) {
    const { stop, noowner, nosource } = state;
    if (!state.stopped.size) return makeNode("p", "lead", words.scenario_lead);
    const input = makeNode("input", "");
    input.setAttribute("aria-label", words.scenario_name);
    input.placeholder = words.scenario_name;
    const off = [...stop, ...noowner, ...nosource];
    const usual = fillBlanks(words.without, { code: off.slice(0, 3).join(", ") });
    const keep = makeButton(words.scenario_keep, () => {
      const name = input.value.trim() || usual;
      keepScenario(state, { name, stop, noowner, nosource });
    });
    return makeNode("p", "actions", input, keep);
  }
  /** @param {PageState} state @param {Followed} scenario */
  function makeHead(state, { name, stop, noowner, nosource, written }) {
    const off = stop.map((id) => model.byId.get(id)).filter((element) => element !== undefined);
    const codes = off.map((element) => makeNode("li", "", makeEntry(element, makeShort(element))));
    const others = [...noowner, ...nosource].map((each) => makeNode("li", "", makeText(each)));
    const show = makeButton(words.scenario_show, () => change({ stop, noowner, nosource }));
    const left = state.scenario.filter((each) => each !== written);
    const drop = makeButton("✕", () => change({ scenario: left }));
    drop.setAttribute("aria-label", fillBlanks(words.scenario_drop, { name }));
    const list = makeNode("ul", "list", ...codes, ...others);
    const actions = makeNode("span", "actions", show, drop);
    return makeHeadCell("col", "", makeNode("b", "", name), actions, list);
  }
  /** @param {string} kind @param {NetworkElement[]} kept @param {Followed[]} all */
  function makeSum(kind, kept, all) {
    const some = kept.filter((element) => element.kind === kind);
    if (!some.length) return null;
    const before = some.filter((each) => gradeBefore(each) === GRADE.none).length;
    const cells = all.map((fate) => {
      const after = some.filter((each) => gradeAfter(each, fate) === GRADE.none).length;
      return makeNode("td", "", makeNode("b", "", [...new Set([before, after])].join(" → ")));
    });
    const kinds = startCapital(model.manyKinds[kind]);
    const title = fillBlanks(words.without_effort, { kind: kinds });
    return makeNode("tr", "", makeHeadCell("row", "", title), ...cells);
  }
  /** @param {NetworkElement} element @param {Followed[]} all */
  function makeRow(element, all) {
    const cells = all.map((fate) => {
      const sign = isHit(element, fate) ? "hit" : "";
      return makeNode("td", sign, tellBecomes(element, fate));
    });
    const isSame = !all.some((fate) => isHit(element, fate));
    const head = makeHeadCell("row", "", makeEntry(element));
    return makeNode("tr", isSame ? "stays" : "", head, ...cells);
  }
  /** On paper what stays as it is takes one line. @param {NetworkElement[]} some
   * @param {Followed[]} all */
  function makeSame(some, { length }) {
    if (!some.length) return null;
    const codes = some.map(makeReference);
    const cell = makeNode("td", "", makeNode("span", "refs", ...codes));
    cell.colSpan = length;
    return makeNode("tr", "stays-all", makeHeadCell("row", "", words.same_in_all), cell);
  }
  /** @param {PageState} state */
  function makeComparison(state) {
    if (!state.scenario.length) return null;
    const all = state.scenario.map((written) => {
      const scenario = readScenario(written);
      return { ...scenario, ...followUp(scenario), written };
    });
    const kept = model.elements.filter((each) => state.view.kept.has(each));
    const goals = kept.filter((each) => each.kind === "goal");
    const isShort = goals.length <= MOST_UNCHANGED;
    const rows = kept.filter((element) => {
      const isAlways = element.kind === "goal" && isShort;
      return (
        element.kind in model.gradeNames && (isAlways || all.some((each) => isHit(element, each)))
      );
    });
    const heads = all.map((scenario) => makeHead(state, scenario));
    const first = makeHeadCell("col", "", words.was_becomes);
    const sums = ["goal", "target"].map((kind) => makeSum(kind, kept, all));
    const same = rows.filter((element) => !all.some((fate) => isHit(element, fate)));
    const lines = rows.map((element) => makeRow(element, all));
    const body = makeNode("tbody", "", ...sums, ...lines, makeSame(same, all));
    const caption = makeNode("caption", "unseen", words.scenarios_view);
    const head = makeNode("thead", "", makeNode("tr", "", first, ...heads));
    const table = makeNode("table", "compared", caption, head, body);
    return table;
  }
  /** What hangs on one effort. @param {PageState} state */
  function makeFragile(state) {
    const kept = model.elements.filter((element) => state.view.kept.has(element));
    const items = kept.flatMap((element) => {
      const effort = branches.findLoneEffort(element);
      if (!effort) return [];
      const name = fillBlanks(words.without, { code: effort.id });
      const button = makeButton(name, () =>
        keepScenario(state, { name, stop: [effort.id], noowner: [], nosource: [] }),
      );
      return [makeNode("li", "", makeEntry(element), makeEntry(effort), button)];
    });
    const title = makeNode(
      "h3",
      "",
      words.fragile,
      " ",
      makeNode("span", "many", `${items.length}`),
    );
    const list = makeNode("ul", "list", ...items);
    return makeNode("section", "fragile-list", title, items.length ? list : words.none_fragile);
  }
  return createMadeView("scenarios", (state) => [
    makeKeeping(state),
    makeComparison(state),
    makeFragile(state),
  ]);
}
