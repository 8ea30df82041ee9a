/* Readers may ask for more room between letters and words (WCAG 1.4.12): what stands in the boxes
   of the picture is then made narrower, so that it stays in them. */
import { makeNode } from "./making.js";
/** @import { PagePicture } from "./types.d.ts" */

/** The room between a text and the border of its box, in points. */
const MARGIN_OF_TEXT = 4;

/** @param {SVGElement} text */
function isSpaced(text) {
  const { letterSpacing, wordSpacing } = getComputedStyle(text);
  return [letterSpacing, wordSpacing].some((room) => parseFloat(room) > 0);
}
/**
 * @param {SVGTextContentElement} line
 * @param {number} room
 */
function fitLine(line, room) {
  line.removeAttribute("textLength");
  if (line.getComputedTextLength() <= room) return;
  line.setAttribute("textLength", String(room));
  line.setAttribute("lengthAdjust", "spacingAndGlyphs");
}
/** @param {Element} shape */
function fitShape(shape) {
  const [box, bar] = [".box", ".bar"].map((name) => shape.querySelector(name));
  if (!(box instanceof SVGRectElement)) return;
  const right = box.x.baseVal.value + box.width.baseVal.value - MARGIN_OF_TEXT;
  /** @type {NodeListOf<SVGTextContentElement>} */
  const lines = shape.querySelectorAll("tspan[x], text[x]:not(:has(tspan[x]), .badge)");
  for (const line of lines) {
    const isCode = line.closest(".code") && bar instanceof SVGRectElement;
    fitLine(line, isCode ? bar.width.baseVal.value : right - Number(line.getAttribute("x")));
  }
}

/** @param {PagePicture} picture */
export function createSpacing(picture) {
  let hasFitted = false;
  function showState() {
    const svg = picture.findSvg();
    const text = svg?.querySelector("text");
    if (!svg || !text || !(hasFitted || isSpaced(text))) return;
    hasFitted = true;
    for (const shape of svg.querySelectorAll(".element")) fitShape(shape);
  }
  const probe = makeNode("span", "unseen probe", "abc abc");
  probe.setAttribute("aria-hidden", "true");
  document.body.append(probe);
  new ResizeObserver(showState).observe(probe);
  return { showState };
}
