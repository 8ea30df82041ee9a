/* What a search finds besides elements: findings, rules, places, notes, and values of filters. */
import { makeNode, makeText } from "./making.js";
import { fillBlanks, simplifyText, groupThousands } from "./model.js";
import { choosing, model } from "./page_model.js";
import { listSpots } from "./sift_findings.js";
/** @import { NetworkElement, SearchActions, SearchGroup, SearchHit } from "./types.d.ts" */

/** So many hits of each kind stand in the list: more nobody reads there. */
const MOST_ELEMENTS = 6;
const MOST_OTHERS = 4;
/** Filters whose values are words of the document, and so can be sought. */
const SOUGHT_FILTERS = ["owner", "phase", "source"];

/** Texts as they are searched, made once. @type {Map<string, string>} */
const plainTexts = new Map();
/** @param {string} text */
function simplifyOnce(text) {
  const plain = plainTexts.get(text) ?? simplifyText(text);
  plainTexts.set(text, plain);
  return plain;
}
/** @param {number} more */
export function showMore(more) {
  return fillBlanks(model.words.more, { count: more });
}
/** @param {string} id */
function makeChip(id) {
  return makeNode("span", `chip ${model.byId.get(id)?.kind ?? ""}`, id);
}
/**
 * @param {string} title
 * @param {SearchHit[]} found
 * @param {number} most
 * @returns {SearchGroup[]}
 */
function makeHitGroup(title, found, most = MOST_OTHERS) {
  const more = Math.max(0, found.length - most);
  return found.length ? [{ title, found: found.slice(0, most), more }] : [];
}

/** @param {(text: string) => boolean} fits @param {SearchActions} actions */
function findFindings(fits, { openSpot }) {
  const findSpot = (/** @type {number} */ at) => () =>
    listSpots(document.querySelectorAll("#view-findings")[0])[at];
  return model.data.findings.flatMap(([severity, level, code, sentence, ids], at) => {
    if (!fits(`${sentence} ${code} ${ids.join(" ")}`)) return [];
    const makeLabel = () => [makeNode("span", `level ${severity}`, level), " ", sentence];
    return [{ makeLabel, choose: () => openSpot("view-findings", findSpot(at)) }];
  });
}
/** @param {(text: string) => boolean} fits @param {SearchActions} actions */
function findRules(fits, { openSpot }) {
  return Object.entries(model.data.rules ?? {}).flatMap(([code, about]) => {
    if (!fits(`${about} ${code}`)) return [];
    /** @returns {HTMLElement | undefined} */
    const findSpot = () =>
      document.querySelector(`#view-findings [data-code="${CSS.escape(code)}"] tr`) ?? undefined;
    const makeLabel = () => [about, " ", makeNode("small", "", code)];
    return [{ makeLabel, choose: () => openSpot("view-findings", findSpot) }];
  });
}
/** @param {(text: string) => boolean} fits @param {SearchActions} actions */
function findPlaces(fits, { chooseElement }) {
  const fitting = new Set(model.data.places.filter(fits));
  if (!fitting.size) return [];
  return model.elements.flatMap((element) => {
    const places = model.listPlaces(element).filter((place) => fitting.has(place));
    return places.map((place) => ({
      makeLabel: () => [makeChip(element.id), " ", place],
      choose: () => chooseElement(element),
    }));
  });
}
/** The notes, place and words: of a large page they may not have been made. */
function listNotes() {
  const { lists } = model.data;
  if (lists) return lists.notes.map(([place, message]) => [place, message]);
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll("#view-notes tbody tr");
  return [...rows].map(({ cells }) => [cells[0].textContent ?? "", cells[1].textContent ?? ""]);
}
/** @param {(text: string) => boolean} fits @param {SearchActions} actions */
function findNotes(fits, { openSpot }) {
  return listNotes().flatMap(([place, message], at) => {
    if (!fits(`${message} ${place}`)) return [];
    /** @returns {HTMLElement | undefined} */
    const findSpot = () =>
      /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#view-notes tbody tr"))[
        at
      ];
    const makeLabel = () => [makeText(message)];
    return [{ makeLabel, choose: () => openSpot("view-notes", findSpot) }];
  });
}
/** @param {(text: string) => boolean} fits @param {SearchActions} actions */
function findFilters(fits, { changeState }) {
  const sought = choosing
    .listFilters()
    .filter(({ name }) => SOUGHT_FILTERS.some((one) => one === name));
  return sought.flatMap(({ name, values }) =>
    values
      .filter(({ words }) => fits(words))
      .map(({ value, words, count }) => {
        const title = `${model.words[`filter_${name}`]}: `;
        const makeMany = () => makeNode("span", "many", groupThousands(count));
        const makeLabel = () => [title, makeText(words), " ", makeMany()];
        return { makeLabel, choose: () => changeState({ [name]: [value] }) };
      }),
  );
}

/**
 * Everything that is found, by what it is.
 * @param {string} words
 * @param {NetworkElement[]} elements that were found
 * @param {SearchActions} actions
 */
export function findHits(words, elements, actions) {
  const parts = simplifyText(words).split(/\s+/).filter(Boolean);
  /** @param {string} text */
  const fits = (text) => parts.every((part) => simplifyOnce(text).includes(part));
  const hits = elements.map((element) => ({
    makeLabel: () => [makeChip(element.id), " ", makeText(element.title ?? element.text)],
    choose: () => actions.chooseElement(element),
  }));
  const { words: titles } = model;
  return [
    ...makeHitGroup(titles.elements, hits, MOST_ELEMENTS),
    ...makeHitGroup(titles.findings, findFindings(fits, actions)),
    ...makeHitGroup(titles.rules, findRules(fits, actions)),
    ...makeHitGroup(titles.filters, findFilters(fits, actions)),
    ...makeHitGroup(titles.places, findPlaces(fits, actions)),
    ...makeHitGroup(titles.notes, findNotes(fits, actions)),
  ];
}
