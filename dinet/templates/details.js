"use strict";

/* The panel that tells all about one element. Everything is made with textContent, so a text can never become markup. */
const details = (() => {
  const { words } = model;
  const panel = document.getElementById("details");
  const overview = document.getElementById("overview");
  const heading = document.getElementById("heading-details");
  const closer = document.getElementById("close");
  const announced = document.getElementById("announced");
  const resting = heading.textContent;

  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }
  function text(value) {
    const made = make("span", "text", value);
    if (model.textLang) made.lang = model.textLang;
    return made;
  }
  function capital(value) {
    return value.charAt(0).toUpperCase() + value.slice(1);
  }
  function ref(element) {
    const made = make("a", "chip " + element.kind, element.id);
    made.href = "#" + encodeURIComponent(element.id);
    return made;
  }
  function list(values) {
    if (values.length === 1) return values[0];
    return make("ul", "", ...values.map((value) => make("li", "", value)));
  }

  function kindOf(element) {
    return capital(model.kinds[element.kind]) + (element.level ? ` (${element.level})` : "");
  }

  function fact(name, values) {
    const found = values.filter(Boolean);
    return found.length ? make("div", "", make("dt", "", words[name]), make("dd", "", list(found))) : null;
  }
  function facts(element) {
    const said = (name) => fact(name, [element[name] && text(element[name])]);
    const each = (name) => fact(name, (element[name] ?? []).map(text));
    const aim = Object.entries(element.aim ?? {}).map(([name, value]) => fact(name, [text(value)]));
    const planning = (element.planning ?? []).map(([period, phase]) => text(`${period}: ${phase}`));
    return make(
      "dl",
      "facts",
      fact("theme", element.kind === "theme" ? [] : model.themes(element).map((theme) => make("span", "entry", ref(theme), " ", text(theme.text)))),
      fact("also_worded", (element.wordings ?? []).map(text)),
      fact("coverage", [element.grade && capital(element.grade)]),
      each("sources"),
      ...aim,
      each("owners"),
      said("vacant"),
      said("phase"),
      said("period"),
      fact("planning", planning),
      said("budget"),
      said("status"),
      each("joint_with"),
      each("partners"),
      said("group"),
      said("remark"),
      fact("places", model.places(element)),
    );
  }

  function linkLine(link, other, says) {
    const evidence = [says, link.basis, ...link.places].join(" · ");
    const said = make("span", "", text(other.title ?? other.text), make("span", "evidence", capital(evidence)));
    return make("li", "", make("span", "entry", ref(other), " ", said));
  }
  function linkLists(element) {
    const lists = [
      [words.serves, element.serves.filter((link) => link.supports).map((link) => linkLine(link, link.end, link.forth))],
      [words.served_by, element.servedBy.filter((link) => link.supports).map((link) => linkLine(link, link.start, link.back))],
      [
        words.other_links,
        [
          ...element.serves.filter((link) => !link.supports).map((link) => linkLine(link, link.end, link.forth)),
          ...element.servedBy.filter((link) => !link.supports).map((link) => linkLine(link, link.start, link.back)),
        ],
      ],
    ];
    const made = lists.filter(([, lines]) => lines.length).flatMap(([title, lines]) => counted(title, lines));
    return made.length ? made : [make("p", "nothing", words.no_links)];
  }
  function counted(title, lines) {
    return [make("h4", "", title, " ", make("span", "many", String(lines.length))), make("ul", "links", ...lines)];
  }

  function findings(element) {
    if (!element.findings.length) return [];
    const lines = element.findings.map((each) =>
      make("li", "", make("span", "level " + each.severity, capital(each.level)), " ", each.sentence, " ", make("span", "evidence", each.code)),
    );
    return counted(words.findings, lines);
  }

  function show(element) {
    panel.hidden = closer.hidden = !element;
    overview.hidden = Boolean(element);
    panel.replaceChildren();
    heading.replaceChildren(...(element ? [make("span", "chip " + element.kind, element.id), " ", kindOf(element)] : [resting]));
    announced.textContent = element ? `${kindOf(element)} ${element.id}: ${element.text}` : "";
    if (!element) return;
    panel.append(
      ...(element.title ? [make("p", "title", text(element.title))] : []),
      make("p", "whole", text(element.text)),
      ...findings(element),
      ...linkLists(element),
      facts(element),
    );
  }

  return { show, heading, panel: panel.parentElement, closer };
})();
