/* What stays in sight while the picture scrolls: the headings of its columns, and in each band the
   name of its theme as long as the box of that is elsewhere. Only for the eye: nothing here is not
   in the picture. */
import { makeNode, makeText } from "./making.js";
import { findBox, readPlace } from "./svg.js";
/** @import { NetworkElement, Room, Scene } from "./types.d.ts" */

/** A theme counts as seen when more of its box than this is. */
const SEEN_SHARE = 0.6;
/** The room in points between headings and what is under them, and how high letters are. */
const [HEADING_GAP, LABEL_GAP, LABEL_LETTERS] = [8, 4, 10];

/** @param {Element} shape @param {string} name */
function readNumber(shape, name) {
  return Number(shape.getAttribute(name));
}

/**
 * A picture with headings that stay in sight.
 * @param {Scene & {svg: SVGSVGElement}} picture
 * @param {HTMLElement} root
 * @returns {Scene}
 */
export function addHeadings(picture, root) {
  const { svg } = picture;
  const columns = [...svg.querySelectorAll("text.heading")];
  const bands = [...svg.querySelectorAll(".band rect")].map(readPlace);
  const high = measureHeadings();
  /** @type {[HTMLElement, Record<string, number>][]} */
  const placed = []; // what has to follow the size of the picture, in its points
  /** @type {Map<Element, HTMLElement>} */
  const labels = new Map(); // by the box of the theme
  let scale = 1;

  function measureHeadings() {
    if (!columns.length) return 0;
    const lowest = Math.max(...columns.map((heading) => readNumber(heading, "y")));
    return lowest + HEADING_GAP - picture.y;
  }
  /**
   * @template {HTMLElement} T
   * @param {T} node
   * @param {Record<string, number>} place
   */
  function followSize(node, place) {
    placed.push([node, place]);
    return node;
  }
  /** @param {Element} heading */
  function makeHeading(heading) {
    const place = {
      left: readNumber(heading, "x") - picture.x,
      fontSize: readNumber(heading, "font-size"),
    };
    return followSize(makeNode("span", "", heading.textContent), place);
  }
  /**
   * The name of a theme, as long as its band; none for a band that is hardly higher than its box.
   * @param {NetworkElement} theme
   * @param {Room} place
   */
  function addLabel(theme, { x, y, width, height }) {
    const middle = y + height / 2;
    const band = bands.find((each) => each.y <= middle && middle <= each.y + each.height);
    const shape = picture.findShape(theme);
    if (!band || !shape || band.height < 2 * height) return;
    const chip = makeNode("span", "chip theme", theme.id);
    const told = makeNode("p", "", chip, " ", makeText(theme.title ?? theme.text));
    const place = { left: x - picture.x, top: band.y - picture.y, width, height: band.height };
    const room = makeNode("div", "of-theme", told);
    followSize(room, { ...place, fontSize: LABEL_LETTERS });
    followSize(told, { top: high + LABEL_GAP });
    room.hidden = true;
    labels.set(findBox(shape), room);
  }
  /** @param {IntersectionObserverEntry[]} seen */
  function watchThemes(seen) {
    for (const {
      target,
      isIntersecting,
      intersectionRatio,
      boundingClientRect,
      rootBounds,
    } of seen) {
      const foot = (rootBounds?.top ?? -Infinity) + high * scale; // of the headings
      const isLeaving = isIntersecting && boundingClientRect.top < foot;
      const label = labels.get(target);
      if (label) label.hidden = isLeaving || intersectionRatio > SEEN_SHARE;
    }
  }
  /** @param {number} width @param {number} height @param {number} wanted */
  function resizeBoard(width, height, wanted) {
    scale = wanted;
    picture.resizePicture(width, height, wanted);
    [board.style.width, over.style.height] = [`${width}px`, `${height}px`];
    for (const [node, place] of placed) {
      const sizes = Object.entries(place).map(([name, value]) => [name, `${value * scale}px`]);
      Object.assign(node.style, Object.fromEntries(sizes));
    }
  }

  const bar = followSize(makeNode("div", "headings"), { height: high });
  bar.append(...columns.map(makeHeading));
  for (const { element, ...place } of picture.listBoxes()) {
    if (element?.kind === "theme") addLabel(element, place);
  }
  const watcher = new IntersectionObserver(watchThemes, {
    root,
    threshold: [0, 0.3, SEEN_SHARE, 0.9],
  });
  for (const box of labels.keys()) watcher.observe(box);

  const over = makeNode("div", "over", bar, ...labels.values());
  over.setAttribute("aria-hidden", "true");
  const board = makeNode("div", "board", over, svg);
  return { ...picture, svg, node: board, resizePicture: resizeBoard };
}
