/* Two elements that look alike, and whether a person says that they are one. */
import { makeButton, makeNode, makeText } from "./making.js";
import { APART, SAME } from "./settling_form.js";
import { makeCode, nameQuestion } from "./settling_item.js";
/** @import { NetworkElement, SettlingItem, SettlingQuestion, SettlingTools } from "./types.d.ts" */

/** @param {NetworkElement} element */
function makePairLine(element) {
  return makeNode("p", "entry", makeCode(element), " ", makeText(element.text));
}

/**
 * @param {SettlingQuestion} question
 * @param {Pick<SettlingTools, "words" | "toggle">} tools
 * @returns {SettlingItem}
 */
export function makePair(question, { words, toggle }) {
  const buttons = [SAME, APART].map((verdict) => {
    const button = makeButton(words[verdict], () => toggle(question, verdict));
    button.setAttribute("aria-label", `${words[verdict]}: ${nameQuestion(question)}`);
    return { verdict, button };
  });
  const actions = makeNode("p", "actions", ...buttons.map(({ button }) => button));
  const node = makeNode("div", "settle-pair", ...question.about.map(makePairLine), actions);

  function showChoices() {
    for (const { verdict, button } of buttons) {
      button.setAttribute("aria-pressed", String(question.ids.includes(verdict)));
    }
    node.classList.toggle("is-settled", question.ids.length > 0);
  }
  showChoices();
  return { question, node, showChoices };
}
