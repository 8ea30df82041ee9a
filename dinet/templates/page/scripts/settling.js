/* Settles in the page what its document leaves open: which goal something serves. */
import { findPart, makeNode } from "./making.js";
import { fillBlanks, groupThousands } from "./model.js";
import { model } from "./page_model.js";
import { createSettled } from "./settling_choices.js";
import { SAME } from "./settling_form.js";
import { nameQuestion } from "./settling_names.js";
import { makePair } from "./settling_pair.js";
import { createFormSaving } from "./settling_saving.js";
/** @import { NetworkElement, SettlingItem, SettlingQuestion } from "./types.d.ts" */
/** @import { SettlingTools } from "./types.d.ts" */

const LIST_TITLES = Object.freeze({
  groepen: "by_group",
  inspanningen: "by_effort",
  "smart-doelen": "by_target",
  doelen: "by_goal",
});

/** @typedef {typeof import("./settling_item.js").makeItem} MakeItem */
/** @typedef {typeof import("./settling_dragging.js").startDragging} StartDragging */

/**
 * @param {{makeItem: MakeItem, startDragging: StartDragging}} [linking] where links are asked for
 */
export function startSettling(linking) {
  const data = model.data.settling;
  if (!data) return;
  const { words } = data;
  const choices = createSettled(data, model.elements);
  const list = findPart("settle-list", HTMLElement);
  const said = findPart("settle-said", HTMLElement);
  const undoButton = findPart("settle-undo", HTMLButtonElement);
  const saveButton = findPart("settle-save", HTMLButtonElement);
  const panelDetails = findPart("details", HTMLElement);
  /** @type {SettlingTools} */
  const tools = { choices, words, toggle, settleOn };
  const saving = createFormSaving(data, tools, tell, showAgain);
  /** @type {Set<SettlingItem>} */
  const items = new Set();

  /** @param {string} told */
  function tell(told) {
    said.textContent = told;
  }
  /** @param {SettlingQuestion} question @param {string} place */
  function addItem(question, place) {
    const isPair = question.list === SAME;
    const item = isPair ? makePair(question, tools) : linking?.makeItem(question, tools, place);
    if (!item) return makeNode("div", "");
    items.add(item);
    return item.node;
  }
  function showAll() {
    for (const item of items) {
      if (item.node.isConnected) item.showChoices();
      else items.delete(item);
    }
    showCounts();
  }
  function showCounts() {
    const counts = choices.countSettled();
    const judged = choices.countJudged();
    const told = [counts.total && fillBlanks(words.told, counts)];
    told.push(judged.total && fillBlanks(words.told_pairs, judged));
    findPart("settle-told", HTMLElement).textContent = told.filter(Boolean).join(", ");
    const [count, total] = [counts.count + judged.count, counts.total + judged.total];
    findPart("settle-count", HTMLElement).textContent =
      `${groupThousands(count)}/${groupThousands(total)}`;
    undoButton.disabled = !choices.canUndo();
    for (const tile of document.querySelectorAll(/** @type {"a"} */ ("#tiles .tile"))) {
      const many = choices.countFor(tile.dataset.aim ?? "");
      if (many) tile.dataset.settled = `+${many}`;
      else delete tile.dataset.settled;
    }
  }
  /** @param {SettlingQuestion} question */
  function showAgain(question) {
    showAll();
    saving.save(question);
  }
  /** @param {SettlingQuestion} question @param {string} id */
  function toggle(question, id) {
    const isChosen = question.ids.includes(id);
    const isPair = question.list === SAME;
    const others = isPair ? [] : question.ids.filter((each) => each !== id);
    choices.settle(question, isChosen ? others : [...others, id]);
    showAgain(question);
    const name = nameQuestion(question);
    const [off, on] = isPair ? ["unjudged", "judged"] : ["dropped", "added"];
    const told = fillBlanks(words[isChosen ? off : on], { name, aim: id, verdict: words[id] });
    tell(saving.isLive() ? told : `${told} ${words.unsaved}`);
  }
  /** @param {SettlingQuestion} question @param {string} id */
  function settleOn(question, id) {
    if (!question.ids.includes(id)) toggle(question, id);
  }
  function takeBack() {
    const question = choices.undo();
    if (!question) return;
    showAgain(question);
    tell(words.undone);
    if (undoButton.disabled) findPart("heading-settle", HTMLElement).focus();
  }

  // the list

  /** @param {SettlingQuestion} group */
  function makeGroup(group) {
    const own = group.about.map((element) => choices.findQuestion(element));
    const nodes = own.filter((each) => each !== undefined).map((each) => addItem(each, "settle"));
    const title = fillBlanks(words.each, { count: nodes.length });
    const inside = makeNode("details", "", makeNode("summary", "", title), ...nodes);
    const node = addItem(group, "settle");
    const texts = group.about.map(({ id }) => id).join(" ");
    node.firstElementChild?.append(makeNode("span", "evidence", texts));
    return makeNode("div", "settle-group", node, nodes.length ? inside : null);
  }
  function makeList() {
    const grouped = new Set(choices.questions.flatMap((each) => findGrouped(each)));
    for (const [name, title] of Object.entries(LIST_TITLES)) {
      const asked = choices.questions.filter((each) => each.list === name && !grouped.has(each));
      if (!asked.length) continue;
      const isGroup = name === "groepen";
      const nodes = asked.map((each) => (isGroup ? makeGroup(each) : addItem(each, "settle")));
      list.append(makeNode("h4", "", words[title]), ...nodes);
    }
    if (!choices.pairs.length) return;
    const pairs = choices.pairs.map((each) => addItem(each, "settle"));
    list.append(makeNode("h4", "", words.pairs), ...pairs);
  }
  /** @param {SettlingQuestion} question */
  function findGrouped({ list: name, about }) {
    if (name !== "groepen") return [];
    return about.flatMap((element) => choices.findQuestion(element) ?? []);
  }

  // beside the rest of the page

  panelDetails.addEventListener("told", (event) => {
    if (!(event instanceof CustomEvent)) return;
    /** @type {NetworkElement} */
    const element = event.detail;
    const question = choices.findQuestion(element);
    const actions = panelDetails.querySelector(".actions");
    for (const pair of choices.pairs.filter(({ about }) => about.includes(element))) {
      actions?.after(makeNode("h4", "", words.pairs), addItem(pair, "settle-here"));
    }
    if (question) actions?.after(makeDetail(question));
  });
  /** @param {SettlingQuestion} question */
  function makeDetail(question) {
    const node = addItem(question, "settle-here");
    node.firstElementChild?.remove(); // what it is stands above it
    return makeNode("div", "", makeNode("h4", "", words.serves), node);
  }
  function followWatch() {
    if (!saving.isLive()) return;
    saveButton.hidden = true;
    findPart("settle-after", HTMLElement).hidden = true;
  }

  findPart("settle-open", HTMLInputElement).addEventListener("change", (event) => {
    const isOn = event.target instanceof HTMLInputElement && event.target.checked;
    list.classList.toggle("only-open", isOn);
  });
  undoButton.addEventListener("click", takeBack);
  saveButton.addEventListener("click", saving.download);
  document.addEventListener("DOMContentLoaded", followWatch);
  makeList();
  linking?.startDragging(tools);
  showAll();
}
