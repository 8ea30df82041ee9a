import { make, words } from "./making.js";

/* What stays in sight while the picture scrolls: the headings of its columns, and in each band the name of its theme as long
   as the box of that is elsewhere. Only for the eye: nothing here is not in the picture. */
export function withHeadings(picture, root) {
  const svg = picture.node;
  const number = (shape, name) => Number(shape.getAttribute(name));
  const rect = (shape) => ({ x: number(shape, "x"), y: number(shape, "y"), w: number(shape, "width"), h: number(shape, "height") });
  const columns = [...svg.querySelectorAll("text.heading")];
  const bands = [...svg.querySelectorAll(".band rect")].map(rect);
  const high = columns.length ? Math.max(...columns.map((each) => number(each, "y"))) + 8 - picture.y : 0;
  const placed = []; // what has to follow the size of the picture, in its points
  let scale = 1;

  function put(shape, place) {
    placed.push([shape, place]);
    return shape;
  }
  const bar = put(make("div", "headings"), { height: high });
  bar.append(...columns.map((each) => put(make("span", "", each.textContent), { left: number(each, "x") - picture.x, fontSize: number(each, "font-size") })));

  function label({ element, x, y, width, height }) {
    const band = bands.find((each) => each.y <= y + height / 2 && y + height / 2 <= each.y + each.h);
    if (!band || band.h < 2 * height) return null;
    const told = make("p", "", make("span", "chip theme", element.id), " ", words(element.title ?? element.text));
    const room = put(make("div", "of-theme", told), { left: x - picture.x, top: band.y - picture.y, width, height: band.h, fontSize: 10 });
    room.hidden = true;
    put(told, { top: high + 4 });
    observed.set(picture.shape(element).querySelector(".box"), room);
    return room;
  }
  const observed = new Map();
  const labels = picture.boxes().filter(({ element }) => element.kind === "theme").map(label).filter(Boolean);
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting, intersectionRatio, boundingClientRect, rootBounds } of seen) {
      const leaving = isIntersecting && rootBounds && boundingClientRect.top < rootBounds.top + high * scale;
      observed.get(target).hidden = leaving || intersectionRatio > 0.6;
    }
  }, { root, threshold: [0, 0.3, 0.6, 0.9] });
  for (const box of observed.keys()) watcher.observe(box);

  const board = make("div", "board");
  const over = make("div", "over", bar, ...labels);
  over.setAttribute("aria-hidden", "true");
  board.append(over, svg);
  return {
    ...picture,
    svg,
    node: board,
    resize(width, height, wanted) {
      scale = wanted;
      picture.resize(width, height);
      [board.style.width, over.style.height] = [`${width}px`, `${height}px`];
      for (const [shape, place] of placed) for (const [name, value] of Object.entries(place)) shape.style[name] = `${value * scale}px`;
    },
  };
}
