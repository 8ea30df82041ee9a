"use strict";

/* The picture as SVG: shows what is chosen, dimmed or hidden, and lets the keyboard walk along the links. */
function makePicture(root) {
  const svg = root.querySelector("svg");
  const shapes = new Map();
  for (const shape of svg.querySelectorAll(".element")) {
    const element = model.byId.get(shape.dataset.id);
    if (!element) continue;
    shapes.set(element, shape);
    if (model.textLang) shape.querySelector(".text")?.setAttribute("lang", model.textLang);
  }
  const routes = [];
  for (const path of svg.querySelectorAll(".link")) {
    const start = model.byId.get(path.dataset.from);
    const end = model.byId.get(path.dataset.to);
    if (start && end) routes.push({ path, start, end });
  }
  const { width, height } = cropped();
  const picture = { onSelect: () => {}, elements: [...shapes.keys()], show, reveal, focus, zoom };
  let hidden = new Set();
  let scale = 1;
  let order = [];

  /* Where a rectangle stands, by its attributes: asking the browser would make it lay out thousands of texts. */
  function place(rect) {
    const [x, y, width] = ["x", "y", "width"].map((name) => Number(rect.getAttribute(name)));
    return { x, y, right: x + width };
  }

  /* The picture without the side margins of a page, and with arrow heads for the links that are brought out. */
  function cropped() {
    const [, y, wide, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const rects = [...svg.querySelectorAll(".band rect, .box")].map(place);
    const left = rects.reduce((least, rect) => Math.min(least, rect.x - 8), wide);
    const right = rects.reduce((most, rect) => Math.max(most, rect.right + 8), 0);
    const room = rects.length ? { x: left, width: right - left, height } : { x: 0, width: wide, height };
    svg.setAttribute("viewBox", `${room.x} ${y} ${room.width} ${height}`);
    const head = svg.querySelector("marker")?.cloneNode(true);
    if (head) {
      head.id = "head-joined";
      svg.querySelector("defs").append(head);
    }
    return room;
  }

  // what is seen

  function show(state) {
    hidden = state.hidden;
    const hits = new Set(state.hits);
    const { path } = state;
    for (const [element, shape] of shapes) {
      shape.classList.toggle("away", hidden.has(element));
      shape.classList.toggle("dim", Boolean(path) && !path.holds(element));
      shape.classList.toggle("hit", hits.has(element));
      shape.classList.toggle("chosen", element === state.selected);
      shape.setAttribute("aria-pressed", String(element === state.selected));
    }
    for (const route of routes) {
      route.path.classList.toggle("away", hidden.has(route.start) || hidden.has(route.end));
      const joined = path && path.joins(route.start, route.end);
      route.path.classList.toggle("dim", Boolean(path) && !joined);
      route.path.classList.toggle("joined", Boolean(joined));
    }
    if (state.selected && shapes.has(state.selected)) rove(state.selected);
    else if (!svg.querySelector('.element[tabindex="0"]:not(.away)')) rove(walk()[0]);
  }

  function near(element, on) {
    for (const route of routes) {
      if (route.start === element || route.end === element) route.path.classList.toggle("near", on);
    }
  }

  function reveal(element) {
    const shape = shapes.get(element);
    if (!shape || hidden.has(element)) return;
    const [here, room] = [shape.getBoundingClientRect(), root.getBoundingClientRect()];
    if (here.top < room.top || here.bottom > room.bottom) root.scrollTop += (here.top + here.bottom - room.top - room.bottom) / 2;
    if (here.left < room.left || here.right > room.right) root.scrollLeft += (here.left + here.right - room.left - room.right) / 2;
  }

  function focus(element) {
    if (!shapes.has(element) || hidden.has(element)) return;
    rove(element);
    shapes.get(element).focus();
  }

  // size

  function zoom(direction) {
    const room = (root.clientWidth - 2) / width;
    if (direction === 0) scale = room;
    else if (direction === null) scale = Math.min(1.5, Math.max(room, root.clientWidth < 700 ? 1 : 0.75)); // on a small screen it scrolls anyway
    else scale = Math.min(4, Math.max(0.1, scale * (direction > 0 ? 1.25 : 0.8)));
    const middle = [(root.scrollLeft + root.clientWidth / 2) / root.scrollWidth, (root.scrollTop + root.clientHeight / 2) / root.scrollHeight];
    svg.setAttribute("width", Math.floor(width * scale));
    svg.setAttribute("height", Math.floor(height * scale));
    if (direction) {
      root.scrollLeft = middle[0] * root.scrollWidth - root.clientWidth / 2;
      root.scrollTop = middle[1] * root.scrollHeight - root.clientHeight / 2;
    }
    return Math.round(scale * 100);
  }

  // the keyboard: one tab stop, arrows along the links and down the columns

  function rove(element) {
    for (const shape of svg.querySelectorAll('.element[tabindex="0"]')) shape.setAttribute("tabindex", "-1");
    shapes.get(element)?.setAttribute("tabindex", "0");
  }

  const spot = (element) => place(shapes.get(element).querySelector(".box"));

  function walk() {
    if (!order.length) {
      const at = new Map([...shapes.keys()].map((element) => [element, spot(element)]));
      order = [...shapes.keys()].sort((a, b) => at.get(a).x - at.get(b).x || at.get(a).y - at.get(b).y);
    }
    return order.filter((element) => !hidden.has(element));
  }

  function neighbour(element, links, end) {
    const away = (other) => Math.abs(spot(other).y - spot(element).y);
    const others = links.map((link) => link[end]).filter((other) => other !== element && shapes.has(other) && !hidden.has(other));
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

  svg.addEventListener("keydown", (event) => {
    const element = elementAt(event);
    if (!element || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") picture.onSelect(element);
    else if (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) focus(step(element, event.key));
    else return;
    event.preventDefault();
  });
  root.addEventListener("click", (event) => picture.onSelect(elementAt(event) ?? null));
  for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    root.addEventListener(type, (event) => { // not on the SVG: a listener for focus makes that a tab stop
      const element = elementAt(event);
      if (element) near(element, on);
    });
  }
  return picture;
}
