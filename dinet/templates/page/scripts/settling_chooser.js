/* A list of goals to choose from, found by typing: opens under what is settled, one at a time. */
import { makeButton, makeNode, makeText, setAttributes } from "./making.js";
import { fillBlanks, simplifyText } from "./model.js";
/** @import { NetworkElement, SettlingQuestion } from "./types.d.ts" */

/** The words that are found in it, as they are searched. @param {NetworkElement} aim */
function gatherAimWords(aim) {
  return simplifyText(`${aim.id} ${aim.title ?? ""} ${aim.text}`);
}

/**
 * @param {object} of
 * @param {string} of.id no other part of the page begins so
 * @param {SettlingQuestion} of.question
 * @param {string} of.name what it is about
 * @param {NetworkElement[]} of.aims
 * @param {Record<string, string>} of.words
 * @param {(aim: NetworkElement) => void} of.toggle
 * @param {() => void} of.close
 */
export function makeChooser({ id, question, name, aims, words, toggle, close }) {
  const field = makeNode("input", "");
  const list = makeNode("div", "settle-options");
  let active = 0;
  /** @type {{aim: NetworkElement, node: HTMLElement}[]} */
  let options = [];

  /** @param {NetworkElement} aim @param {number} at */
  function makeOption(aim, at) {
    const chip = makeNode("span", `chip ${aim.kind}`, aim.id);
    const node = makeNode("div", "option", chip, " ", makeText(aim.title ?? aim.text));
    setAttributes(node, { role: "option", id: `${id}-option-${at}` });
    node.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    node.addEventListener("click", () => take(aim));
    return { aim, node };
  }
  function showOptions() {
    const parts = simplifyText(field.value).split(/\s+/).filter(Boolean);
    const found = aims.filter((aim) => {
      const told = gatherAimWords(aim);
      return parts.every((part) => told.includes(part));
    });
    options = found.map(makeOption);
    const nothing = options.length ? [] : [makeNode("p", "small", words.nothing)];
    list.replaceChildren(...options.map(({ node }) => node));
    said.replaceChildren(...nothing);
    list.hidden = !options.length;
    active = 0;
    showMarks();
  }
  function showMarks() {
    for (const { aim, node } of options) {
      const isChosen = question.ids.includes(aim.id);
      node.setAttribute("aria-selected", String(isChosen));
    }
    options.forEach(({ node }, at) => node.classList.toggle("active", at === active));
    const current = options[active]?.node;
    if (current) field.setAttribute("aria-activedescendant", current.id);
    else field.removeAttribute("aria-activedescendant");
    if (current?.isConnected) scrollList(current);
  }
  /** The list alone: nothing else moves. @param {HTMLElement} node */
  function scrollList(node) {
    const top = node.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    const foot = top + node.offsetHeight - list.clientHeight;
    if (foot > list.scrollTop) list.scrollTop = foot;
  }
  /** @param {NetworkElement | undefined} aim */
  function take(aim) {
    if (!aim) return;
    toggle(aim);
    showMarks();
  }
  /** @param {number} step */
  function moveActive(step) {
    if (!options.length) return;
    active = (active + step + options.length) % options.length;
    showMarks();
  }
  /** @param {KeyboardEvent} event */
  function takeKey(event) {
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => moveActive(1),
      ArrowUp: () => moveActive(-1),
      Enter: () => take(options[active]?.aim),
      Escape: close,
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  const said = makeNode("div", "");
  said.setAttribute("role", "status");
  setAttributes(field, {
    ...{ id: `${id}-field`, type: "text", role: "combobox", "aria-autocomplete": "list" },
    ...{ "aria-expanded": "true", "aria-controls": `${id}-options`, autocomplete: "off" },
    ...{ spellcheck: "false" },
  });
  setAttributes(list, {
    ...{ id: `${id}-options`, role: "listbox", "aria-multiselectable": "true" },
    "aria-label": words.options,
  });
  const label = makeNode("label", "", fillBlanks(words.choose_for, { name }));
  label.htmlFor = field.id;
  field.placeholder = words.find;
  field.addEventListener("input", showOptions);
  field.addEventListener("keydown", takeKey);
  const done = makeButton(words.done, close);
  const node = makeNode("div", "settle-chooser", label, field, list, said, done);
  showOptions();
  return { node, field, showMarks };
}
