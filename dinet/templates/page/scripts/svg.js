import { SIGNS, fateOf } from "./making.js";
import { model } from "./model.js";

/* A picture as SVG: shows what is chosen, dimmed or lost, and lets the keyboard walk along the links. */
export function enlivened(svg, picture) {
  const shapes = new Map();
  const faces = new Map();
  for (const shape of svg.querySelectorAll(".element")) {
    const element = model.byId.get(shape.dataset.id);
    if (!element) continue;
    shapes.set(element, shape);
    faces.set(element, faced(shape));
  }
  const routes = [];
  for (const path of svg.querySelectorAll(".link")) {
    const start = model.byId.get(path.dataset.from);
    const end = model.byId.get(path.dataset.to);
    if (start && end) routes.push({ path, start, end });
  }
  let order = [];

  /* The part of an element that is its button: all but the words, which are broken off and hyphenated, and which its name has whole. */
  function faced(shape) {
    const face = document.createElementNS(svg.namespaceURI, "g");
    face.setAttribute("class", "face");
    for (const name of ["role", "tabindex", "aria-label"]) {
      face.setAttribute(name, shape.getAttribute(name));
      shape.removeAttribute(name);
    }
    face.append(...shape.querySelectorAll(":scope > title, :scope > rect"));
    shape.prepend(face);
    for (const text of shape.querySelectorAll("text")) text.setAttribute("aria-hidden", "true");
    return face;
  }
  /* Where a rectangle stands, by its attributes: asking the browser would make it lay out thousands of texts. */
  function place(rect) {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    return { x, y, width, height, right: x + width };
  }

  /* The picture without the side margins of a page, and with arrow heads for the links that are brought out. */
  function cropped() {
    const [, y, wide, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const rects = [...svg.querySelectorAll(".band rect, .box")].map(place);
    const left = rects.reduce((least, rect) => Math.min(least, rect.x - 8), wide);
    const right = rects.reduce((most, rect) => Math.max(most, rect.right + 8), 0);
    const room = rects.length ? { x: left, y, width: right - left, height } : { x: 0, y, width: wide, height };
    svg.setAttribute("viewBox", `${room.x} ${y} ${room.width} ${height}`);
    const head = svg.querySelector("marker")?.cloneNode(true);
    if (head) {
      head.id = "head-joined";
      svg.querySelector("defs").append(head);
    }
    return room;
  }

  // what is seen

  /* A sign in the corner of what stopped or is lost, since colour alone tells nothing. */
  function sign(shape, face, what) {
    for (const name of Object.keys(SIGNS)) shape.classList.toggle("fate-" + name, name === what);
    let badge = shape.querySelector(".badge");
    if (!what) {
      badge?.remove();
      face.removeAttribute("aria-description");
      return;
    }
    const box = place(shape.querySelector(".box"));
    badge ??= shape.appendChild(document.createElementNS(svg.namespaceURI, "text"));
    for (const [name, value] of Object.entries({ class: "badge", x: box.right - 4, y: box.y + 11, "text-anchor": "end", "aria-hidden": "true" })) badge.setAttribute(name, value);
    badge.textContent = SIGNS[what];
    face.setAttribute("aria-description", model.words["fate_" + what]);
  }
  function show(state) {
    const hits = new Set(state.hits);
    const { path, selected } = state;
    const dim = (element) => (path ? !path.holds(element) : state.view.faint.has(element));
    for (const [element, shape] of shapes) {
      shape.classList.toggle("dim", dim(element));
      shape.classList.toggle("hit", hits.has(element));
      shape.classList.toggle("chosen", element === selected);
      faces.get(element).setAttribute("aria-pressed", String(element === selected));
      sign(shape, faces.get(element), fateOf(element, state));
    }
    for (const { path: line, start, end } of routes) {
      const joined = path && path.joins(start, end);
      line.classList.toggle("dim", path ? !joined : dim(start) || dim(end));
      line.classList.toggle("joined", Boolean(joined));
      line.classList.toggle("cut", [start, end].some((each) => ["stopped", "none"].includes(fateOf(each, state))));
    }
    if (selected && shapes.has(selected)) rove(selected);
    else if (!svg.querySelector('.face[tabindex="0"]')) rove(walk()[0]);
  }
  function near(element, on) {
    for (const route of routes) {
      if (route.start === element || route.end === element) route.path.classList.toggle("near", on);
    }
  }
  function focus(element) {
    if (!shapes.has(element)) return;
    rove(element);
    faces.get(element).focus();
  }

  // the keyboard: one tab stop, arrows along the links and down the columns

  function rove(element) {
    for (const face of svg.querySelectorAll('.face[tabindex="0"]')) face.setAttribute("tabindex", "-1");
    faces.get(element)?.setAttribute("tabindex", "0");
  }
  const spot = (element) => place(shapes.get(element).querySelector(".box"));
  function walk() {
    if (!order.length) {
      const at = new Map([...shapes.keys()].map((element) => [element, spot(element)]));
      order = [...shapes.keys()].sort((a, b) => at.get(a).x - at.get(b).x || at.get(a).y - at.get(b).y);
    }
    return order;
  }
  function neighbour(element, links, end) {
    const away = (other) => Math.abs(spot(other).y - spot(element).y);
    const others = links.map((link) => link[end]).filter((other) => other !== element && shapes.has(other));
    return others.sort((a, b) => away(a) - away(b))[0];
  }
  function step(element, key) {
    if (key === "ArrowLeft") return neighbour(element, element.serves, "end");
    if (key === "ArrowRight") return neighbour(element, element.servedBy, "start");
    const way = walk();
    const to = { ArrowDown: way.indexOf(element) + 1, ArrowUp: way.indexOf(element) - 1, Home: 0, End: way.length - 1 }[key];
    return way[to];
  }

  const elementAt = (event) => model.byId.get(event.target.closest?.(".element")?.dataset.id);
  const zooms = { "+": 1, "=": 1, "-": -1, 0: 0 };

  svg.addEventListener("keydown", (event) => {
    const element = elementAt(event);
    if (!element || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") picture.onEnter(element);
    else if (event.key === " ") picture.onSelect(element);
    else if (event.key in zooms) picture.onZoom(zooms[event.key]);
    else if (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) focus(step(element, event.key));
    else return;
    event.preventDefault();
  });
  svg.addEventListener("dblclick", (event) => {
    if (elementAt(event)) picture.onFocus(elementAt(event));
  });
  const room = cropped();
  return {
    ...room,
    node: svg,
    resize(width, height) {
      svg.setAttribute("width", width);
      svg.setAttribute("height", height);
    },
    boxes: () => [...shapes].map(([element, shape]) => ({ element, ...place(shape.querySelector(".box")) })),
    shape: (element) => shapes.get(element),
    elementAt,
    near,
    show,
    focus,
  };
}
