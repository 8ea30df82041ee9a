import { newElement } from "./elements.js";
import { say } from "./said_words.js";

/** @typedef {{ text: string, place: string, reason?: string }} Told */

/** @param {Told} told */
function itemOf({ text, place, reason }) {
  const item = newElement("li", text);
  const about = [place, reason].filter(Boolean).join(" · ");
  if (about) item.append(newElement("span", about, { class: "soft" }));
  return item;
}

/** @param {string} id @param {string} title @param {Told[]} told */
function foldedList(id, title, told) {
  const box = newElement("details", "", { id });
  const list = newElement("ul", "", { class: "told" });
  list.append(...told.map(itemOf));
  box.append(newElement("summary", title), list);
  return box;
}

/**
 * What was read, noted and left unread of a document, beside its network.
 *
 * @param {HTMLElement} panel
 * @param {any} told
 */
export function showReading(panel, told) {
  const [name, ...counts] = told.overview;
  const list = newElement("ul", "", { class: "counts" });
  list.append(...counts.map((/** @type {string} */ line) => newElement("li", line)));
  if (told.words) list.append(newElement("li", told.words));
  panel.replaceChildren(
    newElement("h2", say("what_was_read")),
    newElement("p", name, { class: "heading" }),
    list,
    foldedList("notes", say("noted", { n: told.notes.length }), told.notes),
    foldedList("unread", say("left_unread", { n: told.unread.length }), told.unread),
  );
  if (!told.notes.length && !told.unread.length) {
    panel.append(newElement("p", say("all_was_read")));
  }
}
