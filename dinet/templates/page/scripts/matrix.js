import { capital, make, ref, words } from "./making.js";
import { fill, model } from "./model.js";

/* The matrix where it is too large to be seen at once: a part of its columns, mostly a theme, that one chooses from a list. */
export function makeMatrix(change) {
  const { matrix } = model.data;
  if (!matrix) return { show: () => {} };
  const { words: said, signs, parts } = matrix;
  const { elements } = model;
  const select = document.getElementById("matrix-part");
  const room = document.getElementById("matrix-table");
  const serving = new Map(); // for each column its cells by effort
  const busy = new Set();
  for (const [effort, column, way, weak, ...via] of matrix.cells) {
    if (!serving.has(column)) serving.set(column, new Map());
    serving.get(column).set(effort, { way, weak, via });
    busy.add(effort);
  }
  const idle = elements.filter((each) => each.kind === "effort" && !busy.has(each.number)).map((each) => each.number);
  const first = ([, columns]) => elements[columns[0]].id;
  let drawn = null;

  function title(part) {
    const [theme, columns] = part;
    const name = theme === null ? model.words.without_theme : `${elements[theme].id} ${elements[theme].text}`;
    const several = parts.filter(([other]) => other === theme).length > 1 || parts.every(([other]) => other === null);
    return (several ? `${name} (${elements[columns[0]].id} – ${elements[columns.at(-1)].id})` : name).slice(0, 90);
  }
  function cell({ way, weak, via }) {
    const by = way ? fill(said.via, { ids: via.map((each) => elements[each].id).join(", ") }) : said.direct;
    const sign = make("span", "", weak ? `(${signs[way]})` : signs[way]);
    sign.setAttribute("aria-hidden", "true");
    return make("td", ["direct", "between", "goal"][way] + (weak ? " weak" : ""), sign, make("span", "unseen", weak ? `${by}, ${said.weak}` : by));
  }
  function head(className, scope, ...children) {
    const made = make("th", className, ...children);
    made.scope = scope;
    return made;
  }
  function aim(number) {
    const { text } = elements[number];
    const upright = make("span", "upright", text.length > 64 ? text.slice(0, 63) + "…" : text);
    upright.setAttribute("aria-hidden", "true");
    return head("aim", "col", ref(elements[number]), make("span", "unseen", words(elements[number].text)), upright);
  }
  function row(effort, columns) {
    const found = columns.map((column) => serving.get(column)?.get(effort));
    const name = make("span", "entry", ref(elements[effort]), " ", words(elements[effort].text));
    return make("tr", "", head("", "row", name), ...found.map((each) => (each ? cell(each) : make("td", ""))), make("td", "sum", String(found.filter(Boolean).length)));
  }
  function sums(column) {
    const all = [...(serving.get(column)?.values() ?? [])];
    const direct = all.filter(({ way }) => way === 0).length;
    return make("td", "", String(all.length), all.length === direct ? null : make("span", "small", ` (${direct})`));
  }
  function table(part) {
    const [, columns] = part;
    const efforts = new Set(columns.flatMap((column) => [...(serving.get(column)?.keys() ?? [])]));
    const rows = [...efforts, ...(part === parts[0] ? idle : [])].sort((a, b) => a - b);
    const top = make("tr", "", head("corner", "col", capital(said.effort)), ...columns.map(aim), head("sum", "col", said.total));
    const foot = make("tr", "", head("", "row", said.efforts), ...columns.map(sums), make("td", "sum"));
    const caption = make("caption", "unseen", `${said.caption}: ${title(part)}`);
    return make("table", "matrix", caption, make("thead", "", top), make("tbody", "", ...rows.map((each) => row(each, columns))), make("tfoot", "", foot));
  }
  function draw(part) {
    drawn = part;
    select.value = first(part);
    const sheet = make("div", "sheet", table(part));
    for (const [name, value] of Object.entries({ role: "region", "aria-label": `${said.caption}: ${title(part)}`, tabindex: "0" })) sheet.setAttribute(name, value);
    room.replaceChildren(sheet);
  }

  select.append(...parts.map((part) => new Option(title(part), first(part))));
  select.addEventListener("change", () => change({ matrix: select.value }));
  window.addEventListener("beforeprint", () => drawn ?? draw(parts[0]));
  return {
    /* The part that the address names; else that of the theme that was chosen for the network; else the first. */
    show({ tab, matrix: wanted, theme }) {
      if (tab !== "view-matrix") return;
      const named = parts.find((part) => first(part) === wanted);
      const part = named ?? parts.find(([number]) => number !== null && elements[number].id === theme) ?? parts[0];
      if (part !== drawn) draw(part);
    },
  };
}
