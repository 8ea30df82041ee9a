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

const SIGN_BITS = 16;
/** How many signs there are whose numbers begin with the same five bits, as a power of two. */
const BLOCK_BITS = 11;
/** By their blocks: how far signs were moved that hold one bit less than others. */
const MOVED_BLOCKS = new Uint16Array(32);
MOVED_BLOCKS[0x0800 >> BLOCK_BITS] = 0x0800;
MOVED_BLOCKS[0xd000 >> BLOCK_BITS] = 0x6800;

/**
 * The bytes that a text stands for: how many, and behind a space 16 bits in each sign, or 15.
 *
 * @param {string} text
 */
export function bytesOf(text) {
  const space = text.indexOf(" ");
  const size = Number(text.slice(0, space));
  const pairs = new DataView(new ArrayBuffer(size + (size % 2)));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let place = space + 1; at < size; place += 1) {
    const sign = text.charCodeAt(place);
    const moved = MOVED_BLOCKS[sign >> BLOCK_BITS];
    const width = moved ? SIGN_BITS - 1 : SIGN_BITS;
    held = (held << width) | (sign - moved);
    bits += width;
    if (bits < SIGN_BITS) continue;
    bits -= SIGN_BITS;
    pairs.setUint16(at, held >>> bits);
    held &= (1 << bits) - 1;
    at += 2;
  }
  return new Uint8Array(pairs.buffer, 0, size);
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
