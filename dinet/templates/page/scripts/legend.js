/* The legend under the picture: only the lines that the picture holds now. */

/** All that serve are drawn alike. */
const SAME_LINES = /** @type {Record<string, string>} */ ({ measures: "contributes_to" });

/**
 * Shows of the legend what a picture holds.
 * @param {SVGSVGElement | undefined} svg nothing when no lines are drawn
 */
export function showLegend(svg) {
  /** @type {NodeListOf<SVGElement>} */
  const paths = (svg ?? document.createElement("svg")).querySelectorAll(".link");
  /** @type {Set<string | undefined>} */
  const held = new Set();
  for (const path of paths) {
    for (const kind of path.classList) held.add(SAME_LINES[kind] ?? kind);
  }
  /** @type {NodeListOf<HTMLElement>} */
  const lines = document.querySelectorAll("#legend li");
  for (const line of lines) line.hidden = !held.has(line.dataset.line);
}
