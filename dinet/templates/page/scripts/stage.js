/* What stands in the network view: the picture of the page, a part of it that was drawn anew, or a
   map of thousands. */
import { drawView, placing } from "./drawing.js";
import { showLegend } from "./legend.js";
import { findPart, makeNode } from "./making.js";
import { createMoving } from "./moving.js";
import { createOverview } from "./overview.js";
import { model } from "./page_model.js";
import { addHeadings } from "./sticking.js";
import { enlivenPicture } from "./svg.js";
/** @import { NetworkElement, PagePicture, PageState, Room, Scene, View } from "./types.d.ts" */

/** @type {[keyof HTMLElementEventMap, boolean][]} */
const NEARING = [
  ["pointerover", true],
  ["pointerout", false],
  ["focusin", true],
  ["focusout", false],
];

/**
 * Where in the window the reader points.
 * @param {MouseEvent} event
 */
function findPoint({ clientX, clientY }) {
  return { x: clientX, y: clientY, width: 0, height: 0 };
}

/**
 * @param {HTMLElement} root
 * @returns {PagePicture}
 */
export function createStage(root) {
  const moving = createMoving(root, findPart("map", HTMLElement));
  /** @type {PagePicture} */
  const picture = {
    onSelect: () => {},
    onEnter: () => {},
    onFocus: () => {},
    onZoom: () => {},
    onScale: () => {},
    showState,
    revealElement,
    findPlace: (element) => current?.findShape(element)?.getBoundingClientRect(),
    focusElement: (element) => current?.focusElement(element),
    zoomPicture: moving.zoomPicture,
    findSvg: () => current?.svg,
  };
  const ready = root.querySelector("svg");
  const standing = ready && makeScene(ready);
  /** @type {Scene | null} */
  let overview = null;
  /** @type {Scene | null} */
  let current = null;
  /** @type {string | null} */
  let key = null;
  /** @type {PageState | null} */
  let last = null;

  /** @param {SVGSVGElement} svg */
  function makeScene(svg) {
    return addHeadings(enlivenPicture(svg, picture), root);
  }
  /** @param {View} view */
  function makeFitting(view) {
    if (view.crowd) return (overview ??= createOverview(root));
    if (standing && view.whole && !view.folded.size) return standing;
    return view.shown.size ? makeScene(drawView(view)) : null;
  }
  /** @param {View} view */
  function putView(view) {
    const before = current;
    const anchored = last?.selected;
    const place = anchored && picture.findPlace(anchored);
    current = makeFitting(view);
    const nothing = makeNode("p", "nothing", model.words.nothing_fits);
    root.replaceChildren(current ? current.node : nothing);
    root.classList.toggle("still", !current);
    showLegend(current?.svg);
    const isAnew = !before || before === overview || current === overview;
    moving.holdPicture(current, isAnew);
    if (!anchored || !place || !putBack(anchored, place)) moving.beginReading();
  }
  /**
   * Leaves an element where it was in the last picture; false when it is not in this one.
   * @param {NetworkElement} element
   * @param {Room} place
   */
  function putBack(element, place) {
    const shape = current?.findShape(element);
    if (shape) moving.putBack(shape, place);
    return Boolean(shape);
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    if (state.view.key !== key) {
      key = state.view.key;
      putView(state.view);
    }
    current?.showState(state);
  }
  /** @param {NetworkElement} element */
  function revealElement(element) {
    moving.revealShape(current?.findShape(element));
  }
  /** What was measured in other letters than those that have come, drawn again. */
  function redrawLetters() {
    placing.forgetWidths();
    if (!last || !current || current === standing || current === overview) return;
    putView(last.view);
    current.showState(last);
    if (last.selected) revealElement(last.selected);
  }

  moving.onZoom = (percent) => picture.onScale(percent);
  /** @type {NetworkElement | null} */
  let clicked = null;
  root.addEventListener("click", (event) => {
    if (event.detail > 1 || moving.wasDragged()) return;
    clicked = current?.findElement(event) ?? null;
    picture.onSelect(clicked, findPoint(event));
  });
  root.addEventListener("dblclick", (event) => {
    // of what the first click met, even when that has made another picture
    if (clicked && current !== overview) picture.onFocus(clicked, findPoint(event));
  });
  for (const [type, on] of NEARING) {
    // not on the SVG: a listener for focus makes that a tab stop
    root.addEventListener(type, (event) => {
      const element = current === overview ? null : current?.findElement(event);
      if (element) current?.markNear(element, on);
    });
  }
  const letters = placing.FACES.map((face) => document.fonts.load(face));
  Promise.all(letters).then(redrawLetters);
  return picture;
}
