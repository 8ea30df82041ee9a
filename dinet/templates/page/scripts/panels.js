/* The room beside the picture: details, filters or what-if, one at a time; on a desk of medium width it can be closed. */
export function makePanels() {
  const stage = document.querySelector(".stage");
  const panels = [...document.querySelectorAll(".panel")];
  const buttons = [...document.querySelectorAll("button[data-panel]")];
  let current = "details";
  let closed = true;

  function open(name, shut = false) {
    [current, closed] = [name, shut];
    for (const panel of panels) panel.hidden = panel.dataset.panel !== name;
    for (const each of buttons) each.setAttribute("aria-expanded", String(each.dataset.panel === name && !shut));
    stage.classList.toggle("closed", shut);
  }
  for (const each of buttons) {
    each.addEventListener("click", () => {
      if (current === each.dataset.panel && !closed) return open("details", true);
      open(each.dataset.panel);
      document.querySelector(`.panel[data-panel="${each.dataset.panel}"] h3`).focus();
    });
  }
  for (const panel of panels) {
    const shut = () => {
      open("details", true);
      buttons.find((each) => each.dataset.panel === panel.dataset.panel)?.focus();
    };
    panel.querySelector(".shut")?.addEventListener("click", shut);
    if (panel.dataset.panel !== "details") panel.addEventListener("keydown", (event) => event.key === "Escape" && shut());
  }
  /* Details come with what is chosen and go with it; another panel stays when what was chosen goes. */
  function follow(chosen) {
    if (chosen || current === "details") open("details", !chosen);
  }

  open("details", true);
  return { open, follow };
}
