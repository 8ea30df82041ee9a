/* Who carries what: for each owner the efforts, the goals that these serve, and what rests on
   nobody else. */
import { makeButton, makeEntry, makeHeadCell, makeNode, makeText, startCapital } from "./making.js";
import { createMadeView, rareViews } from "./made_view.js";
import { model } from "./page_model.js";
/** @import { Change, NetworkElement, OwnerRow } from "./types.d.ts" */

/** @typedef {{name: string, node: HTMLButtonElement}} Stop an owner's button */

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

  /** Who can stop: a row may be of those whose work names nobody. */
  const known = new Set(model.elements.flatMap((each) => each.owners ?? []));
  /** What was made last: thousands of entries, which stay while the same is asked for. */
  let made = {
    kept: /** @type {Set<NetworkElement> | null} */ (null),
    content: /** @type {HTMLElement[]} */ ([]),
    stops: /** @type {Stop[]} */ ([]),
  };
  /** @type {string[]} */
  let off = [];

  /** @param {string} name */
  function switchOwner(name) {
    const isOff = off.includes(name);
    change({ noowner: isOff ? off.filter((each) => each !== name) : [...off, name] });
  }
  /** @param {string} name */
  function makeStop(name) {
    if (!known.has(name)) return null;
    const node = makeButton("", () => switchOwner(name));
    made.stops.push({ name, node });
    return node;
  }
  /** @param {Stop} stop */
  function nameStop({ name, node }) {
    node.textContent = off.includes(name) ? words.start : words.owner_stops;
    node.setAttribute("aria-label", `${node.textContent}: ${name}`);
  }
  /** @param {OwnerRow} row @param {Set<NetworkElement>} kept */
  function makeOwner([role, name, ...lists], kept) {
    const [efforts, goals, resting] = lists.map((numbers) =>
      numbers.map((at) => model.elements[at]).filter((each) => kept.has(each)),
    );
    if (!efforts.length) return null;
    const owner = name ? makeText(name) : words.no_owner;
    const told = makeNode("small", "", role ? makeText(role) : null);
    const alone = makeNode("td", "resting", resting.length ? makeOwnedList(resting) : null);
    alone.dataset.column = words.rests_alone;
    return makeNode(
      "tr",
      "",
      makeHeadCell("row", "", owner, " ", told, makeStop(name)),
      makeNode("td", "", makeFolded("effort", efforts)),
      makeNode("td", "", makeFolded("goal", goals)),
      alone,
    );
  }
  /** @param {Set<NetworkElement>} kept */
  function makeContent(kept) {
    const rows = (data.owners ?? []).map((row) => makeOwner(row, kept));
    const shown = rows.filter((row) => row !== null);
    if (!shown.length) return [makeNode("p", "nothing", words.nothing_fits)];
    const columns = heads.map((head) => makeHeadCell("col", "", startCapital(head)));
    const head = makeNode("thead", "", makeNode("tr", "", ...columns));
    const caption = makeNode("caption", "unseen", words.owners_view);
    const table = makeNode("table", "load", caption, head, makeNode("tbody", "", ...shown));
    return [makeNode("p", "lead", words.owners_lead), table];
  }
  return createMadeView("owners", ({ view, noowner }) => {
    off = noowner;
    if (made.kept !== view.kept) {
      made = { kept: view.kept, content: [], stops: [] };
      made.content = makeContent(view.kept);
    }
    made.stops.forEach(nameStop);
    return made.content;
  });
}
rareViews.push(createOwners);
