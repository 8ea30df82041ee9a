/* Views that a reader keeps under a name, to go back to and to present: `Zorg:%23view-table…`, each
   in the address of the page, so that who gets the link has them too. */
import { decodeWord, encodeWord, readAddress, writeAddress } from "./address.js";
import { findPart, makeButton, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { AddressState, Change, PageState, ReaderState } from "./types.d.ts" */

/** @typedef {{name: string, hash: string}} KeptView */

/** @param {string} written @returns {KeptView} */
export function readKeptView(written) {
  const [name, hash = ""] = written.split(":", 2);
  return { name: decodeWord(name), hash: decodeWord(hash) };
}
/** @param {KeptView} view */
export function writeKeptView({ name, hash }) {
  return `${encodeWord(name)}:${encodeWord(hash)}`;
}
/**
 * The address of a view alone: what belongs to the page as a whole is left out.
 * @param {AddressState} state
 */
export function addressOfView(state) {
  return writeAddress({ ...state, kept: [], scenario: [], show: "", bare: "" });
}

/**
 * @param {Change} change
 * @param {(hash: string) => ReaderState} readState
 */
export function createKeptViews(change, readState) {
  const { words } = model;
  const list = makeNode("ol", "kept-views");
  const input = makeNode("input", "");
  const keep = makeButton(words.view_keep, keepView);
  /** @type {PageState} */
  let state;
  input.setAttribute("aria-label", words.view_name);
  input.placeholder = words.view_name;
  input.addEventListener("keydown", ({ key }) => key === "Enter" && keepView());
  findPart("kept", HTMLElement).append(makeNode("p", "actions", input, keep), list);

  /** The view that is open, in the words of the page. */
  function tellView() {
    const heading = document.querySelector(".view:not([hidden]) > h2");
    const { theme } = state.view;
    return [heading?.textContent, theme?.id].filter(Boolean).join(" ");
  }
  function keepView() {
    const name = input.value.trim() || tellView();
    const hash = addressOfView(readAddress(location.hash.slice(1)));
    const others = state.kept.filter((each) => readKeptView(each).name !== name);
    input.value = "";
    change({ kept: [...others, writeKeptView({ name, hash })] });
  }
  /** What it takes to see a view that was kept. @param {KeptView} view @returns {ReaderState} */
  function openView({ hash }) {
    return { ...readState(hash), kept: state.kept, scenario: state.scenario };
  }
  /** @param {string} written */
  function makeLine(written) {
    const view = readKeptView(written);
    const open = makeButton(view.name, () => change(openView(view)));
    const drop = makeButton("✕", () => {
      change({ kept: state.kept.filter((each) => each !== written) });
      keep.focus();
    });
    drop.setAttribute("aria-label", fillBlanks(words.view_drop, { name: view.name }));
    return makeNode("li", "", open, " ", drop);
  }
  return {
    /** @param {PageState} now */
    showState(now) {
      const before = state?.kept.join();
      state = now;
      if (before !== state.kept.join()) list.replaceChildren(...state.kept.map(makeLine));
    },
    /** The steps of a presentation, each with its name. */
    listSteps() {
      return state.kept.map(readKeptView).map((view) => ({ name: view.name, ...openView(view) }));
    },
  };
}
