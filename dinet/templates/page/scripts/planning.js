import { capital, make, ref, words } from "./making.js";
import { model } from "./model.js";

/* The planning of a large network: a table for each theme or owner, made when it is unfolded, and all of them for paper. */
export function startPlanning() {
  const { planning } = model.data;
  if (!planning) return;
  const { words: said, years, fills, groups } = planning;
  const [LANE, BAR] = [22, 18];

  function shape(tag, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }
  function bars(lanes, found) {
    const whole = shape("svg", { class: "time", height: LANE * lanes, "aria-hidden": "true", focusable: "false" });
    const lines = years.slice(1).map((_, at) => `${(100 * (at + 1)) / years.length}%`);
    whole.append(...lines.map((x) => shape("line", { class: "year", x1: x, x2: x, y1: 0, y2: "100%" })));
    for (const [from, to, lane, phase] of found) {
      whole.append(shape("rect", { class: "phase", x: `${from}%`, y: LANE * lane + 2, width: `${to - from}%`, height: BAR, fill: fills[phase] }));
    }
    return whole;
  }
  function head(className, scope, ...children) {
    const made = make("th", className, ...children);
    made.scope = scope;
    return made;
  }
  function cell(className, name, ...children) {
    const made = make("td", className, ...children);
    made.dataset.column = name;
    return made;
  }
  function line([number, told, lanes, ...found]) {
    const element = model.elements[number];
    const who = element.owners?.join(", ") || element.vacant || "";
    const name = make("span", "entry", ref(element), " ", words(element.text));
    const when = cell("when", said.planning, found.length ? bars(lanes, found) : null, make("span", "said", told));
    return make("tr", "", head("", "row", name), cell("who", said.owner, words(who)), when);
  }
  function table(heading, lines) {
    const above = years.length ? make("span", "years", ...years.map((year) => make("span", "", String(year)))) : null;
    above?.setAttribute("aria-hidden", "true");
    const top = make("tr", "", head("", "col", capital(said.effort)), head("who", "col", said.owner), head("when", "col", said.planning, above));
    return make("table", "planning", make("caption", "unseen", heading), make("thead", "", top), make("tbody", "", ...lines.map(line)));
  }
  function group([heading, ...lines], at) {
    const title = make("h3", "", words(capital(heading)), " ", make("span", "many", String(lines.length)));
    const made = make("details", "grade", make("summary", "", title));
    const build = () => made.open && made.children.length < 2 && made.append(table(heading, lines));
    made.addEventListener("toggle", build);
    made.open = at === 0;
    window.addEventListener("beforeprint", () => {
      made.open = true;
      build();
    });
    return made;
  }

  document.getElementById("planning-groups").append(...groups.map(group));
}
