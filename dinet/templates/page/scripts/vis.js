import { model } from "./model.js";
import { GRADE } from "./stopping.js";

/* The picture as vis-network draws it. Elements get numbers as their ids there, since an id can be any text. */
export function makePicture() {
  const drawing = JSON.parse(document.getElementById("drawing").textContent);
  const canvas = document.getElementById("canvas");
  const picture = { onSelect: () => {}, show, reveal, focus: () => {}, zoom };
  const numbers = new Map(model.elements.map((element, number) => [element.id, number]));
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const tones = new Set(["goal", "target", "effort", "theme"]);

  const drawn = drawing.nodes.map((node) => ({ ...node, id: numbers.get(node.id), group: undefined, kind: node.group }));
  const nodes = new vis.DataSet(drawn);
  const edges = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, from: numbers.get(edge.from), to: numbers.get(edge.to) })));
  let network = null;
  let last = null;

  /* Only once it is seen: vis-network stretches what it drew on a canvas of another size. */
  function start() {
    network = new vis.Network(canvas, { nodes, edges }, {
      ...drawing.options,
      edges: { ...drawing.options.edges, arrows: { to: { scaleFactor: 0.5 } } },
      interaction: { dragNodes: false, hover: true, zoomView: false, multiselect: false },
      layout: { improvedLayout: false },
    });
    network.on("click", ({ nodes: [number] }) => picture.onSelect(number === undefined ? null : model.elements[number]));
    canvas.firstElementChild.tabIndex = -1; // vis-network makes a tab stop that does nothing
    const surface = canvas.querySelector("canvas");
    surface.setAttribute("role", "img");
    surface.setAttribute("aria-label", canvas.dataset.name);
    for (const weight of ["400", "700"]) document.fonts.load(`${weight} 10px "Dinet Sans"`).then(() => show(last));
    top();
  }

  function colours(node, element, state) {
    const tone = tones.has(node.kind) ? node.kind : "other";
    const dim = state.path ? !state.path.holds(element) : state.view.faint.has(element);
    const chosen = element === state.selected || state.hits.includes(element);
    const gone = state.stopped.has(element) || state.lost.get(element) === GRADE.none;
    const edge = dim ? style("faint-edge") : style(gone ? "error" : tone);
    return {
      id: node.id,
      hidden: !state.view.shown.has(element),
      borderWidth: chosen ? 4 : gone ? 3 : node.borderWidth,
      label: gone ? `✕ ${node.label}` : node.label,
      color: {
        background: dim ? style("faint-ground") : style(tone + "-ground"),
        border: chosen ? style("mark") : edge,
        highlight: { background: style(tone + "-ground"), border: style("mark") },
        hover: { background: style(tone + "-ground"), border: style("mark") },
      },
      font: { ...node.font, color: dim ? style("faint-ink") : style("ink") },
    };
  }

  function line(edge, state) {
    const [start, end] = [model.elements[edge.from], model.elements[edge.to]];
    const joined = state.path?.joins(start, end);
    const plain = state.path ? style("hair") : style("line");
    const tone = joined ? style("mark") : plain;
    return {
      id: edge.id,
      hidden: !state.view.shown.has(start) || !state.view.shown.has(end),
      width: joined ? 2 : 1,
      color: { color: tone, highlight: tone, hover: tone },
    };
  }

  function show(state) {
    last = state;
    if (!network || !state) return;
    nodes.update(drawn.map((node) => colours(node, model.elements[node.id], state)));
    edges.update(edges.get().map((edge) => line(edge, state)));
  }

  function reveal(element) {
    const number = numbers.get(element.id);
    if (!network || !nodes.get(number)) return;
    const position = network.getPosition(number);
    const { x, y } = network.canvasToDOM(position);
    const seen = x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
    if (!seen) network.moveTo({ position, animation: false });
  }

  function zoom(direction) {
    if (direction === null) start();
    else if (direction === 0) network.fit({ animation: false });
    else network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * (direction > 0 ? 1.25 : 0.8))), animation: false });
    return Math.round(network.getScale() * 100);
  }

  /* As wide as there is room for, from the top. */
  function top() {
    if (!drawn.length) return;
    const half = (node) => node.widthConstraint.minimum / 2;
    const left = Math.min(...drawn.map((node) => node.x - half(node)));
    const right = Math.max(...drawn.map((node) => node.x + half(node)));
    const first = Math.min(...drawn.map((node) => node.y - node.heightConstraint.minimum / 2));
    const scale = Math.min(1.5, Math.max(0.75, canvas.clientWidth / (right - left + 40)));
    const y = first - 20 + canvas.clientHeight / 2 / scale;
    network.moveTo({ scale, position: { x: (left + right) / 2, y }, animation: false });
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(last));
  return picture;
}
