/* Where everything that is shown of a network stands: columns by kind, in which each is as near as
   it can be to what serves it. Sizes are in the picture's own points, at letters of 10. Nothing
   here knows of a page: how wide words are it asks. */
import { fillBlanks } from "./model.js";
/** @import { Model } from "./model.js" */
/** @import { Band, Box, Column, DrawingData, NetworkElement, Placed, Route } from "./types.d.ts" */
/** @import { SmallLine, View } from "./types.d.ts" */

/** @type {Record<string, number>} */
const COLUMN_WIDTHS = { programme: 120, theme: 135, target: 195, effort: 225 };
const OTHER_WIDTH = 165;
/** A column is made so many times narrower or wider to fill the picture. */
const [LEAST_FACTOR, MOST_FACTOR] = [0.8, 2.5];
/** The width of the picture and of its margin, and the room between columns and between boxes. */
const [PICTURE_WIDTH, MARGIN_WIDTH, GUTTER, BOX_GAP] = [944, 8, 52, 7];
/** Between the border of a box and its words. */
export const BOX_PAD = 6;
/** The heights of the headings, of a caption, of a line of text and of a smaller one. */
const [HEADING_HEIGHT, CAPTION_HEIGHT, LINE_HEIGHT, SMALL_HEIGHT] = [26, 12, 12, 11];
/** Above and under the words in a box, and around and between the boxes of themes. */
const [TEXT_PAD, BAND_PAD, BAND_GAP] = [8, 8, 10];
/** So far parts of an effort stand to the right of it. */
const PART_INDENT = 14;
/** The bar of a box, with its code. */
const [LEAST_BAR, WIDEST_CODE] = [24, 50];
/** Codes are set in letters of 9, and small lines in letters of 8. */
const [CODE_SIZE, SMALL_SIZE] = [0.9, 0.8];
/** More letters of a text do not fit in a picture. */
const LONGEST_TEXT = 4000;
/** No line holds more letters. */
const MOST_ON_A_LINE = 200;
/** So many other themes are named in a box; its details name all. */
const MOST_THEMES = 6;

/**
 * @param {object} how
 * @param {Model} how.model
 * @param {DrawingData} how.drawing
 * @param {Map<string, number>} how.standing the order by id of what stands in the picture of all
 * @param {(text: string, face: string) => number} how.measureText
 */
