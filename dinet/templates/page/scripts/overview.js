/* Thousands of elements on a canvas: a block of cells for every theme, of which only those in sight
   are drawn. */
import { makeNode, nameColour, readColour } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { NetworkElement, PageState, Scene } from "./types.d.ts" */

/** So many cells stand beside each other in a block. */
const ACROSS = 5;
/** Sizes in points: of a cell, of the room in a block, of its title, and between blocks. */
const [CELL_WIDTH, CELL_HEIGHT, BLOCK_PAD, TITLE_HEIGHT, BLOCK_GAP] = [44, 14, 10, 20, 14];
/** Letters of titles in points, and no title holds more of them. */
const [TITLE_LETTERS, LONGEST_TITLE] = [12, 60];
/** A title is never smaller, in pixels. */
const LEAST_LETTERS = 10;
/** A map is made for a room that is at least so high, in pixels. */
const MAP_ROOM = 320;
/** Smaller than this no code can be read. */
const LEAST_FOR_CODES = 0.75;

/** @typedef {object} Block
 * @property {NetworkElement | null} theme
 * @property {NetworkElement[]} all
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 */

/** For each theme what has it as its first; what has none stands under null. */
function groupByTheme() {
  /** @type {Map<NetworkElement | null, NetworkElement[]>} */
  const groups = new Map();
  for (const element of model.elements) {
    const home = model.findHomes(element)[0] ?? null;
    const group = groups.get(home);
    if (group) group.push(element);
    else groups.set(home, [element]);
  }
  return groups;
}
/**
 * Blocks in columns, each under the shortest: as a whole in the shape of the room, with titles that
 * can be read when all of it is seen.
 * @param {number} wide
 * @param {number} high
 */
function placeBlocks(wide, high) {
  const groups = [...groupByTheme()];
  const first = stackBlocks(groups, wide / high, TITLE_HEIGHT);
  const scale = Math.min(wide / first.width, high / first.height);
  const title = Math.max(TITLE_HEIGHT, (1.3 * LEAST_LETTERS) / scale);
  return { ...stackBlocks(groups, wide / high, title), title };
}
/**
 * @param {[NetworkElement | null, NetworkElement[]][]} groups
 * @param {number} shape how many times wider than high it is to be
 * @param {number} title the height of a title
 */
function stackBlocks(groups, shape, title) {
  const order = model.data.drawing?.columns ?? [];
  const step = ACROSS * CELL_WIDTH + 2 * BLOCK_PAD + BLOCK_GAP;
  /** @type {[NetworkElement | null, NetworkElement[], number][]} */
  const sized = groups.map(([theme, members]) => {
    const all = members
      .filter((element) => element !== theme)
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    return [theme, all, title + 2 * BLOCK_PAD + CELL_HEIGHT * Math.ceil(all.length / ACROSS)];
  });
  const length = sized.reduce((sum, [, , h]) => sum + h + BLOCK_GAP, 0);
  const across = Math.max(1, Math.ceil(Math.sqrt((length * shape) / step)));
  const feet = Array.from({ length: across }, () => 0);
  const blocks = sized.map(([theme, all, h]) => {
    const column = feet.indexOf(Math.min(...feet));
    const block = { theme, all, x: column * step, y: feet[column], w: step - BLOCK_GAP, h };
    feet[column] += h + BLOCK_GAP;
    return block;
  });
  return { blocks, width: across * step - BLOCK_GAP, height: Math.max(...feet) };
}
/** The colours of the page by name; a canvas knows no style sheets. */
function readColours() {
  const names = ["paper", "ink", "edge", "theme-ground"];
  const kinds = [...new Set(model.elements.map((element) => nameColour(element.kind)))];
  const tones = kinds.flatMap((kind) => [kind, `${kind}-on`]);
  const colours = [...names, ...tones].map((name) => [name, readColour(name)]);
  return /** @type {Record<string, string>} */ (Object.fromEntries(colours));
}

/**
 * @param {HTMLElement} root
 * @returns {Scene}
 */
