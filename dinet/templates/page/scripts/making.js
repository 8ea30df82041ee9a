import { model } from "./model.js";

/* Makes pieces of the page. Everything is made with textContent, so a text can never become markup. */

/** @param {string} tag @param {string} className @param {...(Node|string|null|undefined)} children */
export function make(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
/* Words of the document, which may be in another language than the page. */
export function words(value) {
  const made = make("span", "text", value);
  if (model.textLang) made.lang = model.textLang;
  return made;
}
export function button(className, label, pressed) {
  const made = make("button", className, label);
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}
export function capital(value) {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
/* The code of an element, as a link to its place in the network. */
export function ref(element) {
  const made = make("a", "chip " + element.kind, element.id);
  made.href = "#" + encodeURIComponent(element.id.isWellFormed?.() === false ? element.id.toWellFormed() : element.id);
  return made;
}
/* A heading with a number behind it, and the lines that it counts. */
export function counted(title, lines) {
  return [make("h4", "", title, " ", make("span", "many", String(lines.length))), make("ul", "links", ...lines)];
}
/* What becomes of an element when others stop, in one word, and the sign of that: colour alone tells nothing. */
export const SIGNS = Object.freeze({ stopped: "✕", none: "✕", through: "±" });
export function fateOf(element, { stopped, lost }) {
  if (stopped.has(element)) return "stopped";
  return lost.has(element) ? ["", "through", "none"][lost.get(element)] : "";
}
