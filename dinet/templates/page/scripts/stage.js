/* What stands in the network view: the picture of the page, a part of it that was drawn anew, or a
   map of thousands. */
import { drawView, drawWhole, placing } from "./drawing.js";
import { showLegend } from "./legend.js";
import { findPart, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { createMoving } from "./moving.js";
import { createOverview } from "./overview.js";
import { choosing, model } from "./page_model.js";
import { MOST_UNTOLD, actAfterPaint } from "./sign_of_life.js";
import { addHeadings } from "./sticking.js";
import { enlivenPicture } from "./svg.js";
/** @import { NetworkElement, PagePicture, PageState, Placed } from "./types.d.ts" */
/** @import { Room, Scene, View, Zoom } from "./types.d.ts" */

/** More elements than this do not fit a screen, not even as codes. */
const MOST_AS_CODES = 2500;
/** A whole network is drawn at least so high, in pixels. */
const LEAST_HEIGHT = 320;
/** Codes and titles that are larger than this make way for sentences. */
const MOST_COMPACT = 1.7;
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
    zoomPicture,
    hasSvg: () => Boolean(current?.svg),
    findSvg,
  };
  const ready = root.querySelector("svg");
  /** What the page brings, made to answer when it is first seen. @type {Scene | null} */
  let standing = null;
  /** @type {Scene | null} */
  let overview = null;
  /** @type {Scene | null} */
  let current = null;
  /** @type {string | null} */
  let key = null;
  /** @type {PageState | null} */
  let last = null;
  let isWhole = false; // whether the reader asked to see everything at once

  /** @param {{svg: SVGSVGElement, placed?: Placed}} drawn */
  function makeScene({ svg, placed, ...others }) {
    const scene = enlivenPicture(svg, picture, placed && { placed, ...others });
    return addHeadings(scene, root);
  }
  /** @param {View} view */
  function makeFitting(view) {
    if (isWhole) return makeWhole(view);
    if (view.crowd) return (overview ??= createOverview(root));
    if (ready && view.whole && !view.folded.size) return (standing ??= makeScene({ svg: ready }));
    return view.shown.size ? makeScene(drawView(view)) : null;
  }
  /**
   * Everything at once: with as many words as can be read.
   * @param {View} view
   * @returns {Scene}
   */
  function makeWhole(view) {
    moving.hideMap(); // nothing of the whole is out of sight
    const room = {
      width: root.clientWidth - 2,
      height: Math.max(LEAST_HEIGHT, root.clientHeight - 2),
    };
    const drawn = view.shown.size <= MOST_AS_CODES ? drawWhole(view, room) : null;
    if (!drawn) return (overview ??= createOverview(root));
    const { svg, placed } = drawn;
    const scene = enlivenPicture(svg, picture, { placed });
    const leastScale = Math.min(room.width / scene.width, room.height / scene.height);
    return { ...scene, leastScale, mostScale: MOST_COMPACT };
  }
  /**
   * What is drawn of what the page shows: the whole has no folds.
   * @param {PageState} state
   */
  function findView(state) {
    const { view } = state;
    if (!isWhole || (!view.folded.size && !view.crowd)) return view;
    const open = model.elements.filter((each) => each.kind === "theme").map((each) => each.id);
    return choosing.chooseView({ ...state, open, closed: [] });
  }
  /** @param {View} view */
  function putView(view) {
    const before = current;
    const anchored = last?.selected;
    const place = anchored && picture.findPlace(anchored);
    current = makeFitting(view);
    const isAnew = !before || before.leastScale !== current?.leastScale;
    putScene(current, isAnew);
    moving.holdPicture(current, isAnew);
    if (isWhole) moving.zoomPicture("whole");
    else if (!anchored || !place || !putBack(anchored, place)) moving.beginReading();
  }
  /** @param {Scene | null} scene @param {boolean} isAnew */
  function putScene(scene, isAnew) {
    root.replaceChildren();
    if (scene && !isWhole) moving.sizeAhead(scene, isAnew);
    const nothing = makeNode("p", "nothing", model.words.nothing_fits);
    root.replaceChildren(scene ? scene.node : nothing);
    root.classList.toggle("still", !scene);
    showLegend(scene?.svg);
  }
  /**
   * A picture of thousands takes a while: first a word that it is coming.
   * @param {View} view
   */
  function putLargeView(view) {
    const told = fillBlanks(model.words.drawing, { count: view.shown.size });
    const note = makeNode("p", "nothing building", told);
    note.setAttribute("role", "status");
    current = null;
    root.replaceChildren(note);
    const awaited = key;
    actAfterPaint(() => finishView(view, awaited));
  }
  /** @param {View} view @param {string | null} awaited */
  function finishView(view, awaited) {
    if (!last || key !== awaited) return; // the reader went on
    putView(view);
    current?.showState(last);
    if (last.selected) revealElement(last.selected);
    else if (!isWhole) moving.zoomPicture(null);
    picture.onScale(moving.tellScale());
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
  /**
   * Whether a word goes before the picture. A large page that opens has enough to do without it.
   * @param {View} view
   */
  function isSlow(view) {
    const count = key === null ? model.elements.length : view.shown.size;
    return count > MOST_UNTOLD && !(view.crowd && !isWhole);
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    const view = findView(state);
    const now = `${isWhole}|${view.key}`;
    if (now !== key) {
      const isTold = isSlow(view);
      key = now;
      if (isTold) putLargeView(view);
      else putView(view);
    }
    current?.showState(state);
  }
  /** @param {boolean} whole */
  function switchWhole(whole) {
    isWhole = whole;
    if (last) showState(last);
  }
  /**
   * Steps out of sentences lead to the whole, and steps into that lead back.
   * @param {Zoom} direction
   */
  function zoomPicture(direction) {
    const isOut = Number(direction) < 0 && moving.isAtLeast();
    if (direction === "whole" || (isOut && !isWhole)) switchWhole(true);
    else if (isWhole && (!direction || (direction > 0 && moving.isAtMost()))) leaveWhole(direction);
    else return moving.zoomPicture(direction);
    return moving.tellScale();
  }
  /** @param {Zoom} direction */
  function leaveWhole(direction) {
    switchWhole(false);
    moving.zoomPicture(direction === 0 ? 0 : null);
    if (last?.selected) revealElement(last.selected);
  }
  /** @param {NetworkElement} element */
  function revealElement(element) {
    moving.revealShape(current?.findShape(element));
  }
  /** What was measured in other letters than those that have come, drawn again. */
  function redrawLetters() {
    placing.forgetWidths();
    if (!last || !current || current === standing || current === overview) return;
    putView(findView(last));
    current.showState(last);
    if (last.selected) revealElement(last.selected);
  }

  /** The picture with all that it holds. */
  function findSvg() {
    current?.completePicture?.();
    return current?.svg;
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
  moving.onLimit = (direction) => picture.onScale(zoomPicture(direction));
  window.addEventListener("beforeprint", findSvg);
  const letters = placing.FACES.map((face) => document.fonts.load(face));
  Promise.all(letters).then(redrawLetters);
  return picture;
}
