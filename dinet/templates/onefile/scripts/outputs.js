import { newButton, newElement } from "./elements.js";
import { say } from "./said_words.js";

/**
 * @typedef {{ form: string, suffix: string, summary: string, here: boolean,
 *   usual: boolean }} Output
 */

/**
 * What can be done with an output; to save it beside the document only where that is on disk.
 *
 * @typedef {{ save: (form: string) => void, saveAll: () => void,
 *   saveBeside: ((form: string) => void) | null }} OutputActions
 */

/** @param {Output} output @param {string} name @param {OutputActions} actions */
function buttonsOf(output, name, { save, saveBeside }) {
  const label = `${say("save")} ${name}`;
  const id = `save-${output.form}`;
  const button = newButton(say("save"), () => save(output.form), { "aria-label": label, id });
  if (!saveBeside) return [button];
  const besideLabel = `${say("save_beside")} ${name}`;
  const beside = newButton(say("save_beside"), () => saveBeside(output.form), {
    "aria-label": besideLabel,
    id: `beside-${output.form}`,
  });
  return [button, beside];
}

/** @param {Output} output @param {string} stem @param {OutputActions} actions */
function rowOf(output, stem, actions) {
  const name = `${stem}${output.suffix}`;
  const row = newElement("li", "", { class: "output" });
  const text = newElement("span", "", { class: "about" });
  text.append(newElement("b", name), newElement("span", output.summary));
  row.append(text);
  if (output.here) row.append(...buttonsOf(output, name, actions));
  else row.append(newElement("span", say("installed_only"), { class: "soft" }));
  return row;
}

/**
 * @param {string} title
 * @param {HTMLElement[]} rows
 * @param {string} about What is to be known of all of them.
 */
function listOf(title, rows, about = "") {
  if (!rows.length) return [];
  const list = newElement("ul", "", { class: "outputs" });
  list.append(...rows);
  const lead = about ? [newElement("p", about, { class: "lead" })] : [];
  return [newElement("h3", title), ...lead, list];
}

/**
 * Show what can be saved of a document.
 *
 * @param {HTMLElement} panel
 * @param {string} stem How the names of files begin.
 * @param {Output[]} outputs
 * @param {OutputActions} actions
 */
export function showOutputs(panel, stem, outputs, actions) {
  const audits = [
    { form: "audit-html", suffix: ".controle.html", summary: say("audit_html") },
    { form: "audit-xlsx", suffix: ".controle.xlsx", summary: say("audit_xlsx") },
    { form: "audit-md", suffix: ".controle.md", summary: say("audit_md") },
  ].map((audit) => ({ ...audit, here: true, usual: true }));
  const rowsOf = (/** @type {Output[]} */ listed) =>
    listed.map((output) => rowOf(output, stem, actions));
  const here = outputs.filter((output) => output.here);
  const row = newElement("p", "", { class: "actions" });
  row.append(newButton(say("save_all"), actions.saveAll, { class: "main", id: "save-all" }));
  panel.replaceChildren(
    newElement("h2", say("saving")),
    newElement("p", say("saving_hint"), { class: "lead" }),
    row,
    ...listOf(say("usual_files"), rowsOf(here.filter((output) => output.usual))),
    ...listOf(say("audit_files"), rowsOf(audits)),
    ...listOf(say("other_files"), rowsOf(here.filter((output) => !output.usual))),
    ...listOf(
      say("installed_files"),
      rowsOf(outputs.filter((output) => !output.here)),
      say("installed_why"),
    ),
  );
}

/** The formats that go into an archive of all. @param {Output[]} outputs */
export function formsOfArchive(outputs) {
  const here = outputs.filter((output) => output.here).map((output) => output.form);
  return [...here, "audit-html", "audit-xlsx", "audit-md"];
}
