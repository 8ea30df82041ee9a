/**
 * The text of a part that the page carries.
 *
 * @param {string} name
 */
export function partText(name) {
  return document.getElementById(`part-${name}`)?.textContent ?? "";
}

/** @type {Map<string, Blob>} */
const takenParts = new Map();

/** @param {string} text */
function bytesOf(text) {
  const Bytes = /** @type {any} */ (Uint8Array); // not yet known to the types
  if (Bytes.fromBase64) return Bytes.fromBase64(text);
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/**
 * A part that is kept as base64, still compressed.
 *
 * Its text is taken out of the page: there it would hold memory until the page is closed, where the
 * browser can keep a blob outside of it.
 *
 * @param {string} name
 */
export function takePart(name) {
  const taken = takenParts.get(name);
  if (taken) return taken;
  const blob = new Blob([bytesOf(partText(name))]);
  document.getElementById(`part-${name}`)?.remove();
  takenParts.set(name, blob);
  return blob;
}

/**
 * The bytes of a part that is kept as base64 of gzip.
 *
 * @param {string} name
 */
export async function unpackPart(name) {
  const stream = takePart(name).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
