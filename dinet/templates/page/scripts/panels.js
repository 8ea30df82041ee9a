/* The room beside the picture: details, filters or what-if, one at a time; on a desk of medium
   width it can be closed. */
/** @import { NetworkElement } from "./types.d.ts" */

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
    for (const panel of panels) panel.hidden = panel.dataset.panel !== name;
    for (const button of buttons) {
      const isOpen = button.dataset.panel === name && !close;
      button.setAttribute("aria-expanded", String(isOpen));
    }
    stage?.classList.toggle("closed", close);
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
    buttons.find((button) => button.dataset.panel === panel.dataset.panel)?.focus();
  }
  /**
   * Details come with what is chosen and go with it; another panel stays when what was chosen goes.
   * @param {NetworkElement | null} chosen
   */
  function followChoice(chosen) {
    if (chosen || current === "details") openPanel("details", !chosen);
  }

  for (const button of buttons) {
    button.addEventListener("click", () => togglePanel(button.dataset.panel));
  }
  for (const panel of panels) {
    panel.querySelector(".shut")?.addEventListener("click", () => shutPanel(panel));
    if (panel.dataset.panel === "details") continue; // the page itself closes these
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") shutPanel(panel);
    });
  }
  openPanel("details", true);
  return { openPanel, followChoice };
}
