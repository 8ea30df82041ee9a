import { choosing } from "./choosing.js";
import { SIGNS, button, capital, counted, fateOf, make, ref, words } from "./making.js";
import { model } from "./model.js";

/* The panel that tells all about one element. */
export const details = (() => {
  const said = model.words;
  const panel = document.getElementById("details");
  const overview = document.getElementById("overview");
  const heading = document.getElementById("heading-details");
  const announced = document.getElementById("announced");
  const resting = heading.textContent;

  function list(values) {
    if (values.length === 1) return values[0];
    return make("ul", "", ...values.map((value) => make("li", "", value)));
  }
  function kindOf(element) {
    return capital(model.kinds[element.kind]) + (element.level ? ` (${model.levels[element.level]})` : "");
  }

  function fact(name, values) {
    const found = values.filter(Boolean);
    return found.length ? make("div", "", make("dt", "", said[name]), make("dd", "", list(found))) : null;
  }
  function facts(element) {
    const one = (name) => fact(name, [element[name] && words(element[name])]);
    const each = (name) => fact(name, (element[name] ?? []).map(words));
    const aim = Object.entries(element.aim ?? {}).map(([name, value]) => fact(name, [words(value)]));
    const planning = (element.planning ?? []).map(([period, phase]) => words(`${period}: ${phase}`));
    return make(
      "dl",
      "facts",
      fact("theme", element.kind === "theme" ? [] : model.themes(element).map((theme) => make("span", "entry", ref(theme), " ", words(theme.text)))),
      fact("also_worded", (element.wordings ?? []).map(words)),
      fact("coverage", [element.grade && capital(element.grade)]),
      each("sources"),
      ...aim,
      each("owners"),
      one("vacant"),
      one("phase"),
      one("period"),
      fact("planning", planning),
      one("budget"),
      one("status"),
      each("joint_with"),
      each("partners"),
      one("group"),
      one("remark"),
      fact("places", model.places(element)),
    );
  }

  function linkLine(link, other, says) {
    const evidence = [says, link.basis, ...link.places].join(" · ");
    const told = make("span", "", words(other.title ?? other.text), make("span", "evidence", capital(evidence)));
    return make("li", "", make("span", "entry", ref(other), " ", told));
  }
  function linkLists(element) {
    const lists = [
      [said.serves, element.serves.filter((link) => link.supports).map((link) => linkLine(link, link.end, link.forth))],
      [said.served_by, element.servedBy.filter((link) => link.supports).map((link) => linkLine(link, link.start, link.back))],
      [
        said.other_links,
        [
          ...element.serves.filter((link) => !link.supports).map((link) => linkLine(link, link.end, link.forth)),
          ...element.servedBy.filter((link) => !link.supports).map((link) => linkLine(link, link.start, link.back)),
        ],
      ],
    ];
    const made = lists.filter(([, lines]) => lines.length).flatMap(([title, lines]) => counted(title, lines));
    return made.length ? made : [make("p", "nothing", said.no_links)];
  }

  function findings(element) {
    if (!element.findings.length) return [];
    const lines = element.findings.map((each) =>
      make("li", "", make("span", "level " + each.severity, each.level), " ", each.sentence, " ", make("span", "evidence", each.code)),
    );
    return counted(said.findings, lines);
  }

  /* What one can do with an element: see its neighbourhood alone, fold its theme, try what happens without it. */
  function actions(element, state, change) {
    const focused = state.focus === element.id;
    const stopped = state.stop.includes(element.id);
    const made = [button("", focused ? said.focus_off : said.focus_on, () => change({ focus: focused ? "" : element.id }))];
    if (element.kind === "theme" && (state.theme || state.focus)) return make("div", "actions", ...made);
    if (element.kind === "theme") {
      const name = choosing.large ? "open" : "closed";
      const without = state[name].filter((id) => id !== element.id);
      const closed = choosing.isClosed(state)(element);
      const next = without.length < state[name].length ? without : [...without, element.id];
      made.push(button("", closed ? said.unfold : said.fold, () => change({ [name]: next })));
    } else {
      const stop = stopped ? state.stop.filter((id) => id !== element.id) : [...state.stop, element.id];
      made.push(button("", stopped ? said.start : said.stop, () => change({ stop })));
    }
    const pressed = [focused, stopped];
    made.forEach((each, at) => element.kind === "theme" || each.setAttribute("aria-pressed", String(pressed[at])));
    return make("div", "actions", ...made);
  }
  function fate(element, state) {
    const what = fateOf(element, state);
    return what ? make("p", "fate", SIGNS[what], " ", said["fate_" + what]) : null;
  }

  function show(element, state, change) {
    panel.hidden = !element;
    overview.hidden = Boolean(element);
    panel.replaceChildren();
    heading.replaceChildren(...(element ? [make("span", "chip " + element.kind, element.id), " ", kindOf(element)] : [resting]));
    const now = element ? `${kindOf(element)} ${element.id}: ${element.text}` : "";
    if (announced.textContent !== now) announced.textContent = now;
    if (!element) return;
    panel.append(
      ...[element.title ? make("p", "title", words(element.title)) : null, state && fate(element, state)].filter(Boolean),
      make("p", "whole", words(element.text)),
      ...(state ? [actions(element, state, change)] : []),
      ...findings(element),
      ...linkLists(element),
      facts(element),
    );
  }

  return { show, heading };
})();
