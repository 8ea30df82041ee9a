/* What is shown of the network as a file: made in the page itself, so nothing is asked from
   anywhere. */
import { makeNode, makeShape, readColour, setAttributes } from "./making.js";
import { simplifyText } from "./model.js";
/** @import { PagePicture } from "./types.d.ts" */

/** What style sheets say of a shape, and a file has to say itself. */
const COPIED_PROPERTIES = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size"],
  ...["font-weight", "font-style", "text-anchor", "marker-start"],
];
/** What only a page does. */
const PAGE_ATTRIBUTES = ["tabindex", "aria-pressed", "role"];
/** Pixels for each point, in all, and on a side: no browser draws more. */
const [PIXELS_A_POINT, MOST_PIXELS, LONGEST_SIDE] = [2, 40e6, 32767];
/** So long, in milliseconds, a browser may take to begin with a file. */
const KEPT_FOR = 60000;

/** @param {string} ending */
function nameFile(ending) {
  const title = document.querySelector("h1")?.textContent ?? "";
  const plain = simplifyText(title).replace(/[^a-z0-9]+/g, "-");
  return (plain.replace(/^-+|-+$/g, "").slice(0, 80) || "din") + ending;
}
/** @param {Blob | null} blob @param {string} ending */
function saveFile(blob, ending) {
  if (!blob) return;
  const link = makeNode("a", "unseen");
  link.href = URL.createObjectURL(blob);
  link.download = nameFile(ending);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** The letters of the page, as a style of the file. */
function copyLetters() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  return makeShape("style", {}, faces.map((rule) => rule.cssText).join("\n"));
}
/** @param {Element} shape @param {Element} copy */
function copyLook(shape, copy) {
  const look = getComputedStyle(shape);
  for (const property of COPIED_PROPERTIES) {
    const value = look.getPropertyValue(property);
    const isHeadless = property === "marker-start" && value === "none";
    if (!value || isHeadless) continue;
    copy.setAttribute(property, value.replace(/url\("[^"#]*#/, 'url("#'));
  }
}
/**
 * A copy that looks the same without the style sheets of the page.
 * @param {SVGSVGElement} svg
 */
function copyPicture(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const drawn = "rect, path, text, tspan";
  const copies = copy.querySelectorAll(drawn);
  svg.querySelectorAll(drawn).forEach((shape, at) => copyLook(shape, copies[at]));
  for (const button of copy.querySelectorAll("[tabindex]")) {
    for (const attribute of PAGE_ATTRIBUTES) button.removeAttribute(attribute);
  }
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const ground = makeShape("rect", { x, y, width, height, fill: readColour("paper") });
  const definitions = copy.querySelector("defs");
  definitions?.after(ground);
  definitions?.prepend(copyLetters());
  setAttributes(copy, { xmlns: "http://www.w3.org/2000/svg", width, height });
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}
/** @param {{text: string, width: number, height: number}} picture */
function savePixels({ text, width, height }) {
  const image = new Image();
  image.onload = () => {
    const most = Math.sqrt(MOST_PIXELS / (width * height));
    const longest = Math.min(LONGEST_SIDE / width, LONGEST_SIDE / height);
    const scale = Math.min(PIXELS_A_POINT, most, longest);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.floor(width * scale));
    canvas.height = Math.max(1, Math.floor(height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveFile(blob, ".png"), "image/png");
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
}

/** @param {PagePicture} picture */
export function createSaving(picture) {
  const saver = document.getElementById("save-svg"); // not where another library draws

  function saveDrawing() {
    const svg = picture.findSvg();
    if (!svg) return;
    saveFile(new Blob([copyPicture(svg).text], { type: "image/svg+xml" }), ".svg");
  }
  function saveImage() {
    const svg = picture.findSvg();
    if (svg) {
      savePixels(copyPicture(svg));
      return;
    }
    const canvas = document.querySelector("#picture canvas");
    if (!(canvas instanceof HTMLCanvasElement)) return;
    canvas.toBlob((blob) => saveFile(blob, ".png"), "image/png");
  }

  saver?.addEventListener("click", saveDrawing);
  document.getElementById("save-png")?.addEventListener("click", saveImage);
  return {
    showState() {
      if (saver instanceof HTMLButtonElement) saver.disabled = !picture.findSvg();
    },
  };
}
