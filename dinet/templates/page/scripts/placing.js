import { fill, model } from "./model.js";

/* Where everything that is shown of a network stands: columns by kind, in which each is as near as it can be to what
   serves it. Sizes are in the picture's own points, at letters of 10. */
export const placing = (() => {
  const LADDER = ["programme", "theme", "goal", "subgoal", "benefit", "target", "capability", "result", "effort"];
  const WIDE = { programme: 120, theme: 135, target: 195, effort: 225 };
  const [ROOM, GUTTER, GAP, PAD, HEADING, INDENT] = [944, 52, 7, 6, 26, 14];
  const WIDEST_CODE = 50;
  const LONGEST = 4000; // more of a text does not fit in a picture
  const MOST = 6; // so many other themes are named in a box; its details name all
  const FONT = "'Dinet Sans', 'Noto Sans', 'Open Sans', Arial, sans-serif";
  const { drawing: said, links, linkKinds } = model.data;
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const standing = new Map([...document.querySelectorAll("#picture [data-id]")].map((box, at) => [box.dataset.id, at])); // in the picture of the whole

  // words in boxes

  function wide(text, face) {
    const key = face + text;
    if (!widths.has(key)) {
      pen.font = `${face} 10px ${FONT}`;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }
  /* How many letters of a word fit, at least one. */
  function fitting(word, room, face) {
    let [fits, over] = [1, word.length + 1];
    while (over - fits > 1) {
      const half = (fits + over) >> 1;
      if (wide(word.slice(0, half), face) <= room) fits = half;
      else over = half;
    }
    return fits;
  }
  function wrapped(text, room, face = "") {
    const lines = [];
    let left = 0;
    for (let word of text.slice(0, LONGEST).split(/\s+/).filter(Boolean)) {
      const taken = wide(" ", face) + wide(word, face);
      if (lines.length && taken <= left) lines[lines.length - 1] += " " + word;
      else {
        for (let end; (end = fitting(word, room, face)) < word.length; word = word.slice(end)) lines.push(word.slice(0, end));
        lines.push(word);
        left = room + wide(" ", face);
      }
      left -= wide(" ", face) + wide(word, face);
    }
    return lines.length ? lines : [""];
  }
  function shown({ title, text }) {
    if (!title || text.startsWith(title)) return text;
    return text ? `${title}: ${text}` : title;
  }
  const coded = ({ id }) => (wide(id, "bold") > WIDEST_CODE ? id.slice(0, fitting(id, WIDEST_CODE - 8, "bold")) + "…" : id);

  // what hangs on what

  const above = (element) => element.serves.filter((link) => link.supports && link.end !== element).map((link) => link.end);
  const below = (element) => element.servedBy.filter((link) => link.supports && link.start !== element).map((link) => link.start);

  let known = null;
  function knowledge() {
    if (known) return known;
    const levels = model.elements.some((each) => each.level === "strategic");
    const lower = (each) => each.kind === "goal" && each.level !== "strategic" && ((levels && each.level) || above(each).some((other) => other.kind === "goal"));
    const rung = new Map(model.elements.map((each) => [each, LADDER.indexOf(lower(each) ? "subgoal" : each.kind)]));
    const inOrder = (a, b) => rung.get(a) - rung.get(b) || a.number - b.number;
    const themes = model.elements.filter((each) => each.kind === "theme");
    known = { themes, homes: model.homes(), rung, inOrder, targets: model.elements.some((each) => each.kind === "target") };
    return known;
  }
  /* The band of a theme that was chosen, or those of all themes, in which everything stands once. */
  function bands({ shown, theme }) {
    if (theme) return [{ theme, members: shown }];
    const { themes, homes } = knowledge();
    const parts = new Map([...themes, null].map((own) => [own, new Set()]));
    for (const each of shown) parts.get(homes.get(each)[0] ?? null).add(each);
    return [...parts].map(([own, members]) => ({ theme: own, members }));
  }
  /* Everything in a band in the order of the picture of the whole, so that what stays in sight keeps its order; else in
     reading order: each where one first meets it on the way down. */
  function ordered(members) {
    const all = [...members];
    if (all.every((each) => standing.has(each.id))) return all.sort((a, b) => standing.get(a.id) - standing.get(b.id));
    return read(members);
  }
  function read(members) {
    const [found, rest, { inOrder }] = [[], new Set(members), knowledge()];
    const todo = [...members].sort(inOrder).reverse();
    while (todo.length) {
      const here = todo.pop();
      if (!rest.delete(here)) continue;
      found.push(here);
      todo.push(...below(here).sort(inOrder).reverse());
    }
    return found;
  }

  // where it stands

  function columns(members) {
    const { rung } = knowledge();
    const used = LADDER.filter((_, number) => members.some((each) => rung.get(each) === number));
    const usual = used.map((name) => WIDE[name] ?? 165);
    const factor = (ROOM - 16 - GUTTER * (used.length - 1)) / usual.reduce((sum, each) => sum + each, 0);
    const bars = used.map((name) => Math.max(24, ...members.filter((each) => LADDER[rung.get(each)] === name).map((each) => 0.9 * wide(coded(each), "bold") + PAD)));
    let x = 8;
    return new Map(used.map((name, at) => {
      const column = { name, x, w: Math.round(usual[at] * Math.min(2.5, Math.max(0.8, factor))), bar: bars[at] };
      x += column.w + GUTTER;
      return [LADDER.indexOf(name), column];
    }));
  }
  function box(element, column, band, folded) {
    const { x, w, bar } = column;
    const inset = element.kind === "effort" && above(element).some((each) => each.kind === "effort") ? INDENT : 0;
    const others = knowledge().homes.get(element).filter((each) => each !== band.theme);
    const room = w - inset - bar - 2 * PAD;
    const named = [...others.slice(0, MOST).map((each) => each.id), ...(others.length > MOST ? ["…"] : [])];
    const note = element.kind === "target" ? [element.aim?.year, ...(element.sources ?? [])].filter(Boolean).join(" · ") : "";
    const shared = band.theme && others.length ? fill(said.shared, { id: named.join(", ") }) : "";
    const remarks = [...(said.gaps[element.number] ?? []), note, shared, folded.get(element)].filter(Boolean);
    const lines = wrapped(shown(element), room, element.kind === "theme" || element.kind === "programme" ? "bold" : "");
    const small = remarks.flatMap((each) => {
      const face = each.startsWith("!") ? "bold" : "italic"; // what is missing is bold
      return wrapped(each, room / 0.8, face).map((text) => ({ text, face }));
    });
    const dashed = others.length > 0 && knowledge().homes.get(element)[0] !== band.theme;
    return { element, column, x: x + inset, w: w - inset, bar, lines, small, remarks, dashed, band, h: 8 + 12 * lines.length + 11 * small.length, y: 0 };
  }
  /* Boxes of one column from top to bottom, each as near as it can be to where it wants to be. */
  function apart(column, top) {
    const heaps = [];
    for (const each of column) {
      let heap = { boxes: [each], sum: each.want, high: each.h + GAP };
      while (heaps.length && heaps.at(-1).sum / heaps.at(-1).boxes.length + heaps.at(-1).high > heap.sum / heap.boxes.length) {
        const { boxes, sum, high } = heaps.pop();
        heap = { boxes: [...boxes, ...heap.boxes], sum: sum + heap.sum - high * heap.boxes.length, high: high + heap.high };
      }
      heaps.push(heap);
    }
    let y = top;
    for (const { boxes, sum } of heaps) {
      y = Math.max(y, sum / boxes.length);
      for (const each of boxes) {
        each.y = y;
        y += each.h + GAP;
      }
    }
    return y;
  }
  /* From the efforts to the left, so that what serves stands before what is served; gives the foot of the band. */
  function stand(band, sorted, boxes, top) {
    let foot = top;
    const { rung } = knowledge();
    for (const number of [...sorted.keys()].reverse()) {
      const column = band.order.filter((each) => rung.get(each) === number).map((each) => boxes.get(each));
      let next = top;
      for (const each of column) {
        const serving = below(each.element).filter((other) => band.members.has(other) && rung.get(other) > number).map((other) => boxes.get(other));
        const middle = serving.reduce((sum, other) => sum + other.y + other.h / 2, 0) / serving.length;
        each.want = serving.length && each.element.kind !== "theme" ? middle - each.h / 2 : next; // a theme is where one begins to read
        next = each.want + each.h + GAP;
      }
      foot = Math.max(foot, apart(column, top));
    }
    return foot;
  }

  // lines

  /* Whether a longer way shows it already: past a target to what that measures, or past a goal or target to their theme. */
  function implied(kind, start, end) {
    if (!["contributes_to", "part_of"].includes(kind) || (end.kind === "theme" && start.kind === "goal")) return false;
    return above(start).some((between) => (end.kind === "theme" || between.kind === "target") && above(between).includes(end));
  }
  function dashed({ start, end, name, basis }) {
    const skips = knowledge().targets && start.element.kind === "effort" && end.element.kind === "goal";
    const weak = ["inherited", "inferred"].includes(basis);
    return skips || weak || start.band !== end.band || !["contributes_to", "measures", "part_of"].includes(name);
  }
  function routes(boxes) {
    const found = new Map();
    for (const [from, to, kind, basis] of links) {
      const [start, end] = [from, to].map((number) => boxes.get(model.elements[number]));
      const route = { start, end, name: linkKinds[kind][0], basis: said.bases[basis] };
      if (!start || !end || start === end || found.has(`${from} ${to}`) || implied(route.name, start.element, end.element)) continue;
      found.set(`${from} ${to}`, { ...route, dashed: dashed(route) });
    }
    const arriving = new Map();
    for (const route of found.values()) arriving.set(route.end, [...(arriving.get(route.end) ?? []), route]);
    for (const each of arriving.values()) {
      each.sort((a, b) => a.start.y - b.start.y).forEach((route, at) => (route.at = route.end.y + (route.end.h * (at + 1)) / (each.length + 1)));
    }
    for (const each of found.values()) each.through = gaps(each, boxes);
    return [...found.values()];
  }
  /* Where a line runs between the boxes of the columns that it passes: [left, right, y] of each, from what is served on. */
  function gaps({ start, end, at }, boxes) {
    if (start.x <= end.x + end.w) return [];
    const found = [];
    for (const column of new Set([...boxes.values()].map((each) => each.column))) {
      if (column.x <= end.x + end.w || column.x + column.w >= start.x) continue;
      const share = (column.x - end.x) / (start.x - end.x);
      const wanted = at + (start.y + start.h / 2 - at) * share;
      const y = column.gaps.reduce((best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best));
      found.push([column.x - 8, column.x + column.w + 8, wanted < column.gaps[0] || wanted > column.gaps.at(-1) ? wanted : y]);
    }
    return found.sort((a, b) => a[0] - b[0]);
  }
  /* The heights at which each column has room between its boxes. */
  function openings(columns, boxes) {
    for (const column of columns) {
      const inside = boxes.filter((each) => each.column === column).sort((a, b) => a.y - b.y);
      const between = inside.slice(1).map((each, at) => [inside[at].y + inside[at].h, each.y]);
      column.gaps = inside.length ? [inside[0].y - GAP / 2, ...between.map(([top, foot]) => (top + foot) / 2), inside.at(-1).y + inside.at(-1).h + GAP / 2] : [0];
    }
  }

  /** What stands where of all that a view shows. @param {{shown: Set, theme: ?object, folded: Map}} view */
  function placed(view) {
    const { rung, themes } = knowledge();
    const drawn = bands(view).filter((band) => band.members.size);
    const used = columns([...view.shown]);
    const boxes = new Map();
    let y = HEADING;
    for (const band of drawn) {
      band.order = ordered(band.members);
      for (const each of band.order) boxes.set(each, box(each, used.get(rung.get(each)), band, view.folded));
      band.y = y;
      band.caption = !band.theme && themes.length ? 12 : 0;
      band.foot = stand(band, used, boxes, y + 8 + band.caption) + 1;
      y = band.foot + 10;
    }
    const width = Math.max(16, ...[...used.values()].map(({ x, w }) => x + w + 8));
    openings(used.values(), [...boxes.values()]);
    return { boxes: [...boxes.values()], routes: routes(boxes), bands: drawn, columns: [...used.values()], width, height: y };
  }

  const faces = ["", "bold", "italic"].map((face) => `${face} 10px 'Dinet Sans'`);
  return { placed, coded, FONT, PAD, lettersCame: () => widths.clear(), faces };
})();
