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

const FIRST_SIGN = 0x3400;
const SIGN_BITS = 15;
const BYTE_BITS = 8;

/**
 * The bytes that a text stands for: how many, and behind a space 15 bits in each sign.
 *
 * @param {string} text
 */
export function bytesOf(text) {
  const space = text.indexOf(" ");
  const bytes = new Uint8Array(Number(text.slice(0, space)));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let place = space + 1; at < bytes.length; place += 1) {
    held = (held << SIGN_BITS) | (text.charCodeAt(place) - FIRST_SIGN);
    bits += SIGN_BITS;
    while (bits >= BYTE_BITS) {
      bits -= BYTE_BITS;
      bytes[at] = held >> bits; // past the end there is nothing but filling
      at += 1;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/**
 * A part, still compressed.
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
 * The bytes of a part that is compressed with gzip.
 *
 * @param {string} name
 */
export async function unpackPart(name) {
  const stream = takePart(name).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
