import { drawing } from "./drawing.js";
import { model } from "./model.js";
import { makeMoving } from "./moving.js";
import { makeOverview } from "./overview.js";
import { placing } from "./placing.js";
import { withHeadings } from "./sticking.js";
import { enlivened } from "./svg.js";

/* What stands in the network view: the picture of the page, a part of it that was drawn anew, or a map of thousands. */
export function makePicture(root) {
  const moving = makeMoving(root, document.getElementById("map"));
  const picture = { onSelect: () => {}, onEnter: () => {}, onFocus: () => {}, onZoom: () => {}, show, reveal, focus, zoom: moving.zoom, svg: () => current?.svg };
  const ready = root.querySelector("svg");
  const standing = ready && withHeadings(enlivened(ready, picture), root);
  let overview = null;
  let current = null;
  let key = null;
  let last = null;
  moving.onZoom = (percent) => picture.onScale?.(percent);

  function fitting(view) {
    if (view.crowd) return (overview ??= makeOverview(root));
    if (standing && view.whole && !view.folded.size) return standing;
    if (!view.shown.size) return null;
    return withHeadings(enlivened(drawing(view), picture), root);
  }
  function put(view) {
    const before = current;
    current = fitting(view);
    if (current) root.replaceChildren(current.node);
    else root.replaceChildren(Object.assign(document.createElement("p"), { className: "nothing", textContent: model.words.nothing_fits }));
    root.classList.toggle("still", !current);
    moving.holds(current, !before || before === overview || current === overview);
    moving.begins();
  }
  function show(state) {
    last = state;
    if (state.view.key !== key) {
      key = state.view.key;
      put(state.view);
    }
    current?.show(state);
  }
  function reveal(element) {
    moving.reveal(current?.shape(element));
  }
  function focus(element) {
    current?.focus(element);
  }

  const elementAt = (event) => current?.elementAt(event) ?? null;
  root.addEventListener("click", (event) => {
    if (event.detail < 2 && !moving.wasDragged()) picture.onSelect(elementAt(event));
  });
  for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    root.addEventListener(type, (event) => { // not on the SVG: a listener for focus makes that a tab stop
      const element = current === overview ? null : elementAt(event);
      if (element) current.near(element, on);
    });
  }
  Promise.all(placing.faces.map((face) => document.fonts.load(face))).then(() => {
    placing.lettersCame();
    if (!last || !current || current === standing || current === overview) return;
    put(last.view); // what was measured in other letters
    current.show(last);
    if (last.selected) reveal(last.selected);
  });
  return picture;
}
