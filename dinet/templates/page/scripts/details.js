/* The panel that tells all about one element. */
import { FATE_SIGNS, findFate, findPart, makeButton, makeCountedList } from "./making.js";
import { makeEntry, makeNode, makeText, startCapital } from "./making.js";
import { choosing, model } from "./page_model.js";
import { isInOriginal, ORIGINAL_VIEW } from "./original.js";
import { makeWay } from "./way.js";
/** @import { Change, Link, NetworkElement, PageState } from "./types.d.ts" */

const detailWords = model.words;

/** @param {NetworkElement} element */
function tellKind(element) {
  const level = element.level ? ` (${model.levels[element.level]})` : "";
  return startCapital(model.kinds[element.kind]) + level;
}

/**
 * A name and what it says; nothing when it says nothing.
 * @param {string} name
 * @param {(Node | string | undefined)[]} values
 * @param {Node | string} [term] what stands before it; by default our own word for the name
 */
function makeFact(name, values, term = detailWords[name]) {
  const told = values.filter((value) => value !== undefined && value !== "");
  if (!told.length) return null;
  const list = told.map((value) => makeNode("li", "", value));
  const answer = told.length === 1 ? told[0] : makeNode("ul", "", ...list);
  return makeNode("div", "", makeNode("dt", "", term), makeNode("dd", "", answer));
}
/**
 * What the document says in one of its own words.
 * @param {string} name
 * @param {(string | undefined)[]} values
 */
function makeOwnFact(name, ...values) {
  return makeFact(
    name,
    values.map((value) => (value ? makeText(value) : "")),
  );
}
/**
 * The text of an element; of a target with its parts marked.
 * @param {NetworkElement} element
 */
function makeWholeText(element) {
  const whole = makeText(element.smart ? "" : element.text);
  for (const [piece, label] of element.smart?.pieces ?? [])
    whole.append(label ? makeNode("mark", "", piece) : piece);
  return makeNode("p", "whole", whole);
}
/** @param {NetworkElement} element */
function makeSmartFacts({ smart }) {
  if (!smart) return null;
  const marked = smart.pieces.filter(([, label]) => label);
  const firsts = new Map(marked.map((part) => [part.join(), part]));
  const parts = [...firsts.values()]; // "meer … meer … meer" is one way in which it moves
  const told = parts.map(([piece, label]) => makeNode("span", "", `${label}: `, makeText(piece)));
  const verdicts = smart.verdicts.map(([letter, verdict]) => `${letter}: ${verdict}`);
  const missing = makeFact("missing", [smart.missing]);
  return makeNode("dl", "facts", makeFact("parts", told), makeFact("smart", verdicts), missing);
}
/** @param {NetworkElement} element */
function makeThemeFact(element) {
  const themes = element.kind === "theme" ? [] : model.findThemes(element);
  return makeFact(
    "theme",
    themes.map((theme) => makeEntry(theme, makeText(theme.text))),
  );
}
/** @param {NetworkElement} element */
function tellGrade({ grade }) {
  return grade === undefined ? "" : startCapital(model.grades[grade]);
}
/** @param {NetworkElement} element */
function makeFacts(element) {
  const planning = (element.planning ?? []).map(([period, phase]) => `${period}: ${phase}`);
  return makeNode(
    "dl",
    "facts",
    makeThemeFact(element),
    makeOwnFact("also_worded", ...(element.wordings ?? [])),
    makeFact("coverage", [tellGrade(element)]),
    makeOwnFact("sources", ...(element.sources ?? [])),
    ...Object.entries(element.aim ?? {}).map(([name, value]) => makeOwnFact(name, value)),
    makeOwnFact("owners", ...(element.owners ?? [])),
    makeOwnFact("vacant", element.vacant),
    makeOwnFact("phase", element.phase),
    makeOwnFact("period", element.period),
    makeOwnFact("planning", ...planning),
    makeOwnFact("budget", element.budget),
    makeOwnFact("status", element.status),
    makeOwnFact("joint_with", ...(element.joint_with ?? [])),
    makeOwnFact("partners", ...(element.partners ?? [])),
    makeOwnFact("group", element.group),
    makeOwnFact("remark", element.remark),
    ...(element.details ?? []).map(([name, text]) =>
      makeFact("details", [makeText(text)], makeText(name)),
    ),
    makeFact("places", model.listPlaces(element)),
  );
}

/**
 * @param {Link} link
 * @param {NetworkElement} other
 * @param {string} verb
 */
