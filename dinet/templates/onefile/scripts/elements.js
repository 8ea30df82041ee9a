/**
 * The element of the page with an id.
 *
 * @param {string} id
 */
export function elementCalled(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A new element with its text.
 *
 * @param {string} tag
 * @param {string} text
 * @param {Record<string, string>} attributes
 */
export function newElement(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * A new button that does something.
 *
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, string>} attributes
 */
export function newButton(text, act, attributes = {}) {
  const button = newElement("button", text, { type: "button", ...attributes });
  button.addEventListener("click", act);
  return button;
}

/**
 * Have the browser save bytes under a name.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 */
export function saveBytes(bytes, name) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = newElement("a", "", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
