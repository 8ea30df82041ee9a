/* The keyboard is never lost: when what had the focus goes, the focus goes to what stands in its
   place; else to the heading above it. */

/** What finds a control again that was made anew. @param {Element} node */
function nameControl(node) {
  if (node.id) return "#" + CSS.escape(node.id);
  const panel = node.closest(".panel, .tools, [id^=made-]");
  if (!panel || !(node instanceof HTMLElement)) return "";
  const controls = [...panel.querySelectorAll("button, input, a")];
  return `${panel.id ? "#" + panel.id : ".tools"} ${controls.indexOf(node)}`;
}
/** @param {string} name */
function findControl(name) {
  const [where, at] = name.split(" ");
  const found = where ? document.querySelector(where) : null;
  if (at === undefined || !found) return found;
  const controls = found.querySelectorAll("button, input, a");
  return controls[Math.min(Number(at), controls.length - 1)] ?? null;
}
/** @param {Element | null | undefined} node @returns {node is HTMLElement | SVGElement} */
function canHaveFocus(node) {
  const isPart = node instanceof HTMLElement || node instanceof SVGElement;
  return isPart && node.isConnected && !node.matches(":disabled") && node.checkVisibility();
}
/**
 * The same, as far as it can be told without laying out the page, which is laid out soon anyway.
 * @param {Element} node
 */
function isReachable(node) {
  const hider = node.closest("[hidden], details:not([open]) > :not(summary)");
  return node.isConnected && !hider && !node.matches(":disabled");
}
function findHeading() {
  const views = [".view:not([hidden]) h2", "h1"];
  const found = views.map((selector) => document.querySelector(selector));
  return found.find((heading) => canHaveFocus(heading));
}

/** Where the focus went last, until it goes elsewhere. @type {HTMLElement | SVGElement | null} */
let lastHeir = null;
/** After a step back a browser takes the focus away once more, when it goes to the address. */
export function restoreFocus() {
  if (document.activeElement === document.body && canHaveFocus(lastHeir)) lastHeir.focus();
  lastHeir = null;
}

/**
 * Does what changes the page, and sees to it that the focus is somewhere after it.
 * @param {() => void} changePage
 */
export function keepFocus(changePage) {
  const focused = document.activeElement;
  const name = focused ? nameControl(focused) : "";
  const panel = focused?.closest(".panel");
  const hadFocus = focused && focused !== document.body;
  changePage();
  const now = document.activeElement;
  if (!hadFocus || (now && now !== document.body && isReachable(now))) return;
  const heirs = [findControl(name), panel?.querySelector("h3"), findHeading()];
  const heir = heirs.find((part) => canHaveFocus(part));
  if (!heir) return;
  heir.focus({ preventScroll: true });
  lastHeir = heir;
}
