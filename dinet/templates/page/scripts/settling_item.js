/* One thing to settle, as it stands in the panel or in the details of its element. */
import { makeButton, makeNode, makeText } from "./making.js";
import { fillBlanks } from "./model.js";
import { makeChooser } from "./settling_chooser.js";
import { makeCode, nameQuestion } from "./settling_names.js";
/** @import { SettlingItem, SettlingQuestion, SettlingTools } from "./types.d.ts" */

/**
 * @param {SettlingQuestion} question
 * @param {SettlingTools} tools
 * @param {string} place where it stands: the same question may stand in two places
 * @returns {SettlingItem}
 */
export function makeItem(question, tools, place) {
  const { choices, words } = tools;
  const id = `${place}-${question.number}`;
  const name = nameQuestion(question);
  const chosen = makeNode("ul", "settled");
  const room = makeNode("div", "");
  const choose = makeButton(words.choose, openChooser);
  choose.id = `${id}-choose`;
  choose.setAttribute("aria-label", fillBlanks(words.choose_for, { name }));
  choose.setAttribute("aria-expanded", "false");
  const node = makeNode("div", "settle-item", makeHead(), chosen, choose, room);
  node.dataset.settle = String(question.number);
  node.draggable = true;
  /** @type {ReturnType<typeof makeChooser> | null} */
  let chooser = null;

  function makeHead() {
    const [first] = question.about;
    const isGroup = question.list === "groepen";
    if (isGroup) return makeNode("p", "entry", makeNode("b", "", makeText(name)));
    return makeNode("p", "entry", makeCode(first), " ", makeText(first.text));
  }
  /** @param {string} aimId */
  function makeChosen(aimId) {
    const aim = choices.byId.get(aimId);
    const drop = makeButton("×", () => {
      tools.toggle(question, aimId);
      choose.focus();
    });
    drop.setAttribute("aria-label", fillBlanks(words.drop, { name, aim: aimId }));
    const told = aim ? [makeCode(aim), " ", makeText(aim.title ?? aim.text)] : [aimId];
    const mark = makeNode("span", "settle-sign", "→ ");
    mark.setAttribute("aria-hidden", "true");
    return makeNode("li", "", mark, makeNode("span", "entry", ...told), drop);
  }
  /** @param {string[]} ids */
  function makeInherited(ids) {
    const group = question.list === "inspanningen" ? choices.findGroup(question.about[0]) : null;
    if (!group || !group.ids.length) return [];
    const by = fillBlanks(words.through_group, { group: group.key });
    const told = group.ids.filter((each) => !ids.includes(each)).join(", ");
    return told ? [makeNode("li", "small", `→ ${told} (${by})`)] : [];
  }
  function showChoices() {
    const { ids } = question;
    chosen.replaceChildren(...ids.map(makeChosen), ...makeInherited(ids));
    node.classList.toggle("is-settled", chosen.childElementCount > 0);
    chooser?.showMarks();
  }
  function closeChooser() {
    chooser = null;
    room.replaceChildren();
    choose.setAttribute("aria-expanded", "false");
    choose.focus();
    document.dispatchEvent(new Event("settled"));
  }
  function openChooser() {
    if (chooser) return closeChooser();
    chooser = makeChooser({
      ...{ id, question, name, words, close: closeChooser },
      aims: choices.listAims(question),
      toggle: (aim) => tools.toggle(question, aim.id),
    });
    room.replaceChildren(chooser.node);
    choose.setAttribute("aria-expanded", "true");
    chooser.field.focus();
    chooser.node.scrollIntoView({ block: "nearest" });
  }

  showChoices();
  return { question, node, showChoices };
}
