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
/** So many elements for each block beside another make a map that is about as wide as high. */
const ELEMENTS_ACROSS = 140;
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
/** Blocks in columns, each under the shortest. */
function placeBlocks() {
  const order = model.data.drawing?.columns ?? [];
  const across = Math.max(1, Math.round(Math.sqrt(model.elements.length / ELEMENTS_ACROSS)));
  const feet = Array.from({ length: across }, () => 0);
  const step = ACROSS * CELL_WIDTH + 2 * BLOCK_PAD + BLOCK_GAP;
  const blocks = [...groupByTheme()].map(([theme, members]) => {
    const column = feet.indexOf(Math.min(...feet));
    const all = members
      .filter((element) => element !== theme)
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const rows = Math.ceil(all.length / ACROSS);
    const h = TITLE_HEIGHT + 2 * BLOCK_PAD + CELL_HEIGHT * rows;
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
  const { blocks, width, height } = placeBlocks();
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
    const size = Math.min(30, Math.max(12, 9 / scale));
    pen.font = `bold ${size}px sans-serif`;
    const title = theme ? `${theme.id} ${theme.text}` : model.words.without_theme;
    pen.fillText(title, x + BLOCK_PAD, y + BLOCK_PAD + 4, w - 2 * BLOCK_PAD);
    const start = y + TITLE_HEIGHT + BLOCK_PAD;
    const first = ACROSS * Math.max(0, Math.floor((top - start) / CELL_HEIGHT));
    const last = ACROSS * Math.ceil((foot - start) / CELL_HEIGHT);
    for (let at = first; at < Math.min(all.length, last); at += 1) {
      const left = x + BLOCK_PAD + (at % ACROSS) * CELL_WIDTH;
      drawCell(all[at], left, start + Math.floor(at / ACROSS) * CELL_HEIGHT, colours);
    }
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
    const row = Math.floor((y - block.y - TITLE_HEIGHT - BLOCK_PAD) / CELL_HEIGHT);
    const isInside = row >= 0 && column >= 0 && column < ACROSS;
    const found = isInside ? block.all[row * ACROSS + column] : undefined;
    return found ?? block.theme ?? undefined;
  }

  root.addEventListener("scroll", drawWhenSeen, { passive: true });
  new ResizeObserver(drawWhenSeen).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawLater);

  return {
    ...{ x: 0, y: 0, width, height, node },
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
