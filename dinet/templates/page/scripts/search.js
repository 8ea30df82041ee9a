/* The search field, a combobox: a list of what it finds, also of findings, rules, places, notes and
   filters, each in the view where it stands; and buttons to the next and the last element. */
import { findHits, showMore } from "./finding_hits.js";
import { findPart, makeNode, setAttributes } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { NetworkElement, PageState, SearchActions, SearchHit } from "./types.d.ts" */

/** @param {SearchActions} actions */
export function createSearch(actions) {
  const { words: searchWords } = model;
  const field = findPart("search", HTMLInputElement);
  const list = findPart("found", HTMLElement);
  const hitCount = findPart("hits", HTMLElement);
  const previous = findPart("previous", HTMLButtonElement);
  const next = findPart("next", HTMLButtonElement);
  /** @type {NetworkElement[]} */
  let hits = [];
  let hit = -1;
  /** What can be chosen in the list. @type {{node: HTMLElement, choose: () => void}[]} */
  let options = [];
  let active = -1;

  /** @param {number} count */
  function tellHits(count) {
    if (!count) return searchWords.no_hits;
    return count === 1 ? searchWords.one_hit : fillBlanks(searchWords.hits, { count });
  }
  function findElements() {
    hits = model.searchElements(field.value);
    hit = -1;
    hitCount.textContent = field.value.trim() ? tellHits(hits.length) : "";
    previous.disabled = next.disabled = !hits.length;
  }
  function takeWords() {
    findElements();
    actions.takeSearch(field.value);
    openList();
  }
  /**
   * An element where it stands in the open view; else in the network.
   * @param {NetworkElement} element
   */
  function goToElement(element) {
    /** @type {NodeListOf<HTMLElement>} */
    const chips = document.querySelectorAll(".view:not([hidden]):not(.network) a.chip");
    const isOfIt = [...chips].filter((chip) => chip.textContent === element.id);
    const seen = isOfIt.find((chip) => chip.checkVisibility());
    if (!seen) return actions.chooseElement(element);
    seen.scrollIntoView({ block: "center" });
    seen.focus({ preventScroll: true });
  }
  /** @param {number} direction */
  function goToHit(direction) {
    const count = hits.length;
    if (!count) return;
    hit = hit < 0 && direction < 0 ? count - 1 : (hit + direction + count) % count;
    hitCount.textContent = fillBlanks(searchWords.hit_of, { number: hit + 1, count });
    actions.chooseElement(hits[hit]);
  }

  // the list

  /** @param {SearchHit} found */
  function makeOption({ makeLabel, choose }) {
    const node = makeNode("div", "option", ...makeLabel());
    setAttributes(node, {
      role: "option",
      id: `found-${options.length}`,
      "aria-selected": "false",
    });
    node.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    node.addEventListener("click", () => takeOption(choose));
    options.push({ node, choose });
    return node;
  }
  function openList() {
    closeList();
    if (!field.value.trim()) return;
    const groups = findHits(field.value, hits, { ...actions, chooseElement: goToElement });
    const nodes = groups.map(({ title, found, more }) => {
      const name = makeNode("div", "group-name", title);
      name.setAttribute("aria-hidden", "true");
      const rest = more ? makeNode("div", "small", showMore(more)) : null;
      const group = makeNode("div", "", name, ...found.map(makeOption), rest);
      setAttributes(group, { role: "group", "aria-label": title });
      return group;
    });
    list.replaceChildren(...nodes);
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }
  function closeList() {
    list.hidden = true;
    list.replaceChildren();
    [options, active] = [[], -1];
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  /** @param {() => void} choose */
  function takeOption(choose) {
    closeList();
    choose();
  }
  /** @param {number} step */
  function moveActive(step) {
    if (list.hidden) openList();
    if (!options.length) return;
    const isFirst = active < 0 && step < 0;
    active = isFirst ? options.length - 1 : (active + step + options.length) % options.length;
    options.forEach(({ node }, at) => node.setAttribute("aria-selected", String(at === active)));
    const { node } = options[active];
    field.setAttribute("aria-activedescendant", node.id);
    node.scrollIntoView({ block: "nearest" });
  }
  /** @param {KeyboardEvent} event */
  function takeEnter(event) {
    const option = options[active];
    if (option) return takeOption(option.choose);
    closeList();
    goToHit(event.shiftKey ? -1 : 1);
  }
  /** What Escape does here: closes the list, and then empties the field. */
  function takeEscape() {
    if (!list.hidden) return closeList();
    field.value = "";
    takeWords();
  }
  /** @param {KeyboardEvent} event */
  function takeKey(event) {
    const isUsed = event.key !== "Escape" || !list.hidden || field.value;
    /** @type {Record<string, () => void>} */
    const keys = {
      Enter: () => takeEnter(event),
      Escape: takeEscape,
      ArrowDown: () => moveActive(1),
      ArrowUp: () => moveActive(-1),
    };
    if (!isUsed || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  field.addEventListener("input", takeWords);
  field.addEventListener("keydown", takeKey);
  field.addEventListener("blur", closeList);
  next.addEventListener("click", () => goToHit(1));
  previous.addEventListener("click", () => goToHit(-1));
  previous.disabled = next.disabled = true;

  return {
    listHits: () => hits,
    /**
     * What the address says is sought.
     * @param {PageState} state
     */
    showState({ find }) {
      if (field.value === find) return;
      field.value = find;
      findElements();
    },
  };
}