export function createOverview(root) {
  const canvas = document.createElement("canvas");
  const node = makeNode("div", "overview", canvas);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [roomWidth, roomHeight] = [root.clientWidth - 2, Math.max(MAP_ROOM, root.clientHeight - 2)];
  const { blocks, width, height, title: titleHeight } = placeBlocks(roomWidth, roomHeight);
  const leastScale = Math.min(roomWidth / width, roomHeight / height);
  let scale = 1;
  /** @type {PageState | null} */
  let state = null;
  let isWaiting = false;

  canvas.setAttribute("role", "img");
  const label = fillBlanks(model.words.overview, { count: model.elements.length });
  canvas.setAttribute("aria-label", label);

  /** @param {number} wide @param {number} high @param {number} ratio */
  function resizeCanvas(wide, high, ratio) {
    const [across, down] = [Math.round(wide * ratio), Math.round(high * ratio)];
    if (canvas.width === across && canvas.height === down) return;
    [canvas.width, canvas.height] = [across, down];
    [canvas.style.width, canvas.style.height] = [`${wide}px`, `${high}px`];
  }
  function drawSight() {
    isWaiting = false;
    const { clientWidth: wide, clientHeight: high } = root;
    const ratio = window.devicePixelRatio || 1;
    resizeCanvas(wide, high, ratio);
    const colours = readColours();
    const [left, top] = [root.scrollLeft / scale, root.scrollTop / scale];
    const [right, foot] = [left + wide / scale, top + high / scale];
    const size = scale * ratio;
    pen.setTransform(size, 0, 0, size, -left * size, -top * size);
    pen.clearRect(left, top, wide / scale, high / scale);
    pen.textBaseline = "middle";
    for (const block of blocks) {
      const isBeside = block.x > right || block.x + block.w < left;
      const isBeyond = block.y > foot || block.y + block.h < top;
      if (!isBeside && !isBeyond) drawBlock(block, colours, top, foot);
    }
  }
  /**
   * @param {Block} block
   * @param {Record<string, string>} colours
   * @param {number} top
   * @param {number} foot
   */
  function drawBlock({ theme, all, x, y, w, h }, colours, top, foot) {
    pen.fillStyle = colours.paper;
    pen.fillRect(x, y, w, h);
    pen.strokeStyle = colours.edge;
    pen.lineWidth = 1 / scale;
    pen.strokeRect(x, y, w, h);
    pen.fillStyle = colours.ink;
    pen.font = `bold ${Math.max(TITLE_LETTERS, LEAST_LETTERS / scale)}px sans-serif`;
    const title = theme ? `${theme.id} ${theme.title ?? theme.text}` : model.words.without_theme;
    const middle = y + (BLOCK_PAD + titleHeight) / 2;
    pen.fillText(cutTitle(title, w - 2 * BLOCK_PAD), x + BLOCK_PAD, middle);
    const start = y + titleHeight + BLOCK_PAD;
    const first = ACROSS * Math.max(0, Math.floor((top - start) / CELL_HEIGHT));
    const last = ACROSS * Math.ceil((foot - start) / CELL_HEIGHT);
    for (let at = first; at < Math.min(all.length, last); at += 1) {
      const left = x + BLOCK_PAD + (at % ACROSS) * CELL_WIDTH;
      drawCell(all[at], left, start + Math.floor(at / ACROSS) * CELL_HEIGHT, colours);
    }
  }
  /** @param {string} title @param {number} room */
  function cutTitle(title, room) {
    let length = Math.min(title.length, LONGEST_TITLE);
    const tellCut = () => (length < title.length ? title.slice(0, length).trimEnd() + "…" : title);
    while (length > 1 && pen.measureText(tellCut()).width > room) length -= 1;
    return tellCut();
  }
  /**
   * @param {NetworkElement} element
   * @param {number} left
   * @param {number} top
   * @param {Record<string, string>} colours
   */
  function drawCell(element, left, top, colours) {
    const isDim = Boolean(state?.path && !state.path.holds(element));
    const colour = nameColour(element.kind);
    pen.fillStyle = isDim ? colours["theme-ground"] : colours[colour];
    pen.fillRect(left + 1, top + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2);
    if (scale < LEAST_FOR_CODES) return;
    pen.fillStyle = isDim ? colours.ink : colours[`${colour}-on`];
    pen.font = "bold 9px sans-serif";
    pen.fillText(element.id, left + 4, top + CELL_HEIGHT / 2, CELL_WIDTH - 8);
  }
  function drawLater() {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(drawSight);
  }
  function drawWhenSeen() {
    if (node.isConnected) drawLater();
  }

  /** @param {Event} event */
  function findElement(event) {
    if (!(event instanceof MouseEvent)) return undefined;
    const area = canvas.getBoundingClientRect();
    const x = (event.clientX - area.left + root.scrollLeft) / scale;
    const y = (event.clientY - area.top + root.scrollTop) / scale;
    const block = blocks.find(
      (each) => x >= each.x && x < each.x + each.w && y >= each.y && y < each.y + each.h,
    );
    if (!block) return undefined;
    const column = Math.floor((x - block.x - BLOCK_PAD) / CELL_WIDTH);
    const row = Math.floor((y - block.y - titleHeight - BLOCK_PAD) / CELL_HEIGHT);
    const isInside = row >= 0 && column >= 0 && column < ACROSS;
    const found = isInside ? block.all[row * ACROSS + column] : undefined;
    return found ?? block.theme ?? undefined;
  }

  root.addEventListener("scroll", drawWhenSeen, { passive: true });
  new ResizeObserver(drawWhenSeen).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawLater);

  return {
    ...{ x: 0, y: 0, width, height, node, leastScale },
    resizePicture(wide, high, wanted) {
      [node.style.width, node.style.height, scale] = [`${wide}px`, `${high}px`, wanted];
      drawLater();
    },
    listBoxes: () =>
      blocks.map(({ theme, x, y, w, h }) => ({ element: theme, x, y, width: w, height: h })),
    findElement,
    showState(now) {
      state = now;
      drawLater();
    },
    findShape: () => undefined,
    markNear: () => {},
    focusElement: () => {},
  };
}
