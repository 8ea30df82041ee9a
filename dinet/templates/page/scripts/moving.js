/* Moving about in a picture that is larger than its room: scrolling, dragging, zooming, and a small
   map of the whole. */
import { makeShape, setAttributes } from "./making.js";
/** @import { ElementBox, Room, Scene, Zoom } from "./types.d.ts" */

/** Scales: at 1 letters are 10 pixels high, and under 0.86 nobody reads them. */
const [SMALLEST, LARGEST] = [0.86, 4];
/** At less than LEAST_READABLE one reads nothing; nobody asked for more than COMFORTABLE. */
const [READABLE, LEAST_READABLE, COMFORTABLE] = [1.1, 0.98, 1.6];
/** What one press of a button does. */
const [STEP_IN, STEP_OUT] = [1.25, 0.8];
/** So much of a box, or of what stands above it, has to be seen, in pixels. */
const SEEN_PIXELS = 80;
/** A hand that moves less, in pixels, clicks. */
const LEAST_DRAG = 5;
/** So much the wheel turns, in pixels, to make the picture e times as large. */
const WHEEL_TURN = 400;
/** The map is at most so wide and at least so high, in pixels; less is no map. */
const [MAP_WIDTH, MAP_HEIGHT, LEAST_MAP] = [72, 100, 24];
/** On a page that is narrower, or in a room that is lower, there is no place for a map. */
const [LEAST_PAGE, LEAST_ROOM] = [640, 320];

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} map
 */
