/* Where everything stands when the whole network has to fit its room: a line for each element, or
   its code alone. Letters of 10 points never become smaller than one can read; what does not fit
   so is no picture of boxes. Nothing here knows of a page. */
/** @import { createPlacing } from "./placing.js" */
/** @import { Band, Box, Column, DrawingData, NetworkElement, Placed } from "./types.d.ts" */
/** @import { Route, View } from "./types.d.ts" */

/** Letters of 10 points are so many times larger or smaller on the screen. */
const [LEAST_SCALE, MOST_SCALE] = [0.86, 1.4];
/** The height of a line and of a code with what is between it and the next, and of a heading. */
const [LINE_STEP, CODE_STEP, TOP_HEIGHT] = [18, 14, 24];
/** The gap of boxes in that height; and between codes beside each other. */
const [ROW_GAP, CODE_GAP] = [3, 2];
/** The room around a code is so much less than in a box with words. */
const CODE_TIGHTER = 3;
/** In and between the boxes of themes, and between columns of lines and of codes. */
const [THEME_PAD, THEME_GAP, LINE_GUTTER, CODE_GUTTER, EDGE] = [5, 5, 34, 8, 6];
/** Where a line has less room no title says anything. */
const LEAST_LINE = 96;
/** From the top of a box to the foot of its letters. */
const TEXT_DROP = 11;
/** More themes than this nobody puts beside each other. */
const MOST_BESIDE = 12;
/** A column of lines is so many times as wide as that of themes. */
const COLUMN_SHARES = /** @type {Record<string, number>} */ ({
  theme: 0.8,
  target: 1.1,
  effort: 1.3,
});

/** @typedef {{width: number, height: number}} RoomSize in pixels */

/**
 * @param {ReturnType<typeof createPlacing>} placing
 * @param {DrawingData} drawing
 */
