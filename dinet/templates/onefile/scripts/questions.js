import { newButton, newElement } from "./elements.js";
import { say } from "./said_words.js";

/**
 * @typedef {{ line: number, kind: string, list_name: string, key: string, comment: string,
 *   fields: string[] }} Question
 * @typedef {{ questions: Question[], ids: [string, string][], shapes: string[] }} Form
 * @typedef {Record<number, string[]>} Answers
 */

const NOUNS = ["doel", "SMART-doel", "inspanning", "thema", "trekker", "opmerking"];

/** @param {string} label @param {string} key @param {string} comment */
function questionBox(label, key, comment) {
  const box = newElement("fieldset", "", { class: "question" });
  const title = newElement("legend");
  title.append(newElement("span", label, { class: "soft" }), " ", newElement("b", key));
  box.append(title);
  if (comment) box.append(newElement("p", comment, { class: "soft" }));
  return box;
}

/** @param {string} text @param {HTMLElement} field */
function labelled(text, field) {
  const label = newElement("label");
  label.append(newElement("span", text), field);
  return label;
}

/** @param {string} value @param {boolean} checked */
function checkBox(value, checked) {
  const box = /** @type {HTMLInputElement} */ (
    newElement("input", "", { type: "checkbox", value })
  );
  box.checked = checked;
  return box;
}

/** @param {string} value @param {string} list */
function textField(value, list) {
  const field = newElement("input", "", { type: "text", list, autocomplete: "off" });
  /** @type {HTMLInputElement} */ (field).value = value;
  return field;
}

/** @param {HTMLElement} box @param {[string, string][]} ids @param {string[]} chosen */
function addIds(box, ids, chosen) {
  for (const [id, text] of ids) {
    const label = newElement("label", "", { class: "choice" });
    label.append(checkBox(id, chosen.includes(id)), newElement("b", id), ` ${text}`);
    box.append(label);
  }
}

/** @param {HTMLElement} box @param {string[]} shapes @param {string[]} chosen */
function addShapes(box, shapes, chosen) {
  const list = newElement("select");
  list.append(newElement("option", say("open_answer"), { value: "" }));
  for (const shape of shapes) list.append(newElement("option", shape, { value: shape }));
  /** @type {HTMLSelectElement} */ (list).value = chosen[0] ?? "";
  box.append(labelled(say("shape_is"), list));
}

/** @param {HTMLElement} box @param {Question} question @param {string[]} chosen */
function addWords(box, question, chosen) {
  question.fields.forEach((field, number) => {
    const asked = question.kind === "word" ? say("it_is") : field;
    const input = textField(chosen[number] ?? "", "kind-words");
    if (question.kind === "word") input.setAttribute("placeholder", field);
    box.append(labelled(asked, input));
  });
}

/** @param {HTMLElement} box @param {string[]} chosen */
function addSameness(box, chosen) {
  const label = newElement("label", "", { class: "choice" });
  label.append(checkBox("yes", chosen.length > 0), ` ${say("so_it_is")}`);
  box.append(label);
}

/** @param {Question} question @param {Form} form @param {string[]} chosen */
function fieldsFor(question, form, chosen) {
  const box = questionBox(say(`list_${question.list_name}`), question.key, question.comment);
  box.dataset.line = String(question.line);
  if (question.kind === "ids") addIds(box, form.ids, chosen);
  else if (question.kind === "shape") addShapes(box, form.shapes, chosen);
  else if (question.kind === "sameness") addSameness(box, chosen);
  else addWords(box, question, chosen);
  return box;
}

/** @param {Element} box */
function answerIn(box) {
  const checked = [...box.querySelectorAll("input[type=checkbox]:checked")];
  const written = [...box.querySelectorAll("input[type=text], select")];
  return [...checked, ...written].map((field) => /** @type {HTMLInputElement} */ (field).value);
}

/**
 * What has been filled in, by the number of a line.
 *
 * @param {HTMLElement} panel
 * @returns {Answers}
 */
export function answersIn(panel) {
  /** @type {Answers} */
  const answers = {};
  for (const box of panel.querySelectorAll("fieldset[data-line]")) {
    const said = answerIn(box);
    const line = Number(/** @type {HTMLElement} */ (box).dataset.line);
    if (said.some((word) => word.trim())) answers[line] = said;
  }
  return answers;
}

/**
 * Show the questions of a document.
 *
 * @param {HTMLElement} panel
 * @param {Form} form
 * @param {Answers} answers
 * @param {{ use: () => void, save: () => void }} actions
 */
export function showQuestions(panel, form, answers, actions) {
  panel.replaceChildren(newElement("h2", say("questions")));
  if (!form.questions.length) {
    panel.append(newElement("p", say("no_questions")));
    return;
  }
  panel.append(newElement("p", say("questions_hint"), { class: "lead" }));
  const words = newElement("datalist", "", { id: "kind-words" });
  words.append(...NOUNS.map((value) => newElement("option", "", { value })));
  const boxes = form.questions.map((one) => fieldsFor(one, form, answers[one.line] ?? []));
  const row = newElement("p", "", { class: "actions" });
  row.append(
    newButton(say("use_answers"), actions.use, { class: "main", id: "use-answers" }),
    newButton(say("save_form"), actions.save, { id: "save-form" }),
  );
  panel.append(words, ...boxes, row);
}