function makeLinkLine(link, other, verb) {
  const weighed = link.weight ? `${verb} (${link.weight})` : verb;
  const basis = link.weak ? `○ ${link.basis}` : link.basis; // as in the legend of the picture
  const evidence = startCapital([weighed, basis, ...link.places].join(" · "));
  const text = makeText(other.title ?? other.text);
  const told = makeNode("span", "", text, makeNode("span", "evidence", evidence));
  return makeNode("li", "", makeEntry(other, told));
}
/** @param {NetworkElement} element */
function makeLinkLists(element) {
  /** @param {boolean} supports */
  const listForth = (supports) =>
    element.serves
      .filter((link) => link.supports === supports)
      .map((link) => makeLinkLine(link, link.end, link.forth));
  /** @param {boolean} supports */
  const listBack = (supports) =>
    element.servedBy
      .filter((link) => link.supports === supports)
      .map((link) => makeLinkLine(link, link.start, link.back));
  /** @type {[string, HTMLElement[]][]} */
  const lists = [
    [detailWords.serves, listForth(true)],
    [detailWords.served_by, listBack(true)],
    [detailWords.other_links, [...listForth(false), ...listBack(false)]],
  ];
  const used = lists.filter(([, lines]) => lines.length);
  if (!used.length) return [makeNode("p", "nothing", detailWords.no_links)];
  return used.flatMap(([title, lines]) => makeCountedList(title, lines));
}

/** @param {NetworkElement} element */
function makeFindings(element) {
  if (!element.findings.length) return [];
  const lines = element.findings.map(({ severity, level, code, sentence }) => {
    const badge = makeNode("span", `level ${severity}`, level);
    const evidence = makeNode("span", "evidence", code);
    return makeNode("li", "", badge, " ", sentence, " ", evidence);
  });
  return makeCountedList(detailWords.findings, lines);
}

/**
 * What one can do with an element: see its neighbourhood alone, fold its theme, try what happens
 * without it.
 * @param {NetworkElement} element
 * @param {PageState} state
 * @param {Change} change
 */
function makeActions(element, state, change) {
  const isFocused = state.focus === element.id;
  const isToRead = state.tab !== ORIGINAL_VIEW && isInOriginal(element);
  const read = isToRead
    ? makeButton(detailWords.read_there, () => change({ tab: ORIGINAL_VIEW }))
    : null;
  const focus = makeButton(isFocused ? detailWords.focus_off : detailWords.focus_on, () =>
    change({ focus: isFocused ? "" : element.id }),
  );
  if (element.kind === "theme") {
    const isPart = Boolean(state.theme || state.focus);
    const fold = isPart ? null : makeFoldButton(element, state, change);
    return makeNode("div", "actions", focus, fold, read);
  }
  const isStopped = state.stop.includes(element.id);
  const others = state.stop.filter((id) => id !== element.id);
  const stop = makeButton(isStopped ? detailWords.start : detailWords.stop, () =>
    change({ stop: isStopped ? others : [...others, element.id] }),
  );
  focus.setAttribute("aria-pressed", String(isFocused));
  stop.setAttribute("aria-pressed", String(isStopped));
  return makeNode("div", "actions", focus, stop, read);
}
/**
 * @param {NetworkElement} theme
 * @param {PageState} state
 * @param {Change} change
 */
function makeFoldButton(theme, state, change) {
  const label = choosing.isFolded(state, theme) ? detailWords.unfold : detailWords.fold;
  return makeButton(label, () => change(choosing.toggleFold(state, theme)));
}
/** @param {NetworkElement} element @param {PageState} state */
function makeFate(element, state) {
  const fate = findFate(element, state);
  if (!fate) return null;
  return makeNode("p", "fate", FATE_SIGNS[fate], " ", detailWords[`fate_${fate}`]);
}

/** @param {Change} change */
export function createDetails(change) {
  const panel = findPart("details", HTMLElement);
  const overview = findPart("overview", HTMLElement);
  const heading = findPart("heading-details", HTMLElement);
  const announced = findPart("announced", HTMLElement);
  const resting = heading.textContent;

  /** @param {NetworkElement | null} element */
  function showHeading(element) {
    const chip = element && makeNode("span", `chip ${element.kind}`, element.id);
    heading.replaceChildren(...(element && chip ? [chip, " ", tellKind(element)] : [resting]));
    const now = element ? `${tellKind(element)} ${element.id}: ${element.text}` : "";
    if (announced.textContent !== now) announced.textContent = now;
  }
  /** @param {PageState} state */
  function showState(state) {
    const element = state.selected;
    panel.hidden = !element;
    overview.hidden = Boolean(element);
    panel.replaceChildren();
    showHeading(element);
    if (!element) return;
    const title = element.title ? makeNode("p", "title", makeText(element.title)) : null;
    const parts = [
      ...[title, makeFate(element, state)],
      makeWholeText(element),
      makeSmartFacts(element),
      makeActions(element, state, change),
      makeWay(element, state, change),
      ...makeFindings(element),
      ...makeLinkLists(element),
      makeFacts(element),
    ];
    panel.append(...parts.filter((part) => part !== null));
    panel.dispatchEvent(new CustomEvent("told", { detail: element }));
  }

  return { showState, heading };
}
