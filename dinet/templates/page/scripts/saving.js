/* What is shown of the network as a file: made in the page itself, so nothing is asked from
   anywhere. */
import { findPart, makeNode, makeShape, setAttributes } from "./making.js";
import { simplifyText } from "./model.js";
import { model } from "./page_model.js";
import { actAfterTelling } from "./sign_of_life.js";
/** @import { PagePicture } from "./types.d.ts" */

/** What style sheets say of a shape, and a file has to say itself. */
const COPIED_PROPERTIES = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size"],
  ...["font-weight", "font-style", "text-anchor", "marker-start", "marker-end", "visibility"],
];
/** What only a page does. */
const PAGE_ATTRIBUTES = ["tabindex", "aria-pressed", "role"];
/** Pixels for each point, in all, and on a side: no browser draws more. */
const [PIXELS_A_POINT, MOST_PIXELS, LONGEST_SIDE] = [2, 40e6, 32767];
/** The room over and under a picture that is saved, and how wide a letter of its legend is. */
const [FRAME_HEAD, FRAME_FOOT, LEGEND_LETTER] = [48, 52, 5.8];
/** So long, in milliseconds, a browser may take to begin with a file. */
const KEPT_FOR = 60000;

/** @param {string} ending */
function nameFile(ending) {
  const title = document.querySelector("h1")?.textContent ?? "";
  const plain = simplifyText(title).replace(/[^a-z0-9]+/g, "-");
  return (plain.replace(/^-+|-+$/g, "").slice(0, 80) || "din") + ending;
}
/** @param {Blob | null} blob @param {string} ending */
export function saveFile(blob, ending) {
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
    const isHeadless = property.startsWith("marker") && value === "none";
    if (!value || isHeadless || value.includes("context-")) continue;
    copy.setAttribute(property, value.replace(/url\("[^"#]*#/, 'url("#'));
  }
}
/** The colours of the page in the light, whatever those are now: paper is white. */
function listLightColours() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const roots = rules.filter(
    (rule) => rule instanceof CSSStyleRule && rule.selectorText === ":root",
  );
  return roots.flatMap((rule) => {
    const { style } = /** @type {CSSStyleRule} */ (rule);
    const names = [...style].filter((name) => name.startsWith("--"));
    return names.map((name) => [name, style.getPropertyValue(name)]);
  });
}
/**
 * A place in the page, out of sight, where everything has its light colours.
 * @param {SVGSVGElement} copy
 */
function standInLight(copy) {
  const place = makeNode("div", "picture unseen", copy);
  for (const [name, value] of listLightColours()) place.style.setProperty(name, value);
  place.style.setProperty("color-scheme", "light");
  place.style.setProperty("forced-color-adjust", "none");
  place.setAttribute("aria-hidden", "true");
  document.body.append(place);
  return place;
}
/**
 * The end of a line in a colour of its own, which other programs cannot take from the line.
 * @param {SVGElement} marker
 * @param {string} colour
 */
function paintEnd(marker, colour) {
  const fills = { open: "#ffffff", none: "none", whole: colour };
  const kind = marker.getAttribute("class") ?? "whole";
  const fill = /** @type {Record<string, string>} */ (fills)[kind] ?? colour;
  for (const shape of marker.children) setAttributes(shape, { fill, stroke: colour });
}
/**
 * @param {SVGSVGElement} copy
 * @param {Element} path
 * @param {string} name the attribute that holds its end
 */
function colourEnd(copy, path, name) {
  const id = /#([\w-]+)/.exec(path.getAttribute(name) ?? "")?.[1];
  const marker = id && copy.querySelector(`marker[id="${id}"]`);
  if (!marker) return;
  const colour = path.getAttribute("stroke") ?? "";
  const own = `${id}-${colour.replace(/\W+/g, "")}`;
  path.setAttribute(name, `url(#${own})`);
  if (copy.querySelector(`marker[id="${own}"]`)) return;
  const painted = /** @type {SVGElement} */ (marker.cloneNode(true));
  painted.id = own;
  paintEnd(painted, colour);
  marker.after(painted);
}
/**
 * The title, what is shown, the legend, and where it comes from: above and under the picture.
 * @param {SVGSVGElement} copy
 */
function frameCopy(copy) {
  const [x, y, width, height] = (copy.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const title = document.querySelector("h1")?.textContent ?? "";
  const shown = document.getElementById("shown")?.textContent ?? "";
  const notes = document.getElementById("caption")?.dataset.notes ?? "";
  const look = { x: x + 8, fill: "#17202b", "font-size": 12 };
  const top = y - FRAME_HEAD;
  const heading = makeShape("text", { ...look, y: top + 20, "font-size": 16 }, title);
  heading.setAttribute("font-weight", "bold");
  const foot = y + height + 20;
  const parts = [
    heading,
    makeShape("text", { ...look, y: top + 38 }, shown),
    makeShape("text", { ...look, y: foot + 18 }, notes),
    ...copyLegend(x + 8, foot),
  ];
  const whole = { x, y: top, width, height: height + FRAME_HEAD + FRAME_FOOT };
  const ground = makeShape("rect", { ...whole, fill: "#ffffff" });
  copy.querySelector("defs")?.after(ground);
  copy.append(...parts);
  setAttributes(copy, { viewBox: Object.values(whole).join(" ") });
  return whole;
}
/** @param {number} left @param {number} y */
function copyLegend(left, y) {
  let x = left;
  /** @type {NodeListOf<HTMLElement>} */
  const lines = document.querySelectorAll("#legend li:not([hidden])");
  return [...lines].flatMap((line) => {
    const words = line.textContent?.trim() ?? "";
    const sample = makeShape("g", { class: "legend", transform: `translate(${x} ${y - 8})` });
    const drawn = line.querySelector("svg")?.children ?? [];
    sample.append(...[...drawn].map((shape) => shape.cloneNode(true)));
    const look = { x: x + 42, y, fill: "#17202b", "font-size": 11 };
    x += 62 + words.length * LEGEND_LETTER;
    return [sample, makeShape("text", look, words)];
  });
}
/**
 * A copy that looks the same without the style sheets of the page: light, with its title, legend
 * and source.
 * @param {SVGSVGElement} svg
 */
function copyPicture(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const place = standInLight(copy);
  const { width, height } = frameCopy(copy);
  for (const shape of copy.querySelectorAll("rect, path, text, tspan")) copyLook(shape, shape);
  for (const path of copy.querySelectorAll(".link")) {
    for (const name of ["marker-start", "marker-end"]) colourEnd(copy, path, name);
  }
  place.remove();
  for (const button of copy.querySelectorAll("[tabindex]")) {
    for (const attribute of PAGE_ATTRIBUTES) button.removeAttribute(attribute);
  }
  copy.querySelector("defs")?.prepend(copyLetters());
  setAttributes(copy, { xmlns: "http://www.w3.org/2000/svg", width, height });
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}
/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
function encodeCanvas(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
/**
 * @param {{text: string, width: number, height: number}} picture
 * @returns {Promise<Blob>}
 */
function paintPixels({ text, width, height }) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const most = Math.sqrt(MOST_PIXELS / (width * height));
      const longest = Math.min(LONGEST_SIDE / width, LONGEST_SIDE / height);
      const scale = Math.min(PIXELS_A_POINT, most, longest);
      const canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.floor(width * scale));
      canvas.height = Math.max(1, Math.floor(height * scale));
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      encodeCanvas(canvas).then(resolve, reject);
    };
    image.onerror = reject;
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  });
}

