/* The picture as vis-network draws it. Elements get numbers as their ids there, since an id can be
   any text. */
import { findFate, findPart, nameColour, readColour } from "./making.js";
import { model } from "./page_model.js";
/** @import { NetworkElement, PagePicture, PageState, VisEdge, VisNetwork } from "./types.d.ts" */
/** @import { VisNode, Zoom } from "./types.d.ts" */

/** The drawing at its largest and smallest, and the steps between. */
const [LEAST_SCALE, MOST_SCALE, LARGER, SMALLER] = [0.05, 4, 1.25, 0.8];
/** To begin with it is as wide as its room, between these scales, with so much room around. */
const [LEAST_FIRST, MOST_FIRST, VIS_MARGIN] = [0.75, 1.5, 20];
/** How thick borders are, in pixels. */
const [CHOSEN_BORDER, LOST_BORDER] = [4, 3];

/** @returns {PagePicture} */
export function createVisPicture() {
  const drawn = JSON.parse(findPart("drawing", HTMLElement).textContent ?? "");
  const canvas = findPart("canvas", HTMLElement);
  const physics = findPart("physics", HTMLButtonElement);
  const numbers = new Map(model.elements.map((element) => [element.id, element.number]));
  /** @type {VisNode[]} */
  const boxes = drawn.nodes.map((/** @type {{id: string, group: string}} */ node) => ({
    ...node,
    id: numbers.get(node.id),
    group: undefined,
    kind: node.group,
  }));
  /** @type {VisEdge[]} */
  const lines = drawn.edges.map((/** @type {{from: string, to: string}} */ edge) => ({
    ...edge,
    from: numbers.get(edge.from),
    to: numbers.get(edge.to),
  }));
  const nodes = new vis.DataSet(boxes);
  const edges = new vis.DataSet(lines);
  /** @type {PagePicture} */
  const picture = {
    onSelect: () => {},
    onEnter: () => {},
    onFocus: () => {},
    onZoom: () => {},
    onScale: () => {},
    showState,
    revealElement,
    findPlace: () => undefined,
    focusElement: () => {},
    zoomPicture,
    hasSvg: () => false,
    findSvg: () => undefined,
  };
  /** @type {VisNetwork | null} */
  let network = null;
  /** @type {PageState | null} */
  let last = null;

  /** Only once it is seen: vis-network stretches what it drew on a canvas of another size. */
  function startNetwork() {
    const started = new vis.Network(
      canvas,
      { nodes, edges },
      {
        ...drawn.options,
        edges: { ...drawn.options.edges, arrows: { to: { scaleFactor: 0.5 } } },
        interaction: { dragNodes: false, hover: true, zoomView: false, multiselect: false },
        layout: { improvedLayout: false },
      },
    );
    started.on("click", ({ nodes: [number] }) => {
      picture.onSelect(number === undefined ? null : model.elements[number]);
    });
    network = started;
    const frame = canvas.firstElementChild;
    if (frame instanceof HTMLElement) frame.tabIndex = -1; // it is a tab stop that does nothing
    const surface = canvas.querySelector("canvas");
    surface?.setAttribute("role", "img");
    surface?.setAttribute("aria-label", canvas.dataset.name ?? "");
    for (const weight of ["400", "700"]) {
      document.fonts.load(`${weight} 10px "Dinet Sans"`).then(redrawPicture);
    }
    goToTop(started);
    return started;
  }
  /** What is told of an element goes when the pointer or the view does. */
  function hideTooltip() {
    const tooltip = canvas.querySelector(".vis-tooltip");
    if (tooltip instanceof HTMLElement) tooltip.style.visibility = "hidden";
  }
  /**
   * Lets the elements move as vis-network moves them, or puts all back in their places.
   * @param {boolean} on
   */
  function switchPhysics(on) {
    if (!network) return;
    const loose = { fixed: false, physics: true };
    nodes.update(
      boxes.map(({ id, x, y }) =>
        on ? { id, ...loose } : { id, x, y, fixed: true, physics: false },
      ),
    );
    network.setOptions({ physics: { enabled: on }, interaction: { dragNodes: on } });
    physics.setAttribute("aria-pressed", String(on));
  }
  function redrawPicture() {
    if (last) showState(last);
  }

  /** @param {NetworkElement} element @param {PageState} state */
  function isDim(element, { path, view }) {
    return path ? !path.holds(element) : view.faint.has(element);
  }
  /** @param {NetworkElement} element @param {PageState} state */
  function isGone(element, state) {
    return ["stopped", "none"].includes(findFate(element, state));
  }
  /** @param {VisNode} node @param {PageState} state */
  function colourNode(node, state) {
    const element = model.elements[node.id];
    const tone = nameColour(node.kind);
    const isChosen = element === state.selected || state.hits.includes(element);
    const ground = readColour(`${tone}-ground`);
    const edge = readColour(isGone(element, state) ? "error" : tone);
    const mark = { background: ground, border: readColour("mark") };
    const plain = isDim(element, state)
      ? { background: readColour("faint-ground"), border: readColour("faint-edge") }
      : { background: ground, border: edge };
    const border = isChosen ? mark.border : plain.border;
    return { ...plain, border, highlight: mark, hover: mark };
  }
  /** @param {VisNode} node @param {PageState} state */
  function showNode(node, state) {
    const element = model.elements[node.id];
    const isLost = isGone(element, state);
    const isChosen = element === state.selected || state.hits.includes(element);
    const border = isLost ? LOST_BORDER : node.borderWidth;
    const ink = readColour(isDim(element, state) ? "faint-ink" : "ink");
    return {
      id: node.id,
      hidden: !state.view.shown.has(element),
      borderWidth: isChosen ? CHOSEN_BORDER : border,
      label: isLost ? `✕ ${node.label}` : node.label,
      color: colourNode(node, state),
      font: { ...node.font, color: ink },
    };
  }
  /** @param {VisEdge} edge @param {PageState} state */
  function showEdge(edge, state) {
    const [start, end] = [model.elements[edge.from], model.elements[edge.to]];
    const isJoined = Boolean(state.path?.joins(start, end));
    const plain = state.path ? "hair" : "line";
    const tone = readColour(isJoined ? "mark" : plain);
    return {
      id: edge.id,
      hidden: !state.view.shown.has(start) || !state.view.shown.has(end),
      width: isJoined ? 2 : 1,
      color: { color: tone, highlight: tone, hover: tone },
    };
  }
  /** @param {PageState} state */
  function showState(state) {
    last = state;
    hideTooltip();
    if (!network) return;
    nodes.update(boxes.map((node) => showNode(node, state)));
    edges.update(edges.get().map((edge) => showEdge(edge, state)));
  }

  /** @param {NetworkElement} element */
  function revealElement({ number }) {
    if (!network || !nodes.get(number)) return;
    const position = network.getPosition(number);
    const { x, y } = network.canvasToDOM(position);
    const isSeen = x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
    if (!isSeen) network.moveTo({ position, animation: false });
  }
  /** @param {Zoom} direction */
  function zoomPicture(direction) {
    const shown = direction === null || !network ? startNetwork() : network;
    const step = Number(direction) > 0 ? LARGER : SMALLER;
    if (direction === 0) shown.fit({ animation: false });
    else if (direction !== null) {
      const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, shown.getScale() * step));
      shown.moveTo({ scale, animation: false });
    }
    return Math.round(shown.getScale() * 100);
  }
  /**
   * As wide as there is room for, from the top.
   * @param {VisNetwork} started
   */
  function goToTop(started) {
    if (!boxes.length) return;
    const sides = boxes.map((box) => ({ at: box.x, half: box.widthConstraint.minimum / 2 }));
    const left = Math.min(...sides.map(({ at, half }) => at - half));
    const right = Math.max(...sides.map(({ at, half }) => at + half));
    const first = Math.min(...boxes.map((box) => box.y - box.heightConstraint.minimum / 2));
    const wanted = canvas.clientWidth / (right - left + 2 * VIS_MARGIN);
    const scale = Math.min(MOST_FIRST, Math.max(LEAST_FIRST, wanted));
    const y = first - VIS_MARGIN + canvas.clientHeight / 2 / scale;
    started.moveTo({ scale, position: { x: (left + right) / 2, y }, animation: false });
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawPicture);
  physics.addEventListener("click", () =>
    switchPhysics(physics.getAttribute("aria-pressed") !== "true"),
  );
  for (const type of ["mouseleave", "wheel", "pointerdown"]) {
    canvas.addEventListener(type, hideTooltip, { passive: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideTooltip();
  });
  return picture;
}