export function createMoving(root, map) {
  const moving = {
    onZoom: (/** @type {number} */ _percent) => {},
    /** The wheel turns on where no step larger or smaller is left. */
    onLimit: (/** @type {number} */ _direction) => {},
    zoomPicture,
    hideMap: () => {
      map.hidden = true;
    },
    tellScale: () => Math.round(scale * 100),
    isAtLeast: () => scale <= (picture?.leastScale ?? SMALLEST) * 1.001,
    isAtMost: () => scale * STEP_IN > (picture?.mostScale ?? LARGEST),
    /** Whether the hand has just moved the picture, so that its click means nothing. */
    wasDragged: () => isDragged,
    sizeAhead,
    holdPicture,
    beginReading,
    revealShape,
    putBack,
  };
  const frame = makeShape("rect", { class: "window", "vector-effect": "non-scaling-stroke" });
  /** @type {Scene | null} */
  let picture = null;
  /** @type {SVGSVGElement | null} */
  let sketch = null;
  /** What is on the map. @type {Scene | null} */
  let sketched = null;
  let scale = 0;
  /** What has this scale: to size it anew lays out all its letters. @type {Scene | null} */
  let sized = null;
  let isDragged = false;
  let isByHand = false; // whether the reader has chosen a size
  let knownWidth = 0;

  /** @param {Scene} scene @param {number} wanted */
  function resizePicture(scene, wanted) {
    giveScale(scene, wanted);
    showPlace();
  }
  /** @param {Scene} scene @param {number} wanted */
  function giveScale(scene, wanted) {
    const before = scale;
    scale = limitScale(scene, wanted);
    if (sized === scene && before === scale) return;
    scene.resizePicture(Math.floor(scene.width * scale), Math.floor(scene.height * scale), scale);
    sized = scene;
  }
  /** @param {Scene} scene @param {number} wanted */
  function limitScale({ leastScale = SMALLEST, mostScale = LARGEST }, wanted) {
    return Math.min(mostScale, Math.max(leastScale, wanted));
  }
  /**
   * Around a point of the room, which stays where it is.
   * @param {Scene} scene
   * @param {number} wanted
   * @param {{x: number, y: number}} point
   */
  function zoomAround(scene, wanted, point = findMiddle()) {
    const left = (root.scrollLeft + point.x) / scale;
    const top = (root.scrollTop + point.y) / scale;
    resizePicture(scene, wanted);
    root.scrollLeft = left * scale - point.x;
    root.scrollTop = top * scale - point.y;
  }
  function findMiddle() {
    return { x: root.clientWidth / 2, y: root.clientHeight / 2 };
  }
  /** @param {Scene} scene */
  function fitWidth(scene) {
    return (root.clientWidth - 2) / scene.width;
  }
  /**
   * All columns beside each other if that can be read at all, and else as large as one reads. The
   * map that stands beside a picture of this size is there first: it leaves less room.
   * @param {Scene} scene
   */
  function chooseOpening(scene) {
    showMap(scene, readOpening(scene));
    return readOpening(scene);
  }
  /** @param {Scene} scene */
  function readOpening(scene) {
    const wide = fitWidth(scene);
    return wide < LEAST_READABLE ? READABLE : Math.min(COMFORTABLE, wide);
  }
  /**
   * Another size; gives it in hundredths.
   * @param {Zoom} direction
   */
  function zoomPicture(direction) {
    if (!picture) return 100;
    isByHand = direction !== null;
    if (direction === null) resizePicture(picture, chooseOpening(picture));
    else if (direction === "whole") {
      const high = (root.clientHeight - 2) / picture.height;
      resizePicture(picture, Math.min(fitWidth(picture), high));
    } else if (direction === 0) resizePicture(picture, fitWidth(picture));
    else zoomAround(picture, scale * (direction > 0 ? STEP_IN : STEP_OUT));
    return Math.round(scale * 100);
  }
  /** A panel beside it that opens or closes leaves it whole, unless the reader chose a size. */
  function fitRoom() {
    const now = root.parentElement?.clientWidth ?? 0;
    const isSame = now === knownWidth;
    knownWidth = now;
    if (isSame || isByHand || !picture || !scale || !now) return;
    zoomAround(picture, chooseOpening(picture));
    moving.onZoom(Math.round(scale * 100));
  }

  // the map

  /** @param {ElementBox} box */
  function sketchBox({ element, x, y, width, height }) {
    return makeShape("rect", { class: element?.kind ?? "theme", x, y, width, height });
  }
  /** @param {Scene} scene */
  function drawMap(scene) {
    const { x, y, width, height } = scene;
    const room = Math.max(MAP_HEIGHT, root.clientHeight - 20);
    const fitting = Math.min(MAP_WIDTH / width, room / height);
    sketch = makeShape(
      "svg",
      {
        viewBox: `${x} ${y} ${width} ${height}`,
        "aria-hidden": "true",
        focusable: "false",
        width: Math.max(LEAST_MAP, width * fitting),
        height: Math.max(LEAST_MAP, height * fitting),
      },
      ...scene.listBoxes().map(sketchBox),
      frame,
    );
    map.replaceChildren(sketch);
    sketched = scene;
  }
  /** What of the picture is seen, on the map; which there is only when that is not all. */
  function showPlace() {
    if (!picture || !scale) return;
    const top = picture.y + root.scrollTop / scale;
    picture.showSight?.(top, top + root.clientHeight / scale);
    setAttributes(frame, {
      x: picture.x + root.scrollLeft / scale,
      y: picture.y + root.scrollTop / scale,
      width: root.clientWidth / scale,
      height: root.clientHeight / scale,
    });
    showMap(picture, scale);
  }
  /**
   * The map, which there is only beside a picture that is larger than its room.
   * @param {Scene} scene
   * @param {number} wanted its scale
   */
  function showMap(scene, wanted) {
    const { clientWidth: wide, clientHeight: high } = root;
    const isSmall = document.documentElement.clientWidth < LEAST_PAGE || high < LEAST_ROOM;
    const isLarge = scene.height * wanted > high * 1.2 || scene.width * wanted > wide * 1.2;
    map.hidden = isSmall || !isLarge;
    if (!map.hidden && sketched !== scene) drawMap(scene);
  }
  /** @param {PointerEvent} event */
  function jumpTo(event) {
    if (!(event.buttons & 1) || !sketch) return;
    const area = sketch.getBoundingClientRect();
    const [across, down] = [event.clientX - area.left, event.clientY - area.top];
    root.scrollLeft = (across / area.width) * root.scrollWidth - root.clientWidth / 2;
    root.scrollTop = (down / area.height) * root.scrollHeight - root.clientHeight / 2;
  }

  // the hand and the wheel

  /** @param {WheelEvent} event */
  function turnWheel(event) {
    // without a key the wheel scrolls, as everywhere
    if (!picture || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    isByHand = true;
    const isStuck = event.deltaY > 0 ? moving.isAtLeast() : moving.isAtMost();
    if (isStuck) {
      moving.onLimit(event.deltaY > 0 ? -1 : 1);
      return;
    }
    const area = root.getBoundingClientRect();
    const point = { x: event.clientX - area.left, y: event.clientY - area.top };
    zoomAround(picture, scale * Math.exp(-event.deltaY / WHEEL_TURN), point);
    moving.onZoom(Math.round(scale * 100));
  }
  /** @param {PointerEvent} event */
  function beginDrag(event) {
    isDragged = false;
    const isMouse = event.pointerType === "mouse" && !event.button; // a finger scrolls by itself
    if (!picture || !isMouse || event.target === root) return;
    const { scrollLeft, scrollTop } = root;
    const done = new AbortController();
    /** @param {PointerEvent} now */
    const dragPicture = (now) => {
      const [dx, dy] = [now.clientX - event.clientX, now.clientY - event.clientY];
      if (!isDragged && Math.hypot(dx, dy) < LEAST_DRAG) return;
      isDragged = true;
      root.classList.add("held");
      root.scrollLeft = scrollLeft - dx;
      root.scrollTop = scrollTop - dy;
    };
    const endDrag = () => {
      root.classList.remove("held");
      done.abort();
    };
    window.addEventListener("pointermove", dragPicture, { signal: done.signal });
    window.addEventListener("pointerup", endDrag, { signal: done.signal });
    window.addEventListener("pointercancel", endDrag, { signal: done.signal });
  }

  // what stands in it

  /**
   * The size of a picture that is still to come into the page, which then lays it out only once.
   * @param {Scene} scene
   * @param {boolean} isAnew whether it has a size of its own to begin with
   */
  function sizeAhead(scene, isAnew) {
    if (root.clientWidth) giveScale(scene, isAnew || !scale ? chooseOpening(scene) : scale);
  }
  /**
   * Another picture stands here now; null when it is none that scrolls.
   * @param {Scene | null} another
   * @param {boolean} isAnew whether it has a size of its own to begin with
   */
  function holdPicture(another, isAnew) {
    picture = another;
    if (!picture || !root.clientWidth) {
      map.hidden = true;
      return;
    }
    if (isAnew || !scale) zoomPicture(null);
    else resizePicture(picture, scale);
  }
  /**
   * At the left top; further down when no box begins in the upper half of the first screen, as on
   * a narrow one.
   */
  function beginReading() {
    root.scrollTop = root.scrollLeft = 0;
    if (!picture || !scale) return;
    const { x, y } = picture;
    const seen = picture
      .listBoxes()
      .filter((box) => (box.x - x) * scale + SEEN_PIXELS < root.clientWidth);
    const first = Math.min(...seen.map((box) => (box.y - y) * scale));
    const foot = window.innerHeight - window.scrollY - root.getBoundingClientRect().top;
    const isLow = foot < 1.5 * SEEN_PIXELS;
    const high = isLow ? root.clientHeight : Math.min(root.clientHeight, foot);
    const isDeep = Number.isFinite(first) && first > high / 2;
    if (isDeep) root.scrollTop = first - SEEN_PIXELS;
  }
  /** @param {Element | undefined} shape */
  function revealShape(shape) {
    if (!shape) return;
    const [here, room] = [shape.getBoundingClientRect(), root.getBoundingClientRect()];
    const isIn = here.top >= room.top && here.bottom <= room.bottom;
    const isBeside = here.left >= room.left && here.right <= room.right;
    if (!isIn) root.scrollTop += (here.top + here.bottom - room.top - room.bottom) / 2;
    if (!isBeside) root.scrollLeft += (here.left + here.right - room.left - room.right) / 2;
  }

  /**
   * Scrolls so that a shape of another picture is where it was in the last one.
   * @param {Element} shape
   * @param {Room} place
   */
  function putBack(shape, { x, y }) {
    const here = shape.getBoundingClientRect();
    root.scrollLeft += here.left - x;
    root.scrollTop += here.top - y;
  }

  map.addEventListener("pointerdown", jumpTo);
  map.addEventListener("pointermove", jumpTo);
  root.addEventListener("scroll", () => requestAnimationFrame(showPlace), { passive: true });
  root.addEventListener("wheel", turnWheel, { passive: false });
  root.addEventListener("pointerdown", beginDrag);
  new ResizeObserver(() => requestAnimationFrame(showPlace)).observe(root);
  // of what is around it, which the map leaves as it is
  const around = new ResizeObserver(() => requestAnimationFrame(fitRoom));
  if (root.parentElement) around.observe(root.parentElement);

  return moving;
}
