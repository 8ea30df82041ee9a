/* Details, filters, what-if or sharing, one at a time. Details stand beside the picture on a wide
   desk, and else over it, on the side where they cover nothing that the reader points at. */
/** @import { NetworkElement, Room } from "./types.d.ts" */

/** Next to what it may not cover a panel leaves so much room, in pixels. */
const CLEARANCE = 4;

/** @param {Room} a @param {DOMRect} b */
function isOverlapping(a, b) {
  const isApart =
    a.x + a.width + CLEARANCE <= b.left ||
    a.x - CLEARANCE >= b.right ||
    a.y + a.height + CLEARANCE <= b.top ||
    a.y - CLEARANCE >= b.bottom;
  return !isApart;
}

/**
 * Gives the focus to what is in sight without a scroll: browsers make one for what sticks.
 * @param {HTMLElement} part
 */
function focusQuietly(part) {
  const { top, bottom } = part.getBoundingClientRect();
  part.focus({ preventScroll: top >= 0 && bottom <= window.innerHeight });
}

export function createPanels() {
  const stage = document.querySelector(".stage");
  /** @type {HTMLElement[]} */
  const panels = [...document.querySelectorAll(/** @type {"div"} */ (".panel"))];
  /** @type {HTMLElement[]} */
  const buttons = [...document.querySelectorAll(/** @type {"button"} */ ("button[data-panel]"))];
  let current = "details";
  let isClosed = true;

  /** @param {string | undefined} name @param {boolean} close */
  function openPanel(name = "details", close = false) {
    [current, isClosed] = [name, close];
    document.documentElement.dataset.open = close ? "" : name;
    for (const panel of panels) panel.hidden = panel.dataset.panel !== name;
    for (const button of buttons) {
      const isOpen = button.dataset.panel === name && !close;
      button.setAttribute("aria-expanded", String(isOpen));
    }
    stage?.classList.toggle("closed", close || name !== "details");
  }
  /** @param {string | undefined} name */
  function togglePanel(name) {
    if (current === name && !isClosed) {
      openPanel("details", true);
      return;
    }
    openPanel(name);
    const opened = panels.find((panel) => panel.dataset.panel === name);
    opened?.querySelector("h3")?.focus();
  }
  /** @param {HTMLElement} panel */
  function shutPanel(panel) {
    openPanel("details", true);
    const opener = buttons.find((button) => button.dataset.panel === panel.dataset.panel);
    if (opener) focusQuietly(opener);
  }
  /** Closes the panel beside every view; false when none is open. */
  function shutOpened() {
    const opened = panels.find((panel) => !panel.hidden && panel.dataset.panel !== "details");
    if (opened) shutPanel(opened);
    return Boolean(opened);
  }
  function isDetailsOpen() {
    return current === "details" && !isClosed;
  }
  /**
   * Details come with what is chosen and go with it; another panel stays when what was chosen goes.
   * @param {NetworkElement | null} chosen
   */
  function followChoice(chosen) {
    if (chosen || current === "details") openPanel("details", !chosen);
  }
  /**
   * Puts the panel that is open on its other side when it covers this; a panel that covers it on
   * both sides stays. Nothing else moves.
   * @param {Room} place in the window
   */
  function keepClear(place) {
    const panel = panels.find((each) => !each.hidden);
    if (isClosed || !panel) return;
    const isCovered = () => isOverlapping(place, panel.getBoundingClientRect());
    if (isCovered()) stage?.classList.toggle("swapped");
    if (isCovered()) stage?.classList.remove("swapped");
  }

  for (const button of buttons) {
    button.addEventListener("click", () => togglePanel(button.dataset.panel));
  }
  for (const panel of panels) {
    panel.querySelector(".shut")?.addEventListener("click", () => shutPanel(panel));
  }
  openPanel("details", true);
  return { openPanel, followChoice, keepClear, shutOpened, isDetailsOpen };
}
