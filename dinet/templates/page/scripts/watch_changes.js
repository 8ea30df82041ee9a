/* What changed since the document was last saved: marks where it stands, and a list with links.
   They go with the next save that changes nothing, or by a button. */

/** @typedef {Record<string, string[]>} ChangedElements what is told of each, by id */
/** @typedef {object} Changes
 * @property {string} heading
 * @property {string} hide
 * @property {Record<string, string>} marks
 * @property {[string, ChangedElements][]} lines
 * @property {string} gone
 */

const SVG_SPACE = "http://www.w3.org/2000/svg";
/** Of a mark in the picture, in points: how far from the corner of its box. */
const [MARK_INSET, MARK_BASE] = [6, 1];

/** @param {Changes} changes @param {string} edition */
export function showChanges(changes, edition) {
  if (history.state?.putAway === edition) return;
  const list = makeChangeList(changes);
  const after = document.querySelector(".tabs") ?? document.body.firstElementChild;
  after?.after(list);
  const picture = document.getElementById("picture");
  const drawn = new MutationObserver(() => markPicture(changes.marks));
  const look = new CSSStyleSheet();
  look.replaceSync(SINCE_LOOK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];

  function hideMarks() {
    drawn.disconnect();
    list.remove();
    for (const mark of document.querySelectorAll(".since-mark")) mark.remove();
    history.replaceState({ putAway: edition }, "");
    const heading = document.querySelector(".view:not([hidden]) h2");
    if (heading instanceof HTMLElement) heading.focus();
  }
  list.querySelector("button")?.addEventListener("click", hideMarks);
  markViews(changes.marks);
  markPicture(changes.marks);
  if (picture) drawn.observe(picture, { childList: true });
}

const SINCE_LOOK = `
  #since { flex: none; padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--edge);
    background: var(--info-ground); display: flex; flex-wrap: wrap; gap: 0.3rem 1rem;
    align-items: flex-start; }
  #since details { flex: 1 1 16rem; min-width: 0; }
  #since summary { font-weight: 700; padding: 0.3rem 0; }
  #since h2 { font-size: 1rem; margin: 0.5rem 0 0.2rem; }
  #since ul { margin: 0; padding: 0; list-style: none; max-height: 30vh; overflow: auto; }
  #since li { padding: 0.15rem 0; overflow-wrap: anywhere; }
  .since-mark { font-weight: 700; }
  .tile > .since-mark { justify-self: start; align-self: start; }
  :is(.tile, summary) .since-mark, .table .since-mark { padding: 0 0.35rem; margin: 0 0.2rem;
    border: 2px solid var(--ink); border-radius: 0.3rem; background: var(--paper);
    color: var(--ink); font-size: 0.8125rem; white-space: nowrap; }
  #picture .since-mark { fill: var(--ink); stroke: var(--paper); stroke-width: 4px;
    paint-order: stroke; font-size: 10px; text-anchor: end; pointer-events: none; }
  @media print { #since { display: none; } }`;

/** @param {string} tag @param {...(Node | string)} children */
function makePart(tag, ...children) {
  const part = document.createElement(tag);
  part.append(...children);
  return part;
}
/** @param {Changes} changes */
function makeChangeList({ heading, hide, lines, gone }) {
  const parts = lines.flatMap(([title, elements]) => {
    const entries = Object.entries(elements);
    if (!entries.length) return [];
    const items = entries.map(([id, words]) => makeChange(id, words, title === gone));
    return [makePart("h2", title), makePart("ul", ...items)];
  });
  const button = makePart("button", hide);
  button.setAttribute("type", "button");
  const details = makePart("details", makePart("summary", heading), ...parts);
  const list = makePart("section", details, button);
  list.id = "since";
  list.setAttribute("aria-label", heading);
  return list;
}
/** @param {string} id @param {string[]} words @param {boolean} isGone */
function makeChange(id, words, isGone) {
  const told = `: ${words.join("; ")}`;
  if (isGone) return makePart("li", makePart("s", id), told);
  const link = makePart("a", id);
  link.setAttribute("href", "#" + encodeURIComponent(id));
  return makePart("li", link, told);
}
/** @param {string} words */
function makeMark(words) {
  const mark = makePart("span", words);
  mark.className = "since-mark";
  return mark;
}
/** The tiles of the overview and the rows of the table. @param {Record<string, string>} marks */
function markViews(marks) {
  for (const tile of document.querySelectorAll("#tiles .tile")) {
    const words = tile instanceof HTMLElement && marks[tile.dataset.aim ?? ""];
    if (words) tile.append(makeMark(words));
  }
  const codes = "#view-table a.chip, .tile-group summary .code";
  for (const chip of document.querySelectorAll(codes)) {
    const words = marks[chip.textContent];
    if (words) chip.after(makeMark(words));
  }
}
/** The boxes of the picture that have no mark yet. @param {Record<string, string>} marks */
function markPicture(marks) {
  for (const [id, words] of Object.entries(marks)) {
    const box = document.querySelector(`#picture [data-id="${CSS.escape(id)}"]`);
    const frame = box?.querySelector("rect");
    if (!box || !frame || box.querySelector(".since-mark")) continue;
    const mark = document.createElementNS(SVG_SPACE, "text");
    mark.setAttribute("class", "since-mark");
    const right = Number(frame.getAttribute("x")) + Number(frame.getAttribute("width"));
    mark.setAttribute("x", String(right - MARK_INSET));
    mark.setAttribute("y", String(Number(frame.getAttribute("y")) + MARK_BASE));
    mark.textContent = words;
    box.append(mark);
    const label = box.getAttribute("aria-label");
    if (label) box.setAttribute("aria-label", `${label} (${words})`);
  }
}
