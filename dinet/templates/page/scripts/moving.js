/* Moving about in a picture that is larger than its room: scrolling, dragging, zooming, and a small map of the whole. */
export function makeMoving(root, map) {
  const [SMALLEST, LARGEST, READABLE, LEAST, COMFORTABLE] = [0.1, 4, 1.1, 0.98, 1.6]; // at 1 letters are 10 pixels high
  const SVG = "http://www.w3.org/2000/svg";
  const SEEN = 80; // so much of a box, or of what stands above it, has to be seen
  let picture = null;
  let scale = 0;
  let dragged = false;
  let byHand = false; // whether the reader has chosen a size
  let wide = 0;

  function size(wanted) {
    scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    picture.resize(Math.floor(picture.width * scale), Math.floor(picture.height * scale), scale);
    here();
  }
  /* Around a point of the room, which stays where it is; the middle when there is none. */
  function zoomed(wanted, point) {
    const { x, y } = point ?? { x: root.clientWidth / 2, y: root.clientHeight / 2 };
    const before = [(root.scrollLeft + x) / scale, (root.scrollTop + y) / scale];
    size(wanted);
    root.scrollLeft = before[0] * scale - x;
    root.scrollTop = before[1] * scale - y;
  }
  const fits = () => ({ wide: (root.clientWidth - 2) / picture.width, high: (root.clientHeight - 2) / picture.height });
  /* All columns beside each other if that can be read at all, and else as large as one reads. */
  const opening = () => (fits().wide < LEAST ? READABLE : Math.min(COMFORTABLE, fits().wide));

  function zoom(direction) {
    if (!picture) return 100;
    byHand = direction !== null;
    if (direction === null) {
      size(opening());
      size(opening()); // the map may have come beside it, or gone
    } else if (direction === 0) size(fits().wide);
    else if (direction === "whole") size(Math.min(fits().wide, fits().high));
    else zoomed(scale * (direction > 0 ? 1.25 : 0.8));
    return Math.round(scale * 100);
  }

  /* A panel beside it that opens or closes leaves it whole, unless the reader has chosen a size. */
  function fitted() {
    const now = root.parentElement.clientWidth;
    const same = now === wide;
    wide = now;
    if (same || byHand || !picture || !scale || !now) return;
    zoomed(opening());
    zoomed(opening()); // the map may have come beside it, or gone
    moving.onZoom(Math.round(scale * 100));
  }

  // the map

  function shape(tag, attributes) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }
  const frame = shape("rect", { class: "window", "vector-effect": "non-scaling-stroke" });
  let sketch = null;
  function drawMap() {
    const { x, y, width, height } = picture;
    sketch = shape("svg", { viewBox: `${x} ${y} ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
    const fitting = Math.min(72 / width, Math.max(100, root.clientHeight - 20) / height);
    sketch.setAttribute("width", Math.max(24, width * fitting));
    sketch.setAttribute("height", Math.max(24, height * fitting));
    const boxes = picture.boxes().map((box) => shape("rect", { class: box.element.kind, x: box.x, y: box.y, width: box.width, height: box.height }));
    sketch.append(...boxes, frame);
    map.replaceChildren(sketch);
  }
  /* What of the picture is seen, on the map; which there is only when that is not all. */
  function here() {
    if (!picture || !scale) return;
    const place = { x: picture.x + root.scrollLeft / scale, y: picture.y + root.scrollTop / scale, width: root.clientWidth / scale, height: root.clientHeight / scale };
    for (const [name, value] of Object.entries(place)) frame.setAttribute(name, value);
    const small = document.documentElement.clientWidth < 640 || root.clientHeight < 320;
    const whole = root.scrollHeight <= root.clientHeight * 1.2 && root.scrollWidth <= root.clientWidth * 1.2;
    map.hidden = small || whole;
    if (!map.hidden && !sketch) drawMap();
  }
  function jump(event) {
    if (!(event.buttons & 1)) return;
    const area = sketch.getBoundingClientRect();
    root.scrollLeft = ((event.clientX - area.left) / area.width) * root.scrollWidth - root.clientWidth / 2;
    root.scrollTop = ((event.clientY - area.top) / area.height) * root.scrollHeight - root.clientHeight / 2;
  }
  map.addEventListener("pointerdown", jump);
  map.addEventListener("pointermove", jump);

  // the hand and the wheel

  root.addEventListener("scroll", () => requestAnimationFrame(here), { passive: true });
  new ResizeObserver(() => requestAnimationFrame(here)).observe(root);
  new ResizeObserver(() => requestAnimationFrame(fitted)).observe(root.parentElement); // which the map leaves as it is
  root.addEventListener("wheel", (event) => {
    if (!picture || !(event.ctrlKey || event.metaKey)) return; // without a key the wheel scrolls, as everywhere
    event.preventDefault();
    byHand = true;
    const area = root.getBoundingClientRect();
    zoomed(scale * Math.exp(-event.deltaY / 400), { x: event.clientX - area.left, y: event.clientY - area.top });
    moving.onZoom(Math.round(scale * 100));
  }, { passive: false });
  root.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (!picture || event.button || event.pointerType !== "mouse" || event.target === root) return; // a finger scrolls by itself
    const from = { x: event.clientX, y: event.clientY, left: root.scrollLeft, top: root.scrollTop };
    function move(now) {
      const [dx, dy] = [now.clientX - from.x, now.clientY - from.y];
      if (!dragged && Math.hypot(dx, dy) < 5) return;
      dragged = true;
      root.classList.add("held");
      root.scrollLeft = from.left - dx;
      root.scrollTop = from.top - dy;
    }
    const done = new AbortController();
    function end() {
      root.classList.remove("held");
      done.abort();
    }
    window.addEventListener("pointermove", move, { signal: done.signal });
    for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, end, { signal: done.signal });
  });

  const moving = {
    onZoom: () => {},
    zoom,
    /** Whether the hand has just moved the picture, so that its click means nothing. */
    wasDragged: () => dragged,
    /* Another picture stands here now; null when it is none that scrolls. */
    holds(another, anew) {
      picture = another;
      sketch = null;
      map.hidden = true;
      if (!picture || !root.clientWidth) return;
      if (anew || !scale) zoom(null);
      else size(scale);
    },
    /* At the left top; further down when no box would be seen there on the first screen, as on a narrow one. */
    begins() {
      root.scrollTop = root.scrollLeft = 0;
      if (!picture || !scale) return;
      const beside = picture.boxes().filter((box) => (box.x - picture.x) * scale + SEEN < root.clientWidth);
      const first = Math.min(...beside.map((box) => (box.y - picture.y) * scale));
      const foot = window.innerHeight - window.scrollY - root.getBoundingClientRect().top;
      const high = foot < 1.5 * SEEN ? root.clientHeight : Math.min(root.clientHeight, foot);
      if (Number.isFinite(first) && first + SEEN > high) root.scrollTop = first - SEEN;
    },
    reveal(shape) {
      if (!shape) return;
      const [here, room] = [shape.getBoundingClientRect(), root.getBoundingClientRect()];
      if (here.top < room.top || here.bottom > room.bottom) root.scrollTop += (here.top + here.bottom - room.top - room.bottom) / 2;
      if (here.left < room.left || here.right > room.right) root.scrollLeft += (here.left + here.right - room.left - room.right) / 2;
    },
  };
  return moving;
}
