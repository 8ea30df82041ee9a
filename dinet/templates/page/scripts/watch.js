/* Only in the page that dinet watch serves. A document that changed opens the page again, at the
   same place on it; one that cannot be read, or is followed no longer, is told above the page,
   which stays as it was. */

import { showChanges } from "./watch_changes.js";
import { followAnswers } from "./watch_form.js";

/** @typedef {{scrolled: [string, number, number][], focus: string, panel: string}} Place */

const edition = document.currentScript?.dataset.edition;
const token = document.currentScript?.dataset.token ?? "";
const told = document.currentScript?.dataset.changes;
const changes = new EventSource("changes");
const banner = makeBanner();
let endedMessage = "";

function makeBanner() {
  const made = document.createElement("div");
  made.id = "watch";
  made.setAttribute("role", "alert");
  document.body.prepend(made);
  const look = new CSSStyleSheet();
  look.replaceSync(`
    #watch { position: sticky; top: 0; z-index: 8; flex: none; padding: 0.6rem 1rem;
      border-bottom: 3px solid; color: var(--error); background: var(--error-ground);
      font-weight: 700; white-space: pre-line; overflow-wrap: anywhere; }
    #watch:empty { display: none; }
    @media print { #watch { display: none; } }`);
  document.adoptedStyleSheets = [look];
  return made;
}
/** @param {string} message */
function tellReader(message) {
  if (banner.textContent !== message) banner.textContent = message;
}

/** What finds the part of the page that has the focus. */
function findFocus() {
  const focused = document.activeElement;
  if (focused?.id) return "#" + CSS.escape(focused.id);
  const element = focused?.closest("[data-id]");
  const id =
    element instanceof HTMLElement || element instanceof SVGElement ? element.dataset.id : "";
  return id ? `[data-id="${CSS.escape(id)}"] .face` : "";
}
/** The panel beside the views that is open; empty without one. */
function findPanel() {
  const panel = document.querySelector(".drawer > .panel:not([hidden])");
  return panel instanceof HTMLElement ? (panel.dataset.panel ?? "") : "";
}
/** The parts of the page that can be scrolled. */
function listScrolled() {
  const parts = [document.scrollingElement, ...document.querySelectorAll("[id]")];
  const places = parts.map((part) => [part?.id, part?.scrollLeft, part?.scrollTop]);
  return places.filter(([, left, top]) => left || top);
}
/**
 * Where the reader is: in the address by the page itself, and beside it what is scrolled and what
 * has the focus.
 */
function openAgain() {
  changes.close();
  const place = { scrolled: listScrolled(), focus: findFocus(), panel: findPanel() };
  history.replaceState({ watch: place }, "");
  location.reload();
}
/** Who is choosing from a list is not disturbed. */
function openWhenChosen() {
  if (!document.querySelector(".settle-chooser")) openAgain();
  else document.addEventListener("settled", openAgain, { once: true });
}
/** @param {Place} place */
function goBack({ scrolled, focus, panel }) {
  history.replaceState(null, "");
  const opener = panel && document.querySelector(`.asides [data-panel="${CSS.escape(panel)}"]`);
  if (opener instanceof HTMLElement) opener.click();
  const focused = focus ? document.querySelector(focus) : null;
  if (focused instanceof HTMLElement || focused instanceof SVGElement) {
    focused.focus({ preventScroll: true });
  }
  for (const [id, left, top] of scrolled) {
    const part = id ? document.getElementById(id) : document.scrollingElement;
    part?.scrollTo(left, top);
  }
}

changes.onmessage = ({ data }) => {
  const news = JSON.parse(data);
  endedMessage = news.ended;
  if (news.edition === edition) tellReader(news.message);
  else openWhenChosen();
};
// asked again by itself; when dinet is back the message goes
changes.onerror = () => tellReader(endedMessage);
addEventListener("pagehide", () => changes.close());
addEventListener("load", () => {
  requestAnimationFrame(() => {
    if (history.state?.watch) goBack(history.state.watch);
  });
});
if (told) showChanges(JSON.parse(told), edition ?? "");
followAnswers(token);
