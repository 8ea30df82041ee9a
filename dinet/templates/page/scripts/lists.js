import { fill, model } from "./model.js";

/* The long lists of a large network, made from the data: each when its view is first opened, and all of them for paper. */
export function startLists() {
  const MOST = 12; // so many codes are named after a mark; of the others the number is told
  const { data } = model;
  const { lists } = data;
  const { words } = lists;
  const elements = [...data.elements, ...lists.doubles];
  const textLang = data.textLang === data.lang ? {} : { lang: data.textLang };
  const grades = ["direct", "through", "none"];
  const headed = new Set(["theme", "goal", "target", "effort"]); // a column or heading says what these are

  // how an element is written

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.flat().filter((child) => child !== "" && child !== null));
    return made;
  }
  function shape(tag, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }
  const capital = (value) => value.charAt(0).toUpperCase() + value.slice(1);
  const text = (value) => make("span", { class: "text", ...textLang }, value);
  const many = (values) => make("span", { class: "many" }, String(values.length));
  const spaced = (parts) => parts.filter((part) => part !== null).flatMap((part) => [" ", part]).slice(1);

  const ref = ({ id, kind }) => make("a", { class: `chip ${kind}`, href: "#" + encodeURIComponent(id) }, id);
  const refs = (numbers) => numbers.map((number) => ref(elements[number]));
  const line = (number) => make("span", { class: "entry" }, ref(elements[number]), " ", text(elements[number].text));
  function mark([says, numbers, names]) {
    const rest = numbers.length > MOST ? fill(words.more, { count: numbers.length - MOST }) : null;
    const named = names.length ? make("span", textLang, names.join(", ")) : null;
    return make("span", { class: "mark" }, spaced([says, ...refs(numbers.slice(0, MOST)), named, rest]));
  }
  /* Everything that the table says of an element: its number, or its number and its marks. */
  function entry(code) {
    const [number, ...marks] = [code].flat();
    const { kind, level, sources } = elements[number];
    const said = spaced([
      headed.has(kind) ? null : make("span", { class: "kind" }, capital(data.kinds[kind])),
      text(elements[number].text),
      level ? make("span", { class: "kind" }, `(${data.levels[level]})`) : null,
      sources ? make("em", { class: "source" }, `${words.sources}: `, make("span", textLang, sources.join("; "))) : null,
      ...marks.map(mark),
    ]);
    return make("span", { class: "entry" }, ref(elements[number]), " ", make("span", {}, said));
  }

  // the table

  function table() {
    if (!lists.table.length) return [make("p", { class: "nothing" }, words.nothing)];
    return lists.table.map(([theme, heading, ...groups]) => {
      const title = make("h3", {}, theme === null ? heading : entry(theme));
      const about = heading === words.loose ? make("p", {}, words.not_said) : null;
      const empty = make("tr", {}, make("td", { colspan: 3 }, gap(words.no_goals)));
      const bodies = groups.length ? groups.map(group) : [make("tbody", {}, empty)];
      return make("table", { class: "din" }, make("caption", {}, title, about), head(lists.columns), bodies);
    });
  }
  function group([goal, label, ...rows]) {
    const first = { rowspan: rows.length };
    const under = label ? [make("span", { class: "mark" }, words.stood_under), " ", text(label)] : [];
    const cell = goal === null ? make("td", { class: "no-goal", ...first }, under) : make("th", { scope: "rowgroup", ...first }, entry(goal));
    return make("tbody", {}, rows.map(([between, efforts], at) => {
      const missing = rows.length > 1 ? words.whole : words.no_target;
      const middle = between.length || goal === null ? among(between.map(entry)) : gap(missing);
      const work = efforts.length ? bullets(efforts.map(effort)) : gap(goal !== null && between.length ? words.no_own_effort : words.no_effort);
      return make("tr", {}, at ? null : cell, column(1, middle), column(2, work));
    }));
  }
  const gap = (value) => make("span", { class: "gap" }, value);
  const bullets = (entries) => make("ul", {}, entries.map((each) => make("li", {}, each)));
  const among = (entries) => (entries.length > 1 ? bullets(entries) : entries);
  const column = (at, child) => make("td", { "data-column": lists.columns[at] }, child);
  const head = (columns) => make("thead", {}, make("tr", {}, columns.map((each) => make("th", { scope: "col" }, each))));

  function effort(code) {
    const parts = lists.parts[[code].flat()[0]];
    return parts ? [entry(code), bullets(parts.map(entry))] : [entry(code)];
  }

  // coverage

  function coverage() {
    const { total, themes, remarks } = lists.coverage;
    const told = [words.targets, words.goals].map((heading, at) => {
      const rows = themes.map(([theme, ...tallies]) => counted(theme === null ? words.without_theme : line(theme), tallies[at]));
      const caption = make("caption", {}, make("h3", {}, heading));
      const sum = make("tfoot", {}, counted(words.total, total[at]));
      return make("table", { class: "covered" }, caption, shares(), make("tbody", {}, rows), sum);
    });
    const twice = themes.length > 1 ? make("p", { class: "small" }, words.twice) : "";
    const missed = make("section", { class: "grade" }, make("h3", {}, words.missed, " ", many(remarks)), items(remarks.map(remark)));
    return [make("p", { class: "lead" }, words.grades), ...told, twice, ...graded(), remarks.length ? missed : ""];
  }
  const key = (grade) => make("span", { class: `key ${grade}` });
  const items = (lines) => make("ul", { class: "list" }, lines.map((each) => make("li", {}, each)));

  function shares() {
    const numbers = grades.map((grade, at) => make("th", { scope: "col", class: "number" }, key(grade), capital(data.grades[at])));
    return make("thead", {}, make("tr", {}, make("th", { scope: "col" }, words.theme), make("th", { scope: "col", class: "share" }, words.share), numbers));
  }
  function counted(title, tally) {
    const numbers = tally.map((count, at) => make("td", { class: "number", "data-column": capital(data.grades[at]) }, String(count)));
    return make("tr", {}, make("th", { scope: "row" }, title), make("td", { class: "share" }, bar(tally)), numbers);
  }
  function bar(tally) {
    const total = tally[0] + tally[1] + tally[2];
    if (!total) return "";
    const svg = shape("svg", { class: "bar", viewBox: `0 0 ${total} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const x = [0, tally[0], tally[0] + tally[1]];
    svg.append(...grades.map((grade, at) => shape("rect", { class: grade, x: x[at], width: tally[at], height: 1 })));
    return svg;
  }
  /* The goals and targets of each grade, the worst first. */
  function graded() {
    const judged = ["target", "goal"].flatMap((kind) => data.elements.flatMap((each, number) => (each.kind === kind ? [number] : [])));
    return [2, 1, 0].map((at) => {
      const found = judged.filter((number) => data.elements[number].grade === data.grades[at]);
      const title = make("h3", {}, key(grades[at]), capital(data.grades[at]), " ", many(found));
      const list = found.length ? items(found.map(line)) : make("p", { class: "nothing" }, words.none_graded);
      return make("details", { class: "grade", ...(at ? { open: "" } : {}) }, make("summary", {}, title), list);
    });
  }
  function remark([target, goal, through]) {
    const blanks = { "{target}": target, "{goal}": goal };
    const parts = (through ? words.through_other : words.at_all).split(/(\{\w+\})/);
    return parts.map((part) => (part in blanks ? ref(elements[blanks[part]]) : part));
  }

  // findings and notes

  function listed(title, columns, bodies) {
    const heads = columns.map(([name, words]) => make("th", { scope: "col", class: name }, words));
    const caption = make("caption", { class: "unseen" }, title);
    return make("table", { class: "found" }, caption, make("thead", {}, make("tr", {}, heads)), bodies);
  }
  const good = (value) => make("p", { class: "nothing good" }, value);

  function findings() {
    if (!lists.found.length) return [good(words.no_findings)];
    const columns = [["about", words.element], ["wide", words.finding], ["place", words.places]];
    const counts = lists.severities.map(([severity, told]) => make("span", { class: `level ${severity}` }, told));
    let first = 0;
    const bodies = lists.found.map(([about, alike, ...places]) => {
      const spots = data.findings.slice(first, (first += places.length));
      return ruled(about, alike, spots.map((spot, at) => [...spot, places[at]]));
    });
    return [make("p", { class: "lead" }, spaced(counts)), listed(words.all_findings, columns, bodies)];
  }
  /* What one rule found; where it says the same of many elements, that is said once. */
  function ruled(about, alike, spots) {
    const [[severity, level, code]] = spots;
    const title = [make("span", { class: `level ${severity}` }, level), about, make("small", {}, code), many(spots)];
    const top = make("tr", {}, make("th", { scope: "rowgroup", colspan: 3 }, spaced(title)));
    return make("tbody", {}, top, alike ? make("tr", {}, make("td", { colspan: 3 }, named(spots))) : spots.map(finding));
  }
  const ends = (ids) => spaced(ids.map((id) => ref(model.byId.get(id) ?? { id, kind: "" })));
  const named = (spots) =>
    make("ul", { class: "spots" }, spots.map(([, , , , ids, place]) => make("li", {}, ends(ids), " ", make("span", { class: "place" }, place))));

  function finding([, , , sentence, ids, place]) {
    return make("tr", {}, make("td", { class: "about" }, ends(ids)), make("td", { class: "wide" }, sentence), make("td", { class: "place" }, place));
  }

  function notes() {
    if (!lists.notes.length) return [make("p", { class: "lead" }, words.reading), good(words.no_notes)];
    const rows = lists.notes.map(([place, message, code]) =>
      make("tr", {}, make("td", { class: "place" }, place), make("td", { class: "wide", ...textLang }, message), make("td", { class: "rule" }, make("code", {}, code))),
    );
    const columns = [["place", words.places], ["wide", words.note], ["rule", words.code]];
    return [make("p", { class: "lead" }, words.reading), listed(words.all_notes, columns, make("tbody", {}, rows))];
  }

  // when they are made

  const waiting = new Map(Object.entries({ table, coverage, findings, notes }));
  function made(name) {
    document.querySelector(`#view-${name} .later`)?.replaceChildren(...waiting.get(name)());
    waiting.delete(name);
  }
  function opened() {
    for (const name of [...waiting.keys()]) if (!(document.getElementById(`view-${name}`)?.hidden ?? true)) made(name);
  }
  new MutationObserver(opened).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["hidden"] });
  window.addEventListener("beforeprint", () => [...waiting.keys()].forEach(made));
}
