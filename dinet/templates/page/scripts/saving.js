import { make } from "./making.js";
import { model } from "./model.js";

/* What is shown of the network as a file: made in the page itself, so nothing is asked from anywhere. */
export function makeSaving(picture) {
  const SVG = "http://www.w3.org/2000/svg";
  const COPIED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "marker-start"];
  const [SHARP, MOST, LONGEST] = [2, 40e6, 32767]; // pixels for each point, in all, and on a side: no browser draws more

  function name(ending) {
    const title = model.plain(document.querySelector("h1").textContent).replace(/[^a-z0-9]+/g, "-");
    return (title.replace(/^-+|-+$/g, "").slice(0, 80) || "din") + ending;
  }

  /* A copy that looks the same without the style sheets of the page. */
  function copied(svg) {
    const copy = svg.cloneNode(true);
    const [shapes, copies] = [svg, copy].map((each) => [...each.querySelectorAll("rect, path, text, tspan")]);
    shapes.forEach((shape, at) => {
      const look = getComputedStyle(shape);
      for (const property of COPIED) {
        const value = look.getPropertyValue(property);
        if (value && !(property === "marker-start" && value === "none")) copies[at].setAttribute(property, value.replace(/url\("[^"#]*#/, 'url("#'));
      }
    });
    for (const each of copy.querySelectorAll("[tabindex]")) for (const attribute of ["tabindex", "aria-pressed", "role"]) each.removeAttribute(attribute);
    const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const ground = document.createElementNS(SVG, "rect");
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
    for (const [key, value] of Object.entries({ x, y, width, height, fill: paper })) ground.setAttribute(key, value);
    copy.querySelector("defs").after(ground);
    copy.querySelector("defs").prepend(letters());
    for (const [key, value] of Object.entries({ xmlns: SVG, width, height })) copy.setAttribute(key, value);
    return { text: new XMLSerializer().serializeToString(copy), width, height };
  }
  function letters() {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule);
    const style = document.createElementNS(SVG, "style");
    style.textContent = rules.map((rule) => rule.cssText).join("\n");
    return style;
  }
  function save(blob, ending) {
    const link = make("a", "unseen");
    link.href = URL.createObjectURL(blob);
    link.download = name(ending);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  function painted({ text, width, height }) {
    const image = new Image();
    image.onload = () => {
      const scale = Math.min(SHARP, Math.sqrt(MOST / (width * height)), LONGEST / width, LONGEST / height);
      const [wide, high] = [width, height].map((each) => Math.max(1, Math.floor(each * scale)));
      const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
      canvas.getContext("2d").drawImage(image, 0, 0, wide, high);
      canvas.toBlob((blob) => save(blob, ".png"), "image/png");
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  }

  const svg = () => picture.svg?.() ?? null;
  document.getElementById("save-svg")?.addEventListener("click", () => svg() && save(new Blob([copied(svg()).text], { type: "image/svg+xml" }), ".svg"));
  document.getElementById("save-png")?.addEventListener("click", () => {
    const canvas = document.querySelector("#picture canvas");
    if (svg()) painted(copied(svg()));
    else canvas?.toBlob((blob) => save(blob, ".png"), "image/png");
  });
  return {
    show() {
      const saver = document.getElementById("save-svg");
      if (saver) saver.disabled = !svg();
    },
  };
}