export function createPlacing({ model, drawing, standing, measureText }) {
  const COLUMNS = drawing.columns;
  const hasLevels = model.elements.some((element) => element.level === "strategic");
  const themes = model.elements.filter((element) => element.kind === "theme");
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @type {Map<NetworkElement, number>} */
  const ranks = new Map();

  // words in boxes

  /** @param {string} text @param {string} face */
  function measureOnce(text, face) {
    const key = face + text;
    const known = widths.get(key) ?? measureText(text, face);
    widths.set(key, known);
    return known;
  }
  /**
   * How many letters of a word fit, at least one.
   * @param {string} word
   * @param {number} room
   * @param {string} face
   */
  function countFitting(word, room, face) {
    let [fits, over] = [1, word.length + 1];
    while (over - fits > 1) {
      const half = (fits + over) >> 1;
      if (measureOnce(word.slice(0, half), face) <= room) fits = half;
      else over = half;
    }
    return fits;
  }
  /**
   * A word in pieces that fit.
   * @param {string} word
   * @param {number} room
   * @param {string} face
   */
  function breakWord(word, room, face) {
    const pieces = [];
    let rest = word;
    for (let fits = countFitting(rest, room, face); fits < rest.length;) {
      pieces.push(rest.slice(0, fits));
      rest = rest.slice(fits);
      fits = countFitting(rest, room, face);
    }
    return [...pieces, rest];
  }
  /**
   * A text in lines; one empty line when it says nothing.
   * @param {string} text
   * @param {number} room
   * @param {string} face
   */
  function wrapText(text, room, face = "") {
    const space = measureOnce(" ", face);
    /** @type {string[]} */
    const lines = [];
    let left = 0;
    for (const word of text.slice(0, LONGEST_TEXT).split(/\s+/).filter(Boolean)) {
      let taken = space + measureOnce(word, face);
      if (lines.length && taken <= left) lines[lines.length - 1] += " " + word;
      else {
        const pieces = breakWord(word, room, face);
        lines.push(...pieces);
        left = room + space;
        taken = space + measureOnce(pieces[pieces.length - 1], face);
      }
      left -= taken;
    }
    return lines.length ? lines : [""];
  }
  /** @param {NetworkElement} element */
  function joinTitle({ title, text }) {
    if (!title || text.startsWith(title)) return text;
    return text ? `${title}: ${text}` : title;
  }
  /**
   * The code of an element as it fits in its bar.
   * @param {NetworkElement} element
   */
  function shortenCode({ id }) {
    if (measureOnce(id, "bold") <= WIDEST_CODE) return id;
    return id.slice(0, countFitting(id, WIDEST_CODE - TEXT_PAD, "bold")) + "…";
  }

  // what hangs on what

  /** @param {NetworkElement} element */
  function listAbove(element) {
    const ends = element.serves.filter((link) => link.supports).map((link) => link.end);
    return ends.filter((other) => other !== element);
  }
  /** @param {NetworkElement} element */
  function listBelow(element) {
    const starts = element.servedBy.filter((link) => link.supports).map((link) => link.start);
    return starts.filter((other) => other !== element);
  }
  /** @param {NetworkElement} element */
  function isSubgoal(element) {
    if (element.kind !== "goal" || element.level === "strategic") return false;
    const hasLevel = hasLevels && Boolean(element.level);
    return hasLevel || listAbove(element).some((other) => other.kind === "goal");
  }
  /**
   * The number of the column in which an element stands.
   * @param {NetworkElement} element
   */
  function rankElement(element) {
    const known = ranks.get(element);
    if (known !== undefined) return known;
    const rank = COLUMNS.indexOf(isSubgoal(element) ? "subgoal" : element.kind);
    ranks.set(element, rank);
    return rank;
  }
  /** @param {NetworkElement} a @param {NetworkElement} b */
  function compareElements(a, b) {
    return rankElement(a) - rankElement(b) || a.number - b.number;
  }
  /**
   * The band of a theme that was chosen, or those of all themes, in which everything stands once.
   * @param {View} view
   * @returns {Band[]}
   */
  function makeBands({ shown, theme }) {
    /** @type {Map<NetworkElement | null, Set<NetworkElement>>} */
    const members = new Map([...themes, null].map((own) => [own, new Set()]));
    if (theme) members.set(theme, shown);
    else for (const each of shown) members.get(model.findHomes(each)[0] ?? null)?.add(each);
    const bands = [...members].map(([own, all]) => ({ theme: own, members: all }));
    const used = theme ? bands.filter((band) => band.theme === theme) : bands;
    return used
      .filter((band) => band.members.size)
      .map((band) => ({ ...band, order: orderMembers(band.members), y: 0, foot: 0, caption: 0 }));
  }
  /**
   * Everything in a band in the order of the picture of the whole, so that what stays in sight
   * keeps its order; else in reading order: each where one first meets it on the way down.
   * @param {Set<NetworkElement>} members
   */
  function orderMembers(members) {
    const all = [...members];
    if (!all.every((each) => standing.has(each.id))) return readMembers(members);
    /** @param {NetworkElement} element */
    const findPlace = (element) => standing.get(element.id) ?? 0;
    return all.sort((a, b) => findPlace(a) - findPlace(b));
  }
  /** @param {Set<NetworkElement>} members */
  function readMembers(members) {
    /** @type {NetworkElement[]} */
    const found = [];
    const rest = new Set(members);
    const todo = [...members].sort(compareElements).reverse();
    for (let here = todo.pop(); here; here = todo.pop()) {
      if (!rest.delete(here)) continue;
      found.push(here);
      todo.push(...listBelow(here).sort(compareElements).reverse());
    }
    return found;
  }

  // where it stands

  /**
   * The columns that are used, by the number of their rank.
   * @param {NetworkElement[]} members
   * @returns {Map<number, Column>}
   */
  function makeColumns(members) {
    const used = COLUMNS.filter((_, rank) => members.some((each) => rankElement(each) === rank));
    const usual = used.map((name) => COLUMN_WIDTHS[name] ?? OTHER_WIDTH);
    const room = PICTURE_WIDTH - 2 * MARGIN_WIDTH - GUTTER * (used.length - 1);
    const wanted = room / usual.reduce((sum, width) => sum + width, 0);
    const factor = Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, wanted));
    let x = MARGIN_WIDTH;
    /** @type {Map<number, Column>} */
    const columns = new Map();
    used.forEach((name, at) => {
      const rank = COLUMNS.indexOf(name);
      const inside = members.filter((each) => rankElement(each) === rank);
      const w = Math.round(usual[at] * factor);
      columns.set(rank, { name, x, w, bar: measureBar(inside), gaps: [0] });
      x += w + GUTTER;
    });
    return columns;
  }
  /** @param {NetworkElement[]} members */
  function measureBar(members) {
    const codes = members.map((each) => measureOnce(shortenCode(each), "bold"));
    return Math.max(LEAST_BAR, ...codes.map((width) => CODE_SIZE * width + BOX_PAD));
  }
  /**
   * What is told under the text of a box.
   * @param {NetworkElement} element
   * @param {NetworkElement[]} others the themes that it serves in other bands
   * @param {Band} band
   * @param {View} view
   */
  function listRemarks(element, others, band, { folded }) {
    const ids = others.slice(0, MOST_THEMES).map((each) => each.id);
    if (others.length > MOST_THEMES) ids.push("…");
    const isShared = band.theme && others.length;
    const sources = [element.aim?.year, ...(element.sources ?? [])].filter(Boolean);
    const remarks = [
      ...(drawing.gaps[element.number] ?? []),
      element.kind === "target" ? sources.join(" · ") : "",
      isShared ? fillBlanks(drawing.shared, { id: ids.join(", ") }) : "",
      folded.get(element) ?? "",
    ];
    return remarks.filter(Boolean);
  }
  /** @param {string} remark @param {number} room @returns {SmallLine[]} */
  function wrapRemark(remark, room) {
    const face = remark.startsWith("!") ? "bold" : "italic"; // what is missing is bold
    return wrapText(remark, room / SMALL_SIZE, face).map((text) => ({ text, face }));
  }
  /**
   * @param {NetworkElement} element
   * @param {Column} column
   * @param {Band} band
   * @param {View} view
   * @returns {Box}
   */
  function makeBox(element, column, band, view) {
    const isEffort = element.kind === "effort";
    const isPart = isEffort && listAbove(element).some((each) => each.kind === "effort");
    const inset = isPart ? PART_INDENT : 0;
    const homes = model.findHomes(element);
    const others = homes.filter((each) => each !== band.theme);
    const room = column.w - inset - column.bar - 2 * BOX_PAD;
    const isBold = element.kind === "theme" || element.kind === "programme";
    const lines = wrapText(joinTitle(element), room, isBold ? "bold" : "");
    const remarks = listRemarks(element, others, band, view);
    const small = remarks.flatMap((remark) => wrapRemark(remark, room));
    const h = TEXT_PAD + LINE_HEIGHT * lines.length + SMALL_HEIGHT * small.length;
    const place = { x: column.x + inset, y: 0, w: column.w - inset, h, bar: column.bar, want: 0 };
    return { element, column, band, ...place, lines, small, remarks };
  }
  /**
   * From the efforts to the left, so that what serves stands before what is served; gives the foot
   * of the band.
   * @param {Band} band
   * @param {number[]} sorted the numbers of columns
   * @param {Map<NetworkElement, Box>} boxes
   * @param {number} top
   */
  function standBand(band, sorted, boxes, top) {
    let foot = top;
    for (const rank of [...sorted].reverse()) {
      const inside = band.order.filter((each) => rankElement(each) === rank);
      const column = inside.map((each) => /** @type {Box} */ (boxes.get(each)));
      let next = top;
      for (const box of column) {
        box.want = findWanted(box, boxes) ?? next;
        next = box.want + box.h + BOX_GAP;
      }
      foot = Math.max(foot, spreadBoxes(column, top));
    }
    return foot;
  }
  /**
   * Where a box wants to begin: in the middle of what serves it. A theme does not, since that is
   * where one begins to read.
   * @param {Box} box
   * @param {Map<NetworkElement, Box>} boxes
   */
  function findWanted({ element, band, h }, boxes) {
    const rank = rankElement(element);
    const below = listBelow(element).filter((each) => rankElement(each) > rank);
    const serving = below.filter((each) => band.members.has(each)).map((each) => boxes.get(each));
    if (!serving.length || element.kind === "theme") return null;
    const sum = serving.reduce((total, each) => total + (each ? each.y + each.h / 2 : 0), 0);
    return sum / serving.length - h / 2;
  }

  // lines

  /**
   * Whether a longer way shows it already: past a target to what that measures, or past a goal or
   * target to their theme.
   * @param {string} kind
   * @param {NetworkElement} start
   * @param {NetworkElement} end
   */
  function isImplied(kind, start, end) {
    const isToTheme = end.kind === "theme";
    const isPlain = ["contributes_to", "part_of"].includes(kind);
    if (!isPlain || (isToTheme && start.kind === "goal")) return false;
    return listAbove(start).some(
      (between) => (isToTheme || between.kind === "target") && listAbove(between).includes(end),
    );
  }
  /** @param {Map<NetworkElement, Box>} boxes @param {Column[]} columns */
  function makeRoutes(boxes, columns) {
    /** @type {Map<string, Route>} */
    const routes = new Map();
    for (const [from, to, kind, basis] of model.data.links) {
      const key = `${from} ${to}`;
      const start = boxes.get(model.elements[from]);
      const end = boxes.get(model.elements[to]);
      const [name] = model.data.linkKinds[kind];
      if (!start || !end || start === end || routes.has(key)) continue;
      if (isImplied(name, start.element, end.element)) continue;
      const weak = model.data.weakBases.includes(basis);
      routes.set(key, { start, end, name, weak, at: 0, through: [] });
    }
    spreadArrivals([...routes.values()]);
    for (const route of routes.values()) route.through = findOpenings(route, columns);
    return [...routes.values()];
  }

  /**
   * What stands where of all that a view shows.
   * @param {View} view
   * @returns {Placed}
   */
  function placeView(view) {
    const bands = makeBands(view);
    const columns = makeColumns([...view.shown]);
    /** @type {Map<NetworkElement, Box>} */
    const boxes = new Map();
    let y = HEADING_HEIGHT;
    for (const band of bands) {
      for (const each of band.order) {
        const column = /** @type {Column} */ (columns.get(rankElement(each)));
        boxes.set(each, makeBox(each, column, band, view));
      }
      band.y = y;
      band.caption = !band.theme && themes.length ? CAPTION_HEIGHT : 0;
      band.foot = standBand(band, [...columns.keys()], boxes, y + BAND_PAD + band.caption) + 1;
      y = band.foot + BAND_GAP;
    }
    const edges = [...columns.values()].map(({ x, w }) => x + w + MARGIN_WIDTH);
    const all = [...boxes.values()];
    for (const column of columns.values()) column.gaps = listOpenings(column, all);
    return {
      boxes: all,
      routes: makeRoutes(boxes, [...columns.values()]),
      bands,
      columns: [...columns.values()],
      width: Math.max(2 * MARGIN_WIDTH, ...edges),
      height: y,
    };
  }

  /**
   * A text on one line, cut off where there is no more room.
   * @param {string} text
   * @param {number} room
   * @param {string} face
   */
  function cutText(text, room, face = "") {
    const line = text.slice(0, MOST_ON_A_LINE).replace(/\s+/g, " ");
    if (measureOnce(line, face) <= room) return line;
    const left = room - measureOnce("…", face);
    return line.slice(0, countFitting(line, left, face)).trimEnd() + "…";
  }

  return {
    ...{ placeView, makeBands, makeRoutes, rankElement, measureBar, joinTitle },
    ...{ shortenCode, wrapText, cutText, forgetWidths: () => widths.clear() },
  };
}

