/**
 * The text of a part that the page carries.
 *
 * @param {string} name
 */
export function partText(name) {
  return document.getElementById(`part-${name}`)?.textContent ?? "";
}

/**
 * The bytes of a part that is kept as base64 of gzip.
 *
 * @param {string} name
 */
export async function unpackPart(name) {
  const packed = Uint8Array.from(atob(partText(name)), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
