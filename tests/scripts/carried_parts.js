/** @typedef {{ textContent: string }} Part */

/**
 * Be a page that carries these parts and nothing else.
 *
 * @param {Record<string, string>} parts
 */
export function carryParts(parts) {
  /** @param {string} id @returns {Part | null} */
  function getElementById(id) {
    const text = parts[id.replace(/^part-/, "")];
    return text === undefined ? null : { textContent: text };
  }
  Object.assign(globalThis, { document: { getElementById } });
}
