import { partText } from "./packed_parts.js";

/** @type {Record<string, Record<string, string>>} */
const WORDS = JSON.parse(partText("words"));

/** Languages in which the page speaks. */
export const LANGUAGES = ["nl", "en"];

const SPOKEN = { lang: "nl" };

/** The language in which the page speaks now. */
export function spokenLanguage() {
  return SPOKEN.lang;
}

/**
 * Words by their key, with values in their blanks.
 *
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
export function say(key, values = {}) {
  const words = WORDS[key][SPOKEN.lang];
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * Speak a language, everywhere on the page.
 *
 * @param {string} lang
 */
export function speakLanguage(lang) {
  SPOKEN.lang = LANGUAGES.includes(lang) ? lang : "nl";
  document.documentElement.lang = SPOKEN.lang;
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? "");
  }
  for (const element of document.querySelectorAll("[data-say-label]")) {
    const key = /** @type {HTMLElement} */ (element).dataset.sayLabel ?? "";
    element.setAttribute("aria-label", say(key));
  }
  for (const element of document.querySelectorAll("[data-lang-only]")) {
    const one = /** @type {HTMLElement} */ (element);
    one.hidden = one.dataset.langOnly !== SPOKEN.lang;
  }
}
