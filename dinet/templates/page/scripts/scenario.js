/* A what-if with a name, as it stands in the address: `Zonder sport:I20,I21,!Team Sport,~CBS`, with
   each word encoded. */
import { decodeWord, encodeWord } from "./address.js";

/** @typedef {{name: string, stop: string[], noowner: string[], nosource: string[]}} Scenario */

/** What stands before the name of an owner and of a source. */
const SIGNS = /** @type {const} */ ({ "!": "noowner", "~": "nosource" });

/** @param {string} written @returns {Scenario} */
export function readScenario(written) {
  const [name, off = ""] = written.split(":", 2);
  /** @type {Scenario} */
  const scenario = {
    name: decodeWord(name.replaceAll("+", " ")),
    stop: [],
    noowner: [],
    nosource: [],
  };
  for (const word of off.split(",").filter(Boolean)) {
    const list = SIGNS[/** @type {"!"} */ (word[0])];
    scenario[list ?? "stop"].push(decodeWord(list ? word.slice(1) : word));
  }
  return scenario;
}
/** @param {Scenario} scenario */
export function writeScenario({ name, stop, noowner, nosource }) {
  /** @param {string} word */
  const write = (word) => encodeWord(word).replace(/^!/, "%21").replace(/^~/, "%7E");
  const off = [
    ...stop.map(write),
    ...noowner.map((owner) => "!" + encodeWord(owner)),
    ...nosource.map((source) => "~" + encodeWord(source)),
  ];
  return `${encodeWord(name)}:${off.join(",")}`;
}
