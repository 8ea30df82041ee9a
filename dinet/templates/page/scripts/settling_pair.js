/* Two elements that look alike, and whether a person says that they are one. */
import { makeButton, makeNode, makeText } from "./making.js";
import { APART, readPair, SAME } from "./settling_form.js";
import { makeCode, nameQuestion } from "./settling_names.js";
/** @import { SettlingItem, SettlingQuestion, SettlingTools } from "./types.d.ts" */

/**
 * What looks alike: two elements, or two texts, which may be those of one element.
 * @param {SettlingQuestion} question
 */
function makePairLines({ key, about }) {
  const isOfTexts = key.startsWith("[");
  const texts = isOfTexts ? readPair(key) : about.map(({ text }) => text);
  return texts.map((text, at) =>
    makeNode("p", "entry", makeCode(about[at] ?? about[0]), " ", makeText(text)),
  );
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
  const isOne = question.about.length < 2;
  const told = isOne ? makeNode("p", "small", words.read_as_one) : null;
  const node = makeNode("div", "settle-pair", ...makePairLines(question), told, actions);

  function showChoices() {
    for (const { verdict, button } of buttons) {
      button.setAttribute("aria-pressed", String(question.ids.includes(verdict)));
    }
    node.classList.toggle("is-settled", question.ids.length > 0);
  }
  showChoices();
  return { question, node, showChoices };
}
