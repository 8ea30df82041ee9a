/* What is settled, in a few words. */
import { makeNode } from "./making.js";
import { SAME } from "./settling_form.js";
/** @import { NetworkElement, SettlingQuestion } from "./types.d.ts" */

/** What is asked about, in a few words. @param {SettlingQuestion} question */
export function nameQuestion({ list, key, about }) {
  if (list === SAME) return about.map(({ id }) => id).join(" · ");
  return list === "groepen" ? key : about[0].id;
}

/** No link: what is pressed here stays here. @param {NetworkElement} element */
export function makeCode({ id, kind }) {
  return makeNode("span", `chip ${kind}`, id);
}