/**
 * Sets the boxes of one column from top to bottom, each as near as it can be to where it wants to
 * be; gives where the next could begin.
 * @param {Pick<Box, "h" | "want" | "y">[]} column
 * @param {number} top
 */
export function spreadBoxes(column, top) {
  const heaps = [];
  for (const box of column) {
    let heap = { boxes: [box], sum: box.want, high: box.h + BOX_GAP };
    for (let last = heaps[heaps.length - 1]; last && isTouching(last, heap);) {
      const sum = last.sum + heap.sum - last.high * heap.boxes.length;
      heap = { boxes: [...last.boxes, ...heap.boxes], sum, high: last.high + heap.high };
      heaps.pop();
      last = heaps[heaps.length - 1];
    }
    heaps.push(heap);
  }
  let y = top;
  for (const heap of heaps) {
    y = Math.max(y, wantedTop(heap));
    for (const box of heap.boxes) {
      box.y = y;
      y += box.h + BOX_GAP;
    }
  }
  return y;
}
/** @param {{boxes: unknown[], sum: number}} heap */
function wantedTop({ boxes, sum }) {
  return sum / boxes.length;
}
/**
 * @param {{boxes: unknown[], sum: number, high: number}} above
 * @param {{boxes: unknown[], sum: number}} under
 */
