import { fill, model } from "./model.js";

/* Thousands of elements on a canvas: a block of cells for every theme, of which only those in sight are drawn. */
export function makeOverview(root) {
  const [ACROSS, WIDE, HIGH, PAD, TITLE, GAP] = [5, 44, 14, 10, 20, 14];
  const LADDER = ["programme", "theme", "goal", "benefit", "target", "capability", "result", "effort"];
  const CODES = 0.75; // smaller than this no code can be read
  const canvas = document.createElement("canvas");
  const node = document.createElement("div");
  const pen = canvas.getContext("2d");
  const { blocks, width, height } = laidOut();
  let scale = 1;
  let state = null;
  let waiting = false;

  node.className = "overview";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", fill(model.words.overview, { count: model.elements.length }));
  node.append(canvas);

  function laidOut() {
    const members = new Map();
    for (const element of model.elements) {
      const home = model.homes().get(element)[0] ?? null;
      members.set(home, [...(members.get(home) ?? []), element]);
    }
    const across = Math.max(1, Math.round(Math.sqrt(model.elements.length / 140)));
    const feet = Array.from({ length: across }, () => 0);
    const step = ACROSS * WIDE + 2 * PAD + GAP;
    const blocks = [...members].map(([theme, all]) => {
      const column = feet.indexOf(Math.min(...feet));
      const sorted = all.filter((each) => each !== theme).sort((a, b) => LADDER.indexOf(a.kind) - LADDER.indexOf(b.kind));
      const block = { theme, all: sorted, x: column * step, y: feet[column], w: step - GAP, h: TITLE + 2 * PAD + HIGH * Math.ceil(sorted.length / ACROSS) };
      feet[column] += block.h + GAP;
      return block;
    });
    return { blocks, width: across * step - GAP, height: Math.max(...feet) };
  }

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const tones = new Set(["theme", "goal", "target", "effort"]);
  function inks() {
    const ink = (kind) => (tones.has(kind) ? kind : "other");
    const kinds = LADDER.flatMap((kind) => [[kind, style(ink(kind))], [`${kind}-on`, style(`${ink(kind)}-on`)]]);
    return Object.fromEntries([...kinds, ...["paper", "ink", "edge", "theme-ground"].map((name) => [name, style(name)])]);
  }

  function draw() {
    waiting = false;
    const [wide, high, ratio] = [root.clientWidth, root.clientHeight, window.devicePixelRatio || 1];
    if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(high * ratio)) {
      [canvas.width, canvas.height] = [Math.round(wide * ratio), Math.round(high * ratio)];
      [canvas.style.width, canvas.style.height] = [`${wide}px`, `${high}px`];
    }
    const colours = inks();
    const [left, top] = [root.scrollLeft / scale, root.scrollTop / scale];
    const [right, foot] = [left + wide / scale, top + high / scale];
    pen.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
    pen.clearRect(left, top, wide / scale, high / scale);
    pen.textBaseline = "middle";
    for (const block of blocks) {
      if (block.x > right || block.y > foot || block.x + block.w < left || block.y + block.h < top) continue;
      drawBlock(block, colours, top, foot);
    }
  }
  function drawBlock({ theme, all, x, y, w, h }, colours, top, foot) {
    pen.fillStyle = colours.paper;
    pen.fillRect(x, y, w, h);
    pen.strokeStyle = colours.edge;
    pen.lineWidth = 1 / scale;
    pen.strokeRect(x, y, w, h);
    pen.fillStyle = colours.ink;
    const size = Math.min(30, Math.max(12, 9 / scale));
    pen.font = `bold ${size}px sans-serif`;
    pen.fillText(theme ? `${theme.id} ${theme.text}` : model.words.without_theme, x + PAD, y + PAD + 4, w - 2 * PAD);
    const first = Math.max(0, Math.floor((top - y - TITLE - PAD) / HIGH));
    const last = Math.min(Math.ceil(all.length / ACROSS), Math.ceil((foot - y - TITLE - PAD) / HIGH));
    for (let at = first * ACROSS; at < Math.min(all.length, last * ACROSS); at += 1) drawCell(all[at], at, x, y, colours);
  }
  function drawCell(element, at, x, y, colours) {
    const [left, top] = [x + PAD + (at % ACROSS) * WIDE, y + TITLE + PAD + Math.floor(at / ACROSS) * HIGH];
    const dim = state?.path ? !state.path.holds(element) : false;
    pen.fillStyle = dim ? colours["theme-ground"] : colours[element.kind];
    pen.fillRect(left + 1, top + 1, WIDE - 2, HIGH - 2);
    if (scale < CODES) return;
    pen.fillStyle = dim ? colours.ink : colours[element.kind + "-on"];
    pen.font = "bold 9px sans-serif";
    pen.fillText(element.id, left + 4, top + HIGH / 2, WIDE - 8);
  }
  function later() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  root.addEventListener("scroll", () => node.isConnected && later(), { passive: true });
  new ResizeObserver(() => node.isConnected && later()).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later);

  return {
    ...{ x: 0, y: 0, width, height, node },
    resize(wide, high, wanted) {
      [node.style.width, node.style.height, scale] = [`${wide}px`, `${high}px`, wanted];
      later();
    },
    boxes: () => blocks.map(({ theme, x, y, w, h }) => ({ element: theme ?? { kind: "theme" }, x, y, width: w, height: h })),
    elementAt(event) {
      const area = canvas.getBoundingClientRect();
      const [x, y] = [(event.clientX - area.left + root.scrollLeft) / scale, (event.clientY - area.top + root.scrollTop) / scale];
      const block = blocks.find((each) => x >= each.x && x < each.x + each.w && y >= each.y && y < each.y + each.h);
      if (!block) return null;
      const [column, row] = [Math.floor((x - block.x - PAD) / WIDE), Math.floor((y - block.y - TITLE - PAD) / HIGH)];
      return (row >= 0 && column >= 0 && column < ACROSS && block.all[row * ACROSS + column]) || block.theme;
    },
    show(now) {
      state = now;
      later();
    },
    shape: () => null,
    near: () => {},
    focus: () => {},
  };
}
