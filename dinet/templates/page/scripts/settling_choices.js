/* What was chosen in this page of what the document leaves open; kept while the page is open. */
import { readPair, readVerdict, SAME } from "./settling_form.js";
/** @import { NetworkElement, Settled, SettlingData, SettlingQuestion } from "./types.d.ts" */

/**
 * @param {SettlingData} data
 * @param {NetworkElement[]} elements
 */
export function createSettled(data, elements) {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const aims = data.aims.map((number) => elements[number]);
  /** @type {SettlingQuestion[]} */
  const questions = data.questions.map(([list, key, numbers], number) => ({
    ...{ number, list, key },
    about: numbers.map((each) => elements[each]),
    ids: readAnswer(list, key),
  }));
  const groups = questions.filter(({ list }) => list === "groepen");
  const pairs = questions.filter(({ list }) => list === SAME);
  const links = questions.filter(({ list }) => list !== SAME);
  const all = new Set(links.flatMap(({ about }) => about));
  /** @type {Settled[]} */
  const past = [];
  let saved = tellAll();

  /** @param {string} list @param {string} key */
  function readAnswer(list, key) {
    if (list === SAME) return readVerdict(data.answers, readPair(key));
    const members = data.answers[list];
    const isFields = members && typeof members === "object" && !Array.isArray(members);
    const answer = isFields ? members[key] : null;
    const ids = [answer ?? []].flat();
    return ids.filter((id) => typeof id === "string");
  }
  function tellAll() {
    return JSON.stringify(questions.map(({ ids }) => ids));
  }
  /**
   * What an answer may name: a strategic goal for a goal, a goal for a target, any for an effort.
   * @param {SettlingQuestion} question
   */
  function listAims({ list, about }) {
    const others = aims.filter((aim) => !about.includes(aim));
    if (list === "doelen") return others.filter(({ level }) => level === "strategic");
    return list === "smart-doelen" ? others.filter(({ kind }) => kind === "goal") : others;
  }
  /** The question on one element alone. @param {NetworkElement} element */
  function findQuestion(element) {
    return links.find(({ list, about }) => list !== "groepen" && about.includes(element));
  }
  /** @param {NetworkElement} element */
  function findGroup(element) {
    return groups.find(({ about }) => about.includes(element));
  }
  /** @param {SettlingQuestion} question @param {string[]} ids */
  function settle(question, ids) {
    past.push({ question, ids: question.ids });
    question.ids = ids;
  }
  /** Takes the last choice back; what it was about. */
  function undo() {
    const last = past.pop();
    if (last) last.question.ids = last.ids;
    return last?.question;
  }
  function countSettled() {
    const linked = links.filter(({ ids }) => ids.length).flatMap(({ about }) => about);
    return { count: new Set(linked).size, total: all.size };
  }
  function countJudged() {
    return { count: pairs.filter(({ ids }) => ids.length).length, total: pairs.length };
  }
  /** How often an aim was chosen, for so many elements. @param {string} id */
  function countFor(id) {
    const chosen = links.filter(({ ids }) => ids.includes(id)).flatMap(({ about }) => about);
    return new Set(chosen).size;
  }

  return {
    questions,
    pairs,
    byId,
    aims,
    listAims,
    findQuestion,
    findGroup,
    settle,
    undo,
    canUndo: () => past.length > 0,
    countSettled,
    countJudged,
    countFor,
    isSaved: () => saved === tellAll(),
    keepSaved() {
      saved = tellAll();
    },
  };
}
