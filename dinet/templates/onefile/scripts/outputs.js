import { newButton, newElement } from "./elements.js";
import { say } from "./said_words.js";

/**
 * @typedef {{ form: string, suffix: string, summary: string, here: boolean,
 *   usual: boolean }} Output
 */

/** @param {Output} output @param {(form: string) => void} save */
function rowOf(output, save) {
  const row = newElement("li", "", { class: "output" });
  const text = newElement("span", "", { class: "about" });
  text.append(newElement("b", output.suffix), newElement("span", output.summary));
  row.append(text);
  if (output.here) {
    const label = `${say("save")} ${output.suffix}`;
    const id = `save-${output.form}`;
    const button = newButton(say("save"), () => save(output.form), { "aria-label": label, id });
    row.append(button);
  } else row.append(newElement("span", say("installed_only"), { class: "soft" }));
  return row;
}

/** @param {string} title @param {Output[]} outputs @param {(form: string) => void} save */
function listOf(title, outputs, save) {
  const list = newElement("ul", "", { class: "outputs" });
  list.append(...outputs.map((output) => rowOf(output, save)));
  return [newElement("h3", title), list];
}

/**
 * Show what can be saved of a document.
 *
 * @param {HTMLElement} panel
 * @param {Output[]} outputs
 * @param {{ save: (form: string) => void, saveAll: () => void }} actions
 */
export function showOutputs(panel, outputs, actions) {
  const audits = [
    { form: "audit-html", suffix: ".controle.html", summary: say("audit_html") },
    { form: "audit-xlsx", suffix: ".controle.xlsx", summary: say("audit_xlsx") },
    { form: "audit-md", suffix: ".controle.md", summary: say("audit_md") },
  ].map((audit) => ({ ...audit, here: true, usual: true }));
  const here = outputs.filter((output) => output.here);
  const row = newElement("p", "", { class: "actions" });
  row.append(newButton(say("save_all"), actions.saveAll, { class: "main", id: "save-all" }));
  panel.replaceChildren(
    newElement("h2", say("saving")),
    newElement("p", say("saving_hint"), { class: "lead" }),
    row,
    ...listOf(
      say("usual_files"),
      here.filter((output) => output.usual),
      actions.save,
    ),
    ...listOf(say("audit_files"), audits, actions.save),
    ...listOf(
      say("other_files"),
      here.filter((output) => !output.usual),
      actions.save,
    ),
    ...listOf(
      say("installed_files"),
      outputs.filter((output) => !output.here),
      actions.save,
    ),
  );
}

/** The formats that go into an archive of all. @param {Output[]} outputs */
export function formsOfArchive(outputs) {
  const here = outputs.filter((output) => output.here).map((output) => output.form);
  return [...here, "audit-html", "audit-xlsx", "audit-md"];
}