function isTouching(above, under) {
  return wantedTop(above) + above.high > wantedTop(under);
}

/**
 * Sets at what heights links arrive, in the order of where they come from.
 * @param {Route[]} routes
 */
function spreadArrivals(routes) {
  /** @type {Map<Box, Route[]>} */
  const arriving = new Map();
  for (const route of routes) {
    const known = arriving.get(route.end);
    if (known) known.push(route);
    else arriving.set(route.end, [route]);
  }
  for (const [end, all] of arriving) {
    all.sort((a, b) => a.start.y - b.start.y);
    all.forEach((route, at) => (route.at = end.y + (end.h * (at + 1)) / (all.length + 1)));
  }
}
/**
 * Where a line runs between the boxes of the columns that it passes: left, right and height of
 * each, from what is served on.
 * @param {Route} route
 * @param {Column[]} columns
 */
function findOpenings({ start, end, at }, columns) {
  const left = end.x + end.w;
  if (start.x <= left) return [];
  /** @type {[number, number, number][]} */
  const openings = [];
  for (const column of columns) {
    const right = column.x + column.w;
    if (column.x <= left || right >= start.x) continue;
    const share = (column.x - end.x) / (start.x - end.x);
    const wanted = at + (start.y + start.h / 2 - at) * share;
    openings.push([column.x - BAND_PAD, right + BAND_PAD, chooseGap(column.gaps, wanted)]);
  }
  return openings.sort((a, b) => a[0] - b[0]);
}
/**
 * The gap that is nearest to a height; above or under all boxes that height itself.
 * @param {number[]} gaps from top to bottom
 * @param {number} wanted
 */
function chooseGap(gaps, wanted) {
  if (wanted < gaps[0] || wanted > gaps[gaps.length - 1]) return wanted;
  /** @param {number} gap */
  const measureAway = (gap) => Math.abs(gap - wanted);
  return gaps.reduce((best, gap) => (measureAway(gap) < measureAway(best) ? gap : best));
}
/**
 * The heights at which a column has room between its boxes.
 * @param {Column} column
 * @param {Box[]} boxes
 */
function listOpenings(column, boxes) {
  const inside = boxes.filter((box) => box.column === column).sort((a, b) => a.y - b.y);
  if (!inside.length) return [0];
  const last = inside[inside.length - 1];
  const between = inside.slice(1).map((box, at) => (inside[at].y + inside[at].h + box.y) / 2);
  return [inside[0].y - BOX_GAP / 2, ...between, last.y + last.h + BOX_GAP / 2];
}
