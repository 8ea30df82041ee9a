import { makeChoices } from "./choices.js";
import { capital, counted, make, ref, words } from "./making.js";
import { fill, model } from "./model.js";
import { GRADE } from "./stopping.js";

/* What if: efforts, owners and sources are switched off, and what then loses its support is told by grade, with the ways. */
export function makeWhatIf(change) {
  const said = model.words;
  const MOST = 5; // so many ways are told of each loss
  const at = (id) => document.getElementById(id);
  const results = at("whatif-results");
  const status = at("whatif-said");
  let known = "";

  const named = (ask) => {
    const counts = new Map();
    for (const element of model.elements) for (const name of new Set(ask(element))) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count, words: value }));
  };
  const ownersOf = (element) => (element.kind === "effort" ? element.owners ?? [] : []);
  const sourcesOf = (element) => (element.kind === "target" ? element.sources ?? [] : []);
  const efforts = model.elements.filter((each) => each.kind === "effort").map(({ id, text }) => ({ value: id, words: `${id} ${text}` }));
  const groups = [
    ["stop", said.filter_effort, efforts, true],
    ["noowner", said.filter_owner, named(ownersOf), false],
    ["nosource", said.filter_source, named(sourcesOf), false],
  ]
    .filter(([, , values]) => values.length)
    .map(([name, title, values, open]) => [name, makeChoices({ name, title, values, open }, (now) => change({ [name]: now }))]);
  at("whatif-choices").append(...groups.map(([, group]) => group.node));
  at("whatif-reset").addEventListener("click", () => change({ stop: [], noowner: [], nosource: [] }));

  /** What stops: what is named, and what has no owner or source left. @returns {Set<object>} */
  function stopped({ stop, noowner, nosource }) {
    const [ids, owners, sources] = [new Set(stop), new Set(noowner), new Set(nosource)];
    const bereft = (names, gone) => gone.size > 0 && names.length > 0 && names.every((name) => gone.has(name));
    return new Set(model.elements.filter((each) => ids.has(each.id) || bereft(ownersOf(each), owners) || bereft(sourcesOf(each), sources)));
  }
  const numbers = (elements) => new Set([...elements].map((each) => each.number));

  /** What falls, and to what grade. @returns {Map<object, number>} */
  function lost(gone) {
    if (!gone.size) return new Map();
    return new Map(model.stopping.losses(numbers(gone)).map(({ number, after }) => [model.elements[number], after]));
  }

  // in words

  function way(numbers) {
    const steps = numbers.flatMap((number) => [" → ", ref(model.elements[number])]).slice(1);
    return make("span", "way", ...steps);
  }
  function loss(element, gone) {
    const ways = model.stopping.ways(element.number, gone);
    const before = fill(said.was, { grade: model.grades[model.stopping.before[element.number]] });
    const more = ways.length > MOST ? make("span", "small", fill(said.more, { count: ways.length - MOST })) : null;
    const told = make("span", "", words(element.title ?? element.text), make("span", "evidence", before, " ", said.lost_ways, " "), ...ways.slice(0, MOST).map(way), more);
    return make("li", "", make("span", "entry", ref(element), " ", told));
  }
  function covered(gone, fallen) {
    const rows = ["target", "goal"].map((kind) => {
      const all = model.elements.filter((each) => each.kind === kind && !gone.has(each));
      const before = (each) => model.stopping.before[each.number];
      const after = (each) => fallen.get(each) ?? before(each);
      const cells = Object.values(GRADE).map((grade) => {
        const counts = [before, after].map((ask) => all.filter((each) => ask(each) === grade).length);
        return make("td", "number", [...new Set(counts)].join(" → "));
      });
      const name = make("th", "", capital(model.manyKinds[kind]));
      name.scope = "row";
      return all.length ? make("tr", "", name, ...cells) : null;
    });
    const heads = [said.coverage, ...model.grades].map((each) => Object.assign(make("th", "", capital(each)), { scope: "col" }));
    return make("table", "before", make("caption", "unseen", said.coverage), make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...rows));
  }
  function told(gone, fallen) {
    const order = ["target", "goal"];
    const first = (a, b) => order.indexOf(b.kind) - order.indexOf(a.kind) || a.number - b.number;
    const of = (grade) => [...fallen.keys()].filter((each) => fallen.get(each) === grade).sort(first);
    const lines = (grade) => of(grade).map((each) => loss(each, numbers(gone)));
    const off = [...gone].map((each) => make("li", "", make("span", "entry", ref(each), " ", words(each.title ?? each.text))));
    const part = (title, each) => (each.length ? counted(title, each) : []);
    return [...part(said.fate_none, lines(GRADE.none)), ...part(said.fate_through, lines(GRADE.through)), covered(gone, fallen), ...part(said.switched_off, off)];
  }

  /** All of it in a sentence; empty when nothing stopped. */
  function summed(gone, fallen) {
    const many = (grade) => [...fallen.values()].filter((each) => each === grade).length;
    return gone.size ? fill(said.whatif_said, { stopped: gone.size, none: many(GRADE.none), through: many(GRADE.through) }) : "";
  }

  return {
    stopped,
    lost,
    summed,
    show(state) {
      for (const [name, group] of groups) group.set(state[name]);
      const { stopped: gone, lost: fallen } = state;
      at("whatif-count").textContent = gone.size ? String(gone.size) : "";
      at("whatif-reset").disabled = !(state.stop.length + state.noowner.length + state.nosource.length);
      at("whatif").classList.toggle("active", gone.size > 0);
      const now = [...numbers(gone)].join(" ");
      if (now === known) return;
      known = now;
      results.replaceChildren(...(gone.size ? told(gone, fallen) : []));
      status.textContent = state.told;
    },
  };
}