/** @param {PagePicture} picture */
export function createSaving(picture) {
  const saver = document.getElementById("save-svg"); // not where another library draws

  /** @param {Promise<Blob>} painting */
  function saveOnceMade(painting) {
    painting.then((blob) => saveFile(blob, ".png")).finally(() => tellCopied(""));
  }
  function saveDrawing() {
    const svg = picture.findSvg();
    if (svg) saveFile(new Blob([copyPicture(svg).text], { type: "image/svg+xml" }), ".svg");
    tellCopied("");
  }
  function saveImage() {
    const svg = picture.findSvg();
    if (svg) return saveOnceMade(paintPixels(copyPicture(svg)));
    const canvas = document.querySelector("#picture canvas");
    if (canvas instanceof HTMLCanvasElement) saveOnceMade(encodeCanvas(canvas));
  }

  const copier = findPart("copy-picture", HTMLButtonElement);
  function copyImage() {
    /** @type {Promise<Blob>} */
    const painting = new Promise((resolve, reject) => {
      actAfterTelling(tellCopied, () => {
        const svg = picture.findSvg();
        if (svg) paintPixels(copyPicture(svg)).then(resolve, reject);
        else reject(new Error("no picture"));
      });
    });
    const item = new ClipboardItem({ "image/png": painting });
    navigator.clipboard.write([item]).then(
      () => tellCopied(model.words.picture_copied),
      () => tellCopied(model.words.not_copied),
    );
  }
  /** @param {string} words */
  function tellCopied(words) {
    findPart("copied", HTMLElement).textContent = words;
  }

  copier.addEventListener("click", copyImage);
  saver?.addEventListener("click", () => actAfterTelling(tellCopied, saveDrawing));
  const painter = document.getElementById("save-png");
  painter?.addEventListener("click", () => actAfterTelling(tellCopied, saveImage));
  return {
    showState() {
      const isDrawn = picture.hasSvg();
      if (saver instanceof HTMLButtonElement) saver.disabled = !isDrawn;
      copier.hidden = !isDrawn || !("ClipboardItem" in window);
      tellCopied("");
    },
  };
}