export function createCompactPlacing(placing, drawing) {
  /** @param {NetworkElement} element */
  const nameColumn = (element) => drawing.columns[placing.rankElement(element)];
  /** @param {NetworkElement[]} members */
  const listColumns = (members) =>
    drawing.columns.filter((name) => members.some((each) => nameColumn(each) === name));

  /**
   * @param {NetworkElement} element
   * @param {Band} band
   * @param {Column} column
   * @param {{x: number, y: number, w: number, h: number}} place
   * @returns {Box}
   */
  function makeBox(element, band, column, place) {
    const isCode = place.w <= column.bar;
    const room = place.w - column.bar - 10;
    const face = element.kind === "theme" ? "bold" : "";
    const title = element.title ?? element.text;
    const lines = isCode ? [] : [placing.cutText(title, room, face)];
    const about = { element, band, column, bar: column.bar, drop: TEXT_DROP, want: 0 };
    return { ...about, ...place, lines, small: [], remarks: [] };
  }

  /**
   * A line for each element, as high as the room; null when that cannot be read.
   * @param {View} view
   * @param {RoomSize} room
   * @returns {Placed | null}
   */
  function placeLines(view, room) {
    const bands = placing.makeBands(view);
    const names = listColumns([...view.shown]);
    const rows = bands.map((band) => countRows(band, names));
    const foot = THEME_PAD * 2 + THEME_GAP;
    const height = rows.reduce((sum, each) => sum + each * LINE_STEP + foot, TOP_HEIGHT);
    const scale = Math.min(MOST_SCALE, room.height / height);
    const width = room.width / scale;
    const left = width - 2 * EDGE - LINE_GUTTER * (names.length - 1);
    if (scale < LEAST_SCALE || left / names.length < LEAST_LINE) return null;
    const columns = makeColumns(names, left, [...view.shown]);
    const boxes = standLines(bands, rows, columns);
    const placed = { boxes: [...boxes.values()], bands, columns, width, height };
    return { ...placed, routes: placing.makeRoutes(boxes, columns) };
  }
  /** @param {Band} band @param {string[]} names */
  function countRows(band, names) {
    const counts = names.map(
      (name) => band.order.filter((each) => nameColumn(each) === name).length,
    );
    return Math.max(...counts);
  }
  /**
   * @param {string[]} names
   * @param {number} room
   * @param {NetworkElement[]} shown
   */
  function makeColumns(names, room, shown) {
    const shares = names.map((name) => COLUMN_SHARES[name] ?? 1);
    const share = room / shares.reduce((sum, each) => sum + each, 0);
    let x = EDGE;
    return names.map((name, at) => {
      const inside = shown.filter((each) => nameColumn(each) === name);
      const column = { name, x, w: share * shares[at], bar: placing.measureBar(inside), gaps: [0] };
      x += column.w + LINE_GUTTER;
      return column;
    });
  }
  /**
   * Each column of a band in its middle.
   * @param {Band[]} bands
   * @param {number[]} rows
   * @param {Column[]} columns
   */
  function standLines(bands, rows, columns) {
    /** @type {Map<NetworkElement, Box>} */
    const boxes = new Map();
    let y = TOP_HEIGHT;
    bands.forEach((band, at) => {
      const high = rows[at] * LINE_STEP;
      [band.y, band.foot] = [y, y + high + 2 * THEME_PAD];
      for (const column of columns) {
        const inside = band.order.filter((each) => nameColumn(each) === column.name);
        const step = high / Math.max(1, inside.length);
        inside.forEach((element, number) => {
          const top = y + THEME_PAD + step * (number + 0.5) - LINE_STEP / 2;
          const place = { x: column.x, y: top, w: column.w, h: LINE_STEP - ROW_GAP };
          boxes.set(element, makeBox(element, band, column, place));
        });
      }
      y = band.foot + THEME_GAP;
    });
    return boxes;
  }

  /**
   * The code of each element, theme by theme; null when even that cannot be read.
   * @param {View} view
   * @param {RoomSize} room
   * @returns {Placed | null}
   */
  function placeCodes(view, room) {
    const bands = placing.makeBands(view);
    const bar = placing.measureBar([...view.shown]) - CODE_TIGHTER;
    /** @type {{across: number, scale: number} | null} */
    let best = null;
    for (let across = 1; across <= Math.min(MOST_BESIDE, bands.length); across += 1) {
      const scale = findScale(bands, across, bar, room);
      if (!best || scale > best.scale) best = { across, scale };
    }
    if (!best || best.scale < LEAST_SCALE) return null;
    const wide = room.width / best.scale;
    return standCodes(bands, best.across, bar, wide);
  }
  /**
   * The largest scale at which so many themes beside each other fit.
   * @param {Band[]} bands
   * @param {number} across
   * @param {number} bar
   * @param {RoomSize} room
   */
  function findScale(bands, across, bar, room) {
    for (let scale = MOST_SCALE; scale >= LEAST_SCALE; scale -= 0.06) {
      const wide = (room.width / scale - 2 * EDGE) / across - THEME_GAP;
      const heights = bands.map((band) => shareBand(band, bar, wide).height);
      const tops = stackBands(heights, across);
      const high = Math.max(...tops.map(({ y }, at) => y + heights[at])) + EDGE;
      if (high * scale <= room.height) return scale;
    }
    return 0;
  }
  /**
   * The columns of codes of a band: as many beside each other as its width lets, each kind by its
   * share.
   * @param {Band} band
   * @param {number} bar
   * @param {number} wide
   */
  function shareBand(band, bar, wide) {
    const inside = band.order.filter((each) => each.kind !== "theme");
    const groups = listColumns(inside).map((name) =>
      inside.filter((each) => nameColumn(each) === name),
    );
    const room = wide - 2 * THEME_PAD - CODE_GUTTER * Math.max(0, groups.length - 1);
    const slots = Math.floor((room + CODE_GAP) / (bar + CODE_GAP));
    const across = shareSlots(
      groups.map((group) => group.length),
      slots,
    );
    const rows = groups.map((group, at) => Math.ceil(group.length / across[at]));
    const title = band.theme ? LINE_STEP : 0;
    const isNarrow = slots < groups.length;
    const height = title + Math.max(0, ...rows) * CODE_STEP + 2 * THEME_PAD;
    return { groups, across, title, height: isNarrow ? Infinity : height };
  }

  /**
   * @param {Band[]} bands
   * @param {number} beside
   * @param {number} bar
   * @param {number} width
   * @returns {Placed}
   */
  function standCodes(bands, beside, bar, width) {
    const wide = (width - 2 * EDGE) / beside - THEME_GAP;
    const shared = bands.map((band) => shareBand(band, bar, wide));
    const tops = stackBands(
      shared.map(({ height }) => height),
      beside,
    );
    /** @type {Map<NetworkElement, Box>} */
    const boxes = new Map();
    bands.forEach((band, at) => {
      const { column, y } = tops[at];
      const x = EDGE + column * (wide + THEME_GAP);
      const { groups, across, title, height } = shared[at];
      Object.assign(band, { y, foot: y + height, x, w: wide });
      if (band.theme) standTitle(band, bar, boxes);
      let left = x + THEME_PAD;
      groups.forEach((group, number) => {
        const start = { x: left, y: y + THEME_PAD + title, w: bar, h: CODE_STEP - CODE_GAP };
        standGroup(group, band, start, across[number], boxes);
        left += across[number] * (bar + CODE_GAP) - CODE_GAP + CODE_GUTTER;
      });
    });
    const height = Math.max(...bands.map((band) => band.foot)) + EDGE;
    const routes = placing.makeRoutes(boxes, []).filter((route) => !isInTheme(route));
    return { boxes: [...boxes.values()], routes, bands, columns: [], width, height };
  }
  /**
   * @param {Band} band
   * @param {number} bar
   * @param {Map<NetworkElement, Box>} boxes
   */
  function standTitle(band, bar, boxes) {
    const theme = /** @type {NetworkElement} */ (band.theme);
    if (!band.members.has(theme)) return;
    const [x, w] = [(band.x ?? 0) + THEME_PAD, (band.w ?? 0) - 2 * THEME_PAD];
    const column = { name: "theme", x, w, bar, gaps: [0] };
    const place = { x, y: band.y + THEME_PAD, w, h: LINE_STEP - ROW_GAP };
    boxes.set(theme, makeBox(theme, band, column, place));
  }
  /**
   * @param {NetworkElement[]} group
   * @param {Band} band
   * @param {{x: number, y: number, w: number, h: number}} start
   * @param {number} across
   * @param {Map<NetworkElement, Box>} boxes
   */
  function standGroup(group, band, start, across, boxes) {
    const column = { name: "", x: start.x, w: start.w, bar: start.w, gaps: [0] };
    group.forEach((element, at) => {
      const x = start.x + (at % across) * (start.w + CODE_GAP);
      const y = start.y + Math.floor(at / across) * CODE_STEP;
      boxes.set(element, makeBox(element, band, column, { ...start, x, y }));
    });
  }

  /**
   * The whole of a view as it fits a room, with as many words as can be read; null when not even
   * codes fit.
   * @param {View} view
   * @param {RoomSize} room
   */
  function placeWhole(view, room) {
    return placeLines(view, room) ?? placeCodes(view, room);
  }
  return { placeWhole, placeLines, placeCodes };
}

/**
 * Whether a line only says what the box of a theme says already.
 * @param {Route} route
 */
function isInTheme({ start, end }) {
  return end.element.kind === "theme" && start.band === end.band;
}

/**
 * Shares places beside each other among groups, at least one for each: so that the highest is as
 * low as it can be.
 * @param {number[]} sizes
 * @param {number} slots
 */
export function shareSlots(sizes, slots) {
  const shares = sizes.map(() => 1);
  for (let left = slots - sizes.length; left > 0; left -= 1) {
    const rows = sizes.map((size, at) => Math.ceil(size / shares[at]));
    shares[rows.indexOf(Math.max(...rows))] += 1;
  }
  return shares;
}

/**
 * In which column each band stands and how high, in reading order along rows: each under the
 * column that is the least high.
 * @param {number[]} heights
 * @param {number} across
 */
export function stackBands(heights, across) {
  const feet = Array.from({ length: across }, () => EDGE);
  return heights.map((height) => {
    const column = feet.indexOf(Math.min(...feet));
    const y = feet[column];
    feet[column] += height + THEME_GAP;
    return { column, y };
  });
}
