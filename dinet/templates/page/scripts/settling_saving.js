/* Where choices go: a form to download, or under dinet watch straight into the form on disk. There
   another's change is never overwritten: both are shown, and the reader chooses. */
import { findPart, makeButton, makeNode } from "./making.js";
import { fillBlanks } from "./model.js";
import { nameQuestion } from "./settling_names.js";
import { writeForm } from "./settling_form.js";
/** @import { SettlingAnswer, SettlingAsked, SettlingData } from "./types.d.ts" */
/** @import { SettlingQuestion, SettlingTools } from "./types.d.ts" */

/** So long, in milliseconds, a browser may take to begin with a file. */
const FORM_KEPT_FOR = 60000;

/** What dinet watch adds to the page that it serves; null in a page that is a file. */
function findWatch() {
  /** @type {HTMLElement | null} */
  const script = document.querySelector("script[data-form]");
  return script?.dataset ?? null;
}

/**
 * @param {SettlingData} data
 * @param {Pick<SettlingTools, "choices" | "words">} tools
 * @param {(words: string) => void} tell
 * @param {(question: SettlingQuestion) => void} showAgain
 */
export function createFormSaving(data, { choices, words }, tell, showAgain) {
  const conflict = findPart("settle-conflict", HTMLElement);
  const { form } = data;
  /** @type {Promise<void>} */
  let waiting = Promise.resolve();
  let edition = "";

  function tellForm() {
    return writeForm({
      document: data.document,
      remarks: [words.explained_form],
      answers: data.answers,
      choices: choices.questions,
    });
  }
  function download() {
    const link = makeNode("a", "unseen");
    link.href = URL.createObjectURL(new Blob([tellForm()], { type: "application/yaml" }));
    link.download = form;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), FORM_KEPT_FOR);
    choices.keepSaved();
    tell(fillBlanks(words.downloaded, { form }));
  }

  /** The script of dinet watch hears this, and sends it. @param {SettlingQuestion} question */
  function askWatch({ list, key, ids }) {
    /** @type {SettlingAsked} */
    const detail = { answer: { list, key, ids }, edition };
    document.dispatchEvent(new CustomEvent("settle", { detail }));
    return detail.reply ?? Promise.reject(new Error("nobody listens"));
  }
  /** @param {SettlingQuestion} question */
  async function put(question) {
    const watch = findWatch();
    if (!watch) return;
    edition ||= watch.form ?? "";
    tell(words.saving);
    try {
      const { status, said } = await askWatch(question);
      if (status === 409) return showConflict(question, said);
      if (status !== 200) return tell(fillBlanks(words.refused, { reason: said.reason }));
      edition = said.edition;
      choices.keepSaved();
      tell(fillBlanks(words.saved, { form }));
    } catch {
      tell(words.lost);
    }
  }
  /** @param {SettlingQuestion} question @param {SettlingAnswer} said */
  function showConflict(question, said) {
    tell("");
    /** @param {string[]} ids */
    const showIds = (ids) => ids.map((id) => words[id] ?? id).join(", ") || words.open;
    /** @param {string} term @param {string[]} ids */
    const makeSide = (term, ids) =>
      makeNode("div", "", makeNode("dt", "", term), makeNode("dd", "", showIds(ids)));
    const both = [makeSide(words.theirs, said.ids), makeSide(words.mine, question.ids)];
    const mine = makeButton(words.take_mine, () => end(() => save(question)));
    const theirs = makeButton(words.take_theirs, () =>
      end(() => {
        question.ids = said.ids;
        choices.keepSaved();
        showAgain(question);
      }),
    );
    /** @param {() => void} act */
    function end(act) {
      edition = said.edition;
      conflict.replaceChildren();
      act();
      findPart("heading-settle", HTMLElement).focus();
    }
    conflict.replaceChildren(
      makeNode("p", "", fillBlanks(words.conflict, { form })),
      makeNode("p", "", makeNode("b", "", nameQuestion(question))),
      makeNode("dl", "facts", ...both),
      makeNode("p", "actions", mine, theirs),
    );
    mine.id = "settle-mine";
  }
  /** One after the other: each names the form as the one before it left it. */
  /** @param {SettlingQuestion} question */
  function save(question) {
    if (!findWatch()) return tell(words.unsaved);
    waiting = waiting.then(() => put(question));
  }

  addEventListener("beforeunload", (event) => {
    if (!choices.isSaved() && !findWatch()) event.preventDefault();
  });
  return { save, download, isLive: () => Boolean(findWatch()) };
}
