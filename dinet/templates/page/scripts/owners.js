/* Who carries what: for each owner the efforts, the goals that these serve, and what rests on
   nobody else. */
import { makeButton, makeEntry, makeHeadCell, makeNode, makeText, startCapital } from "./making.js";
import { createMadeView, rareViews } from "./made_view.js";
import { model } from "./page_model.js";
/** @import { Change, NetworkElement, OwnerRow, PageState } from "./types.d.ts" */

/** @param {NetworkElement[]} some */
function makeOwnedList(some) {
  const items = some.map((element) => makeNode("li", "", makeEntry(element)));
  return makeNode("ul", "list", ...items);
}
/** @param {string} kind @param {NetworkElement[]} some */
function makeFolded(kind, some) {
  if (!some.length) return null;
  const name = some.length === 1 ? model.kinds[kind] : model.manyKinds[kind];
  return makeNode(
    "details",
    "",
    makeNode("summary", "", `${some.length} ${name}`),
    makeOwnedList(some),
  );
}

/** @param {Change} change */
function createOwners(change) {
  const { words, data, manyKinds } = model;
  const heads = [words.filter_owner, manyKinds.effort, manyKinds.goal, words.rests_alone];

  /** @param {string} name @param {PageState} state */
  function makeStop(name, { noowner }) {
    const isKnown = model.elements.some(({ owners }) => owners?.includes(name));
    if (!isKnown) return null;
    const isOff = noowner.includes(name);
    const next = isOff ? noowner.filter((each) => each !== name) : [...noowner, name];
    const button = makeButton(isOff ? words.start : words.owner_stops, () =>
      change({ noowner: next }),
    );
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    return button;
  }
  /** @param {OwnerRow} row @param {PageState} state */
  function makeOwner([role, name, ...lists], state) {
    const [efforts, goals, resting] = lists.map((numbers) =>
      numbers.map((at) => model.elements[at]).filter((each) => state.view.kept.has(each)),
    );
    if (!efforts.length) return null;
    const owner = name ? makeText(name) : words.no_owner;
    const told = makeNode("small", "", role ? makeText(role) : null);
    const alone = makeNode("td", "resting", resting.length ? makeOwnedList(resting) : null);
    alone.dataset.column = words.rests_alone;
    return makeNode(
      "tr",
      "",
      makeHeadCell("row", "", owner, " ", told, makeStop(name, state)),
      makeNode("td", "", makeFolded("effort", efforts)),
      makeNode("td", "", makeFolded("goal", goals)),
      alone,
    );
  }
  return createMadeView("owners", (state) => {
    const rows = (data.owners ?? []).map((row) => makeOwner(row, state));
    const shown = rows.filter((row) => row !== null);
    if (!shown.length) return [makeNode("p", "nothing", words.nothing_fits)];
    const columns = heads.map((head) => makeHeadCell("col", "", startCapital(head)));
    const head = makeNode("thead", "", makeNode("tr", "", ...columns));
    const caption = makeNode("caption", "unseen", words.owners_view);
    const table = makeNode("table", "load", caption, head, makeNode("tbody", "", ...shown));
    return [makeNode("p", "lead", words.owners_lead), table];
  });
}
rareViews.push(createOwners);
