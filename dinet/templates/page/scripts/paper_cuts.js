/* Where a picture that is larger than a sheet of paper is cut. Nothing here knows of a page. */

/** A part of a line, from its begin to its end. @typedef {[number, number]} Span */

/** So much of a sheet is at least filled before the next begins, unless a box is in the way. */
const LEAST_FILLED = 0.35;
/** The room that is left before a box that begins a sheet, in points. */
const SPACE_BEFORE = 6;

/**
 * Where each sheet begins: every box is whole on one of them, unless it is larger than a sheet.
 * @param {Span[]} boxes
 * @param {Span} whole
 * @param {number} room how much a sheet holds
 */
export function cutSheets(boxes, [begin, end], room) {
  const starts = [begin];
  for (let start = begin; start + room < end;) {
    const limit = start + room;
    const cut = boxes.filter(([from, to]) => from < limit && to > limit).map(([from]) => from);
    const next = Math.min(limit, ...cut.map((from) => from - SPACE_BEFORE));
    start = next < start + LEAST_FILLED * room ? limit : next;
    starts.push(start);
  }
  return starts;
}
/**
 * Columns in parts of even size, so that the last is no remnant.
 * @param {number} count
 * @param {number} most
 * @returns {Span[]}
 */
export function divideColumns(count, most) {
  const parts = Math.ceil(count / most) || 1;
  const size = Math.ceil(count / parts);
  return Array.from({ length: parts }, (_, at) => [at * size, Math.min(count, (at + 1) * size)]);
}
